import type { Area } from "../core/grid";

/** Equal neighbouring cells as one area. */
export interface Block<K> {
  readonly key: K;
  readonly area: Area;
}

/**
 * Cuts a rectangle into areas of equal cells, as few as runs of equal cells in rows of equal extent give. `keyOf` says what
 * a cell is equal in (compared by identity); cells with null are left out.
 */
export function partition<K extends string | number>(
  rowCount: number,
  columnCount: number,
  keyOf: (row: number, column: number) => K | null,
): Block<K>[] {
  const closed: Block<K>[] = [];
  /** Blocks that the row above ends in, by their first columns. */
  let open = new Map<number, Block<K>>();
  for (let row = 0; row < rowCount; row += 1) {
    const next = new Map<number, Block<K>>();
    for (const { key, column, width } of runs(row, columnCount, keyOf)) {
      const above = open.get(column);
      if (above?.key === key && above.area.columnCount === width) {
        next.set(column, { key, area: { ...above.area, rowCount: above.area.rowCount + 1 } });
        open.delete(column);
      } else next.set(column, { key, area: { row, column, rowCount: 1, columnCount: width } });
    }
    closed.push(...open.values());
    open = next;
  }
  return [...closed, ...open.values()];
}

/** Runs of equal cells in one row. */
function runs<K>(row: number, columnCount: number, keyOf: (row: number, column: number) => K | null) {
  const found: { key: K; column: number; width: number }[] = [];
  for (let column = 0; column < columnCount; column += 1) {
    const key = keyOf(row, column);
    if (key === null) continue;
    const last = found[found.length - 1];
    if (last !== undefined && last.key === key && last.column + last.width === column) last.width += 1;
    else found.push({ key, column, width: 1 });
  }
  return found;
}
