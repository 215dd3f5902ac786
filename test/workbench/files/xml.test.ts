import * as fc from "fast-check";
import { child, escapeAttribute, escapeCellText, parseXml, unescapeCellText } from "../../../src/workbench/files/xml";
import { appendTo, applyEdits, setAttributes, withPrefix } from "../../../src/workbench/files/xml-edit";

test("elements are found by their names whatever their prefix, with the places they stand at", () => {
  const source = '<?xml version="1.0"?><!-- 注 --><x:a xmlns:x="urn:x"><x:b n="1 &gt; 0"/>文<x:c>&#20013;</x:c></x:a>';
  const root = parseXml(source);
  expect(child(root, "b")?.attributes).toEqual({ n: "1 > 0" });
  expect(child(root, "c")?.text).toBe("中");
  expect(root?.text).toBe("文");
  const c = child(root, "c");
  expect(source.slice(c?.start, c?.end)).toBe("<x:c>&#20013;</x:c>");
});

test.each(["<a><b></a></b>", "<a>", "</a>", ""])("%p is not well-formed", (source) => {
  expect(parseXml(source)).toBeNull();
});

test("any text survives an attribute and an element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      // eslint-disable-next-line no-control-regex -- what XML cannot hold in an attribute
      const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, "");
      const root = parseXml(`<a t="${escapeAttribute(plain)}"/>`);
      expect(root?.attributes["t"]).toBe(plain);
    }),
  );
});

test("any text survives a cell, even what XML cannot hold and what looks like its escape", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("_x000D_", "a_x41_b", "__x0041_", "\u0001\r\n")),
      (text) => {
        const root = parseXml(`<t>${escapeCellText(text)}</t>`);
        expect(unescapeCellText(root?.text ?? "")).toBe(text);
      },
    ),
  );
});

test("edits change their place and nothing else", () => {
  const source = "<a  k='1'><b/>尾</a>";
  const root = parseXml(source);
  if (root === null) throw new Error("parsed");
  const b = child(root, "b");
  if (b === null) throw new Error("b");
  expect(
    applyEdits(source, [
      setAttributes(source, root, { k: "2", n: "3" }),
      appendTo(source, b, "<c/>"),
      appendTo(source, root, "<d/>"),
    ]),
  ).toBe('<a  k="2" n="3"><b><c/></b>尾<d/></a>');
});

test("generated elements take the prefix of their part, those with one keep it", () => {
  expect(withPrefix('<a r:id="1"><b>x &lt; y</b><r:c/></a>', "x")).toBe(
    '<x:a r:id="1"><x:b>x &lt; y</x:b><r:c/></x:a>',
  );
});
