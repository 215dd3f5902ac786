import type { CustomXmlRecord, OriginalPackage } from "./document";
import { partText, relationships } from "./opc";
import type { PackageEdit } from "./package-edit";
import { pairParts } from "./pairing";
import { escapeAttribute, parseXml } from "./xml";
import { XML_HEADER } from "./xml-edit";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const GUID = /^\{[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}$/i;

/** Custom XML parts of a workbook, in the order of its relationships. The id is the part's `itemID`, else the part's name. */
export function readCustomXml(pack: OriginalPackage, workbookPart: string): CustomXmlRecord[] {
  return relationships(pack, workbookPart).flatMap(({ kind, target, external }) => {
    const xml = kind !== "customXml" || external ? null : partText(pack, target);
    if (xml === null) return [];
    const properties = relationships(pack, target).find(
      (relationship) => relationship.kind === "customXmlProps",
    )?.target;
    const item = parseXml((properties === undefined ? null : partText(pack, properties)) ?? "");
    const id = Object.entries(item?.attributes ?? {}).find(([name]) => name.endsWith("itemID"))?.[1];
    return [{ id: id ?? target, namespace: rootNamespace(xml), xml, part: target }];
  });
}

/** Namespace of a document's root element; null where it has none. */
function rootNamespace(xml: string): string | null {
  const root = parseXml(xml);
  return root?.attributes[root.prefix === "" ? "xmlns" : `xmlns:${root.prefix}`] ?? null;
}

/** Brings the custom XML parts of a package in line with the document's. */
export function writeCustomXml(
  records: readonly CustomXmlRecord[],
  before: readonly CustomXmlRecord[],
  workbookPart: string,
  edit: PackageEdit,
): void {
  const pairs = pairParts(records, before, ({ namespace }) => namespace);
  const kept = new Set(pairs.values());
  for (const { part } of before) {
    if (kept.has(part)) continue;
    const relationship = edit.relationships(workbookPart).find(({ target }) => target === part);
    if (relationship !== undefined) edit.unrelate(workbookPart, relationship.id);
  }
  for (const record of records) {
    const part = pairs.get(record) ?? null;
    const original = before.find((candidate) => candidate.part === part);
    if (part === null || original === undefined) {
      addCustomXml(record, workbookPart, edit);
      continue;
    }
    if (original.xml !== record.xml) edit.put(part, withUtf8(record.xml));
    const properties = edit.relationships(part).find(({ kind }) => kind === "customXmlProps")?.target;
    const text = properties === undefined ? null : edit.text(properties);
    if (properties !== undefined && text !== null && original.id !== record.id)
      edit.put(properties, text.replace(original.id, itemId(record)));
  }
}

function addCustomXml(record: CustomXmlRecord, workbookPart: string, edit: PackageEdit): void {
  const part = edit.add("customXml/item#.xml", withUtf8(record.xml), null);
  const namespace = record.namespace ?? rootNamespace(record.xml);
  const references =
    namespace === null
      ? "<ds:schemaRefs/>"
      : `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs>`;
  const properties = edit.add(
    "customXml/itemProps#.xml",
    `${XML_HEADER}<ds:datastoreItem ds:itemID="${itemId(record)}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">${references}</ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  edit.relate(part, `${OFFICE}/customXmlProps`, properties);
  edit.relate(workbookPart, `${OFFICE}/customXml`, part);
}

/** A part is stored as UTF-8 whatever encoding its text declares. */
function withUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding=)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

/** The record's id as the file wants it: a GUID in braces. Another id is hashed into one, the same way every time. */
function itemId({ id }: CustomXmlRecord): string {
  if (GUID.test(id)) return id;
  if (GUID.test(`{${id}}`)) return `{${id.toUpperCase()}}`;
  const digits = [0, 1, 2, 3]
    .map((seed) => {
      let hash = 0x811c9dc5 ^ seed;
      for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
      return (hash >>> 0).toString(16).toUpperCase().padStart(8, "0");
    })
    .join("");
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20, 32)}}`;
}
