import fc from "fast-check";
import { packedText, unpackedText } from "../../src/excel/packed-text";

describe("a packed text", () => {
  it("is the same when it is unpacked, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        expect(await unpackedText(await packedText([text]))).toBe(text);
      }),
    );
  });

  it("takes a small part of what it says again and again, in pieces", async () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, line) => ({ line, value: "第一检察部党支部" })));
    const packed = await packedText([text]);
    expect(packed.length).toBeLessThan(text.length / 5);
    expect(packed).toMatch(/^[A-Za-z0-9+/]*=*$/u);
    expect(await unpackedText(packed)).toBe(text);
  });

  it("is nothing where it is damaged or was never packed", async () => {
    expect(await unpackedText('{"version":2}')).toBeNull();
    expect(await unpackedText("////////")).toBeNull();
  });
});
