import fc from "fast-check";
import { fittedFormat, limitText, shownDecimals, shownText } from "../../../src/core/report/shown";

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The band that a value falls in: how many boundaries it reaches. */
function band(value: number): number {
  return LEVELS.filter((limit) => Math.round(value * 1e9) >= Math.round(limit * 1e9)).length;
}

test("a figure keeps its usual decimals where rounding crosses nothing", () => {
  expect(shownDecimals(0.61234, LEVELS, 3)).toBe(3);
  expect(shownText(0.61234, LEVELS, "index")).toBe("0.612");
});

test("a figure just below a boundary shows one more decimal instead of the boundary", () => {
  expect(shownText(0.59996, LEVELS, "index")).toBe("0.59996");
  expect(shownText(79.96, [80], "points")).toBe("79.96");
  expect(shownText(0.66664, [2 / 3], "share")).toBe("66.66%");
});

test("a figure just above a boundary is not shown as standing on it", () => {
  expect(shownText(7.02, [7], "days")).toBe("7.02");
});

test("a figure on a boundary is shown as the boundary", () => {
  expect(shownText(0.6, LEVELS, "index")).toBe("0.600");
});

test("a figure that equals the boundary on nine decimals counts as equal to it", () => {
  expect(shownText(0.1 + 0.2, [0.3], "index")).toBe("0.300");
});

test("whole days have no decimals, others one; negative ones keep their sign", () => {
  expect(shownText(12, [], "days")).toBe("12");
  expect(shownText(-3.5, [], "days")).toBe("-3.5");
  expect(fittedFormat(12, [], "days")).toEqual({ decimals: 0, percent: false });
});

test("a format stays named where it is the usual one", () => {
  expect(fittedFormat(0.5, LEVELS, "index")).toBe("index");
  expect(fittedFormat(0.59996, LEVELS, "index")).toEqual({ decimals: 5, percent: false });
  expect(fittedFormat(0.749996, [0.75], "share")).toEqual({ decimals: 4, percent: true });
});

test("a limit is written as it was set", () => {
  expect(limitText(0.4, "share")).toBe("40%");
  expect(limitText(0.35, "index")).toBe("0.35");
  expect(limitText(7, "days")).toBe("7");
});

test("no figure is ever shown in a band that it is not in", () => {
  const near = fc
    .tuple(fc.constantFrom(...LEVELS), fc.integer({ min: -2_000_000, max: 2_000_000 }))
    .map(([limit, off]) => limit + off / 1e9);
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), near),
      (value) => band(Number(shownText(value, LEVELS, "index"))) === band(value),
    ),
  );
});
