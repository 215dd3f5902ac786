import type { OriginalPackage } from "./document";
import { childrenOf, parseXml } from "./xml";
import { unpack } from "./zip";

/** A relationship of a part; `target` is the part's name without leading slash, or the address of an external target. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI (`worksheet`, `drawing`): transitional and strict files differ only before it. */
  readonly kind: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Bytes of a part, unpacked; null where the package lacks it or its data is damaged. Part names compare without case. */
export function partBytes(pack: OriginalPackage, part: string): Uint8Array | null {
  const entry = pack.directory.get(partKey(part));
  return entry === undefined ? null : unpack(entry);
}

/** Text of a part, decoded by its byte order mark, UTF-8 without one. */
export function partText(pack: OriginalPackage, part: string): string | null {
  const bytes = partBytes(pack, part);
  return bytes === null ? null : decodeXml(bytes);
}

/** Decodes XML bytes: UTF-16 with a byte order mark, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(utf16).decode(bytes);
}

/** The form of a part's name by which it is looked up: no leading slash, lower case, as part names are case-insensitive. */
export function partKey(part: string): string {
  return part.replace(/^\/+/, "").toLowerCase();
}

/** Name of the part that holds a part's relationships; `""` is the package itself. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part (`""` for the package), in document order; none where it has no relationships part. */
export function relationships(pack: OriginalPackage, part: string): readonly Relationship[] {
  const source = partText(pack, relationshipsPart(part));
  return source === null ? [] : parseRelationships(source, part);
}

/** Parses the text of a relationships part that belongs to `part`. */
export function parseRelationships(source: string, part: string): readonly Relationship[] {
  return childrenOf(parseXml(source), "Relationship").map(({ attributes }) => {
    const type = attributes["Type"] ?? "";
    const external = attributes["TargetMode"] === "External";
    const target = attributes["Target"] ?? "";
    return {
      id: attributes["Id"] ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      type,
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

/** Part name a target stands for, seen from `part`: absolute (`/xl/…`) or relative (`../drawings/…`). */
function resolveTarget(part: string, target: string): string {
  const path = target.split("#")[0] ?? "";
  const segments = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(decodeSegment(segment));
  }
  return segments.join("/");
}

function decodeSegment(segment: string): string {
  return /%[0-9a-f]{2}/i.test(segment) ? decodeURIComponent(segment) : segment;
}

/** Target that leads from `part` to `target`, relative as Excel writes it. */
export function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
