import type { XmlElement } from "./xml";

/** The header Excel gives every XML part. */
export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Replacement of `source.slice(start, end)`; an insertion has `start` equal to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; those at one place keep the order given. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let out = "";
  let at = 0;
  for (const { start, end, text } of ordered) {
    out += source.slice(at, start) + text;
    at = end;
  }
  return out + source.slice(at);
}

/** Edit that puts `text` at the end of an element's content, opening the element up where it is self-closing. */
export function appendTo(source: string, element: XmlElement, text: string): Edit {
  if (element.innerEnd < element.end) return { start: element.innerEnd, end: element.innerEnd, text };
  const tag = source.slice(element.start, element.end);
  return {
    start: element.start,
    end: element.end,
    text: `${tag.slice(0, -2).trimEnd()}>${text}</${qualifiedName(element)}>`,
  };
}

/** Edit that sets attributes (null removes one) in an element's opening tag and leaves the rest of it as written. */
export function setAttributes(
  source: string,
  element: XmlElement,
  changes: Readonly<Record<string, string | null>>,
): Edit {
  const tag = source.slice(element.start, element.innerEnd < element.end ? element.innerStart : element.end);
  let out = tag;
  for (const [name, value] of Object.entries(changes)) {
    const present = new RegExp(`(\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    if (value === null) out = out.replace(present, "");
    else if (present.test(out)) out = out.replace(present, (_, space: string) => `${space}${name}="${value}"`);
    else out = out.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}="${value}"${slash}>`);
  }
  return { start: element.start, end: element.start + tag.length, text: out };
}

/** Text of an element with attributes changed and all else as written. */
export function withAttributes(
  source: string,
  element: XmlElement,
  changes: Readonly<Record<string, string | null>>,
): string {
  const { text } = setAttributes(source, element, changes);
  return element.innerEnd < element.end ? text + source.slice(element.innerStart, element.end) : text;
}

/** An element's name as written. */
export function qualifiedName({ prefix, name }: XmlElement): string {
  return prefix === "" ? name : `${prefix}:${name}`;
}

/** Generated elements under the prefix that the part gives their namespace; elements that bring a prefix keep it. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === ""
    ? xml
    : xml.replace(
        /<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/g,
        (_, slash: string, name: string) => `<${slash}${prefix}:${name}`,
      );
}
