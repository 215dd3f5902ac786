import type { Area } from "../core/grid";
import { MARGINS } from "../core/report/paper";
import type { Align, ReportCell, ReportScale, ReportTab, Tone } from "../core/report/report-model";
import { inputPrompt } from "../i18n/workbook-kept";
import { asInput } from "./cell-input";
import { cellsAt } from "./cells-at";
import { grouped } from "./grouped";
import { partition } from "./partition";
import { BYTES_PER_CALL, bytesOf, REQUEST_BYTES } from "./payload";
import type { TabNames } from "./sheet-names";
import { quotedSheet, withTabNames } from "./sheet-names";
import type { TabGrid } from "./tab-grid";
import { mergeBlocks, tabGrid, tabSize } from "./tab-grid";
import type { Look, Theme } from "./theme";
import { COLOUR_SCALE, DATA_BAR_COLOUR, LINK_COLOUR, numberFormatOf, PAGE_NUMBERS, TAB_COLOUR, TONES } from "./theme";

/** What goes into the cells, row by row from A1: texts, numbers, formulas; `null` leaves a cell to the formula that fills it. */
export type Inputs = readonly (readonly (string | number | boolean | null)[])[];

/**
 * A piece of writing cut into steps. Each step queues calls without a round trip and tells the bytes that they take, so that
 * the caller can send what is queued before a request grows too large.
 */
export type Steps = Generator<number, void, undefined>;

/** What of a tab is not the report's to say. */
export interface Own {
  /** What goes into the cells, where that is not what the report says: when a tab is put back, what stood in it. */
  readonly inputs?: Inputs;
  /** Widths in points that columns keep; `null` for those that the report sets. */
  readonly widths: readonly (number | null)[];
  /** Address of the print area that is kept; `null` for the report's. */
  readonly printArea: string | null;
}

/** A tab on which nothing but the report has a say. */
export const NOTHING_OWN: Own = { widths: [], printArea: null };

/** How the tabs of one report are written: its looks, and the names that their sheets have. */
export interface Manner {
  readonly theme: Theme;
  readonly names: TabNames;
}

/** Bytes that a link of a cell or the size of a row takes among others in one call. */
const BYTES_PER_LINK = 150;
const BYTES_PER_SIZE = 40;

/** Values are written in pieces of about this size, so that a request that is nearly full does not grow much larger with the next. */
const BYTES_PER_WRITE = REQUEST_BYTES / 2;

/** What a report puts into the cells of a tab. Formulas name the tabs as their sheets are called now. */
function inputsOf(tab: ReportTab, names: TabNames): Inputs {
  const { rowCount, columnCount } = tabSize(tab);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      const cell = tab.rows[row]?.cells[column] ?? null;
      if (cell === null) return "";
      if (cell.spilled === true) return null;
      if (cell.entered !== undefined) return cell.entered.formula ?? asInput(cell.entered.value);
      return cell.formula === undefined ? asInput(cell.value) : withTabNames(cell.formula, names);
    }),
  );
}

/** Rows from the first on, cut where one write would grow too large. */
function* slices<T extends string | number | boolean | null>(
  grid: readonly (readonly T[])[],
): Generator<{ readonly first: number; readonly rows: T[][]; readonly bytes: number }> {
  let first = 0;
  let bytes = 0;
  for (const [row, cells] of grid.entries()) {
    bytes += cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
    if (bytes < BYTES_PER_WRITE && row < grid.length - 1) continue;
    yield { first, rows: grid.slice(first, row + 1).map((each) => [...each]), bytes };
    first = row + 1;
    bytes = 0;
  }
}

/** Writes inputs from A1 on: one two-dimensional write, cut only where the payload demands. */
export function* writeInputs(sheet: Excel.Worksheet, inputs: Inputs): Steps {
  for (const { first, rows, bytes } of slices(inputs)) {
    const columnCount = rows[0]?.length ?? 0;
    cellsAt(sheet, { row: first, column: 0, rowCount: rows.length, columnCount }).formulas = rows;
    yield bytes + BYTES_PER_CALL;
  }
}

/** Makes cells links, those beside one another in one call. */
function* writeLinks(
  sheet: Excel.Worksheet,
  tab: ReportTab,
  { rowCount, columnCount }: TabGrid,
  names: TabNames,
): Steps {
  const linkAt = (row: number, column: number) => tab.rows[row]?.cells[column]?.link;
  const propertiesAt = (row: number, column: number): Excel.SettableCellProperties => {
    const link = linkAt(row, column);
    if (link === undefined) return {};
    return {
      hyperlink: { documentReference: `${quotedSheet(names.get(link.sheet) ?? link.sheet)}!${link.cell}` },
    };
  };
  const isLink = (row: number, column: number) => (linkAt(row, column) === undefined ? null : 1);
  for (const { area } of partition(rowCount, columnCount, isLink)) {
    const properties = Array.from({ length: area.rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (__, column) => propertiesAt(area.row + row, area.column + column)),
    );
    cellsAt(sheet, area).setCellProperties(properties);
    yield BYTES_PER_CALL + BYTES_PER_LINK * area.rowCount * area.columnCount;
  }
}

