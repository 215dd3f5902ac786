import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { WorkbookDocument } from "../../../../src/workbench/files/document";
import { open } from "../../../../src/workbench/files/open";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Bytes of a file in test/fixtures. */
export function fixture(name: string): Uint8Array {
  return readFileSync(join(__dirname, "../../../fixtures", name));
}

/** Opens bytes that must be a workbook. */
export function opened(bytes: Uint8Array): WorkbookDocument {
  const result = open(bytes);
  if (result.kind === "failed") throw new Error(`cannot be opened: ${result.failure}`);
  return result.document;
}

/** Parts of a package, by name, as bytes. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

/** Text of one part; fails where the package lacks it. */
export function textOf(bytes: Uint8Array, part: string): string {
  const content = partsOf(bytes)[part];
  if (content === undefined) throw new Error(`${part} is missing`);
  return new TextDecoder().decode(content);
}

/** Names of the parts of `before` that are not byte for byte the same in `after`. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const now = partsOf(after);
  return Object.entries(partsOf(before))
    .filter(([name, bytes]) => Buffer.compare(bytes, now[name] ?? new Uint8Array()) !== 0)
    .map(([name]) => name)
    .sort();
}

/** Names of the parts that only `after` has. */
export function addedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = partsOf(before);
  return Object.keys(partsOf(after))
    .filter((name) => !(name in old))
    .sort();
}

/** A package with some of its parts replaced (text or null to leave one out). */
export function withParts(bytes: Uint8Array, changes: Readonly<Record<string, string | null>>): Uint8Array {
  const parts = { ...partsOf(bytes) };
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) Reflect.deleteProperty(parts, name);
    else parts[name] = strToU8(content);
  }
  return zipSync(parts);
}

/** The smallest workbook around the content of one `<worksheet>`; other parts as given. */
export function workbookOf(worksheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const content: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml":
      worksheet.startsWith("<?xml") || worksheet.includes("worksheet")
        ? worksheet
        : `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${worksheet}</worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(content).map(([name, text]) => [name, strToU8(text)])));
}
