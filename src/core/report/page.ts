import type { Area } from "../grid";
import { headingLines } from "./heading-lines";
import type { ReportCell, ReportChart, ReportRow, ReportScale, ReportTab, Role } from "./report-model";
import { TALLEST_ROW } from "./paper";
import { lineCount } from "./text-width";

/** A cell that covers `span` columns of the page. */
export interface Wide {
  readonly span: number;
  readonly cell: ReportCell;
}

/** What may stand in a row from left to right: a cell, a cell over several columns, or an empty column. */
export type Entry = ReportCell | Wide | null;

/** One column of a table on a page: its heading and the page columns that it covers. */
export interface Column {
  readonly heading: string;
  readonly span: number;
}

export interface RowOptions {
  readonly breakBefore?: boolean;
  /** Points of the row, whatever its texts need. */
  readonly height?: number;
  /** Points of the row where its texts need no more. */
  readonly least?: number;
  /** True for a row at the foot of the table above it: sums and means stand on no page without a line of theirs. */
  readonly foot?: boolean;
}

/** Rows of a table that may run over several printed pages: those of its headings, the first one of each line, and its last one. */
export interface DrawnTable {
  readonly head: { readonly first: number; readonly last: number };
  readonly lines: readonly number[];
  readonly last: number;
}

/** A tab as it was drawn. */
export interface DrawnTab extends ReportTab {
  readonly tables: readonly DrawnTable[];
}

/** For each table of a tab, in the order in which they are drawn, the lines with which a printed page begins: its headings stand again above them. */
export type Cuts = readonly ReadonlySet<number>[];

/** A page under construction: rows from top to bottom, each of which may span columns. */
export interface Page {
  readonly columns: number;
  /** Number of rows so far: the index of the next row. */
  readonly length: () => number;
  /** Adds a row and returns its index. */
  readonly row: (entries: readonly Entry[], options?: RowOptions) => number;
  /** Adds a row whose one cell covers the whole page. */
  readonly line: (cell: ReportCell, options?: RowOptions) => number;
  /** Adds `count` empty rows; a page break stands before the first of them. */
  readonly space: (count: number, options?: RowOptions) => void;
  /** Divides all columns of the page among as many table columns as there are shares, each at least one column wide. */
  readonly spread: (shares: readonly number[]) => number[];
  /**
   * Adds a table: `head` adds the rows of its headings, `line` those of each of its items. Gives the first row of each line:
   * where the table runs over printed pages, headings stand between them again. `once` adds rows that stand under the first headings only.
   */
  readonly lines: <T>(
    head: () => void,
    items: readonly T[],
    line: (item: T, index: number) => void,
    once?: () => void,
  ) => readonly number[];
  /** Adds a table with one row of headings and one of cells for each line; gives the rows of the lines, as `lines` does. */
  readonly table: (columns: readonly Column[], rows: readonly (readonly ReportCell[])[]) => readonly number[];
  readonly merge: (area: Area) => void;
  readonly scale: (scale: ReportScale) => void;
  readonly chart: (chart: ReportChart) => void;
  readonly tab: (frame: Omit<ReportTab, "rows" | "merges" | "scales" | "charts" | "widths">) => DrawnTab;
}

/** Points per wrapped line, by role; roles set larger than body text also take more width (`stretch`). */
const LINES: Readonly<Record<Role, { readonly height: number; readonly stretch: number }>> = {
  title: { height: 32, stretch: 2 },
  subtitle: { height: 22, stretch: 1.3 },
  section: { height: 22, stretch: 1.3 },
  header: { height: 18, stretch: 1 },
  body: { height: 18, stretch: 1 },
  label: { height: 18, stretch: 1 },
  figure: { height: 18, stretch: 1 },
  stripLabel: { height: 16, stretch: 1 },
  stripFigure: { height: 26, stretch: 1.7 },
  note: { height: 15, stretch: 0.92 },
  signature: { height: 20, stretch: 1 },
  input: { height: 18, stretch: 1 },
  navigation: { height: 15, stretch: 0.92 },
  blank: { height: 18, stretch: 1 },
};

/** Characters of the space beside a column's text, which merged columns have for text as well. */
const PADDING = 1;

/** What a cell of these columns holds for text, in characters; a heading is set without a rest at the end of its lines. */
function roomOf(width: number, role: Role): number {
  return role === "header" ? width : (width - 0.5) / LINES[role].stretch;
}

/** A cell as it is written into columns of this width: a heading is broken into lines that can be read. */
function fitted(cell: ReportCell, width: number): ReportCell {
  if (cell.role !== "header" || typeof cell.value !== "string") return cell;
  const value = headingLines(cell.value, roomOf(width, cell.role));
  return value === cell.value ? cell : { ...cell, value };
}

function isWide(entry: ReportCell | Wide): entry is Wide {
  return "span" in entry;
}