function* writeMerges(sheet: Excel.Worksheet, tab: ReportTab): Steps {
  for (const { area, across } of mergeBlocks(tab.merges)) {
    cellsAt(sheet, area).merge(across);
    yield BYTES_PER_CALL;
  }
}

const HORIZONTAL: Readonly<Record<Align, "Left" | "Center" | "Right">> = {
  left: "Left",
  centre: "Center",
  right: "Right",
};

/** Sets what distinguishes `look` from `from`. */
function setLook(format: Excel.RangeFormat, look: Look, from: Look | null, isOneRow: boolean): void {
  if (look.font !== from?.font) format.font.name = look.font;
  if (look.size !== from?.size) format.font.size = look.size;
  if (look.bold !== (from?.bold ?? false)) format.font.bold = look.bold;
  if (look.colour !== from?.colour) format.font.color = look.colour;
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.align !== from?.align) format.horizontalAlignment = HORIZONTAL[look.align];
  if (look.wrap !== from?.wrap) format.wrapText = look.wrap;
  if (look.rule === null) return;
  const edges = isOneRow ? (["EdgeBottom"] as const) : (["EdgeBottom", "InsideHorizontal"] as const);
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = look.rule.style;
    border.color = look.rule.colour;
    border.weight = look.rule.weight;
  }
}

/** Calls that a look takes at most, for the estimate of the payload. */
const CALLS_PER_LOOK = 12;

function* writeLooks(sheet: Excel.Worksheet, grid: TabGrid, { base, looks }: Theme): Steps {
  const { rowCount, columnCount, shown } = grid;
  const whole = cellsAt(sheet, { row: 0, column: 0, rowCount, columnCount }).format;
  setLook(whole, base, null, rowCount === 1);
  whole.verticalAlignment = "Center";
  yield BYTES_PER_CALL * CALLS_PER_LOOK;
  const blocks = <K extends string>(keyOf: (cell: ReportCell) => K | null) =>
    grouped(
      partition(rowCount, columnCount, (row, column) => {
        const cell = shown(row, column);
        return cell === null ? null : keyOf(cell);
      }),
    );
  for (const { key, isOneRow, addresses } of blocks((cell) => (cell.role === "blank" ? null : cell.role))) {
    for (const address of addresses) {
      setLook(sheet.getRanges(address).untrack().format, looks[key], base, isOneRow);
      yield BYTES_PER_CALL * CALLS_PER_LOOK + address.length;
    }
  }
  for (const { key, addresses } of blocks(({ align, role }) =>
    align === looks[role].align ? null : (align ?? null),
  )) {
    for (const address of addresses) {
      sheet.getRanges(address).untrack().format.horizontalAlignment = HORIZONTAL[key];
      yield BYTES_PER_CALL + address.length;
    }
  }
  for (const { key, addresses } of blocks(
    ({ tone, link, role }): Tone | "link" | null => tone ?? (link === undefined || role === "header" ? null : "link"),
  )) {
    for (const address of addresses) {
      const { font } = sheet.getRanges(address).untrack().format;
      if (key === "link") {
        font.color = LINK_COLOUR;
        font.underline = "Single";
      } else {
        font.color = TONES[key].colour;
        font.italic = TONES[key].italic;
      }
      yield BYTES_PER_CALL * 2 + address.length;
    }
  }
}

/** Sets the number formats in one write, cut only where the payload demands; `null` leaves a cell as it is. */
function* writeFormats(sheet: Excel.Worksheet, { rowCount, columnCount, shown }: TabGrid): Steps {
  const formats = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      const cell = shown(row, column);
      return cell === null ? null : (cell.entered?.pattern ?? numberFormatOf(cell.format));
    }),
  );
  for (const { first, rows, bytes } of slices(formats)) {
    cellsAt(sheet, { row: first, column: 0, rowCount: rows.length, columnCount }).numberFormat = rows;
    yield bytes + BYTES_PER_CALL;
  }
}

