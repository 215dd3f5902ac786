import type { BranchHonours, Honour, HonourLevel } from "../assessment/assessment";
import { evidenceOf } from "../assessment/evidence";
import type { Frame } from "../assessment/frame";
import { isoOf } from "../calendar";
import { fieldOf, type LedgerRow } from "../ledger/ledger";
import { compact, textOf, writtenName } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { branchRows } from "./branch-rows";

const TABLE = "荣誉成果";
const NAME = "名称";

/** The levels of an honour, highest first, and how 级别 names them; 省部级 is 省. */
const LEVELS: readonly (readonly [level: HonourLevel, written: RegExp])[] = [
  ["国家", /国|中央|最高/u],
  ["省", /省|自治区|部级/u],
  ["市", /市|州/u],
  ["县", /县|区|旗/u],
];

/** Names of the levels, highest first. */
export const HONOUR_LEVELS: readonly HonourLevel[] = LEVELS.map(([level]) => level);

const LEADING = /^(\d{2,4}年度?)?(?:全国|国家级|全省|全自治区|省级|省部级|全市|市级|全县|县级|全区|区级)(?=.)/u;
const TRAILING = /^(.+?)(?:国家级|省级|省部级|市级|县级|区级)$/u;

/**
 * Comparison form of an honour's name: NFKC and lower case without spaces and punctuation, without a word that only says the level
 * (全省, 省级, …) in front of it or at its end. A year stays: the honour of another year is another honour.
 */
function honourKey(name: string): string {
  return writtenName(name).toLowerCase().replace(LEADING, "$1").replace(TRAILING, "$1");
}

function levelOf(text: string): HonourLevel | null {
  const plain = compact(text);
  return LEVELS.find(([, written]) => written.test(plain))?.[0] ?? null;
}

/** Rank of a level, 0 the highest; what has none comes last. */
function rankOf(level: HonourLevel | null): number {
  return level === null ? HONOUR_LEVELS.length : HONOUR_LEVELS.indexOf(level);
}

interface Entry {
  readonly row: LedgerRow;
  readonly level: HonourLevel | null;
}

/** One honour from all the rows that name it: as the row of the highest level has it, the first of them. */
function honourFrom(entries: readonly Entry[], text: (row: LedgerRow, field: string) => string | null): Honour | null {
  const best = [...entries].sort((one, other) => rankOf(one.level) - rankOf(other.level))[0];
  if (best === undefined || best.row.day === null) return null;
  return {
    name: text(best.row, NAME) ?? "",
    level: best.level,
    category: text(best.row, "类别"),
    grantor: text(best.row, "授予单位"),
    day: isoOf(best.row.day),
    evidence: evidenceOf(
      TABLE,
      entries.map(({ row }) => row),
    ),
  };
}

/**
 * 荣誉 of every branch (methodology §8): rows of the same name are one honour, counted once at its highest level. Ordered by level,
 * then by day.
 */
export function honoursOf(frame: Frame): readonly BranchHonours[] {
  const rowsOf = branchRows(frame, TABLE, [NAME]);
  const text = (row: LedgerRow, field: string): string | null => {
    const cell = fieldOf(row, field);
    return isBlank(cell, frame.words) ? null : textOf(cell).trim();
  };
  return frame.ledger.branches.map((_, branch): BranchHonours => {
    const found = rowsOf(branch);
    if (found.kind === "none") return { reason: found.reason, honours: [] };
    const groups = new Map<string, Entry[]>();
    for (const { row } of found.rows) {
      const name = text(row, NAME);
      if (name === null) continue;
      const key = honourKey(name);
      const entry = { row, level: levelOf(text(row, "级别") ?? "") };
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [entry]);
      else own.push(entry);
    }
    const honours = [...groups.values()].flatMap((entries) => honourFrom(entries, text) ?? []);
    return {
      reason: null,
      honours: honours.sort(
        (one, other) =>
          rankOf(one.level) - rankOf(other.level) || (one.day < other.day ? -1 : one.day > other.day ? 1 : 0),
      ),
    };
  });
}
