import type { Assessment } from "../assessment/assessment";
import type { CellValue } from "../grid";
import { cellName } from "../grid";
import { type History, withRun } from "../trend/history";
import { readHistory } from "../trend/read-history";
import { snapshotsOf } from "../trend/snapshot";
import { type Trend, trendOf } from "../trend/trend";
import { historyWords } from "./history-tab";
import type { ReportMessages } from "./report-messages";
import { MOST_PERIODS, type RecordPlace } from "./trend-tab";

/** What a run finds in the workbook of earlier ones. */
export interface StandingRecord {
  /** The tab 历史记录 as it stands, whatever it is called now: the values of its used range, whose first row is `row`; `null` where there is none. */
  readonly tab: {
    readonly sheet: string;
    readonly row: number;
    readonly values: readonly (readonly CellValue[])[];
  } | null;
  /** True where the workbook counts days from 1904-01-01. */
  readonly date1904: boolean;
}

/** Earlier runs beside this one. */
export interface PastRuns {
  /** What 历史记录 holds with this run; `null` where the run is not recorded. */
  readonly record: History | null;
  /** `null` where no other period of the same length is on record. */
  readonly trend: Trend | null;
  /** Where an earlier period begins in a record that this run does not write. */
  readonly standing: RecordPlace;
}

/** Reads what stands in 历史记录 and puts this run beside it; `isRecorded` says whether the run is added. */
export function pastRuns(
  assessment: Assessment,
  messages: ReportMessages,
  generatedAt: string,
  isRecorded: boolean,
  past: StandingRecord | null,
): PastRuns {
  const tab = past?.tab ?? null;
  const date1904 = past?.date1904 ?? false;
  const read = readHistory({ values: tab?.values ?? [], date1904 }, historyWords(messages));
  const run = snapshotsOf(assessment, generatedAt);
  const record = withRun(read.history, run);
  return {
    record: isRecorded ? record : null,
    trend: trendOf(record.snapshots, run, MOST_PERIODS),
    standing: (period) => {
      const row = read.firstRows.get(period);
      return tab === null || row === undefined || period === assessment.period
        ? null
        : { sheet: tab.sheet, cell: cellName(tab.row + row, 0) };
    },
  };
}
