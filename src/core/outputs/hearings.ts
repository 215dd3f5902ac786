import type { BranchHearings } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import { fieldOf, hasColumn, type LedgerRow } from "../ledger/ledger";
import { readNumber } from "../ledger/read-number";
import { compact, splitCell, textOf } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { stepwise } from "../steps";
import { branchRows } from "./branch-rows";
import { tallyOf } from "./tally";

const TABLE = "办案效果";
const HEARING = "听证";
const PARTICIPANTS = "听证参加人";

/** The kinds of participants from outside (methodology §8), and how a text names them; 监督员 alone is 人民监督员. */
const KINDS: readonly (readonly [kind: string, written: RegExp])[] = [
  ["人大代表", /人大/u],
  ["政协委员", /政协/u],
  ["律师", /律师/u],
  ["人民监督员", /人民监督员|^监督员/u],
];

/** Names of the kinds of participants, in their order. */
export const HEARING_KINDS: readonly string[] = KINDS.map(([kind]) => kind);

function kindsIn(text: string): (string | null)[] {
  return splitCell(text).map((token) => KINDS.find(([, written]) => written.test(compact(token)))?.[0] ?? null);
}

/** Whether a row tells of a hearing: 听证 is filled and no zero, or 听证参加人 is filled. */
function isHearing(row: LedgerRow, frame: Frame): boolean {
  if (!isBlank(fieldOf(row, PARTICIPANTS), frame.words)) return true;
  const cell = fieldOf(row, HEARING);
  if (isBlank(cell, frame.words)) return false;
  const read = readNumber(cell);
  return read?.exact !== true || read.value > 0;
}

/** 听证 of every branch (methodology §8): hearings, and in how many of them each kind of participant from outside took part. */
export function* hearingsOf(frame: Frame): Generator<void, readonly BranchHearings[]> {
  const rowsOf = branchRows(frame, TABLE, [HEARING, PARTICIPANTS]);
  return yield* stepwise(frame.ledger.branches, (_, branch): BranchHearings => {
    const found = rowsOf(branch);
    if (found.kind === "none") return { reason: found.reason, hearings: tallyOf(TABLE, []), kinds: null, others: 0 };
    const hearings = found.rows.map(({ row }) => row).filter((row) => isHearing(row, frame));
    const named = hearings.map((row) => {
      const cell = fieldOf(row, PARTICIPANTS);
      return { row, kinds: isBlank(cell, frame.words) ? [] : kindsIn(textOf(cell)) };
    });
    const told = found.rows.length === 0 || found.rows.some(({ row }) => hasColumn(row.range, PARTICIPANTS));
    return {
      reason: null,
      hearings: tallyOf(TABLE, hearings),
      kinds: told
        ? HEARING_KINDS.map((kind) =>
            tallyOf(
              TABLE,
              named.filter(({ kinds }) => kinds.some((each) => each === kind)).map(({ row }) => row),
            ),
          )
        : null,
      others: named.filter(({ kinds }) => kinds.includes(null)).length,
    };
  });
}
