/**
 * One element of a small XML part. `start…end` is the whole element in the source and `innerStart…innerEnd` its content,
 * so that a part can be changed in one place and stay as it was everywhere else.
 */
export interface XmlElement {
  /** Name without prefix: writers differ in their prefixes, the parts of a workbook do not differ in their names. */
  readonly name: string;
  readonly prefix: string;
  /** By name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, entities resolved. */
  readonly text: string;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

interface OpenElement {
  name: string;
  prefix: string;
  qualified: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  innerStart: number;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Parses a part; null where it is not well-formed enough to have one root with its elements closed in order. */
export function parseXml(source: string): XmlElement | null {
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let last = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token !== null; token = TOKEN.exec(source)) {
    const [whole, cdata, closing, opening, attributes, selfClosing] = token;
    const top = stack.at(-1);
    if (top !== undefined && token.index > last) top.text += unescapeXml(source.slice(last, token.index));
    last = token.index + whole.length;
    if (cdata !== undefined) {
      if (top !== undefined) top.text += cdata;
    } else if (closing !== undefined) {
      const element = stack.pop();
      if (element === undefined || element.qualified !== closing) return null;
      const done = close(element, token.index, last);
      const parent = stack.at(-1);
      if (parent === undefined) root ??= done;
      else parent.children.push(done);
    } else if (opening !== undefined) {
      const colon = opening.indexOf(":");
      const element: OpenElement = {
        name: opening.slice(colon + 1),
        prefix: opening.slice(0, Math.max(0, colon)),
        qualified: opening,
        attributes: parseAttributes(attributes ?? ""),
        children: [],
        text: "",
        start: token.index,
        innerStart: last,
      };
      if (selfClosing !== "/") stack.push(element);
      else if (top === undefined) root ??= close(element, last, last);
      else top.children.push(close(element, last, last));
    }
  }
  return stack.length === 0 ? root : null;
}

function close(element: OpenElement, innerEnd: number, end: number): XmlElement {
  const { name, prefix, attributes, children, text, start, innerStart } = element;
  return { name, prefix, attributes, children, text, start, innerStart, innerEnd, end };
}

function parseAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes[name] = unescapeXml(double ?? single ?? "");
  }
  return attributes;
}

/** First child of that name. */
export function child(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return element?.children.find((candidate) => candidate.name === name) ?? null;
}

/** Children of that name in document order. */
export function childrenOf(element: XmlElement | null | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The element reached by a path of names from `element`, first match at each step. */
export function descendant(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  let here = element ?? null;
  for (const name of path) here = child(here, name);
  return here;
}

/** All elements of that name below `element`, at any depth, in document order. */
export function descendants(element: XmlElement | null, name: string): XmlElement[] {
  if (element === null) return [];
  return element.children.flatMap((inner) =>
    inner.name === name ? [inner, ...descendants(inner, name)] : descendants(inner, name),
  );
}

/** Value of a prefixed attribute whatever its prefix (`r:id`, `rel:id`); null where there is none. */
export function prefixedAttribute(element: XmlElement, local: string): string | null {
  const found = Object.entries(element.attributes).find(
    ([name]) => name.endsWith(`:${local}`) && !name.startsWith("xmlns:"),
  );
  return found?.[1] ?? null;
}

/** A number attribute; null where it is missing or no number. */
export function numberAttribute(element: XmlElement | null, name: string): number | null {
  const text = element?.attributes[name];
  if (text === undefined || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A logical attribute: `1`, `true` and `on` are true. */
export function flagAttribute(element: XmlElement | null, name: string, otherwise = false): boolean {
  const text = element?.attributes[name];
  return text === undefined ? otherwise : text === "1" || text === "true" || text === "on";
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Resolves character and named entities; line ends become `\n` as XML prescribes. */
export function unescapeXml(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, named: string | undefined) => {
      if (named !== undefined) return NAMED_ENTITIES[named] ?? whole;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Escapes text for element content and for attributes in double quotes. Line ends in attributes are kept as references. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** As `escapeXml`, and with line breaks and tabs as references: a parser would turn them into spaces in an attribute. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Characters that XML cannot hold, and the carriage return that a parser would drop. */
// eslint-disable-next-line no-control-regex -- these are the very characters that must not come through
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g;

/** Spreadsheet text (`ST_Xstring`) as it stands in XML: what XML forbids is written `_xHHHH_`, and what looks like that is guarded. */
export function escapeCellText(text: string): string {
  const guarded = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(FORBIDDEN, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return escapeXml(guarded);
}

/** Reverses the `_xHHHH_` of spreadsheet text. */
export function unescapeCellText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
