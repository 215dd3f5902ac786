import { assess } from "../../src/commands/assess";
import { freeze } from "../../src/commands/freeze";
import { picture } from "../excel/picture";
import { type Functions, startLive } from "../support/live-office";
import { type Rows, workbookOf } from "../support/workbook-file";
import type { TestOffice } from "../workbench/office";

// The functions answer through the genuine runtime, which takes half a second per level of what depends on what.
jest.setTimeout(180_000);

const WORKBOOK: Readonly<Record<string, Rows>> = {
  支部名册: [
    ["支部", "类型", "党员数"],
    ["第一检察部党支部", "业务", 12],
    ["第二检察部党支部", "业务", 9],
  ],
  活动台账: [
    ["支部", "日期", "类别", "业务结合点"],
    ["第一检察部党支部", 44260, "党课", "公开听证"],
    ["第一检察部党支部", 44300, "主题党日", "公开听证"],
    ["第二检察部党支部", 44320, "党课", null],
  ],
  业务指标: [
    ["支部", "期间", "指标", "数值", "下限", "上限"],
    ["第一检察部党支部", 2021, "办结率", 0.9, 0.5, 1],
    ["第二检察部党支部", 2021, "办结率", 0.6, 0.5, 1],
  ],
  评分标准: [
    ["代码", "指标", "子系统", "数据表", "计量", "条件", "下限", "上限", "折算", "分值"],
    ["D1", "党课", "党建", "活动台账", "次数", "类别=党课", 0, 2, "否", 4],
    ["B1", "达成", "业务", "业务指标", "达成", "", 0, 1, "否", 5],
    ["R1", "结合率", "融合", "活动台账", "占比(业务结合点非空)", "", 0, 1, "否", 6],
  ],
};

let office: TestOffice;
const start = async (functions?: Functions) => {
  office = await startLive(workbookOf(WORKBOOK), functions);
};
// A report states the minute in which it was made: the same one for all runs of a test, however long they take.
beforeEach(() => {
  jest.spyOn(Date.prototype, "getHours").mockReturnValue(8);
  jest.spyOn(Date.prototype, "getMinutes").mockReturnValue(30);
});
afterEach(() => {
  jest.restoreAllMocks();
  office.close();
});

/** Presses a button as a caller that left options; gives what the command reports. */
async function press(
  command: (event: Office.AddinCommands.Event) => Promise<void>,
  formulas: "values" | "live" = "live",
): Promise<{
  readonly outcome: string;
  readonly because: string | null;
  readonly issues: readonly Readonly<Record<string, string>>[];
}> {
  const options = { period: "2021", asOf: null, formula: null, formulas, locale: null };
  office.Office.context.document.settings.set("ronghe.options", options);
  await command({ source: { id: "test" }, completed: () => undefined });
  return JSON.parse(office.host.settings.all()["ronghe.run"] ?? "{}");
}

/** What the used range of a sheet shows and holds. */
async function contents(sheet: string) {
  await office.host.settle();
  return office.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
    used.load("values, formulas, numberFormat, text");
    await context.sync();
    const { values, formulas, numberFormat, text } = used;
    return { values, formulas, numberFormat, text };
  });
}

