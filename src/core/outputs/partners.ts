import type { BranchPartners, PartnerMatrix } from "../assessment/assessment";
import { type Frame, readColumn } from "../assessment/frame";
import { fieldOf, type LedgerRow } from "../ledger/ledger";
import { splitCell, textOf, writtenName } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { stepwise } from "../steps";
import { branchRows, type PlacedRow } from "./branch-rows";
import { tallyOf } from "./tally";

const TABLE = "活动台账";
const PARTNER = "共建单位";
const DIRECTION = "共建方向";
const TRAILING = /(?:党支部委员会|党支部|党总支|支部)$/u;

/**
 * Comparison form of a partner's name: NFKC and lower case without spaces, punctuation and a trailing 党支部委员会, 党支部, 党总支 or 支部;
 * an ending that is the whole name stays.
 */
function partnerKey(name: string): string {
  const plain = writtenName(name).toLowerCase();
  const bare = plain.replace(TRAILING, "");
  return bare === "" ? plain : bare;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** The partners that a cell names, each once. */
function partnersIn(text: string, frame: Frame): Named[] {
  const found = new Map<string, Named>();
  for (const name of splitCell(text)) {
    const key = partnerKey(name);
    if (key !== "" && !isBlank(name, frame.words) && !found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

interface Own {
  readonly key: string;
  readonly name: string;
  readonly rows: LedgerRow[];
}

/** Rows by partner, in order of first appearance; a branch is no partner of itself. */
function byPartner(rows: readonly PlacedRow[], self: string, frame: Frame): Own[] {
  const found = new Map<string, Own>();
  for (const { row } of rows) {
    const cell = fieldOf(row, PARTNER);
    if (isBlank(cell, frame.words)) continue;
    for (const { key, name } of partnersIn(textOf(cell), frame)) {
      if (key === self) continue;
      const own = found.get(key);
      if (own === undefined) found.set(key, { key, name, rows: [row] });
      else own.rows.push(row);
    }
  }
  return [...found.values()];
}

/**
 * 共建矩阵 (methodology §8): the activities of every branch with each partner that 共建单位 names, and in each 共建方向. Partners stand in
 * the order of how many branches have them, then of how many activities, then of appearance.
 */
export function* partnerMatrix(frame: Frame): Generator<void, PartnerMatrix> {
  const view = frame.views[TABLE];
  const directions = frame.words.categories[DIRECTION]?.values ?? [];
  const named = branchRows(frame, TABLE, [PARTNER]);
  const directed = branchRows(frame, TABLE, [DIRECTION, "党建+"]);
  const tokens =
    view === undefined
      ? () => []
      : readColumn(view, DIRECTION, (cell) =>
          isBlank(cell, frame.words) ? [] : frame.tokens(DIRECTION, textOf(cell)),
        );
  const found = yield* stepwise(frame.ledger.branches, ({ name }, branch) => {
    const rows = named(branch);
    const self = partnerKey(name);
    return { rows, self, own: rows.kind === "rows" ? byPartner(rows.rows, self, frame) : [] };
  });

  const all = new Map<string, { readonly name: string; branches: number; readonly rows: Set<LedgerRow> }>();
  for (const { own } of found) {
    for (const { key, name, rows } of own) {
      const partner = all.get(key) ?? { name, branches: 0, rows: new Set<LedgerRow>() };
      all.set(key, partner);
      partner.branches += 1;
      for (const row of rows) partner.rows.add(row);
    }
  }
  const ordered = [...all].sort(
    ([, one], [, other]) => other.branches - one.branches || other.rows.size - one.rows.size,
  );
  const position = new Map(ordered.map(([key], index) => [key, index]));

  return {
    partners: ordered.map(([, { name, branches, rows }]) => {
      const { count, last } = tallyOf(TABLE, [...rows]);
      return { name, branches, count, last };
    }),
    directions,
    branches: yield* stepwise(found, ({ rows, self, own }, branch): BranchPartners => {
      const inDirections = directed(branch);
      const partnered = new Set(own.flatMap((partner) => partner.rows));
      const has = (placed: PlacedRow, direction: string) =>
        tokens(branch, placed.at).some((each) => each === direction);
      return {
        reason: rows.kind === "none" ? rows.reason : null,
        self: position.get(self) ?? null,
        activities: tallyOf(
          TABLE,
          rows.kind === "none" ? [] : rows.rows.flatMap(({ row }) => (partnered.has(row) ? [row] : [])),
        ),
        partners: own
          .map(({ key, rows: mine }) => ({ partner: position.get(key) ?? 0, ...tallyOf(TABLE, mine) }))
          .sort((one, other) => one.partner - other.partner),
        directionReason: inDirections.kind === "none" ? inDirections.reason : null,
        directions:
          inDirections.kind === "none"
            ? []
            : directions.map((direction) =>
                tallyOf(
                  TABLE,
                  inDirections.rows.filter((placed) => has(placed, direction)).map(({ row }) => row),
                ),
              ),
      };
    }),
  };
}

/**
 * Partners that at least two branches have and this one has not, in the order of the matrix, the branch itself not among them; none
 * where the branch is 未评.
 */
export function uncoveredPartners({ partners, branches }: PartnerMatrix, branch: number): readonly number[] {
  const own = branches[branch];
  if (own === undefined || own.reason !== null) return [];
  const covered = new Set(own.partners.map(({ partner }) => partner));
  return partners.flatMap(({ branches: count }, index) =>
    count >= 2 && index !== own.self && !covered.has(index) ? [index] : [],
  );
}
