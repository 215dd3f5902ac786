import { descendants, parseXml, unescapeCellText, unescapeXml } from "./xml";

const AMPERSAND = 38;
const UNDERSCORE = 95;
const CARRIAGE_RETURN = 13;
const LT = 60;

/** Taken once: looking a global up for every byte costs more than the hash itself where globals are intercepted, as under jest. */
const { imul } = Math;

/**
 * Turns byte ranges into strings, the same bytes into the same string: ledgers repeat few texts many times, and most of
 * the time and memory of reading a large sheet would go into decoding them again.
 */
export class TextPool {
  /** A text may begin with the character that elsewhere is a byte order mark. */
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #slots = new Int32Array(1 << 12).fill(-1);
  #texts: string[] = [];
  #starts: number[] = [];
  #lengths: number[] = [];
  #hashes: number[] = [];
  #bytes = new Uint8Array(1 << 16);
  #used = 0;

  /** Text of `bytes[start…end)`: entities and `_xHHHH_` resolved. */
  text(bytes: Uint8Array, start: number, end: number): string {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    const length = end - start;
    let slot = hash & mask;
    for (let index = this.#slots[slot] ?? -1; index >= 0; index = this.#slots[slot] ?? -1) {
      if (this.#hashes[index] === hash && this.#lengths[index] === length && this.#sameBytes(index, bytes, start))
        return this.#texts[index] ?? "";
      slot = (slot + 1) & mask;
    }
    const text = this.#decode(bytes, start, end);
    this.#add(slot, hash, bytes, start, length, text);
    return text;
  }

  #sameBytes(index: number, bytes: Uint8Array, start: number): boolean {
    const from = this.#starts[index] ?? 0;
    const length = this.#lengths[index] ?? 0;
    for (let at = 0; at < length; at += 1) if (this.#bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, length: number, text: string): void {
    while (this.#used + length > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(bytes.subarray(start, start + length), this.#used);
    this.#slots[slot] = this.#texts.length;
    this.#texts.push(text);
    this.#starts.push(this.#used);
    this.#lengths.push(length);
    this.#hashes.push(hash);
    this.#used += length;
    if (this.#texts.length * 2 > this.#slots.length) this.#widen();
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    this.#hashes.forEach((hash, index) => {
      let slot = hash & mask;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = index;
    });
  }

  #decode(bytes: Uint8Array, start: number, end: number): string {
    const text = this.#decoder.decode(bytes.subarray(start, end));
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at];
      if (byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN || byte === LT)
        return unescapeCellText(plainText(text));
    }
    return text;
  }
}

/** Text content of XML without elements: CDATA sections opened, comments dropped, entities resolved. */
export function plainText(xml: string): string {
  if (!xml.includes("<!")) return unescapeXml(xml);
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/)
    .map((piece) =>
      piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : piece.startsWith("<!--") ? "" : unescapeXml(piece),
    )
    .join("");
}

/** Text of a rich string (content of `<is>` or `<si>`): its runs joined, phonetic text left out. */
export function richText(xml: string): string {
  const bare = xml.replace(/<((?:\w+:)?rPh)[\s>][\s\S]*?<\/\1>/g, "");
  const root = parseXml(`<si>${bare.replace(/\s(?:xmlns(?::\w+)?)="[^"]*"/g, "")}</si>`);
  return unescapeCellText(
    descendants(root, "t")
      .map((run) => run.text)
      .join(""),
  );
}
