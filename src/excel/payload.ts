/**
 * Excel on the web takes at most 5 MB in one request and gives at most 5 MB in one response. The rest is left for what
 * surrounds the data, and for estimates that are too low.
 */
export const PAYLOAD_BYTES = 3_500_000;

/**
 * What one request is filled to. office.js puts a request together in one piece, as text and as a message that holds this text, in a time that
 * grows with its size: three times this would hold the page for longer than the 50 milliseconds in which it is to answer.
 */
export const REQUEST_BYTES = 1_000_000;

/** Bytes that one cell takes in a response when nothing is known about it: a short Chinese text or a long number. */
export const BYTES_PER_CELL = 32;

/** Bytes that one call on an object takes in a request: the object's path, its release and the call itself. */
export const BYTES_PER_CALL = 400;

/** Bytes that a value takes in a request: three per character in the worst case that is usual here, with quotes and comma. */
export function bytesOf(value: string | number | boolean | null): number {
  return typeof value === "string" ? value.length * 3 + 3 : 20;
}
