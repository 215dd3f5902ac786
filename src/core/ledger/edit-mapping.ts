import { hasOwn } from "../has-own";
import type { MappedRange } from "./mapping";
import { tableSchema } from "./schema";
import { headerForm } from "./text";

/** A range whose columns are to be confirmed: the table it shall be, and which header stands for which field now. */
export interface MappableRange {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly mappable: boolean }[];
  /** What was confirmed of ranges that are found no more, on its sheet or on one that is gone (`WorkbookLook`); none where nobody looked. */
  readonly stale?: readonly MappedRange[];
}

/** A changed mapping, or why it cannot be changed so. `headerRepeated`: another column has the same header. */
export type EditedMapping =
  | { readonly kind: "changed"; readonly mapped: readonly MappedRange[] }
  | { readonly kind: "refused"; readonly why: "tableUnknown" | "fieldUnknown" | "headerUnknown" | "headerRepeated" };

/** The stored text of a mapping (`core/ledger/mapping`); `null` where it names no range. */
export function mappingText(mapped: readonly MappedRange[]): string | null {
  return mapped.length === 0 ? null : JSON.stringify({ version: 1, ranges: mapped });
}

/**
 * Confirms one column of a range: `field` is read from the column with that header, or from none where `header` is null. The
 * other columns are confirmed as they are read now. A header stands for one field, so the field that had it loses it.
 */
export function withColumn(
  mapped: readonly MappedRange[],
  range: MappableRange,
  field: string,
  header: string | null,
): EditedMapping {
  const table = tableSchema(range.table);
  if (table === null) return { kind: "refused", why: "tableUnknown" };
  if (!hasOwn(table.columns, field)) return { kind: "refused", why: "fieldUnknown" };
  const column = range.columns.find((one) => header !== null && sameHeader(one.header, header));
  if (header !== null && column === undefined) return { kind: "refused", why: "headerUnknown" };
  if (column?.mappable === false) return { kind: "refused", why: "headerRepeated" };
  const kept = range.columns.flatMap((one) =>
    one.field === null || one.field === field || one === column || !hasOwn(table.columns, one.field)
      ? []
      : [[one.field, one.header] as const],
  );
  const columns = Object.fromEntries(column === undefined ? kept : [...kept, [field, column.header] as const]);
  const others = withoutRange(mapped, range);
  // A range of which nothing is read any more is no range of this table: it is told so, or it would be recognised anew.
  if (Object.keys(columns).length === 0) return ignored(others, range);
  return { kind: "changed", mapped: [...others, { sheet: range.sheet, table: range.table, columns }] };
}

/** Says that a range is no ledger. */
export function ignoring(mapped: readonly MappedRange[], range: MappableRange): EditedMapping {
  return ignored(withoutRange(mapped, range), range);
}

function ignored(others: readonly MappedRange[], range: MappableRange): EditedMapping {
  const columns = Object.fromEntries(range.columns.map(({ header }, index) => [String(index + 1), header]));
  return { kind: "changed", mapped: [...others, { sheet: range.sheet, table: null, columns }] };
}

/**
 * The mapping without what it says of a range: its columns are recognised by their headers again. What was confirmed of a range that is
 * found no more goes too, if it was of the same table or half of its headers are those of this range: its headers were renamed.
 */
export function withoutRange(mapped: readonly MappedRange[], range: MappableRange): readonly MappedRange[] {
  const headers = new Set(range.columns.map(({ header }) => headerForm(header)));
  const share = ({ columns }: MappedRange): number => {
    const own = Object.values(columns);
    return own.filter((text) => headers.has(headerForm(text))).length / own.length;
  };
  const stale = new Set((range.stale ?? []).map((one) => JSON.stringify(one)));
  return mapped.filter((one) => {
    if (stale.has(JSON.stringify(one))) return one.table !== range.table && share(one) < RENAMED_SHARE;
    return one.sheet !== range.sheet || share(one) < 1;
  });
}

/** Share of the headers of a lost range from which a range is taken for it. */
const RENAMED_SHARE = 0.5;

function sameHeader(one: string, other: string): boolean {
  return headerForm(one) === headerForm(other);
}
