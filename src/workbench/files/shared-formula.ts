import { SHEET_COLUMNS, SHEET_ROWS, columnIndex, columnLetters } from "./address";

/** Texts, quoted sheet names, structured references, then what may be a cell, column or row reference with what stands around it. */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![A-Za-z0-9_.$\u0080-\uffff])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![A-Za-z0-9_.(!\u0080-\uffff])/g;

/**
 * The formula a cell of a shared formula has: that of the first cell with its relative references moved by `rows` and `columns`.
 * A reference that would leave the sheet wraps around, as in Excel.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const row = (fixed: string, text: string): string =>
    fixed + (fixed === "$" ? text : String(wrap(Number(text) - 1 + rows, SHEET_ROWS) + 1));
  const column = (fixed: string, text: string): string =>
    fixed + (fixed === "$" ? text : columnLetters(wrap(columnIndex(text) + columns, SHEET_COLUMNS)));
  return formula.replace(PIECE, (whole: string, ...groups: unknown[]) => {
    const [cf, c, rf, r, f1, c1, f2, c2, g1, r1, g2, r2] = groups.map((group) =>
      typeof group === "string" ? group : undefined,
    );
    if (cf !== undefined && c !== undefined && rf !== undefined && r !== undefined) {
      return columnIndex(c) < SHEET_COLUMNS && Number(r) <= SHEET_ROWS ? column(cf, c) + row(rf, r) : whole;
    }
    if (f1 !== undefined && c1 !== undefined && f2 !== undefined && c2 !== undefined)
      return `${column(f1, c1)}:${column(f2, c2)}`;
    if (g1 !== undefined && r1 !== undefined && g2 !== undefined && r2 !== undefined)
      return `${row(g1, r1)}:${row(g2, r2)}`;
    return whole;
  });
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
