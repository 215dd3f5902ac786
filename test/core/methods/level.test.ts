import fc from "fast-check";

import { levelOf } from "../../../src/core/methods/level";

const steps = [
  { from: 0.8, name: "high" },
  { from: -Infinity, name: "low" },
  { from: 0.5, name: "middle" },
];

describe("levelOf", () => {
  it.each([
    [0.8, "high"],
    [0.8 - 1e-10, "high"],
    [0.8 - 1e-8, "middle"],
    [0.5, "middle"],
    [0.1 + 0.2 + 0.2, "middle"],
    [0.49, "low"],
    [-7, "low"],
  ])("puts %d on the step %s: a boundary belongs to the step above, on nine decimals", (value, name) => {
    expect(levelOf(value, steps)).toBe(name);
  });

  it("has no name for a value below every bound", () => {
    expect(levelOf(0.4, [{ from: 0.5, name: "enough" }])).toBeNull();
  });

  it("does not depend on the order of the steps", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.shuffledSubarray(steps, { minLength: 3 }),
        (value, shuffled) => {
          expect(levelOf(value, shuffled)).toBe(levelOf(value, steps));
        },
      ),
    );
  });
});
