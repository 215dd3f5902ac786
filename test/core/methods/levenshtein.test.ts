import fc from "fast-check";

import { codePoints, levenshteinAtMost } from "../../../src/core/methods/levenshtein";

/** The whole table, cell by cell. */
function naive(a: readonly number[], b: readonly number[]): number {
  let previous = [...b.keys(), b.length];
  for (const [i, x] of a.entries()) {
    const row = [i + 1];
    for (const [j, y] of b.entries()) {
      row.push(Math.min((previous[j] ?? NaN) + (x === y ? 0 : 1), (previous[j + 1] ?? NaN) + 1, (row[j] ?? NaN) + 1));
    }
    previous = row;
  }
  return previous.at(-1) ?? NaN;
}

const text = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 24 });

describe("levenshteinAtMost", () => {
  it("counts insertions, deletions and substitutions", () => {
    expect(levenshteinAtMost("kitten", "sitting", 5)).toBe(3);
    expect(levenshteinAtMost("学习贯彻会议精神", "学习贯彻大会精神", 8)).toBe(2);
    expect(levenshteinAtMost("主题党日", "主题党日活动", 2)).toBe(2);
    expect(levenshteinAtMost("", "党课", 2)).toBe(2);
    expect(levenshteinAtMost("", "", 0)).toBe(0);
  });

  it("gives nothing beyond the limit", () => {
    expect(levenshteinAtMost("kitten", "sitting", 2)).toBeNull();
    expect(levenshteinAtMost("党课", "党课", -1)).toBeNull();
    expect(levenshteinAtMost("党课", "支委会", 0)).toBeNull();
    expect(levenshteinAtMost("党课", "党", 0.9)).toBeNull();
  });

  it("counts a character outside the basic plane once", () => {
    expect(codePoints("𠮷野")).toEqual([0x20bb7, 0x91ce]);
    expect(levenshteinAtMost("𠮷野", "吉野", 5)).toBe(1);
  });

  it("takes texts and code points alike", () => {
    expect(levenshteinAtMost(codePoints("党课"), "党团课", 3)).toBe(1);
  });

  it("agrees with the whole table for every limit, either way round", () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 25 }), (a, b, limit) => {
        const distance = naive(a, b);
        const expected = distance <= limit ? distance : null;
        expect(levenshteinAtMost(a, b, limit)).toBe(expected);
        expect(levenshteinAtMost(b, a, limit)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("finds small edits of long texts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 40, maxLength: 90 }),
        fc.nat(39),
        (a, place) => {
          const b = a.toSpliced(place, 2, 9);
          expect(levenshteinAtMost(a, b, 6)).toBe(naive(a, b));
        },
      ),
    );
  });
});
