import { groupedColumns, rangeServes } from "../assessment/measures";
import { type LedgerTable, hasColumn } from "../ledger/ledger";
import { type Clause, columnsOf, rosterFieldsOf } from "../scheme/condition";
import { measureColumns } from "../scheme/measure";
import type { Indicator } from "../scheme/scheme";
import type { Reason } from "../assessment/assessment";
import { reason } from "../reasons";

/** An indicator that will be 未评 for all branches, and why. */
export interface ForeseenUnassessed {
  readonly code: string;
  readonly name: string;
  readonly reason: Reason;
}

/** The columns that an indicator reads in its table. */
export function readColumns({ measure, condition }: Pick<Indicator, "measure" | "condition">): readonly string[] {
  return [...new Set([...measureColumns(measure), ...columnsOf(condition)])];
}

/** The indicators that a table leaves 未评 for every branch: it is missing or empty, or no range has what they read. */
export function unassessedByTable(
  table: string,
  found: LedgerTable | undefined,
  indicators: readonly Indicator[],
): readonly ForeseenUnassessed[] {
  return indicators
    .filter(({ line }) => line.table === table)
    .flatMap((indicator) => {
      const why = reasonFor(indicator, found);
      return why === null ? [] : [{ code: indicator.line.code, name: indicator.line.name, reason: why }];
    });
}

function reasonFor(indicator: Indicator, found: LedgerTable | undefined): Reason | null {
  const { line, measure } = indicator;
  if (found === undefined) return reason("tableMissing", { table: line.table });
  if (found.read === 0) return reason("tableEmpty", { table: line.table });
  const named = readColumns(indicator);
  const serves = found.ranges.some(
    (range) => named.every((column) => hasColumn(range, column)) && rangeServes(measure, range),
  );
  if (serves) return null;
  const all = [...named, ...groupedColumns(measure)];
  const absent = all.filter((column) => !found.ranges.some((range) => hasColumn(range, column)));
  const columns = (absent.length > 0 ? absent : all).join("、");
  return reason("columnsMissing", { table: line.table, columns });
}

/** The roster fields without which an indicator is 未评: those that 条件 or 计量 ask for, and those that 适用 cannot do without. */
export function rosterColumns({ condition, measure, applies }: Indicator): readonly string[] {
  const clauses = measure.kind === "share" ? [...condition, ...measure.clauses] : condition;
  const undecided = applies.filter((clause) => !decidesBlank(clause));
  return [...new Set([...columnsOf(undecided), ...rosterFieldsOf(clauses)])];
}

/** The indicators that 支部名册 leaves 未评 for every branch: there is none, or none of its ranges has a field that they ask for. */
export function unassessedByRoster(
  found: LedgerTable | undefined,
  indicators: readonly Indicator[],
): readonly ForeseenUnassessed[] {
  return indicators.flatMap((indicator) => {
    const column = rosterColumns(indicator).find((field) => !found?.ranges.some((range) => hasColumn(range, field)));
    if (column === undefined) return [];
    const why = found === undefined ? reason("rosterMissing") : reason("rosterFieldBlank", { column });
    return [{ code: indicator.line.code, name: indicator.line.name, reason: why }];
  });
}

/** Whether a clause of 适用 decides on a blank field too (methodology §4). */
function decidesBlank(clause: Clause): boolean {
  switch (clause.kind) {
    case "presence":
      return true;
    case "member":
      return clause.negated;
    case "compare":
      return clause.comparison === "≠";
  }
}
