/**
 * Finds the lines of a page again after lines were put in, taken out or sorted: for each line of `before` the index of the line of
 * `now` that it has become, null where it is gone. A line is known by its text; `""` is a line without one of its own.
 * First those from the top that are the same, then those whose text stands once in both, then their equal neighbours; what
 * is left between two lines found belongs to whatever stands in its place.
 */
export function matchLines(before: readonly string[], now: readonly string[]): readonly (number | null)[] {
  const found: (number | null)[] = before.map(() => null);
  const taken = new Set<number>();
  const pair = (line: number, at: number) => {
    found[line] = at;
    taken.add(at);
  };
  let same = 0;
  while (same < before.length && same < now.length && before[same] === now[same]) {
    pair(same, same);
    same += 1;
  }
  if (same === before.length) return found;
  const once = linesOnce(now, same);
  for (const [text, line] of linesOnce(before, same)) {
    const at = once.get(text);
    if (at !== undefined) pair(line, at);
  }
  /** Pairs a line that was not found with the one beside what its neighbour has become. */
  const besides = (line: number, step: 1 | -1, isLike: (line: number, at: number) => boolean) => {
    const neighbour = found[line - step];
    if (found[line] !== null || neighbour === null || neighbour === undefined) return;
    const at = neighbour + step;
    if (at >= 0 && at < now.length && !taken.has(at) && isLike(line, at)) pair(line, at);
  };
  const isEqual = (line: number, at: number) => before[line] === now[at];
  for (let line = same; line < before.length; line += 1) besides(line, 1, isEqual);
  for (let line = before.length - 1; line >= same; line -= 1) besides(line, -1, isEqual);
  if (same === 0 && found[0] === null && now.length > 0 && !taken.has(0)) pair(0, 0);
  for (let line = same; line < before.length; line += 1) besides(line, 1, () => true);
  return found;
}

/** Texts from line `first` on that stand on one line only, with that line. */
function linesOnce(lines: readonly string[], first: number): ReadonlyMap<string, number> {
  const once = new Map<string, number>();
  const seen = new Set<string>();
  for (let line = first; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    if (seen.has(text)) once.delete(text);
    else if (text !== "") once.set(text, line);
    seen.add(text);
  }
  return once;
}
