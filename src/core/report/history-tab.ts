import type { Assessment } from "../assessment/assessment";
import type { CellValue } from "../grid";
import { parsePeriod } from "../ledger/read-period";
import type { History, UnreadRow } from "../trend/history";
import type { HistoryWords } from "../trend/read-history";
import { SNAPSHOT_FIGURES, type Snapshot } from "../trend/snapshot";
import { nameWidth } from "./branches";
import { header, figure, text } from "./cells";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { page, type DrawnTab } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** Days by which the count of days from 1904 differs from that from 1900. */
const DAYS_1900_TO_1904 = 1462;

/** The words by which a record is read back. */
export function historyWords({ history, scores, words }: ReportMessages): HistoryWords {
  return {
    headings: history.headings,
    subsystemPrefix: scores.subsystemIndex(""),
    unassessed: words.unassessed,
    notePrefix: history.notePrefix,
  };
}

/** The tab 历史记录, and the row in which the record of a period begins; `null` for a period that it has not. */
export interface HistoryTab {
  readonly tab: DrawnTab;
  readonly rowOf: (period: string) => number | null;
}

/** A cell that was not read, as it was. */
function untouched(cell: CellValue): ReportCell {
  return { value: typeof cell === "boolean" ? String(cell) : cell === "" ? null : cell, role: "body" };
}

/**
 * The tab 历史记录: a row for every branch of every run that is kept. `first` are the subsystems that stand first; `date1904` says how the
 * workbook counts days. Rows that could not be read stand below, as they are.
 */
export function historyTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  { snapshots, unread }: History,
  date1904: boolean,
): HistoryTab {
  const { history, words } = messages;
  const subsystems = [
    ...new Set([...assessment.subsystems, ...snapshots.flatMap((one) => Object.keys(one.subsystems))]),
  ];
  const names = (of: (one: Snapshot) => string, least: number, most: number) =>
    nameWidth(snapshots.map(of), least, most);
  const sheet = page([
    names((one) => nameOf(one, messages), 12, 22),
    11,
    11,
    names(({ unit }) => unit ?? "", 8, 18),
    names(({ branch }) => branch, 12, 22),
    // On one line, whatever its length: the next run reads the name of the subsystem from its heading.
    ...subsystems.map((name) => nameWidth([messages.scores.subsystemIndex(name)], 7.5, 60)),
    ...SNAPSHOT_FIGURES.map((name) => nameWidth([history.headings[name]], 8.5, 10)),
    13.5,
    18,
  ]);
  const frame = heading(sheet, own, assessment, messages);
  const head = sheet.row(
    [
      ...(["period", "asOf", "generatedAt", "unit", "branch"] as const).map((column) => history.headings[column]),
      ...subsystems.map((name) => messages.scores.subsystemIndex(name)),
      ...SNAPSHOT_FIGURES.map((name) => history.headings[name]),
      history.headings.fingerprint,
      history.headings.note,
    ].map(header),
  );
  const day = (value: number | null): ReportCell =>
    value === null
      ? text("")
      : { value: date1904 ? value - DAYS_1900_TO_1904 : value, role: "body", format: "date", align: "centre" };
  for (const one of snapshots) {
    sheet.row([
      text(nameOf(one, messages), "label"),
      day(one.asOf),
      day(one.generatedAt),
      text(one.unit ?? ""),
      text(one.branch),
      ...subsystems.map((name) => {
        const index = one.subsystems[name];
        return index === undefined ? text("") : figure(index, "index", words.unassessed);
      }),
      ...SNAPSHOT_FIGURES.map((name) =>
        figure(one.figures[name], name === "fusion" || name === "total" ? "points" : "index", words.unassessed),
      ),
      text(one.fingerprint, "body", "centre"),
      text(one.note, "input"),
    ]);
  }
  const last = sheet.length() - 1;
  if (unread.length > 0) unreadRows(unread);
  for (const note of history.notes) sheet.line(text(`${history.notePrefix}${note}`, "note"));
  const rows = new Map([...snapshots.entries()].reverse().map(([index, { period }]) => [period, head + 1 + index]));
  return {
    tab: sheet.tab({
      ...frame,
      orientation: "landscape",
      isRead: true,
      freeze: { rows: head + 1, columns: 0 },
      titleRows: { first: HEADING_ROWS.repeated.first, last: head },
      filter: { row: head, column: 0, rowCount: last - head + 1, columnCount: sheet.columns },
    }),
    rowOf: (period) => rows.get(period) ?? null,
  };

  function unreadRows(rows: readonly UnreadRow[]): void {
    sheet.line(text(`${history.notePrefix}${history.unread(rows.length)}`, "note"));
    for (const row of rows) sheet.row(row.map(untouched));
  }
}

/** A period in words where it can be read from them again, else as it is written. */
function nameOf({ period, first, last }: Snapshot, messages: ReportMessages): string {
  const words = messages.period(period);
  const read = parsePeriod(words);
  return read?.first === first && read.last === last ? words : period;
}
