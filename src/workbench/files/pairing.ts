/**
 * The part each record is written to: its own, else that of a vanished record of the same name (a thing deleted and made
 * again, as a refresh does), else null. So a tab written twice keeps its parts and their numbers.
 */
export function pairParts<R extends { readonly part: string | null }>(
  records: readonly R[],
  before: readonly R[],
  name: (record: R) => string | null,
): ReadonlyMap<R, string | null> {
  const known = new Set(before.map(({ part }) => part));
  const taken = new Set(records.flatMap(({ part }) => (part !== null && known.has(part) ? [part] : [])));
  const pairs = new Map<R, string | null>();
  for (const record of records) {
    if (record.part !== null && known.has(record.part)) {
      pairs.set(record, record.part);
      continue;
    }
    const wanted = name(record);
    const vanished = before.find(
      (old) => old.part !== null && !taken.has(old.part) && wanted !== null && name(old) === wanted,
    );
    if (vanished?.part !== undefined && vanished.part !== null) taken.add(vanished.part);
    pairs.set(record, vanished?.part ?? null);
  }
  return pairs;
}
