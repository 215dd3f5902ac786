import type { WorkbookDocument } from "../../../src/workbench/files/document";
import type { HostOptions } from "../../../src/workbench/host";
import { emptyDocument, startOffice, type TestOffice } from "../office";

const scalar = (name: string, more: object = {}) => ({ name, type: "any", dimensionality: "scalar", ...more });
const matrix = (name: string, more: object = {}) => ({ name, type: "any", dimensionality: "matrix", ...more });
const describe = (name: string, parameters: readonly object[], dimensionality: "scalar" | "matrix") => ({
  id: name,
  name,
  parameters,
  result: { type: "any", dimensionality },
});

/** The metadata of a small add-in whose functions show how they were called. */
export const metadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    describe("ADD", [scalar("a", { type: "number" }), scalar("b", { type: "number" })], "scalar"),
    describe("TOTAL", [matrix("values")], "scalar"),
    describe("TELL", [scalar("a"), matrix("b"), scalar("c", { optional: true })], "scalar"),
    describe("ALL", [scalar("first"), matrix("others", { repeating: true })], "scalar"),
    describe("COUNT", [scalar("rows"), scalar("columns", { optional: true })], "matrix"),
    describe("MIXED", [], "matrix"),
    describe("FAIL", [scalar("how")], "scalar"),
    describe("SHAPE", [scalar("how")], "matrix"),
    describe("LATER", [scalar("value")], "scalar"),
    describe("ABSENT", [], "scalar"),
  ],
};

/** What the add-in's page runs; `calls` counts the calls, `events` holds how many calls each event of the host brought. */
const script = `
  window.calls = 0;
  window.events = [];
  window.addEventListener("message", function (event) {
    var message = JSON.parse(event.data);
    if (message._actionName === "richApiMessage" && message._responseType === 1) events.push(message._data.ArrayData.length);
  });
  var associate = function (name, implementation) {
    CustomFunctions.associate(name, function () {
      window.calls += 1;
      return implementation.apply(null, Array.prototype.slice.call(arguments, 0, -1));
    });
  };
  associate("ADD", function (a, b) { return a + b; });
  associate("TOTAL", function (values) {
    var sum = 0;
    values.forEach(function (row) {
      row.forEach(function (value) { if (typeof value === "number") sum += value; });
    });
    return sum;
  });
  var tell = function () {
    return JSON.stringify(Array.prototype.slice.call(arguments), function (key, value) {
      return value && value.valueType === "CustomFunctionError" ? { error: value.code } : value;
    });
  };
  associate("TELL", tell);
  associate("ALL", tell);
  associate("COUNT", function (rows, columns) {
    var grid = [];
    for (var row = 0; row < rows; row += 1) {
      grid.push([]);
      for (var column = 0; column < (columns === null ? 1 : columns); column += 1)
        grid[row].push(row * (columns === null ? 1 : columns) + column + 1);
    }
    return grid;
  });
  associate("MIXED", function () {
    return [[1, "甲", true], [null, "", new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "没有数据")]];
  });
  associate("FAIL", function (how) {
    if (how === "text") throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "权重不是数字");
    if (how === "division") throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, "不显示");
    if (how === "bug") throw new Error("内部");
    if (how === "returned") return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "资料不足");
    if (how === "infinite") return 1 / 0;
    return how;
  });
  associate("SHAPE", function (how) { return how === "bare" ? 1 : how === "empty" ? [[]] : [[1, 2], [3]]; });
  associate("LATER", function (value) { return Promise.resolve(value); });
`;

/** What a range of Sheet1 holds, as the add-in reads it. */
export async function valuesOf({ Excel }: TestOffice, address: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

/** Enters formulas into a range of Sheet1, one per cell, and waits for nothing. */
export async function enter({ Excel }: TestOffice, address: string, formulas: readonly unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas.map((row) => [...row]);
    await context.sync();
  });
}

/** What the page has counted: calls of functions, and calls by event of the host. */
export function counted({ page }: TestOffice): { readonly calls: number; readonly events: readonly number[] } {
  return JSON.parse(String(page.window.eval("JSON.stringify({ calls: calls, events: events })")));
}

/** Starts office.js with the small add-in, in the namespace SUMS. */
export function startSums(
  document: WorkbookDocument = emptyDocument(),
  options: Partial<Omit<HostOptions, "tables" | "functions">> = {},
): Promise<TestOffice> {
  return startOffice(document, { ...options, functions: { namespace: "SUMS", metadata } }, script);
}
