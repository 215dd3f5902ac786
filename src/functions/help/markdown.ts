import type { Block, Formula } from "./block";
import { pieces } from "./block";

/** How a heading is named in links to it: lower case, words joined by hyphens. */
function anchor(id: string): string {
  return id.toLowerCase();
}

function inline(text: string): string {
  return pieces(text)
    .map((piece) => {
      switch (piece.kind) {
        case "words":
          return piece.text.replace(/[<*]/gu, "\\$&");
        case "code":
          return `\`${piece.text}\``;
        case "link":
          return `[${piece.text}](#${anchor(piece.id)})`;
      }
    })
    .join("");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => inline(cell).replace(/\|/gu, "\\|")).join(" | ")} |`;
}

function linesOf({ formula, shows }: Formula): string {
  return shows === null ? formula : `${formula}\n→ ${shows}`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${block.text}`;
    case "paragraph":
      return inline(block.text);
    case "list":
      return block.items.map((item) => `- ${inline(item)}`).join("\n");
    case "table":
      return [row(block.head), `|${"---|".repeat(block.head.length)}`, ...block.rows.map(row)].join("\n");
    case "formulas":
      return ["```", block.formulas.map(linesOf).join("\n\n"), "```"].join("\n");
  }
}

/** A page as Markdown; ids of headings must be the headings in capitals or lower case, as links to them are made of the heading there. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join("\n\n")}\n`;
}
