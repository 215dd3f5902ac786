import type { Assessment, UnitSummary } from "../assessment/assessment";
import { boundariesOf } from "./branches";
import { figure, text } from "./cells";
import type { Entry, Page } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** Columns of 单位汇总 beside the unit's name. */
export function unitColumns(assessment: Assessment, { levels }: ReportMessages): number {
  const NUMBER_AND_STATISTIC = 2;
  const UNASSESSED_OF_EACH = 2;
  const INDICES = 3;
  return (
    NUMBER_AND_STATISTIC +
    levels.fusion.length +
    levels.bands.length +
    UNASSESSED_OF_EACH +
    assessment.subsystems.length +
    INDICES
  );
}

/** 单位汇总: branches by level and band, mean and spread of the indices; the unit's name takes `left` columns. */
export function unitBlock(sheet: Page, assessment: Assessment, messages: ReportMessages, left: number): void {
  const { words, scores, levels } = messages;
  const limits = boundariesOf(assessment);
  const indices = [
    ...assessment.subsystems.map((name) => ({
      key: name,
      heading: scores.subsystemIndex(name),
      format: "index" as const,
      limits: limits.subsystem,
    })),
    { key: "D", heading: words.coordination, format: "index" as const, limits: limits.coordination },
    { key: "L", heading: words.linkage, format: "index" as const, limits: limits.linkage },
    { key: "F", heading: words.fusion, format: "points" as const, limits: limits.fusion },
  ];
  const header = (heading: string) => text(heading, "header", "centre");
  const covered: ReportCell = { value: null, role: "header" };
  const fusion = [...levels.fusion, words.unassessed];
  const bands = [...levels.bands, words.unassessed];
  const top = sheet.row([
    { span: left, cell: header(words.unit) },
    header(words.branches),
    { span: fusion.length, cell: header(words.fusionLevel) },
    { span: bands.length, cell: header(words.band) },
    header(scores.statistic),
    ...indices.map(({ heading }) => header(heading)),
  ]);
  sheet.row([
    ...Array.from({ length: left + 1 }, () => covered),
    ...[...fusion, ...bands].map(header),
    covered,
    ...indices.map(() => covered),
  ]);
  const statistic = left + 1 + fusion.length + bands.length;
  const upright = [left, statistic, ...indices.map((_, index) => statistic + 1 + index)];
  for (const column of upright) sheet.merge({ row: top, column, rowCount: 2, columnCount: 1 });
  const counts = (unit: UnitSummary): ReportCell[] => {
    const of = (names: readonly string[], found: Readonly<Record<string, number>>) => {
      const known = names.map((name) => found[name] ?? 0);
      return [...known, unit.branches - known.reduce((sum, count) => sum + count, 0)];
    };
    return [unit.branches, ...of(levels.fusion, unit.fusionLevels), ...of(levels.bands, unit.bands)].map((count) =>
      figure(count, "count", ""),
    );
  };
  const figures = (unit: UnitSummary, of: "mean" | "spread"): ReportCell[] => [
    text(of === "mean" ? words.mean : words.spread, "body", "centre"),
    ...indices.map(({ key, format, limits: bounds }) =>
      figure(
        unit.figures[key]?.[of] ?? null,
        format,
        of === "spread" ? words.none : words.unassessed,
        of === "mean" ? bounds : [],
      ),
    ),
  ];
  const named = (unit: UnitSummary) => unit.unit ?? words.noUnit;
  for (const unit of assessment.units) {
    const rest: Entry[] = [...counts(unit), ...figures(unit, "mean")];
    sheet.row([{ span: left, cell: text(named(unit), "label") }, ...rest]);
    const filler: ReportCell = { value: null, role: "body" };
    sheet.row([...Array.from({ length: statistic }, () => filler), ...figures(unit, "spread")]);
  }
  for (const unit of assessment.units) {
    const found = levels.coordination.flatMap((name) =>
      (unit.coordinationLevels[name] ?? 0) > 0 ? [{ name, count: unit.coordinationLevels[name] ?? 0 }] : [],
    );
    if (found.length > 0) sheet.line(text(scores.unitCoordination(named(unit), found), "note"));
  }
}
