import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { open } from "../../src/workbench/files/open";
import { assess } from "../support/command";
import { differences } from "../support/differences";
import { changedParts } from "../workbench/files/support/packages";
import { convert, pageTexts, scratchFolder } from "./soffice";

const TABS = ["融合总览", "支部评估表", "指标得分", "问题诊断", "先进支部评选", "数据核验", "口径说明"] as const;
const folder = scratchFolder();
const assessed = path.join(folder, "assessed.xlsx");
const sample = path.join(__dirname, "../../assets/sample-2021.xlsx");

function opened(file: string): WorkbookDocument {
  const result = open(readFileSync(file));
  if (result.kind === "failed") throw new Error(`${file}: ${result.failure}`);
  return result.document;
}

/** Every cell with a formula: `sheet!row,column` → its value. */
function formulaValues(document: WorkbookDocument, formulasOf: WorkbookDocument): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const id of formulasOf.snapshot.sheetOrder) {
    const sheet = formulasOf.snapshot.sheets[id];
    const other = Object.values(document.snapshot.sheets).find((candidate) => candidate.name === sheet?.name);
    for (const [row, cells] of Object.entries(sheet?.cellData ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        const value: unknown = other?.cellData?.[Number(row)]?.[Number(column)]?.v;
        if (typeof Object(cell).f === "string") values.set(`${sheet?.name ?? ""}!${row},${column}`, value);
      }
    }
  }
  return values;
}

beforeAll(() => {
  const { code, stderr } = assess([sample, "--period", "2021", "--force", "-o", assessed]);
  if (code !== 0) throw new Error(stderr);
});

it("opens in LibreOffice, where every plain formula of the tabs gives the value that was written", () => {
  const written = opened(assessed);
  const recalculated = opened(convert(assessed, "xlsx", folder));
  const ours = formulaValues(written, written);
  const theirs = formulaValues(recalculated, written);
  expect(ours.size).toBeGreaterThan(100);
  const different = [...ours].filter(([cell, value]) => {
    const other = theirs.get(cell);
    return typeof value === "number" && typeof other === "number" ? Math.abs(value - other) > 1e-9 : value !== other;
  });
  expect(different).toEqual([]);
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
