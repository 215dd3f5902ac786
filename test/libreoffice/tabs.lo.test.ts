import { readFileSync } from "node:fs";
import path from "node:path";
import { assess } from "../support/command";
import { differences } from "../support/differences";
import { changedParts } from "../workbench/files/support/packages";
import { differentFormulas, formulaCount, opened } from "./opened";
import { convert, pageTexts, scratchFolder } from "./soffice";

const TABS = ["融合总览", "支部评估表", "指标得分", "问题诊断", "先进支部评选", "数据核验", "口径说明"] as const;
const folder = scratchFolder();
const assessed = path.join(folder, "assessed.xlsx");
const sample = path.join(__dirname, "../../assets/sample-2021.xlsx");

beforeAll(() => {
  const { code, stderr } = assess([sample, "--period", "2021", "--force", "-o", assessed]);
  if (code !== 0) throw new Error(stderr);
});

it("opens in LibreOffice, where every plain formula of the tabs gives the value that was written", () => {
  const written = opened(assessed);
  expect(formulaCount(written)).toBeGreaterThan(100);
  expect(differentFormulas(written, opened(convert(assessed, "xlsx", folder)))).toEqual([]);
});

it("assesses a workbook that LibreOffice has written, and leaves its parts as they are", () => {
  const source = convert(sample, "xlsx", scratchFolder());
  const output = path.join(folder, "from-libreoffice.xlsx");
  const { code, stdout, stderr } = assess([source, "--period", "2021", "-o", output, "--json", "-"]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const own = assess([sample, "--period", "2021", "-o", path.join(folder, "own.xlsx"), "--json", "-"]);
  expect(differences(JSON.parse(stdout), JSON.parse(own.stdout))).toEqual([]);
  const changed = changedParts(readFileSync(source), readFileSync(output));
  expect(changed.filter((part) => /^xl\/(?:worksheets|tables|drawings|charts|media)\//u.test(part))).toEqual([]);
});

describe("as printed pages", () => {
  const pages: { readonly tab: string; readonly text: string }[] = [];

  beforeAll(() => {
    let tab = "";
    for (const text of pageTexts(convert(assessed, "pdf", folder))) {
      // Each tab's pages repeat its title at the top.
      const title = TABS.find((name) => text.trimStart().startsWith(name));
      tab = title ?? tab;
      pages.push({ tab, text });
    }
  });

  it.each(TABS)("%s has its own pages, with its title and page numbers", (tab) => {
    const own = pages.filter((page) => page.tab === tab);
    expect(own.length).toBeGreaterThan(0);
    expect(own[0]?.text).toMatch(/第\s*\d+\s*页\s*共\s*\d+\s*页/u);
  });

  it.each(TABS)("%s shows no error value and no formula", (tab) => {
    const text = pages
      .filter((page) => page.tab === tab)
      .map((page) => page.text)
      .join("\n");
    expect(text).not.toMatch(/#(?:REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NUM!)|#{3,}|=\s*'/u);
  });

  it("prints a page a branch", () => {
    expect(pages.filter((page) => page.tab === "支部评估表")).toHaveLength(12);
  });

  it("keeps the overview of twelve branches on at most two pages", () => {
    expect(pages.filter((page) => page.tab === "融合总览").length).toBeLessThanOrEqual(2);
  });
});
