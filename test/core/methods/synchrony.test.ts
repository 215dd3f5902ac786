import { synchronousShare } from "../../../src/core/methods/synchrony";

describe("synchronousShare", () => {
  it("is the share of the stages whose dates differ by at most the window, either way", () => {
    expect(
      synchronousShare(
        [
          [100, 107],
          [107, 100],
          [100, 108],
          [120, 100],
        ],
        7,
      ),
    ).toBe(0.5);
  });

  it("leaves out stages that lack a date, and has no value where all do", () => {
    expect(
      synchronousShare(
        [
          [100, null],
          [100, 100],
        ],
        0,
      ),
    ).toBe(1);
    expect(synchronousShare([[null, 100]], 7)).toBeNull();
    expect(synchronousShare([], 7)).toBeNull();
  });
});
