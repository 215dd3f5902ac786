import { TABLES } from "./schema";

/**
 * One range whose columns the clerk has confirmed. The setting `ronghe.mapping` holds them as JSON:
 * `{"version":1,"ranges":[{"sheet":"活动","table":"活动台账","columns":{"支部":"党支部名称","日期":"时间"}}]}` — `columns` maps a field to
 * the text of its header (of a two-row header: both texts joined, or one of them); `"table":null` says that the range is no
 * ledger. A range is found by its header texts, so that inserted rows and columns do not matter.
 */
export interface MappedRange {
  readonly sheet: string;
  readonly table: string | null;
  readonly columns: Readonly<Record<string, string>>;
}

/** The confirmed ranges in the stored text; `null` where it is not of that form. */
export function parseMapping(text: string): readonly MappedRange[] | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    // Reported by the caller as mappingUnreadable.
    return null;
  }
  if (!isRecord(stored) || stored["version"] !== 1 || !Array.isArray(stored["ranges"])) return null;
  const ranges = stored["ranges"].map(mappedRange);
  const read = ranges.filter((range) => range !== null);
  return read.length === ranges.length ? read : null;
}

function mappedRange(value: unknown): MappedRange | null {
  if (!isRecord(value)) return null;
  const { sheet, table, columns } = value;
  if (typeof sheet !== "string" || !isRecord(columns)) return null;
  if (table !== null && (typeof table !== "string" || !TABLES.some(({ name }) => name === table))) return null;
  const texts = Object.entries(columns).flatMap(([field, header]) =>
    typeof header === "string" && header !== "" ? [[field, header] as const] : [],
  );
  return texts.length === Object.keys(columns).length && texts.length > 0
    ? { sheet, table, columns: Object.fromEntries(texts) }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
