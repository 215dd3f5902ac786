import { assess } from "../../src/commands/assess";
import { picture } from "../excel/picture";
import { emptyDocument, startOffice, type TestOffice } from "../workbench/office";

// A workbook and the whole library are opened anew for each test; on a busy machine that takes longer than usual.
jest.setTimeout(60_000);

let office: TestOffice;
const start = async (...args: Parameters<typeof startOffice>) => {
  office = await startOffice(...args);
  Object.defineProperty(globalThis, "DOMParser", { value: office.page.window.DOMParser, configurable: true });
};
afterEach(() => {
  office.close();
  Reflect.deleteProperty(globalThis, "DOMParser");
});

const options = (more: Readonly<Record<string, string>> = {}) => ({
  "ronghe.options": JSON.stringify({ period: "2021", asOf: null, formula: null, locale: null, ...more }),
});

/** Presses the button; gives how often the command said that it was over. */
async function press(): Promise<number> {
  let completed = 0;
  await assess({ completed: () => (completed += 1) });
  return completed;
}

const report = () => {
  const text = office.host.settings.all()["ronghe.run"];
  return text === undefined ? null : JSON.parse(text);
};

async function ledger(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("活动台账");
    sheet.getRange("A1:D4").values = [
      ["支部", "日期", "类别", "业务结合点"],
      ["第一检察部党支部", "'2021-03-05", "主题党日", "公开听证"],
      ["第一检察部党支部", "'2021-04-06", "党课", ""],
      ["第二检察部党支部", "'2021-05-07", "主题党日", ""],
    ];
    await context.sync();
  });
}

describe("一键评估", () => {
  it("assesses the workbook, tells its caller how it ended and removes the one-shot options", async () => {
    await start({ ...emptyDocument("活动台账"), settings: { ...options(), "ronghe.mapping": "{}" } });
    await ledger();
    const stages = new Set<string>();
    office.host.settings.onChange((settings) => stages.add(JSON.parse(settings["ronghe.run"] ?? "{}").stage));
    expect(await press()).toBe(1);
    expect(report()).toMatchObject({ stage: "end", outcome: "assessed", because: null });
    expect(Object.keys(office.host.settings.all()).sort()).toEqual(["ronghe.mapping", "ronghe.run"]);
    expect([...stages]).toEqual(expect.arrayContaining(["read", "measure", "write", "end"]));
    const { snapshot, customXml } = office.host.toDocument();
    expect(snapshot.sheetOrder.length).toBeGreaterThan(5);
    expect(customXml.map(({ namespace }) => namespace)).toEqual(["urn:ronghe:assessment:1"]);
  });

  it("leaves the settings alone when nobody waits for an answer", async () => {
    await start({ ...emptyDocument("活动台账"), settings: { other: "1" } });
    await ledger();
    expect(await press()).toBe(1);
    expect(office.host.settings.all()).toEqual({ other: "1" });
    expect(office.host.toDocument().snapshot.sheetOrder.length).toBeGreaterThan(5);
  });

  it("writes nothing when there is nothing to assess, and says why in the language asked for", async () => {
    await start({ ...emptyDocument(), settings: options({ locale: "en-US" }) });
    const before = await picture(office.host);
    expect(await press()).toBe(1);
    expect(report()).toMatchObject({
      outcome: "refused",
      because: "nothing",
      issues: [{ severity: "error", message: expect.stringMatching(/^[ -~]+$/) }],
    });
    office.host.settings.replace(options({ locale: "en-US" }));
    expect(await picture(office.host)).toEqual(before);
  });

  it("writes nothing when the period cannot be read", async () => {
    await start({ ...emptyDocument("活动台账"), settings: options({ period: "去年" }) });
    await ledger();
    await press();
    expect(report()).toMatchObject({ outcome: "refused", because: "period", issues: [{ code: "periodUnreadable" }] });
    expect(office.host.toDocument().snapshot.sheetOrder).toHaveLength(1);
  });

  it("says what Excel refused", async () => {
    await start({ ...emptyDocument("活动台账"), settings: options() });
    await ledger();
    office.host.faults.failure = { request: 2, code: 5004, after: false };
    expect(await press()).toBe(1);
    expect(report()).toMatchObject({
      outcome: "failed",
      issues: [{ code: "cellEdit", message: expect.stringContaining("正在编辑") }],
    });
  });

  it("completes and tells even of a bug", async () => {
    await start({ ...emptyDocument("活动台账"), settings: options() });
    await ledger();
    // Without DOMParser the last run cannot be read: the second press fails where the first did not.
    await press();
    Object.defineProperty(globalThis, "DOMParser", { value: undefined, configurable: true });
    office.Office.context.document.settings.set("ronghe.options", { period: "2021" });
    expect(await press()).toBe(1);
    expect(report()).toMatchObject({ outcome: "failed", issues: [{ code: "unexpected" }] });
  });
});
