import { type CellValue, cellName } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import type { LedgerRange } from "./ledger";
import type { RawRow } from "./range-rows";
import { textOf } from "./text";
import { type Vocabulary, isBlank } from "./vocabulary";

/** The fields that a blank cell takes from above (methodology §2, rows). */
type FilledField = "支部" | "单位";

/** 支部 and 单位 of a row, blank cells filled from above. */
export interface Filled {
  readonly branch: string;
  readonly unit: string;
  /** The row's cells, with what was filled in. */
  readonly cells: readonly CellValue[];
}

/** Fills blank 支部 and 单位 cells of one range from above, row by row, until a totals row; 支部 does not fill in a roster. */
export interface FillDown {
  readonly row: (raw: RawRow) => Filled;
  /** One listing for each run of rows that took the same value; to be asked after the last row. */
  readonly issues: () => readonly Issue[];
}

interface Run {
  readonly value: string;
  readonly first: number;
  rows: number;
}

/** A fill-down for the rows of one range, in their order. */
export function fillDown(range: LedgerRange, words: Vocabulary): FillDown {
  const issues: Issue[] = [];
  const branch = fieldFiller(range, "支部", range.table.name !== "支部名册", words, issues);
  const unit = fieldFiller(range, "单位", true, words, issues);
  return {
    row: ({ row, cells, afterTotal }) => {
      if (afterTotal) {
        branch.reset();
        unit.reset();
      }
      const own = branch.next(row, cells);
      const filled = unit.next(row, own.cells);
      return { branch: own.value, unit: filled.value, cells: filled.cells };
    },
    issues: () => {
      branch.reset();
      unit.reset();
      return issues;
    },
  };
}

interface FieldFiller {
  readonly next: (
    row: number,
    cells: readonly CellValue[],
  ) => { readonly value: string; readonly cells: readonly CellValue[] };
  /** Forgets the value above and closes the open run. */
  readonly reset: () => void;
}

function fieldFiller(
  range: LedgerRange,
  field: FilledField,
  fills: boolean,
  words: Vocabulary,
  issues: Issue[],
): FieldFiller {
  const column = range.columns[field];
  let value = "";
  let run: Run | null = null;
  const close = (): void => {
    if (run !== null)
      issues.push(
        issue(
          "filledDown",
          { sheet: range.sheet, cell: cellName(run.first, range.column + (column ?? 0)) },
          { table: range.table.name, column: field, value: run.value, rows: run.rows },
        ),
      );
    run = null;
  };
  return {
    next: (row, cells) => {
      if (column === undefined) return { value: "", cells };
      const cell = cells[column];
      if (!isBlank(cell, words)) {
        close();
        value = textOf(cell).trim();
        return { value, cells };
      }
      if (!fills || value === "") return { value: "", cells };
      if (run === null) run = { value, first: row, rows: 1 };
      else run.rows++;
      const copy = [...cells];
      copy[column] = value;
      return { value, cells: copy };
    },
    reset: () => {
      close();
      value = "";
    },
  };
}
