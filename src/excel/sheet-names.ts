/** Longest name of a sheet that Excel takes. */
export const LONGEST_NAME = 31;

/** True for a name that Excel takes for a sheet. */
export function isSheetName(name: string): boolean {
  return (
    name.trim() !== "" &&
    name.length <= LONGEST_NAME &&
    !/[[\]:*?/\\]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== "history"
  );
}

/** Two sheets cannot have names that differ only in case. */
export function sameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A sheet's name as a formula writes it. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/gu, "''")}'`;
}

/** Name of each tab of the report (as the report names it) → the name of its sheet, which the clerk may have changed. */
export type TabNames = ReadonlyMap<string, string>;

/** Text in quotation marks, or a quoted sheet name with its exclamation mark. */
const TEXT_OR_SHEET = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!/g;

/** A formula in which references to tabs carry the names that their sheets have. */
export function withTabNames(formula: string, names: TabNames): string {
  return formula.replace(TEXT_OR_SHEET, (found: string, sheet: string | undefined) => {
    const name = sheet === undefined ? undefined : names.get(sheet.replace(/''/gu, "'"));
    return name === undefined ? found : `${quotedSheet(name)}!`;
  });
}
