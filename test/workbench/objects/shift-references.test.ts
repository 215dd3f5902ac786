import fc from "fast-check";
import { formatBox, lastColumn, lastRow, parseBox } from "../../../src/workbench/objects/address";
import { inverse, shiftBox, type LineShift } from "../../../src/workbench/objects/line-shift";
import { shiftFormula } from "../../../src/workbench/objects/shift-references";

const insert = (axis: LineShift["axis"], first: number, count = 1): LineShift => ({
  kind: "insert",
  axis,
  first,
  count,
});
const remove = (axis: LineShift["axis"], first: number, count = 1): LineShift => ({
  kind: "delete",
  axis,
  first,
  count,
});
const own = (formula: string, shift: LineShift) => shiftFormula(formula, "名册", true, shift);
const other = (formula: string, shift: LineShift) => shiftFormula(formula, "名册", false, shift);

test.each([
  ["=A2+A3", "=A2+A4"],
  ["=SUM(A1:A10)", "=SUM(A1:A11)"],
  ["=SUM($A$3:B$2)", "=SUM($A$4:B$2)"],
  ["=SUM(A1:A2)", "=SUM(A1:A2)"],
  ["=SUM(A:A)*SUM(3:5)", "=SUM(A:A)*SUM(4:6)"],
  ["=SUM(名册!A3,'名册'!A3,别的!A3)", "=SUM(名册!A4,'名册'!A4,别的!A3)"],
])("references follow a row that is inserted before the third: %s", (formula, expected) => {
  expect(own(formula, insert("rows", 2))).toBe(expected);
});

test.each([
  ["=A1+A3", "=A1+#REF!"],
  ["=SUM(A1:A10)", "=SUM(A1:A8)"],
  ["=SUM(A3:A4)", "=SUM(#REF!)"],
  ["=SUM(A4:A6)", "=SUM(A3:A4)"],
  ["=名册!$A$4", "=#REF!"],
  ["=SUM(A1:A1048576)", "=SUM(A1:A1048576)"],
])("references follow the third and fourth row that are deleted: %s", (formula, expected) => {
  expect(own(formula, remove("rows", 2, 2))).toBe(expected);
});

test.each([
  ["=B2+C2", "=B2+D2", insert("columns", 2)],
  ["=SUM(B:D)", "=SUM(B:E)", insert("columns", 2)],
  ["=$Z1", "=$AA1", insert("columns", 2)],
  ["=SUM(B2:D2)", "=SUM(B2:C2)", remove("columns", 2)],
  ["=SUM(2:3)", "=SUM(2:3)", remove("columns", 2)],
])("references follow columns: %s", (formula, expected, shift) => {
  expect(own(formula, shift)).toBe(expected);
});

test.each([
  '="A5"&"名册!A5"',
  "=LOG10(1)+ATAN2(1,2)",
  "=一季度5+Q5x+a.5",
  "=表5[合计5]+SUM(表[[#This Row],[A5]])",
  "=[1]名册!A5+'[别的.xlsx]名册'!A5",
  "=一月:三月!A5",
  "=1.5E5+#REF!",
])("what is no reference to the sheet stays: %s", (formula) => {
  expect(own(formula, insert("rows", 0))).toBe(formula);
});

test("a formula on another sheet follows only where it names the sheet", () => {
  expect(other("=A5+名册!A5", insert("rows", 0))).toBe("=A5+名册!A6");
  expect(shiftFormula("='一 部''s'!A5", "一 部's", false, insert("rows", 0))).toBe("='一 部''s'!A6");
});

test("a reference that is pushed off the grid is lost", () => {
  expect(own("=A1048576", insert("rows", 5))).toBe("=#REF!");
});

const shifts = fc.record({
  kind: fc.constant("insert" as const),
  axis: fc.constantFrom("rows" as const, "columns" as const),
  first: fc.nat(200),
  count: fc.integer({ min: 1, max: 20 }),
});
const boxes = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

test("what is inserted and deleted again leaves every box and every reference where it was", () => {
  fc.assert(
    fc.property(boxes, shifts, (box, shift) => {
      const there = shiftBox(box, shift);
      expect(there === null ? null : shiftBox(there, inverse(shift))).toEqual(box);
      const formula = `=SUM(${formatBox(box)},名册!${formatBox(box)})`;
      expect(own(own(formula, shift), inverse(shift))).toBe(formula);
    }),
  );
});

test("a reference moves as its box does", () => {
  fc.assert(
    fc.property(boxes, shifts, fc.boolean(), (box, shift, isDeleted) => {
      const done = isDeleted ? inverse(shift) : shift;
      const moved = shiftBox(box, done);
      const text = own(`=${formatBox(box)}`, done).slice(1);
      expect(text === "#REF!" ? null : parseBox(text)).toEqual(moved);
      if (moved !== null) expect([moved.bottom <= lastRow, moved.right <= lastColumn]).toEqual([true, true]);
    }),
  );
});
