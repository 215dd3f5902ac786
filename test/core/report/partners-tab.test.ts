import { assess, book, type Row } from "../../support/small-workbook";
import { representative } from "./sample";
import { inputsOf, tabOf, textOf } from "./tab-of";

/** A workbook in which the i-th branch has activities with the i-th list of partners. */
function joint(partners: readonly (readonly string[])[], rest: Row = {}) {
  const branches = partners.map((_, index) => `第${index + 1}支部`);
  return assess(
    book({
      支部名册: branches.map((branch) => ({ 支部: branch })),
      活动台账: partners.flatMap((names, index) =>
        names.map((name) => ({
          支部: branches[index] ?? "",
          日期: "2021-03-01",
          类别: "联学联建",
          共建单位: name,
          ...rest,
        })),
      ),
    }),
  );
}

describe("共建矩阵", () => {
  test("shows branch × partner with the last day, pairs without an activity as a dash, and the partners' own totals", () => {
    const text = textOf(representative(), "partners");
    expect(text).toMatch(/label: 第一支部[^|]*\| 3[^|]*\| 3[^|]*\| 2021-09-10[^|]*\| 2[^|]*\| 1[^|]*\| 1[^|]*\| —/u);
    expect(text).toMatch(/label: 活动次数[^|]*\| 3[^|]*\| 1/u);
    expect(text).toMatch(/label: 支部数[^|]*\| 2[^|]*\| 1/u);
  });

  test("names what a branch has not: directions without an activity, and partners that several others have", () => {
    const text = textOf(representative(), "partners");
    expect(text).toMatch(
      /label: 第三支部[^|]*\| 0 \| 1 \| 0 \| 0 \| 内部联建、横向交流、党建\+[^|]*\| 花园社区党支部/u,
    );
  });

  test("links every pair to the rows that it comes from", () => {
    expect(textOf(representative(), "partners")).toMatch(
      /花园社区党支部[^|]*\| 第一支部[^|]*\| 2[^|]*\| 2021-06-18[^|]*\| 活动台账2行 →活动台账!A2[^|]*\| 第2—3行/u,
    );
  });

  test("says how many hearings each kind of participant took part in, and which kinds never came", () => {
    const text = textOf(representative(), "partners");
    expect(text).toMatch(/label: 第一支部[^|]*\| 2 \| 2021-10-20 \| 1 \| 0 \| 1 \| 1 \| 0 \| 政协委员/u);
    expect(text).toMatch(/label: 第三支部[^|]*\| 0 \| 无 \| 0 \| 0 \| 0 \| 0 \| 0 \| 本期没有听证/u);
  });

  test("gives ten partners a column, says so, and drops none of the others", () => {
    const names = Array.from({ length: 13 }, (_, index) => `共建单位${index + 1}`);
    const text = textOf(joint([names, ["共建单位13"]]), "partners");
    expect(text).toContain("共建单位共13个，按共建支部数、活动次数排列，列出前10个，其余3个合为“其他单位”");
    expect(text).toMatch(/header[^\n]*\| 共建⏎单位13 \| 共建单位1 \|[^\n]*\| 其他单位/u);
    const [, list = ""] = text.split("共建明细 «");
    for (const name of names) expect(list).toContain(`label: ${name} `);
  });

  test("writes out two hundred pairs and counts the rest", () => {
    const many = Array.from({ length: 60 }, (_, branch) =>
      Array.from({ length: 9 }, (__, at) => `单位${branch}号${at}`),
    );
    expect(textOf(joint(many), "partners")).toContain("以上为前200条，另有340条未列出");
  });

  test("has places for remarks under names that do not repeat, though branches of two 院 share a name", () => {
    const assessment = representative();
    const [first] = assessment.branches;
    const twins =
      first === undefined ? [] : assessment.branches.map((branch) => ({ ...branch, branch: first.branch, unit: null }));
    const names = inputsOf(tabOf({ ...assessment, branches: twins }, "partners"));
    expect(names).toHaveLength(2 * assessment.branches.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test("keeps what ledgers may hold as text: formulas, emoji, right-to-left, line breaks", () => {
    const odd = ["=SUM(A1)", "+共建🤝社区", "שלום", "很长".repeat(60), "甲\n乙"];
    const tab = tabOf(joint([odd]), "partners");
    const cells = (tab?.rows ?? []).flatMap(({ cells: own }) => own.flatMap((cell) => cell ?? []));
    for (const name of ["=SUM(A1)", "+共建🤝社区", "שלום", "甲", "乙"])
      expect(cells.filter(({ value, formula }) => value === name && formula === undefined).length).toBeGreaterThan(0);
  });

  test("is not made where the ledgers tell of no partner, direction or hearing", () => {
    expect(tabOf(joint([["无"], []]), "partners")).toBeNull();
    expect(tabOf(joint([["无"]], { 共建方向: "横向交流" }), "partners")).not.toBeNull();
  });

  test("says why where partners cannot be told", () => {
    const assessment = assess(
      book({
        支部名册: [{ 支部: "甲支部" }],
        活动台账: [{ 支部: "甲支部", 日期: "2021-03-01", 类别: "联学联建", 共建方向: "横向交流" }],
      }),
    );
    const text = textOf(assessment, "partners");
    expect(text).toContain("评估期内的活动台账没有填写共建单位");
    expect(text).toContain("未评：“活动台账”表缺少列：共建单位");
  });
});
