import type { Assessment } from "../assessment/assessment";
import type { Issue, Severity } from "../issue";
import { figure, linked, text } from "./cells";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { page, type DrawnTab } from "./page";
import type { ReportMessages } from "./report-messages";

/** 序号, 位置, 内容, 建议. */
const WIDTHS = [6, 27, 40, 26] as const;

/** Most issues of one kind that are listed; the rest is counted. */
const LISTED = 200;

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

interface Kind {
  readonly severity: Severity;
  readonly code: string;
  readonly issues: readonly Issue[];
}

/** Issues by severity, then kind; inside a kind in the order found. */
function kindsOf(issues: readonly Issue[], order: readonly string[]): Kind[] {
  const kinds = new Map<string, { readonly severity: Severity; readonly code: string; readonly issues: Issue[] }>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const kind = kinds.get(key) ?? { severity: issue.severity, code: issue.code, issues: [] };
    kind.issues.push(issue);
    kinds.set(key, kind);
  }
  return [...kinds.values()].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      order.indexOf(one.code) - order.indexOf(other.code),
  );
}

/** The tab 数据核验: everything that asks to be looked at, with where it stands and what may be done. */
export function checksTab(assessment: Assessment, messages: ReportMessages, own: Heading): DrawnTab {
  const { checks, words } = messages;
  const sheet = page(WIDTHS, own.cuts);
  const frame = heading(sheet, own, assessment, messages);
  const kinds = kindsOf(assessment.issues, messages.issueOrder);
  sheet.line(text(checks.summary, "section"));
  if (kinds.length === 0) sheet.line(text(checks.nothing));
  else {
    sheet.table(
      checks.summaryHeadings.map((heading, index) => ({ heading, span: index === 0 ? 2 : 1 })),
      kinds.map(({ severity, code, issues }) => [
        text(messages.severities[severity]),
        text(messages.issueKind(code)),
        { ...figure(issues.length, "count", ""), align: "centre" as const },
      ]),
    );
  }
  sheet.line(text(checks.note, "note"));
  for (const { severity, code, issues } of kinds) {
    sheet.line(text(checks.kind(messages.severities[severity], messages.issueKind(code), issues.length), "section"));
    sheet.table(
      checks.headings.map((heading) => ({ heading, span: 1 })),
      issues
        .slice(0, LISTED)
        .map((issue, index) => [
          { ...figure(index + 1, "count", ""), align: "centre" as const },
          issue.place === null
            ? text(words.none)
            : linked(checks.place(issue.place.sheet, issue.place.cell), issue.place),
          text(messages.issueText(issue)),
          text(messages.issueFix(issue)),
        ]),
    );
    if (issues.length > LISTED) sheet.line(text(checks.more(LISTED, issues.length - LISTED), "note"));
  }
  return sheet.tab({
    ...frame,
    orientation: "portrait",
    freeze: { rows: HEADING_ROWS.count, columns: 0 },
  });
}
