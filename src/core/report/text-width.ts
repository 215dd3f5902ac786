/** First code point that Chinese fonts draw two columns wide: dashes, quotation marks, shapes, CJK and full-width forms. */
const WIDE_FROM = 0x2010;

/** Width of a text in characters of body text; a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1;
  return width;
}

/** Lines that a text takes when wrapped in a cell `width` characters wide; at least one. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width));
  return text.split("\n").reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(textWidth(paragraph) / room)), 0);
}