function* writeSizes(sheet: Excel.Worksheet, tab: ReportTab, own: Own["widths"], look: Theme): Steps {
  const widths = tab.widths.map((width, index) => own[index] ?? look.columnPoints(width));
  cellsAt(sheet, { row: 0, column: 0, rowCount: 1, columnCount: widths.length }).setColumnProperties(
    widths.map((columnWidth) => ({ format: { columnWidth } })),
  );
  yield BYTES_PER_CALL + BYTES_PER_SIZE * widths.length;
  const heights = tab.rows.map(({ cells, height }) => look.rowHeight(cells, height));
  cellsAt(sheet, { row: 0, column: 0, rowCount: heights.length, columnCount: 1 }).setRowProperties(
    heights.map((rowHeight) => ({ format: { rowHeight } })),
  );
  yield BYTES_PER_CALL + BYTES_PER_SIZE * heights.length;
}

function writeScale(sheet: Excel.Worksheet, scale: ReportScale): void {
  const formats = cellsAt(sheet, scale.area).conditionalFormats;
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
    sheet.freezePanes.freezeAt(cellsAt(sheet, { row: 0, column: 0, rowCount: rows, columnCount: columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** A text in a footer, where `&` begins a code. */
function footerText(text: string): string {
  return text.replace(/&/gu, "&&");
}

function writePage(sheet: Excel.Worksheet, tab: ReportTab, printArea: string | null): void {
  const page = sheet.pageLayout;
  page.orientation = tab.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  page.zoom = tab.onePage === true ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.topMargin = MARGINS.top;
  page.bottomMargin = MARGINS.bottom;
  page.leftMargin = MARGINS.left;
  page.rightMargin = MARGINS.right;
  page.headerMargin = MARGINS.header;
  page.footerMargin = MARGINS.footer;
  const { defaultForAllPages } = page.headersFooters;
  defaultForAllPages.leftFooter = footerText(tab.footer ?? "");
  defaultForAllPages.centerFooter = PAGE_NUMBERS;
  if (tab.titleRows !== undefined) page.setPrintTitleRows(`$${tab.titleRows.first + 1}:$${tab.titleRows.last + 1}`);
  const { rowCount, columnCount } = tabSize(tab);
  const { first, last } = tab.printed ?? { first: 0, last: rowCount - 1 };
  page.setPrintArea(printArea ?? cellsAt(sheet, { row: first, column: 0, rowCount: last - first + 1, columnCount }));
  tab.rows.forEach(({ breakBefore }, row) => {
    if (breakBefore === true) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  });
}

/**
 * Empties the part of a tab that is written anew: cells with their looks, merged areas, rules, prompts; with it the sheet's breaks
 * and frozen panes, and its filter where `tabs`, which were or are to be drawn there, have one. Charts stay.
 */
export function* clearTab(sheet: Excel.Worksheet, used: Area, tabs: readonly ReportTab[]): Steps {
  const cells = cellsAt(sheet, used);
  if (tabs.some(({ filter }) => filter !== undefined)) sheet.autoFilter.remove();
  cells.conditionalFormats.clearAll();
  cells.unmerge();
  cells.dataValidation.clear();
  cells.clear();
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.freezePanes.unfreeze();
  yield BYTES_PER_CALL * 8;
}

/** Tells, when a cell of the clerk's is selected, that it is hers. */
function* writePrompts(sheet: Excel.Worksheet, { rowCount, columnCount, shown }: TabGrid): Steps {
  const blocks = partition(rowCount, columnCount, (row, column) =>
    shown(row, column)?.input === undefined ? null : 1,
  );
  for (const { area } of blocks) {
    cellsAt(sheet, area).dataValidation.prompt = { showPrompt: true, ...inputPrompt };
    yield BYTES_PER_CALL;
  }
}

/**
 * Everything of a tab but its charts, onto an empty sheet, all but what is the clerk's `own`.
 */
export function* writeTab(sheet: Excel.Worksheet, tab: ReportTab, { theme: look, names }: Manner, own: Own): Steps {
  const grid = tabGrid(tab);
  yield* writeInputs(sheet, own.inputs ?? inputsOf(tab, names));
  yield* writeLinks(sheet, tab, grid, names);
  yield* writeMerges(sheet, tab);
  yield* writeLooks(sheet, grid, look);
  yield* writeFormats(sheet, grid);
  yield* writeSizes(sheet, tab, own.widths, look);
  yield* writePrompts(sheet, grid);
  for (const scale of tab.scales) {
    writeScale(sheet, scale);
    yield BYTES_PER_CALL * 2;
  }
  if (tab.filter !== undefined) sheet.autoFilter.apply(cellsAt(sheet, tab.filter));
  writeFreeze(sheet, tab.freeze);
  writePage(sheet, tab, own.printArea);
  sheet.showGridlines = false;
  sheet.tabColor = TAB_COLOUR;
  yield BYTES_PER_CALL * 12 + tab.rows.length;
}
