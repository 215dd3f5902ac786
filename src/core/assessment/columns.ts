import type { CellValue } from "../grid";
import { type LedgerRange, type LedgerRow, fieldOf } from "../ledger/ledger";
import { type Vocabulary, isBlank } from "../ledger/vocabulary";

/**
 * One column of the rows that count, by branch: equal cells share a code, so that whatever follows from a cell alone is worked
 * out once for each distinct cell.
 */
export interface CodedColumn {
  /** `codes(branch)[i]` belongs to the i-th row of the branch. A branch is coded when it is first asked for. */
  readonly codes: (branch: number) => Int32Array;
  /** The cell that a code stands for. */
  readonly cell: (code: number) => CellValue;
  /** The distinct cells of all branches. */
  readonly cells: () => readonly CellValue[];
}

const PARTY_PLUS = "党建+";

/** Reads one field of many rows: {@link fieldOf} that looks its column up once for each range. */
export function fieldReader(field: string): (row: LedgerRow) => CellValue {
  let range: LedgerRange | null = null;
  let index = -1;
  return (row) => {
    if (row.range !== range) {
      range = row.range;
      index = range.columns[field] ?? -1;
    }
    return index < 0 ? fieldOf(row, field) : (row.cells[index] ?? null);
  };
}

/** Codes one column; a blank 共建方向 beside a filled 党建+ is 党建+ (methodology §2). */
export function codedColumn(rows: readonly (readonly LedgerRow[])[], field: string, words: Vocabulary): CodedColumn {
  const values: CellValue[] = [];
  const known = new Map<CellValue, number>();
  const read = field === "共建方向" ? directionReader(words) : fieldReader(field);
  const coded: (Int32Array | undefined)[] = rows.map(() => undefined);
  const codesOf = (own: readonly LedgerRow[]): Int32Array => {
    const column = new Int32Array(own.length);
    let at = 0;
    for (const row of own) {
      const cell = read(row);
      let code = known.get(cell);
      if (code === undefined) {
        code = values.length;
        values.push(cell);
        known.set(cell, code);
      }
      column[at++] = code;
    }
    return column;
  };
  const codes = (branch: number): Int32Array => (coded[branch] ??= codesOf(rows[branch] ?? []));
  return {
    codes,
    cell: (code) => values[code] ?? null,
    cells: () => {
      for (const branch of rows.keys()) codes(branch);
      return values;
    },
  };
}

function directionReader(words: Vocabulary): (row: LedgerRow) => CellValue {
  const direction = fieldReader("共建方向");
  const plus = fieldReader(PARTY_PLUS);
  return (row) => {
    const cell = direction(row);
    return isBlank(cell, words) && !isBlank(plus(row), words) ? PARTY_PLUS : cell;
  };
}

/** What follows from the cell of a branch's i-th row. */
export type CellReading<T> = (branch: number, at: number) => T;

/** Reads a coded column; `decide` is asked once for each distinct cell. */
export function perCode<T extends object | string | number | boolean | null>(
  column: CodedColumn,
  decide: (cell: CellValue) => T,
): CellReading<T> {
  const decided: (T | undefined)[] = [];
  let asked = -1;
  let codes: Int32Array = new Int32Array(0);
  return (branch, at) => {
    if (branch !== asked) {
      codes = column.codes(branch);
      asked = branch;
    }
    const code = codes[at] ?? -1;
    const known = decided[code];
    if (known !== undefined) return known;
    const made = decide(column.cell(code));
    if (code >= 0) decided[code] = made;
    return made;
  };
}

/** `decide`, asked once for each distinct cell. */
export function remembered<T extends object | string | number | boolean | null>(
  decide: (cell: CellValue) => T,
): (cell: CellValue) => T {
  const decided = new Map<CellValue, T>();
  return (cell) => {
    const known = decided.get(cell);
    if (known !== undefined) return known;
    const made = decide(cell);
    decided.set(cell, made);
    return made;
  };
}
