import type { PackageEdit } from "./package-edit";
import { child, childrenOf, descendants, numberAttribute, parseXml, type XmlElement } from "./xml";
import { XML_HEADER, appendTo, applyEdits, setAttributes, withPrefix, type Edit } from "./xml-edit";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DYNAMIC = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/** The kind of metadata that tells a dynamic array from one entered with Ctrl+Shift+Enter ([MS-XLSX] 2.2.4.4). */
const TYPE = "XLDAPR";
const TYPE_XML = `<metadataType name="${TYPE}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;
const PROPERTIES = `<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="${DYNAMIC}" fDynamic="1" fCollapsed="0"/></ext>`;

/** Children of `<metadata>` in the order of the schema. */
const ORDER = ["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata", "cellMetadata", "valueMetadata"];

interface Places {
  /** Number of the type XLDAPR, from 1; 0 where the part has none. */
  readonly type: number;
  /** Index of the block of properties that says dynamic; -1 where there is none. */
  readonly block: number;
  /** Values of `cm` that lead to it, from 1. */
  readonly cells: readonly number[];
}

function isDynamic(block: XmlElement): boolean {
  return descendants(block, "dynamicArrayProperties").some(({ attributes }) =>
    ["1", "true"].includes(attributes["fDynamic"] ?? ""),
  );
}

function placesIn(metadata: XmlElement | null): Places {
  const types = childrenOf(child(metadata, "metadataTypes"), "metadataType");
  const type = types.findIndex(({ attributes }) => attributes["name"] === TYPE) + 1;
  const properties = childrenOf(metadata, "futureMetadata").find(({ attributes }) => attributes["name"] === TYPE);
  const blocks = childrenOf(properties, "bk");
  const cells = childrenOf(child(metadata, "cellMetadata"), "bk").flatMap((block, index) =>
    childrenOf(block, "rc").some((record) => {
      const properties = blocks[numberAttribute(record, "v") ?? -1];
      return numberAttribute(record, "t") === type && properties !== undefined && isDynamic(properties);
    })
      ? [index + 1]
      : [],
  );
  return { type, block: blocks.findIndex(isDynamic), cells };
}

/** The values of `cm` by which cells say that their formula is a dynamic array, from the text of the metadata part; none without one. */
export function dynamicArrayMarks(source: string | null): ReadonlySet<number> {
  return new Set(source === null ? [] : placesIn(parseXml(source)).cells);
}

/** Edits that add an entry to a counted list of the part, which is made where it is missing; and the entry's index. */
function addTo(
  source: string,
  metadata: XmlElement,
  list: string,
  entry: string,
  name: string | null,
): readonly Edit[] {
  const present = childrenOf(metadata, list).find(({ attributes }) => name === null || attributes["name"] === name);
  const xml = withPrefix(entry, metadata.prefix);
  if (present !== undefined && present.children.length > 0) {
    const count = String(present.children.length + 1);
    return [setAttributes(source, present, { count }), appendTo(source, present, xml)];
  }
  const before = metadata.children.filter((element) => ORDER.indexOf(element.name) <= ORDER.indexOf(list)).at(-1);
  const { start, end } = present ?? {
    start: before?.end ?? metadata.innerStart,
    end: before?.end ?? metadata.innerStart,
  };
  const named = name === null ? "" : ` name="${name}"`;
  const opening = withPrefix(`<${list}${named} count="1">`, metadata.prefix);
  return [{ start, end, text: opening + xml + withPrefix(`</${list}>`, metadata.prefix) }];
}

/** The value of `cm` that marks dynamic arrays in a package; what is missing for it is added to the metadata part, or the part itself. */
export function markOfDynamicArrays(edit: PackageEdit, main: string): number {
  const part =
    edit.relationships(main).find(({ kind }) => kind === "sheetMetadata")?.target ?? addMetadataPart(edit, main);
  const change = (addition: (source: string, metadata: XmlElement, places: Places) => readonly Edit[]): void => {
    const source = edit.text(part) ?? "";
    const metadata = parseXml(source);
    if (metadata === null) throw new Error(`${part} is not well-formed`);
    const edits = addition(source, metadata, placesIn(metadata));
    if (edits.length > 0) edit.put(part, applyEdits(source, edits));
  };
  change((source, metadata, { type }) => (type > 0 ? [] : addTo(source, metadata, "metadataTypes", TYPE_XML, null)));
  change((source, metadata, { block }) =>
    block >= 0 ? [] : addTo(source, metadata, "futureMetadata", `<bk><extLst>${PROPERTIES}</extLst></bk>`, TYPE),
  );
  change((source, metadata, { type, block, cells }) =>
    cells.length > 0 ? [] : addTo(source, metadata, "cellMetadata", `<bk><rc t="${type}" v="${block}"/></bk>`, null),
  );
  return placesIn(parseXml(edit.text(part) ?? "")).cells[0] ?? 0;
}

function addMetadataPart(edit: PackageEdit, main: string): string {
  const name = edit.has("xl/metadata.xml") ? "xl/metadata#.xml" : "xl/metadata.xml";
  const part = edit.add(name, `${XML_HEADER}<metadata xmlns="${MAIN}"></metadata>`, CONTENT_TYPE);
  edit.relate(main, RELATIONSHIP, part);
  return part;
}
