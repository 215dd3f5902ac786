import { schemeFingerprint } from "../../../src/core/fingerprint";
import type { CellValue, WorkbookGrids } from "../../../src/core/grid";
import { PARAMETER_KEYS } from "../../../src/core/scheme/parameters";
import { type Settings, readSettings } from "../../../src/core/scheme/settings";
import { settingsSheets, standingSettings } from "../../../src/core/template/settings-sheets";
import { parameterNotes } from "../../../src/i18n/parameter-notes";
import { sheetOf, workbookOf } from "../../support/grid-builder";
import { gridOf } from "../../support/new-sheet-grid";

const read = (grids: WorkbookGrids): Settings => {
  const settings = readSettings(grids, { period: null, asOf: null, formula: null });
  if (settings.kind === "refused") throw new Error(JSON.stringify(settings.issues));
  expect(settings.issues).toEqual([]);
  return settings;
};
const copied = (settings: Settings) => read(workbookOf(settingsSheets(settings, parameterNotes).map(gridOf)));
const fingerprint = ({ scheme, parameters }: Settings) => schemeFingerprint(scheme, parameters);
const withParameters = (own: Readonly<Record<string, CellValue>>) =>
  read(workbookOf([sheetOf("参数", [["参数", "值"], ...Object.entries(own)])]));

describe("评分标准 and 参数 copied into the workbook", () => {
  it("are read as the built-in scheme and parameters, with the same fingerprint", () => {
    const builtIn = read(workbookOf([]));
    const own = copied(builtIn);
    expect(own.scheme.source).toBe("workbook");
    expect(own.scheme.indicators).toEqual(builtIn.scheme.indicators);
    expect(own.parameters).toEqual(builtIn.parameters);
    expect(fingerprint(own)).toBe(fingerprint(builtIn));
  });

  it("carry the parameters and words that the workbook set", () => {
    const settings = withParameters({
      截止日: 44500,
      可评率下限: "5/7",
      耦合权重: "2,1",
      显示名次: "是",
      未结合率红线: 0.7,
      空值: "无 缺",
      "词表:载体": "学习教育、其他载体",
      "同义词：党课": "微党课",
      "列名:日期": "何时、哪天",
    });
    const own = copied(settings);
    expect(own.parameters).toEqual(settings.parameters);
    expect(fingerprint(own)).toBe(fingerprint(settings));
  });

  it("carry an own scheme, whatever its words for direction and proration", () => {
    const scheme = sheetOf("评分标准", [
      ["代码", "子系统", "数据表", "计量", "条件", "下限", "上限", "方向", "折算", "分值"],
      ["X1", "党建", "活动台账", "次数", "类别=党课", 0, "12", null, "√", 5],
      ["X2", "业务", "任务清单", "绝对时差(党建部署日-业务部署日)", null, 0, 30, "逆向", null, 2.5],
    ]);
    const settings = read(workbookOf([scheme]));
    expect(copied(settings).scheme).toEqual(settings.scheme);
  });

  it("list every parameter with an explanation", () => {
    const [, parameters] = settingsSheets(read(workbookOf([])), parameterNotes);
    const keys = parameters?.rows.map(([key]) => key);
    expect(keys).toEqual(expect.arrayContaining([...PARAMETER_KEYS, "词表：类别"]));
    expect(new Set(keys).size).toBe(keys?.length);
    expect(parameters?.rows.filter(([, , note]) => note === "")).toEqual([]);
  });

  it("offer lists where the values are closed", () => {
    const [scheme, parameters] = settingsSheets(read(workbookOf([])), parameterNotes);
    const lists = scheme?.columns.flatMap(({ header, list }) => (list === null ? [] : [header]));
    expect(lists).toEqual(["子系统", "数据表", "方向", "折算"]);
    const rows = parameters?.cellLists.map(({ row, column, list }) => [parameters.rows[row]?.[0], column, list.values]);
    expect(rows).toEqual([
      ["联结子系统", 1, ["党建", "业务", "融合"]],
      ["耦合公式", 1, ["wang2021", "standard"]],
      ["显示名次", 1, ["是", "否"]],
    ]);
  });
});

describe("对策库 copied into the workbook", () => {
  const builtIn = read(workbookOf([]));

  it("is read as the same measures, from then on the workbook's own", () => {
    const { library } = copied(builtIn);
    expect(library.source).toBe("workbook");
    expect(library.measures).toEqual(builtIn.library.measures);
  });

  it("keeps of 针对 what a scheme of one's own can be answered with", () => {
    const scheme = sheetOf("评分标准", [
      ["代码", "子系统", "数据表", "计量", "下限", "上限", "分值"],
      ["D9", "党建", "宣传", "次数", 0, 12, 5],
      ["X1", "业务", "监督整改", "次数", 0, 12, 5],
      ["R7", "融合", "任务清单", "占比(责任人非空 且 期限非空)", 0, 1, 5],
    ]);
    const answers = copied(read(workbookOf([scheme]))).library.measures.flatMap((measure) => measure.answers);
    expect(answers).toEqual(expect.arrayContaining(["R7", "未结合率"]));
    expect(answers).not.toContain("D9");
    expect(answers).not.toContain("B3");
  });

  it("suggests 类别, 方面 and 牵头 and takes other words", () => {
    const sheet = settingsSheets(builtIn, parameterNotes)[2];
    const lists = sheet?.columns.flatMap(({ header, list }) => (list === null ? [] : [[header, list.strict]]));
    expect(lists).toEqual([
      ["类别", false],
      ["方面", false],
      ["牵头", false],
    ]);
    const lengths = sheet?.columns.map(({ list }) => (list?.values ?? []).join(",").length) ?? [];
    expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
  });
});

test("standing settings tabs are found by the name that reading finds them by", () => {
  const grids = workbookOf([sheetOf("评分标准（2021）", [["x"]]), sheetOf("参数说明", [["y"]])]);
  expect(standingSettings(grids)).toEqual(["评分标准"]);
});
