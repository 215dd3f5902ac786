import fc from "fast-check";
import { band } from "../../src/functions/band";
import { called } from "./called";

describe("steps of one's own", () => {
  const steps = [
    [80, "高"],
    [null, "低"],
    [50, "中"],
  ];

  it("do not depend on the order of their rows; blank rows below them do not matter", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: 3 }), (shuffled) => {
        expect(called(band, [[[80, 79, 50, 49]], [...shuffled, [null, null]]])).toEqual([["高", "中", "中", "低"]]);
      }),
    );
  });

  it("may be a single row of bound and name; below the lowest bound there is none", () => {
    expect(called(band, [[[60], [59]], [[60, "合格"]]])).toEqual([
      ["合格"],
      [{ error: "#N/A", message: "59 低于最低一档的下限 60。" }],
    ]);
  });

  it("may have numbers for names", () => {
    expect(
      called(band, [
        70,
        [
          [0, 3],
          [60, 2],
          [90, 1],
        ],
      ]),
    ).toBe("2");
  });

  it("must have readable bounds, none of them twice, and names", () => {
    expect(
      called(band, [
        1,
        [
          [60, "甲"],
          ["很高", "乙"],
        ],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“等级表”第2行第1列应为数值，现为“很高”。",
    });
    expect(
      called(band, [
        1,
        [
          [60, "甲"],
          [60, "乙"],
        ],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“等级表”中下限 60 出现两次。",
    });
    expect(
      called(band, [
        1,
        [
          [null, "甲"],
          [null, "乙"],
        ],
      ]),
    ).toMatchObject({ error: "#VALUE!" });
    expect(
      called(band, [
        1,
        [
          [60, "甲"],
          [80, null],
        ],
      ]),
    ).toMatchObject({ error: "#VALUE!" });
    expect(
      called(band, [
        1,
        [
          [60, "甲", 1],
          [80, "乙", 2],
        ],
      ]),
    ).toMatchObject({ error: "#VALUE!" });
  });
});
