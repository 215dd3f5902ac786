import type { NewSheet } from "../../src/core/template/new-sheet";
import { addSheets } from "../../src/excel/add-sheets";
import { open as openFile } from "../../src/workbench/files/open";
import { save } from "../../src/workbench/files/save";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { openOffice, sheetNames } from "./opened";
import { picture } from "./picture";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

const column = (header: string) => ({ header, width: 12, format: null, list: null });
const ROSTER: NewSheet = {
  name: "支部名册",
  columns: [
    column("支部"),
    { ...column("类型"), list: { values: ["业务", "综合"], strict: true } },
    { ...column("成立日期"), format: "date" },
    { ...column("期间"), format: "text" },
  ],
  rows: [["示例：甲支部", "业务", 43466, "2021-04"]],
  example: true,
  cellLists: [{ row: 0, column: 3, list: { values: ["2021", "2022"], strict: false } }],
};
const PLAIN: NewSheet = {
  name: "参数",
  columns: [column("参数"), column("值")],
  rows: [
    ["可评率下限", "2/3"],
    ["=1+1", 5],
  ],
  example: false,
  cellLists: [],
};

/** Reads something of a sheet. */
const read = <T>(sheet: string, batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  Excel.run((context) => batch(context.workbook.worksheets.getItem(sheet), context));

describe("adding sheets for the clerk", () => {
  it("writes the cells as they are, as a table below a frozen header, and marks nothing as the add-in's", async () => {
    office = await openOffice(emptyDocument("我的表"));
    expect(await addSheets([ROSTER, PLAIN])).toEqual({ added: ["支部名册", "参数"], taken: [], issues: [] });
    expect(sheetNames(office)).toEqual(["我的表", "支部名册", "参数"]);
    const found = await read("参数", async (sheet, context) => {
      const used = sheet.getUsedRange(true);
      used.load("values");
      sheet.tables.load("items/name, items/style");
      const frozen = sheet.freezePanes.getLocation();
      frozen.load("rowCount");
      const mark = sheet.customProperties.getItemOrNullObject("ronghe.tab");
      await context.sync();
      return {
        values: used.values,
        tables: sheet.tables.items.map(({ name }) => name),
        frozen: frozen.rowCount,
        marked: !mark.isNullObject,
      };
    });
    expect(found).toEqual({
      values: [
        ["参数", "值"],
        ["可评率下限", "2/3"],
        ["=1+1", 5],
      ],
      tables: ["参数"],
      frozen: 1,
      marked: false,
    });
  });

  it("shows the first of them", async () => {
    office = await openOffice(emptyDocument("我的表"));
    await addSheets([ROSTER, PLAIN]);
    const active = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    });
    expect(active).toBe("支部名册");
  });

  it("gives lists, dates and texts to the rows that the clerk will fill", async () => {
    office = await openOffice();
    await addSheets([ROSTER]);
    const found = await read("支部名册", async (sheet, context) => {
      const ranges = ["B2", "B900", "D2", "A2", "C150", "D150", "A150"].map((address) => sheet.getRange(address));
      for (const range of ranges) range.load("numberFormat, dataValidation/type, dataValidation/errorAlert");
      await context.sync();
      return ranges.map(({ numberFormat, dataValidation: { type, errorAlert } }) => [
        String(numberFormat[0]?.[0]),
        type,
        errorAlert.style,
      ]);
    });
    expect(found).toEqual([
      ["General", "List", "Stop"],
      ["General", "List", "Stop"],
      ["@", "List", "Warning"],
      ["General", "None", "Stop"],
      ["yyyy-mm-dd", "None", "Stop"],
      ["@", "None", "Stop"],
      ["General", "None", "Stop"],
    ]);
  });

  it("keeps the lists in the saved file", async () => {
    office = await openOffice();
    await addSheets([ROSTER]);
    await office.host.settle();
    const again = openFile(save(office.host.toDocument()));
    if (again.kind !== "opened") throw new Error(again.kind);
    const { snapshot, sheets } = again.document;
    const id = snapshot.sheetOrder.find((one) => snapshot.sheets[one]?.name === "支部名册") ?? "";
    expect(sheets[id]?.dataValidations).toMatchObject([
      { values: ["业务", "综合"], boxes: [{ top: 1, left: 1, bottom: 1000, right: 1 }] },
      { values: ["2021", "2022"] },
    ]);
    expect(sheets[id]?.tables).toMatchObject([{ name: "支部名册", style: "TableStyleLight1" }]);
  });

  it("leaves sheets of the same name alone and says so, whatever their case", async () => {
    office = await openOffice(emptyDocument("参数", "Roster"));
    const before = await picture(office.host);
    const rosters = [PLAIN, { ...ROSTER, name: "ROSTER" }];
    expect(await addSheets(rosters)).toEqual({ added: [], taken: ["参数", "ROSTER"], issues: [] });
    expect(await picture(office.host)).toEqual(before);
  });

  it("lets Excel name the table where the name is used already", async () => {
    office = await openOffice(emptyDocument("甲"));
    await Excel.run(async (context) => {
      context.workbook.names.add("参数", context.workbook.worksheets.getItem("甲").getRange("A1"));
      await context.sync();
    });
    expect(await addSheets([PLAIN])).toMatchObject({ added: ["参数"], issues: [] });
  });

  it("leaves out a list that is too long for a rule", async () => {
    office = await openOffice();
    const values = Array.from({ length: 60 }, (_, index) => `很长的值${index}`);
    const long = { ...PLAIN, columns: [{ ...column("参数"), list: { values, strict: true } }, column("值")] };
    expect(await addSheets([long])).toMatchObject({ added: ["参数"], issues: [] });
  });
});

describe("a failure while adding", () => {
  it.each([
    [1, false],
    [2, false],
    [2, true],
  ])("leaves the workbook as it was (request %i, carried out: %s)", async (request, after) => {
    office = await openOffice(emptyDocument("我的表"));
    const before = await picture(office.host);
    office.host.faults.failure = { request, code: 5102, after };
    const { added, issues } = await addSheets([ROSTER, PLAIN]);
    expect(added).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(request === 1 ? ["busy"] : ["busy", "restored"]);
    expect(await picture(office.host)).toEqual(before);
  });

  it("midway, at a name that only a chart has, takes back what was added before", async () => {
    office = await openOffice(emptyDocument("我的表"));
    const { added, issues } = await addSheets([ROSTER, { ...PLAIN, name: "History" }]);
    expect(added).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual([expect.any(String), "restored"]);
    expect(sheetNames(office)).toEqual(["我的表"]);
  });
});
