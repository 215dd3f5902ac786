import type { NewColumn, NewSheet, ValueList } from "../core/template/new-sheet";
import { USUAL_REPORT } from "../core/choices";
import type { Issue } from "../core/issue";
import { entryAlerts } from "../i18n/entry-alerts";
import { asInput } from "./cell-input";
import { excelIssue } from "./excel-issue";
import { forgetMade, noteMade } from "./made-sheets";
import { runExcel } from "./run-excel";
import { sameSheetName } from "./sheet-names";
import { theme, TONES } from "./theme";

/** Which sheets were added and which names were taken; issues where it failed: then none was added, or they are named. */
export interface Addition {
  readonly added: readonly string[];
  readonly taken: readonly string[];
  readonly issues: readonly Issue[];
}

/** Rows below the header that get lists, and those that get number formats: room for what the clerk will enter. */
const LISTED_ROWS = 1000;
const FORMATTED_ROWS = 200;

const TABLE_STYLE = "TableStyleLight1";
/** Longest list that Excel takes in a rule. */
const LONGEST_LIST = 255;

/**
 * Adds sheets for the clerk to fill in or edit, after the others, where their names are free; the first of them comes to the front.
 * They carry no mark of a tab: from now on they are the clerk's. `finish` may queue more on each. If anything fails, those already added are deleted again.
 */
export async function addSheets(
  sheets: readonly NewSheet[],
  finish: (sheet: Excel.Worksheet) => void = () => undefined,
): Promise<Addition> {
  const standing = await runExcel(async (context) => {
    const { worksheets, tables, names, protection } = context.workbook;
    protection.load("protected");
    worksheets.load("items/name");
    tables.load("items/name");
    names.load("items/name");
    await context.sync();
    const used = [...tables.items, ...names.items].map(({ name }) => name);
    return { sheetNames: worksheets.items.map(({ name }) => name), used, isStructureProtected: protection.protected };
  });
  if (!standing.ok) return { added: [], taken: [], issues: [standing.issue] };
  const { sheetNames, used, isStructureProtected } = standing.value;
  const isTaken = ({ name }: NewSheet) => sheetNames.some((other) => sameSheetName(other, name));
  const taken = sheets.filter(isTaken).map(({ name }) => name);
  const free = sheets.filter((sheet) => !isTaken(sheet));
  if (free.length === 0) return { added: [], taken, issues: [] };
  if (isStructureProtected) {
    const tabs = free.map(({ name }) => name).join("、");
    return { added: [], taken, issues: [excelIssue("structureProtected", { tabs })] };
  }
  noteMade(free.map(({ name }) => name));
  const added = await runExcel(async (context) => {
    for (const sheet of free) finish(addSheet(context, sheet, used));
    const [first] = free;
    if (first !== undefined) context.workbook.worksheets.getItem(first.name).activate();
    await context.sync();
  });
  if (added.ok) return { added: free.map(({ name }) => name), taken, issues: [] };
  const undone = await takeBack(free, sheetNames);
  forgetMade();
  return { added: [], taken, issues: [added.issue, undone] };
}

/** Beside the report, sheets are set as it usually is. */
const { base, looks, columnPoints, headerHeight } = theme(USUAL_REPORT.look);

function addSheet(context: Excel.RequestContext, wanted: NewSheet, used: readonly string[]): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(wanted.name);
  const { columns, rows } = wanted;
  const header = columns.map((column) => column.header);
  const inputs = [header, ...rows].map((cells) => cells.map(asInput));
  const area = sheet.getRangeByIndexes(0, 0, inputs.length, columns.length);
  area.formulas = inputs;
  area.format.font.name = base.font;
  area.format.font.size = base.size;
  area.format.verticalAlignment = "Center";
  const table = sheet.tables.add(area, true);
  table.style = TABLE_STYLE;
  const tableName = wanted.table ?? wanted.name;
  if (!used.some((name) => sameSheetName(name, tableName))) table.name = tableName;
  const top = sheet.getRangeByIndexes(0, 0, 1, columns.length).format;
  top.font.name = looks.header.font;
  top.font.bold = true;
  if (looks.header.fill !== null) top.fill.color = looks.header.fill;
  top.rowHeight = headerHeight;
  if (wanted.example) {
    const { font } = sheet.getRangeByIndexes(1, 0, 1, columns.length).format;
    font.color = TONES.unassessed.colour;
    font.italic = true;
  }
  columns.forEach((column, index) => addColumn(sheet, column, index));
  for (const { row, column, list } of wanted.cellLists) setList(sheet.getCell(row + 1, column), list);
  sheet.freezePanes.freezeRows(1);
  return sheet;
}

function addColumn(sheet: Excel.Worksheet, { width, format, list }: NewColumn, index: number): void {
  sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = columnPoints(width);
  if (format !== null) {
    const pattern = format === "date" ? "yyyy-mm-dd" : "@";
    const patterns = Array.from({ length: FORMATTED_ROWS }, () => [pattern]);
    sheet.getRangeByIndexes(1, index, FORMATTED_ROWS, 1).numberFormat = patterns;
  }
  if (list !== null) setList(sheet.getRangeByIndexes(1, index, LISTED_ROWS, 1), list);
}

/** A list that is longer than a rule can hold is left out: the cell then takes anything. */
function setList(range: Excel.Range, { values, strict }: ValueList): void {
  const source = values.join(",");
  if (source === "" || source.length > LONGEST_LIST) return;
  const { dataValidation } = range;
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.errorAlert = {
    showAlert: true,
    style: strict ? "Stop" : "Warning",
    title: entryAlerts.title,
    message: strict ? entryAlerts.closed : entryAlerts.suggested,
  };
}

/** Deletes what a failed addition left: it may have failed midway, or after it was carried out. */
async function takeBack(wanted: readonly NewSheet[], before: readonly string[]): Promise<Issue> {
  const undone = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    for (const sheet of worksheets.items) {
      const isOurs = wanted.some(({ name }) => sameSheetName(name, sheet.name));
      if (isOurs && !before.some((name) => sameSheetName(name, sheet.name))) sheet.delete();
    }
    await context.sync();
  });
  if (undone.ok) return excelIssue("restored");
  return excelIssue("sheetsLeft", { sheets: wanted.map(({ name }) => name).join("、") });
}
