import type { Area } from "../core/grid";
import type { Align, ReportCell, ReportScale, ReportTab, Tone } from "../core/report/report-model";
import { asInput } from "./cell-input";
import { pageBreaks } from "./page-breaks";
import { partition } from "./partition";
import { BYTES_PER_CALL, bytesOf } from "./payload";
import type { TabNames } from "./sheet-names";
import { quotedSheet, withTabNames } from "./sheet-names";
import type { TabGrid } from "./tab-grid";
import { mergeBlocks, tabGrid } from "./tab-grid";
import type { Look } from "./theme";
import {
  BASE,
  COLOUR_SCALE,
  columnPoints,
  DATA_BAR_COLOUR,
  LINK_COLOUR,
  LOOKS,
  numberFormatOf,
  PAGE,
  rowHeight,
  TAB_COLOUR,
  TONES,
} from "./theme";

/** What goes into the cells, row by row from A1: texts, numbers, formulas; `null` leaves a cell to the formula that fills it. */
export type Inputs = readonly (readonly (string | number | boolean | null)[])[];

/**
 * A piece of writing cut into steps. Each step queues calls without a round trip and tells the bytes that they take, so that
 * the caller can send what is queued before a request grows too large.
 */
export type Steps = Generator<number, void, undefined>;

/** Values of one write are cut into requests of about this size. */
const BYTES_PER_WRITE = 1_000_000;

function range(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
}

/** What a report puts into the cells of a tab. Formulas name the tabs as their sheets are called now. */
function inputsOf(tab: ReportTab, names: TabNames): Inputs {
  const { rowCount, columnCount } = tabGrid(tab);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      const cell = tab.rows[row]?.cells[column] ?? null;
      if (cell === null) return "";
      if (cell.spilled === true) return null;
      return cell.formula === undefined ? asInput(cell.value) : withTabNames(cell.formula, names);
    }),
  );
}

/** Writes inputs from A1 on: one two-dimensional write, cut only where the payload demands. */
export function* writeInputs(sheet: Excel.Worksheet, inputs: Inputs): Steps {
  let first = 0;
  let bytes = 0;
  for (const [row, cells] of inputs.entries()) {
    bytes += cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
    if (bytes < BYTES_PER_WRITE && row < inputs.length - 1) continue;
    const rows = inputs.slice(first, row + 1).map((each) => [...each]);
    range(sheet, { row: first, column: 0, rowCount: rows.length, columnCount: cells.length }).formulas = rows;
    yield bytes + BYTES_PER_CALL;
    first = row + 1;
    bytes = 0;
  }
}

function* writeLinks(sheet: Excel.Worksheet, tab: ReportTab, names: TabNames): Steps {
  for (const [row, { cells }] of tab.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.link === undefined) continue;
      const target = names.get(cell.link.sheet) ?? cell.link.sheet;
      sheet.getCell(row, column).hyperlink = { documentReference: `${quotedSheet(target)}!${cell.link.cell}` };
      yield BYTES_PER_CALL;
    }
  }
}

function* writeMerges(sheet: Excel.Worksheet, tab: ReportTab): Steps {
  for (const { area, across } of mergeBlocks(tab.merges)) {
    range(sheet, area).merge(across);
    yield BYTES_PER_CALL;
  }
}

const HORIZONTAL: Readonly<Record<Align, "Left" | "Center" | "Right">> = {
  left: "Left",
  centre: "Center",
  right: "Right",
};

/** Sets what distinguishes `look` from `from`. */
function setLook(format: Excel.RangeFormat, look: Look, from: Look | null, rowCount: number): void {
  if (look.font !== from?.font) format.font.name = look.font;
  if (look.size !== from?.size) format.font.size = look.size;
  if (look.bold !== (from?.bold ?? false)) format.font.bold = look.bold;
  if (look.colour !== from?.colour) format.font.color = look.colour;
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.align !== from?.align) format.horizontalAlignment = HORIZONTAL[look.align];
  if (look.wrap !== from?.wrap) format.wrapText = look.wrap;
  if (look.rule === null) return;
  const edges = rowCount > 1 ? (["EdgeBottom", "InsideHorizontal"] as const) : (["EdgeBottom"] as const);
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = look.rule.style;
    border.color = look.rule.colour;
    border.weight = look.rule.weight;
  }
}

/** Calls that a look takes at most, for the estimate of the payload. */
const CALLS_PER_LOOK = 6;

function* writeLooks(sheet: Excel.Worksheet, grid: TabGrid): Steps {
  const { rowCount, columnCount, shown } = grid;
  const whole = range(sheet, { row: 0, column: 0, rowCount, columnCount }).format;
  setLook(whole, BASE, null, rowCount);
  whole.verticalAlignment = "Center";
  yield BYTES_PER_CALL * CALLS_PER_LOOK;
  const block = <K extends string>(keyOf: (cell: ReportCell) => K | null) =>
    partition(rowCount, columnCount, (row, column) => {
      const cell = shown(row, column);
      return cell === null ? null : keyOf(cell);
    });
  for (const { key, area } of block((cell) => (cell.role === "blank" ? null : cell.role))) {
    setLook(range(sheet, area).format, LOOKS[key], BASE, area.rowCount);
    yield BYTES_PER_CALL * CALLS_PER_LOOK;
  }
  for (const { key, area } of block(({ align, role }) => (align === LOOKS[role].align ? null : (align ?? null)))) {
    range(sheet, area).format.horizontalAlignment = HORIZONTAL[key];
    yield BYTES_PER_CALL;
  }
  for (const { key, area } of block(({ format }) => numberFormatOf(format))) {
    range(sheet, area).numberFormat = Array.from({ length: area.rowCount }, () =>
      Array.from({ length: area.columnCount }, () => key),
    );
    yield BYTES_PER_CALL + area.rowCount * area.columnCount * (key.length + 3);
  }
  for (const { key, area } of block(
    ({ tone, link }): Tone | "link" | null => tone ?? (link === undefined ? null : "link"),
  )) {
    const { font } = range(sheet, area).format;
    if (key === "link") {
      font.color = LINK_COLOUR;
      font.underline = "Single";
    } else {
      font.color = TONES[key].colour;
      font.italic = TONES[key].italic;
    }
    yield BYTES_PER_CALL * 2;
  }
}

