import { selectCell } from "../../src/excel/select-cell";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { openOffice } from "./opened";

jest.setTimeout(60_000);

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice(emptyDocument("名册", "活动 台账", "隐藏", "深度隐藏"));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("隐藏").visibility = "Hidden";
    context.workbook.worksheets.getItem("深度隐藏").visibility = "VeryHidden";
    await context.sync();
  });
});
afterEach(() => office.close());

const selected = () =>
  Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  });

describe("showing a cell", () => {
  it("brings its sheet to the front and selects it", async () => {
    expect(await selectCell({ sheet: "活动 台账", cell: "B5" })).toBeNull();
    expect(await selected()).toBe("'活动 台账'!B5");
    expect(await selectCell({ sheet: "名册", cell: "A2:C3" })).toBeNull();
    expect(await selected()).toBe("名册!A2:C3");
  });

  it("leaves a hidden sheet hidden and names it", async () => {
    const before = await selected();
    expect(await selectCell({ sheet: "隐藏", cell: "A1" })).toMatchObject({
      code: "sheetHidden",
      params: { sheet: "隐藏", cell: "A1" },
    });
    expect(await selected()).toBe(before);
  });

  it("does not ask to unhide a sheet that Excel's menus cannot show", async () => {
    expect(await selectCell({ sheet: "深度隐藏", cell: "A1" })).toMatchObject({
      code: "sheetVeryHidden",
      params: { sheet: "深度隐藏", cell: "A1" },
    });
  });

  it("says when the sheet is not there any more", async () => {
    expect(await selectCell({ sheet: "没有", cell: "A1" })).toMatchObject({ code: "sheetMissing" });
  });

  it("says what Excel refuses", async () => {
    office.host.faults.failure = { request: 1, code: 5004, after: false };
    expect(await selectCell({ sheet: "名册", cell: "A1" })).toMatchObject({ code: "cellEdit" });
  });
});
