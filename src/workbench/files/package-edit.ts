import type { OriginalPackage } from "./document";
import {
  parseRelationships,
  partBytes,
  partKey,
  partText,
  relationshipsPart,
  relativeTarget,
  type Relationship,
} from "./opc";
import { childrenOf, escapeAttribute, parseXml } from "./xml";
import { XML_HEADER, appendTo, applyEdits } from "./xml-edit";
import { pack, unpack, writeZip, type ZipEntry } from "./zip";

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

/**
 * Changes to a package, held apart from it until `finish`. A part that is never put, or is put with the bytes it had, comes
 * out as the very bytes that went in, packed as they were.
 */
export class PackageEdit {
  readonly #origin: OriginalPackage;
  /** New or changed parts by key; null for a removed one. In order of their first change. */
  readonly #parts = new Map<string, { readonly name: string; readonly bytes: Uint8Array } | null>();

  constructor(origin: OriginalPackage) {
    this.#origin = origin;
  }

  has(part: string): boolean {
    const key = partKey(part);
    return this.#parts.has(key) ? this.#parts.get(key) !== null : this.#origin.directory.has(key);
  }

  bytes(part: string): Uint8Array | null {
    const changed = this.#parts.get(partKey(part));
    return changed === undefined ? partBytes(this.#origin, part) : (changed?.bytes ?? null);
  }

  text(part: string): string | null {
    const changed = this.#parts.get(partKey(part));
    if (changed === undefined) return partText(this.#origin, part);
    return changed === null ? null : new TextDecoder().decode(changed.bytes);
  }

  /** Replaces or adds a part. */
  put(part: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.#parts.set(partKey(part), { name: this.#origin.directory.get(partKey(part))?.name ?? part, bytes });
  }

  /** Adds a part under the first free number (`xl/charts/chart#.xml`) and names its content type; gives the part's name. */
  add(pattern: string, content: string | Uint8Array, contentType: string | null): string {
    let number = 1;
    while (this.has(pattern.replace("#", String(number)))) number += 1;
    const part = pattern.replace("#", String(number));
    this.put(part, content);
    if (contentType !== null) this.setContentType(part, contentType);
    return part;
  }

  /** Removes a part, its relationships and its content type. */
  remove(part: string): void {
    for (const name of [part, relationshipsPart(part)]) if (this.has(name)) this.#parts.set(partKey(name), null);
    const source = this.text(CONTENT_TYPES) ?? "";
    const override = childrenOf(parseXml(source), "Override").find(
      ({ attributes }) => partKey(attributes["PartName"] ?? "") === partKey(part),
    );
    if (override !== undefined)
      this.put(CONTENT_TYPES, applyEdits(source, [{ start: override.start, end: override.end, text: "" }]));
  }

  setContentType(part: string, contentType: string): void {
    const source = this.text(CONTENT_TYPES) ?? "";
    const types = parseXml(source);
    if (
      types === null ||
      childrenOf(types, "Override").some(({ attributes }) => partKey(attributes["PartName"] ?? "") === partKey(part))
    )
      return;
    const override = `<Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`;
    this.put(CONTENT_TYPES, applyEdits(source, [appendTo(source, types, override)]));
  }

  /** Relationships of a part as they stand now; `""` is the package. */
  relationships(part: string): readonly Relationship[] {
    const source = this.text(relationshipsPart(part));
    return source === null ? [] : parseRelationships(source, part);
  }

  /** Adds a relationship and gives its id: one above the highest `rId` in use. */
  relate(part: string, type: string, target: string, external = false): string {
    const name = relationshipsPart(part);
    const source = this.text(name) ?? `${XML_HEADER}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
    const root = parseXml(source);
    if (root === null) throw new Error(`${name} is not well-formed`);
    const highest = Math.max(
      0,
      ...childrenOf(root, "Relationship").map(({ attributes }) =>
        Number(/^rId(\d+)$/.exec(attributes["Id"] ?? "")?.[1] ?? 0),
      ),
    );
    const id = `rId${highest + 1}`;
    const place = external
      ? `Target="${escapeAttribute(target)}" TargetMode="External"`
      : `Target="${escapeAttribute(relativeTarget(part, target))}"`;
    this.put(name, applyEdits(source, [appendTo(source, root, `<Relationship Id="${id}" Type="${type}" ${place}/>`)]));
    return id;
  }

  /** Removes a relationship; the part it leads to stays. A relationships part left empty goes. */
  unrelate(part: string, id: string): void {
    const name = relationshipsPart(part);
    const source = this.text(name);
    const root = source === null ? null : parseXml(source);
    const found = childrenOf(root, "Relationship");
    const element = found.find(({ attributes }) => attributes["Id"] === id);
    if (source === null || element === undefined) return;
    if (found.length === 1) this.#parts.set(partKey(name), null);
    else this.put(name, applyEdits(source, [{ start: element.start, end: element.end, text: "" }]));
  }

  /** Removes the parts that no relationship leads to any more but that one led to in the package as it was opened. */
  removeUnreachable(): void {
    const before = reachable((part) => {
      const source = partText(this.#origin, relationshipsPart(part));
      return source === null ? [] : parseRelationships(source, part);
    });
    const now = reachable((part) => this.relationships(part));
    for (const [key, name] of before) if (!now.has(key) && this.has(name)) this.remove(name);
  }

  /** The package as bytes: entries in the order of the original, new ones after them. */
  finish(modified: Date): Uint8Array {
    const entries: ZipEntry[] = [];
    for (const [key, entry] of this.#origin.directory) {
      const changed = this.#parts.get(key);
      if (changed === undefined) entries.push(entry);
      else if (changed !== null)
        entries.push(sameBytes(unpack(entry), changed.bytes) ? entry : pack(entry.name, changed.bytes));
    }
    for (const [key, changed] of this.#parts) {
      if (changed !== null && !this.#origin.directory.has(key)) entries.push(pack(changed.name, changed.bytes));
    }
    return writeZip(entries, modified);
  }
}

/** Parts that relationships lead to from the package's root, by key. */
function reachable(relationships: (part: string) => readonly Relationship[]): Map<string, string> {
  const found = new Map<string, string>();
  const follow = (part: string): void => {
    for (const { target, external } of relationships(part)) {
      if (external || found.has(partKey(target))) continue;
      found.set(partKey(target), target);
      follow(target);
    }
  };
  follow("");
  return found;
}

function sameBytes(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
