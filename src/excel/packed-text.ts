import { Deflate, Inflate, strFromU8, strToU8 } from "fflate";
import { turns } from "./turns";

/** Quick rather than small: what is packed says the same again and again. */
const LEVEL = 1;

/** Bytes that are packed or unpacked between two looks at the clock, and that `fromCharCode` takes at once. */
const PIECE = 65_536;
const ARGUMENTS = 8_192;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Feeds `bytes` piece by piece, so that the page stays alive. */
async function feed(bytes: Uint8Array, push: (piece: Uint8Array, isLast: boolean) => void): Promise<void> {
  const turn = turns();
  for (let at = 0; at < bytes.length; at += PIECE) {
    push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (turn.isOver()) await turn.next();
  }
}

/** A text, deflated, as base64: a tenth of its size where it repeats itself. */
export async function packedText(text: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (piece) => pieces.push(piece));
  await feed(strToU8(text), (piece, isLast) => deflate.push(piece, isLast));
  const bytes = joined(pieces);
  let characters = "";
  for (let at = 0; at < bytes.length; at += ARGUMENTS) {
    characters += String.fromCharCode(...bytes.subarray(at, at + ARGUMENTS));
  }
  return btoa(characters);
}

/** The text that was packed; null for anything that `packedText` did not make. */
export async function unpackedText(packed: string): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  try {
    const characters = atob(packed);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
    const inflate = new Inflate((piece) => pieces.push(piece));
    await feed(bytes, (piece, isLast) => inflate.push(piece, isLast));
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
  return strFromU8(joined(pieces));
}

/** Whether an error says that a text is no base64 or does not hold deflated bytes. */
function isDamage(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  return Reflect.get(error, "name") === "InvalidCharacterError" || typeof Reflect.get(error, "code") === "number";
}
