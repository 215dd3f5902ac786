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

/** What the add-in's page runs; `calls` counts the calls, `told` keeps the last arguments of TELL and ALL. */
const script = `
  window.calls = 0;
  var associate = function (name, implementation) {
    CustomFunctions.associate(name, function () {
      window.calls += 1;
      return implementation.apply(null, Array.prototype.slice.call(arguments, 0, -1));
    });
  };
  var flat = function (rows) { return rows.reduce(function (all, row) { return all.concat(row); }, []); };
  associate("ADD", function (a, b) { return a + b; });
  associate("TOTAL", function (values) {
    return flat(values).reduce(function (sum, value) { return typeof value === "number" ? sum + value : sum; }, 0);
  });
  var tell = function () {
    return JSON.stringify(Array.prototype.slice.call(arguments), function (key, value) {
      return value instanceof CustomFunctions.Error ? "error " + value.code : value;
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

/** Starts office.js with the small add-in, in the namespace SUMS. */
export function startSums(
  document: WorkbookDocument = emptyDocument(),
  options: Partial<Omit<HostOptions, "tables" | "functions">> = {},
): Promise<TestOffice> {
  return startOffice(document, { ...options, functions: { namespace: "SUMS", metadata } }, script);
}
