import type { CellValue } from "../grid";
import { type LedgerRow, fieldOf } from "../ledger/ledger";
import { type Vocabulary, isBlank } from "../ledger/vocabulary";

/**
 * One column of the rows that count, by branch: equal cells share a code, so that whatever follows from a cell alone is worked
 * out once for each distinct cell.
 */
export interface CodedColumn {
  /** `values[code]` is the cell. */
  readonly values: readonly CellValue[];
  /** `codes[branch][i]` belongs to the i-th row of the branch. */
  readonly codes: readonly Int32Array[];
}

const DERIVED = "党建+";

/** Codes one column; a blank 共建方向 beside a filled 党建+ is 党建+ (methodology §2). */
export function codedColumn(rows: readonly (readonly LedgerRow[])[], field: string, words: Vocabulary): CodedColumn {
  const derives = field === "共建方向";
  const values: CellValue[] = [];
  const known = new Map<CellValue, number>();
  const codes = rows.map((own) => {
    const column = new Int32Array(own.length);
    for (const [at, row] of own.entries()) {
      let cell = fieldOf(row, field);
      if (derives && isBlank(cell, words) && !isBlank(fieldOf(row, DERIVED), words)) cell = DERIVED;
      let code = known.get(cell);
      if (code === undefined) {
        code = values.length;
        values.push(cell);
        known.set(cell, code);
      }
      column[at] = code;
    }
    return column;
  });
  return { values, codes };
}

/** What `decide` makes of the cell of a branch's i-th row; asked once for each distinct cell. */
export function perCell<T extends object | string | number | boolean | null>(
  column: CodedColumn,
  decide: (cell: CellValue) => T,
): (branch: number, at: number) => T {
  const decided: (T | undefined)[] = column.values.map(() => undefined);
  return (branch, at) => {
    const code = column.codes[branch]?.[at] ?? -1;
    const known = decided[code];
    if (known !== undefined) return known;
    const made = decide(column.values[code] ?? null);
    if (code >= 0) decided[code] = made;
    return made;
  };
}
