import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { OpenFailure, OriginalPackage, SheetRecord, WorkbookDocument } from "./document";
import { isCompoundFile, isEncryptedPackage } from "./compound-file";
import { partBytes, partKey, partText, relationships, type Relationship } from "./opc";
import { xfId } from "./read-cells";
import { readNames } from "./read-names";
import { readSheet, type SheetEntry } from "./read-sheet";
import { readStyles } from "./read-styles";
import { readSharedStrings } from "./shared-strings";
import { TextPool } from "./text-pool";
import { child, childrenOf, flagAttribute, parseXml, prefixedAttribute, type XmlElement } from "./xml";
import { readZip } from "./zip";

export type OpenResult =
  | { readonly kind: "opened"; readonly document: WorkbookDocument }
  | { readonly kind: "failed"; readonly failure: OpenFailure };

/** Opens an .xlsx or .xlsm file. Whatever is not understood stays in `document.origin` and comes out of `save` as it went in. */
export function open(bytes: Uint8Array): OpenResult {
  if (isCompoundFile(bytes)) return failed(isEncryptedPackage(bytes) ? "encrypted" : "legacyXls");
  const zip = readZip(bytes);
  if (zip.kind === "failed") return failed(zip.failure);
  const pack: OriginalPackage = {
    entries: new Map(zip.entries.map((entry) => [entry.name, entry.stored])),
    directory: new Map(zip.entries.map((entry) => [partKey(entry.name), entry])),
  };
  const main = relationships(pack, "").find((relationship) => relationship.kind === "officeDocument");
  if (main === undefined || !pack.directory.has(partKey(main.target))) return failed("notWorkbook");
  const source = partText(pack, main.target);
  if (source === null) return failed("truncated");
  const workbook = parseXml(source);
  return workbook?.name === "workbook" ? openWorkbook(pack, workbook, main.target) : failed("notWorkbook");
}

function failed(failure: OpenFailure): OpenResult {
  return { kind: "failed", failure };
}

function openWorkbook(pack: OriginalPackage, workbook: XmlElement, part: string): OpenResult {
  const related = relationships(pack, part);
  const text = (kind: string): string | null => {
    const target = related.find((relationship) => relationship.kind === kind)?.target;
    return target === undefined ? null : partText(pack, target);
  };
  const stringsPart = related.find((relationship) => relationship.kind === "sharedStrings")?.target;
  const strings = stringsPart === undefined ? null : partBytes(pack, stringsPart);
  if (strings === null && stringsPart !== undefined && pack.directory.has(partKey(stringsPart)))
    return failed("truncated");
  const pool = new TextPool();
  const styles = readStyles(text("styles"), text("theme"));
  const date1904 = flagAttribute(child(workbook, "workbookPr"), "date1904");
  const context = {
    pack,
    pool,
    date1904,
    sharedStrings: strings === null ? [] : readSharedStrings(strings, pool),
    xfCount: styles.xfs.length,
    palette: styles.palette,
  };

  const order: string[] = [];
  const data: Record<string, IWorksheetData> = {};
  const records: Record<string, SheetRecord> = {};
  for (const entry of sheetEntries(workbook, related)) {
    const sheet = readSheet(entry, context);
    if (sheet === null) return failed("truncated");
    order.push(entry.id);
    data[entry.id] = sheet.data;
    records[entry.id] = sheet.record;
  }
  const [plain] = styles.xfs;
  const snapshot: IWorkbookData = {
    id: "workbook",
    name: "",
    appVersion: "",
    locale: ZH_CN,
    styles: Object.fromEntries(styles.xfs.map((style, index) => [xfId(index), style])),
    ...(plain === undefined
      ? {}
      : {
          defaultStyle: {
            ...(plain.ff === undefined ? {} : { ff: plain.ff }),
            ...(plain.fs === undefined ? {} : { fs: plain.fs }),
          },
        }),
    sheetOrder: order,
    sheets: data,
  };
  return {
    kind: "opened",
    document: {
      snapshot,
      date1904,
      sheets: records,
      names: readNames(workbook, order, records),
      customXml: [],
      settings: {},
      origin: pack,
    },
  };
}

// The engine declares its locales as an enum whose members cannot be written as text, and loading the whole engine for one constant takes half a second.
const ZH_CN = "zhCN" as IWorkbookData["locale"];

/** Sheets in tab order as `workbook.xml` lists them. */
export function sheetEntries(workbook: XmlElement, related: readonly Relationship[]): SheetEntry[] {
  return childrenOf(child(workbook, "sheets"), "sheet").map((element) => {
    const id = prefixedAttribute(element, "id");
    const relationship = related.find((candidate) => candidate.id === id);
    return {
      id: `sheet${element.attributes["sheetId"] ?? ""}`,
      name: element.attributes["name"] ?? "",
      state: element.attributes["state"] ?? "visible",
      part: relationship?.target ?? null,
      kind: relationship?.kind ?? "",
    };
  });
}
