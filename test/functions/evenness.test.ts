import fc from "fast-check";
import { evenness } from "../../src/functions/evenness";
import { called } from "./called";

describe("EVENNESS", () => {
  it("measures against the number of categories given, else against those that occur", () => {
    expect(called(evenness, [[["党课"], ["主题党日"]], 4])).toBe(0.5);
    expect(called(evenness, [[["党课"], ["主题党日"]]])).toBe(1);
  });

  it("counts every category that a cell names, each once per cell", () => {
    expect(called(evenness, [[["党课、主题党日"], ["党课；主题党日"]], 2])).toBe(1);
    expect(called(evenness, [[["党课/党课\n党课"], ["主题党日"]], 2])).toBe(1);
  });

  it("takes category names that differ in width, case and spaces for one, and leaves blanks out", () => {
    expect(
      called(evenness, [
        [
          ["ＡＢ", "a b", "无", null, "未评"],
          ["cd", "CD", "—", "", ""],
        ],
        2,
      ]),
    ).toBe(1);
  });

  it("refuses a number of categories below those that occur, also where it is 0 or 1", () => {
    expect(called(evenness, [[["党课"], ["支委会"]], 1])).toEqual({
      error: "#VALUE!",
      message: "“类别数”为 1，而现有 2 个不同的类别。",
    });
    expect(called(evenness, ["党课", 0])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“类别数”"),
    });
    expect(called(evenness, ["党课", 1])).toMatchObject({ error: "#N/A" });
  });

  it("is 0 where only one of several categories occurs", () => {
    expect(called(evenness, ["党课", 16])).toBe(0);
  });

  it("has no result for fewer than two categories or where nothing is counted", () => {
    expect(called(evenness, ["党课"])).toEqual({ error: "#N/A", message: "只有一个类别，无法计算均衡度。" });
    expect(called(evenness, ["党课", 1])).toMatchObject({ error: "#N/A" });
    expect(called(evenness, [[[null, "无"]], 4])).toEqual({ error: "#N/A", message: "“类别”全为空，无法计算。" });
  });

  it("refuses a number of categories that is below those that occur or not whole", () => {
    expect(called(evenness, [[["甲", "乙", "丙"]], 2])).toEqual({
      error: "#VALUE!",
      message: "“类别数”为 2，而现有 3 个不同的类别。",
    });
    expect(called(evenness, [[["甲", "乙"]], 2.5])).toMatchObject({ error: "#VALUE!" });
  });

  it("lies in [0, 1] and does not depend on the order or shape of the cells", () => {
    const cells = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cells, (names) => {
        const figure = Number(called(evenness, [[names], 4]));
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThanOrEqual(1);
        expect(called(evenness, [names.toReversed().map((name) => [name]), 4])).toBeCloseTo(figure, 12);
      }),
    );
  });
});
