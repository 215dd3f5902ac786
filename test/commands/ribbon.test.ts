import { assess } from "../../src/commands/assess";
import { freeze } from "../../src/commands/freeze";
import { helpCommand, newWorkbookCommand } from "../../src/commands/ribbon";
import { onRibbonNews, type RibbonNews } from "../../src/commands/ribbon-news";
import { NO_CHOICES } from "../../src/core/choices";
import { keepChoices } from "../../src/excel/kept-settings";
import { openOffice, sheetNames } from "../excel/opened";
import { picture } from "../excel/picture";
import { workbookOf } from "../support/workbook-file";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(60_000);

let office: TestOffice;
let news: RibbonNews[];
let silence: () => void;
beforeEach(() => {
  news = [];
  silence = onRibbonNews((one) => news.push(one));
});
afterEach(() => {
  silence();
  office.close();
});

type Command = (event: Office.AddinCommands.Event) => Promise<void>;

/** Presses a button; fails unless the command says exactly once that it is over. */
async function press(command: Command): Promise<void> {
  let completed = 0;
  await command({ source: { id: "button" }, completed: () => (completed += 1) });
  expect(completed).toBe(1);
}

/** The sheet in front. */
const front = () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });

const isPaneShown = () => office.host.book.isPaneShown;

const keep = (more: Partial<typeof NO_CHOICES>) => keepChoices({ ...NO_CHOICES, ...more });

describe("一键评估 without a caller", () => {
  it("follows the choices kept in the workbook and ends on the first tab", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await keep({ period: "2021H1", formula: "standard", locale: "en-US" });
    const settings = office.host.settings.all();
    await press(assess);
    expect(await front()).toBe("融合总览");
    const stored = office.host.toDocument().customXml[0]?.xml ?? "";
    expect(stored).toContain('"period":"2021H1"');
    expect(stored).toContain('"formula":"standard"');
    expect(stored).toContain("cannot be read as a date");
    expect(office.host.settings.all()).toEqual(settings);
    expect(news).toMatchObject([
      { kind: "began" },
      { kind: "ended", command: "assess", outcome: "done", changes: null },
    ]);
  });

  it("opens the pane, which is told why it was refused, and changes nothing", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await keep({ period: "去年" });
    const before = await picture(office.host);
    await press(assess);
    expect(isPaneShown()).toBe(true);
    expect(news).toMatchObject([
      { kind: "began" },
      { command: "assess", outcome: "refused", issues: [{ code: "periodUnreadable" }] },
    ]);
    expect(await picture(office.host)).toEqual(before);
  });

  it("opens the pane, which is told what Excel refused", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    office.host.faults.failure = { request: 1, code: 5004, after: false };
    await press(assess);
    expect(isPaneShown()).toBe(true);
    expect(news).toMatchObject([{ kind: "began" }, { outcome: "failed", issues: [{ code: "cellEdit" }] }]);
  });

  it("does not start while another run is under way", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await Promise.all([press(assess), press(assess)]);
    expect(news.map((one) => (one.kind === "ended" ? [one.outcome, one.issues.at(-1)?.code] : one.kind))).toEqual([
      "began",
      ["failed", "underWay"],
      ["done", expect.anything()],
    ]);
  });
});

describe("the other buttons", () => {
  it("新建评估工作簿 ends on the first new sheet", async () => {
    office = await openOffice(emptyDocument());
    await press(newWorkbookCommand);
    expect(await front()).toBe("支部名册");
    expect(sheetNames(office)).toHaveLength(15);
    expect(news).toMatchObject([{ command: "newWorkbook", outcome: "done", issues: [] }]);
    expect(isPaneShown()).toBe(false);
  });

  it("新建评估工作簿 says which names were taken", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await press(newWorkbookCommand);
    await press(newWorkbookCommand);
    expect(isPaneShown()).toBe(true);
    expect(news).toMatchObject([
      { outcome: "done", issues: [{ code: "sheetsTaken", params: { sheets: "支部名册、活动台账" } }] },
      { outcome: "refused", issues: [{ code: "sheetsTaken" }] },
    ]);
  });

  it("固化为数值 says that there is nothing to freeze", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await press(freeze);
    expect(news).toMatchObject([{ command: "freeze", outcome: "refused", issues: [{ code: "nothingToFreeze" }] }]);
    expect(isPaneShown()).toBe(true);
  });

  it("帮助 opens the pane on its help", async () => {
    office = await openOffice(emptyDocument());
    await press(helpCommand);
    expect(news).toEqual([{ kind: "help" }]);
    expect(isPaneShown()).toBe(true);
  });
});

describe("news of the ribbon", () => {
  it("wait for a pane that opens because of them, and are told once", async () => {
    office = await openOffice(emptyDocument());
    silence();
    await press(helpCommand);
    const late: RibbonNews[] = [];
    const hush = onRibbonNews((one) => late.push(one));
    expect(late).toEqual([{ kind: "help" }]);
    hush();
    onRibbonNews((one) => late.push(one))();
    expect(late).toHaveLength(1);
  });
});
