import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

const { DOMParser } = new JSDOM("").window;

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Name of the part; null where it lies outside the package. */
  readonly part: string | null;
}

/** The parts of an Office package, as a zip and an XML reader of their own find them: nothing of the stand-in's. */
export interface PackageXml {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** A part as XML; an empty document where there is no such part. */
  readonly document: (part: string) => Document;
  /** The relationships of a part; those of the package for `""`. */
  readonly relationships: (part: string) => readonly Relationship[];
}

/** A sheet of a workbook and its part. */
export interface SheetPart {
  readonly name: string;
  /** Null where no relationship leads to one. */
  readonly part: string | null;
}

/** Children of a local name, whatever their namespace. */
export function children(element: Element | undefined, name: string): Element[] {
  return allChildren(element).filter(({ localName }) => localName === name);
}

/** All children that are elements. */
export function allChildren(element: Element | undefined): Element[] {
  const found: Element[] = [];
  // From sibling to sibling: the lists of jsdom count from the start for every member.
  for (let each = element?.firstElementChild ?? null; each !== null; each = each.nextElementSibling) found.push(each);
  return found;
}

/** Elements of a document by their local name: one walk, however many names are asked for. Nothing changes what was read. */
const byName = new WeakMap<Document, ReadonlyMap<string, Element[]>>();

function walked(document: Document): ReadonlyMap<string, Element[]> {
  const known = byName.get(document);
  if (known !== undefined) return known;
  const found = new Map<string, Element[]>();
  for (const each of descendants(document)) {
    const alike = found.get(each.localName);
    if (alike === undefined) found.set(each.localName, [each]);
    else alike.push(each);
  }
  byName.set(document, found);
  return found;
}

/** All elements below another, in the order of the document. */
function descendants(within: Document | Element): Element[] {
  const found: Element[] = [];
  const look = (parent: Document | Element): void => {
    for (let each = parent.firstElementChild; each !== null; each = each.nextElementSibling) {
      found.push(each);
      look(each);
    }
  };
  look(within);
  return found;
}

/** Elements of a local name at any depth, whatever their namespace, in the order of the document. */
export function elements(within: Document | Element, name: string): readonly Element[] {
  return "documentElement" in within
    ? (walked(within).get(name) ?? [])
    : descendants(within).filter(({ localName }) => localName === name);
}

/** An attribute; an empty text where it is missing. */
export function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

/** The relationship that an element names. */
export function relationshipId(element: Element): string {
  return [...element.attributes].find(({ localName, prefix }) => localName === "id" && prefix !== null)?.value ?? "";
}

/** `part` as a relationship of `source` names it. */
function resolved(source: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : path.posix.join(path.posix.dirname(source), target);
}

function relationshipsPart(part: string): string {
  return path.posix.join(path.posix.dirname(part), "_rels", `${path.posix.basename(part)}.rels`);
}

/** Opens a package; `damaged` hears of every part that was asked for as XML and is none. */
export function packageXml(bytes: Uint8Array, damaged: (part: string) => void): PackageXml {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/")));
  const documents = new Map<string, Document>();
  const document = (part: string): Document => {
    const known = documents.get(part);
    if (known !== undefined) return known;
    const parsed = new DOMParser().parseFromString(strFromU8(parts.get(part) ?? new Uint8Array()), "application/xml");
    if (elements(parsed, "parsererror").length > 0) damaged(part);
    documents.set(part, parsed);
    return parsed;
  };
  const relationships = (part: string): readonly Relationship[] => {
    const own = relationshipsPart(part);
    if (!parts.has(own)) return [];
    return elements(document(own), "Relationship").map((each) => ({
      id: attribute(each, "Id"),
      type: attribute(each, "Type"),
      part: attribute(each, "TargetMode") === "External" ? null : resolved(part, attribute(each, "Target")),
    }));
  };
  return { parts, document, relationships };
}

/** The sheets of a workbook, in order. */
export function sheetParts({ document, relationships }: PackageXml): SheetPart[] {
  const part = "xl/workbook.xml";
  const related = relationships(part);
  return elements(document(part), "sheet").map((each) => ({
    name: attribute(each, "name"),
    part: related.find(({ id }) => id === relationshipId(each))?.part ?? null,
  }));
}
