import type { BranchPipeline, PipelineCounts, PipelineDoubt, PipelinePeriod } from "../assessment/assessment";
import { cellReader } from "../assessment/cells";
import { evidenceOf } from "../assessment/evidence";
import type { Frame } from "../assessment/frame";
import { itemOf, withoutOverlaps } from "../assessment/overlaps";
import { isoOf } from "../calendar";
import type { IssueList } from "../issue-list";
import type { LedgerRow } from "../ledger/ledger";
import { periodName } from "../ledger/read-period";
import { mean } from "../methods/statistics";
import { reason } from "../reasons";
import { branchRows } from "./branch-rows";

const TABLE = "队伍梯队";

/** The stages of the pipeline, each a part of the one before. */
export const PIPELINE_STAGES: readonly string[] = ["干警", "党员", "骨干", "先进"];

/** Share of each stage in the one before; `null` where either is missing or the one before is nobody. */
export function conversionsOf(counts: PipelineCounts): PipelineCounts {
  return counts.slice(1).map((count, index) => {
    const before = counts[index] ?? null;
    return count === null || before === null || before === 0 ? null : count / before;
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  return mean(values.filter((value) => value !== null));
}

/** Figures that contradict one another: a stage larger than the one before, a head count that is none. */
function doubtsOf(counts: PipelineCounts, odd: readonly boolean[]): PipelineDoubt[] {
  return PIPELINE_STAGES.flatMap((stage, index): PipelineDoubt[] => {
    const count = counts[index] ?? null;
    const earlier = PIPELINE_STAGES.slice(0, index)
      .map((name, at) => ({ name, count: counts[at] ?? null }))
      .filter((each) => each.count !== null);
    const before = earlier[earlier.length - 1];
    return [
      ...(odd[index] === true ? [{ kind: "noCount" as const, stage }] : []),
      ...(count !== null && before !== undefined && before.count !== null && count > before.count
        ? [{ kind: "exceeds" as const, stage, of: before.name }]
        : []),
    ];
  });
}

/**
 * 队伍梯队 of every branch (methodology §8, §C.6): head counts and conversions by 期间, rows inside a longer 期间 dropped, those of the same
 * 期间 averaged; and the mean over the periods that remain. A negative count is none; it and a count that is not whole are doubted.
 */
export function pipelinesOf(frame: Frame, issues: IssueList): readonly BranchPipeline[] {
  const rowsOf = branchRows(frame, TABLE, PIPELINE_STAGES);
  const read = cellReader(frame, issues);
  const readers = PIPELINE_STAGES.map((stage) => read.number(stage));
  return frame.ledger.branches.map((_, branch): BranchPipeline => {
    const found = rowsOf(branch);
    if (found.kind === "none") return { reason: found.reason, periods: [], counts: [], conversions: [] };
    const kept = withoutOverlaps(
      found.rows.map(({ row }) => row),
      itemOf,
    );
    const groups = new Map<string, LedgerRow[]>();
    for (const row of kept) {
      if (row.span === null) continue;
      const name = periodName(row.span, isoOf);
      const own = groups.get(name);
      if (own === undefined) groups.set(name, [row]);
      else own.push(row);
    }
    const first = (rows: readonly LedgerRow[]) => rows[0]?.span?.first ?? 0;
    const ordered = [...groups].sort(([, one], [, other]) => first(one) - first(other));
    const values = new Map(kept.map((row) => [row, readers.map((reader) => reader(row))]));
    const periods = ordered.map(([period, rows]): PipelinePeriod => {
      const cells = rows.map((row) => values.get(row) ?? []);
      const column = (index: number) => cells.map((own) => own[index] ?? null);
      const counts = PIPELINE_STAGES.map((__, index) =>
        meanOf(column(index).filter((value) => value === null || value >= 0)),
      );
      const odd = PIPELINE_STAGES.map((__, index) =>
        column(index).some((value) => value !== null && (value < 0 || !Number.isInteger(value))),
      );
      return {
        period,
        counts,
        conversions: conversionsOf(counts),
        doubts: doubtsOf(counts, odd),
        evidence: evidenceOf(TABLE, rows),
      };
    });
    const counts = PIPELINE_STAGES.map((__, index) =>
      meanOf(kept.map((row) => values.get(row)?.[index] ?? null).filter((value) => value === null || value >= 0)),
    );
    return {
      reason: periods.length === 0 ? reason("noRows", { table: TABLE }) : null,
      periods,
      counts,
      conversions: conversionsOf(counts),
    };
  });
}
