import type { Box } from "../files/document";

/** One cell of a sheet. */
interface Cell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Blocks of cells on one sheet. */
export interface CellBlock {
  readonly sheetId: string;
  readonly box: Box;
}

/** The runs of whole numbers in a list, as first and last. */
function runs(numbers: Iterable<number>): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Few boxes that hold exactly the given cells: formulas that call functions mostly stand in columns. */
export function cellBlocks(cells: readonly Cell[]): readonly CellBlock[] {
  const columns = new Map<string, Map<number, number[]>>();
  for (const { sheetId, row, column } of cells) {
    const sheet = columns.get(sheetId) ?? new Map<number, number[]>();
    columns.set(sheetId, sheet);
    const rows = sheet.get(column) ?? [];
    sheet.set(column, rows);
    rows.push(row);
  }
  return [...columns].flatMap(([sheetId, sheet]) => {
    const bySpan = new Map<string, { readonly span: readonly [number, number]; readonly columns: number[] }>();
    for (const [column, rows] of sheet) {
      for (const span of runs(rows)) {
        const same = bySpan.get(span.join()) ?? { span, columns: [] };
        bySpan.set(span.join(), same);
        same.columns.push(column);
      }
    }
    return [...bySpan.values()].flatMap(({ span: [top, bottom], columns: list }) =>
      runs(list).map(([left, right]) => ({ sheetId, box: { top, left, bottom, right } })),
    );
  });
}
