/** What the clerk is told where something does not work, and that the workbook is as it was. */
import type { RichRequest } from "../../src/workbench/host";
import { workbookOf } from "../support/workbook-file";
import { LEDGERS } from "../commands/ledgers";
import { type Pane, useBrowser } from "./pane";
import { workbook } from "./workbooks";
import { assessed, eventually, hasFocus, held, introduced, ledgers, sheets } from "./pane-support";

const browser = useBrowser();

test("a run is cancelled midway and leaves the workbook as it was: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  const before = [sheets(pane), pane.host.settings.all()];
  pane.host.faults.latency = 300;
  await frame.getByRole("button", { name: "生成评估" }).click();
  // Nothing else can be begun meanwhile.
  expect(await frame.getByLabel("评估期间").isDisabled()).toBe(true);
  expect(await frame.getByRole("button", { name: "复制到工作簿修改" }).getAttribute("aria-disabled")).toBe("true");
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("button", { name: "取消" }).click();
  pane.host.faults.latency = 0;
  await frame.getByText("已取消，工作簿保持原样。").waitFor();
  expect([sheets(pane), pane.host.settings.all()]).toEqual(before);
  await assessed(pane, "生成评估", /评估结果$/u);
});

test("a run is cancelled while it writes, and what it wrote is taken back: web, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { locale: "en-US" });
  const { frame, host } = pane;
  await frame.getByText("2 kinds of ledger, 2 branches").waitFor();
  const before = await held(pane);
  const areWritten = () => sheets(pane).includes("口径说明");
  let isCancelled = false;
  // Once the tabs stand, Excel takes its time: the run has still to compare them and to store its result.
  Object.defineProperty(host.faults, "latency", { get: () => (areWritten() && !isCancelled ? 5000 : 0) });
  await frame.getByRole("button", { name: "Assess", exact: true }).click();
  await eventually(() => expect(areWritten()).toBe(true));
  await frame.getByRole("button", { name: "Cancel" }).click();
  isCancelled = true;
  await frame.getByText("Cancelled. The workbook is as it was.").waitFor();
  expect(await held(pane)).toEqual(before);
});

/** Excel does not take up what functions answer, and so goes on calculating, until it is let go. */
function keepCalculating({ host }: Pane): { readonly letGo: () => void } {
  const { execute } = host;
  let letGo = () => undefined;
  const untilLetGo = new Promise<void>((resolve) => {
    letGo = () => void resolve();
  });
  Object.defineProperty(host, "execute", {
    value: async (request: RichRequest) => {
      if (request.body.includes("InvocationArrayResults")) await untilLetGo;
      return execute(request);
    },
  });
  return { letGo };
}

/** What the cells of 指标得分 with functions of the add-in hold. */
function functionCells({ host }: Pane): readonly unknown[] {
  return Object.values(host.toDocument().snapshot.sheets)
    .filter(({ name }) => name === "指标得分")
    .flatMap(({ cellData }) => Object.values(cellData ?? {}).flatMap((row) => Object.values(row ?? {})))
    .filter((cell) => String(Reflect.get(Object(cell), "f") ?? "").includes("RONGHE."))
    .map((cell) => Reflect.get(Object(cell), "v"));
}

const waits = [
  {
    transport: "desktop",
    locale: "zh-CN",
    words: {
      live: /^以公式写入/u,
      assess: "生成评估",
      update: "更新评估",
      cancel: "取消",
      stage: "核对公式",
      comparing: /^评估表已写入，Excel正在计算公式/u,
      result: "2021年评估结果",
      issues: /^核验事项（/u,
      notCompared: /^评估表的公式仍在计算，未与计算值核对/u,
    },
  },
  {
    transport: "web",
    locale: "en-US",
    words: {
      live: /^Formulas/u,
      assess: "Assess",
      update: "Update",
      cancel: "Cancel",
      stage: "Comparing formulas",
      comparing: /^The tabs are written; Excel is computing their formulas/u,
      result: "Assessment of 2021",
      issues: /^To check /u,
      notCompared: /^The formulas of the assessment tabs were still being calculated/u,
    },
  },
] as const;

