import type { ICellData, IColumnData, IWorksheetData } from "@univerjs/core";
import { boxAddress, cellAddress } from "./address";
import { argb } from "./colours";
import { ruleId, writeConditionalFormat } from "./conditional-formats";
import { writeDataValidations } from "./data-validations";
import type { ChartRecord, ConditionalFormatRecord, HyperlinkRecord, SheetRecord, WorkbookDocument } from "./document";
import { writeDrawing } from "./drawing";
import { isSet } from "./engine-codes";
import { sameData } from "./equal";
import type { PackageEdit } from "./package-edit";
import { joinSections } from "./page-setup";
import { pairParts } from "./pairing";
import { splitWorksheet, type ReadSheet } from "./read-sheet";
import type { StyleTable } from "./style-table";
import { writeCells } from "./write-cells";
import { tableColumns, writeTable } from "./write-table";
import { child, childrenOf, descendant, escapeAttribute, escapeXml, prefixedAttribute, type XmlElement } from "./xml";
import { XML_HEADER, applyEdits, qualifiedName, setAttributes, withAttributes, withPrefix } from "./xml-edit";
import { replaceSections } from "./worksheet-xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet to write: what the document says of it, and what was read from its part (for a new sheet, an empty sheet). */
export interface SheetToWrite {
  readonly part: string;
  readonly isNew: boolean;
  readonly data: Partial<IWorksheetData>;
  readonly record: SheetRecord;
  readonly before: ReadSheet;
}

/** What the sheets of one save share. */
export interface WriteContext {
  readonly edit: PackageEdit;
  readonly styles: StyleTable;
  readonly document: WorkbookDocument;
  /** Gives the next free table id. */
  readonly nextTableId: () => number;
  /** Gives the value of `cm` that marks dynamic arrays. */
  readonly dynamicArray: () => number;
}

/** A worksheet part with nothing in it. */
export function blankWorksheet(): string {
  return `${XML_HEADER}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData/></worksheet>`;
}

/** Writes a sheet's part and the parts that belong to it; sections that did not change stay as they were. Tells whether it has or had formulas. */
export function writeSheet(sheet: SheetToWrite, context: WriteContext): { readonly hasFormulas: boolean } {
  const { edit, styles } = context;
  const { part, data, record, before, isNew } = sheet;
  const split = splitWorksheet(edit.bytes(part) ?? new TextEncoder().encode(blankWorksheet()));
  const { worksheet, source, utf8, place } = split;
  if (worksheet === null) throw new Error(`${part} is not well-formed`);
  const old = before.data;
  const sections = new Map<string, string>();
  const change = (name: string, same: boolean, write: () => string): void => {
    if (!same) sections.set(name, write());
  };
  const r = (id: string): string =>
    worksheet.attributes["xmlns:r"] === undefined ? `xmlns:r="${OFFICE}" r:id="${id}"` : `r:id="${id}"`;

  const cells = writeCells(
    data,
    styles,
    place === null || isNew ? null : { bytes: utf8, place, cells: old.cellData, rows: old.rowData },
    worksheet.prefix,
    context.dynamicArray,
  );
  const fits = (page: SheetRecord["page"]): boolean => page.fitWidth !== null || page.fitHeight !== null;
  const isFiltered = (of: SheetRecord): boolean => of.autoFilter?.criteria === true;
  const isAlike =
    (data.tabColor ?? "") === old.tabColor &&
    fits(record.page) === fits(before.record.page) &&
    isFiltered(record) === isFiltered(before.record);
  change("sheetPr", isAlike, () =>
    sheetProperties(source, worksheet, data.tabColor ?? "", { fits: fits(record.page), filtered: isFiltered(record) }),
  );
  sections.set("dimension", `<dimension ref="${cells.dimension}"/>`);
  change("sheetViews", !isNew && sameView(data, old), () => sheetViews(source, worksheet, data));
  change(
    "sheetFormatPr",
    !isNew && data.defaultRowHeight === old.defaultRowHeight && data.defaultColumnWidth === old.defaultColumnWidth,
    () => sheetFormat(data),
  );
  change("cols", sameData(data.columnData ?? {}, old.columnData), () => columns(data, styles));
  change("sheetProtection", record.isProtected === before.record.isProtected, () =>
    record.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
  );
  change("autoFilter", sameData(record.autoFilter ?? null, before.record.autoFilter ?? null), () =>
    record.autoFilter === undefined ? "" : `<autoFilter ref="${boxAddress(record.autoFilter.box)}"/>`,
  );
  change("mergeCells", sameData(mergeAddresses(data), mergeAddresses(old)), () => mergeCells(data));
  change("conditionalFormatting", sameData(record.conditionalFormats, before.record.conditionalFormats), () =>
    conditionalFormats(record.conditionalFormats, before.record.conditionalFormats, worksheet, source),
  );
  change("dataValidations", sameData(record.dataValidations ?? [], before.record.dataValidations ?? []), () =>
    writeDataValidations(record.dataValidations ?? [], worksheet.prefix),
  );
  change("hyperlinks", sameData(record.hyperlinks, before.record.hyperlinks), () =>
    hyperlinks(record.hyperlinks, worksheet, part, edit, r),
  );
  pageSections(record.page, before.record.page, isNew).forEach((text, name) => sections.set(name, text));
  keepUnknownPageAttributes(sections, source, worksheet);
  change("customProperties", sameData(record.customProperties, before.record.customProperties), () =>
    customProperties(record, worksheet, part, edit, r),
  );
  const drawn = drawing(record.charts, before.record.charts, worksheet, part, context, r);
  if (drawn !== null) sections.set("drawing", drawn);
  const tables = writeTables(sheet, worksheet, context, r);
  if (tables !== null) sections.set("tableParts", tables);

  const body = withPrefix("<sheetData>", worksheet.prefix) + cells.xml + withPrefix("</sheetData>", worksheet.prefix);
  const prefixed = new Map(
    [...sections].map(([name, xml]) => [name, GENERATED.has(name) ? withPrefix(xml, worksheet.prefix) : xml]),
  );
  prefixed.set("sheetData", body);
  edit.put(part, replaceSections(source, worksheet, prefixed));
  return { hasFormulas: cells.hasFormulas || anyFormula(old) };
}

