import { Deflate, Inflate, strFromU8, strToU8 } from "fflate";
import { nextTurn, turns } from "./turns";

/** Quick rather than small: what is packed says the same again and again. */
const LEVEL = 1;

/** Characters that are packed, and packed bytes that are unpacked, between two looks at the clock. */
const PIECE = 16_384;

/** Bytes that `fromCharCode` takes at once. */
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

/**
 * A text, deflated, as base64: a tenth of its size where it repeats itself. It comes in parts, none of which ends inside of a character, so
 * that the page stays alive while it is made and packed.
 */
export async function packedText(parts: Iterable<string>): Promise<string> {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (piece) => pieces.push(piece));
  const turn = turns();
  let waiting = "";
  for (const part of parts) {
    waiting += part;
    if (waiting.length >= PIECE) {
      deflate.push(strToU8(waiting));
      waiting = "";
    }
    if (turn.isOver()) await turn.next();
  }
  await turn.next();
  deflate.push(strToU8(waiting), true);
  await turn.next();
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
    const turn = turns();
    for (let at = 0; at < bytes.length; at += PIECE) {
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (turn.isOver()) await turn.next();
    }
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
  await nextTurn();
  return strFromU8(joined(pieces));
}

/** Whether an error says that a text is no base64 or does not hold deflated bytes. */
function isDamage(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  return Reflect.get(error, "name") === "InvalidCharacterError" || typeof Reflect.get(error, "code") === "number";
}
