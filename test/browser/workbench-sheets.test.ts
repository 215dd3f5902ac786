/** What the grid shows of a sheet beside its values: results to come, protection, lists, hidden rows, looks. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DataValidationRecord } from "../../src/workbench/files/document";
import { save } from "../../src/workbench/files/save";
import { workbookOf } from "../support/workbook-file";
import { eventually } from "./pane-support";
import { useWorkbench, type Workbench } from "./workbench";

const workbench = useWorkbench();

const yesOrNo: DataValidationRecord = {
  kind: "list",
  boxes: [{ top: 0, left: 2, bottom: 4, right: 2 }],
  xml: null,
  values: ["是", "否"],
  inCellDropDown: true,
  ignoreBlanks: true,
  alert: { show: true, style: "Stop", title: "请核实", message: "请从列表中选择" },
  prompt: { show: false, title: "", message: "" },
};

/** 名册 has a hidden third row and a list in column C; 存档 is protected. */
function sheetsFile(): string {
  const document = workbookOf({
    名册: [
      ["甲", 1],
      ["乙", 2],
      ["丙", 3],
      ["丁", 4],
      ["戊", 5],
    ],
    存档: [
      ["甲", 1],
      ["乙", 2],
    ],
  });
  const [roster = "", archive = ""] = document.snapshot.sheetOrder;
  const sheet = document.snapshot.sheets[roster];
  const [record, locked] = [document.sheets[roster], document.sheets[archive]];
  if (sheet === undefined || record === undefined || locked === undefined) throw new Error("a sheet is missing");
  sheet.rowData = { 2: { hd: 1 } };
  record.dataValidations = [yesOrNo];
  locked.isProtected = true;
  const file = path.join(tmpdir(), `ronghe-${process.pid}-名册.xlsx`);
  writeFileSync(file, save(document));
  return file;
}

async function opened(query = ""): Promise<Workbench> {
  const bench = await workbench.open({ query: `?sample=minimal${query}` });
  await bench.choose(sheetsFile());
  await bench.page.waitForFunction(() => window.ronghe?.host.book.sheetNamed("存档") !== undefined);
  await bench.opened();
  return bench;
}

const nameBox = ({ page }: Workbench) => page.locator("[data-u-comp='defined-name'] input").first().inputValue();

test("hidden rows are passed over", async () => {
  const bench = await opened();
  await bench.goTo("名册", "B2");
  await bench.page.keyboard.press("ArrowDown");
  await eventually(async () => expect(await nameBox(bench)).toBe("B4"));
});

test("a list refuses what is not on it, with the words of the rule, and takes what is", async () => {
  const bench = await opened();
  const { page } = bench;
  await bench.goTo("名册", "C2");
  await page.keyboard.type("或");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("请从列表中选择").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  expect(await bench.value("名册", 1, 2)).toBeUndefined();
  await page.keyboard.press("Escape");
  await bench.goTo("名册", "C4");
  await page.keyboard.type("否");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await bench.value("名册", 3, 2)).toBe("否"));
});

test("cells of a protected sheet are not changed by hand", async () => {
  const bench = await opened();
  const { page } = bench;
  await bench.goTo("存档", "A1");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await bench.goTo("名册", "A1");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await bench.value("名册", 0, 0)).toBe(9));
  expect(await bench.value("存档", 0, 0)).toBe("甲");
  expect(await bench.value("存档", 1, 0)).toBe("乙");
});

test("a result that the pane has yet to give is shown as such", async () => {
  const bench = await opened("&latency=1500");
  const { page } = bench;
  await bench.goTo("名册", "E1");
  await page.keyboard.type("=RONGHE.LEVEL(0.95)");
  await page.getByText("协调等级").first().waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await bench.shown("名册", 0, 4)).toBe("计算中…"));
  await eventually(async () => expect(await bench.shown("名册", 0, 4)).toBe("优质协调"));
});

test("the dark look leaves the colours of the cells as they are", async () => {
  const bench = await opened("&theme=dark");
  const { page } = bench;
  await bench.goTo("名册", "A1");
  const sheet = page.locator("canvas[id^='univer-sheet-main-canvas']");
  expect(await sheet.evaluate((canvas) => getComputedStyle(canvas).backgroundColor)).toBe("rgb(255, 255, 255)");
  /** The darkest that is drawn in the rows of the sheet: its text. */
  const darkest = () =>
    sheet.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return null;
      const { data } = canvas.getContext("2d")?.getImageData(50, 30, 200, 80) ?? { data: [] };
      let least = 255;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at + 3] ?? 0) > 200)
          least = Math.min(least, Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
      return least;
    });
  await eventually(async () => expect(await darkest()).toBeLessThan(60));
  await bench.screenshot("workbench-dark-sheet");
});

test.each(["", "&language=en-US", "&theme=dark", "&theme=dark&language=en-US", "&theme=high-contrast"])(
  "axe finds nothing wrong with the page: %s",
  async (query) => {
    const bench = await workbench.open({ query: `?sample=minimal&host=1&trace=1${query}` });
    expect(await bench.axe()).toEqual([]);
  },
);
