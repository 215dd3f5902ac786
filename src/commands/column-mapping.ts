import type { Issue } from "../core/issue";
import {
  type EditedMapping,
  ignoring,
  type MappableRange,
  mappingText,
  withColumn,
  withoutRange,
} from "../core/ledger/edit-mapping";
import { type MappedRange, parseMapping } from "../core/ledger/mapping";
import { keepMapping } from "../excel/kept-settings";
import { readMapping } from "../excel/settings";

/** How confirming a column ended: kept in the workbook, refused as it was asked, or not taken by Excel. */
export type ConfirmedColumn =
  | { readonly kind: "kept" }
  | Extract<EditedMapping, { kind: "refused" }>
  | { readonly kind: "failed"; readonly issue: Issue };

/** Confirms that `field` is read from the column with that header (from none where it is null), and keeps it in the workbook. */
export function confirmColumn(range: MappableRange, field: string, header: string | null): Promise<ConfirmedColumn> {
  return keep(withColumn(storedMapping(), range, field, header));
}

/** Keeps that a range is no ledger. */
export function ignoreRange(range: MappableRange): Promise<ConfirmedColumn> {
  return keep(ignoring(storedMapping(), range));
}

/** Forgets what was confirmed of a range: it is recognised by its headers again. */
export function forgetRange(range: MappableRange): Promise<ConfirmedColumn> {
  return keep({ kind: "changed", mapped: withoutRange(storedMapping(), range) });
}

/** What was confirmed so far. A mapping that cannot be read has been listed as such; the next one takes its place. */
function storedMapping(): readonly MappedRange[] {
  const text = readMapping();
  return (text === null ? null : parseMapping(text)) ?? [];
}

async function keep(edited: EditedMapping): Promise<ConfirmedColumn> {
  if (edited.kind === "refused") return edited;
  const issue = await keepMapping(mappingText(edited.mapped));
  return issue === null ? { kind: "kept" } : { kind: "failed", issue };
}
