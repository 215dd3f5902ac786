import fc from "fast-check";
import { sheetNames } from "../../../src/core/report/sheet-names";
import { isSheetName, sameSheetName } from "../../../src/excel/sheet-names";

const named = (names: readonly string[], taken: readonly string[] = []) =>
  sheetNames(
    names.map((name, index) => ({ key: `k${index}`, name })),
    taken,
  ).map(({ name }) => name);

describe("names of sheets after what they are about", () => {
  it("stay as they are where Excel takes them", () => {
    expect(named(["第一检察部党支部评估表"])).toEqual(["第一检察部党支部评估表"]);
  });

  it("have full-width signs for those that Excel refuses, and no line breaks", () => {
    expect(named(["a/b\\c:d*e?f[g]", "'甲'支部", "一\n二"])).toEqual(["a／b＼c：d＊e？f［g］", "’甲’支部", "一 二"]);
  });

  it("hold nothing that a file spells for another sign", () => {
    expect(named(["_x000D_支部", "_X000a_x005F_", "a_x12_b_xyz1_"])).toEqual([
      "＿x000D_支部",
      "＿X000a＿x005F_",
      "a_x12_b_xyz1_",
    ]);
  });

  it("are cut to 31 signs, never inside one", () => {
    expect(named(["检".repeat(40)])).toEqual([`${"检".repeat(30)}…`]);
    expect(named([`a${"😀".repeat(20)}`])).toEqual([`a${"😀".repeat(14)}…`]);
  });

  it("are numbered where they would be the same in any case, and differ from the names taken", () => {
    expect(named(["甲a", "甲A", "指标得分"], ["指标得分"])).toEqual(["甲a", "甲A（2）", "指标得分（2）"]);
  });

  it("stay with their keys in whatever order the tabs stand", () => {
    const wanted = ["甲", "乙", "甲", "甲"].map((name, index) => ({ key: `k${index}`, name }));
    const sorted = (names: ReturnType<typeof sheetNames>) => [...names].sort((a, b) => a.key.localeCompare(b.key));
    expect(sorted(sheetNames([...wanted].reverse(), []))).toEqual(sheetNames(wanted, []));
  });

  it("are always such as Excel takes, and no two the same", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 50 }),
      fc.constantFrom("History", "''", "甲", " ", "检".repeat(31)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (names) => {
        const given = named(
          names.map((name) => `${name}评估表`),
          ["融合总览"],
        );
        expect(given.filter((name) => !isSheetName(name))).toEqual([]);
        given.forEach((name, index) => {
          expect(given.slice(0, index).some((other) => sameSheetName(other, name))).toBe(false);
        });
      }),
    );
  });
});
