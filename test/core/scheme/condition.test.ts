import fc from "fast-check";
import { columnsOf, parseCondition, rosterFieldsOf } from "../../../src/core/scheme/condition";

const KNOWN = {
  columns: new Set(["类别", "日期", "主持人", "实到", "应到", "党建+", "甲-乙", "甲>乙", "支部"]),
  rosterColumns: new Set(["支部书记", "党员数"]),
  isDate: (column: string) => column === "日期",
  isCategory: (column: string) => column === "类别",
};
const parse = (text: string): unknown => {
  const parsed = parseCondition(text, KNOWN);
  return parsed.kind === "parsed" ? parsed.clauses : parsed.error;
};
const compare = (column: string, comparison: string, text: string): unknown => ({
  kind: "compare",
  column,
  comparison,
  right: { kind: "text", text },
});

describe("a 条件 (methodology §4)", () => {
  it("that is blank has no clause", () => {
    expect(parse("")).toEqual([]);
    expect(parse(" \n\u3000")).toEqual([]);
  });

  it.each(["=", "≠", "≥", "≤", ">", "<"])("compares with %s", (operator) => {
    expect(parse(`实到${operator}3`)).toEqual([compare("实到", operator, "3")]);
  });

  it.each([
    ["!=", "≠"],
    ["<>", "≠"],
    [">=", "≥"],
    ["<=", "≤"],
    ["＝", "="],
    ["＞", ">"],
    ["＜", "<"],
    ["！＝", "≠"],
    ["＞＝", "≥"],
  ])("takes %s for %s", (written, operator) => {
    expect(parse(`实到 ${written} 3`)).toEqual([compare("实到", operator, "3")]);
  });

  it("joins clauses by 且", () => {
    expect(parse("类别=党课 且 实到≥3且主持人非空")).toEqual([
      compare("类别", "=", "党课"),
      compare("实到", "≥", "3"),
      { kind: "presence", column: "主持人", filled: true },
    ]);
  });

  it.each([
    ["类别∈{党课,支委会}", false],
    ["类别 ∈ ｛党课，支委会｝", false],
    ["类别∈{党课、支委会；}", false],
    ['类别∈{"党课",“支委会”}', false],
    ["类别∉{党课,支委会}", true],
  ])("reads the set of %s", (text, negated) => {
    expect(parse(text)).toEqual([{ kind: "member", column: "类别", negated, values: ["党课", "支委会"] }]);
  });

  it.each([
    ["主持人非空", true],
    ["主持人 非空 ", true],
    ["主持人为空", false],
    ["【主持人】为空", false],
  ])("reads %s", (text, filled) => {
    expect(parse(text)).toEqual([{ kind: "presence", column: "主持人", filled }]);
  });

  it("tells text, another column and the branch's own roster field apart on the right", () => {
    expect(parse("实到=应到")).toEqual([
      { kind: "compare", column: "实到", comparison: "=", right: { kind: "column", column: "应到" } },
    ]);
    expect(parse("主持人=@支部书记")).toEqual([
      { kind: "compare", column: "主持人", comparison: "=", right: { kind: "roster", column: "支部书记" } },
    ]);
    expect(parse("主持人＝＠【支部书记】")).toEqual(parse("主持人=@支部书记"));
    expect(parse('主持人="应到"')).toEqual([compare("主持人", "=", "应到")]);
    expect(parse("主持人=“甲 且 乙”")).toEqual([compare("主持人", "=", "甲 且 乙")]);
  });

  it("takes what is compared with a category for a value, even where a column has the same name", () => {
    expect(parse("类别=党建+")).toEqual([compare("类别", "=", "党建+")]);
    expect(parse("类别=【党建+】")).toEqual([
      { kind: "compare", column: "类别", comparison: "=", right: { kind: "column", column: "党建+" } },
    ]);
  });

  it("reads column names with operators in 【】", () => {
    expect(parse("【甲>乙】=【甲-乙】")).toEqual([
      { kind: "compare", column: "甲>乙", comparison: "=", right: { kind: "column", column: "甲-乙" } },
    ]);
    expect(parse("党建+非空")).toEqual(parse("【党建+】非空"));
  });

  it("lets a date be compared in order with text", () => {
    expect(parse("日期≥2021-07-01")).toEqual([compare("日期", "≥", "2021-07-01")]);
  });

  it.each([
    ["类型=党课", "columnUnknown", 1, "类型"],
    ["类别=党课 且 类型=甲", "columnUnknown", 9, "类型"],
    ["【类型】非空", "columnUnknown", 1, "【类型】"],
    ["类别=【类型】", "columnUnknown", 4, "【类型】"],
    ["类别∈", "valueMissing", 4, "∈"],
    ["非空", "columnUnknown", 1, ""],
    ["主持人=@书记", "rosterColumnUnknown", 6, "书记"],
    ["类别 党课", "operatorMissing", 1, "类别 党课"],
    ["类别=党课 且  主持人", "operatorMissing", 10, "主持人"],
    ["类别=", "valueMissing", 4, "="],
    ["类别∈{}", "valueMissing", 5, "{}"],
    ["类别∈党课", "setExpected", 4, "党课"],
    ["类别∈{党课", "setUnclosed", 6, "{党课"],
    ["实到≥多", "numberExpected", 4, "多"],
    ["实到>3人以上x", "numberExpected", 4, "3人以上x"],
    ["【类别=党课", "bracketUnclosed", 1, "【类别"],
    ["类别=党课 且", "clauseEmpty", 8, "且"],
    ["且类别=党课", "clauseEmpty", 1, "且"],
    ["类别==党课", "operatorRepeated", 4, "=党课"],
    ["类别=党课 或 类别=支委会", "operatorRepeated", 11, "党课 或 类别=支委会"],
  ])("is refused with the position of what is wrong: %s", (text, code, position, found) => {
    expect(parse(text)).toEqual({ code, position, found });
  });

  it("names every column on either side, and every roster field", () => {
    const parsed = parseCondition("类别=党课 且 实到≥应到 且 主持人=@支部书记 且 日期非空", KNOWN);
    const clauses = parsed.kind === "parsed" ? parsed.clauses : [];
    expect(columnsOf(clauses)).toEqual(["类别", "实到", "应到", "主持人", "日期"]);
    expect(rosterFieldsOf(clauses)).toEqual(["支部书记"]);
  });

  it("never throws, and places every error inside the text or right behind it", () => {
    const piece = fc.constantFrom(
      "类别",
      "实到",
      "=",
      "∈",
      "≥",
      "{",
      "}",
      "党课",
      ",",
      "且",
      "【",
      "】",
      "@",
      "支部书记",
      '"',
      "非空",
      " ",
      "3",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join("");
        const parsed = parseCondition(text, KNOWN);
        if (parsed.kind === "parsed") return;
        expect(parsed.error.position).toBeGreaterThanOrEqual(1);
        expect(parsed.error.position).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
