import { counted, enter, startSums, valuesOf } from "./sums";
import type { TestOffice } from "../office";

let office: TestOffice;
beforeEach(async () => {
  office = await startSums();
});
afterEach(() => office.close());

/** The value of one formula in A1 when everything is calculated. */
async function valueOf(formula: string): Promise<unknown> {
  await enter(office, "A1", [[formula]]);
  await office.host.settle();
  return (await valuesOf(office, "A1"))[0]?.[0];
}

/** How the function TELL was called by a formula. */
async function told(formula: string): Promise<unknown> {
  return JSON.parse(String(await valueOf(formula)));
}

async function stateOf({ Excel }: TestOffice): Promise<string> {
  return Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("calculationState");
    await context.sync();
    return application.calculationState;
  });
}

test("a formula calls the function of the page, whatever the case of its name", async () => {
  expect(await valueOf("=SUMS.ADD(1,2)")).toBe(3);
  expect(await valueOf("=sums.add(1,2)*10+1")).toBe(31);
});

test("until the page has answered, a read gives #BUSY! and the application is calculating", async () => {
  await enter(office, "A1:A2", [["=SUMS.ADD(1,2)"], ["=A1*2"]]);
  expect(await valuesOf(office, "A1:A2")).toEqual([["#BUSY!"], ["#BUSY!"]]);
  expect(await stateOf(office)).toBe("Calculating");
  await office.host.settle();
  expect(await valuesOf(office, "A1:A2")).toEqual([[3], [6]]);
  expect(await stateOf(office)).toBe("Done");
});

