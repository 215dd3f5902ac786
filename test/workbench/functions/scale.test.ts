import { counted, enter, startSums, valuesOf } from "./sums";
import type { TestOffice } from "../office";

let office: TestOffice;
beforeEach(async () => {
  office = await startSums();
});
afterEach(() => office.close());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a thousand cells that do not depend on each other are asked for in one event", async () => {
  await enter(
    office,
    "A1:B1000",
    numbers(1000).map((row) => [row, `=SUMS.ADD(A${row},1)`]),
  );
  await office.host.settle();
  expect((await valuesOf(office, "B1:B1000")).map(([value]) => value)).toEqual(numbers(1000).map((row) => row + 1));
  expect(counted(office)).toEqual({ calls: 1000, events: [1000] });
});

test("cells that call a function with the same arguments share one call", async () => {
  await enter(
    office,
    "A1:A500",
    numbers(500).map((row) => [`=SUMS.ADD(1,${row % 5})`]),
  );
  await office.host.settle();
  expect(counted(office).calls).toBe(5);
});

test("ten thousand cells of functions are calculated", async () => {
  await enter(
    office,
    "A1:A10000",
    numbers(10_000).map((row) => [`=SUMS.ADD(${row},1)`]),
  );
  await office.host.settle();
  const values = await valuesOf(office, "A1:A10000");
  expect(values.filter(([value], index) => value !== index + 2)).toEqual([]);
});

test("a range of a hundred thousand rows is an argument like any other", async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B100000").values = numbers(100_000).map((row) => [row, "甲"]);
    sheet.getRange("D1").formulas = [["=SUMS.TOTAL(A1:B100000)"]];
    await context.sync();
  });
  await office.host.settle();
  expect(await valuesOf(office, "D1")).toEqual([[(100_000 * 100_001) / 2]]);
});