async function enter(sheet: string, address: string, value: string | number): Promise<void> {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

/** What a row of 指数与百分制 shows, from its heading on the printed part. */
function indexRow(values: readonly (readonly unknown[])[], branch: string): readonly unknown[] {
  const from = values.findIndex(([first]) => /、指数与百分制$/u.test(String(first)));
  return values.slice(from).find(([first]) => first === branch) ?? [];
}

const codes = ({ issues }: { readonly issues: readonly Readonly<Record<string, string>>[] }) =>
  issues.map(({ code }) => code).filter((code) => /formula|function|froz|freeze/iu.test(String(code)));

describe("一键评估 with live formulas", () => {
  it("writes a chain of functions that shows what the run with values shows, also on the printed tabs, again in place, and nothing of it with values", async () => {
    await start();
    const tabs = ["融合总览", "先进支部评选", "问题诊断"];
    await press(assess, "values");
    const plain = await contents("指标得分");
    const others = await Promise.all(tabs.map(contents));

    const end = await press(assess);
    expect([end.outcome, codes(end)]).toEqual(["assessed", []]);
    const live = await contents("指标得分");
    const written = live.formulas.flat().filter((formula) => String(formula).startsWith("="));
    for (const name of [
      "MEASURES",
      "ATTAIN",
      "WEIGHTED",
      "COUPLING",
      "COORDINATION",
      "LEVEL",
      "FUSION",
      "FUSION_LEVEL",
      "BAND",
    ])
      expect(written.filter((formula) => String(formula).includes(`RONGHE.${name}(`)).length).toBeGreaterThan(0);
    expect(live.values.flat().filter((value) => /^#[A-Z]/u.test(String(value)))).toEqual([]);
    const printed = plain.values.findIndex(([first]) => first === "图表数据");
    expect(printed).toBeGreaterThan(0);
    expect(live.text.slice(0, printed)).toEqual(plain.text.slice(0, printed));
    expect((await Promise.all(tabs.map(contents))).map(({ text }) => text)).toEqual(others.map(({ text }) => text));

    expect(codes(await press(assess))).toEqual([]);
    expect((await contents("指标得分")).formulas).toEqual(live.formulas);
    expect(codes(await press(assess, "values"))).toEqual([]);
    expect(await contents("指标得分")).toEqual(plain);
  });

  it("follows a corrected ledger to the band, as a new run has it", async () => {
    await start();
    await press(assess);
    const before = indexRow((await contents("指标得分")).values, "第二检察部党支部");
    await enter("活动台账", "D4", "检察建议");
    await enter("活动台账", "A5", "第二检察部党支部");
    await enter("活动台账", "B5", 44330);
    await enter("活动台账", "C5", "党课");
    await enter("业务指标", "D3", 0.95);
    const after = indexRow((await contents("指标得分")).values, "第二检察部党支部");
    const shown = (await contents("融合总览")).text;
    expect(after).not.toEqual(before);
    await press(assess, "values");
    const fresh = indexRow((await contents("指标得分")).values, "第二检察部党支部");
    const nine = (row: readonly unknown[]) =>
      row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(9)) : cell));
    expect(nine(after)).toEqual(nine(fresh));
    const bandOf = (text: readonly (readonly string[])[]) =>
      text.find(([first]) => first === "第二检察部党支部")?.slice(0, 12);
    expect(bandOf(shown)).toEqual(bandOf((await contents("融合总览")).text));
  });

  it("says where Excel does not know the functions", async () => {
    await start("absent");
    const end = await press(assess);
    expect([end.outcome, codes(end)]).toEqual(["assessed", ["functionsMissing"]]);
    expect(end.issues.find(({ code }) => code === "functionsMissing")).toMatchObject({
      sheet: "指标得分",
      severity: "warning",
    });
  });

  it("says where a function gives another figure than the run", async () => {
    await start();
    office.page.window.CustomFunctions.associate("BAND", () => [["优异"]]);
    const end = await press(assess);
    expect(end.issues.filter(({ code }) => code === "formulaDiffers")).toMatchObject([
      { sheet: "融合总览", message: expect.stringContaining("优异") },
      { sheet: "支部评估表", message: expect.stringContaining("优异") },
      { sheet: "指标得分", message: expect.stringContaining("优异") },
    ]);
  });

  it("leaves the live tabs as they were when writing them again fails, before the batch or after it", async () => {
    await start();
    await press(assess);
    const before = await picture(office.host);
    const shown = await contents("指标得分");
    await enter("业务指标", "D3", 0.95);
    await enter("业务指标", "D3", 0.6);
    // The last requests of a run are the writing, the first reading of the formulas and the storing of the result.
    const watched = office.host.requestCount();
    await press(assess, "values");
    const requests = office.host.requestCount() - watched;
    await press(assess);
    expect(await picture(office.host)).toMatchObject({ sheets: Object(before).sheets });
    for (const after of [true, false]) {
      office.host.faults.failure = { request: requests - 2, code: "GeneralException", after };
      const end = await press(assess, "values");
      expect(end.outcome).toBe("failed");
      expect(end.issues.map(({ code }) => code)).toContain("restored");
      expect(await contents("指标得分")).toEqual(shown);
    }
  });
});

