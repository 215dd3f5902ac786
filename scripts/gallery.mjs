/**
 * Makes the pictures of docs/gallery.md: assesses the sample workbook, prints its tabs and keeps one or two pages of each. Run it
 * after changing what the tabs look like, and look at the results. Needs `soffice` (LibreOffice), `pdftotext` and `pdftoppm`
 * (poppler), `convert` (ImageMagick), and Chinese fonts (Noto CJK).
 *
 *     node scripts/gallery.mjs
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Tab, picture, and which of the tab's pages it shows, counted from 1. */
const pictures = [
  ["融合总览", "overview", 1],
  ["支部评估表", "branch", 2],
  ["指标得分", "scores", 1],
  ["问题诊断", "diagnosis", 1],
  ["问题诊断", "diagnosis-branch", 4],
  ["整改任务", "tasks", 1],
  ["先进支部评选", "selection", 1],
  ["月度与季度之星", "stars", 1],
  ["共建矩阵", "partners", 1],
  ["品牌与荣誉", "brands", 1],
  ["队伍梯队分析", "pipeline", 1],
  ["单位汇总", "units", 1],
  ["数据核验", "checks", 1],
  ["口径说明", "method", 1],
];

/** Pixels across. */
const WIDTH = 1000;
/** Black on white with a few signal colours: more would only grow the files. */
const COLOURS = 64;

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const run = (command, args) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** The workbook with the sheets hidden that are not tabs of the assessment: hidden sheets are not printed. */
function onlyTabs(workbook) {
  const parts = unzipSync(workbook);
  const wanted = new Set(pictures.map(([tab]) => tab));
  let shown = -1;
  let index = -1;
  const sheets = strFromU8(parts["xl/workbook.xml"]).replace(/<sheet\s[^>]*>/gu, (sheet) => {
    index += 1;
    const name = /\sname="([^"]*)"/u.exec(sheet)?.[1] ?? "";
    if (wanted.has(name)) {
      if (shown < 0) shown = index;
      return sheet;
    }
    return sheet.replace(/\sstate="[^"]*"/u, "").replace("<sheet ", '<sheet state="hidden" ');
  });
  const active = sheets
    .replace(/activeTab="\d+"/u, `activeTab="${shown}"`)
    .replace(/firstSheet="\d+"/u, `firstSheet="${shown}"`);
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(active) });
}

/** Numbers of the pages that begin with each title, in their order. */
function pagesByTitle(pdf) {
  const titles = run("pdftotext", [pdf, "-"])
    .split("\f")
    .map((page) => page.split("\n", 1)[0].trim());
  const pages = new Map();
  for (const [index, title] of titles.entries()) pages.set(title, [...(pages.get(title) ?? []), index + 1]);
  return pages;
}

const folder = mkdtempSync(join(tmpdir(), "ronghe-gallery-"));
try {
  const assessed = join(folder, "assessed.xlsx");
  run(process.execPath, [path("assess.mjs"), path("../assets/sample-2021.xlsx"), "--period", "2021", "-o", assessed]);
  const printed = join(folder, "tabs.xlsx");
  writeFileSync(printed, onlyTabs(readFileSync(assessed)));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, printed]);
  const pdf = join(folder, "tabs.pdf");
  const pages = pagesByTitle(pdf);
  mkdirSync(path("../docs/images/gallery/"), { recursive: true });
  for (const [tab, name, number] of pictures) {
    const page = pages.get(tab)?.[number - 1];
    if (page === undefined) throw new Error(`${tab} has no page ${number}`);
    const drawn = join(folder, name);
    const only = ["-f", String(page), "-l", String(page), "-singlefile"];
    run("pdftoppm", [...only, "-png", "-scale-to-x", String(WIDTH), "-scale-to-y", "-1", pdf, drawn]);
    const target = path(`../docs/images/gallery/${name}.png`);
    run("convert", [`${drawn}.png`, "+dither", "-colors", String(COLOURS), "-strip", `PNG8:${target}`]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
