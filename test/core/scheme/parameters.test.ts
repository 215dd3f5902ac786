import type { CellValue } from "../../../src/core/grid";
import {
  DEFAULT_LINES,
  DEFAULT_PARAMETERS,
  PARAMETER_KEYS,
  type Parameters,
  readParameters,
  shown,
} from "../../../src/core/scheme/parameters";
import { readSettings } from "../../../src/core/scheme/settings";
import { isBlank } from "../../../src/core/ledger/vocabulary";
import { readBook, sheetOf, workbookOf } from "../../support/grid-builder";

type Read = ReturnType<typeof readParameters>;

const rowsOf = (...rows: readonly (readonly [string, CellValue])[]): Read =>
  readParameters(rows.map(([key, value], index) => ({ key, value, place: { sheet: "参数", cell: `B${index + 2}` } })));

describe("parameters (methodology §10)", () => {
  it.each<[string, CellValue, Partial<Parameters>]>([
    ["截止日", 44377, { asOf: 44377 }],
    ["截止日", "2021年6月30日", { asOf: "2021年6月30日" }],
    ["同步窗口", 10, { syncWindow: 10 }],
    ["同步窗口", "10天", { syncWindow: 10 }],
    ["可评率下限", "2/3", { availability: 2 / 3 }],
    ["可评率下限", "３／４", { availability: 0.75 }],
    ["可评率下限", "60%", { availability: 0.6 }],
    ["耦合子系统", "党建、业务，融合", { couplingSubsystems: ["党建", "业务", "融合"] }],
    ["联结子系统", " 融合 ", { linkageSubsystem: "融合" }],
    ["耦合公式", "Standard", { formula: "standard" }],
    ["耦合权重", "equal", { couplingWeights: null }],
    ["耦合权重", "0.6，0.4", { couplingWeights: [0.6, 0.4] }],
    ["加分上限", 8, { bonusCap: 8 }],
    ["档次", "92,80,60", { bands: [92, 80, 60] }],
    [
      "协调等级",
      "0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.95",
      { coordinationLevels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95] },
    ],
    ["融合等级", "85；65；50", { fusionLevels: [85, 65, 50] }],
    ["评选可评率", 0.8, { gateAvailability: 0.8 }],
    ["评选子系统", 0.6, { gateSubsystems: 0.6 }],
    ["评选融合指数", 70, { gateFusion: 70 }],
    ["评选百分制", 85, { gateTotal: 85 }],
    ["评选比例", "12%", { quota: 0.12 }],
    ["抽样次数", "1,000", { draws: 1000 }],
    ["随机种子", 7, { seed: 7 }],
    ["扰动幅度", 0, { spread: 0 }],
    ["显示名次", "是", { showRanks: true }],
    ["显示名次", true, { showRanks: true }],
    ["显示名次", "否", { showRanks: false }],
  ])("%s may be %p", (key, value, change) => {
    const { parameters, issues, own } = rowsOf([key, value]);
    expect(issues).toEqual([]);
    expect([...own]).toEqual([key]);
    expect(parameters).toEqual({ ...DEFAULT_PARAMETERS, ...change });
  });

  it.each<[string, CellValue]>([
    ["截止日", "年底"],
    ["截止日", 5],
    ["同步窗口", -1],
    ["同步窗口", "一周左右"],
    ["可评率下限", 1.5],
    ["可评率下限", "2/0"],
    ["耦合子系统", "党建"],
    ["耦合子系统", "党建,党建"],
    ["耦合公式", "wang2020"],
    ["耦合权重", "0,0"],
    ["耦合权重", "0.6,-0.4"],
    ["耦合权重", "0.6,大"],
    ["加分上限", "不限"],
    ["档次", "60,80,90"],
    ["档次", "90,80"],
    ["协调等级", "0.1,0.2"],
    ["协调等级", "0.9,0.8,0.7,0.6,0.5,0.4,0.3,0.2,0.1"],
    ["融合等级", "80,80,50"],
    ["评选比例", 20],
    ["评选子系统", "半"],
    ["抽样次数", 0],
    ["抽样次数", 10.5],
    ["随机种子", -1],
    ["扰动幅度", 1],
    ["显示名次", "也许"],
    ["未结合率黄线", "高"],
    ["词表：类别", "、"],
  ])("%s cannot be %p: the default stays, and the cell is listed", (key, value) => {
    const { parameters, issues } = rowsOf(["同步窗口2", null], [key, value]);
    expect(parameters).toEqual(DEFAULT_PARAMETERS);
    expect(issues).toEqual([
      {
        code: "parameterUnusable",
        severity: "error",
        place: { sheet: "参数", cell: "B3" },
        params: { key, found: String(value), fallback: shown(key, DEFAULT_PARAMETERS) },
      },
    ]);
  });

  it.each(["加分", "constructor", "新黄线", "词表：主题", "列名：不存在", "同义词", "未结合率"])(
    "does not know the key %p, and lists it",
    (key) => {
      const { parameters, issues } = rowsOf([key, 1]);
      expect(parameters).toEqual(DEFAULT_PARAMETERS);
      expect(issues).toMatchObject([{ code: "parameterUnknown", severity: "warning", params: { key } }]);
    },
  );

  it("reads keys whatever their spaces and width", () => {
    expect(rowsOf([" 同步 窗口", 3]).parameters.syncWindow).toBe(3);
  });

  it("leaves the default where a value is blank, without a word", () => {
    expect(rowsOf(["同步窗口", null], ["加分上限", "  "], ["", 5])).toMatchObject({
      parameters: DEFAULT_PARAMETERS,
      issues: [],
    });
  });

  it("follows the first of repeated keys and lists the others", () => {
    const { parameters, issues } = rowsOf(["同步窗口", 3], ["同步窗口", 4]);
    expect(parameters.syncWindow).toBe(3);
    expect(issues).toMatchObject([{ code: "parameterRepeated", place: { cell: "B3" } }]);
  });

  it.each(Object.keys(DEFAULT_LINES))("has a yellow and a red line for %s", (figure) => {
    const { parameters, issues } = rowsOf([`${figure}黄线`, 0.31], [`${figure}红线`, 0.62]);
    expect(issues).toEqual([]);
    expect(parameters.lines).toEqual({ ...DEFAULT_LINES, [figure]: { yellow: 0.31, red: 0.62 } });
  });

  it("shows every key with its value in effect", () => {
    const blank = PARAMETER_KEYS.filter((key) => shown(key, DEFAULT_PARAMETERS) === "");
    expect(blank).toEqual(["截止日"]);
    expect(shown("可评率下限", DEFAULT_PARAMETERS)).toBe("2/3");
    expect(shown("耦合权重", DEFAULT_PARAMETERS)).toBe("equal");
    expect(shown("档次", DEFAULT_PARAMETERS)).toBe("90,80,60");
    expect(shown("列名：单位", DEFAULT_PARAMETERS)).toBe("院、所属单位、所属院、检察院");
  });
});