test.each(waits)(
  "a run that waits for its formulas says so; cancelling ends the wait alone, and the next run compares them: $transport, $locale",
  async ({ words, ...where }) => {
    const pane = await browser.openPane(introduced(ledgers()), where);
    const { frame, host } = pane;
    const { letGo } = keepCalculating(pane);
    const before = sheets(pane);
    await frame.getByRole("radio", { name: words.live }).check();
    await frame.getByRole("button", { name: words.assess, exact: true }).click();
    await frame.getByRole("status").getByText(words.stage).waitFor();
    await frame.getByRole("status").getByText(words.comparing).waitFor();
    expect(await pane.axe()).toEqual([]);
    const written = sheets(pane);
    expect(written).toEqual(expect.arrayContaining([...before, "融合总览", "指标得分", "口径说明"]));

    await frame.getByRole("button", { name: words.cancel }).click();
    await frame.getByRole("heading", { name: words.result }).waitFor();
    await frame.getByText(words.notCompared).waitFor();
    expect(sheets(pane)).toEqual(written);
    expect(new Set(functionCells(pane))).toEqual(new Set(["#GETTING_DATA"]));

    letGo();
    await host.settle();
    expect(functionCells(pane)).not.toContain("#GETTING_DATA");
    await frame.getByRole("button", { name: words.update, exact: true }).click();
    await frame.getByRole("button", { name: words.cancel }).waitFor();
    await frame.getByRole("heading", { name: words.result }).waitFor();
    await frame.getByText(words.issues).waitFor();
    expect(await frame.getByText(words.notCompared).count()).toBe(0);
    expect(sheets(pane)).toEqual(written);
  },
);

test("while a cell is being edited a run waits, says so, and goes on afterwards: web, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { locale: "en-US" });
  const { frame } = pane;
  await frame.getByText("2 kinds of ledger, 2 branches").waitFor();
  pane.host.faults.cellEditing = true;
  await frame.getByRole("button", { name: "Assess", exact: true }).click();
  await frame.getByText("If a cell is being edited, press Enter or Esc").waitFor();
  pane.host.faults.cellEditing = false;
  await frame.getByRole("heading", { name: /^Assessment of 2021/u }).waitFor();
});

test("a protected workbook is told with what to do, and the words can be copied: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame, page } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  const before = sheets(pane);
  pane.host.faults.isProtected = true;
  await frame.getByRole("button", { name: "生成评估" }).click();
  const told = frame.getByText("工作表或工作簿受保护，无法写入。请撤销保护后重试");
  await told.waitFor();
  expect(await pane.axe()).toEqual([]);
  await page.context().grantPermissions(["clipboard-read"]);
  await frame.getByRole("button", { name: "复制", exact: true }).click();
  const copied = frame.getByRole("button", { name: "已复制" });
  await copied.waitFor();
  expect(await copied.evaluate(hasFocus)).toBe(true);
  expect(await frame.evaluate(() => navigator.clipboard.readText())).toContain("请撤销保护后重试");
  expect(sheets(pane)).toEqual(before);
  pane.host.faults.isProtected = false;
  await assessed(pane, "生成评估", /评估结果$/u);
});

