import type { Assessment, BrandFigure, BrandState, Honour } from "../assessment/assessment";
import { HONOUR_LEVELS } from "../outputs/honours";
import { columnReference, computed, figure, header, linked, text } from "./cells";
import { HEADING_ROWS, type Heading } from "./heading";
import { centred, dayCell, evidenceCell, reasonCell, rowsCell, spanned } from "./output-cells";
import { outputPage, type OutputPage } from "./output-page";
import type { DrawnTab, Entry } from "./page";
import type { ReportMessages } from "./report-messages";
import type { ReportCell } from "./report-model";

/** Honours that are written out, and names of other branches in a cell. */
const LISTED = 200;
const NAMED = 3;

/** Behind the name of the branch; some cells of each table cover two of them. */
const WIDTHS = [13, 13, 13, 9, 11, 15, 10, 10, 22];
const BRAND_SPANS = [1, 1, 2, 1, 1, 1, 2, 1];
const HONOUR_SPANS = [1, 1, 1, 1, 1, 1, 1, 2, 1];
const LIST_SPANS = [1, 2, 1, 1, 1, 1, 2, 1];

function judged({ outputs }: Assessment): readonly BrandFigure[] {
  return outputs.brands.filter(({ reason }) => reason === null);
}

/** Whether there is anything to say: a brand, a brand activity, or an honour. */
export function hasBrands({ outputs }: Assessment): boolean {
  return (
    outputs.brands.some(({ name, activities }) => name !== null || (activities?.count ?? 0) > 0) ||
    outputs.honours.some(({ honours }) => honours.length > 0)
  );
}

/** What is to be said of a brand, in words. */
function stateCell({ messages, labels }: OutputPage, { states, duplicates, activityReason }: BrandFigure): ReportCell {
  const { brands: says } = messages;
  const said = states.map((state) =>
    state === "duplicate"
      ? says.duplicate(
          duplicates.slice(0, NAMED).flatMap((other) => labels[other] ?? []),
          duplicates.length,
        )
      : says.states[state],
  );
  if (said.length > 0) return text(said.join("；"));
  return activityReason === null ? text(says.sound) : { ...text(messages.reason(activityReason)), tone: "unassessed" };
}

/** What a brand means; 未填 only where the roster has the column, 未评 where it has not. */
function meaningOf({ name, meaning, states }: BrandFigure, words: ReportMessages["words"]): string {
  if (meaning !== null) return meaning;
  return name === null || states.includes("noMeaning") ? words.blank : words.unassessed;
}

function brands(drawing: OutputPage): void {
  const { sheet, assessment, messages, labels, keys, notes, section } = drawing;
  const { brands: says, words } = messages;
  const found = judged(assessment);
  section(says.brands);
  if (found.length > 0) {
    const count = (state: BrandState) => found.filter(({ states }) => states.includes(state)).length;
    sheet.line(
      text(
        says.summary(found.filter(({ name }) => name !== null).length, found.length, {
          missing: count("missing"),
          noMeaning: count("noMeaning"),
          duplicate: count("duplicate"),
          inactive: count("inactive"),
        }),
      ),
    );
  }
  const head = () => sheet.row(spanned(says.brandHeadings.map(header), BRAND_SPANS));
  sheet.lines(head, assessment.outputs.brands, (brand, index) => {
    const label = labels[index] ?? "";
    const { activities } = brand;
    const own: Entry[] =
      brand.reason !== null && (activities === null || brand.reason.code === "noWindow")
        ? [reasonCell(brand.reason, 8, messages)]
        : [
            ...(brand.reason !== null
              ? [reasonCell(brand.reason, 3, messages)]
              : [
                  brand.name === null ? text(words.blank, "body", "centre") : linked(brand.name, brand.place),
                  { span: 2, cell: text(meaningOf(brand, words)) },
                ]),
            centred(figure(activities?.count ?? null, "count", words.unassessed)),
            dayCell(activities?.last ?? null, activities === null ? words.unassessed : words.none),
            evidenceCell(activities?.evidence ?? null, messages),
            { span: 2, cell: stateCell(drawing, brand) },
          ];
    sheet.row([text(label, "label"), ...own, notes.note("brand", keys[index] ?? "")]);
  });
  sheet.line(text(says.brandNote, "note"));
}

