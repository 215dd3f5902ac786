import { markTab } from "../../src/excel/tabs";
import { watchEdits } from "../../src/excel/watch-edits";
import { emptyDocument, startOffice, type TestOffice } from "../workbench/office";

let office: TestOffice;
let heard: number;
let stop: () => void;
beforeEach(async () => {
  office = await startOffice(emptyDocument("台账", "融合总览"));
  await Excel.run(async (context) => {
    markTab(context.workbook.worksheets.getItem("融合总览"), "overview");
    await context.sync();
  });
  heard = 0;
  stop = watchEdits(() => (heard += 1));
  // Excel tells of changes from the end of the request that asks for it.
  await Excel.run((context) => context.sync());
});
afterEach(async () => {
  stop();
  await Excel.run((context) => context.sync());
  office.close();
});

/** What happens before this was told, where it is told at all: a change of the clerk's ledger comes last. */
async function afterAnEdit(): Promise<number> {
  const before = heard;
  office.host.type("台账!A1", "支部");
  while (heard === before) await new Promise((resolve) => setTimeout(resolve, 5));
  return heard;
}

test("a change of the clerk's ledgers is told", async () => {
  expect(await afterAnEdit()).toBe(1);
});

test("a change in one of the add-in's own tabs is not told", async () => {
  office.host.type("融合总览!A1", "批注");
  expect(await afterAnEdit()).toBe(1);
});

test("what the add-in writes itself is not told", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("台账").getRange("B2").values = [["办案"]];
    await context.sync();
  });
  expect(await afterAnEdit()).toBe(1);
});

test("nothing is told after the watch has ended", async () => {
  stop();
  let others = 0;
  const stopOther = watchEdits(() => (others += 1));
  await Excel.run((context) => context.sync());
  office.host.type("台账!A1", "支部");
  while (others === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  stopOther();
  expect(heard).toBe(0);
});
