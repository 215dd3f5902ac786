import type { Issue } from "../core/issue";
import { DEFAULT_WORDS } from "../core/ledger/vocabulary";
import { readSettings } from "../core/scheme/settings";
import { settingsSheets, standingSettings } from "../core/template/settings-sheets";
import { templateSheets } from "../core/template/template-sheets";
import { type Addition, addSheets } from "../excel/add-sheets";
import { excelIssue } from "../excel/excel-issue";
import { parameterNotes } from "../i18n/parameter-notes";
import { exclusively } from "./exclusive";
import { readGrids } from "./read-grids";

/**
 * 新建评估工作簿: adds the templates of all tables to the open workbook, where their names are free. Their lists offer the words that
 * the product brings.
 */
export function newWorkbook(): Promise<Addition> {
  return alone(() => addSheets(templateSheets(DEFAULT_WORDS)));
}

/**
 * Copies scheme, parameters and library in effect into the workbook, as 评分标准, 参数 and 对策库 to edit; of the three only what is not
 * there. Where all are, or the scheme cannot be read, nothing is added.
 */
export function copyScheme(): Promise<Addition> {
  return alone(async () => {
    const read = await readGrids(() => undefined, null);
    if (!read.ok) return failed(read.issue);
    const settings = readSettings(read.value, { period: null, asOf: null, formula: null });
    if (settings.kind === "refused") return failed(...settings.issues);
    const standing = standingSettings(read.value);
    const missing = settingsSheets(settings, parameterNotes).filter(({ name }) => !standing.includes(name));
    if (missing.length === 0) return { added: [], taken: standing, issues: [excelIssue("schemeStands")] };
    return addSheets(missing);
  });
}

function failed(...issues: readonly Issue[]): Addition {
  return { added: [], taken: [], issues };
}

async function alone(work: () => Promise<Addition>): Promise<Addition> {
  const done = await exclusively(work);
  return done === "underWay" ? failed(excelIssue("underWay")) : done;
}
