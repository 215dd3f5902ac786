import { absoluteAddress, columnLetters, quotedSheet } from "./address";
import type { NameRecord, SheetRecord, WorkbookDocument } from "./document";
import type { PackageEdit } from "./package-edit";
import {
  child,
  childrenOf,
  escapeAttribute,
  escapeXml,
  flagAttribute,
  numberAttribute,
  parseXml,
  type XmlElement,
} from "./xml";
import { applyEdits, setAttributes, withAttributes, withPrefix, type Edit } from "./xml-edit";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet as `workbook.xml` shall list it. */
export interface ListedSheet {
  /** Univer's id. */
  readonly id: string;
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  /** Of the workbook's relationship to the sheet's part. */
  readonly relationship: string;
  /** Number the file knows the sheet by. */
  readonly sheetId: number;
}

/** Elements after which `definedNames` stands (ECMA-376 part 1, CT_Workbook). */
const BEFORE_NAMES = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
];

/** Brings sheets, names and view of `workbook.xml` in line with the document; what does not differ stays as it was. */
export function writeWorkbook(
  document: WorkbookDocument,
  sheets: readonly ListedSheet[],
  part: string,
  edit: PackageEdit,
): void {
  const source = edit.text(part) ?? "";
  const workbook = parseXml(source);
  if (workbook === null) throw new Error(`${part} is not well-formed`);
  const edits = [
    ...sheetEdits(source, workbook, sheets),
    ...nameEdits(source, workbook, document, sheets),
    ...viewEdits(source, workbook, sheets.length),
  ];
  const properties = child(workbook, "workbookPr");
  if (document.origin === null && document.date1904 && properties !== null)
    edits.push(setAttributes(source, properties, { date1904: "1" }));
  edit.put(part, applyEdits(source, edits));
}

function sheetEdits(source: string, workbook: XmlElement, sheets: readonly ListedSheet[]): Edit[] {
  const list = child(workbook, "sheets");
  if (list === null) return [];
  const present = new Map(childrenOf(list, "sheet").map((element) => [numberAttribute(element, "sheetId"), element]));
  const written = sheets.map((sheet) => {
    const element = present.get(sheet.sheetId);
    if (element === undefined) {
      const r = workbook.attributes["xmlns:r"] === undefined ? `xmlns:r="${OFFICE}" r:id` : "r:id";
      const state = sheet.state === "visible" ? "" : ` state="${sheet.state}"`;
      return withPrefix(
        `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${sheet.sheetId}"${state} ${r}="${sheet.relationship}"/>`,
        workbook.prefix,
      );
    }
    const changes: Record<string, string | null> = {};
    if (element.attributes["name"] !== sheet.name) changes["name"] = escapeAttribute(sheet.name);
    if ((element.attributes["state"] ?? "visible") !== sheet.state)
      changes["state"] = sheet.state === "visible" ? null : sheet.state;
    return withAttributes(source, element, changes);
  });
  const old = childrenOf(list, "sheet").map((element) => source.slice(element.start, element.end));
  if (written.length === old.length && written.every((text, index) => text === old[index])) return [];
  const opening = source
    .slice(list.start, list.innerEnd < list.end ? list.innerStart : list.end)
    .replace(/\s*\/?>$/, ">");
  return [
    {
      start: list.start,
      end: list.end,
      text: `${opening}${written.join("")}${withPrefix("</sheets>", workbook.prefix)}`,
    },
  ];
}

interface WantedName {
  readonly name: string;
  readonly scope: number | null;
  readonly formula: string;
  readonly hidden: boolean;
}

function nameEdits(
  source: string,
  workbook: XmlElement,
  document: WorkbookDocument,
  sheets: readonly ListedSheet[],
): Edit[] {
  const positions = new Map(sheets.map(({ id }, index) => [id, index]));
  const wanted = [
    ...document.names.flatMap((record: NameRecord): WantedName[] => {
      const scope = record.sheet === null ? null : positions.get(record.sheet);
      return scope === undefined ? [] : [{ name: record.name, scope, formula: record.formula, hidden: record.hidden }];
    }),
    ...sheets.flatMap(({ id, name }, scope) =>
      pageNames(document.sheets[id], name).map((page) => ({ ...page, scope, hidden: false })),
    ),
  ];
  const list = child(workbook, "definedNames");
  const present = childrenOf(list, "definedName").map((element) => ({
    element,
    text: source.slice(element.start, element.end),
  }));
  const left = [...present];
  // Names that stay keep their element and their order; the others follow.
  const kept = new Map<(typeof present)[number], WantedName>();
  const added: WantedName[] = [];
  for (const name of wanted) {
    const index = left.findIndex(
      ({ element }) =>
        element.attributes["name"] === name.name &&
        sheetOfOriginal(element, source, workbook) ===
          (name.scope === null ? null : (sheets[name.scope]?.sheetId ?? null)),
    );
    const found = index < 0 ? undefined : left.splice(index, 1)[0];
    if (found === undefined) added.push(name);
    else kept.set(found, name);
  }
  const written = [
    ...present.flatMap((original) => {
      const name = kept.get(original);
      if (name === undefined) return [];
      const { element, text } = original;
      const scope = numberAttribute(element, "localSheetId");
      const same =
        scope === name.scope &&
        flagAttribute(element, "hidden") === name.hidden &&
        (element.text === name.formula || equivalent(element.text, name.formula));
      if (same) return [text];
      const opening = setAttributes(source, element, {
        localSheetId: name.scope === null ? null : String(name.scope),
        hidden: name.hidden ? "1" : null,
      }).text.replace(/\s*\/?>$/, ">");
      const formula = equivalent(element.text, name.formula) ? element.text : name.formula;
      return [`${opening}${escapeXml(formula)}${withPrefix("</definedName>", workbook.prefix)}`];
    }),
    ...added.map(({ name, scope, formula, hidden }) =>
      withPrefix(
        `<definedName name="${escapeAttribute(name)}"${scope === null ? "" : ` localSheetId="${scope}"`}${hidden ? ' hidden="1"' : ""}>${escapeXml(formula)}</definedName>`,
        workbook.prefix,
      ),
    ),
  ];
  if (written.length === present.length && written.every((text, index) => text === present[index]?.text)) return [];
  const whole =
    written.length === 0
      ? ""
      : withPrefix("<definedNames>", workbook.prefix) +
        written.join("") +
        withPrefix("</definedNames>", workbook.prefix);
  if (list !== null) return [{ start: list.start, end: list.end, text: whole }];
  const after = workbook.children.filter((element) => BEFORE_NAMES.includes(element.name)).at(-1);
  const at = after?.end ?? workbook.innerStart;
  return [{ start: at, end: at, text: whole }];
}

