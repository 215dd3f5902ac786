import { startOffice, type TestOffice } from "../office";

let office: TestOffice;
afterEach(() => office.close());

const write = (value: unknown, options: Excel.RunOptions = {}) =>
  office.Excel.run(options, async (context) => {
    Reflect.set(context.workbook.worksheets.getItem("Sheet1").getRange("A1"), "values", value);
    await context.sync();
  });
const read = () =>
  office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    range.load("values");
    await context.sync();
    return range.values;
  });

describe("while the user edits a cell", () => {
  beforeEach(async () => {
    office = await startOffice();
    office.host.faults.cellEditing = true;
  });

  test("a write is refused", async () => {
    await expect(write(1)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  });

  test("a write that may wait is carried out when editing ends", async () => {
    const writing = write(1, { delayForCellEdit: true });
    const first = await Promise.race([
      writing.then(() => "written"),
      new Promise((resolve) => setTimeout(() => resolve("waiting"), 100)),
    ]);
    expect(first).toBe("waiting");
    office.host.faults.cellEditing = false;
    await writing;
    expect(await read()).toEqual([[1]]);
  });

  test("a write that waits is let go where the host is given up", async () => {
    const writing = write(1, { delayForCellEdit: true });
    const ended = expect(writing).rejects.toMatchObject({ code: "GeneralException" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    office.host.dispose();
    await ended;
  });
});

test("a request above the limit is refused as a whole", async () => {
  office = await startOffice(undefined, { payloadLimit: 3000 });
  await expect(write("字".repeat(1000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  expect(await read()).toEqual([[""]]);
});

test("an answer above the limit is refused after the batch was carried out", async () => {
  office = await startOffice(undefined, { payloadLimit: 3000 });
  await expect(
    office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A40");
      Reflect.set(range, "values", "字".repeat(40));
      range.load("values");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  expect(await read()).toEqual([["字".repeat(40)]]);
});

test.each([
  ["before", false, ""],
  ["after", true, 2],
])("the second request fails %s it is carried out, the others do not", async (_when, after, left) => {
  office = await startOffice();
  office.host.faults.failure = { request: 2, code: "GeneralException", after };
  await write("");
  await expect(write(2)).rejects.toMatchObject({ code: "GeneralException" });
  expect(await read()).toEqual([[left]]);
});

test("a request can fail with a number of its own", async () => {
  office = await startOffice();
  office.host.faults.failure = { request: 1, code: 5102, after: false };
  await expect(write(2)).rejects.toMatchObject({ code: "ActivityLimitReached" });
});

test("answers can be held back", async () => {
  office = await startOffice();
  office.host.faults.latency = 50;
  const started = performance.now();
  await write(1);
  expect(performance.now() - started).toBeGreaterThanOrEqual(49);
});

test("every sync counts as one request, what the library does for itself as none", async () => {
  office = await startOffice();
  const before = office.host.requestCount();
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    range.load("values");
    await context.sync();
    range.values = [[1]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(office.host.requestCount() - before).toBe(2);
});

test("a member above the offered requirement set is not found, a missing sync gives nothing", async () => {
  office = await startOffice(undefined, { sets: { ExcelApi: "1.8" } });
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.pageLayout.orientation = "Landscape";
    await expect(context.sync()).rejects.toMatchObject({
      code: "ApiNotFound",
      debugInfo: { errorLocation: "Worksheet.pageLayout" },
    });
    const range = sheet.getRange("A1").load("values");
    expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    await context.sync();
  });
  expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(false);
});

test("a member that is not implemented is refused by its name", async () => {
  office = await startOffice();
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").shapes.load("items/name");
    await expect(context.sync()).rejects.toMatchObject({
      code: "NotImplemented",
      message: expect.stringContaining("Worksheet.shapes"),
    });
  });
});
