import fc from "fast-check";

import { evenness } from "../../../src/core/methods/evenness";
import { expectPrinted } from "./printed";

describe("evenness", () => {
  it("is 1 where all classes are equally frequent and 0 where only one occurs", () => {
    expectPrinted(evenness([4, 4, 4, 4], 4), 1, 12);
    expect(evenness([9, 0, 0], 3)).toBe(0);
    expect(evenness([9], 16)).toBe(0);
  });

  it("measures against the whole vocabulary, not the classes that occur", () => {
    expectPrinted(evenness([5, 5], 4), 0.5, 12);
    expectPrinted(evenness([1, 3], 2), 0.811278, 6);
  });

  it("is undefined for a vocabulary of one, or where nothing was counted", () => {
    expect(evenness([3], 1)).toBeNull();
    expect(evenness([0, 0], 2)).toBeNull();
    expect(evenness([], 5)).toBeNull();
  });

  it("lies in [0, 1] and does not depend on the order or on the scale of the counts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 16 }), (counts) => {
        const value = evenness(counts, counts.length) ?? NaN;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expectPrinted(evenness(counts.toReversed(), counts.length), value, 12);
        const tripled = counts.map((count) => count * 3);
        expectPrinted(evenness(tripled, counts.length), value, 12);
      }),
    );
  });
});
