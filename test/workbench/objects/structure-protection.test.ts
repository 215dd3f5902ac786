import { emptyDocument, startOffice, type TestOffice } from "../office";

let office: TestOffice;
afterEach(() => office.close());

test("a workbook whose structure is protected adds, deletes, renames, moves and hides no sheet, and takes values", async () => {
  office = await startOffice({ ...emptyDocument("甲", "乙"), isStructureProtected: true });
  const refused: readonly ((sheets: Excel.WorksheetCollection) => unknown)[] = [
    (sheets) => sheets.add("丙"),
    (sheets) => sheets.getItem("乙").delete(),
    (sheets) => (sheets.getItem("乙").name = "丙"),
    (sheets) => (sheets.getItem("乙").position = 0),
    (sheets) => (sheets.getItem("乙").visibility = "Hidden"),
  ];
  for (const change of refused) {
    const done = Excel.run(async (context) => {
      change(context.workbook.worksheets);
      await context.sync();
    });
    await expect(done).rejects.toMatchObject({ code: "AccessDenied" });
  }
  await Excel.run(async (context) => {
    const { protection, worksheets } = context.workbook;
    protection.load("protected");
    worksheets.getItem("甲").getRange("A1").values = [[1]];
    worksheets.load("items/name");
    await context.sync();
    expect(protection.protected).toBe(true);
    expect(worksheets.items.map(({ name }) => name)).toEqual(["甲", "乙"]);
  });
});
