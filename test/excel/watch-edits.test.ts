import { addSheets } from "../../src/excel/add-sheets";
import { markTab } from "../../src/excel/tabs";
import { watchEdits } from "../../src/excel/watch-edits";
import { emptyDocument, startOffice, type TestOffice } from "../workbench/office";

jest.setTimeout(60_000);

let office: TestOffice;
let heard: number;
let stop: () => void;
async function open(...[options]: readonly Parameters<typeof startOffice>[1][]): Promise<void> {
  office = await startOffice(emptyDocument("台账", "融合总览", "名册"), options);
  await Excel.run(async (context) => {
    markTab(context.workbook.worksheets.getItem("融合总览"), "overview", "融合总览");
    await context.sync();
  });
  heard = 0;
  stop = watchEdits(() => (heard += 1));
  await listening();
}
/** Excel tells of changes from the end of the request that asks for it; a second one lists the sheets. */
async function listening(): Promise<void> {
  for (let request = 0; request < 2; request += 1)
    await Excel.run(async (context) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
    });
}
beforeEach(() => open());
afterEach(async () => {
  stop();
  await Excel.run((context) => context.sync());
  office.close();
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
/** Waits until something has happened; fails where it does not. */
async function until(hasHappened: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !hasHappened(); turn += 1) await pause();
  expect(hasHappened()).toBe(true);
}
/** What happens before this was told, where it is told at all: a change of the clerk's ledger comes last. */
async function afterAnEdit(): Promise<number> {
  await pause();
  const before = heard;
  office.host.type("台账!A1", "支部");
  await until(() => heard > before);
  return heard;
}
const sheets = (change: (worksheets: Excel.WorksheetCollection) => void) =>
  Excel.run(async (context) => {
    change(context.workbook.worksheets);
    await context.sync();
  });

test("a change of the clerk's ledgers is told", async () => {
  expect(await afterAnEdit()).toBe(1);
});

test("a change in one of the add-in's own tabs is not told", async () => {
  office.host.type("融合总览!A1", "批注");
  expect(await afterAnEdit()).toBe(1);
});

test("a change is told, too, where Excel does not say whose sheet it is", async () => {
  office.host.faults.failure = { request: 1, code: "GeneralException", after: false };
  office.host.type("台账!A1", "支部");
  await until(() => heard === 1);
});

test("what the add-in writes itself is not told", async () => {
  await sheets((worksheets) => (worksheets.getItem("台账").getRange("B2").values = [["办案"]]));
  expect(await afterAnEdit()).toBe(1);
});

test("a sheet that the clerk adds is told, and so is the deletion of one, whether it was there or added since", async () => {
  await sheets((worksheets) => worksheets.add("整改台账"));
  await until(() => heard === 1);
  await sheets((worksheets) => worksheets.getItem("整改台账").delete());
  await until(() => heard === 2);
  await sheets((worksheets) => worksheets.getItem("名册").delete());
  await until(() => heard === 3);
  expect(await afterAnEdit()).toBe(4);
});

test("tabs that a run adds are not told, nor is their deletion", async () => {
  await sheets((worksheets) => {
    for (const key of ["scores", "tasks"]) markTab(worksheets.add(key), key, key);
  });
  await sheets((worksheets) => {
    for (const name of ["scores", "融合总览"]) worksheets.getItem(name).delete();
  });
  expect(await afterAnEdit()).toBe(1);
});

test("a copy that the clerk makes of a tab is not told, nor is its deletion: it is not read", async () => {
  await sheets((worksheets) => worksheets.add("融合总览 (2)"));
  await sheets((worksheets) => worksheets.add("整改台账"));
  await until(() => heard === 1);
  await sheets((worksheets) => worksheets.getItem("融合总览 (2)").delete());
  expect(await afterAnEdit()).toBe(2);
});

test("sheets that the add-in makes for the clerk are not told, but what she does with them", async () => {
  const sheet = { name: "任务清单", columns: [], rows: [], cellLists: [], example: false };
  const column = { header: "支部", width: 10, format: null, list: null };
  expect(await addSheets([{ ...sheet, columns: [column] }])).toMatchObject({ added: ["任务清单"] });
  expect(await afterAnEdit()).toBe(1);
  await sheets((worksheets) => worksheets.getItem("任务清单").delete());
  await until(() => heard === 2);
  await sheets((worksheets) => worksheets.add("任务清单"));
  await until(() => heard === 3);
  expect(await afterAnEdit()).toBe(4);
});

test("a new name of a ledger is told where Excel tells of it, that of a tab is not", async () => {
  stop();
  office.close();
  await open({ sets: { ExcelApi: "1.17", ExcelApiOnline: "1.1" } });
  await sheets((worksheets) => (worksheets.getItem("融合总览").name = "全院总览"));
  expect(await afterAnEdit()).toBe(1);
  await sheets((worksheets) => (worksheets.getItem("台账").name = "活动台账"));
  await until(() => heard === 2);
});

test("nothing is told after the watch has ended", async () => {
  stop();
  let others = 0;
  const stopOther = watchEdits(() => (others += 1));
  await listening();
  await sheets((worksheets) => worksheets.getItem("名册").delete());
  office.host.type("台账!A1", "支部");
  await until(() => others > 0);
  stopOther();
  expect(heard).toBe(0);
});
