import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { representative } from "./sample";
import { inputsOf, tabOf, textOf } from "./tab-of";

describe("月度与季度之星", () => {
  test("names the first-placed of each 期间 with a link to the post, and what to check in 星级记录", () => {
    const text = textOf(representative(), "stars");
    expect(text).toContain("2021年4月 | 每月之星 | 李四 →先锋岗!A3 | 第一支部 | 3 | 7");
    expect(text).toContain("孙七 →星级记录!B4 | 先锋岗中没有该人本期记录，请核实");
    expect(text).toContain("本期有候选人而没有星级记录，请核实");
  });

  test("has a place for a remark beside every star and every check, each with a name of its own", () => {
    const { stars, starChecks, ...rest } = representative();
    const names = inputsOf(tabOf({ ...rest, stars: [...stars, ...stars], starChecks }, "stars"));
    expect(names).toHaveLength(2 * stars.length + starChecks.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe("note:2021-04:每月之星:第一支部:李四");
  });

  test("is not made where there is neither a star nor anything to check", () => {
    expect(tabOf(assessmentOf([branchOf({ branch: "甲支部", scores: SCHEME.map(() => 1) })]), "stars")).toBeNull();
  });

  test("says so where only the one or the other exists", () => {
    const whole = representative();
    expect(textOf({ ...whole, stars: [] }, "stars")).toContain("没有三项标准齐备的先锋岗记录");
    expect(textOf({ ...whole, starChecks: [] }, "stars")).toContain("星级记录没有需要核对的事项");
  });
});
