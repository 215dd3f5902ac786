/** First code point that Chinese fonts draw two columns wide: dashes, quotation marks, shapes, CJK and full-width forms. */
const WIDE_FROM = 0x2010;

function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1;
}

/** Width of a text in characters of body text; a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Lines that a text takes when wrapped in a cell `width` characters wide; at least one. A character is never split. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, width);
  if (text.length * 2 <= room && !text.includes("\n")) return 1;
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += 1;
    let filled = 0;
    for (const character of paragraph) {
      const own = widthOf(character);
      if (filled + own > room) {
        lines += 1;
        filled = 0;
      }
      filled += own;
    }
  }
  return lines;
}
