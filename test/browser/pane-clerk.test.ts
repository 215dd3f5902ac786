/** A clerk's way through the pane, with the genuine office.js in both transports and both languages. */
import { LEDGERS } from "../commands/ledgers";
import { workbookOf } from "../support/workbook-file";
import { emptyDocument } from "../workbench/office";
import { type Pane, useBrowser } from "./pane";
import { assessed, choices, eventually, hasFocus, introduced, ledgers, sheets } from "./pane-support";
import { workbook } from "./workbooks";

const browser = useBrowser();

test("the introduction is skipped once and remembered in the workbook: web, zh-CN", async () => {
  const pane = await browser.openPane(workbookOf(LEDGERS));
  const { frame } = pane;
  await frame.getByRole("heading", { name: "三步完成评估" }).waitFor();
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("button", { name: "开始" }).click();
  await frame.getByText("找到2类台账，2个支部").waitFor();
  await eventually(() => expect(choices(pane).introduced).toBe(true));
  await pane.reload();
  await frame.getByText("找到2类台账，2个支部").waitFor();
  expect(await frame.getByRole("heading", { name: "三步完成评估" }).count()).toBe(0);
});

test("from what was found to a result, and on to what changed: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(workbook("test/cases/messy-2021.xlsx")), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByText("找到7类台账，8个支部").waitFor();

  // A problem is a link to its cell.
  await frame.getByText("不能读作日期").first().click();
  await frame.getByRole("button", { name: "转到2021年活动台账（汇总）!C747" }).click();
  await eventually(() => expect(pane.selection()).toBe("2021年活动台账（汇总）!C747"));

  await frame.getByLabel("评估期间").selectOption({ label: "2021年第二季度" });
  await frame.getByText("评估期间：2021年第二季度").waitFor();
  expect(choices(pane)).toMatchObject({ period: "2021Q2" });

  const before = sheets(pane);
  await frame.getByRole("button", { name: "生成评估" }).click();
  const heading = frame.getByRole("heading", { name: "2021年第二季度评估结果" });
  await heading.waitFor();
  expect(await heading.evaluate(hasFocus)).toBe(true);
  expect(sheets(pane).filter((name) => !before.includes(name))).toEqual([
    "融合总览",
    "支部评估表",
    "指标得分",
    "问题诊断",
    "整改任务",
    "先进支部评选",
    "月度与季度之星",
    "共建矩阵",
    "品牌与荣誉",
    "数据核验",
    "口径说明",
  ]);
  await frame.getByText("本工作簿首次评估，没有上次结果可比").waitFor();
  expect(await pane.axe()).toEqual([]);

  await frame.getByRole("button", { name: "两张皮" }).first().click();
  await eventually(() => expect(pane.selection()).toMatch(/^问题诊断!/u));
  await frame.getByRole("button", { name: "指标得分", exact: true }).click();
  await eventually(() => expect(pane.selection()).toBe("指标得分!A1"));
  await frame.getByText("未评原因").click();
  expect(await frame.getByText(/^B4 .*个支部未评/u).count()).toBe(1);
});

test("an edit beside the pane makes the result stale, and the update tells what changed: web, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { locale: "en-US" });
  const { frame } = pane;
  await assessed(pane, "Assess", /^Assessment of 2021/u);
  pane.type("活动台账!D3", "公开听证");
  await frame.getByText("The workbook has changed; the result may be out of date.").waitFor();
  expect(await pane.axe()).toEqual([]);
  pane.type("活动台账!B5", "2021-06-07");
  await frame.getByRole("button", { name: "Update" }).click();
  await frame.getByText(/Checks solved: 1/u).waitFor();
  expect(await frame.getByText("The workbook has changed").count()).toBe(0);
});

