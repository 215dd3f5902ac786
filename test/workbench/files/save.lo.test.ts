import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { save } from "../../../src/workbench/files/save";
import { convert, pageTexts, scratchFolder } from "../../libreoffice/soffice";
import { TAB, addAssessmentTab } from "./support/assessment-tab";
import { fixture, opened } from "./support/packages";

test("LibreOffice opens the rich workbook with its added tab, computes the same results and prints it under its titles", () => {
  const folder = join(scratchFolder(), "files");
  mkdirSync(folder);
  const document = opened(fixture("rich.xlsm"));
  addAssessmentTab(document);
  const file = join(folder, "rich.xlsm");
  writeFileSync(file, save(document));
  const recalculated = opened(readFileSync(convert(file, "xlsx", folder)));
  const sheetOf = (
    one: typeof document,
  ): Readonly<Record<number, Readonly<Record<number, { readonly v?: unknown }>>>> => {
    const id = one.snapshot.sheetOrder.find((candidate) => one.snapshot.sheets[candidate]?.name === TAB);
    return one.snapshot.sheets[id ?? ""]?.cellData ?? {};
  };
  for (let row = 3; row <= 8; row += 1) {
    for (const column of [0, 1, 2, 3, 4])
      expect(sheetOf(recalculated)[row]?.[column]?.v).toEqual(sheetOf(document)[row]?.[column]?.v);
  }
  const pages = pageTexts(convert(file, "pdf", folder)).filter((page) => page.includes("融合总览 & 说明"));
  expect(pages.length).toBeGreaterThanOrEqual(2);
  for (const page of pages) expect(page).toContain("协调度");
});
