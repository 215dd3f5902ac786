import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Assessment, IndicatorFigure } from "../../../src/core/assessment/assessment";
import { type TableMeasurement, type TableRequest, measuringTable } from "../../../src/core/assessment/measure-table";
import type { CellValue, SheetGrid, WorkbookGrids } from "../../../src/core/grid";
import type { LedgerRange } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { workbookRanges } from "../../../src/core/ledger/workbook-ranges";
import type { RunOptions } from "../../../src/core/outcome";
import { choosePeriod } from "../../../src/core/period";
import { readSettings } from "../../../src/core/scheme/settings";
import { atOnce } from "../../../src/core/steps";
import { arbitraryBooks, arbitraryOptions, gridsOf } from "../../support/arbitrary-workbook";
import { cases } from "../../support/cases";
import { sheetOf } from "../../support/grid-builder";
import { readGrids } from "../../support/grids";
import { assess, figureOf } from "../../support/small-workbook";

function measureTable(request: TableRequest): TableMeasurement {
  return atOnce(measuringTable(request));
}

/** The folder of the project's own cases. */
const CASES = path.join(__dirname, "../../cases");

type Rows = readonly (readonly CellValue[])[];

/** Where the ledgers of a workbook lie. */
function rangesOf(grids: WorkbookGrids, options: RunOptions): ReadonlyMap<string, readonly LedgerRange[]> {
  const settings = readSettings(grids, options);
  if (settings.kind === "refused") throw new Error("the scheme is refused");
  const { words } = settings;
  const { date1904 } = grids;
  const found = atOnce(workbookRanges(grids, words));
  const period = atOnce(choosePeriod(options.period, { ranges: found.ranges, date1904, words }));
  if (period.kind === "refused") throw new Error("the period is refused");
  const read = atOnce(readLedger(found, { words, period: period.days, wholePeriod: period.days, date1904 }));
  return new Map(Object.entries(read.ledger.tables).map(([name, { ranges }]) => [name, ranges]));
}

function sheetNamed(grids: WorkbookGrids, name: string): SheetGrid | null {
  return grids.sheets.find((sheet) => sheet.name === name) ?? null;
}

/** The cells of a range, all columns of its sheet. */
function cellsIn(grids: WorkbookGrids, { sheet: name, firstRow, lastRow }: LedgerRange): Rows {
  const sheet = sheetNamed(grids, name);
  return sheet?.values.slice(firstRow - sheet.row, lastRow - sheet.row + 1) ?? [];
}

/** What a range may owe to more than its own cells: what a worksheet function does not see. */
function unseen(grids: WorkbookGrids, range: LedgerRange): string[] {
  const sheet = sheetNamed(grids, range.sheet);
  const merged = sheet?.merges.some(({ row, rowCount }) => row <= range.lastRow && row + rowCount > range.firstRow);
  const percent = sheet?.formats.some(({ formats }) => formats.some((format) => format.includes("%")));
  return [
    ...(merged === true ? ["merged cells"] : []),
    ...(range.branch === null ? [] : ["支部 from a title"]),
    ...(range.category === null ? [] : ["类别 from a title"]),
    ...(range.table.name === "业务指标" && percent === true ? ["percent formats"] : []),
    ...(grids.date1904 ? ["days from 1904"] : []),
  ];
}

/** The arguments that speak of a workbook, 截止日 of the run in front of its 参数. */
function requestFor(grids: WorkbookGrids, assessment: Assessment, table: string, cells: Rows): TableRequest {
  const [roster] = rangesOf(grids, { period: assessment.period, asOf: null, formula: null }).get("支部名册") ?? [];
  const [, ...parameters] = sheetNamed(grids, "参数")?.values ?? [];
  return {
    table,
    cells,
    scheme: sheetNamed(grids, "评分标准")?.values ?? null,
    branches: assessment.branches.map(({ branch, unit }) => [branch, unit]),
    period: assessment.period,
    roster: roster === undefined ? null : cellsIn(grids, roster),
    parameters: [["参数", "值"], ["截止日", assessment.asOf], ...parameters],
  };
}

function rawOf(figure: IndicatorFigure | undefined): unknown {
  if (figure?.computed.status === "assessed") return figure.raw;
  return figure?.computed.status === "unassessed" ? "未评" : "不适用";
}

/** The raw figures that a run gave for the indicators of a table. */
function figuresOfRun({ branches, scheme }: Assessment, table: string): unknown {
  const codes = scheme.filter((line) => line.table === table).map(({ code }) => code);
  return { codes, figures: branches.map(({ indicators }) => codes.map((code) => rawOf(indicators[code]))) };
}

function figuresOf(measurement: TableMeasurement): unknown {
  return measurement.kind === "measured" ? { codes: measurement.codes, figures: measurement.figures } : measurement;
}

