import { TABLES } from "../../../src/core/ledger/schema";
import {
  DEFAULT_WORDS,
  canonicalToken,
  categoryTokens,
  isBlank,
  isNoWord,
  isYesWord,
  personNames,
  tokenReader,
} from "../../../src/core/ledger/vocabulary";
import { WORDS } from "../../support/grid-builder";

describe("blank (methodology §2, values)", () => {
  it.each([
    null,
    undefined,
    "",
    "  ",
    "\u3000",
    "无",
    "暂无",
    "没有",
    "/",
    "／",
    "\\",
    "-",
    "－",
    "—",
    "——",
    "×",
    "✗",
    "否",
    "未",
    "N/A",
    "n/a",
    " 无 ",
    false,
  ])("is %p", (cell) => {
    expect(isBlank(cell, WORDS)).toBe(true);
  });

  it.each(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"])(
    "is the error value %p",
    (cell) => {
      expect(isBlank(cell, WORDS)).toBe(true);
    },
  );

  it.each([0, 1, "0", "无人缺席", "未落实", "否决", "-3", "/2", "#1", "√", true, "没有问题"])("is not %p", (cell) => {
    expect(isBlank(cell, WORDS)).toBe(false);
  });
});

describe("yes and no (methodology §2, values; §C.1)", () => {
  it.each(["√", "✓", "☑", "是", "有", "已", "Y", "y", "yes", "YES", "1", "１", "TRUE", "true", " 是 "])(
    "%p is a yes-word",
    (text) => {
      expect(isYesWord(text)).toBe(true);
      expect(isNoWord(text, WORDS)).toBe(false);
    },
  );

  it.each(["否", "无", "×", "/", "未"])("%p is a no", (text) => {
    expect(isNoWord(text, WORDS)).toBe(true);
    expect(isYesWord(text)).toBe(false);
  });

  it.each(["对", "2", "是的", ""])("%p is neither", (text) => {
    expect([isYesWord(text), isNoWord(text, WORDS)]).toEqual([false, false]);
  });
});

describe("category cells (methodology §2, values; appendix B)", () => {
  it.each([
    ["党课", ["党课"]],
    ["支委会、集中学习", ["支委会", "集中学习"]],
    [
      "党课，主题党日,志愿服务；谈话;联建/观摩\n座谈",
      ["党课", "主题党日", "志愿服务", "谈心谈话", "联学联建", "观摩学习", "座谈研讨"],
    ],
    [" 主题党日活动 、", ["主题党日"]],
    ["主 题 党 日", ["主题党日"]],
    ["未列类别", ["未列类别"]],
  ])("%p names %p", (text, tokens) => {
    expect(categoryTokens("类别", text, WORDS)).toEqual(tokens);
  });

  it("maps every synonym of the appendix to its value", () => {
    for (const [column, values] of Object.entries(DEFAULT_WORDS.categories))
      for (const value of values)
        for (const synonym of DEFAULT_WORDS.synonyms[value] ?? [])
          expect([synonym, canonicalToken(column, synonym, WORDS)]).toEqual([synonym, value]);
  });

  it.each([
    ["做实学习教育载体", "学习教育"],
    ["做实学习教育", "学习教育"],
    ["学习教育载体", "学习教育"],
    ["做好党建阵地载体", "党建阵地"],
    ["做优提质增效", "提质增效"],
    ["做强创先争优载体", "创先争优"],
    ["做活党支部共建载体", "党支部共建"],
    ["做细示范引领载体", "示范引领"],
    ["做细学习教育载体", "做细学习教育载体"],
  ])("takes the carrier %p for %p", (text, carrier) => {
    expect(canonicalToken("载体", text, WORDS)).toBe(carrier);
  });

  it.each(["党建+", "党建＋", "党建+送法", "党建＋乡村振兴", "党建 服务大局", "党建 + 文明创建"])(
    "takes the direction %p for 党建+",
    (text) => {
      expect(canonicalToken("共建方向", text, WORDS)).toBe("党建+");
    },
  );

  it.each(["党建", "党建服务", "送法"])("does not take %p for 党建+", (text) => {
    expect(canonicalToken("共建方向", text, WORDS)).toBe(text);
  });

  it.each(["已落实", "已转化", "已完成", "落实", "√", "是", "已"])("takes the state %p for 已落实", (text) => {
    expect(canonicalToken("转化状态", text, WORDS)).toBe("已落实");
  });

  it("gives the same tokens when it remembers", () => {
    const read = tokenReader(WORDS);
    expect(read("类别", "讲党课、联建")).toEqual(["党课", "联学联建"]);
    expect(read("类别", "讲党课、联建")).toEqual(categoryTokens("类别", "讲党课、联建", WORDS));
    expect(read("载体", "讲党课")).toEqual(["讲党课"]);
  });
});

describe("names of persons (methodology §4, 条件)", () => {
  it.each([
    ["张 三", ["张三"]],
    ["张三同志、李四书记", ["张三", "李四"]],
    ["王书记同志", ["王"]],
    ["", []],
  ])("in %p are %p", (text, names) => {
    expect(personNames(text)).toEqual(names);
  });
});

describe("header aliases (appendix A)", () => {
  it("lead each to a column that some table has", () => {
    const columns = new Set(TABLES.flatMap((table) => Object.keys(table.columns)));
    expect(Object.keys(DEFAULT_WORDS.aliases).filter((column) => !columns.has(column))).toEqual([]);
  });

  it("are each the alias of one column, and never the name of another", () => {
    const all = Object.values(DEFAULT_WORDS.aliases).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const [column, aliases] of Object.entries(DEFAULT_WORDS.aliases))
      for (const alias of aliases) expect([alias, WORDS.headers.get(alias)]).toEqual([alias, column]);
  });
});