describe("words (methodology §10, appendices A and B)", () => {
  const wordsWith = (key: string, value: string): ReturnType<typeof readSettings> =>
    readSettings(
      workbookOf([
        sheetOf("参数", [
          ["参数", "值"],
          [key, value],
        ]),
      ]),
      { period: null, asOf: null, formula: null },
    );
  const words = (key: string, value: string) => {
    const settings = wordsWith(key, value);
    if (settings.kind === "refused") throw new Error("refused");
    return settings.words;
  };

  it("空值 replaces the words that are blank; a slash can be one of them", () => {
    const own = words("空值", "缺、/ 未填");
    expect(["缺", "/", "未填", "无"].map((word) => isBlank(word, own))).toEqual([true, true, true, false]);
  });

  it("词表 replaces the values of a vocabulary", () => {
    expect(words("词表：载体", "甲、乙").categories["载体"]?.values).toEqual(["甲", "乙"]);
  });

  it("同义词 replaces the synonyms of a value", () => {
    const synonyms = words("同义词：党课", "微党课").categories["类别"]?.synonyms;
    expect([synonyms?.get("微党课"), synonyms?.get("讲党课"), synonyms?.get("党课")]).toEqual([
      "党课",
      undefined,
      "党课",
    ]);
  });

  it("列名 replaces the aliases of a column, and reading follows", () => {
    const own = words("列名：类别", "组织形式");
    const sheet = sheetOf("x", [
      ["支部", "日期", "组织形式"],
      ["甲支部", 44300, "党课"],
    ]);
    expect(readBook([sheet], own).rows("活动台账")).toHaveLength(1);
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(0);
  });
});

describe("scheme and parameters together (§C.20)", () => {
  const settings = (rows: readonly (readonly [string, CellValue])[], formula: "standard" | null = null) => {
    const read = readSettings(workbookOf([sheetOf("参数", [["参数", "值", "说明"], ...rows])]), {
      period: null,
      asOf: null,
      formula,
    });
    if (read.kind === "refused") throw new Error("refused");
    return { ...read, codes: read.issues.map(({ code, place }) => `${code} ${place?.cell ?? ""}`) };
  };

  it("lets an option of the run win over 参数", () => {
    expect(settings([["耦合公式", "wang2021"]], "standard").parameters.formula).toBe("standard");
  });

  it.each<[string, CellValue]>([
    ["耦合子系统", "党建,廉政"],
    ["联结子系统", "廉政"],
    ["耦合权重", "0.2,0.3,0.5"],
  ])("leaves the default where %s = %p does not fit the scheme", (key, value) => {
    const { parameters, codes } = settings([[key, value]]);
    expect(parameters).toEqual(DEFAULT_PARAMETERS);
    expect(codes).toEqual(["parameterUnusable B2"]);
  });

  it("takes as many weights as there are coupling subsystems", () => {
    const { parameters, codes } = settings([
      ["耦合子系统", "党建,业务,融合"],
      ["耦合权重", "0.2,0.3,0.5"],
    ]);
    expect(codes).toEqual([]);
    expect(parameters.couplingWeights).toEqual([0.2, 0.3, 0.5]);
  });

  it("tells which parameters the workbook set", () => {
    const { shown: list } = settings([
      ["加分上限", 8],
      ["词表：载体", "甲、乙"],
    ]);
    expect(list.filter(({ own }) => own)).toEqual([
      { key: "加分上限", value: "8", own: true },
      { key: "词表:载体", value: "甲、乙", own: true },
    ]);
  });

  it("is refused for a bad scheme alone", () => {
    const bad = sheetOf("评分标准", [["代码"], ["X1"]]);
    expect(readSettings(workbookOf([bad]), { period: null, asOf: null, formula: null }).kind).toBe("refused");
  });
});
