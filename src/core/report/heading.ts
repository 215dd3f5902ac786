import type { Assessment } from "../assessment/assessment";
import { text } from "./cells";
import type { Cuts, Entry, Page } from "./page";
import type { ReportCell, ReportTab } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { TAB_KINDS } from "./tab-kinds";

/** A tab of this run by which others can be reached. */
export interface TabName {
  readonly key: string;
  readonly name: string;
}

/**
 * What a tab is told of itself: its name; the tabs of the run in their order, for the links above it; the size of its body text in
 * points; where its tables have their headings again (`paged`).
 */
export interface Heading {
  readonly key: string;
  readonly name: string;
  readonly tabs: readonly TabName[];
  readonly bodySize: number;
  readonly cuts?: Cuts;
}

/** The rows of `heading`: links, which are not printed; title; subtitle. The last two are repeated on every printed page. */
export const HEADING_ROWS = { links: 0, title: 1, subtitle: 2, count: 3, repeated: { first: 1, last: 2 } } as const;

function linkTo({ name }: TabName, words: string): ReportCell {
  return { value: words, role: "navigation", link: { sheet: name, cell: "A1" } };
}

/** Links to all tabs but the first; of several tabs of one kind, which have the kind before a `/` in their keys, to the first of them. */
function others(tabs: readonly TabName[], words: ReportMessages["tabs"]): ReportCell[] {
  const kindOf = (key: string | undefined) => TAB_KINDS.find((kind) => kind === key?.split("/")[0]);
  return tabs.slice(1).flatMap((tab, index) => {
    const kind = kindOf(tab.key);
    if (kind === undefined || kind === tab.key) return [linkTo(tab, tab.name)];
    return kind === kindOf(tabs[index]?.key) ? [] : [linkTo(tab, words[kind])];
  });
}

/** The tabs that the links of `heading` lead to: all of them from the first tab, else the first, the one before and the one after. */
function links({ key, tabs }: Heading, { navigation, tabs: words }: ReportMessages): ReportCell[] {
  const [first] = tabs;
  const at = tabs.findIndex((tab) => tab.key === key);
  if (at <= 0 || first === undefined) return others(tabs, words);
  const [before, after] = [tabs[at - 1], tabs[at + 1]];
  return [
    linkTo(first, navigation.back(first.name)),
    ...(before === undefined || before === first ? [] : [linkTo(before, navigation.before(before.name))]),
    ...(after === undefined ? [] : [linkTo(after, navigation.after(after.name))]),
  ];
}

/** What a tab is called, and the rows of its heading that every printed page repeats. */
export type HeadingFrame = Required<Pick<ReportTab, "key" | "name" | "titleRows">>;

/** The first rows of every tab, as `HEADING_ROWS` says: links to other tabs, title, unit and period. */
export function heading(sheet: Page, own: Heading, assessment: Assessment, messages: ReportMessages): HeadingFrame {
  const wanted = links(own, messages).slice(0, sheet.columns);
  const spans = sheet.spread(wanted.map(() => 1));
  sheet.row(wanted.map((cell, index): Entry => ({ span: spans[index] ?? 1, cell })));
  sheet.line(text(own.name, "title", "centre"));
  sheet.line(text(messages.subtitle(assessment), "subtitle", "centre"));
  return { key: own.key, name: own.name, titleRows: HEADING_ROWS.repeated };
}