test("a column is mapped by the clerk and the mapping is kept: desktop, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop", locale: "en-US" });
  const { frame } = pane;
  const opener = frame.getByRole("button", { name: "Columns of 活动台账" });
  await opener.waitFor();
  await opener.focus();
  await pane.page.keyboard.press("Enter");
  const heading = frame.getByRole("heading", { name: "Columns of 活动台账" });
  await heading.waitFor();
  expect(await heading.evaluate(hasFocus)).toBe(true);
  expect(await pane.axe()).toEqual([]);
  const column = frame.getByLabel("D 结合了什么");
  expect(await frame.getByText("公开听证").count()).toBe(1);
  await column.selectOption("业务结合点");
  await frame.getByRole("button", { name: "Confirm" }).click();
  await eventually(() => expect(pane.host.settings.all()["ronghe.mapping"] ?? "").toContain("结合了什么"));
  await opener.waitFor();
  await eventually(async () => expect(await opener.evaluate(hasFocus)).toBe(true));
  await opener.click();
  await eventually(async () => expect(await frame.getByLabel("D 结合了什么").inputValue()).toBe("业务结合点"));
  await frame.getByRole("button", { name: "Recognise automatically" }).click();
  await eventually(() => expect(pane.host.settings.all()["ronghe.mapping"]).toBeUndefined());
});

test("the language, the formula and live formulas are chosen, remembered, and frozen again: web, en-US to zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { locale: "en-US" });
  const { frame } = pane;
  await frame.getByRole("button", { name: "Settings" }).click();
  await frame.getByRole("radio", { name: "中文" }).check();
  await frame.getByRole("heading", { name: "设置" }).waitFor();
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  await frame.getByRole("button", { name: "返回" }).click();
  await frame.getByRole("radio", { name: /^以公式写入/u }).check();
  await frame.getByLabel("耦合度公式").selectOption({ label: "通用公式" });
  await eventually(() =>
    expect(choices(pane)).toMatchObject({ locale: "zh-CN", formulas: "live", formula: "standard", introduced: true }),
  );
  await assessed(pane, "生成评估", /^2021年评估结果/u);
  const formulas = () =>
    Object.values(pane.host.toDocument().snapshot.sheets)
      .filter(({ name }) => name === "指标得分")
      .flatMap(({ cellData }) => Object.values(cellData ?? {}).flatMap((row) => Object.values(row ?? {})))
      .filter((cell) => String(Reflect.get(Object(cell), "f") ?? "").includes("RONGHE."));
  expect(formulas().length).toBeGreaterThan(0);
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await frame.getByText("其他操作").click();
  await frame.getByRole("button", { name: "固化为数值" }).click();
  await frame.getByText(/^已固化为数值：/u).waitFor();
  expect(formulas()).toEqual([]);
});

test("a tab that is unticked is not made, by keyboard too, and the workbook keeps the choice: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  const opener = frame.getByRole("button", { name: "评估表选项" });
  await opener.focus();
  await pane.page.keyboard.press("Enter");
  const heading = frame.getByRole("heading", { name: "评估表选项" });
  await heading.waitFor();
  expect(await heading.evaluate(hasFocus)).toBe(true);
  await pane.page.keyboard.press("Tab");
  expect(await frame.getByRole("checkbox", { name: "支部评估表" }).evaluate(hasFocus)).toBe(true);
  await pane.page.keyboard.press("Tab");
  await pane.page.keyboard.press("Space");
  await frame.getByRole("switch", { name: "先进支部评选列出名次" }).uncheck();
  await frame.getByRole("switch", { name: "保存历史记录" }).check();
  await frame.getByLabel("正文字号").selectOption({ label: "12磅" });
  await eventually(() =>
    expect(choices(pane)).toMatchObject({
      omittedTabs: ["diagnosis"],
      selectionRanks: false,
      history: true,
      look: { fonts: "safe", bodySize: 12 },
    }),
  );
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("button", { name: "返回" }).click();
  await eventually(async () => expect(await opener.evaluate(hasFocus)).toBe(true));
  await frame.getByText("不生成：问题诊断").waitFor();
  await assessed(pane, "生成评估", /^2021年评估结果/u);
  expect(sheets(pane)).toEqual(expect.arrayContaining(["先进支部评选", "历史记录"]));
  expect(sheets(pane)).not.toContain("问题诊断");
  await frame.getByRole("button", { name: "历史记录", exact: true }).click();
  await eventually(() => expect(pane.selection()).toBe("历史记录!A1"));
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await frame.getByText("其他操作").click();
  await frame.getByRole("button", { name: "删除评估表" }).click();
  await frame.getByRole("button", { name: "删除", exact: true }).click();
  await frame.getByText(/^已删除：融合总览/u).waitFor();
  expect(sheets(pane)).toEqual(["支部名册", "活动台账", "历史记录"]);
});

