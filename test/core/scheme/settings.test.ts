import type { CellValue } from "../../../src/core/grid";
import { DEFAULT_PARAMETERS } from "../../../src/core/scheme/parameters";
import { readSettings } from "../../../src/core/scheme/settings";
import { messages } from "../../../src/i18n";
import type { RunOptions } from "../../../src/core/outcome";
import { sheetOf, workbookOf } from "../../support/grid-builder";

const grids = workbookOf([
  sheetOf("参数", [
    ["参数", "值"],
    ["显示名次", "是"],
    ["耦合公式", "standard"],
  ]),
]);
const parameters = (options: Partial<RunOptions>) => {
  const settings = readSettings(grids, { period: null, asOf: null, formula: null, ...options });
  if (settings.kind === "refused") throw new Error("refused");
  const { showRanks, formula } = settings.parameters;
  return { showRanks, formula };
};

describe("options of a run", () => {
  it("leave to 参数 what nobody chose", () => {
    expect(parameters({})).toEqual({ showRanks: true, formula: "standard" });
    expect(parameters({ showRanks: null })).toEqual({ showRanks: true, formula: "standard" });
  });

  it("win over 参数", () => {
    expect(parameters({ showRanks: false, formula: "wang2021" })).toEqual({ showRanks: false, formula: "wang2021" });
  });
});

describe("a tab 参数 whose header is damaged", () => {
  const OPTIONS: RunOptions = { period: null, asOf: null, formula: null };
  const read = (rows: readonly (readonly CellValue[])[], at = "A1") => {
    const settings = readSettings(workbookOf([sheetOf("参数", rows, { at })]), OPTIONS);
    if (settings.kind === "refused") throw new Error("refused");
    return settings;
  };

  it.each<[string, string, string, string, string]>([
    ["its values' column", "参数", "取值", "值", "B3"],
    ["its keys' column", "名称", "值", "参数", "C3"],
    ["both columns", "名称", "取值", "参数、值", "B3"],
  ])("leaves the defaults and is listed with what it lacks: %s", (_, keys, values, columns, cell) => {
    const { parameters, issues, shown } = read(
      [
        [keys, values],
        ["耦合公式", "standard"],
      ],
      "B3",
    );
    expect(parameters).toEqual(DEFAULT_PARAMETERS);
    expect(shown.filter(({ own }) => own)).toEqual([]);
    expect(issues).toEqual([
      { code: "parameterColumnMissing", severity: "error", place: { sheet: "参数", cell }, params: { columns } },
    ]);
  });

  it.each<[string, readonly (readonly CellValue[])[]]>([
    ["is empty", []],
    ["holds white space alone", [["", " "], [null]]],
    ["holds its header alone", [["参数", "值", "说明"]]],
  ])("is none where the tab %s", (_, rows) => {
    expect(read(rows).issues).toEqual([]);
  });
});

describe("the issue of a value that cannot be used", () => {
  const text = (key: string, value: CellValue, options: Partial<RunOptions> = {}) => {
    const sheet = sheetOf("参数", [
      ["参数", "值"],
      [key, value],
    ]);
    const { issues } = readSettings(workbookOf([sheet]), { period: null, asOf: null, formula: null, ...options });
    return (["zh-CN", "en-US"] as const).flatMap((locale) =>
      issues.map(({ code, params }) => new Map(Object.entries(messages(locale).issues)).get(code)?.(params)),
    );
  };

  it("says what holds for 截止日, which has no value by default", () => {
    expect(text("截止日", "不是数")).toEqual([
      "参数“截止日”的值“不是数”不能使用，已按期间最后一日计算",
      "Parameter “截止日” cannot be “不是数”; the last day of the period was used",
    ]);
  });

  it("says that a list of words is not used where there is none by default", () => {
    expect(text("列名：党建+", "、")).toEqual([
      "参数“列名：党建+”的值“、”不能使用，未采用",
      "Parameter “列名：党建+” cannot be “、”; it was not used",
    ]);
  });

  it.each<[string, CellValue, Partial<RunOptions>, string]>([
    ["耦合公式", "别的", {}, "已按wang2021计算"],
    ["耦合公式", "别的", { formula: "standard" }, "已按standard计算"],
    ["截止日", "年底", { asOf: "2021-06-30" }, "已按2021-06-30计算"],
    ["显示名次", "也许", { showRanks: true }, "已按是计算"],
  ])(
    "names what was used instead, an option of the run before the default: %s, %p, %p",
    (key, value, options, used) => {
      expect(text(key, value, options)[0]).toContain(used);
    },
  );
});
