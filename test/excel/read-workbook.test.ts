import { textsIn } from "../../src/commands/texts";
import { readWorkbook, type ReadRequest } from "../../src/excel/read-workbook";
import type { TestOffice } from "../workbench/office";
import { emptyDocument, startOffice } from "../workbench/office";

// A workbook and the whole library are opened anew for each test; on a busy machine that takes longer than usual.
jest.setTimeout(60_000);

const everything: ReadRequest = { formatsWanted: () => Promise.resolve([]), onProgress: () => undefined };

describe("reading the workbook", () => {
  let office: TestOffice | null = null;
  const start = async (...args: Parameters<typeof startOffice>) => (office = await startOffice(...args));
  afterEach(() => {
    office?.close();
    office = null;
  });

  async function fill(sheet: string, address: string, values: readonly (readonly unknown[])[]): Promise<void> {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.values = values.map((row) => [...row]);
      await context.sync();
    });
  }

  const grids = async (request: ReadRequest = everything) => {
    const read = await readWorkbook(request);
    if (!read.ok) throw new Error(read.issue.code);
    return read.value;
  };

  it("gives the used range of every sheet with its place, values and merged areas", async () => {
    await start(emptyDocument("名册", "台账", "空表"));
    await fill("名册", "B2:C3", [
      ["支部", "党员数"],
      ["第一检察部党支部", 12],
    ]);
    await fill("台账", "A1:A2", [["日期"], [44292]]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("名册").getRange("B2:C2").merge(false);
      await context.sync();
    });
    const { sheets, date1904, mapping } = await grids();
    expect(sheets).toEqual([
      {
        name: "名册",
        row: 1,
        column: 1,
        values: [
          ["支部", ""],
          ["第一检察部党支部", 12],
        ],
        merges: [{ row: 1, column: 1, rowCount: 1, columnCount: 2 }],
        tables: [],
        formats: [],
      },
      { name: "台账", row: 0, column: 0, values: [["日期"], [44292]], merges: [], tables: [], formats: [] },
    ]);
    expect([date1904, mapping]).toEqual([false, null]);
  });

  it("tells a workbook that counts days from 1904", async () => {
    await start({ ...emptyDocument(), date1904: true });
    expect((await grids()).date1904).toBe(true);
  });

  it("hands over the confirmed column mapping as text", async () => {
    await start({ ...emptyDocument(), settings: { "ronghe.mapping": JSON.stringify({ 活动台账: { 日期: "B" } }) } });
    expect((await grids()).mapping).toBe('{"活动台账":{"日期":"B"}}');
  });

  it("passes over the add-in's own tabs, whatever they are called", async () => {
    const document = emptyDocument("台账", "随便");
    document.sheets.sheet2?.customProperties.push({ key: "ronghe.tab", value: "overview" });
    await start(document);
    await fill("台账", "A1", [["日期"]]);
    await fill("随便", "A1", [["融合总览"]]);
    expect((await grids()).sheets.map(({ name }) => name)).toEqual(["台账"]);
  });

  it("reads hidden sheets too", async () => {
    const document = emptyDocument("台账", "隐藏");
    await start(document);
    await fill("隐藏", "A1", [["日期"]]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("隐藏").visibility = "Hidden";
      await context.sync();
    });
    expect((await grids()).sheets.map(({ name }) => name)).toEqual(["隐藏"]);
  });

  it("reads number formats of just the columns asked for", async () => {
    await start(emptyDocument("台账"));
    await fill("台账", "A1:B3", [
      ["日期", "比例"],
      [44292, 0.5],
      [44293, 0.6],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("台账").getRange("B2").numberFormat = [["0%"]];
      await context.sync();
    });
    const { sheets } = await grids({
      ...everything,
      formatsWanted: ({ sheets: [sheet] }) =>
        Promise.resolve([{ sheet: sheet?.name ?? "", area: { row: 1, column: 1, rowCount: 2, columnCount: 1 } }]),
    });
    expect(sheets[0]?.formats).toEqual([{ column: 1, row: 1, formats: ["0%", "General"] }]);
  });

  it("takes as many round trips for many sheets as for one", async () => {
    const count = async (names: readonly string[]) => {
      const { host } = await start(emptyDocument(...names));
      for (const name of names) await fill(name, "A1:A2", [["日期"], [1]]);
      const before = host.requestCount();
      await grids();
      const requests = host.requestCount() - before;
      office?.close();
      office = null;
      return requests;
    };
    expect(await count(["一"])).toBe(await count(["一", "二", "三", "四", "五", "六", "七"]));
  });

  it("reads in smaller pieces where a response would be too large, and loses nothing", async () => {
    const { host } = await start(emptyDocument("台账"), { payloadLimit: 20_000 });
    const rows = Array.from({ length: 400 }, (_, row) => [row, `第${row}条记录，内容较长较长较长较长`]);
    for (let row = 0; row < 400; row += 100)
      await fill("台账", `A${row + 1}:B${row + 100}`, rows.slice(row, row + 100));
    const told: number[] = [];
    const { sheets } = await grids({ ...everything, onProgress: (done) => told.push(done) });
    expect(sheets[0]?.values).toEqual(rows);
    expect(told.at(-1)).toBe(800);
    expect(told.length).toBeGreaterThan(1);
    expect(host.requestCount()).toBeLessThan(40);
  });

  it("says so where a single row is more than Excel can hand over", async () => {
    await start(emptyDocument("台账"), { payloadLimit: 3_000 });
    for (let column = 0; column < 4; column += 1) await fill("台账", `${"ABCD".charAt(column)}1`, [["长".repeat(300)]]);
    expect(await readWorkbook(everything)).toMatchObject({
      ok: false,
      issue: { code: "tooMuchData", severity: "error" },
    });
  });

  it("refuses a sheet whose used range no ledger can have", async () => {
    await start(emptyDocument("台账"));
    await fill("台账", "A1", [["日期"]]);
    await fill("台账", "Z1048576", [["x"]]);
    expect(await readWorkbook(everything)).toMatchObject({
      ok: false,
      issue: { code: "sheetTooLarge", params: { sheet: "台账", area: "A1:Z1048576" } },
    });
  });

  it("reports what Excel refuses, by its code", async () => {
    const { host } = await start();
    for (const [code, issue] of [
      [5004, "cellEdit"],
      [5102, "busy"],
      [7000, "protected"],
      ["ItemNotFound", "gone"],
      ["ApiNotFound", "unsupported"],
      ["GeneralException", "excelFailed"],
    ] as const) {
      host.faults.failure = { request: 1, code, after: false };
      expect(await readWorkbook(everything)).toMatchObject({ ok: false, issue: { code: issue, severity: "error" } });
    }
  });

  it("says what an older Excel lacks without naming members, which stay among the details", async () => {
    const { host } = await start();
    host.faults.failure = { request: 1, code: "ApiNotFound", after: false };
    const read = await readWorkbook(everything);
    if (read.ok) throw new Error("It was read.");
    expect(Object.keys(read.issue.params)).toContain("where");
    expect(textsIn("zh-CN").issue(read.issue)).toBe("当前Excel版本缺少所需功能，请升级后重试");
    expect(textsIn("en-US").issue(read.issue)).not.toMatch(/[().]\w/u);
  });
});
