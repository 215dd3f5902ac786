import { mulberry32 } from "../../../src/core/methods/random";

function take(next: () => number, count: number): number[] {
  return Array.from({ length: count }, () => next());
}

describe("mulberry32", () => {
  // The 32-bit outputs of the reference implementation in C.
  it.each<[number, number[]]>([
    [0, [1144304738, 1416247, 958946056, 627933444, 2007157716]],
    [1, [2693262067, 11749833, 2265367787, 4213581821, 4159151403]],
    [2021, [3330711924, 1013586841, 3849122242, 3043720034, 2559647987]],
    [4294967295, [3850105811, 813802916, 3073704848, 4054706436, 3630262831]],
  ])("gives the reference sequence for seed %i", (seed, outputs) => {
    expect(take(mulberry32(seed), outputs.length)).toEqual(outputs.map((output) => output / 2 ** 32));
  });

  it("starts anew for each generator", () => {
    expect(take(mulberry32(2021), 5)).toEqual(take(mulberry32(2021), 5));
    expect(take(mulberry32(2021), 5)).not.toEqual(take(mulberry32(2022), 5));
  });

  it("is spread evenly over [0, 1)", () => {
    const values = take(mulberry32(7), 20_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(share).toBeCloseTo(0.1, 1.5);
    }
  });
});
