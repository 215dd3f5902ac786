import type { Locale } from "../../i18n";
import type { Block, Formula } from "./block";
import { pieces } from "./block";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}

function inline(text: string): string {
  return pieces(text)
    .map((piece) => {
      const words = escaped(piece.text);
      switch (piece.kind) {
        case "words":
          return words;
        case "code":
          return `<code>${words}</code>`;
        case "link":
          return `<a href="#${escaped(piece.id)}">${words}</a>`;
      }
    })
    .join("");
}

function head(texts: readonly string[]): string {
  // Above the numbers of rows stands nothing that could be read as a heading.
  return `<tr>${texts.map((text) => (text === "" ? "<td></td>" : `<th scope="col">${inline(text)}</th>`)).join("")}</tr>`;
}

function row(texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<td>${inline(text)}</td>`).join("")}</tr>`;
}

/** Columns that fit beside each other in a pane; a wider table scrolls by itself, by the keyboard too. */
const NARROW = 4;

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = `<tbody>\n${rows.map(row).join("\n")}\n</tbody>`;
  const whole = `<table>\n<thead>${head(columns)}</thead>\n${body}\n</table>`;
  return columns.length > NARROW ? `<div class="wide" tabindex="0">\n${whole}\n</div>` : whole;
}

function formulaOf({ formula, shows }: Formula): string {
  const result = shows === null ? "" : `<samp>${escaped(shows)}</samp>`;
  return `<div class="formula"><code>${escaped(formula)}</code>${result}</div>`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level} id="${escaped(block.id)}">${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return table(block.head, block.rows);
    case "formulas":
      return block.formulas.map(formulaOf).join("\n");
  }
}

/** What surrounds a page: its language, its title, and the same page in the other language. */
export interface Surroundings {
  readonly locale: Locale;
  readonly title: string;
  readonly other: { readonly locale: Locale; readonly file: string; readonly text: string };
}

/** Nothing runs on these pages and nothing is loaded but their style. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** A page as HTML, complete; it expects `help.css` beside it. */
export function html(blocks: readonly Block[], { locale, title, other }: Surroundings): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<nav><a href="${escaped(other.file)}" lang="${other.locale}" hreflang="${other.locale}">${escaped(other.text)}</a></nav>
<main>
${blocks.map(htmlOf).join("\n")}
</main>
</body>
</html>
`;
}
