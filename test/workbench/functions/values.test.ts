import { answersFrom, argumentOnWire } from "../../../src/workbench/functions/values";

/** The result of one answer in the form of an array, for a function that gives a matrix or one value. */
const read = (entry: readonly unknown[], givesMatrix = false) => answersFrom([entry])[0]?.result(givesMatrix);

test("both of the library's forms of a result say the same", () => {
  const asArray = answersFrom([
    [7, true, 0.5, [12]],
    [8, false, "不足", 1, [3]],
  ]);
  const asObjects = answersFrom([
    { id: 7, value: 0.5, outboundData: [12] },
    { id: 8, failed: true, value: "不足", errorCode: 1 },
  ]);
  for (const answers of [asArray, asObjects]) {
    expect(answers.map(({ id }) => id)).toEqual([7, 8]);
    expect(answers.map(({ result }) => result(false))).toEqual([[[0.5]], [[{ error: "#N/A", message: "不足" }]]]);
  }
});

test.each([
  [0, "#VALUE!"],
  [1, "#N/A"],
  [2, "#VALUE!"],
  [3, "#VALUE!"],
  [5, "#DIV/0!"],
  [6, "#NUM!"],
  [7, "#VALUE!"],
  [8, "#NULL!"],
  [9, "#NAME?"],
  [10, "#NAME?"],
])("the library's error %i is %s", (code, error) => {
  expect(read([1, false, "", code])).toEqual([[{ error, message: null }]]);
});

test("words come with #VALUE! and #N/A only", () => {
  expect(read([1, false, "为零", 5])).toEqual([[{ error: "#DIV/0!", message: null }]]);
  expect(read([1, true, { type: "Error", basicValue: "#NUM!", message: "大" }])).toEqual([
    [{ error: "#NUM!", message: null }],
  ]);
});

test("a formatted number is its number; other rich values are #VALUE!", () => {
  expect(read([1, true, { type: "FormattedNumber", basicValue: 0.25, numberFormat: "0%" }])).toEqual([[0.25]]);
  expect(read([1, true, { type: "Entity", text: "甲" }])).toEqual([[{ error: "#VALUE!", message: null }]]);
});

test("rows of a function that gives one value, and one value of a function that gives rows, are #VALUE!", () => {
  const failed = [[{ error: "#VALUE!", message: null }]];
  expect(read([1, true, [[1]]], false)).toEqual(failed);
  expect(read([1, true, 1], true)).toEqual(failed);
  expect(read([1, true, [[1], [2, 3]]], true)).toEqual(failed);
  expect(read([1, true, [[1, 2]]], true)).toEqual([[1, 2]]);
});

test("errors go to the page in the form that the library knows, at any depth", () => {
  const error = { error: "#N/A", message: null };
  const onWire = { type: "CustomFunctionError", code: "#N/A" };
  expect(argumentOnWire(error)).toEqual(onWire);
  expect(argumentOnWire([[[1, error]], [[null]]])).toEqual([[[1, onWire]], [[null]]]);
});
