import { gatesOf, indistinguishablePairs, passesAll, selectedBy } from "../../../src/core/selection/awards";
import type { Indices } from "../../../src/core/assessment/indices";
import { DEFAULT_PARAMETERS } from "../../../src/core/scheme/parameters";

const GOOD: Indices = {
  subsystems: {
    党建: { index: 0.5, availability: 1 },
    业务: { index: 0.9, availability: 1 },
    融合: { index: 0.6, availability: 1 },
    队伍: { index: 0, availability: 1 },
  },
  availability: 0.75,
  coupling: 1,
  development: 1,
  coordination: 1,
  coordinationLevel: null,
  linkage: 0.6,
  fusion: 65,
  fusionLevel: null,
  base: 80,
  obstacles: [],
};

describe("gates of 先进党支部评选 (methodology §8)", () => {
  const failed = (indices: Partial<Indices>, total: number | null = 80, vetoed = false): string[] =>
    Object.entries(gatesOf({ ...GOOD, ...indices }, total, vetoed, DEFAULT_PARAMETERS)).flatMap(([name, { passed }]) =>
      passed ? [] : [name],
    );

  test("standing on a threshold passes, on nine decimals; subsystems are those of 耦合 and 联结 only", () => {
    expect(failed({})).toEqual([]);
    expect(failed({ availability: 0.75 - 1e-10, fusion: 65 - 1e-10 }, 80 - 1e-10)).toEqual([]);
    expect(failed({ availability: 0.74, fusion: 64.9 }, 79.9)).toEqual(["availability", "fusion", "total"]);
    expect(failed({ subsystems: { ...GOOD.subsystems, 融合: { index: 0.49, availability: 1 } } })).toEqual([
      "subsystems",
    ]);
  });

  test("a 未评 figure fails its gate; a veto is a gate of its own", () => {
    expect(failed({ availability: null, fusion: null }, null)).toEqual(["availability", "fusion", "total"]);
    expect(failed({ subsystems: { ...GOOD.subsystems, 党建: { index: null, availability: 0.5 } } })).toEqual([
      "subsystems",
    ]);
    expect(failed({}, 80, true)).toEqual(["veto"]);
  });

  test("each gate shows its figure and its threshold", () => {
    const gates = gatesOf(GOOD, 80, false, DEFAULT_PARAMETERS);
    expect(gates.subsystems).toEqual({ passed: true, value: 0.5, threshold: 0.5 });
    expect(passesAll(gates)).toBe(true);
  });
});

describe("selection (methodology §8)", () => {
  const all = (count: number): boolean[] => Array.from({ length: count }, () => true);
  const ranks = (...args: Parameters<typeof selectedBy>): (number | null)[] =>
    selectedBy(...args).map(({ rank }) => rank);
  const selected = (...args: Parameters<typeof selectedBy>): number[] =>
    selectedBy(...args).flatMap(({ selected: own }, index) => (own ? [index] : []));

  test("passers by F, ties by 百分制, then joint: 1, 2, 2, 4", () => {
    expect(ranks([70, 90, 80, 80, 80], [90, 80, 85, 90, 85], all(5), 0.2)).toEqual([5, 1, 3, 2, 3]);
    expect(ranks([80, 90, 80 + 1e-11, 70], [85, 80, 85, 80], all(4), 0.2)).toEqual([2, 1, 2, 4]);
    expect(ranks([95, 90, null], [90, 90, null], [false, true, false], 0.2)).toEqual([null, 1, null]);
  });

  test("quota = ceil(share × branches with an F), the product rounded to nine decimals first", () => {
    const falling = Array.from({ length: 15 }, (_, index) => 99 - index);
    expect(selected(falling, falling, all(15), 0.2)).toHaveLength(3);
    expect(selected(falling.slice(0, 6), falling, all(6), 0.2)).toHaveLength(2);
    expect(selected([90, null, null, null, null, null], [90], all(6), 0.2)).toEqual([0]);
    expect(selected(falling.slice(0, 10), falling, all(10), 0.3)).toHaveLength(3);
  });

  test("a tie at the edge is selected whole, the next rank is not", () => {
    expect(selected([90, 80, 80, 70, 60], [90, 85, 85, 80, 80], all(5), 0.4)).toEqual([0, 1, 2]);
    expect(selected([90, 90, 80, 70, 60], [90, 90, 85, 80, 80], all(5), 0.4)).toEqual([0, 1]);
  });

  test("those who fail a gate count for the quota but take no rank", () => {
    expect(
      selected([90, 80, 70, 60, 50, 40], [90, 80, 85, 80, 80, 80], [false, true, true, false, false, false], 0.2),
    ).toEqual([1, 2]);
  });
});

test("不可区分: adjacent by F and the intervals of their ranks overlap or touch", () => {
  const interval = (low: number, high: number): { low: number; high: number } => ({ low, high });
  expect(
    indistinguishablePairs(
      [70, 90, 80, null, 60],
      [interval(2, 3), interval(1, 1), interval(2, 2), null, interval(3.5, 4)],
    ),
  ).toEqual([[2, 0]]);
});
