/** Names of sheets that the add-in is adding and that bear no mark of a tab, until Excel has told of them. */
const made = new Set<string>();

/** Notes, before the request that adds them, the names of sheets that the add-in makes for the clerk. */
export function noteMade(names: readonly string[]): void {
  for (const name of names) made.add(name);
}

/** True, once, for a sheet that the add-in made: Excel does not say whose addition it tells of. */
export function takeMade(name: string): boolean {
  return made.delete(name);
}

/** Forgets what was noted: nobody has been listening, or nothing was added. */
export function forgetMade(): void {
  made.clear();
}
