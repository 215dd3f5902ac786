import type { Issue } from "../core/issue";
import type { ResultTexts } from "../core/result";
import type { ExcelIssueCode } from "../excel/excel-issue";
import type { Locale } from "../i18n";
import { messages } from "../i18n";
import type { Message } from "../i18n/message";
import { runEnUS } from "../i18n/run.en-US";
import { runZhCN } from "../i18n/run.zh-CN";

const EXCEL_TEXTS: Readonly<Record<Locale, Readonly<Record<ExcelIssueCode, Message>>>> = {
  "zh-CN": runZhCN,
  "en-US": runEnUS,
};

/** How issues and reasons read in a language. */
interface Texts extends ResultTexts {
  /** What to do about an issue of the computation; nothing for those of Excel, whose sentences say so themselves. */
  readonly fix: (issue: Issue) => string;
}

/** Puts issues and reasons into words, whether the computation or Excel raised them. */
export function textsIn(locale: Locale): Texts {
  const catalogue = messages(locale);
  const wordsIn = (texts: Readonly<Record<string, Message | undefined>>) => (said: Pick<Issue, "code" | "params">) =>
    texts[said.code]?.(said.params) ?? said.code;
  const fixes: Readonly<Record<string, Message | undefined>> = catalogue.fixes;
  return {
    issue: wordsIn({ ...EXCEL_TEXTS[locale], ...catalogue.issues }),
    reason: wordsIn(catalogue.reasons),
    fix: ({ code, params }) => fixes[code]?.(params) ?? "",
  };
}