describe("the figures of one table", () => {
  it.each(cases())(
    "are those of a run over $name, for each table in one plain range",
    ({ file, name: _, ...given }) => {
      const grids = readGrids(file);
      const assessment = assess(grids, given);
      const differing: string[] = [];
      let compared = 0;
      for (const [table, ranges] of rangesOf(grids, { ...given, asOf: null })) {
        const [range] = ranges;
        if (table === "支部名册" || range === undefined || ranges.length > 1) continue;
        const measured = measureTable(requestFor(grids, assessment, table, cellsIn(grids, range)));
        const expected = figuresOfRun(assessment, table);
        const why = unseen(grids, range).join(", ");
        if (why !== "" && !isDeepStrictEqual(figuresOf(measured), expected)) differing.push(`${table}: ${why}`);
        else expect([table, figuresOf(measured)]).toEqual([table, expected]);
        compared++;
      }
      expect(compared).toBeGreaterThan(0);
      // The project's own cases have no such table in one range.
      if (file.startsWith(CASES)) expect(differing).toEqual([]);
    },
  );

  it("are those of a run over arbitrary ledgers, with and without a roster", () => {
    fc.assert(
      fc.property(arbitraryBooks, arbitraryOptions, (input, options) => {
        const grids = gridsOf(input);
        const assessment = assess(grids, options);
        for (const table of Object.keys(input.tables)) {
          const sheet = sheetNamed(grids, table);
          const measured = measureTable(requestFor(grids, assessment, table, sheet?.values ?? []));
          expect([table, figuresOf(measured)]).toEqual([table, figuresOfRun(assessment, table)]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const SCHEME: Rows = [
  ["代码", "子系统", "数据表", "计量", "条件", "适用", "下限", "上限", "分值"],
  ["X1", "党建", "活动台账", "次数", "类别=党课", "", 0, 4, 1],
  ["X2", "党建", "活动台账", "比率(实到/应到)", "", "支委会=有", 0, 1, 1],
  ["X3", "业务", "任务清单", "次数", "", "", 0, 4, 1],
];
const LEDGER: readonly (readonly [CellValue, CellValue, CellValue, CellValue, CellValue])[] = [
  ["支部", "日期", "类别", "应到", "实到"],
  ["第一检察部党支部", 44300, "党课", 10, 9],
  ["第1检察部", "2021.4.16", "讲党课", "20人", 15],
  ["办公室", 44301, "支委会", null, null],
];
const ROSTER: Rows = [
  ["支部", "支委会", "党员数", "撤销日期"],
  ["第一检察部党支部", "有", 20, null],
  ["办公室党支部", "无", 8, null],
  ["政治部党支部", null, 5, null],
  ["技术处党支部", "有", 5, "2020-06-30"],
];
const REQUEST: TableRequest = {
  table: "活动台账",
  cells: LEDGER,
  scheme: SCHEME,
  branches: [["第一检察部"], ["办公室"], ["政治部"], ["技术处"]],
  period: 2021,
  roster: ROSTER,
  parameters: null,
};

function measured(change: Partial<TableRequest>): Extract<TableMeasurement, { kind: "measured" }> {
  const measurement = measureTable({ ...REQUEST, ...change });
  if (measurement.kind !== "measured") throw new Error(JSON.stringify(measurement));
  return measurement;
}

describe("a ledger table as the argument of a function", () => {
  it("gives the figures of its own indicators, and the words where there is none", () => {
    expect(measured({})).toMatchObject({
      codes: ["X1", "X2"],
      figures: [
        [2, 0.8],
        [0, "不适用"],
        [0, "未评"],
        ["不适用", "不适用"],
      ],
      branches: ["found", "found", "found", "found"],
    });
  });

  it("is read as a sheet is: title rows, notes, totals and blank rows are no data", () => {
    const blank = [null, "", null, "", null];
    const [header = [], ...rows] = LEDGER;
    const cells = [
      ["2021年活动台账", null, null, null, null],
      blank,
      header,
      ...rows.slice(0, 1),
      ["（以下为补录）", null, null, null, null],
      blank,
      ...rows.slice(1),
      ["合计", null, null, 30, 24],
      blank,
      ["注：党课含讲党课", null, null, null, null],
      ["第一检察部", 44302, "党课", 1, 0],
      blank,
    ];
    expect(measured({ cells }).figures).toEqual(measured({}).figures);
  });

  it("without a row gives 未评", () => {
    expect(measured({ cells: LEDGER.slice(0, 1), branches: [["办公室"]] }).figures).toEqual([["未评", "不适用"]]);
  });

  it("may have the built-in scheme", () => {
    expect(measured({ scheme: null }).codes).toEqual([
      ...["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"],
      ...["R1", "R4", "R6"],
    ]);
  });

  it("may have no indicator in the scheme", () => {
    expect(measured({ scheme: [...SCHEME.slice(0, 1), ...SCHEME.slice(3)] })).toMatchObject({
      codes: [],
      figures: [[], [], [], []],
    });
  });

  it("counts 参数: 截止日, 空值 and synonyms", () => {
    const withParameters = (...rows: Rows): unknown => measured({ parameters: [["参数", "值"], ...rows] }).figures[0];
    expect(withParameters(["截止日", "2021-04-15"])).toEqual([1, 0.9]);
    expect(withParameters(["空值", "党课"])).toEqual([1, 0.8]);
    expect(withParameters(["同义词：党课", "大讲堂"])).toEqual([1, 0.8]);
  });

  it("takes its 期间 as text, as a year or as a date on a day 1", () => {
    const [april, may] = [44287, 44317];
    for (const period of ["2021", 2021, "2021年第二季度", "2021-04", april])
      expect(measured({ period }).figures[0]).toEqual([2, 0.8]);
    expect(measured({ period: may }).figures[0]).toEqual([0, "未评"]);
  });
});

describe("the branches that are asked for", () => {
  it("are found as a 支部 cell is; blank rows stay blank, and what resolves to none or to several has no figures", () => {
    const branches = [["第1检察部"], [null], ["无"], ["第九检察部"], ["第一检察部、办公室"], ["办公室党支部"]];
    expect(measured({ branches })).toMatchObject({
      branches: ["found", "blank", "blank", "unresolved", "unresolved", "found"],
      figures: [
        [2, 0.8],
        [null, null],
        [null, null],
        [null, null],
        [null, null],
        [0, "不适用"],
      ],
    });
  });

  it("are told apart by their 单位", () => {
    const roster = [
      ["单位", "支部", "支委会"],
      ["东川县检察院", "办公室", "有"],
      ["西坪县检察院", "办公室", "有"],
    ];
    const cells = [
      ["单位", "支部", "日期", "类别"],
      ...["东川县院", "东川县院", "西坪县院"].map((unit) => [unit, "办公室", 44300, "党课"]),
    ];
    const branches = [
      ["办公室", "西坪县人民检察院"],
      ["办公室", "东川县检察院"],
      ["办公室", null],
    ];
    const { figures, branches: states } = measured({ roster, cells, branches });
    expect(figures.map(([count]) => count)).toEqual([1, 2, null]);
    expect(states).toEqual(["found", "found", "unresolved"]);
  });

  it("are branches without a roster, also where no row names them (methodology §C.5)", () => {
    expect(measured({ roster: null, branches: [["第一检察部"], ["办公室"], ["政治部"]] }).figures).toEqual([
      [2, "未评"],
      [0, "未评"],
      [0, "未评"],
    ]);
  });

  it("do not depend on their order, nor on who else is asked for", () => {
    const names = ["第一检察部", "办公室", "政治部", "技术处", "无", "第九检察部"];
    const all = new Map(names.map((name) => [name, measured({ branches: [[name]] }).figures[0]]));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names)), (asked) => {
        expect(measured({ branches: asked.map((name) => [name]) }).figures).toEqual(asked.map((name) => all.get(name)));
      }),
    );
  });
});

describe("a function does not see", () => {
  it("the merged upper cells of a two-row header, but takes them from the columns that they name", () => {
    const cells = [
      ["任务", "支部", "期限", "党建", null, "业务", null],
      [null, null, null, "部署日", "落实日", "部署日", "落实日"],
      ["甲", "第一检察部", 44_286, 44_200, 44_250, 44_201, 44_280],
    ];
    const found = measured({ table: "任务清单", cells, scheme: null });
    // Deployed a day apart, implemented a month apart.
    expect(found.figures[0]?.[found.codes.indexOf("R2")]).toBe(0.5);
  });

  it("merged cells of the rows: only the first row of a merge has its value", () => {
    const cells = LEDGER.map(([branch, day, ...rest], index) => [branch, index === 2 ? null : day, ...rest]);
    const grids = (merges: SheetGrid["merges"]): WorkbookGrids => ({
      sheets: [sheetOf("支部名册", ROSTER), { ...sheetOf("活动台账", cells), merges }, sheetOf("评分标准", SCHEME)],
      date1904: false,
      mapping: null,
    });
    const merge = { row: 1, column: 1, rowCount: 2, columnCount: 1 };
    expect(figureOf(assess(grids([merge]))).raw).toBe(2);
    expect(figureOf(assess(grids([]))).raw).toBe(1);
    expect(measured({ cells }).figures[0]?.[0]).toBe(1);
  });

  it("a title above the range or the sheet's name that supply 支部 or 类别; a title inside it counts", () => {
    const cells = LEDGER.map(([, day, , ...rest]) => [day, ...rest]);
    expect(measureTable({ ...REQUEST, cells })).toMatchObject({
      kind: "unrecognised",
      argument: "cells",
      missing: { all: ["支部", "类别"] },
    });
    const titled = [["第一检察部党支部"], ["党课"], ...cells];
    expect(measured({ cells: titled }).figures[0]).toEqual([2, 0.8]);
  });

  it("percent formats: a percentage typed as a number is a number", () => {
    const scheme = [SCHEME[0] ?? [], ["X1", "业务", "业务指标", "达成", "", "", 0, 1, 1]];
    const cells = [
      ["支部", "期间", "指标", "数值", "下限", "上限"],
      ["办公室", "2021", "办结率", 0.9, 60, 100],
    ];
    const percentages = { column: 3, row: 1, formats: ["0%"] };
    const sheet = { ...sheetOf("业务指标", cells), formats: [percentages] };
    const sheets = [sheetOf("支部名册", ROSTER), sheet, sheetOf("评分标准", scheme)];
    const run = figureOf(assess({ sheets, date1904: false, mapping: null }), "X1", "办公室党支部");
    expect(run.reason?.code).toBe("noItems");
    expect(measured({ table: "业务指标", cells, scheme, branches: [["办公室"]] }).figures).toEqual([[0]]);
  });

  it("that a workbook counts its days from 1904", () => {
    const serials = LEDGER.map(([branch, day, ...rest]) => [
      branch,
      typeof day === "number" ? day - 1462 : day,
      ...rest,
    ]);
    const sheets = [sheetOf("支部名册", ROSTER), sheetOf("活动台账", serials), sheetOf("评分标准", SCHEME)];
    expect(figureOf(assess({ sheets, date1904: true, mapping: null })).raw).toBe(2);
    expect(measured({ cells: serials }).figures[0]?.[0]).toBe(1);
  });

  it("审定分: the figures stay as measured", () => {
    const reviews = [
      ["支部", "期间", "代码", "审定分"],
      ["办公室", "2021", "X1", 1],
    ];
    const sheets = [
      sheetOf("支部名册", ROSTER),
      sheetOf("活动台账", LEDGER),
      sheetOf("评分标准", SCHEME),
      sheetOf("自评复核", reviews),
    ];
    expect(figureOf(assess({ sheets, date1904: false, mapping: null }), "X1", "办公室党支部")).toMatchObject({
      raw: 0,
      score: 1,
    });
    expect(measured({}).figures[1]?.[0]).toBe(0);
  });
});

describe("there are no figures", () => {
  it("where the scheme cannot be read: each fault with its cell in the argument", () => {
    const scheme = [SCHEME[0] ?? [], ["X1", "党建", "活动台账", "总数", "", "", 0, 1, 1]];
    const measurement = measureTable({ ...REQUEST, scheme });
    expect(measurement).toMatchObject({
      kind: "refused",
      because: "scheme",
      issues: [{ code: "schemeMeasureUnknown", place: { cell: "D2" }, params: { found: "总数" } }],
    });
  });

  it("where the period or 截止日 cannot be read", () => {
    expect(measureTable({ ...REQUEST, period: "去年" })).toMatchObject({ because: "period" });
    const parameters = [
      ["参数", "值"],
      ["截止日", "2月29日"],
    ];
    expect(measureTable({ ...REQUEST, parameters })).toMatchObject({ because: "asOf" });
  });

  it("where the ledger's header lacks columns of the table", () => {
    const lacking = (cells: Rows, table = "活动台账"): unknown => measureTable({ ...REQUEST, cells, table });
    expect(
      lacking([
        ["日期", "类别", "主题"],
        [44300, "党课", "一"],
      ]),
    ).toMatchObject({ missing: { all: ["支部"], oneOf: [] } });
    expect(
      lacking(
        [
          ["支部", "日期"],
          ["办公室", 44300],
        ],
        "办案效果",
      ),
    ).toMatchObject({
      missing: { all: [], oneOf: ["案件", "政治效果", "来信收到日", "听证"] },
    });
    expect(
      lacking([
        ["甲", "乙"],
        [1, 2],
      ]),
    ).toMatchObject({ missing: { all: ["支部", "日期", "类别"] } });
  });

  it("where the roster is none", () => {
    expect(
      measureTable({
        ...REQUEST,
        roster: [
          ["序号", "名称"],
          [1, "办公室"],
        ],
      }),
    ).toMatchObject({
      kind: "unrecognised",
      argument: "roster",
      missing: { all: ["支部"] },
    });
  });
});
