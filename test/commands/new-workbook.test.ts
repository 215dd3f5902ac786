import { NO_CHOICES } from "../../src/core/choices";
import { TABLES } from "../../src/core/ledger/schema";
import { lookAtWorkbook } from "../../src/commands/look-at-workbook";
import { copyScheme, newWorkbook } from "../../src/commands/new-workbook";
import { removeAssessment } from "../../src/commands/remove-assessment";
import { runChosen } from "../../src/commands/run-chosen";
import { workbookOf } from "../support/workbook-file";
import { openOffice, sheetNames } from "../excel/opened";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

const QUIET = { onProgress: () => undefined, signal: null };
const NAMES = TABLES.map(({ name }) => name);
const run = (period: string | null) => runChosen({ ...NO_CHOICES, period }, "zh-CN", QUIET);
/** Appends rows to a table, as typing below it does. */
const append = (name: string, ...rows: readonly Readonly<Record<string, string>>[]) =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const header = table.getHeaderRowRange();
    header.load("values");
    await context.sync();
    const fields: unknown[] = header.values[0] ?? [];
    table.rows.add(
      undefined,
      rows.map((row) => fields.map((field) => row[String(field)] ?? "")),
    );
    await context.sync();
  });
const fingerprint = () =>
  /"schemeFingerprint":"([0-9a-f]{12})"/u.exec(office.host.toDocument().customXml[0]?.xml ?? "")?.[1];

describe("新建评估工作簿", () => {
  it("adds a sheet for each table to an empty workbook, where all are found empty", async () => {
    office = await openOffice(emptyDocument());
    expect(await newWorkbook()).toEqual({ added: NAMES, taken: [], issues: [] });
    expect(sheetNames(office)).toEqual(["Sheet1", ...NAMES]);
    const looked = await lookAtWorkbook(NO_CHOICES, QUIET);
    if (looked.kind === "failed") throw new Error(looked.issue.code);
    expect(looked.look.tables.map(({ table, state, rows }) => [table, state, rows])).toEqual(
      NAMES.map((name) => [name, "found", 0]),
    );
  });

  it("leaves the clerk's sheets of those names alone", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const { added, taken } = await newWorkbook();
    expect(taken).toEqual(["支部名册", "活动台账"]);
    expect([...taken, ...added].sort()).toEqual([...NAMES].sort());
    expect(await newWorkbook()).toEqual({ added: [], taken: NAMES, issues: [] });
  });

  it("adds nothing where the structure of the workbook is protected, and says what is in the way", async () => {
    office = await openOffice({ ...emptyDocument(), isStructureProtected: true });
    const { added, issues } = await newWorkbook();
    expect(added).toEqual([]);
    expect(issues).toMatchObject([{ code: "structureProtected", params: { tabs: NAMES.join("、") } }]);
  });

  it("gives a workbook that asks for a period before anything is entered, and is assessed once a branch is", async () => {
    office = await openOffice(emptyDocument());
    await newWorkbook();
    expect(await run(null)).toMatchObject({ kind: "refused", because: "period" });
    await append("支部名册", { 支部: "第一检察部党支部" }, { 支部: "第二检察部党支部" });
    await append("活动台账", { 支部: "第一检察部党支部", 日期: "2021-04-06", 类别: "主题党日" });
    const end = await run("2021");
    expect(end).toMatchObject({
      kind: "assessed",
      overview: { summary: { branches: 2, bands: [{ name: "未评", branches: 2 }] } },
    });
  });

  it("says that no branch was entered yet", async () => {
    office = await openOffice(emptyDocument());
    await newWorkbook();
    const end = await run("2021");
    expect(end).toMatchObject({ kind: "refused", because: "nothing" });
    expect(end.kind === "assessed" ? null : end.issues.at(-1)).toMatchObject({ code: "noBranches" });
  });
});

describe("the scheme copied into the workbook", () => {
  it("is used from then on and gives the same fingerprint and figures", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const before = await run("2021");
    const builtIn = fingerprint();
    expect(await copyScheme()).toEqual({ added: ["评分标准", "参数", "对策库"], taken: [], issues: [] });
    const after = await run("2021");
    expect(fingerprint()).toBe(builtIn);
    expect(after).toMatchObject({ kind: "assessed", changes: { schemeChanged: false, branches: [] } });
    expect(before.kind).toBe("assessed");
    const looked = await lookAtWorkbook(NO_CHOICES, QUIET);
    expect(looked).toMatchObject({ look: { scheme: { source: "workbook", indicators: 23 } } });
    const told = looked.kind === "seen" ? looked.look.problems.map(({ code }) => code) : [];
    expect(told.filter((code) => /^(scheme|parameter)/u.test(code))).toEqual([]);
  });

  it("adds only the tab that is missing, with what the other says", async () => {
    const parameters = [
      ["参数", "值"],
      ["耦合公式", "standard"],
    ];
    office = await openOffice(workbookOf({ ...LEDGERS, "参数（2021）": parameters }));
    expect(await copyScheme()).toMatchObject({ added: ["评分标准", "对策库"], issues: [] });
    expect(sheetNames(office)).not.toContain("参数");
  });

  it("adds 对策库 alone where scheme and parameters are there, and proposes its measures from then on", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await copyScheme();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("对策库").delete();
      await context.sync();
    });
    expect(await copyScheme()).toEqual({ added: ["对策库"], taken: [], issues: [] });
    await Excel.run(async (context) => {
      const rows = context.workbook.tables.getItem("对策库").getDataBodyRange();
      rows.load("values");
      await context.sync();
      rows.values = rows.values.map((row: readonly unknown[]) =>
        row.map((cell, index) => (index === 3 ? "本院自定的对策" : cell)),
      );
      await context.sync();
    });
    expect((await run("2021")).kind).toBe("assessed");
    const { sheets } = office.host.toDocument().snapshot;
    const tasks = JSON.stringify(Object.values(sheets).find(({ name }) => name === "整改任务")?.cellData);
    expect(tasks).toContain("本院自定的对策");
    expect(tasks).not.toContain("活动方案先写业务结合点");
  });

  it("leaves all alone where all are there", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await copyScheme();
    const names = sheetNames(office);
    expect(await copyScheme()).toMatchObject({
      added: [],
      taken: ["评分标准", "参数", "对策库"],
      issues: [{ code: "schemeStands" }],
    });
    expect(sheetNames(office)).toEqual(names);
  });

  it("is not added where the structure of the workbook is protected", async () => {
    office = await openOffice({ ...workbookOf(LEDGERS), isStructureProtected: true });
    expect(await copyScheme()).toMatchObject({
      added: [],
      issues: [{ code: "structureProtected", params: { tabs: "评分标准、参数、对策库" } }],
    });
  });

  it("is not made of a scheme that cannot be read", async () => {
    office = await openOffice(workbookOf({ ...LEDGERS, 评分标准: [["代码"], ["D1"]] }));
    expect(await copyScheme()).toMatchObject({ added: [], issues: [{ code: "schemeColumnMissing" }] });
  });
});

test("removing waits for no run: while one is under way it says so", async () => {
  office = await openOffice(workbookOf(LEDGERS));
  const [end, removal] = await Promise.all([run("2021"), removeAssessment({ everyTrace: true })]);
  expect(end.kind).toBe("assessed");
  expect(removal).toMatchObject({ removed: [], issues: [{ code: "underWay" }] });
  expect((await removeAssessment({ everyTrace: true })).removed).toEqual(
    expect.arrayContaining(["融合总览", "指标得分", "口径说明"]),
  );
  expect(sheetNames(office)).toEqual(Object.keys(LEDGERS));
});
