import type { Evidence, Reason } from "../assessment/assessment";
import { linked, text } from "./cells";
import { evidenceWords } from "./evidence-words";
import type { Entry, Wide } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** Runs of rows that are named where a figure is traced to its ledger. */
const SPANS = 3;

/** The table and number of rows that a figure came from, linked to the first of them; empty where it has none. */
export function evidenceCell(evidence: Evidence | null, messages: ReportMessages): ReportCell {
  const found = evidenceWords(evidence, SPANS, messages);
  return found === null ? text("") : linked(found.source, found.place);
}

/** A cell in the middle of its column: figures beside texts, which would run into them. */
export function centred(cell: ReportCell): ReportCell {
  return { ...cell, align: "centre" };
}

/** Which rows of the ledger a figure came from; empty where it has none. */
export function rowsCell(evidence: Evidence | null, messages: ReportMessages): ReportCell {
  return text(evidenceWords(evidence, SPANS, messages)?.rows ?? "");
}

/** A day (yyyy-mm-dd) in its column; `word` where there is none. */
export function dayCell(day: string | null, word: string): ReportCell {
  return day === null ? { ...text(word, "body", "centre"), tone: "unassessed" } : text(day, "body", "centre");
}

/** 未评 or 不适用 with its reason across several columns, in place of figures that do not exist. */
export function reasonCell(reason: Reason, span: number, messages: ReportMessages): Wide {
  const word = reason.code === "noWindow" ? messages.words.notApplicable : messages.words.unassessed;
  return {
    span,
    cell: { value: `${word}：${messages.reason(reason)}`, role: "body", tone: "unassessed", align: "left" },
  };
}

/** The cells of a row, each across as many columns as its span says. */
export function spanned(cells: readonly ReportCell[], spans: readonly number[]): Entry[] {
  return cells.map((cell, index): Entry => ({ span: spans[index] ?? 1, cell }));
}
