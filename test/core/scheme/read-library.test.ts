import { BUILT_IN_LIBRARY } from "../../../src/core/diagnosis/library";
import type { CellValue } from "../../../src/core/grid";
import { readSettings } from "../../../src/core/scheme/settings";
import { schemeFingerprint } from "../../../src/core/fingerprint";
import { sheetOf, workbookOf } from "../../support/grid-builder";

const HEADER = ["类别", "方面", "编号", "对策", "牵头", "完成月数", "针对", "应改善"];
const SCHEME = sheetOf("评分标准", [
  ["代码", "子系统", "数据表", "计量", "下限", "上限", "分值"],
  ["X1", "党建", "活动台账", "次数", 0, 12, 5],
]);

function settingsOf(rows: readonly (readonly CellValue[])[], name = "对策库") {
  const settings = readSettings(workbookOf([sheetOf(name, rows), SCHEME]), { period: null, asOf: null, formula: null });
  if (settings.kind === "refused") throw new Error("refused");
  return settings;
}
const read = (...rows: readonly (readonly CellValue[])[]) => {
  const { library, issues } = settingsOf([["本院对策库"], HEADER, ...rows]);
  return { ...library, issues: issues.map(({ code, place, params }) => [code, place?.cell, params["found"] ?? ""]) };
};

describe("对策库", () => {
  it("holds what its rows say, answering codes of the workbook's own scheme too", () => {
    expect(
      read(["工作机制", "考核评价", "甲-1", " 每季度核对一次 ", "支部书记", "2个月", "X1、三同步", "X1, 三同步"]),
    ).toEqual({
      source: "workbook",
      issues: [],
      measures: [
        {
          category: "工作机制",
          aspect: "考核评价",
          key: "甲-1",
          task: "每季度核对一次",
          owner: "支部书记",
          months: 2,
          answers: ["X1", "三同步"],
          moves: ["X1", "三同步"],
        },
      ],
    });
  });

  it("needs neither 牵头 nor 完成月数: three months are usual", () => {
    const { library, issues } = settingsOf([
      ["编号", "对策", "针对"],
      ["甲", "每季度核对一次", "X1"],
    ]);
    expect(issues).toEqual([]);
    expect(library.measures).toMatchObject([{ owner: "", months: 3, moves: [] }]);
  });

  it("lists each row that cannot be used with its cell; no built-in measure takes its place", () => {
    const { measures, source, issues } = read(
      ["", "", "", "做一件事", "", 3, "X1", ""],
      ["", "", "甲", "做一件事", "", 3, "X1", ""],
      ["", "", "甲", "做另一件事", "", 3, "X1", ""],
      ["", "", "乙", "", "", 3, "X1", ""],
      ["", "", "丙", "做一件事", "", "尽快", "X1", ""],
      ["", "", "丁", "做一件事", "", 1.5, "X1", ""],
    );
    expect(source).toBe("workbook");
    expect(measures.map(({ key }) => key)).toEqual(["甲"]);
    expect(issues).toEqual([
      ["libraryCodeMissing", "C3", ""],
      ["libraryCodeRepeated", "C5", ""],
      ["libraryTaskMissing", "D6", ""],
      ["libraryMonthsUnusable", "F7", "尽快"],
      ["libraryMonthsUnusable", "F8", "1.5"],
    ]);
  });

  it("leaves out of 针对 what is neither a 诊断项 nor a 代码, and lists it", () => {
    const { measures, issues } = read(["", "", "甲", "做一件事", "", 3, "R1、未结合率", ""]);
    expect(measures.map(({ answers }) => answers)).toEqual([["未结合率"]]);
    expect(issues).toEqual([["libraryAnswerUnknown", "G3", "R1"]]);
  });

  it("may hold measures that are proposed to nobody", () => {
    expect(read(["", "", "甲", "做一件事", "", 3, "", ""])).toMatchObject({ issues: [], measures: [{ answers: [] }] });
  });

  it("without the columns that it needs proposes nothing, and says so", () => {
    const { library, issues } = settingsOf([
      ["编号", "对策"],
      ["甲", "做一件事"],
    ]);
    expect(library).toEqual({ source: "workbook", measures: [] });
    expect(issues).toMatchObject([{ code: "libraryColumnMissing", severity: "error", params: { columns: "针对" } }]);
  });

  it.each([[[]], [[[""]]], [[HEADER]]])("in which nothing stands leaves the built-in one: %j", (rows) => {
    const { library, issues } = settingsOf(rows);
    expect(library).toBe(BUILT_IN_LIBRARY);
    expect(issues.map(({ code }) => code)).toEqual(["libraryEmpty"]);
  });

  it("is found by its name, brackets aside, and absent leaves the built-in one", () => {
    const rows = [HEADER, ["", "", "甲", "做一件事", "", 3, "X1", ""]];
    expect(settingsOf(rows, "对策库（2021）").library.source).toBe("workbook");
    expect(settingsOf(rows, "对策").library).toBe(BUILT_IN_LIBRARY);
  });

  it("does not change the fingerprint", () => {
    const print = ({ scheme, parameters }: ReturnType<typeof settingsOf>) => schemeFingerprint(scheme, parameters);
    expect(print(settingsOf([HEADER, ["", "", "甲", "做一件事", "", 3, "X1", ""]]))).toBe(print(settingsOf([], "空")));
  });
});