function anyFormula(data: IWorksheetData): boolean {
  const rows: Readonly<Record<number, Readonly<Record<number, ICellData>>>> = data.cellData;
  return Object.values(rows).some((cells) => Object.values(cells).some((cell) => typeof cell.f === "string"));
}

/** Sections whose XML is wholly generated here; the others carry pieces of the part and are prefixed where they are made. */
const GENERATED: ReadonlySet<string> = new Set([
  "dimension",
  "sheetFormatPr",
  "cols",
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "customProperties",
  "tableParts",
]);

function sheetProperties(
  source: string,
  worksheet: XmlElement,
  tabColour: string,
  { fits, filtered }: { readonly fits: boolean; readonly filtered: boolean },
): string {
  const present = child(worksheet, "sheetPr");
  const colour = argb(tabColour);
  const { prefix } = worksheet;
  const tab = colour === null ? "" : withPrefix(`<tabColor rgb="${colour}"/>`, prefix);
  const setup = child(present, "pageSetUpPr");
  const kept = (present?.children ?? [])
    .filter((element) => element.name !== "tabColor" && element.name !== "pageSetUpPr")
    .map((element) => source.slice(element.start, element.end));
  const fit =
    setup === null
      ? fits
        ? withPrefix('<pageSetUpPr fitToPage="1"/>', prefix)
        : ""
      : withAttributes(source, setup, { fitToPage: fits ? "1" : null });
  const content = tab + kept.join("") + fit;
  if (present === null)
    return content === "" ? "" : withPrefix("<sheetPr>", prefix) + content + withPrefix("</sheetPr>", prefix);
  const opening = source
    .slice(present.start, present.innerEnd < present.end ? present.innerStart : present.end)
    .replace(/\s*\/?>$/, "")
    .replace(filtered ? "" : /\sfilterMode="[^"]*"/, "");
  return `${opening}>${content}</${qualifiedName(present)}>`;
}

function sameView(data: Partial<IWorksheetData>, old: IWorksheetData): boolean {
  return sameData(view(data), view(old));
}

/** What of the view a file holds, with Univer's defaults filled in. */
function view(data: Partial<IWorksheetData>): {
  rows: number;
  columns: number;
  top: number;
  left: number;
  gridlines: boolean;
  zoom: number;
  rightToLeft: boolean;
} {
  const rows = data.freeze?.ySplit ?? 0;
  const columns = data.freeze?.xSplit ?? 0;
  return {
    rows,
    columns,
    top: rows > 0 ? (data.freeze?.startRow ?? rows) : 0,
    left: columns > 0 ? (data.freeze?.startColumn ?? columns) : 0,
    gridlines: data.showGridlines === undefined || isSet(data.showGridlines),
    zoom: Math.round((data.zoomRatio ?? 1) * 100),
    rightToLeft: isSet(data.rightToLeft),
  };
}