/** Width of a cell that covers `span` of the columns of the given widths, in characters of body text. */
export function coveredWidth(widths: readonly number[], column: number, span: number): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0) + (span - 1) * PADDING;
}

/** Height in points that a cell's text needs when wrapped into `width` characters; 0 where one line does. */
export function neededHeight(cell: ReportCell, width: number): number {
  const shown = cell.entered?.value ?? cell.value;
  if (typeof shown !== "string") return 0;
  const lines = lineCount(shown, roomOf(width, cell.role));
  return lines <= 1 ? 0 : Math.min(TALLEST_ROW, lines * LINES[cell.role].height + 4);
}

/** Divides columns of the given widths among shares: each takes columns until its part of the whole width is reached. */
function spread(widths: readonly number[], shares: readonly number[]): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0) / shares.reduce((sum, share) => sum + share, 0);
  const spans: number[] = [];
  let column = 0;
  let covered = 0;
  let wanted = 0;
  shares.forEach((share, index) => {
    const last = widths.length - (shares.length - 1 - index);
    const start = column;
    wanted += share * whole;
    do {
      covered += widths[column] ?? 0;
      column += 1;
    } while (column < last && (index === shares.length - 1 || covered + (widths[column] ?? 0) / 2 <= wanted));
    spans.push(column - start);
  });
  return spans;
}

/** An empty page with the given column widths (characters of body text), whose tables have their headings again at `cuts`. */
export function page(widths: readonly number[], cuts: Cuts = []): Page {
  const columns = widths.length;
  // Where each column starts, so that the width of any span is one subtraction.
  const starts = [0];
  for (const width of widths) starts.push((starts[starts.length - 1] ?? 0) + width);
  const covers = (column: number, span: number) =>
    (starts[Math.min(columns, column + span)] ?? 0) - (starts[column] ?? 0) + (span - 1) * PADDING;
  const rows: ReportRow[] = [];
  const merges: Area[] = [];
  const scales: ReportScale[] = [];
  const charts: ReportChart[] = [];
  const tables: DrawnTable[] = [];
  /** Has the last table end with the last row. */
  const stretch = () => {
    const table = tables[tables.length - 1];
    if (table !== undefined) tables[tables.length - 1] = { ...table, last: rows.length - 1 };
  };

  const row: Page["row"] = (entries, options = {}) => {
    const cells: (ReportCell | null)[] = [];
    let height = options.height ?? options.least ?? 0;
    for (const entry of entries) {
      if (entry === null) {
        cells.push(null);
        continue;
      }
      const { cell: given, span } = isWide(entry) ? entry : { cell: entry, span: 1 };
      const cell = fitted(given, covers(cells.length, span));
      if (options.height === undefined) height = Math.max(height, neededHeight(cell, covers(cells.length, span)));
      if (span > 1) merges.push({ row: rows.length, column: cells.length, rowCount: 1, columnCount: span });
      cells.push(cell);
      for (let hidden = 1; hidden < span; hidden += 1) cells.push({ value: null, role: cell.role });
    }
    rows.push({
      cells,
      ...(height > 0 ? { height } : {}),
      ...(options.breakBefore === true ? { breakBefore: true } : {}),
    });
    if (options.foot === true) stretch();
    return rows.length - 1;
  };

  const lines: Page["lines"] = (head, items, line, once) => {
    const own = cuts[tables.length];
    const first = rows.length;
    head();
    const last = rows.length - 1;
    const at: number[] = [];
    tables.push({ head: { first, last }, lines: at, last });
    once?.();
    for (const [index, item] of items.entries()) {
      if (own?.has(index) === true) {
        const top = rows.length;
        head();
        const again = rows[top];
        if (again !== undefined) rows[top] = { ...again, breakBefore: true };
      }
      at.push(rows.length);
      line(item, index);
    }
    stretch();
    return at;
  };

  return {
    columns,
    length: () => rows.length,
    row,
    lines,
    spread: (shares) => spread(widths, shares),
    line: (cell, options) => row([{ span: columns, cell }], options),
    space: (count, { height, breakBefore } = {}) => {
      for (let added = 0; added < count; added += 1) {
        const broken = added === 0 && breakBefore === true;
        rows.push({
          cells: [],
          ...(height === undefined ? {} : { height }),
          ...(broken ? { breakBefore } : {}),
        });
      }
    },
    table: (heads, cells) =>
      lines(
        () =>
          row(heads.map(({ heading, span }) => ({ span, cell: { value: heading, role: "header", align: "centre" } }))),
        cells,
        (line) => row(line.map((cell, column) => ({ span: heads[column]?.span ?? 1, cell }))),
      ),
    merge: (area) => {
      if (area.rowCount * area.columnCount > 1) merges.push(area);
    },
    scale: (scale) => scales.push(scale),
    chart: (chart) => charts.push(chart),
    tab: (frame) => ({ ...frame, widths, rows, merges, scales, charts, tables }),
  };
}
