/** How long the pane is held at a time on a large workbook (docs/performance.md): `npm run bench` runs this. */
import { introduced } from "./pane-support";
import { type Pane, useBrowser } from "./pane";
import { type LongTask, longTasks } from "./long-tasks";
import { workbook } from "./workbooks";

/** The workbook of the bench, made before. */
const WORKBOOK = "node_modules/.cache/bench/large-100k.xlsx";
/** One call for all activities, as the live tab makes it. */
const FORMULA = '=RONGHE.MEASURES("活动台账",活动台账!A1:N100001,,支部名册!B2:B11,2021,支部名册!A1:I61)';
/** Tasks below are not listed, in milliseconds. */
const LEAST = 25;

const browser = useBrowser();

/** Tells of the tasks in which the page itself had a share worth mentioning. */
function say(label: string, all: readonly LongTask[]): void {
  const tasks = all.filter(({ own }) => own >= 0.1);
  const lines = tasks.slice(0, 10).map(({ processor, clock, garbage, functions }) => {
    const figures = `${processor.toFixed(0)} ms (by the clock ${clock.toFixed(0)}, garbage ${garbage.toFixed(0)})`;
    return `    ${figures}: ${functions.slice(0, 4).join("; ")}\n`;
  });
  process.stdout.write(`  ${label}: ${tasks.length} tasks of more than ${LEAST} ms\n${lines.join("")}`);
}

async function opened(): Promise<Pane> {
  const pane = await browser.openPane(introduced(workbook(WORKBOOK)));
  await pane.frame.getByText(/找到\d+类台账/u).waitFor({ timeout: 600_000 });
  return pane;
}

async function finished(pane: Pane, button: string, wanted: RegExp): Promise<void> {
  const { frame } = pane;
  await frame.getByRole("button", { name: button, exact: true }).click();
  await frame.getByText(wanted).first().waitFor({ timeout: 600_000 });
}

test("a run, and a second one over its tabs", async () => {
  const pane = await opened();
  say("first run", await longTasks(pane, LEAST, () => finished(pane, "生成评估", /评估结果/u)));
  pane.type("加减分!D3", 1);
  await pane.frame.getByRole("button", { name: "更新评估", exact: true }).waitFor();
  say("second run", await longTasks(pane, LEAST, () => finished(pane, "更新评估", /与上次相比|没有变化/u)));
});

test("MEASURES over all activities", async () => {
  const pane = await opened();
  const measured = async (): Promise<void> => {
    pane.host.type("支部名册!Z1", FORMULA);
    await pane.host.settle();
  };
  say("MEASURES", await longTasks(pane, LEAST, measured));
});
