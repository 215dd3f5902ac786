import { NO_CHOICES } from "../../src/core/choices";
import { runChosen } from "../../src/commands/run-chosen";
import { planTasks, sendTasks } from "../../src/commands/send-tasks";
import { removeAssessment } from "../../src/commands/remove-assessment";
import { type Rows, workbookOf } from "../support/workbook-file";
import { openOffice, sheetNames } from "../excel/opened";
import { picture } from "../excel/picture";
import type { TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

const QUIET = { onProgress: () => undefined, signal: null };
const BESIDE = "任务清单（整改）";
const OWN: Rows = [
  ["支部", "任务", "责任人", "期限"],
  ["第一检察部党支部", "开展专题普法", "甲", 44377],
];
const assess = async () => {
  const end = await runChosen({ ...NO_CHOICES, period: "2021" }, "zh-CN", QUIET);
  expect(end.kind).toBe("assessed");
};
async function open(more: Readonly<Record<string, Rows>> = {}): Promise<void> {
  office = await openOffice(workbookOf({ ...LEDGERS, ...more }));
  await assess();
}
const valuesOf = (sheet: string): Promise<readonly (readonly unknown[])[]> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    used.load("values");
    await context.sync();
    return used.values;
  });
/** The rows of a ledger: header → cell. */
async function rowsOf(sheet: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [header = [], ...rows] = await valuesOf(sheet);
  return rows.map((row) => Object.fromEntries(header.map((field, index) => [String(field), row[index]])));
}
const enter = (sheet: string, address: string, value: string | number) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
/** Row of 整改任务 (as Excel counts) in which its first task stands. */
const FIRST = 5;
const plan = async () => {
  const planned = await planTasks();
  if (!planned.ok) throw new Error(planned.issues.map(({ code }) => code).join());
  return planned.plan;
};

