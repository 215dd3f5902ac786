import { richText, type TextPool } from "./text-pool";

const LT = 60;
const SLASH = 47;
const GT = 62;

/** Texts of the shared strings part, by index. Works on bytes, since this part can be as large as a sheet. */
export function readSharedStrings(bytes: Uint8Array, pool: TextPool): string[] {
  const strings: string[] = [];
  const decoder = new TextDecoder();
  let itemStart = -1;
  let textStart = 0;
  let textEnd = 0;
  let plain = true;
  let texts = 0;
  for (let at = bytes.indexOf(LT); at >= 0; at = bytes.indexOf(LT, at)) {
    const start = at;
    const closing = bytes[at + 1] === SLASH;
    let nameStart = closing ? at + 2 : at + 1;
    at = nameStart;
    while (at < bytes.length && bytes[at] !== GT && bytes[at] !== SLASH && (bytes[at] ?? 0) > 32) {
      if (bytes[at] === 58) nameStart = at + 1;
      at += 1;
    }
    const name =
      at - nameStart === 1
        ? bytes[nameStart]
        : at - nameStart === 2 && bytes[nameStart] === 115 && bytes[nameStart + 1] === 105
          ? 0
          : at - nameStart === 3
            ? -1
            : -2;
    at = bytes.indexOf(GT, at);
    if (at < 0) break;
    at += 1;
    const selfClosing = bytes[at - 2] === SLASH;
    if (name === 0 && !closing) {
      itemStart = at;
      plain = true;
      texts = 0;
      textStart = textEnd = at;
      if (selfClosing) strings.push("");
    } else if (name === 0) {
      strings.push(
        plain && texts < 2
          ? pool.text(bytes, textStart, textEnd)
          : richText(decoder.decode(bytes.subarray(itemStart, start))),
      );
    } else if (name === 116 && !closing) {
      texts += 1;
      textStart = at;
      if (!selfClosing) while (at < bytes.length && !(bytes[at] === LT && bytes[at + 1] === SLASH)) at += 1;
      textEnd = at;
    } else if (name === -1 && !closing) plain = false;
  }
  return strings;
}
