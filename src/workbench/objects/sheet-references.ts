import { quoteSheet } from "./address";

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The ways in which a formula can name a sheet: quoted, and bare where the name allows it. */
function sheetPattern(name: string): string {
  const quoted = escaped(`'${name.replaceAll("'", "''")}'`);
  return quoteSheet(name) === name ? `(?:${quoted}|${escaped(name)})` : quoted;
}

const notInsideAName = String.raw`(?<![\p{L}\p{N}_.'\]])`;

/** Splits a formula into what stands inside double quotes and what does not, and changes only the latter. */
function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}

/** The formula after a sheet got another name. */
export function renameInFormula(formula: string, before: string, after: string): string {
  const reference = new RegExp(`${notInsideAName}${sheetPattern(before)}!`, "giu");
  return outsideText(formula, (part) => part.replaceAll(reference, () => `${quoteSheet(after)}!`));
}

/** The formula after a sheet was deleted: what pointed there is #REF!. */
export function removeFromFormula(formula: string, deleted: string): string {
  const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`;
  const place = String.raw`(?:${cell}(?::${cell})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)`;
  const reference = new RegExp(`${notInsideAName}${sheetPattern(deleted)}!${place}`, "giu");
  return outsideText(formula, (part) => part.replaceAll(reference, "#REF!"));
}
