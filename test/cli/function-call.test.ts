import { functionCall, printedResult } from "../../src/workbench/cli/function-call";

test("ranges are rows, a value is one cell, null is an argument left out", () => {
  expect(functionCall(["ATTAIN", '[[[1,"甲",null],[2,true,{"error":"#N/A"}]],0.5,null]'])).toEqual({
    name: "ATTAIN",
    given: [
      [
        [1, "甲", null],
        [2, true, { error: "#N/A", message: null }],
      ],
      [[0.5]],
      null,
    ],
    locale: "zh-CN",
  });
});

test("the language of the sentences may stand anywhere", () => {
  expect(functionCall(["--locale", "en-US", "RANKS", "[]"])).toEqual({ name: "RANKS", given: [], locale: "en-US" });
});

test.each([
  ["no function", []],
  ["no arguments", ["RANKS"]],
  ["too much", ["RANKS", "[]", "[]"]],
  ["another language", ["RANKS", "[]", "--locale", "fr"]],
])("%s: the usage is shown", (_, args) => {
  expect(functionCall(args)).toEqual({ wrong: expect.stringContaining("npm run --silent fn") });
});

test.each(["[1,", '{"a":1}', '"a"'])("%s is no list of arguments", (json) => {
  expect(functionCall(["RANKS", json])).toEqual({ wrong: expect.stringContaining("JSON") });
});

test("a list of values is one row", () => {
  expect(functionCall(["RANKS", "[[3,1,2]]"])).toMatchObject({ given: [[[3, 1, 2]]] });
});

test.each(["[[1,[2]]]", "[[]]", "[[[]]]", "[[[1],[1,2]]]", '[{"a":1}]', "[[[{}]]]"])(
  "%s holds neither values nor ranges",
  (json) => {
    expect(functionCall(["RANKS", json])).toEqual({ wrong: expect.stringContaining("range of rows") });
  },
);

test("one cell is printed bare, an error as what it is, a matrix as rows", () => {
  expect(printedResult([[0.5]])).toEqual({ json: "0.5", failed: false });
  expect(printedResult([[{ error: "#VALUE!", message: "权重" }]])).toEqual({
    json: '{"error":"#VALUE!","message":"权重"}',
    failed: true,
  });
  expect(printedResult([[1, { error: "#N/A", message: null }]])).toEqual({
    json: '[[1,{"error":"#N/A"}]]',
    failed: false,
  });
});
