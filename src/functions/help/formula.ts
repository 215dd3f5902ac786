/** Texts in a formula stand between quotation marks, which are doubled inside. */
function constant(cell: unknown): string {
  if (typeof cell === "string") return `"${cell.replace(/"/gu, '""')}"`;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "object" && cell !== null && "error" in cell && typeof cell.error === "string") return cell.error;
  // A constant array cannot hold a blank cell; an empty text is missing too.
  return cell === null ? '""' : JSON.stringify(cell);
}

/** An argument as it stands in a formula: a constant, an array of constants, or nothing where it is left out. */
export function argument(given: unknown): string {
  if (given === null || given === undefined) return "";
  if (!Array.isArray(given)) return constant(given);
  const rows = given.map((row: unknown) => (Array.isArray(row) ? row.map(constant) : [constant(row)]).join(","));
  return `{${rows.join(";")}}`;
}

/** A call of a function as a formula, of arguments as they stand in it; what is left out at the end is left away. */
export function formulaOf(namespace: string, name: string, written: readonly string[]): string {
  const count = written.reduce((until, each, index) => (each === "" ? until : index + 1), 0);
  return `=${namespace}.${name}(${written.slice(0, count).join(",")})`;
}

/** What a cell shows: a text as it is, an array between braces. */
export function resultText(result: unknown): string {
  return typeof result === "string" ? result : argument(result);
}
