import { keepChoices, keepMapping, keptChoices } from "../../src/excel/kept-settings";
import { listTabs } from "../../src/excel/list-tabs";
import { removeTabs } from "../../src/excel/remove-tabs";
import { NO_CHOICES } from "../../src/core/choices";
import { markReceiver } from "../../src/excel/received-tasks";
import { markCopy, markTab } from "../../src/excel/tabs";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { openOffice, sheetNames } from "./opened";
import { picture } from "./picture";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

const RESULT = '<assessment xmlns="urn:ronghe:assessment:1"><result>{}</result></assessment>';

/** A workbook of the clerk's with two tabs of the add-in's, one of them hidden, a stored result and settings. */
async function open(...own: readonly string[]): Promise<void> {
  office = await openOffice(emptyDocument(...own));
  await Excel.run(async (context) => {
    const { worksheets, customXmlParts } = context.workbook;
    for (const [name, key] of [
      ["融合总览", "overview"],
      ["我的得分", "scores"],
    ] as const)
      markTab(worksheets.add(name), key, name);
    worksheets.getItem("我的得分").visibility = "VeryHidden";
    customXmlParts.add(RESULT);
    customXmlParts.add('<other xmlns="urn:other"/>');
    await context.sync();
  });
  await keepMapping('{"version":1,"ranges":[]}');
  await keepChoices({ ...NO_CHOICES, period: "2021" });
}

/** Keys of the custom properties, sheet by sheet. */
const marks = () => {
  const { snapshot, sheets } = office.host.toDocument();
  return snapshot.sheetOrder.map((id) => sheets[id]?.customProperties.map(({ key }) => key));
};
const namespaces = () => office.host.toDocument().customXml.map(({ namespace }) => namespace);

describe("removing the assessment tabs", () => {
  it("removes those that are marked, hidden or renamed too, and nothing of the clerk's", async () => {
    await open("活动台账", "融合总览2");
    expect(await listTabs()).toMatchObject({ value: [{ name: "融合总览" }, { name: "我的得分", visible: false }] });
    expect(await removeTabs({ everyTrace: false })).toEqual({ removed: ["融合总览", "我的得分"], issues: [] });
    expect(sheetNames(office)).toEqual(["活动台账", "融合总览2"]);
    expect(namespaces()).toEqual(["urn:ronghe:assessment:1", "urn:other"]);
    expect(keptChoices().period).toBe("2021");
  });

  it("removes every trace where that is asked for, but not what others keep in the workbook", async () => {
    await open("活动台账");
    office.Office.context.document.settings.set("other", 1);
    expect(await removeTabs({ everyTrace: true })).toMatchObject({ issues: [] });
    expect(sheetNames(office)).toEqual(["活动台账"]);
    expect(namespaces()).toEqual(["urn:other"]);
    expect(office.host.settings.all()).toEqual({ other: "1" });
  });

  it("leaves the record of earlier runs unless every trace is to go", async () => {
    await open("活动台账");
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      markTab(worksheets.add("历年记录"), "history", "历史记录");
      worksheets.getItem("活动台账").visibility = "Hidden";
      await context.sync();
    });
    expect(await removeTabs({ everyTrace: false })).toEqual({ removed: ["融合总览", "我的得分"], issues: [] });
    expect(sheetNames(office)).toEqual(["活动台账", "历年记录"]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("活动台账").visibility = "Visible";
      await context.sync();
    });
    expect(await removeTabs({ everyTrace: true })).toEqual({ removed: ["历年记录"], issues: [] });
  });

  it("removes the marks on sheets of the clerk's, which stay, with every trace, and leaves them otherwise", async () => {
    await open("活动台账", "任务清单（整改）", "存档");
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      markReceiver(worksheets.getItem("任务清单（整改）"), "任务清单（整改）");
      markCopy(worksheets.getItem("存档"));
      await context.sync();
    });
    expect(await removeTabs({ everyTrace: false })).toMatchObject({ issues: [] });
    expect(marks()).toEqual([[], ["ronghe.tasks"], ["ronghe.tab"]]);
    expect(await removeTabs({ everyTrace: true })).toEqual({ removed: [], issues: [] });
    expect(sheetNames(office)).toEqual(["活动台账", "任务清单（整改）", "存档"]);
    expect(marks()).toEqual([[], [], []]);
  });

  it("leaves a copy of a tab, now and when it is the only one left", async () => {
    await open("活动台账");
    await Excel.run(async (context) => {
      markTab(context.workbook.worksheets.add("存档"), "overview", "融合总览");
      await context.sync();
    });
    expect(await removeTabs({ everyTrace: false })).toEqual({ removed: ["融合总览", "我的得分"], issues: [] });
    expect(await removeTabs({ everyTrace: false })).toEqual({ removed: [], issues: [] });
    expect(sheetNames(office)).toEqual(["活动台账", "存档"]);
  });

  it("has nothing to remove in a workbook without tabs", async () => {
    office = await openOffice(emptyDocument("活动台账"));
    expect(await removeTabs({ everyTrace: false })).toEqual({ removed: [], issues: [] });
  });

  it("removes nothing where no sheet could be seen afterwards", async () => {
    await open("活动台账");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("活动台账").visibility = "Hidden";
      await context.sync();
    });
    const before = await picture(office.host);
    expect(await removeTabs({ everyTrace: true })).toMatchObject({ removed: [], issues: [{ code: "noVisibleSheet" }] });
    expect(await picture(office.host)).toEqual(before);
  });
});

describe("a failure while removing", () => {
  it.each([1, 2, 3])("before anything is done (request %i) leaves the workbook as it was", async (request) => {
    await open("活动台账");
    const before = await picture(office.host);
    office.host.faults.failure = { request, code: 5102, after: false };
    const { removed, issues } = await removeTabs({ everyTrace: true });
    expect(removed).toEqual([]);
    expect(issues[0]).toMatchObject({ code: "busy" });
    expect(await picture(office.host)).toEqual(before);
  });

  it("of the deletion says exactly what is left", async () => {
    await open("活动台账");
    office.host.faults.failure = { request: 4, code: 7000, after: false };
    expect(await removeTabs({ everyTrace: true })).toMatchObject({
      removed: [],
      issues: [
        { code: "protected" },
        { code: "tabsRemain", params: { left: "融合总览、我的得分" } },
        { code: "resultRemains" },
      ],
    });
    expect(keptChoices().period).toBe("2021");
  });

  it.each([false, true])("after the deletion was carried out is none (every trace: %s)", async (everyTrace) => {
    await open("活动台账");
    office.host.faults.failure = { request: 4, code: 5102, after: true };
    expect(await removeTabs({ everyTrace })).toEqual({ removed: ["融合总览", "我的得分"], issues: [] });
    expect(office.host.faults.failure).toBeNull();
    expect(keptChoices().period).toBe(everyTrace ? null : "2021");
  });
});
