import fc from "fast-check";
import { matchLines } from "../../../src/core/report/match-lines";

describe("lines of a page", () => {
  it("that did not change are where they were", () => {
    expect(matchLines(["甲", "", "乙", "乙"], ["甲", "", "乙", "乙", "另"])).toEqual([0, 1, 2, 3]);
  });

  it("are found again below lines that were put in", () => {
    expect(matchLines(["甲", "", "乙", "", ""], ["甲", "新", "", "乙", "", ""])).toEqual([0, 2, 3, 4, 5]);
  });

  it("are found again above lines that were taken out, which are gone", () => {
    expect(matchLines(["甲", "乙", "丙", "丁"], ["甲", "丁"])).toEqual([0, null, null, 1]);
  });

  it("are found again when they were sorted", () => {
    expect(matchLines(["题", "甲", "乙", "丙"], ["题", "丙", "乙", "甲"])).toEqual([0, 3, 2, 1]);
  });

  it("are in their place where their text was changed", () => {
    expect(matchLines(["甲", "乙", "丙"], ["甲", "改", "丙"])).toEqual([0, 1, 2]);
    expect(matchLines(["甲", "乙"], ["改", "乙"])).toEqual([0, 1]);
  });

  it("are never two in one place", () => {
    const lines = fc.array(fc.constantFrom("", "甲", "乙", "丙", "丁"), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, now) => {
        const found = matchLines(before, now).filter((at) => at !== null);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((at) => at >= 0 && at < now.length)).toBe(true);
      }),
    );
  });

  it("are all found, each with its own text, below any number of new lines", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.nat(12),
        fc.nat(3),
        (texts, at, count) => {
          const start = at % texts.length;
          const added = Array.from({ length: count }, () => "");
          const now = [...texts.slice(0, start), ...added, ...texts.slice(start)];
          expect(matchLines(texts, now).map((line) => now[line ?? -1])).toEqual(texts);
        },
      ),
    );
  });
});
