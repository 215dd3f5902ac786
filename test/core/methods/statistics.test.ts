import { mean, median, standardDeviation } from "../../../src/core/methods/statistics";

describe("statistics", () => {
  it("averages", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNull();
  });

  it("takes the middle, or the mean of the two middle ones, in any order", () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([10, 1, 9, 2])).toBe(5.5);
    expect(median([-3])).toBe(-3);
    expect(median([])).toBeNull();
  });

  it("leaves the caller's values in their order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("divides the squares by n − 1", () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardDeviation([5, 5, 5])).toBe(0);
    expect(standardDeviation([5])).toBeNull();
    expect(standardDeviation([])).toBeNull();
  });
});
