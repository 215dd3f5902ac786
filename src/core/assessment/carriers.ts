import { hasColumn } from "../ledger/ledger";
import { textOf } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { type ReasonCode, reason } from "../reasons";
import type { CarrierCounts, Reason } from "./assessment";
import { evidenceOf } from "./evidence";
import { type Frame, readColumn } from "./frame";

const TABLE = "活动台账";
const COLUMN = "载体";

/**
 * How many activities of a branch used each carrier (methodology §2, synonyms of appendix B): the rows that count, each once for every
 * carrier that it names. Reads the ranges that have the column; a branch all of whose rows lie in others is 未评, as for an indicator.
 */
export function carrierReader(frame: Frame): (branch: number) => CarrierCounts {
  const view = frame.views[TABLE];
  const names = frame.words.categories[COLUMN]?.values ?? [];
  const none = (code: ReasonCode, params: Reason["params"] = {}): CarrierCounts => ({
    counts: null,
    reason: reason(code, params),
    evidence: null,
  });
  if (view === undefined)
    return (branch) => (frame.windows[branch] == null ? none("noWindow") : none("tableMissing", { table: TABLE }));
  const usable = new Set(view.table.ranges.filter((range) => hasColumn(range, COLUMN)));
  const named = readColumn(view, COLUMN, (cell) =>
    isBlank(cell, frame.words) ? [] : frame.tokens(COLUMN, textOf(cell)),
  );
  return (branch) => {
    if (frame.windows[branch] == null) return none("noWindow");
    if (view.table.read === 0) return none("tableEmpty", { table: TABLE });
    const holding = [...(view.ranges[branch] ?? [])];
    if (usable.size === 0 || (holding.length > 0 && !holding.some((range) => usable.has(range))))
      return none("columnsMissing", { table: TABLE, columns: COLUMN });
    const counts = new Map(names.map((name) => [name, 0]));
    const used = (view.inWindow[branch] ?? []).filter((row, at) => {
      if (!usable.has(row.range)) return false;
      const own = new Set(named(branch, at).filter((name) => counts.has(name)));
      for (const name of own) counts.set(name, (counts.get(name) ?? 0) + 1);
      return own.size > 0;
    });
    return {
      counts: [...counts].map(([carrier, count]) => ({ carrier, count })),
      reason: null,
      evidence: evidenceOf(TABLE, used),
    };
  };
}
