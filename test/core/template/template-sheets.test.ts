import { TABLES } from "../../../src/core/ledger/schema";
import { DEFAULT_WORDS } from "../../../src/core/ledger/vocabulary";
import { run } from "../../../src/core/run";
import { templateSheets } from "../../../src/core/template/template-sheets";
import { atOnce } from "../../../src/core/steps";
import { readBook, workbookOf } from "../../support/grid-builder";
import { gridOf } from "../../support/new-sheet-grid";

const sheets = templateSheets(DEFAULT_WORDS);
const grids = workbookOf(sheets.map(gridOf));

describe("the sheets of a new workbook", () => {
  it("are recognised as the fourteen tables, each with all its columns and no row", () => {
    const { ledger } = readBook(grids);
    expect(sheets.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
    expect(Object.keys(ledger.tables)).toEqual(sheets.map(({ name }) => name));
    for (const { name, columns } of TABLES) {
      const found = ledger.tables[name];
      expect(found?.read).toBe(0);
      expect(found?.ranges).toHaveLength(1);
      const wanted = Object.keys(columns).filter((field) => field !== "单位" || name === "支部名册");
      expect(Object.keys(found?.ranges[0]?.columns ?? {}).sort()).toEqual(wanted.sort());
    }
  });

  it("read their example as data once 示例 is taken away", () => {
    const filled = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace("示例：", "") : cell))),
    }));
    const { ledger, issues } = readBook(workbookOf(filled.map(gridOf)));
    expect(Object.values(ledger.tables).map(({ read }) => read)).toEqual(TABLES.map(() => 1));
    expect(issues).toEqual([]);
  });

  it("have an example in every column, of the values that its list allows", () => {
    const faults = sheets.flatMap(({ name, columns, rows: [example] }) =>
      columns.flatMap(({ header, list }, index) => {
        const cell = example?.[index] ?? null;
        if (cell === null)
          return ["支部品牌", "撤销日期", "党建+", "佐证", "备注"].includes(header) ? [] : [`${name} ${header}`];
        return list === null || list.values.includes(String(cell)) ? [] : [`${name} ${header} ${String(cell)}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("offer the closed vocabularies, and only suggest where a cell may name several values", () => {
    const lists = Object.fromEntries(
      sheets.flatMap(({ name, columns }) =>
        columns.flatMap(({ header, list }) => (list === null ? [] : [[`${name}.${header}`, list.strict]])),
      ),
    );
    expect(lists).toEqual({
      "支部名册.层级": true,
      "支部名册.类型": true,
      "支部名册.支委会": true,
      "活动台账.类别": false,
      "活动台账.载体": false,
      "活动台账.共建方向": false,
      "活动台账.转化状态": true,
      "活动台账.品牌活动": true,
      "业务指标.方向": true,
      "监督整改.来源": true,
      "星级记录.类型": true,
      "荣誉成果.级别": true,
      "宣传.主题类型": true,
      "加减分.类型": true,
    });
  });

  it("cannot be assessed before a branch is entered, which is said", () => {
    const outcome = atOnce(run(grids, { period: "2021", asOf: null, formula: null }));
    expect(outcome).toMatchObject({ kind: "refused", because: "nothing" });
    expect(outcome.kind === "refused" ? outcome.issues.at(-1) : null).toMatchObject({ code: "noBranches" });
  });

  it("leave 未评 what no row was entered for, once there is a branch", () => {
    const [roster, ...others] = sheets;
    if (roster === undefined) throw new Error("no sheet");
    const named = {
      ...roster,
      rows: [...roster.rows, roster.columns.map(({ header }) => (header === "支部" ? "甲支部" : null))],
    };
    const outcome = atOnce(
      run(workbookOf([named, ...others].map(gridOf)), { period: "2021", asOf: null, formula: null }),
    );
    if (outcome.kind !== "assessed") throw new Error(outcome.because);
    const [branch] = outcome.assessment.branches;
    expect(branch).toMatchObject({ branch: "甲支部", total: null, band: null });
    expect(Object.values(branch?.indicators ?? {}).map(({ status }) => status)).not.toContain("assessed");
  });

  it("ask for a period where none can be told", () => {
    const outcome = atOnce(run(grids, { period: null, asOf: null, formula: null }));
    expect(outcome).toMatchObject({ kind: "refused", because: "period" });
  });
});