/** Runs of equal numbers: start and length. */
function runs(sizes: readonly number[]): { readonly first: number; readonly count: number; readonly size: number }[] {
  const found: { first: number; count: number; size: number }[] = [];
  for (const [index, size] of sizes.entries()) {
    const last = found[found.length - 1];
    if (last !== undefined && last.size === size) last.count += 1;
    else found.push({ first: index, count: 1, size });
  }
  return found;
}

function* writeSizes(sheet: Excel.Worksheet, tab: ReportTab): Steps {
  for (const { first, count, size } of runs(tab.widths)) {
    range(sheet, { row: 0, column: first, rowCount: 1, columnCount: count }).format.columnWidth = columnPoints(size);
    yield BYTES_PER_CALL;
  }
  for (const { first, count, size } of runs(tab.rows.map(({ cells, height }) => height ?? rowHeight(cells)))) {
    range(sheet, { row: first, column: 0, rowCount: count, columnCount: 1 }).format.rowHeight = size;
    yield BYTES_PER_CALL;
  }
}

function writeScale(sheet: Excel.Worksheet, scale: ReportScale): void {
  const formats = range(sheet, scale.area).conditionalFormats;
  const at = (value: number) => String(value);
  if (scale.kind === "colour") {
    formats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "Number", formula: at(scale.min), color: COLOUR_SCALE.low },
      midpoint: { type: "Number", formula: at((scale.min + scale.max) / 2), color: COLOUR_SCALE.middle },
      maximum: { type: "Number", formula: at(scale.max), color: COLOUR_SCALE.high },
    };
    return;
  }
  const bar = formats.add("DataBar").dataBar;
  bar.lowerBoundRule = { type: "Number", formula: at(scale.min) };
  bar.upperBoundRule = { type: "Number", formula: at(scale.max) };
  bar.positiveFormat.fillColor = DATA_BAR_COLOUR;
}

function writeFreeze(sheet: Excel.Worksheet, { rows, columns }: ReportTab["freeze"]): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(range(sheet, { row: 0, column: 0, rowCount: rows, columnCount: columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function writePage(sheet: Excel.Worksheet, tab: ReportTab): void {
  const page = sheet.pageLayout;
  page.orientation = tab.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  page.zoom = tab.onePage === true ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.topMargin = PAGE.margins.top;
  page.bottomMargin = PAGE.margins.bottom;
  page.leftMargin = PAGE.margins.left;
  page.rightMargin = PAGE.margins.right;
  page.headerMargin = PAGE.margins.header;
  page.footerMargin = PAGE.margins.footer;
  page.headersFooters.defaultForAllPages.centerFooter = PAGE.footer;
  if (tab.titleRows !== undefined) page.setPrintTitleRows(`$${tab.titleRows.first + 1}:$${tab.titleRows.last + 1}`);
  const { rowCount, columnCount } = tabGrid(tab);
  const { first, last } = tab.printed ?? { first: 0, last: rowCount - 1 };
  page.setPrintArea(range(sheet, { row: first, column: 0, rowCount: last - first + 1, columnCount }));
  for (const row of pageBreaks(tab)) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/** Empties a tab that is written anew: cells with their looks, merged areas, rules, breaks, frozen panes. Charts stay. */
export function* clearTab(sheet: Excel.Worksheet, used: Area): Steps {
  const cells = range(sheet, used);
  cells.conditionalFormats.clearAll();
  cells.unmerge();
  cells.clear();
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.freezePanes.unfreeze();
  yield BYTES_PER_CALL * 6;
}

/**
 * Everything of a tab but its charts, onto an empty sheet. `inputs` is what goes into the cells, where that is not what the
 * report says: when a tab is put back, what stood in it.
 */
export function* writeTab(sheet: Excel.Worksheet, tab: ReportTab, names: TabNames, inputs?: Inputs): Steps {
  yield* writeInputs(sheet, inputs ?? inputsOf(tab, names));
  yield* writeLinks(sheet, tab, names);
  yield* writeMerges(sheet, tab);
  yield* writeLooks(sheet, tabGrid(tab));
  yield* writeSizes(sheet, tab);
  for (const scale of tab.scales) {
    writeScale(sheet, scale);
    yield BYTES_PER_CALL * 2;
  }
  writeFreeze(sheet, tab.freeze);
  writePage(sheet, tab);
  sheet.showGridlines = false;
  sheet.tabColor = TAB_COLOUR;
  yield BYTES_PER_CALL * 12 + tab.rows.length;
}
