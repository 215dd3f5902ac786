import type { LedgerRow } from "../ledger/ledger";
import type { ReasonCode } from "../reasons";
import type { Reason } from "./assessment";

/** A raw figure as a 计量 gives it: the reason need not name the table and the columns of the measure. */
export interface Computed {
  readonly raw: number | null;
  readonly reason: { readonly code: ReasonCode; readonly params: Reason["params"] } | null;
  readonly rows: readonly LedgerRow[];
}

/** A figure and the rows that took part; beyond what a number can hold it is none. */
export function figure(raw: number, rows: readonly LedgerRow[]): Computed {
  return Number.isFinite(raw) ? { raw, reason: null, rows } : missing("noNumbers");
}

/** No figure, and why. */
export function missing(code: ReasonCode, params: Reason["params"] = {}): Computed {
  return { raw: null, reason: { code, params }, rows: [] };
}
