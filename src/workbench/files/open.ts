import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import { isCompoundFile, isEncryptedPackage } from "./compound-file";
import { readCustomXml } from "./custom-xml";
import type { OpenFailure, OriginalPackage, SheetRecord, WorkbookDocument } from "./document";
import { partKey, partText, relationships } from "./opc";
import { xfId } from "./read-cells";
import { readNames } from "./read-names";
import { readSheet } from "./read-sheet";
import { readSettings } from "./settings";
import { readContext, sheetEntries, workbookPart } from "./workbook-part";
import { child, flagAttribute, parseXml, type XmlElement } from "./xml";
import { readZip } from "./zip";

export type OpenResult =
  | { readonly kind: "opened"; readonly document: WorkbookDocument }
  | { readonly kind: "failed"; readonly failure: OpenFailure };

/**
 * Opens an .xlsx or .xlsm file. Whatever is not understood stays in `document.origin` and comes out of `save` as it went in.
 * `addIn` is the id of the add-in whose settings are wanted, as in its manifest; without it the first that has any.
 */
export function open(bytes: Uint8Array, options: { readonly addIn?: string } = {}): OpenResult {
  if (isCompoundFile(bytes)) return failed(isEncryptedPackage(bytes) ? "encrypted" : "legacyXls");
  const zip = readZip(bytes);
  if (zip.kind === "failed") return failed(zip.failure);
  const pack: OriginalPackage = {
    entries: new Map(zip.entries.map((entry) => [entry.name, entry.stored])),
    directory: new Map(zip.entries.map((entry) => [partKey(entry.name), entry])),
  };
  const main = workbookPart(pack);
  if (main === null) return failed("notWorkbook");
  const source = partText(pack, main);
  if (source === null) return failed("truncated");
  const workbook = parseXml(source);
  return workbook?.name === "workbook"
    ? openWorkbook(pack, workbook, main, options.addIn ?? null)
    : failed("notWorkbook");
}

function failed(failure: OpenFailure): OpenResult {
  return { kind: "failed", failure };
}

function openWorkbook(pack: OriginalPackage, workbook: XmlElement, part: string, addIn: string | null): OpenResult {
  const context = readContext(pack, workbook, part);
  if (context === null) return failed("truncated");
  const order: string[] = [];
  const data: Record<string, IWorksheetData> = {};
  const records: Record<string, SheetRecord> = {};
  for (const entry of sheetEntries(workbook, relationships(pack, part))) {
    const sheet = readSheet(entry, context);
    if (sheet === null) return failed("truncated");
    order.push(entry.id);
    data[entry.id] = sheet.data;
    records[entry.id] = sheet.record;
  }
  const { xfs } = context.styles;
  const plain = xfs[0] ?? {};
  const snapshot: IWorkbookData = {
    id: "workbook",
    name: "",
    appVersion: "",
    locale: ZH_CN,
    styles: Object.fromEntries(xfs.map((style, index) => [xfId(index), style])),
    defaultStyle: {
      ...(plain.ff === undefined ? {} : { ff: plain.ff }),
      ...(plain.fs === undefined ? {} : { fs: plain.fs }),
    },
    sheetOrder: order,
    sheets: data,
  };
  const stored = readSettings(pack, addIn);
  return {
    kind: "opened",
    document: {
      snapshot,
      date1904: context.date1904,
      ...(flagAttribute(child(workbook, "workbookProtection"), "lockStructure") ? { isStructureProtected: true } : {}),
      sheets: records,
      names: readNames(workbook, order, records),
      customXml: readCustomXml(pack, part),
      settings: stored?.settings ?? {},
      ...(stored === null ? {} : { addIn: stored.addIn }),
      origin: pack,
    },
  };
}

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the engine declares its locales as an enum that cannot be written as text, and loading the whole engine for one constant takes half a second
const ZH_CN = "zhCN" as IWorkbookData["locale"];
