import { ICommandService, type Univer } from "@univerjs/core";
import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import type { ECharts } from "echarts/core";
import { fill } from "../../cli/words";
import type { Box, ChartRecord } from "../../files/document";
import type { Book } from "../../objects/book";
import { cellContent } from "../../objects/cell-content";
import { cellText } from "../../objects/number-format";
import { chartOption, type ChartCell, type ChartLook } from "./chart-option";

/** The charts over the grid. */
export interface ChartLayer {
  readonly dispose: () => void;
}

interface DrawnChart {
  readonly element: HTMLElement;
  readonly chart: ECharts;
  option: string;
  place: string;
}

/** What is written in the grid settles for this long before the charts follow. */
const followAfter = 80;

const look: ChartLook = { text: "#242424", line: "#8A8886" };

/** Cells along a reference, row by row. */
function readCells(book: Book, sheetId: string, reference: string): readonly ChartCell[] | null {
  const found = book.locate(reference, sheetId);
  if (found === null) return null;
  const cells = book.engine.cells(found.sheetId);
  const spilled = book.engine.spilled(found.sheetId);
  const { top, left, bottom, right } = found.box;
  const sheet = book.sheet(found.sheetId);
  const read: ChartCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = cells[row]?.[column];
      const content = cellContent(cell?.v == null ? (spilled?.[row]?.[column] ?? cell) : cell);
      const { n } = book.styles.of(book.styleAt(sheet, cell, row, column));
      read.push({ content, text: cellText(content, n?.pattern ?? "General", book.document.date1904) });
    }
  }
  return read;
}

/**
 * Draws the charts of the sheet that is shown over the grid, at their cells, and lets them follow their figures. `parent` is the element that
 * holds the grid.
 */
export function createChartLayer(
  univer: Univer,
  book: Book,
  parent: HTMLElement,
  words: { readonly chartOf: string },
): ChartLayer {
  const injector = univer.__getInjector();
  const { workbook } = book.engine;
  const layer = document.createElement("div");
  layer.className = "charts";
  parent.append(layer);
  let drawn = new Map<string, DrawnChart>();
  let isDisposed = false;
  let timer = 0;

  const remove = ({ chart, element }: DrawnChart) => {
    chart.dispose();
    element.remove();
  };
  const draw = async () => {
    const sheetId = workbook.getActiveSheet().getSheetId();
    const charts = book.document.sheets[sheetId]?.charts ?? [];
    const wanted = charts.flatMap((record) => {
      const option = chartOption(record, (reference) => readCells(book, sheetId, reference), look);
      return option === null ? [] : [{ key: `${sheetId} ${record.id}`, record, option }];
    });
    if (wanted.length === 0 && drawn.size === 0) return;
    const { startChart } = await import("./draw");
    if (isDisposed || sheetId !== workbook.getActiveSheet().getSheetId()) return;
    const kept = new Map<string, DrawnChart>();
    for (const { key, record, option } of wanted) {
      const one = drawn.get(key) ?? begin(startChart);
      drawn.delete(key);
      kept.set(key, one);
      place(one, record.box);
      one.element.setAttribute("aria-label", fill(words.chartOf, { name: record.title ?? record.name }));
      const text = JSON.stringify(option);
      if (text === one.option) continue;
      one.option = text;
      one.chart.setOption({ ...option }, true);
    }
    for (const gone of drawn.values()) remove(gone);
    drawn = kept;
  };
  const begin = (startChart: (element: HTMLElement) => ECharts): DrawnChart => {
    const element = document.createElement("div");
    element.className = "chart";
    element.setAttribute("role", "img");
    layer.append(element);
    return { element, chart: startChart(element), option: "", place: "" };
  };

  /** Moves a chart to its cells, wherever the grid shows them now. */
  const place = (one: DrawnChart, box: Box) => {
    const render = injector.get(IRenderManagerService).getRenderById(workbook.getUnitId());
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (render == null || skeleton == null || viewport == null) return;
    const { rowHeightAccumulation, columnWidthAccumulation } = skeleton;
    const edge = (ends: readonly number[], index: number) => (index === 0 ? 0 : (ends[index - 1] ?? ends.at(-1) ?? 0));
    const { xSplit, ySplit } = workbook.getActiveSheet().getFreeze();
    const scale = render.scene.scaleX;
    const canvas = render.engine.getCanvasElement().getBoundingClientRect();
    const outer = parent.getBoundingClientRect();
    const headers = { left: skeleton.rowHeaderWidth * scale, top: skeleton.columnHeaderHeight * scale };
    const left = edge(columnWidthAccumulation, box.left) - (box.left < xSplit ? 0 : viewport.viewportScrollX);
    const top = edge(rowHeightAccumulation, box.top) - (box.top < ySplit ? 0 : viewport.viewportScrollY);
    const width = edge(columnWidthAccumulation, box.right + 1) - edge(columnWidthAccumulation, box.left);
    const height = edge(rowHeightAccumulation, box.bottom + 1) - edge(rowHeightAccumulation, box.top);
    const text = JSON.stringify([left, top, width, height, scale, canvas, outer]);
    if (text === one.place) return;
    one.place = text;
    Object.assign(layer.style, {
      left: `${canvas.left - outer.left + headers.left}px`,
      top: `${canvas.top - outer.top + headers.top}px`,
      width: `${canvas.width - headers.left}px`,
      height: `${canvas.height - headers.top}px`,
    });
    Object.assign(one.element.style, {
      left: `${left * scale}px`,
      top: `${top * scale}px`,
      width: `${width}px`,
      height: `${height}px`,
      transform: `scale(${scale})`,
    });
    one.chart.resize({ width, height });
  };
  const recordOf = (key: string): ChartRecord | undefined => {
    const [sheetId = "", id] = key.split(" ");
    return book.document.sheets[sheetId]?.charts.find((record) => record.id === id);
  };

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void draw(), followAfter);
  };
  // Whatever is done to the grid is a command; scrolling and zooming only move the charts.
  const watching = injector.get(ICommandService).onCommandExecuted(soon);
  const follow = () => {
    if (isDisposed) return;
    for (const [key, one] of drawn) {
      const record = recordOf(key);
      if (record !== undefined) place(one, record.box);
    }
    requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);
  soon();
  return {
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
      watching.dispose();
      for (const one of drawn.values()) remove(one);
      layer.remove();
    },
  };
}
