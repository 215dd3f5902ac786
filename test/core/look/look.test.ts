import { look, type WorkbookLook } from "../../../src/core/look/look";
import type { CellValue, WorkbookGrids } from "../../../src/core/grid";
import type { RunOptions } from "../../../src/core/outcome";
import { atOnce } from "../../../src/core/steps";
import { rosterSheet, sheetOf, workbookOf } from "../../support/grid-builder";

const DEFAULTS: RunOptions = { period: null, asOf: null, formula: null };
const lookAt = (grids: WorkbookGrids, options: Partial<RunOptions> = {}): WorkbookLook =>
  atOnce(look(grids, { ...DEFAULTS, ...options }));

const ACTIVITIES: readonly (readonly CellValue[])[] = [
  ["支部", "日期", "类别", "结合了什么"],
  ["第一检察部党支部", 44260, "主题党日", "公开听证"],
  ["第一检察部党支部", 44300, "党课", null],
];

const tableOf = ({ tables }: WorkbookLook, name: string) => {
  const found = tables.find(({ table }) => table === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
};
const codesOf = (found: { readonly unassessed: readonly { readonly code: string }[] }) =>
  found.unassessed.map(({ code }) => code);

describe("a look at a workbook", () => {
  it("tells where each table lies, how many rows it has and which days they cover", () => {
    const found = tableOf(lookAt(workbookOf([sheetOf("活动", ACTIVITIES, { at: "B3" })])), "活动台账");
    expect(found).toMatchObject({ rows: 2, days: { first: "2021-03-05", last: "2021-04-14" } });
    expect(found.ranges).toMatchObject([
      { sheet: "活动", area: "B3:E5", rows: 2, days: { first: "2021-03-05", last: "2021-04-14" }, confirmed: false },
    ]);
  });

  it("shows the columns of a range: what they are read as, and a preview of those that were not recognised", () => {
    const [range] = tableOf(lookAt(workbookOf([sheetOf("活动", ACTIVITIES)])), "活动台账").ranges;
    expect(range?.columns).toEqual([
      { header: "支部", letters: "A", field: "支部", mappable: true, preview: ["第一检察部党支部"] },
      { header: "日期", letters: "B", field: "日期", mappable: true, preview: ["2021-03-05", "2021-04-14"] },
      { header: "类别", letters: "C", field: "类别", mappable: true, preview: ["主题党日", "党课"] },
      { header: "结合了什么", letters: "D", field: null, mappable: true, preview: ["公开听证"] },
    ]);
  });

  it("names the columns that the scheme reads and the range lacks, with the indicators that read them", () => {
    const found = tableOf(lookAt(workbookOf([sheetOf("活动", ACTIVITIES)])), "活动台账");
    expect(found.state).toBe("toConfirm");
    expect(found.ranges[0]?.missing).toContainEqual({ field: "业务结合点", codes: ["R1"] });
    expect(codesOf(found)).toEqual(expect.arrayContaining(["R1", "D7", "D8"]));
    expect(codesOf(found)).not.toContain("D4");
  });

  it("tells of a 截止日 before the period, and of a 参数 without its header, as a run does", () => {
    const sheets = [
      sheetOf("活动", ACTIVITIES),
      sheetOf("参数", [
        ["参数", "数"],
        ["耦合公式", "standard"],
      ]),
    ];
    const { problems } = lookAt(workbookOf(sheets), { period: "2021", asOf: "2020-01-01" });
    const told = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(told).toEqual(["parameterColumnMissing", "asOfBeforePeriod"]);
  });

  it("has nothing to confirm where every column was recognised, though some are lacking", () => {
    const rows = ACTIVITIES.map((row) => row.slice(0, 3));
    expect(tableOf(lookAt(workbookOf([sheetOf("活动", rows)])), "活动台账").state).toBe("found");
  });

  it("says what a missing table leaves 未评", () => {
    const seen = lookAt(workbookOf([rosterSheet(["甲支部"]), sheetOf("活动", ACTIVITIES)]));
    const tasks = tableOf(seen, "任务清单");
    expect(tasks).toMatchObject({ state: "missing", rows: 0, ranges: [], days: null });
    expect(tasks.unassessed).toEqual(
      [
        ["B2", "任务按期完成"],
        ["R2", "三同步"],
        ["R3", "部署时差"],
        ["R7", "责任到人"],
      ].map(([code, name]) => ({ code, name, reason: { code: "tableMissing", params: { table: "任务清单" } } })),
    );
  });

  it("says what a missing roster leaves 未评, and what a roster without a field does", () => {
    const without = tableOf(lookAt(workbookOf([sheetOf("活动", ACTIVITIES)])), "支部名册");
    expect(without.state).toBe("missing");
    expect(without.unassessed.map(({ code, reason }) => [code, reason.code])).toEqual([
      ["D2", "rosterMissing"],
      ["D3", "rosterMissing"],
      ["D6", "rosterMissing"],
    ]);
    const poor = tableOf(lookAt(workbookOf([rosterSheet(["第一检察部党支部"])])), "支部名册");
    expect(poor.unassessed.map(({ code, reason }) => [code, reason.params["column"]])).toEqual([
      ["D2", "支委会"],
      ["D3", "党小组数"],
      ["D6", "支部书记"],
    ]);
  });

  it("offers a sheet that looks like a ledger and was not recognised, with what it may be and what it lacks", () => {
    const rows: CellValue[][] = [
      ["2021年度活动情况"],
      ["党支部", "何时", "类别", "主题"],
      ["甲支部", "2021-03-05", "党课", "学党史"],
    ];
    const seen = lookAt(workbookOf([rosterSheet(["甲支部"]), sheetOf("材料", rows)]));
    expect(seen.candidates).toMatchObject([
      { sheet: "材料", area: "A2:D3", rows: 1, table: "活动台账", missing: ["日期"] },
    ]);
    expect(seen.candidates[0]?.columns.map(({ header, field }) => [header, field])).toEqual([
      ["党支部", "支部"],
      ["何时", null],
      ["类别", "类别"],
      ["主题", "主题"],
    ]);
    expect(tableOf(seen, "活动台账").state).toBe("toConfirm");
  });

  it("offers no sheet of notes", () => {
    const notes = sheetOf("说明", [["填表说明：请如实填写。"], ["一、每月5日前报送。"]]);
    expect(lookAt(workbookOf([rosterSheet(["甲支部"]), notes])).candidates).toEqual([]);
  });

  it("takes a confirmed range as confirmed", () => {
    const columns = { 支部: "支部", 日期: "日期", 类别: "类别", 业务结合点: "结合了什么" };
    const mapping = JSON.stringify({ version: 1, ranges: [{ sheet: "活动", table: "活动台账", columns }] });
    const seen = lookAt(workbookOf([sheetOf("活动", ACTIVITIES)], { mapping }));
    const [range] = tableOf(seen, "活动台账").ranges;
    expect(range?.confirmed).toBe(true);
    expect(range?.columns.at(-1)).toMatchObject({ header: "结合了什么", field: "业务结合点" });
  });

  it("joins the texts of a header of two rows, and shows a merged one once", () => {
    const rows: CellValue[][] = [
      ["支部", "日期", "类别", "人数", null],
      [null, null, null, "应到", "实到"],
      ["甲支部", 44260, "党课", 10, 9],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"];
    const [range] = tableOf(lookAt(workbookOf([sheetOf("活动", rows, { merges })])), "活动台账").ranges;
    expect(range?.columns.map(({ header, field }) => [header, field])).toEqual([
      ["支部", "支部"],
      ["日期", "日期"],
      ["类别", "类别"],
      ["人数应到", "应到"],
      ["人数实到", "实到"],
    ]);
  });

  it("keeps apart two Excel tables side by side", () => {
    const rows = [
      ["支部", "党员数", null, "支部", "日期", "抽查人数", "佩戴人数"],
      ["甲支部", 10, null, "甲支部", 44260, 10, 9],
    ];
    const tables = [
      { name: "支部名册", area: "A1:B2" },
      { name: "亮身份抽查", area: "D1:G2" },
    ];
    const seen = lookAt(workbookOf([sheetOf("两表", rows, { tables })]));
    expect(tableOf(seen, "支部名册").ranges).toMatchObject([{ area: "A1:B2" }]);
    expect(tableOf(seen, "亮身份抽查").ranges).toMatchObject([{ area: "D1:G2" }]);
  });

  it("guesses the period and lists the periods that hold rows, the latest first", () => {
    const { period } = lookAt(workbookOf([sheetOf("活动", [...ACTIVITIES, ["甲", 43831, "党课", null]])]));
    expect(period).toEqual({
      name: "2021",
      guessed: true,
      presets: {
        years: ["2021", "2020"],
        halves: ["2021H1", "2020H1"],
        quarters: ["2021Q2", "2021Q1", "2020Q1"],
        months: ["2021-04", "2021-03", "2020-01"],
      },
    });
  });

  it("says which period was chosen", () => {
    const { period } = lookAt(workbookOf([sheetOf("活动", ACTIVITIES)]), { period: "2021年第一季度" });
    expect(period).toMatchObject({ name: "2021Q1", guessed: false });
  });

  it("has no period, and says why, where no date names its year", () => {
    const seen = lookAt(
      workbookOf([
        sheetOf("活动", [
          ["支部", "日期", "类别"],
          ["甲支部", "3月5日", "党课"],
        ]),
      ]),
    );
    expect(seen.period.name).toBeNull();
    expect(seen.period.presets.years).toEqual([]);
    expect(seen.problems.map(({ code }) => code)).toContain("periodUndated");
  });

  it("groups the problems by code, the gravest first, each with its places", () => {
    const rows = [...ACTIVITIES, ["第一检察部党支部", "不详", "党课", null], [null, null, "党课", "x"]];
    const { problems } = lookAt(workbookOf([sheetOf("活动", rows), sheetOf("说明", [["无"]])]));
    const severities = problems.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort((a, b) => "ewi".indexOf(a.charAt(0)) - "ewi".indexOf(b.charAt(0))));
    expect(problems.find(({ code }) => code === "dateUnreadable")?.issues).toMatchObject([
      { place: { sheet: "活动", cell: "B4" } },
    ]);
  });

  it("says whose scheme holds, and lists the faults of one that cannot be read", () => {
    expect(lookAt(workbookOf([sheetOf("活动", ACTIVITIES)])).scheme).toEqual({
      source: "built-in",
      indicators: 23,
      formula: "wang2021",
      showRanks: false,
    });
    const bad = lookAt(workbookOf([sheetOf("活动", ACTIVITIES), sheetOf("评分标准", [["代码"], ["D1"]])]));
    expect(bad.scheme.source).toBe("refused");
    expect(bad.problems[0]).toMatchObject({ code: "schemeColumnMissing", severity: "error" });
    expect(tableOf(bad, "活动台账").rows).toBe(2);
  });

  it("tells an empty workbook, and one without anything to assess", () => {
    expect(lookAt(workbookOf([]))).toMatchObject({ isEmpty: true, isAssessable: false, branches: 0 });
    expect(lookAt(workbookOf([sheetOf("甲", [[null, " "]])])).isEmpty).toBe(true);
    expect(lookAt(workbookOf([sheetOf("甲", [["别的"]])]))).toMatchObject({ isEmpty: false, isAssessable: false });
    expect(lookAt(workbookOf([rosterSheet(["甲支部", "乙支部"])]))).toMatchObject({
      isAssessable: true,
      hasRoster: true,
      branches: 2,
    });
  });
});