test("the page itself can wait for its functions: they are computed while it asks again", async () => {
  await enter(office, "A1", [["=SUMS.ADD(1,2)"]]);
  let value: unknown = "#BUSY!";
  for (let attempt = 0; attempt < 100 && value === "#BUSY!"; attempt += 1) {
    value = (await valuesOf(office, "A1"))[0]?.[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(value).toBe(3);
});

test("with manual calculation nothing is called until the client asks for it", async () => {
  const { Excel } = office;
  await Excel.run(async (context) => {
    context.workbook.application.calculationMode = "Manual";
    await context.sync();
  });
  await enter(office, "A1", [["=SUMS.ADD(1,2)"]]);
  expect(await stateOf(office)).toBe("Pending");
  expect(counted(office).calls).toBe(0);
  await Excel.run(async (context) => {
    context.workbook.application.calculate("Recalculate");
    await context.sync();
  });
  await office.host.settle();
  expect(await valuesOf(office, "A1")).toEqual([[3]]);
});

test("while calculation is suspended nothing is called", async () => {
  const seen = await office.Excel.run(async (context) => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    range.formulas = [["=SUMS.ADD(1,2)"]];
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([[""]]);
  expect(counted(office).calls).toBe(0);
  await office.host.settle();
  expect(await valuesOf(office, "A1")).toEqual([[3]]);
});

test("a function within a function, and one that depends on another cell, come level by level", async () => {
  await enter(office, "A1:A3", [["=SUMS.ADD(SUMS.ADD(1,1),10)"], ["=SUMS.ADD(A1,100)"], ["=SUM(A1:A2)"]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:A3")).toEqual([[12], [112], [124]]);
  expect(counted(office).events).toEqual([1, 1, 1]);
});

test("what formulas make of an error does not outlive the call that was still under way", async () => {
  await enter(office, "A1:B1", [["=IFERROR(SUMS.ADD(1,2),0)", "=IF(ISERROR(A1),-1,A1)"]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:B1")).toEqual([[3, 3]]);
});

test("a promise of a function is waited for", async () => {
  expect(await valueOf('=SUMS.LATER("好")')).toBe("好");
});

test("values of every kind arrive, null as zero, errors inside a matrix with their message", async () => {
  await enter(office, "A1", [["=SUMS.MIXED()"]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:C2")).toEqual([
    [1, "甲", true],
    [0, "", "#N/A"],
  ]);
  expect(office.host.errorMessage("Sheet1", 1, 2)).toBe("没有数据");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBeNull();
});

test("what a function throws is the error that it names; only #VALUE! and #N/A come with words", async () => {
  expect(await valueOf('=SUMS.FAIL("text")')).toBe("#VALUE!");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBe("权重不是数字");
  expect(await valueOf('=SUMS.FAIL("returned")')).toBe("#N/A");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBe("资料不足");
  expect(await valueOf('=SUMS.FAIL("division")')).toBe("#DIV/0!");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBeNull();
  expect(await valueOf('=SUMS.FAIL("bug")')).toBe("#VALUE!");
  expect(await valueOf('=SUMS.FAIL("infinite")')).toBe("#NUM!");
  expect(await valueOf('=SUMS.FAIL("fine")')).toBe("fine");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBeNull();
});

test("a result of another shape than the metadata say is #VALUE!", async () => {
  expect(await valueOf('=SUMS.SHAPE("bare")')).toBe("#VALUE!");
  expect(await valueOf('=SUMS.SHAPE("empty")')).toBe("#VALUE!");
  expect(await valueOf('=SUMS.SHAPE("ragged")')).toBe("#VALUE!");
});

test("a function that the metadata do not have is #NAME?; one that the page has not registered fails in the page", async () => {
  expect(await valueOf("=SUMS.NONE(1)")).toBe("#NAME?");
  expect(await valueOf("=SUMS.ABSENT()")).toBe("#VALUE!");
});

test("too many and too few arguments are #VALUE!, and no call is made", async () => {
  expect(await valueOf("=SUMS.ADD(1)")).toBe("#VALUE!");
  expect(await valueOf("=SUMS.ADD(1,2,3)")).toBe("#VALUE!");
  expect(counted(office).calls).toBe(0);
});

test("optional arguments left out are null, at the end and between commas", async () => {
  expect(await told("=SUMS.TELL(1,2)")).toEqual([1, [[2]], null]);
  expect(await told("=SUMS.TELL(1,2,)")).toEqual([1, [[2]], null]);
  expect(await told("=SUMS.TELL(1,2,3)")).toEqual([1, [[2]], 3]);
});

test("a matrix parameter gets rows, even of one cell or one value; blank cells are null", async () => {
  await enter(office, "C1:D2", [
    [1, "文"],
    ["", "=TRUE()"],
  ]);
  expect(await told("=SUMS.TELL(C1,C1:D2)")).toEqual([
    1,
    [
      [1, "文"],
      [null, true],
    ],
    null,
  ]);
  expect(await told("=SUMS.TELL(C2,D1)")).toEqual([null, [["文"]], null]);
  expect(await told("=SUMS.TELL(1,{1,2;3,4})")).toEqual([
    1,
    [
      [1, 2],
      [3, 4],
    ],
    null,
  ]);
});

test("a repeating parameter gets a list of all that is given", async () => {
  expect(await told("=SUMS.ALL(1)")).toEqual([1, []]);
  expect(await told("=SUMS.ALL(1,2,{3,4})")).toEqual([1, [[[2]], [[3, 4]]]]);
});

test("a scalar parameter does not take several cells: #CALC!", async () => {
  expect(await valueOf("=SUMS.ADD(C1:C2,1)")).toBe("#CALC!");
});

test("an error in an argument goes to the function where it takes errors, else it is the result", async () => {
  expect(await told("=SUMS.TELL(NA(),1)")).toEqual([{ error: "#N/A" }, [[1]], null]);
  await enter(office, "C1", [["=1/0"]]);
  expect(await told("=SUMS.TELL(1,C1:C2)")).toEqual([1, [[{ error: "#DIV/0!" }], [null]], null]);
  expect(await valueOf("=SUMS.ADD(NA(),1)")).toBe("#N/A");
  expect(await valueOf("=SUMS.ADD(C1,1)")).toBe("#DIV/0!");
});

test("a change of an input calls the functions that depend on it, and no others", async () => {
  await enter(office, "A1:B2", [
    [1, "=SUMS.ADD(A1,1)"],
    [2, "=SUMS.ADD(A2,1)"],
  ]);
  await office.host.settle();
  const before = counted(office).calls;
  await enter(office, "A1", [[10]]);
  await office.host.settle();
  expect(await valuesOf(office, "B1:B2")).toEqual([[11], [3]]);
  expect(counted(office).calls - before).toBe(1);
});

test("a change while calls are under way wins over the answer to the old ones", async () => {
  await enter(office, "A1:B1", [[1, "=SUMS.ADD(A1,1)"]]);
  expect(await valuesOf(office, "B1")).toEqual([["#BUSY!"]]);
  await enter(office, "A1", [[50]]);
  await office.host.settle();
  expect(await valuesOf(office, "B1")).toEqual([[51]]);
});

test("a runtime of before results as arrays is understood too", async () => {
  office.close();
  office = await startSums(undefined, { sets: { ...office.host.sets, CustomFunctions: "1.6" } });
  expect(await valueOf("=SUMS.ADD(1,2)")).toBe(3);
  expect(await valueOf('=SUMS.FAIL("text")')).toBe("#VALUE!");
  expect(office.host.errorMessage("Sheet1", 0, 0)).toBe("权重不是数字");
});

test("while a cell is being edited results wait, and come afterwards", async () => {
  await enter(office, "A1", [["=SUMS.ADD(1,2)"]]);
  office.host.faults.cellEditing = true;
  expect(await valuesOf(office, "A1")).toEqual([["#BUSY!"]]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await valuesOf(office, "A1")).toEqual([["#BUSY!"]]);
  office.host.faults.cellEditing = false;
  await office.host.settle();
  expect(await valuesOf(office, "A1")).toEqual([[3]]);
});
