import { areaName } from "../../../src/core/grid";
import { formatsWanted, percentCells } from "../../../src/core/ledger/formats";
import { atOnce } from "../../../src/core/steps";
import { readBook, sheetOf, workbookOf } from "../../support/grid-builder";

const HEADER = ["支部", "期间", "指标", "数值", "下限", "上限"];
const ROW = ["甲支部", "2021", "结案率", 0.9, 0.5, 1];
const wanted = (...sheets: ReturnType<typeof sheetOf>[]): string[] =>
  atOnce(formatsWanted(workbookOf(sheets))).map(({ sheet, area }) => `${sheet}!${areaName(area)}`);

describe("the number formats that the computation needs (§C.14)", () => {
  it("are those of 数值, 下限 and 上限 of 业务指标", () => {
    expect(wanted(sheetOf("业务", [["标题"], HEADER, ROW, ROW]))).toEqual(["业务!D2:D4", "业务!E2:E4", "业务!F2:F4"]);
  });

  it("are wanted of every range, also below other tables and away from A1", () => {
    const sheet = sheetOf("x", [["支部", "日期", "类别"], ["甲支部", 44300, "党课"], HEADER, ROW, HEADER, ROW], {
      at: "B3",
    });
    expect(wanted(sheet)).toEqual(["x!E5:E6", "x!F5:F6", "x!G5:G6", "x!E7:E8", "x!F7:F8", "x!G7:G8"]);
  });

  it("are wanted where a title names the branch", () => {
    expect(wanted(sheetOf("甲支部", [HEADER.slice(1), ROW.slice(1)]))).toEqual([
      "甲支部!C1:C2",
      "甲支部!D1:D2",
      "甲支部!E1:E2",
    ]);
  });

  it("follow the workbook's own column names", () => {
    const own = sheetOf("x", [["支部", "期间", "指标", "本期值", "下限", "上限"], ROW]);
    const parameters = sheetOf("参数", [
      ["参数", "值"],
      ["列名：数值", "本期值"],
    ]);
    expect(wanted(own)).toEqual([]);
    expect(wanted(own, parameters)).toHaveLength(3);
  });

  it("are not wanted of any other table", () => {
    expect(
      wanted(
        sheetOf("x", [
          ["支部", "日期", "类别", "数值"],
          ["甲支部", 44300, "党课", 3],
        ]),
      ),
    ).toEqual([]);
  });
});

describe("a percentage by its format (§C.14)", () => {
  const sheet = {
    ...sheetOf("x", [HEADER, ROW, ROW, ROW]),
    formats: [
      { column: 3, row: 0, formats: ["General", "0.0%"] },
      { column: 3, row: 2, formats: ['0.0"%"', "0\\%"] },
    ],
  };
  const grids = workbookOf([sheet]);
  const rows = readBook(grids).rows("业务指标");

  it("is told by a % that is not quoted", () => {
    const percent = percentCells(grids);
    expect(rows.map((row) => percent(row, "数值"))).toEqual([true, false, false]);
  });

  it("is not told where no format was read, or the column is missing", () => {
    const percent = percentCells(grids);
    expect(rows.map((row) => [percent(row, "上限"), percent(row, "方向")])).toEqual(rows.map(() => [false, false]));
  });
});