describe("发送到任务清单", () => {
  it("makes 任务清单 where the workbook has none, with branch, task, owner and day of every task", async () => {
    await open();
    const before = await plan();
    expect(before).toMatchObject({ sheet: "任务清单", isNew: true, gone: 0 });
    expect(before.unsent).toBe(before.tasks);
    expect(await sendTasks()).toMatchObject({ ok: true });
    const rows = await rowsOf("任务清单");
    const shown = (await valuesOf("整改任务")).slice(FIRST - 1, FIRST - 1 + before.tasks);
    expect(rows.map((row) => [row["支部"], row["任务"], row["责任人"], row["期限"]])).toEqual(
      shown.map((row) => [row[1], row[2], row[5], row[6]]),
    );
    expect(rows[0]).toMatchObject({ 党建部署日: "", 业务部署日: "", 完成日: "" });
  });

  it("changes nothing by planning", async () => {
    await open();
    const before = await picture(office.host);
    await plan();
    expect(await picture(office.host)).toEqual(before);
  });

  it("leaves a 任务清单 of the clerk's alone and makes a sheet beside it, which the next run reads as 任务清单 too", async () => {
    await open({ 任务清单: OWN });
    const own = await valuesOf("任务清单");
    const { tasks } = await plan();
    expect(await sendTasks()).toMatchObject({ ok: true, plan: { sheet: BESIDE, isNew: true } });
    expect(await valuesOf("任务清单")).toEqual(own);
    expect(await rowsOf(BESIDE)).toHaveLength(tasks);
    await assess();
    const { xml = "" } = office.host.toDocument().customXml[0] ?? {};
    expect(xml).toContain(`"任务清单":{"read":${tasks + 1},`);
    const sent = (await valuesOf("整改任务")).slice(FIRST - 1).map((row) => row[10]);
    expect(sent.filter((word) => word === "已列入")).toHaveLength(tasks);
  });

  it("sends 责任人 and 期限 as the clerk left them, wherever their rows stand now", async () => {
    await open();
    await enter("整改任务", `F${FIRST}`, "王五");
    await enter("整改任务", `G${FIRST}`, 44620);
    // As sorting does: two tasks change places.
    await Excel.run(async (context) => {
      const rows = context.workbook.worksheets.getItem("整改任务").getRange(`A${FIRST}:L${FIRST + 1}`);
      rows.load("formulas");
      await context.sync();
      rows.formulas = [...rows.formulas].reverse();
      await context.sync();
    });
    expect(await sendTasks()).toMatchObject({ ok: true });
    expect((await rowsOf("任务清单"))[0]).toMatchObject({ 责任人: "王五", 期限: 44620 });
  });

  it("does not send a task whose words were changed, and says how many", async () => {
    await open();
    const { tasks } = await plan();
    await enter("整改任务", `C${FIRST}`, "改了的任务");
    expect(await plan()).toMatchObject({ tasks: tasks - 1, gone: 1 });
  });

  it("adds later only what is not there yet, at the end, and overwrites nothing", async () => {
    await open({ 任务清单: OWN });
    await sendTasks();
    const sent = await valuesOf(BESIDE);
    expect(await plan()).toMatchObject({ unsent: 0, sheet: BESIDE, isNew: false });
    await sendTasks();
    expect(await valuesOf(BESIDE)).toEqual(sent);
    await enter(BESIDE, "C2", "已改的责任人");
    await enter("整改任务", `G${FIRST}`, 44681);
    expect(await plan()).toMatchObject({ unsent: 1 });
    expect(await sendTasks()).toMatchObject({ ok: true });
    const rows = await valuesOf(BESIDE);
    expect(rows).toHaveLength(sent.length + 1);
    expect(rows[1]?.[2]).toBe("已改的责任人");
    expect(rows.at(-1)).toContain(44681);
    const shown = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(BESIDE);
      const cell = sheet.getRange(`D${rows.length}`);
      cell.load("text");
      sheet.tables.load("items/name");
      await context.sync();
      return [cell.text[0]?.[0], sheet.tables.items.map(({ name }) => name)];
    });
    expect(shown).toEqual(["2022-04-30", ["任务清单整改"]]);
  });

  it("finds its sheet again when the clerk renamed it and moved its columns", async () => {
    await open({ 任务清单: OWN });
    await sendTasks();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(BESIDE).name = "整改台账";
      await context.sync();
    });
    await enter("整改任务", `G${FIRST}`, 44681);
    expect(await plan()).toMatchObject({ unsent: 1, sheet: "整改台账", isNew: false });
  });

  it("writes nothing where the table that received the tasks is gone", async () => {
    await open({ 任务清单: OWN });
    await sendTasks();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(BESIDE).tables.getItemAt(0).convertToRange();
      await context.sync();
    });
    await enter("整改任务", `G${FIRST}`, 44681);
    const before = await picture(office.host);
    expect(await sendTasks()).toMatchObject({ ok: false, issues: [{ code: "tasksTableChanged" }] });
    expect(await picture(office.host)).toEqual(before);
  });

  it("leaves a sheet of the clerk's with that name alone", async () => {
    await open({ 任务清单: OWN, [BESIDE]: [["别的"]] });
    expect(await sendTasks()).toMatchObject({ ok: false, issues: [{ code: "sheetsTaken" }] });
  });

  it("plans no new sheet where the structure of the workbook is protected, but rows for a sheet that is there", async () => {
    await open();
    office.host.book.document.isStructureProtected = true;
    const refusal = { ok: false, issues: [{ code: "structureProtected", params: { tabs: "任务清单" } }] };
    expect(await planTasks()).toMatchObject(refusal);
    expect(await sendTasks()).toMatchObject(refusal);
    office.host.book.document.isStructureProtected = false;
    await sendTasks();
    office.host.book.document.isStructureProtected = true;
    await enter("整改任务", `G${FIRST}`, 44681);
    expect(await plan()).toMatchObject({ unsent: 1, isNew: false });
    expect(await sendTasks()).toMatchObject({ ok: true });
  });

  it("has nothing to send before a run, or without the tab", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    expect(await sendTasks()).toMatchObject({ ok: false, issues: [{ code: "tasksMissing" }] });
    await assess();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("整改任务").delete();
      await context.sync();
    });
    expect(await planTasks()).toMatchObject({ ok: false, issues: [{ code: "tasksMissing" }] });
  });

  it("stays when the assessment is removed: what was sent is the clerk's", async () => {
    await open();
    await sendTasks();
    await removeAssessment({ everyTrace: true });
    expect(sheetNames(office)).toContain("任务清单");
    const { sheets } = office.host.toDocument();
    expect(Object.values(sheets).flatMap(({ customProperties }) => customProperties)).toEqual([]);
  });
});

describe("a failure while sending", () => {
  /** Sends with the given request failing, again and again until no request fails any more. */
  async function eachRequest(after: boolean): Promise<void> {
    for (let request = 1; ; request += 1) {
      const before = await picture(office.host);
      office.host.faults.failure = { request, code: 5102, after };
      const end = await sendTasks();
      office.host.faults.failure = null;
      if (end.ok) {
        expect(request).toBeGreaterThan(5);
        return;
      }
      expect(await picture(office.host)).toEqual(before);
      expect(end.issues[0]).toMatchObject({ code: "busy" });
    }
  }

  it.each([false, true])("leaves the workbook as it was where a sheet is made (carried out: %s)", async (after) => {
    await open({ 任务清单: OWN });
    await eachRequest(after);
  });

  it.each([false, true])("leaves the workbook as it was where rows are added (carried out: %s)", async (after) => {
    await open({ 任务清单: OWN });
    await sendTasks();
    await enter("整改任务", `G${FIRST}`, 44681);
    await enter("整改任务", `G${FIRST + 1}`, 44681);
    await eachRequest(after);
  });
});
