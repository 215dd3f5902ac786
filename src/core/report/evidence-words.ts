import type { Evidence } from "../assessment/assessment";
import { firstSpans } from "../assessment/evidence";
import type { Place } from "../issue";
import type { ReportMessages } from "./report-messages";

/** What a figure came from, in words: table and number of rows; the first row, to link to; which rows. */
export interface EvidenceWords {
  readonly source: string;
  readonly place: Place;
  readonly rows: string;
}

/** The words of an evidence, naming at most `shown` runs of rows of its first sheet; `null` where it holds no row. */
export function evidenceWords(
  evidence: Evidence | null,
  shown: number,
  messages: ReportMessages,
): EvidenceWords | null {
  // One more than is named tells whether there are more: an evidence may hold thousands of runs.
  const here = evidence === null ? [] : firstSpans(evidence, shown + 1);
  const [first] = here;
  if (evidence === null || first === undefined) return null;
  const sheets = new Set(evidence.sheets.map((one) => one.sheet)).size;
  return {
    source: messages.diagnosis.evidence(evidence.table, evidence.rows),
    place: { sheet: first.sheet, cell: `A${first.first}` },
    rows: messages.diagnosis.rows(here.slice(0, shown), here.length > shown, sheets),
  };
}
