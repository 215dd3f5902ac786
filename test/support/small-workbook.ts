import type { Assessment, BranchAssessment, IndicatorFigure } from "../../src/core/assessment/assessment";
import type { CellValue, SheetGrid, WorkbookGrids } from "../../src/core/grid";
import { tableSchema } from "../../src/core/ledger/schema";
import type { Outcome, RunOptions } from "../../src/core/outcome";
import { run } from "../../src/core/run";
import { atOnce } from "../../src/core/steps";
import { sheetOf, workbookOf } from "./grid-builder";

/** One row by column name. */
export type Row = Readonly<Record<string, CellValue>>;

/** Tables by name, or by `name#part` where one table has several sheets. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** One indicator: what a test leaves out is plain. */
export type Line = Row & { readonly 计量: string };

const PLAIN: Row = {
  子系统: "融合",
  数据表: "活动台账",
  条件: "",
  适用: "",
  下限: 0,
  上限: 1,
  方向: "",
  折算: "",
  分值: 1,
};

/** Three branches of a roster, for tests that need no more. */
export const ROSTER: readonly Row[] = [{ 支部: "甲支部" }, { 支部: "乙支部" }, { 支部: "丙支部" }];

/** A workbook from tables, an own 评分标准 and own 参数. */
export function book(
  tables: Tables,
  scheme: readonly Line[] = [],
  parameters: Readonly<Record<string, CellValue>> = {},
): WorkbookGrids {
  const sheets = Object.entries(tables).map(([name, rows]) => tableSheet(name, rows));
  if (scheme.length > 0) sheets.push(schemeSheet(scheme));
  if (Object.keys(parameters).length > 0) sheets.push(sheetOf("参数", [["参数", "值"], ...Object.entries(parameters)]));
  return workbookOf(sheets);
}

function tableSheet(name: string, rows: readonly Row[]): SheetGrid {
  const [table = name] = name.split("#");
  const { required = [], oneOf = [] } = tableSchema(table) ?? {};
  const keys = [...new Set([...required, ...rows.flatMap(Object.keys)])];
  const [any] = oneOf;
  if (any !== undefined && !oneOf.some((column) => keys.includes(column))) keys.push(any);
  return sheetOf(name, [keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))]);
}

function schemeSheet(lines: readonly Line[]): SheetGrid {
  const keys = ["代码", ...Object.keys(PLAIN), "计量"];
  return sheetOf("评分标准", [
    keys,
    ...lines.map((line, index) =>
      keys.map((key) => line[key] ?? (key === "代码" ? `X${index + 1}` : (PLAIN[key] ?? null))),
    ),
  ]);
}

/** Runs a workbook for 2021 unless told otherwise. */
export function outcomeOf(grids: WorkbookGrids, options: Partial<RunOptions> = {}): Outcome {
  return atOnce(run(grids, { period: "2021", asOf: null, formula: null, ...options }));
}

/** The assessment of a workbook; fails where the run is refused. */
export function assess(grids: WorkbookGrids, options: Partial<RunOptions> = {}): Assessment {
  const outcome = outcomeOf(grids, options);
  if (outcome.kind !== "assessed") throw new Error(JSON.stringify(outcome.issues));
  return outcome.assessment;
}

/** A branch of an assessment; the first unless named. */
export function branchOf({ branches }: Assessment, name = branches[0]?.branch): BranchAssessment {
  const found = branches.find(({ branch }) => branch === name);
  if (found === undefined) throw new Error(`no branch ${name}`);
  return found;
}

/** A figure of a branch: the first indicator of the first branch unless named. */
export function figureOf(assessment: Assessment, code = "X1", branch?: string): IndicatorFigure {
  const figure = branchOf(assessment, branch).indicators[code];
  if (figure === undefined) throw new Error(`no indicator ${code}`);
  return figure;
}

/** Cells of the issues with a code. */
export function cellsOf({ issues }: Assessment, code: string): (string | null)[] {
  return issues.flatMap((issue) => (issue.code === code ? [issue.place?.cell ?? null] : []));
}