test("the scheme is copied to be edited, and its faults refuse a run where they can be corrected: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByRole("button", { name: "复制到工作簿修改" }).click();
  await frame.getByText("已新建工作表：评分标准、参数、对策库。").waitFor();
  await frame.getByText(/^本工作簿的“评分标准”/u).waitFor();
  await frame.getByRole("button", { name: "关闭提示" }).click();
  pane.type("评分标准!E2", "不存在的计量");
  await frame.getByText("工作簿已改动，以下内容可能不是最新。").waitFor();
  await frame.getByRole("button", { name: "重新读取" }).click();
  await frame.getByText("本工作簿的“评分标准”有误，改正后才能评估").first().waitFor();
  expect(await frame.getByRole("button", { name: "生成评估" }).isDisabled()).toBe(true);
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("region", { name: "期间与标准" }).getByRole("button", { name: "转到评分标准!E2" }).click();
  await eventually(() => expect(pane.selection()).toBe("评分标准!E2"));
});

test("an empty workbook is offered the templates, and what was made can be looked at: web, zh-CN", async () => {
  const pane = await browser.openPane(introduced(emptyDocument()));
  const { frame } = pane;
  await frame.getByText("工作簿是空的").waitFor();
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("region", { name: "台账" }).getByRole("button", { name: "新建评估工作簿" }).click();
  await frame.getByText(/^已新建工作表：支部名册、活动台账/u).waitFor();
  expect(sheets(pane)).toContain("自评复核");
  await frame.getByText(/^台账中未填写支部/u).waitFor();
});

test("assessment tabs are removed with every trace, after a question: desktop, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop", locale: "en-US" });
  const { frame } = pane;
  const before = sheets(pane);
  await assessed(pane, "Assess", /^Assessment of 2021/u);
  await frame.getByRole("button", { name: "Back to the steps" }).click();
  await frame.getByText("More", { exact: true }).click();
  const remove = frame.getByRole("button", { name: "Remove assessment tabs" });
  await remove.click();
  expect(await pane.axe()).toEqual([]);
  await frame.getByRole("button", { name: "Cancel" }).click();
  expect(await remove.evaluate(hasFocus)).toBe(true);
  await remove.click();
  await frame.getByRole("checkbox", { name: /stored result/u }).check();
  await frame.getByRole("button", { name: "Remove", exact: true }).click();
  await frame.getByText(/^Removed: 融合总览/u).waitFor();
  expect(sheets(pane)).toEqual(before);
  expect(pane.host.toDocument().customXml).toEqual([]);
  await eventually(() => expect(Object.keys(pane.host.settings.all())).toEqual([]));
});

test("the ribbon's commands are told in the open pane: web, zh-CN", async () => {
  const pane: Pane = await browser.openPane(introduced(ledgers()));
  const { frame } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  await pane.press("help");
  await frame.getByRole("heading", { name: "帮助" }).waitFor();
  expect(await frame.getByText("RONGHE.COORDINATION", { exact: true }).count()).toBe(1);
  expect(await pane.axe()).toEqual([]);
  await pane.press("assess");
  await frame.getByRole("heading", { name: "2021年评估结果" }).waitFor();
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await frame.getByRole("button", { name: "查看上次评估结果" }).click();
  await frame.getByRole("heading", { name: "2021年评估结果" }).waitFor();
  await pane.press("freeze");
  await frame.getByText("没有以公式写入的评估表，无须固化").waitFor();
});
