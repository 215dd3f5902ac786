import { enter, startSums, valuesOf } from "./sums";
import type { TestOffice } from "../office";

let office: TestOffice;
beforeEach(async () => {
  office = await startSums();
  await enter(office, "A1:A6", [["=SUMS.COUNT(3,2)"], [""], [""], [""], [""], ["=SUM(A1:B3)"]]);
  await office.host.settle();
});
afterEach(() => office.close());

const filled = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const empty = ["", ""];

test("a matrix fills the cells beside and below the formula, and others can refer to them", async () => {
  expect(await valuesOf(office, "A1:B3")).toEqual(filled);
  expect(await valuesOf(office, "A6")).toEqual([[21]]);
});

test("a value in the way makes #SPILL!, and the matrix comes back when it is gone", async () => {
  await enter(office, "B2", [["挡"]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual([["#SPILL!", ""], ["", "挡"], empty]);
  expect(await valuesOf(office, "A6")).toEqual([["#SPILL!"]]);
  await enter(office, "B2", [[""]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual(filled);
  expect(await valuesOf(office, "A6")).toEqual([[21]]);
});

test("a formula written where cells are occupied is #SPILL! at once", async () => {
  await enter(office, "D2", [["占"]]);
  await enter(office, "D1", [["=SUMS.COUNT(2)"]]);
  await office.host.settle();
  expect(await valuesOf(office, "D1:D2")).toEqual([["#SPILL!"], ["占"]]);
});

test("of two matrices in each other's way one has to wait until the other is gone", async () => {
  await enter(office, "B1", [["=SUMS.COUNT(2)"]]);
  await office.host.settle();
  expect((await valuesOf(office, "A1"))[0]).toEqual(["#SPILL!"]);
  await enter(office, "B1", [[""]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual(filled);
});

test("a smaller result leaves nothing of the larger one", async () => {
  await enter(office, "A1", [["=SUMS.COUNT(2)"]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual([[1, ""], [2, ""], empty]);
  expect(await valuesOf(office, "A6")).toEqual([[3]]);
});

test("a result that depends on a cell grows and shrinks with it", async () => {
  await enter(office, "D1:E1", [[3, "=SUMS.COUNT(D1)"]]);
  await office.host.settle();
  expect(await valuesOf(office, "E1:E4")).toEqual([[1], [2], [3], [""]]);
  await enter(office, "D1", [[1]]);
  await office.host.settle();
  expect(await valuesOf(office, "E1:E4")).toEqual([[1], [""], [""], [""]]);
  await enter(office, "D1", [[4]]);
  await office.host.settle();
  expect(await valuesOf(office, "E1:E4")).toEqual([[1], [2], [3], [4]]);
});

test("clearing the formula clears what it filled", async () => {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").clear("Contents");
    await context.sync();
  });
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual([empty, empty, empty]);
  expect(await valuesOf(office, "A6")).toEqual([[0]]);
});

test("clearing what a formula filled changes nothing", async () => {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A2:B3").clear("Contents");
    await context.sync();
  });
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual(filled);
});

test("values written over the whole matrix take its place", async () => {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:B3").values = filled;
    await context.sync();
  });
  await office.host.settle();
  expect(await valuesOf(office, "A1:B3")).toEqual(filled);
  await enter(office, "B2", [[40]]);
  expect(await valuesOf(office, "A1:B3")).toEqual([filled[0], [3, 40], filled[2]]);
});

test("the formula's cell has the formula, the cells it fills have values", async () => {
  const formulas = await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
    range.load("formulas");
    await context.sync();
    return range.formulas;
  });
  expect(formulas).toEqual([
    ["=SUMS.COUNT(3,2)", 2],
    [3, 4],
  ]);
});

test("the used range reaches as far as the matrix", async () => {
  const address = await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A6").clear();
    const used = sheet.getUsedRange(true);
    used.load("address");
    await context.sync();
    return used.address;
  });
  expect(address).toBe("Sheet1!A1:B3");
});