/** How many honours there are of each category, in order of appearance. */
function categoriesOf(
  honours: readonly Honour[],
  unknown: string,
): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of honours) counts.set(category ?? unknown, (counts.get(category ?? unknown) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function honours({ sheet, assessment, messages, labels, keys, notes, section }: OutputPage): void {
  const { brands: says } = messages;
  const found = assessment.outputs.honours;
  section(says.honours);
  if (found.every((branch) => branch.honours.length === 0)) {
    sheet.line(text(says.noHonours));
    return;
  }
  const levels = [...HONOUR_LEVELS, null];
  const titles = says.honourHeadings(levels.map((level) => level ?? says.unknownLevel));
  const head = () => sheet.row(spanned(titles.map(header), HONOUR_SPANS));
  const counts = (own: readonly Honour[]) => [
    ...levels.map((level) => own.filter((honour) => honour.level === level).length),
    own.length,
  ];
  const [first = 0] = sheet.lines(head, found, (branch, index) => {
    const label = labels[index] ?? "";
    const remark = notes.note("honours", keys[index] ?? "");
    if (branch.reason !== null) {
      sheet.row([text(label, "label"), reasonCell(branch.reason, 8, messages), remark]);
      return;
    }
    sheet.row(
      spanned(
        [
          text(label, "label"),
          ...counts(branch.honours).map((count) => centred(figure(count, "count", ""))),
          text(says.categories(categoriesOf(branch.honours, says.unknownCategory))),
          remark,
        ],
        HONOUR_SPANS,
      ),
    );
  });
  const last = sheet.length() - 1;
  const all = found.flatMap((branch) => branch.honours);
  const totals = counts(all).map((total, index) =>
    computed(centred(figure(total, "count", "")), `SUM(${columnReference({ row: first, column: index + 1 }, last)})`),
  );
  sheet.row(
    spanned(
      [text(says.all, "label"), ...totals, text(says.categories(categoriesOf(all, says.unknownCategory))), text("")],
      HONOUR_SPANS,
    ),
    { foot: true },
  );
  sheet.line(text(says.honourNote, "note"));
}

function list({ sheet, assessment, messages, labels, section }: OutputPage): void {
  const { brands: says, words } = messages;
  const all = assessment.outputs.honours.flatMap(({ honours: own }, index) =>
    own.map((honour) => ({ ...honour, label: labels[index] ?? "" })),
  );
  if (all.length === 0) return;
  section(says.list);
  const head = () => sheet.row(spanned(says.listHeadings.map(header), LIST_SPANS));
  sheet.lines(head, all.slice(0, LISTED), ({ label, name, level, category, grantor, day, evidence }) => {
    sheet.row(
      spanned(
        [
          text(label, "label"),
          text(name),
          text(level ?? says.unknownLevel, "body", "centre"),
          text(category ?? words.blank, "body", "centre"),
          dayCell(day, words.none),
          text(grantor ?? words.blank),
          evidenceCell(evidence, messages),
          rowsCell(evidence, messages),
        ],
        LIST_SPANS,
      ),
    );
  });
  if (all.length > LISTED) sheet.line(text(says.more(LISTED, all.length - LISTED), "note"));
}

/** The tab 品牌与荣誉: the brand of every branch and what is to be said of it, honours by level and category, each with its rows. */
export function brandsTab(assessment: Assessment, messages: ReportMessages, own: Heading): DrawnTab {
  const drawing = outputPage(assessment, messages, own, 22, WIDTHS);
  const { sheet, frame } = drawing;
  brands(drawing);
  honours(drawing);
  list(drawing);
  sheet.line(text(messages.brands.signature, "signature"));
  return sheet.tab({
    ...frame,
    orientation: "landscape",
    freeze: { rows: HEADING_ROWS.count, columns: 1 },
  });
}
