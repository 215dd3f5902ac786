import { areaName } from "../core/grid";
import type { Block } from "./partition";

/** Areas of equal cells that are formatted in one call each. */
export interface Group<K> {
  readonly key: K;
  /** Whether each of the areas is a single row: then there is no line between rows to draw. */
  readonly isOneRow: boolean;
  /** All areas, as lists that Excel takes as addresses of several ranges: `A1:B2,D4`. */
  readonly addresses: readonly string[];
}

/** Excel takes 8192 characters of address; half of them leave room for what it adds to it. */
const LONGEST_ADDRESS = 4_000;

/** Gathers areas by what they are equal in. */
export function grouped<K extends string | number>(blocks: readonly Block<K>[]): Group<K>[] {
  const groups = new Map<string, { readonly key: K; readonly isOneRow: boolean; readonly addresses: string[] }>();
  for (const { key, area } of blocks) {
    const isOneRow = area.rowCount === 1;
    const name = `${key}:${String(isOneRow)}`;
    const group = groups.get(name) ?? { key, isOneRow, addresses: [] };
    groups.set(name, group);
    const address = areaName(area);
    const last = group.addresses[group.addresses.length - 1];
    if (last === undefined || last.length + address.length >= LONGEST_ADDRESS) group.addresses.push(address);
    else group.addresses[group.addresses.length - 1] = `${last},${address}`;
  }
  return [...groups.values()];
}
