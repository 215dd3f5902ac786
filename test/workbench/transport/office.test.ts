import { startOffice, type TestOffice } from "../office";

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.close());

test("values written by the genuine client are read back", async () => {
  const { Excel } = office;
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      [1, "甲"],
      ["=A1+1", true],
    ];
    const range = sheet.getRange("A1:B2");
    range.load("values,formulas,address");
    await context.sync();
    return { values: range.values, formulas: range.formulas, address: range.address };
  });
  expect(read).toEqual({
    values: [
      [1, "甲"],
      [2, true],
    ],
    formulas: [
      [1, "甲"],
      ["=A1+1", true],
    ],
    address: "Sheet1!A1:B2",
  });
});
