import fc from "fast-check";

import { mulberry32 } from "../../../src/core/methods/random";
import { competitionRanks } from "../../../src/core/methods/rank";
import { rankInterval, rankIntervals, weightFactors } from "../../../src/core/methods/rank-intervals";
import { weightedMean } from "../../../src/core/methods/weighted-mean";
import { index, weight } from "./arbitraries";

const usual = { spread: 0.25, draws: 200, seed: 2021 };

/** Scores of objects, some missing, with a weight per indicator. */
const scored = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
  fc.record({
    scores: fc.array(fc.array(fc.option(index), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
    weights: fc.array(weight, { minLength: columns, maxLength: columns }),
  }),
);

describe("weightFactors", () => {
  it("calls the generator once per indicator, in order", () => {
    const next = mulberry32(7);
    const drawn = [next(), next(), next()];
    expect(weightFactors(3, 0.25, mulberry32(7))).toEqual(drawn.map((each) => 0.75 + 0.5 * each));
  });

  it("lies within the spread, and is 1 without any", () => {
    for (const factor of weightFactors(1000, 0.25, mulberry32(1))) {
      expect(factor).toBeGreaterThanOrEqual(0.75);
      expect(factor).toBeLessThan(1.25);
    }
    expect(weightFactors(2, 0, mulberry32(1))).toEqual([1, 1]);
  });
});

describe("rankInterval", () => {
  it("has quantiles of type 7, whatever the order of the ranks", () => {
    expect(rankInterval([3, 1, 2])).toEqual({ median: 2, low: 1.1, high: 2.9 });
    expect(rankInterval([10, 9, 2, 1])).toEqual({ median: 5.5, low: 1.15, high: 9.85 });
    expect(rankInterval([])).toBeNull();
  });
});

describe("rankIntervals", () => {
  it("ranks in every draw by the weighted mean of the scores present", () => {
    // The second row has the first indicator only; its mean is that score under any weights.
    const scores = [
      [0.9, 0.1],
      [0.6, null],
      [0.2, 0.3],
    ];
    const [first, second, third] = rankIntervals(scores, [1, 1], { spread: 0.9, draws: 2000, seed: 1 }, 1);
    // 0.9 and 0.1 outweigh 0.6 where the first drawn weight is more than 5/3 of the second.
    const next = mulberry32(1);
    const won = Array.from({ length: 2000 }, () => weightFactors(2, 0.9, next)).filter(
      ([a = 0, b = 0]) => (0.9 * a + 0.1 * b) / (a + b) > 0.6,
    );
    expect(won.length).toBeGreaterThan(100);
    expect(first?.top).toBe(won.length / 2000);
    expect(second?.top).toBe((2000 - won.length) / 2000);
    expect(third).toMatchObject({ top: 0 });
  });

  it("is certain of what is ahead in everything, and ties what is the same", () => {
    const scores = [
      [0.9, 0.8],
      [0.5, 0.6],
      [0.5, 0.6],
      [0.1, 0.2],
    ];
    expect(rankIntervals(scores, [3, 1], usual, 2)).toEqual([
      { median: 1, low: 1, high: 1, top: 1 },
      { median: 2, low: 2, high: 2, top: 1 },
      { median: 2, low: 2, high: 2, top: 1 },
      { median: 4, low: 4, high: 4, top: 0 },
    ]);
  });

  it("gives a row without a score of positive weight no rank, and the others theirs", () => {
    const scores = [
      [null, 0.4],
      [null, null],
      [0.9, null],
      [0.2, 0.3],
    ];
    expect(rankIntervals(scores, [1, 0], usual, 1)).toEqual([
      null,
      null,
      { median: 1, low: 1, high: 1, top: 1 },
      { median: 2, low: 2, high: 2, top: 0 },
    ]);
  });

  it("is the same for the same seed, and moves with another", () => {
    const scores = [
      [0.9, 0.1, 0.5],
      [0.2, 0.8, 0.4],
      [0.5, 0.5, 0.45],
    ];
    const drawn = (seed: number) => rankIntervals(scores, [1, 1, 1], { ...usual, seed }, 1);
    expect(drawn(2021)).toEqual(drawn(2021));
    expect(drawn(2021)).not.toEqual(drawn(7));
  });

  it("holds the nominal rank and nothing else where weights stay as they are", () => {
    fc.assert(
      fc.property(scored, ({ scores, weights }) => {
        const nominal = competitionRanks(
          scores.map((row) => weightedMean(row, weights, 0).mean),
          "descending",
        );
        const found = rankIntervals(scores, weights, { spread: 0, draws: 3, seed: 5 }, 1);
        expect(found).toEqual(
          nominal.map((rank) =>
            rank === null ? null : { median: rank, low: rank, high: rank, top: rank === 1 ? 1 : 0 },
          ),
        );
      }),
    );
  });

  it("does not depend on the order of rows, and orders its quantiles", () => {
    fc.assert(
      fc.property(scored, ({ scores, weights }) => {
        const settings = { ...usual, draws: 40 };
        const found = rankIntervals(scores, weights, settings, 1);
        expect(rankIntervals(scores.toReversed(), weights, settings, 1).toReversed()).toEqual(found);
        for (const row of found) {
          if (row === null) continue;
          expect(row.low).toBeLessThanOrEqual(row.median);
          expect(row.median).toBeLessThanOrEqual(row.high);
          expect(row.top).toBeGreaterThanOrEqual(0);
          expect(row.top).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("ties identical rows in every draw", () => {
    fc.assert(
      fc.property(scored, ({ scores, weights }) => {
        const found = rankIntervals([...scores, ...scores.slice(0, 1)], weights, { ...usual, draws: 20 }, 2);
        expect(found.at(-1)).toEqual(found[0]);
      }),
    );
  });
});
