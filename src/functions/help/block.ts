/**
 * A part of a page. Texts may hold code between backticks and links to headings of the same page as `[text](#id)`.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "formulas"; readonly formulas: readonly Formula[] };

/** A formula, and what a cell with it shows. */
export interface Formula {
  readonly formula: string;
  readonly shows: string | null;
}

/** A piece of a text. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly id: string };

const PIECE = /`([^`]+)`|\[([^\]]+)\]\(#([^)]+)\)/gu;

/** The pieces of a text, in their order. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [whole, code, linked, id] = match;
    if (match.index > end) found.push({ kind: "words", text: text.slice(end, match.index) });
    if (code !== undefined) found.push({ kind: "code", text: code });
    else if (linked !== undefined && id !== undefined) found.push({ kind: "link", text: linked, id });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ kind: "words", text: text.slice(end) });
  return found;
}
