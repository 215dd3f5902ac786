import { asInput, asInputAgain } from "../../src/excel/cell-input";

describe("what is put into a cell", () => {
  it.each(["=1+1", "+86", "-", "@name", "'=x", "#N/A", "2021-04", "1/2", "１２", "第4检察部", "TRUE", "false"])(
    "keeps %s as text by the apostrophe that Excel takes off",
    (text) => {
      expect(asInput(text)).toBe(`'${text}`);
    },
  );

  it.each(["第四检察部党支部", "未评", "○ 未评", "True north", "a=b"])("leaves plain text %s alone", (text) => {
    expect(asInput(text)).toBe(text);
  });

  it("leaves numbers and logical values alone and empties empty cells", () => {
    expect([asInput(0.5), asInput(-1), asInput(true), asInput(null)]).toEqual([0.5, -1, true, ""]);
  });

  it("enters a formula again as a formula and a text like one again as text", () => {
    expect(asInputAgain("=A1+1", 2)).toBe("=A1+1");
    expect(asInputAgain("=A1+1", "=A1+1")).toBe("'=A1+1");
    expect(asInputAgain("党课", "党课")).toBe("党课");
    expect(asInputAgain(0.25, 0.25)).toBe(0.25);
  });
});
