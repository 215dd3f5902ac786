import { lineCount, textWidth } from "../../../src/core/report/text-width";

test("Chinese characters, full-width signs and shapes are twice as wide as Latin letters", () => {
  expect(textWidth("D1 支部")).toBe(7);
  expect(textWidth("● 红")).toBe(5);
  expect(textWidth("𠮷")).toBe(2);
});

test("a text takes one line where it fits and wraps where it does not", () => {
  expect(lineCount("党支部", 6)).toBe(1);
  expect(lineCount("党支部", 5)).toBe(2);
  expect(lineCount("", 5)).toBe(1);
});

test("a wide character is never split over two lines", () => {
  expect(lineCount("思想认识模糊性", 7)).toBe(3);
});

test("line breaks inside a text count", () => {
  expect(lineCount("D1\n支部党员大会", 6)).toBe(3);
});
