import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, placeOf } from "../ledger/ledger";
import { type DateContext, readDate } from "../ledger/read-date";
import { readNumber } from "../ledger/read-number";
import { textOf } from "../ledger/text";
import { type Vocabulary, isBlank } from "../ledger/vocabulary";
import { fieldReader, remembered } from "./columns";

/** Reads typed values out of ledger rows, field by field; what cannot be read is listed with its cell. */
export interface CellReader {
  /** The number of a cell; `null` where blank or unreadable. */
  readonly number: (field: string) => (row: LedgerRow) => number | null;
  /** The day of a cell; `blank`, or `unreadable` (listed). */
  readonly day: (field: string) => (row: LedgerRow) => number | "blank" | "unreadable";
  /** Whether a cell is blank. */
  readonly blank: (row: LedgerRow, field: string) => boolean;
  /** The text of a cell, trimmed. */
  readonly text: (row: LedgerRow, field: string) => string;
}

/** A reader that lists into `issues`; it remembers dates that are written as text. */
export function cellReader(
  frame: { readonly words: Vocabulary; readonly dates: DateContext },
  issues: IssueList,
): CellReader {
  const { words, dates } = frame;
  const dayOf = remembered((cell) => readDate(cell, dates));
  return {
    number: (field) => {
      const cellOf = fieldReader(field);
      return (row) => {
        const cell = cellOf(row);
        if (typeof cell === "number") return cell;
        if (isBlank(cell, words)) return null;
        const read = readNumber(cell);
        const about = { table: row.range.table.name, column: field, text: textOf(cell) };
        // Digits without end are no figure.
        const value = read !== null && Number.isFinite(read.value) ? read.value : null;
        if (read === null || value === null) issues.add(issue("numberUnreadable", placeOf(row, field), about));
        else if (!read.exact) issues.add(issue("numberLeftover", placeOf(row, field), { ...about, value }));
        return value;
      };
    },
    day: (field) => {
      const cellOf = fieldReader(field);
      return (row) => {
        const cell = cellOf(row);
        if (isBlank(cell, words)) return "blank";
        const day = typeof cell === "string" ? dayOf(cell) : readDate(cell, dates);
        if (day === null)
          issues.add(
            issue("dateUnreadable", placeOf(row, field), {
              table: row.range.table.name,
              column: field,
              text: textOf(cell),
            }),
          );
        return day ?? "unreadable";
      };
    },
    blank: (row, field) => isBlank(fieldOf(row, field), words),
    text: (row, field) => textOf(fieldOf(row, field)).trim(),
  };
}
