import { emptyDocument, startOffice, type TestOffice } from "../office";

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice(emptyDocument("台账", "评估表"));
});
afterEach(() => office.close());

/** Listens to the changes of all worksheets; gives what was told, and a way to stop. */
async function listen() {
  const told: string[] = [];
  const handler = await office.Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(({ address, worksheetId, triggerSource }) => {
      told.push(`${worksheetId} ${address} ${String(triggerSource)}`);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  const stop = async () => {
    handler.remove();
    await handler.context.sync();
  };
  return { told, stop };
}

/** Events arrive when the page has its turn, as in Excel. */
async function arrived(told: readonly string[]): Promise<void> {
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("a page that listens hears which cell a person changed, and what is in it then", async () => {
  const { told } = await listen();
  office.host.type("台账!B3", "办案");
  await arrived(told);
  expect(told).toEqual(["{sheet1} B3 Unknown"]);
  const read = await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("台账").getRange("B3");
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(read).toEqual([["办案"]]);
});

test("what the page itself writes is told as its own, once for each sheet of a request", async () => {
  const { told } = await listen();
  await office.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("评估表").getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    worksheets.getItem("评估表").getRange("D5").values = [[5]];
    await context.sync();
  });
  await arrived(told);
  expect(told).toEqual(["{sheet2} A1:D5 ThisLocalAddin"]);
});

test("a page hears nothing before it listens, nor after it stopped", async () => {
  office.host.type("台账!A1", 1);
  const first = await listen();
  await first.stop();
  const second = await listen();
  office.host.type("台账!A2", 2);
  await arrived(second.told);
  expect(first.told).toEqual([]);
  expect(second.told).toEqual(["{sheet1} A2 Unknown"]);
});

test("an Excel that tells of new names says what the sheet was called before, whoever renamed it", async () => {
  office.close();
  office = await startOffice(emptyDocument("台账", "评估表"), { sets: { ExcelApi: "1.17", ExcelApiOnline: "1.1" } });
  const told: string[] = [];
  await office.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onNameChanged.add(({ worksheetId, nameBefore, nameAfter }) => {
      told.push(`${worksheetId} ${nameBefore} ${nameAfter}`);
      return Promise.resolve();
    });
    await context.sync();
    worksheets.getItem("台账").name = "活动台账";
    await context.sync();
  });
  await arrived(told);
  expect(told).toEqual(["{sheet1} 台账 活动台账"]);
});

test("whoever stops listening does not stop the others", async () => {
  const first = await listen();
  const second = await listen();
  await first.stop();
  office.host.type("台账!A1", 1);
  await arrived(second.told);
  expect(first.told).toEqual([]);
});
