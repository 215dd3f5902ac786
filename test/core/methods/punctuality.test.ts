import { metShare, punctuality } from "../../../src/core/methods/punctuality";

describe("punctuality", () => {
  it.each([
    [10, 9, "met"],
    [10, 10, "met"],
    [10, 11, "missed"],
  ] as const)("due on day %d and done on day %d is %s, whatever the day of reckoning", (due, done, standing) => {
    expect(punctuality(due, done, 0)).toBe(standing);
    expect(punctuality(due, done, 99)).toBe(standing);
  });

  it("is open while it is not done and due later, and missed from the day on which it is due", () => {
    expect(punctuality(10, null, 9)).toBe("open");
    expect(punctuality(10, null, 10)).toBe("missed");
  });
});

describe("metShare", () => {
  it("leaves out what is open, and has no share where nothing else is there", () => {
    expect(metShare(["met", "open", "missed", "met", "open", "missed"])).toBe(0.5);
    expect(metShare(["open", "open"])).toBeNull();
    expect(metShare([])).toBeNull();
  });
});