test("no sheet can be added where the structure of the workbook is protected: told before anything is written: web, en-US", async () => {
  const pane = await browser.openPane({ ...introduced(ledgers()), isStructureProtected: true }, { locale: "en-US" });
  const { frame } = pane;
  const before = await held(pane);
  await frame.getByRole("button", { name: "Assess", exact: true }).click();
  await frame.getByText(/^The structure of the workbook is protected: sheets cannot be added \(融合总览/u).waitFor();
  await frame.getByText(/Review → Protect Workbook/u).waitFor();
  expect(await pane.axe()).toEqual([]);
  expect(await held(pane)).toEqual(before);
  await frame.getByText("More", { exact: true }).click();
  await frame.getByRole("button", { name: "New assessment workbook" }).click();
  await frame
    .getByText(/sheets cannot be added \(业务指标/u)
    .first()
    .waitFor();
  expect(await held(pane)).toEqual(before);
});

test("pane and ribbon do not assess at once: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame, host } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  // So slow that the run of the pane is still under way when the button is pressed, on a busy machine too.
  host.faults.latency = 1500;
  await frame.getByRole("button", { name: "生成评估" }).click();
  await frame.getByRole("button", { name: "取消" }).waitFor();
  await pane.press("assess");
  host.faults.latency = 0;
  await frame.getByRole("heading", { name: "2021年评估结果" }).waitFor();
  await frame.getByText("正在处理上一项操作，请等待完成或取消后重试").waitFor();
  expect(sheets(pane).filter((name) => name === "融合总览")).toHaveLength(1);
});

test("a sheet of the clerk's with the name of a tab is left alone: web, zh-CN", async () => {
  const document = workbookOf({ ...LEDGERS, 融合总览: [["我的总览", "不要动"]] });
  const pane = await browser.openPane(introduced(document));
  const { frame } = pane;
  const before = sheets(pane);
  await frame.getByRole("button", { name: "生成评估" }).click();
  await frame.getByText("已有名为“融合总览”的工作表，且不是评估表，未作改动。请将其改名后重试").waitFor();
  expect(sheets(pane)).toEqual(before);
});

test("more data than Excel takes at once is told, and looked at again when asked: web, en-US", async () => {
  const pane = await browser.openPane(introduced(workbook("test/cases/messy-2021.xlsx")), {
    locale: "en-US",
    host: { payloadLimit: 10_000 },
  });
  const { frame } = pane;
  await frame.getByText("Not completed").waitFor();
  await frame.getByText("There is more data than Excel takes in one piece").waitFor();
  expect(await frame.getByRole("button", { name: "Assess", exact: true }).isDisabled()).toBe(true);
  expect(await pane.axe()).toEqual([]);
  const requests = pane.host.requestCount();
  await frame.getByRole("button", { name: "Read again" }).click();
  await eventually(() => expect(pane.host.requestCount()).toBeGreaterThan(requests));
});

test("words of Excel's own are not shown, only copied: desktop, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop", locale: "en-US" });
  const { frame, page } = pane;
  await frame.getByText("2 kinds of ledger, 2 branches").waitFor();
  pane.host.faults.failure = { request: 1, code: "GeneralException", after: false };
  await frame.getByRole("button", { name: "Assess", exact: true }).click();
  await frame.getByText("Something unexpected happened").waitFor();
  expect(await frame.locator("main").innerText()).not.toMatch(/exception/iu);
  await page.context().grantPermissions(["clipboard-read"]);
  await frame.getByRole("button", { name: "Copy", exact: true }).click();
  await frame.getByRole("button", { name: "Copied" }).waitFor();
  expect(await frame.evaluate(() => navigator.clipboard.readText())).toMatch(/Details: .+/u);
});

describe("where Office does not answer", () => {
  test("the page is loaded once more, then says so in both languages: no office.js", async () => {
    const pane = await browser.openPane(ledgers(), { blocked: /office\.js$/, untilReady: false });
    const { frame } = pane;
    await frame.getByRole("heading", { name: "融合评估未能启动" }).waitFor();
    await frame.getByRole("heading", { name: "Ronghe did not start" }).waitFor();
    expect(pane.requests.filter((address) => address.endsWith("taskpane.html"))).toHaveLength(2);
    expect(await pane.axe()).toEqual([]);
    expect(pane.takeProblems().join()).toContain("ERR_FAILED");
  });

  test("the same where the library never becomes ready", async () => {
    const pane = await browser.openPane(ledgers(), {
      transport: "desktop",
      blocked: /excel-win32[^/]*\.js$/,
      untilReady: false,
    });
    const { frame, page } = pane;
    await page.clock.install();
    await page.reload();
    await frame.getByText("正在启动").waitFor();
    await page.clock.runFor(10_000);
    await eventually(() =>
      expect(pane.requests.filter((address) => address.endsWith("taskpane.html"))).toHaveLength(3),
    );
    await eventually(async () => {
      await page.clock.runFor(10_000);
      expect(await frame.getByRole("heading", { name: "Ronghe did not start" }).count()).toBe(1);
    });
    pane.takeProblems();
  });
});

describe("where the server no longer has a part of the add-in", () => {
  test.each(["web", "desktop"] as const)("a button says so, and the pane stays: %s", async (transport) => {
    const pane = await browser.openPane(ledgers(), { transport, blocked: /part\.[^/]*\.js$/ });
    const { frame } = pane;
    await frame.getByRole("button", { name: "开始" }).click();
    await pane.press("assess");
    await frame.getByText("该功能未能从服务器取得").waitFor();
    await pane.press("help");
    await frame.getByRole("alert").filter({ hasText: "本页内容未能从服务器取得" }).waitFor();
    expect(await pane.axe()).toEqual([]);
    await frame.getByRole("button", { name: "返回" }).click();
    await frame.getByRole("button", { name: "生成评估" }).click();
    await frame.getByText("该功能未能从服务器取得").first().waitFor();
    expect(pane.takeProblems().filter((problem) => !problem.includes("ERR_FAILED"))).toEqual([]);
  });
});