/** `sheetId` of the sheet a name was scoped to when the file was read; null for the workbook's own names. */
function sheetOfOriginal(element: XmlElement, source: string, workbook: XmlElement): number | null {
  const scope = numberAttribute(element, "localSheetId");
  const sheet = scope === null ? undefined : childrenOf(child(workbook, "sheets"), "sheet")[scope];
  return sheet === undefined ? null : numberAttribute(sheet, "sheetId");
}

/** Two spellings of one reference: quotes around a sheet's name that does not need them make no difference. */
function equivalent(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/'((?:[^']|'')*)'!/g, "$1!");
  return plain(a) === plain(b);
}

/** The built-in names that a sheet's page set-up stands for. */
function pageNames(record: SheetRecord | undefined, sheet: string): { name: string; formula: string }[] {
  if (record === undefined) return [];
  const { printArea, titleRows, titleColumns } = record.page;
  const names: { name: string; formula: string }[] = [];
  const place = quotedSheet(sheet);
  if (printArea !== null) names.push({ name: "_xlnm.Print_Area", formula: `${place}!${absoluteAddress(printArea)}` });
  const titles = [
    ...(titleColumns === null
      ? []
      : [`${place}!$${columnLetters(titleColumns.first)}:$${columnLetters(titleColumns.last)}`]),
    ...(titleRows === null ? [] : [`${place}!$${titleRows.first + 1}:$${titleRows.last + 1}`]),
  ];
  if (titles.length > 0) names.push({ name: "_xlnm.Print_Titles", formula: titles.join(",") });
  return names;
}

/** A view that would open a tab that is gone opens the first one. */
function viewEdits(source: string, workbook: XmlElement, count: number): Edit[] {
  return childrenOf(child(workbook, "bookViews"), "workbookView").flatMap((view) => {
    const changes: Record<string, string | null> = {};
    for (const name of ["activeTab", "firstSheet"])
      if ((numberAttribute(view, name) ?? 0) >= count) changes[name] = null;
    return Object.keys(changes).length === 0 ? [] : [setAttributes(source, view, changes)];
  });
}

/** Tab names in `docProps/app.xml`, where the file keeps them; a file that keeps none stays without. */
export function writeTitles(worksheets: readonly string[], edit: PackageEdit): void {
  const part = edit
    .relationships("")
    .find(({ kind }) => kind === "extended-properties" || kind === "extendedProperties")?.target;
  const source = part === undefined ? null : edit.text(part);
  const root = source === null ? null : parseXml(source);
  const pairs = child(child(root, "HeadingPairs"), "vector");
  const titles = child(child(root, "TitlesOfParts"), "vector");
  const count = child(pairs?.children[1] ?? null, "i4");
  if (part === undefined || source === null || pairs === null || titles === null || count === null) return;
  const old = titles.children.slice(0, Number(count.text));
  const first = titles.children[0];
  if (first === undefined || old.length !== Number(count.text) || sameTexts(old, worksheets)) return;
  const tag = first.prefix === "" ? first.name : `${first.prefix}:${first.name}`;
  const list = worksheets.map((name) => `<${tag}>${escapeXml(name)}</${tag}>`).join("");
  edit.put(
    part,
    applyEdits(source, [
      { start: count.innerStart, end: count.innerEnd, text: String(worksheets.length) },
      setAttributes(source, titles, { size: String(titles.children.length - old.length + worksheets.length) }),
      { start: first.start, end: old.at(-1)?.end ?? first.start, text: list },
    ]),
  );
}

function sameTexts(elements: readonly XmlElement[], texts: readonly string[]): boolean {
  return elements.length === texts.length && elements.every(({ text }, index) => text === texts[index]);
}
