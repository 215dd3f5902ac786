import fc from "fast-check";
import { attain } from "../../src/functions/attain";
import { called } from "./called";

describe("ATTAIN", () => {
  it("passes 未评 and 不适用 on, and takes a blank or a 空值 word for 未评, never for zero", () => {
    expect(called(attain, [[["未评"], ["不适用"], [null], ["暂无"], [0]], 0, 1, null])).toEqual([
      ["未评"],
      ["不适用"],
      ["未评"],
      ["未评"],
      [0],
    ]);
  });

  it("reads numbers as ledgers write them, in goalposts too", () => {
    expect(called(attain, [[["９５％", "十二人"]], "60%", "1"])).toEqual([[0.875, 1]].map((row) => row.map(close)));
  });

  it("takes goalposts of each row or of all", () => {
    expect(
      called(attain, [
        [[5], [5]],
        [[0], [4]],
        [[10], [8]],
      ]),
    ).toEqual([[0.5], [0.25]]);
    expect(
      called(attain, [
        [
          [5, 6],
          [7, 8],
        ],
        [[0, 4]],
        10,
      ]),
    ).toEqual(
      [
        [0.5, 1 / 3],
        [0.7, 2 / 3],
      ].map((row) => row.map(close)),
    );
  });

  it("refuses −1, which elsewhere is a direction while 1 is TRUE", () => {
    expect(called(attain, [2, 0, 8, -1])).toMatchObject({ error: "#VALUE!" });
  });

  it.each([["逆向"], [true], ["是"], [1]])("takes %p for less is better", (reversed) => {
    expect(called(attain, [2, 0, 8, reversed])).toBe(0.75);
  });

  it.each([["正向"], [false], ["否"], [0], [null]])("takes %p for more is better", (reversed) => {
    expect(called(attain, [2, 0, 8, reversed])).toBe(0.25);
  });

  it("refuses goalposts that are blank, reversed or of another shape, and says which argument it is", () => {
    expect(called(attain, [5, 0, 0])).toEqual({ error: "#VALUE!", message: "上限应大于下限，现下限为 0，上限为 0。" });
    expect(called(attain, [5, null, 10])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“下限”"),
    });
    expect(called(attain, [[[1], [2]], [[0], [0], [0]], 1])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“原始值”"),
    });
    expect(called(attain, ["若干", 0, 1])).toEqual({ error: "#VALUE!", message: "“原始值”应为数值，现为“若干”。" });
  });

  it("reads the direction signs of a matrix too", () => {
    expect(called(attain, [2, 0, 8, "-"])).toBe(0.75);
    expect(called(attain, [2, 0, 8, "+"])).toBe(0.25);
  });

  it("gives an error in an argument back", () => {
    expect(called(attain, [[[1], [{ error: "#DIV/0!" }]], 0, 1])).toMatchObject({ error: "#DIV/0!" });
  });

  it("lies in [0, 1] and is mirrored by reversing", () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(figure, fc.integer({ min: -50, max: 0 }), fc.integer({ min: 1, max: 50 }), (x, lower, upper) => {
        const forward = Number(called(attain, [x, lower, upper, false]));
        expect(forward).toBeGreaterThanOrEqual(0);
        expect(forward).toBeLessThanOrEqual(1);
        expect(called(attain, [x, lower, upper, true])).toBeCloseTo(1 - forward, 12);
      }),
    );
  });
});

function close(value: number): unknown {
  return expect.closeTo(value, 12);
}
