import { LONGEST_NAME } from "./sheet-names";

/** A sheet that bears a mark: its name now, and the name under which it was made, where that is known. */
interface MarkedSheet {
  readonly name: string;
  readonly madeAs: string | null;
}

/** How Excel names the copy of a sheet: `融合总览 (2)`. */
const COPY_NAME = /^(.+?) ?\(\d+\)$/u;

/** True for the name that Excel gives to a copy of the sheet `name`, which it cuts before the number where it would be too long. */
export function isCopyOf(candidate: string, name: string): boolean {
  const [, stem] = COPY_NAME.exec(candidate) ?? [];
  if (stem === undefined || candidate === name) return false;
  return stem === name || (candidate.length === LONGEST_NAME && name.startsWith(stem));
}

/** The names from which copies of a sheet may have theirs. */
export function namesOf({ name, madeAs }: MarkedSheet): readonly string[] {
  return madeAs === null ? [name] : [name, madeAs];
}

/**
 * Of the sheets that bear the same mark, the one that was marked; the others were copied from it, mark and all. It is the one that has
 * the name under which it was made, else the only one whose name is not that of a copy. `null` where that cannot be told: then
 * all of them count as the clerk's.
 */
export function originalOf<T extends MarkedSheet>(sheets: readonly T[]): T | null {
  const named = sheets.find(({ name, madeAs }) => name === madeAs);
  if (named !== undefined) return named;
  const names = sheets.flatMap(namesOf);
  const [first, ...more] = sheets.filter((sheet) => !names.some((name) => isCopyOf(sheet.name, name)));
  return first === undefined || more.length > 0 ? null : first;
}