describe("固化为数值", () => {
  it("turns the formulas into what they show, and leaves looks, formats, links, the other tabs and the clerk's own formulas", async () => {
    await start();
    await press(assess);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("活动台账").getRange("F1").formulas = [["=RONGHE.FUSION(0.81,0.64)"]];
      await context.sync();
    });
    const before = await contents("指标得分");
    const state = Object(await picture(office.host));
    const end = await press(freeze);
    expect(end).toMatchObject({ outcome: "frozen", issues: [{ code: "frozen", message: "已固化为数值：指标得分" }] });
    const after = await contents("指标得分");
    expect(after.values).toEqual(before.values);
    expect(after.text).toEqual(before.text);
    expect(after.numberFormat).toEqual(before.numberFormat);
    expect(after.formulas.flat().filter((formula) => String(formula).startsWith("="))).toEqual([]);
    const frozen = Object(await picture(office.host));
    const apart = (sheet: { readonly name: string }) => ({
      ...sheet,
      cells: sheet.name === "指标得分" ? [] : Object(sheet).cells,
    });
    expect(frozen.sheets.map(apart)).toEqual(state.sheets.map(apart));
    expect((await contents("活动台账")).formulas[0]?.[5]).toBe("=RONGHE.FUSION(0.81,0.64)");
  });

  it("says that there is nothing to freeze where no tab is live, also the second time", async () => {
    await start();
    await press(assess, "values");
    const state = await picture(office.host);
    expect(await press(freeze)).toMatchObject({
      outcome: "refused",
      because: "nothingToFreeze",
      issues: [{ code: "nothingToFreeze" }],
    });
    expect(Object(await picture(office.host)).sheets).toEqual(Object(state).sheets);
    await press(assess);
    await press(freeze);
    expect(await press(freeze)).toMatchObject({ outcome: "refused", because: "nothingToFreeze" });
  });

  it("refuses cells without a result, names the first, and changes nothing", async () => {
    await start();
    await press(assess);
    await enter("评分标准", "G2", "");
    await office.host.settle();
    const state = await contents("指标得分");
    const end = await press(freeze);
    expect(end).toMatchObject({
      outcome: "failed",
      issues: [{ code: "freezeUnsettled", sheet: "指标得分", cell: expect.stringMatching(/^[A-Z]+\d+$/u) }],
    });
    expect(await contents("指标得分")).toEqual(state);
  });

  it("refuses what Excel cannot compute because the functions are not there", async () => {
    await start("absent");
    await press(assess);
    expect(await press(freeze)).toMatchObject({
      outcome: "failed",
      issues: [{ code: "freezeUnsettled", message: expect.stringContaining("#NAME?") }],
    });
  });

  it("asks to unprotect a protected tab, and leaves the formulas as they were when any of its requests fails", async () => {
    await start();
    await press(assess);
    const protect = (action: "protect" | "unprotect") =>
      office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("指标得分").protection[action]();
        await context.sync();
      });
    await protect("protect");
    expect(await press(freeze)).toMatchObject({ outcome: "failed", issues: [{ code: "tabProtected" }] });
    await protect("unprotect");
    const before = await contents("指标得分");
    const outcomes: string[] = [];
    for (let request = 1; ; request += 1) {
      // The number of requests is constant: the fault of one that is never sent does not stop the freezing.
      for (const after of [false, true]) {
        office.host.faults.failure = { request, code: "GeneralException", after };
        const { outcome } = await press(freeze);
        office.host.faults.failure = null;
        outcomes.push(outcome);
        if (outcome === "frozen") break;
        expect(await contents("指标得分")).toEqual(before);
      }
      if (outcomes.at(-1) === "frozen") break;
    }
    expect(outcomes.filter((outcome) => outcome === "failed").length).toBeGreaterThanOrEqual(8);
  });
});
