import { isOffered } from "../../../src/workbench/wire/requirement-sets";

test("a set is offered up to its version, counted in steps and not as a decimal", () => {
  const offered = { ExcelApi: "1.14" };
  expect(isOffered(offered, { name: "ExcelApi", version: "1.2" })).toBe(true);
  expect(isOffered(offered, { name: "ExcelApi", version: "1.14" })).toBe(true);
  expect(isOffered(offered, { name: "ExcelApi", version: "1.15" })).toBe(false);
  expect(isOffered({ ExcelApi: "2.0" }, { name: "ExcelApi", version: "1.15" })).toBe(true);
});

test("a set that is not named is not offered", () => {
  expect(isOffered({ ExcelApi: "1.14" }, { name: "ExcelApiOnline", version: "1.1" })).toBe(false);
});
