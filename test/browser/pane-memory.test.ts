/** What was chosen in the pane is found again in the workbook: after the page is loaded anew, and in the saved file. */
import { useBrowser, type Pane } from "./pane";
import { choices, eventually, introduced, ledgers } from "./pane-support";
import { savedAndOpened } from "./workbooks";

const browser = useBrowser();

/** Leaves the view that is open for the steps. */
const back = ({ frame }: Pane) => frame.locator("header").getByRole("button").first().click();

/** Chooses something else than usual wherever there is a choice; the language last, from Chinese to English. */
async function chooseEverything(pane: Pane): Promise<void> {
  const { frame } = pane;
  await frame.getByLabel("评估期间").selectOption({ label: "2021年第二季度" });
  await frame.getByText("评估期间：2021年第二季度", { exact: true }).waitFor();
  await frame.getByLabel("截止日").fill("2021-06-15");
  await frame.getByLabel("耦合度公式").selectOption({ label: "通用公式" });
  await frame.getByRole("radio", { name: /^以公式写入/u }).check();
  await frame.getByRole("switch", { name: "显示名次" }).check();

  await frame.getByRole("button", { name: "评估表选项" }).click();
  await frame.getByRole("checkbox", { name: "问题诊断" }).uncheck();
  await frame.getByRole("radio", { name: "每支部一表" }).check();
  await frame.getByRole("switch", { name: "先进支部评选列出名次" }).uncheck();
  await frame.getByRole("switch", { name: "保存历史记录" }).check();
  await frame.getByRole("radio", { name: /^公文字体/u }).check();
  await frame.getByLabel("正文字号").selectOption({ label: "14磅" });
  await back(pane);

  await frame.getByRole("button", { name: "活动台账的列对应" }).click();
  await frame.getByLabel("D 结合了什么").selectOption("业务结合点");
  await frame.getByRole("button", { name: "确认" }).click();
  await eventually(() => expect(pane.host.settings.all()).toHaveProperty(["ronghe.mapping"]));
  await frame.getByRole("button", { name: "活动台账的列对应" }).waitFor();

  await frame.getByRole("button", { name: "设置" }).click();
  await frame.getByRole("radio", { name: "English" }).check();
  await frame.getByRole("heading", { name: "Settings" }).waitFor();
  await eventually(() => expect(choices(pane).locale).toBe("en-US"));
}

/** Finds all that in the pane, which opens in the chosen language. */
async function expectEverything(pane: Pane): Promise<void> {
  const { frame } = pane;
  await frame.getByText("Period: Q2 2021", { exact: true }).waitFor();
  expect(await frame.getByLabel("Period", { exact: true }).inputValue()).toBe("2021Q2");
  expect(await frame.getByLabel("Closing day").inputValue()).toBe("2021-06-15");
  expect(await frame.getByLabel("Coupling formula").inputValue()).toBe("standard");
  expect(await frame.getByRole("radio", { name: /^Formulas/u }).isChecked()).toBe(true);
  expect(await frame.getByRole("switch", { name: "Show ranks" }).isChecked()).toBe(true);
  expect(await frame.getByText("Left out: 问题诊断 (diagnosis)").count()).toBe(1);

  await frame.getByRole("button", { name: "Assessment tabs" }).click();
  await frame.getByRole("heading", { name: "Assessment tabs" }).waitFor();
  expect(await frame.getByRole("checkbox", { name: /^问题诊断/u }).isChecked()).toBe(false);
  expect(await frame.getByRole("checkbox", { name: /^整改任务/u }).isChecked()).toBe(true);
  expect(await frame.getByRole("radio", { name: "A tab for each branch" }).isChecked()).toBe(true);
  expect(await frame.getByRole("switch", { name: /^Ranks in/u }).isChecked()).toBe(false);
  expect(await frame.getByRole("switch", { name: "Keep a history" }).isChecked()).toBe(true);
  expect(await frame.getByRole("radio", { name: /^Those of official documents/u }).isChecked()).toBe(true);
  expect(await frame.getByLabel("Size of body text").inputValue()).toBe("14");
  await back(pane);

  // Nothing has to be confirmed any more: the list is folded.
  await frame.getByText(/^Kinds of ledger/u).click();
  await frame.getByRole("button", { name: "Columns of 活动台账" }).click();
  expect(await frame.getByLabel("D 结合了什么").inputValue()).toBe("业务结合点");
  await back(pane);

  await frame.getByRole("button", { name: "Settings" }).click();
  await frame.getByRole("heading", { name: "Settings" }).waitFor();
  expect(await frame.getByRole("radio", { name: "English" }).isChecked()).toBe(true);
}

test("every choice is found again after the pane is reopened, and in the file that was saved", async () => {
  const pane = await browser.openPane(introduced(ledgers()));
  await chooseEverything(pane);
  await pane.reload();
  await expectEverything(pane);

  const file = savedAndOpened(pane.host.toDocument());
  const other = await browser.openPane(file, { transport: "desktop" });
  await expectEverything(other);
  expect(choices(other)).toEqual(choices(pane));
});

test("a workbook without choices of its own is not shown those of another", async () => {
  const chosen = await browser.openPane(introduced(ledgers()));
  await chosen.frame.getByLabel("评估期间").selectOption({ label: "2021年第二季度" });
  await eventually(() => expect(choices(chosen).period).toBe("2021Q2"));
  const other = await browser.openPane(introduced(ledgers()));
  await other.frame.getByText("评估期间：2021年", { exact: true }).waitFor();
  expect(choices(other).period).toBeNull();
});
