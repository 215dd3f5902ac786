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

function cells(element: "td" | "th", texts: readonly string[]): string {
  const scope = element === "th" ? ' scope="col"' : "";
  return `<tr>${texts.map((text) => `<${element}${scope}>${inline(text)}</${element}>`).join("")}</tr>`;
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
      return [
        "<table>",
        `<thead>${cells("th", block.head)}</thead>`,
        `<tbody>\n${block.rows.map((texts) => cells("td", texts)).join("\n")}\n</tbody>`,
        "</table>",
      ].join("\n");
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
