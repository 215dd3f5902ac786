import fc from "fast-check";
import { headingLines } from "../../../src/core/report/heading-lines";

const lines = (heading: string, width: number): string[] => headingLines(heading, width).split("\n");

describe("a heading that is too long for its column", () => {
  it.each([
    ["深度融合", 6.5, ["深度", "融合"]],
    ["党小组会", 6.5, ["党小", "组会"]],
    ["业务结合率", 6.5, ["业务", "结合率"]],
    ["先锋岗履职", 6.5, ["先锋岗", "履职"]],
    ["六载体覆盖", 6.5, ["六载体", "覆盖"]],
    ["思想认识模糊性", 9, ["思想认识", "模糊性"]],
    ["监督问题整改", 6.5, ["监督问", "题整改"]],
    ["监督问题整改", 9, ["监督问题", "整改"]],
  ])("is broken between words where it can be: %s in %d", (heading, width, expected) => {
    expect(lines(heading, width)).toEqual(expected);
  });

  it("keeps a symbol whole, on a line of its own rather than with one character", () => {
    expect(lines("耦合度C", 6.5)).toEqual(["耦合度", "C"]);
    expect(lines("融合指数F", 6.5)).toEqual(["融合", "指数F"]);
  });

  it("begins no line with a closing sign and ends none with an opening one", () => {
    for (const width of [6, 7, 8, 9, 10, 12, 14]) {
      for (const line of lines("所在行（或原因）、依据", width)) expect(line).not.toMatch(/^[）、]|（$/u);
    }
  });

  it("stands as it is where it fits, and where it says itself where its lines end", () => {
    expect(headingLines("协调等级", 8)).toBe("协调等级");
    expect(headingLines("协调等\n级", 6)).toBe("协调等\n级");
  });

  it("is broken at single characters only where the column holds no more", () => {
    expect(lines("党课", 2)).toEqual(["党", "课"]);
  });

  it("says all that it said, in as few lines as hold its characters", () => {
    const chinese = fc.string({ unit: fc.constantFrom("共", "建", "单", "位", "率"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(chinese, fc.integer({ min: 2, max: 14 }), (heading, width) => {
        const broken = lines(heading, width);
        expect(broken.join("")).toBe(heading);
        expect(broken).toHaveLength(Math.ceil(heading.length / Math.floor(width / 2)));
        for (const line of broken) expect(line.length * 2).toBeLessThanOrEqual(width);
      }),
    );
  });
});
