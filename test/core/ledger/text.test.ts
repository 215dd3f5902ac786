import fc from "fast-check";
import { comparable, compact } from "../../../src/core/ledger/text";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."第一检察部党课ABCz19-~ 　\u00a0\u2003ＡＢ１２（）、，。ﬁ①ΩÅ𠮷") }),
);

describe("forms of a text", () => {
  it("are NFKC without white space, and in lower case for comparison, whatever the characters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = text.normalize("NFKC").replace(/[\s\p{Z}]+/gu, "");
        expect(compact(text)).toBe(bare);
        expect(comparable(text)).toBe(bare.toLowerCase());
      }),
    );
  });

  it("of full-width and of plain writing are the same", () => {
    expect(compact("第 １ 检察部　（党课）")).toBe("第1检察部(党课)");
    expect(comparable("Ｄ１ 党课")).toBe("d1党课");
  });
});