function sheetViews(source: string, worksheet: XmlElement, data: Partial<IWorksheetData>): string {
  const { rows, columns: frozenColumns, top, left, gridlines, zoom, rightToLeft } = view(data);
  const present = child(worksheet, "sheetViews");
  const first = child(present, "sheetView");
  const corner = cellAddress(Math.max(0, top - rows), Math.max(0, left - frozenColumns));
  const pane = rows > 0 && frozenColumns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const content =
    rows === 0 && frozenColumns === 0
      ? ""
      : `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""} topLeftCell="${cellAddress(top, left)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  const attributes: Record<string, string | null> = {
    showGridLines: gridlines ? null : "0",
    rightToLeft: rightToLeft ? "1" : null,
    topLeftCell: corner === "A1" ? null : corner,
    zoomScale: zoom === 100 ? null : String(zoom),
    ...(zoom === 100 ? { zoomScaleNormal: null } : {}),
  };
  const inner = withPrefix(content, worksheet.prefix);
  if (present === null || first === null) {
    const written = Object.entries(attributes).map(([name, value]) => (value === null ? "" : ` ${name}="${value}"`));
    return withPrefix(
      `<sheetViews><sheetView${written.join("")} workbookViewId="0">${content}</sheetView></sheetViews>`,
      worksheet.prefix,
    );
  }
  // Pivot selections and extensions of the view stay; pane and selections are written anew.
  const kept = first.children
    .filter((element) => element.name !== "pane" && element.name !== "selection")
    .map((element) => source.slice(element.start, element.end));
  const opening = setAttributes(source, first, attributes).text.replace(/\s*\/?>$/, ">");
  const whole = `${opening}${inner}${kept.join("")}</${qualifiedName(first)}>`;
  return source.slice(present.start, first.start) + whole + source.slice(first.end, present.end);
}

function sheetFormat(data: Partial<IWorksheetData>): string {
  const width = data.defaultColumnWidth ?? 64;
  const height = data.defaultRowHeight ?? 20;
  return `<sheetFormatPr${width === 64 ? "" : ` defaultColWidth="${characters(width)}"`} defaultRowHeight="${height * 0.75}"${height === 20 ? "" : ' customHeight="1"'}/>`;
}

/** Width in characters of a width in pixels, in the 256ths that Excel counts in. */
function characters(pixels: number): number {
  return Math.trunc((pixels / 7) * 256) / 256;
}

function columns(data: Partial<IWorksheetData>, styles: StyleTable): string {
  const written: { first: number; last: number; attributes: string }[] = [];
  const described: Readonly<Record<number, Partial<IColumnData>>> = data.columnData ?? {};
  const numbers = Object.keys(described).map(Number);
  for (const column of numbers.sort((a, b) => a - b)) {
    const entry = described[column] ?? {};
    const style = entry.s === undefined || entry.s === null ? 0 : styles.index(entry.s);
    if (entry.w === undefined && !isSet(entry.hd) && style === 0) continue;
    const width = entry.w ?? data.defaultColumnWidth ?? 64;
    const attributes = ` width="${characters(width)}"${style === 0 ? "" : ` style="${style}"`}${isSet(entry.hd) ? ' hidden="1"' : ""} customWidth="1"`;
    const last = written.at(-1);
    if (last !== undefined && last.last === column - 1 && last.attributes === attributes) last.last = column;
    else written.push({ first: column, last: column, attributes });
  }
  if (written.length === 0) return "";
  return `<cols>${written.map(({ first, last, attributes }) => `<col min="${first + 1}" max="${last + 1}"${attributes}/>`).join("")}</cols>`;
}

function mergeAddresses(data: Partial<IWorksheetData>): string[] {
  return (data.mergeData ?? [])
    .map(({ startRow, startColumn, endRow, endColumn }) =>
      boxAddress({ top: startRow, left: startColumn, bottom: endRow, right: endColumn }),
    )
    .sort();
}

function mergeCells(data: Partial<IWorksheetData>): string {
  const references = mergeAddresses(data);
  return references.length === 0
    ? ""
    : `<mergeCells count="${references.length}">${references.map((reference) => `<mergeCell ref="${reference}"/>`).join("")}</mergeCells>`;
}

/** Rules read from the part keep their XML as long as their record is as it was; a block loses those that went or changed. */
function conditionalFormats(
  records: readonly ConditionalFormatRecord[],
  before: readonly ConditionalFormatRecord[],
  worksheet: XmlElement,
  source: string,
): string {
  const unchanged = records.filter((record) => record.written && before.some((old) => sameData(old, record)));
  const kept = new Set(unchanged.map(({ id }) => id));
  let index = 0;
  const old = childrenOf(worksheet, "conditionalFormatting").map((block) => {
    const removed = childrenOf(block, "cfRule").filter(() => {
      index += 1;
      return !kept.has(ruleId(index - 1));
    });
    if (removed.length > 0 && removed.length === childrenOf(block, "cfRule").length) return "";
    const edits = removed.map((rule) => ({ start: rule.start, end: rule.end, text: "" }));
    return applyEdits(source.slice(0, block.end), edits).slice(block.start);
  });
  const added = records.filter((record) => !unchanged.includes(record)).map(writeConditionalFormat);
  return old.join("") + withPrefix(added.join(""), worksheet.prefix);
}

function hyperlinks(
  links: readonly HyperlinkRecord[],
  worksheet: XmlElement,
  part: string,
  edit: PackageEdit,
  r: (id: string) => string,
): string {
  for (const element of childrenOf(child(worksheet, "hyperlinks"), "hyperlink")) {
    const id = prefixedAttribute(element, "id");
    if (id !== null) edit.unrelate(part, id);
  }
  if (links.length === 0) return "";
  const written = links.map(({ box, location, address, tooltip }) => {
    const target = address === null ? "" : ` ${r(edit.relate(part, `${OFFICE}/hyperlink`, address, true))}`;
    const place = location === null ? "" : ` location="${escapeAttribute(location)}"`;
    return `<hyperlink ref="${boxAddress(box)}"${target}${place}${tooltip === null ? "" : ` tooltip="${escapeAttribute(tooltip)}"`}/>`;
  });
  return `<hyperlinks>${written.join("")}</hyperlinks>`;
}

function pageSections(page: SheetRecord["page"], before: SheetRecord["page"], isNew: boolean): Map<string, string> {
  const sections = new Map<string, string>();
  const { centreHorizontally, centreVertically, margins } = page;
  if (centreHorizontally !== before.centreHorizontally || centreVertically !== before.centreVertically) {
    const flags =
      (centreHorizontally ? ' horizontalCentered="1"' : "") + (centreVertically ? ' verticalCentered="1"' : "");
    sections.set("printOptions", flags === "" ? "" : `<printOptions${flags}/>`);
  }
  if (isNew || !sameData(margins, before.margins)) {
    const inches = (["left", "right", "top", "bottom", "header", "footer"] as const).map(
      (side) => ` ${side}="${Math.round((margins[side] / 72) * 1e6) / 1e6}"`,
    );
    sections.set("pageMargins", `<pageMargins${inches.join("")}/>`);
  }
  const told = ({ orientation, paper, fitWidth, fitHeight, scale }: SheetRecord["page"]): unknown => ({
    orientation,
    paper,
    fitWidth,
    fitHeight,
    scale,
  });
  if (!sameData(told(page), told(before))) sections.set("pageSetup", pageSetup(page));
  if (!sameData([page.header, page.footer], [before.header, before.footer])) {
    const piece = (name: string, text: string): string => (text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`);
    const content = piece("oddHeader", joinSections(page.header)) + piece("oddFooter", joinSections(page.footer));
    sections.set("headerFooter", content === "" ? "" : `<headerFooter>${content}</headerFooter>`);
  }
  if (!sameData(page.rowBreaks, before.rowBreaks)) {
    const breaks = [...page.rowBreaks].sort((a, b) => a - b).map((row) => `<brk id="${row}" max="16383" man="1"/>`);
    sections.set(
      "rowBreaks",
      breaks.length === 0
        ? ""
        : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join("")}</rowBreaks>`,
    );
  }
  return sections;
}

function pageSetup(page: SheetRecord["page"]): string {
  const fits = page.fitWidth !== null || page.fitHeight !== null;
  const attributes = [
    page.paper === null ? "" : ` paperSize="${page.paper}"`,
    fits || page.scale === null ? "" : ` scale="${page.scale}"`,
    fits ? ` fitToWidth="${page.fitWidth ?? 0}" fitToHeight="${page.fitHeight ?? 0}"` : "",
    ` orientation="${page.orientation}"`,
  ];
  return `<pageSetup${attributes.join("")}/>`;
}

/** Attributes of an original `pageSetup` that a page record does not know (printer settings, page order) survive its change. */
function keepUnknownPageAttributes(sections: Map<string, string>, source: string, worksheet: XmlElement): void {
  const present = child(worksheet, "pageSetup");
  const written = sections.get("pageSetup");
  if (present === null || written === undefined) return;
  const known = new Set(["paperSize", "scale", "fitToWidth", "fitToHeight", "orientation"]);
  const tag = source.slice(present.start, present.end);
  const kept = [...tag.matchAll(/\s([\w:]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)]
    .filter(([, name]) => name !== undefined && !known.has(name))
    .map(([text]) => text);
  sections.set("pageSetup", written.replace(/\/>$/, `${kept.join("")}/>`));
}

function customProperties(
  record: SheetRecord,
  worksheet: XmlElement,
  part: string,
  edit: PackageEdit,
  r: (id: string) => string,
): string {
  const present = new Map(
    childrenOf(child(worksheet, "customProperties"), "customPr").map((element) => {
      const id = prefixedAttribute(element, "id") ?? "";
      return [
        element.attributes["name"] ?? "",
        { id, target: edit.relationships(part).find((relationship) => relationship.id === id)?.target ?? null },
      ];
    }),
  );
  const written = record.customProperties.map(({ key, value }) => {
    const bytes = utf16(value);
    const old = present.get(key);
    present.delete(key);
    if (old !== undefined && old.target !== null) {
      edit.put(old.target, bytes);
      return `<customPr name="${escapeAttribute(key)}" ${r(old.id)}/>`;
    }
    const target = edit.add("xl/customProperty#.bin", bytes, `${SPREADSHEET}.customProperty`);
    return `<customPr name="${escapeAttribute(key)}" ${r(edit.relate(part, `${OFFICE}/customProperty`, target))}/>`;
  });
  for (const { id } of present.values()) edit.unrelate(part, id);
  return written.length === 0 ? "" : `<customProperties>${written.join("")}</customProperties>`;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

/** The sheet's `drawing` element, or null where it stays as it is. */
function drawing(
  charts: readonly ChartRecord[],
  before: readonly ChartRecord[],
  worksheet: XmlElement,
  part: string,
  { edit, document }: WriteContext,
  r: (id: string) => string,
): string | null {
  if (charts.length === 0 && before.length === 0) return null;
  const present = child(worksheet, "drawing");
  const id = present === null ? null : prefixedAttribute(present, "id");
  const target =
    id === null ? null : (edit.relationships(part).find((relationship) => relationship.id === id)?.target ?? null);
  const written = writeDrawing(charts, before, target, edit, document);
  if (written !== null && written === target) return null;
  if (id !== null) edit.unrelate(part, id);
  return written === null
    ? ""
    : withPrefix(`<drawing ${r(edit.relate(part, `${OFFICE}/drawing`, written))}/>`, worksheet.prefix);
}

/** `tableParts` of the sheet, or null where they stay as they are. Tables whose header cells changed are written anew. */
function writeTables(
  { part, record, before, data }: SheetToWrite,
  worksheet: XmlElement,
  { edit, nextTableId }: WriteContext,
  r: (id: string) => string,
): string | null {
  const old = new Map(before.record.tables.map((table) => [table.part, table]));
  const present = new Map(
    childrenOf(descendant(worksheet, "tableParts"), "tablePart").map((element) => {
      const id = prefixedAttribute(element, "id") ?? "";
      return [edit.relationships(part).find((relationship) => relationship.id === id)?.target ?? null, id];
    }),
  );
  const pairs = pairParts(record.tables, before.record.tables, ({ name }) => name.toLowerCase());
  const fresh: string[] = [];
  const written = record.tables.map((table) => {
    const target = pairs.get(table) ?? null;
    const original = old.get(target);
    const id = present.get(target);
    const names = tableColumns(table, data);
    if (target === null || original === undefined || id === undefined) {
      const added = edit.add(
        "xl/tables/table#.xml",
        writeTable(table, nextTableId(), names),
        `${SPREADSHEET}.table+xml`,
      );
      fresh.push(added);
      return `<tablePart ${r(edit.relate(part, `${OFFICE}/table`, added))}/>`;
    }
    present.delete(target);
    const now = { ...table, id: original.id, part: target };
    if (!sameData(now, original) || !sameData(names, tableColumns(original, before.data)))
      edit.put(target, writeTable(now, original.id, names));
    return `<tablePart ${r(id)}/>`;
  });
  const gone = [...present].filter(([target]) => target !== null && old.has(target));
  for (const [, id] of gone) edit.unrelate(part, id);
  if (fresh.length === 0 && gone.length === 0) return null;
  return written.length === 0 ? "" : `<tableParts count="${written.length}">${written.join("")}</tableParts>`;
}
