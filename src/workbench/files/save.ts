import { isSet } from "./engine-codes";
import { BLANK_STYLES, blankPackage } from "./blank-package";
import { markOfDynamicArrays } from "./cell-metadata";
import { readCustomXml, writeCustomXml } from "./custom-xml";
import type { OriginalPackage, SheetRecord, WorkbookDocument } from "./document";
import { partText, relationships } from "./opc";
import { PackageEdit } from "./package-edit";
import { emptySheet, readSheet, type SheetContext, type SheetEntry } from "./read-sheet";
import { writeSettings } from "./settings";
import { StyleTable } from "./style-table";
import { blankWorksheet, writeSheet } from "./write-sheet";
import { readContext, relatedPart, sheetEntries, workbookPart } from "./workbook-part";
import { writeTitles, writeWorkbook, type ListedSheet } from "./write-workbook";
import { numberAttribute, parseXml } from "./xml";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** Time stamp of the archive's entries where the caller names none: the earliest a zip can hold. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes a document onto the package it was opened from. Parts of what did not change come out byte for byte; same document
 * and same options give the same bytes. The document itself is not changed.
 */
export function save(document: WorkbookDocument, options: { readonly modified?: Date } = {}): Uint8Array {
  const origin = document.origin ?? blankPackage();
  const edit = new PackageEdit(origin);
  const main = workbookPart(origin);
  const workbook = main === null ? null : parseXml(edit.text(main) ?? "");
  if (main === null || workbook === null) throw new Error("the package of the document is no workbook");
  const entries = sheetEntries(workbook, relationships(origin, main));
  const stylesPart = relatedPart(origin, main, "styles") ?? addStyles(edit, main);
  const theme = relatedPart(origin, main, "theme");
  const styles = new StyleTable(
    edit.text(stylesPart) ?? BLANK_STYLES,
    theme === null ? null : edit.text(theme),
    document.snapshot.styles,
  );
  let tableId = highestTableId(origin);
  const nextTableId = (): number => (tableId += 1);
  let mark: number | null = null;
  const dynamicArray = (): number => (mark ??= markOfDynamicArrays(edit, main));
  const numberOf = (entry: SheetEntry): number => Number(entry.id.slice("sheet".length));
  let sheetId = Math.max(0, ...entries.map(numberOf));
  const kept = new Set<SheetEntry>();
  let context: SheetContext | null = null;
  let staleChain = false;

  const listed = document.snapshot.sheetOrder.flatMap((id): ListedSheet[] => {
    const record = document.sheets[id];
    const data = document.snapshot.sheets[id];
    if (record === undefined || data === undefined) return [];
    const original = originalOf(id, record, entries);
    if (original !== undefined) kept.add(original);
    const entry = original ?? addSheet(edit, main);
    const part = entry.part ?? "";
    const isNew = original === undefined;
    if (record.isWorksheet && (isNew || record.changed)) {
      if (!isNew) context ??= readContext(origin, workbook, main);
      const before = isNew ? emptySheet({ ...entry, id }) : context === null ? null : readSheet(entry, context);
      // It was read when the document was opened, and the package has not changed since.
      if (before === null) throw new Error(`${part} cannot be read any more`);
      const { hasFormulas } = writeSheet(
        { part, isNew, data, record, before },
        { edit, styles, document, nextTableId, dynamicArray },
      );
      staleChain ||= hasFormulas;
    }
    if (isNew) sheetId += 1;
    return [
      {
        id,
        name: data.name ?? "",
        state: isSet(data.hidden) ? (record.veryHidden === true ? "veryHidden" : "hidden") : "visible",
        relationship: entry.relationship,
        sheetId: isNew ? sheetId : numberOf(entry),
      },
    ];
  });

  for (const entry of entries) {
    if (kept.has(entry)) continue;
    edit.unrelate(main, entry.relationship);
    staleChain = true;
  }
  if (styles.hasNew) edit.put(stylesPart, styles.toXml());
  writeWorkbook(document, listed, main, edit);
  writeTitles(
    listed.filter(({ id }) => document.sheets[id]?.isWorksheet === true).map(({ name }) => name),
    edit,
  );
  // Excel builds the chain anew where there is none; one that lists cells without formulas it calls damaged.
  const chain = edit.relationships(main).find(({ kind }) => kind === "calcChain");
  if (staleChain && chain !== undefined) edit.unrelate(main, chain.id);
  writeCustomXml(document.customXml, readCustomXml(origin, main), main, edit);
  writeSettings(document, origin, edit);
  edit.removeUnreachable();
  return edit.finish(options.modified ?? EPOCH);
}

/** The sheet of the file that a record was read from. One without a part is known by its id alone. */
function originalOf(id: string, record: SheetRecord, entries: readonly SheetEntry[]): SheetEntry | undefined {
  return record.part === null
    ? entries.find((entry) => !record.isWorksheet && entry.part === null && entry.id === id)
    : entries.find((entry) => entry.part === record.part);
}

function addSheet(edit: PackageEdit, main: string): SheetEntry {
  const part = edit.add("xl/worksheets/sheet#.xml", blankWorksheet(), WORKSHEET_TYPE);
  return {
    id: "",
    name: "",
    state: "visible",
    part,
    kind: "worksheet",
    relationship: edit.relate(main, `${OFFICE}/worksheet`, part),
  };
}

function addStyles(edit: PackageEdit, main: string): string {
  const part = edit.add(
    "xl/styles#.xml",
    BLANK_STYLES,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
  );
  edit.relate(main, `${OFFICE}/styles`, part);
  return part;
}

/** Table ids are unique in a workbook, whatever sheet the tables stand on. */
function highestTableId(pack: OriginalPackage): number {
  const parts = [...pack.directory.keys()].filter((key) => key.startsWith("xl/tables/") && key.endsWith(".xml"));
  return Math.max(0, ...parts.map((part) => numberAttribute(parseXml(partText(pack, part) ?? ""), "id") ?? 0));
}
