import type { BrandFigure, BrandState } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import { hasOwn } from "../has-own";
import { fieldOf } from "../ledger/ledger";
import { textOf, writtenName } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { reason } from "../reasons";
import { stepwise } from "../steps";
import { branchRows } from "./branch-rows";
import { tallyOf } from "./tally";

const TABLE = "活动台账";
const NAME = "支部品牌";
const MEANING = "品牌内涵";
const ACTIVITY = "品牌活动";

/**
 * 品牌 of every branch (methodology §8): what 支部名册 says of it, which branches have the same name, and the 品牌活动 in the branch's
 * window. Names are compared NFKC, lower case, without spaces and punctuation. A branch outside the period is not judged.
 */
export function* brandsOf(frame: Frame): Generator<void, readonly BrandFigure[]> {
  const { branches, hasRoster } = frame.ledger;
  const rowsOf = branchRows(frame, TABLE, [ACTIVITY]);
  const nameOf = (index: number, field: string): string | null => {
    const cell = branches[index]?.fields[field] ?? null;
    return isBlank(cell, frame.words) ? null : textOf(cell).trim();
  };
  const sameName = new Map<string, number[]>();
  branches.forEach((_, index) => {
    const name = nameOf(index, NAME);
    if (name === null || frame.windows[index] == null) return;
    const key = writtenName(name).toLowerCase();
    sameName.set(key, [...(sameName.get(key) ?? []), index]);
  });
  return yield* stepwise(branches, ({ fields, place }, index): BrandFigure => {
    const name = nameOf(index, NAME);
    const meaning = nameOf(index, MEANING);
    const why =
      frame.windows[index] == null
        ? reason("noWindow")
        : !hasRoster
          ? reason("rosterMissing")
          : !hasOwn(fields, NAME)
            ? reason("columnsMissing", { table: "支部名册", columns: NAME })
            : null;
    const rows = rowsOf(index);
    const activities =
      rows.kind === "none"
        ? null
        : tallyOf(
            TABLE,
            rows.rows.map(({ row }) => row).filter((row) => !isBlank(fieldOf(row, ACTIVITY), frame.words)),
          );
    const duplicates =
      name === null || why !== null
        ? []
        : (sameName.get(writtenName(name).toLowerCase()) ?? []).filter((other) => other !== index);
    const states: BrandState[] = [];
    if (why === null) {
      if (name === null) states.push("missing");
      else {
        if (hasOwn(fields, MEANING) && meaning === null) states.push("noMeaning");
        if (duplicates.length > 0) states.push("duplicate");
        if (activities?.count === 0) states.push("inactive");
      }
    }
    return {
      name,
      meaning,
      place,
      reason: why,
      duplicates,
      activities,
      activityReason: rows.kind === "none" ? rows.reason : null,
      states,
    };
  });
}
