import { holds } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, hasColumn, placeOf } from "../ledger/ledger";
import { compact } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import type { Adjustment, PendingVeto } from "./assessment";
import { type CellReader, cellReader } from "./cells";
import type { Frame } from "./frame";

const KINDS = ["加分", "扣分", "一票否决"] as const;

/** 加分, 扣分 and 一票否决 of one branch (methodology §5): what counts and what is 待审批. */
export interface AdjustmentTotals {
  readonly adjustments: readonly Adjustment[];
  readonly bonus: number;
  readonly deduction: number;
  readonly vetoed: boolean;
}

/** Adds up the adjustments of every branch. */
export function adjustmentsOf(frame: Frame, issues: IssueList): readonly AdjustmentTotals[] {
  const read = cellReader(frame, issues);
  return frame.windows.map((_, branch) => {
    const rows = frame.views["加减分"]?.inWindow[branch] ?? [];
    const adjustments = rows.map((row) => adjustment(row, frame, read, issues)).filter((one) => one !== null);
    const sum = (kind: Adjustment["kind"]): number =>
      adjustments.filter((one) => one.counted && one.kind === kind).reduce((total, one) => total + one.points, 0);
    return {
      adjustments,
      bonus: Math.min(sum("加分"), frame.parameters.bonusCap),
      deduction: Math.min(sum("扣分"), Number.MAX_VALUE),
      vetoed: adjustments.some((one) => one.counted && one.kind === "一票否决"),
    };
  });
}

function adjustment(row: LedgerRow, frame: Frame, read: CellReader, issues: IssueList): Adjustment | null {
  const branch = read.text(row, "支部");
  const written = compact(read.text(row, "类型"));
  const kind = KINDS.find((name) => name === written);
  if (kind === undefined) {
    issues.add(issue("adjustmentKindUnknown", placeOf(row, "类型"), { text: written }));
    return null;
  }
  const approved = !hasColumn(row.range, "审批人") || !isBlank(fieldOf(row, "审批人"), frame.words);
  if (!approved) issues.add(issue("adjustmentPending", placeOf(row, "审批人"), { kind, branch }));
  const points = kind === "一票否决" ? 0 : read.number("分值")(row);
  if (points === null) issues.add(issue("adjustmentPointsBlank", placeOf(row, "分值"), { kind, branch }));
  return {
    kind,
    points: Math.abs(points ?? 0),
    reason: read.text(row, "理由"),
    basis: read.text(row, "依据"),
    approver: read.text(row, "审批人"),
    counted: approved,
    place: placeOf(row, "类型"),
  };
}

/** Veto rows of the period whose branch cannot be resolved: shown as 待核, never counted. */
export function pendingVetoes(frame: Frame, issues: IssueList): readonly PendingVeto[] {
  const read = cellReader(frame, issues);
  const rows = frame.views["加减分"]?.table.rows ?? [];
  return rows
    .filter(
      ({ branches, day }) =>
        branches.length === 0 && (day === null || (frame.assessed !== null && holds(frame.assessed, day))),
    )
    .filter((row) => compact(read.text(row, "类型")) === "一票否决")
    .map((row) => {
      const text = read.text(row, "支部");
      issues.add(issue("vetoUnresolved", placeOf(row, "支部"), { text }));
      return { text, reason: read.text(row, "理由"), place: placeOf(row, "支部") };
    });
}
