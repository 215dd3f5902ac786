import { FUNCTIONS } from "../../src/functions/catalogue";
import { attain } from "../../src/functions/attain";
import { coordination } from "../../src/functions/coordination";
import { fusion } from "../../src/functions/fusion";
import { lag } from "../../src/functions/lag";
import { ranks } from "../../src/functions/ranks";
import { called } from "./called";

describe("arguments of every function", () => {
  it("give an error that one of them holds before anything else is found fault with, whatever the order of rows", () => {
    const bad = ["若干"];
    const error = [{ error: "#DIV/0!" }];
    const passedOn = { error: "#DIV/0!", message: null };
    expect(called(ranks, [[bad, error]])).toEqual(passedOn);
    expect(called(ranks, [[error, bad]])).toEqual(passedOn);
    expect(called(attain, ["若干", 0, { error: "#DIV/0!" }])).toEqual(passedOn);
  });

  it("give the first of several errors, by the order of parameters", () => {
    expect(called(fusion, [{ error: "#NUM!" }, { error: "#N/A" }])).toEqual({ error: "#NUM!", message: null });
  });

  it("are named where they hold an error that Excel does not take from an add-in", () => {
    const given = [0.5, [[0.5], [{ error: "#REF!" }]]];
    expect(called(fusion, given)).toEqual({ error: "#VALUE!", message: "“联结度”中有错误值 #REF!。" });
    expect(called(fusion, given, "en-US")).toEqual({ error: "#VALUE!", message: "“linkage” holds the error #REF!." });
  });

  it("give no error that stands behind the first cell of a range where one cell is wanted", () => {
    expect(called(attain, [2, 0, 8, [[true, { error: "#N/A" }]]])).toBe(0.75);
  });

  it("have rows of one length: what a shorter one lacks is blank", () => {
    expect(called(fusion, [[[0.64, 0.64], [0.25]], 0.25])).toEqual([
      [40, 40],
      [25, { error: "#N/A", message: "“协调度”中有未评的值，无法计算。" }],
    ]);
    expect(called(attain, [[[1], [2, 3]], 0, 10])).toEqual([
      [0.1, "未评"],
      [0.2, 0.3],
    ]);
    expect(
      called(lag, [
        [[44_200], [44_201, 44_202]],
        [
          [44_198, 44_000],
          [44_200, 44_200],
        ],
      ]),
    ).toBe(2);
  });

  it("have ratios for weights that count however large they are", () => {
    expect(called(coordination, [[[0.5, 0.5]], [[1e308, 1e308]]])).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it.each(FUNCTIONS.map((fn) => [fn.name, fn] as const))(
    "may be empty arrays: %s answers as for blank cells",
    (_, fn) => {
      const given = (empty: unknown): readonly unknown[] => fn.parameters.map(() => empty);
      expect(called(fn, given([]))).toEqual(called(fn, given(null)));
      expect(called(fn, given([[], []]))).toEqual(called(fn, given(null)));
    },
  );
});
