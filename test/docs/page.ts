import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a page of the documentation. */
export function page(name: string): string {
  return readFileSync(join(__dirname, "../../docs", name), "utf8");
}

/** The rows of a page's tables: their cells, trimmed, `\|` being a bar inside a cell. */
export function tableRows(markdown: string): string[][] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("|") && !line.startsWith("|---"))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/u)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}
