import type { CellValue } from "../core/grid";
import { round9 } from "../core/methods/round9";
import type { Step } from "../core/methods/level";
import { textOf } from "../core/ledger/text";
import type { Parameter } from "./declaration";
import { type ParameterTexts, type Rows, isMissingCell, numberOfCell, optional, table } from "./parameters";
import { isVector } from "./shapes";
import { type Checked, type Failure, invalid, value } from "./values";

/** A scale as the product has it: how many bounds it needs, and its steps for other bounds (in rising order). */
export interface Scale {
  readonly bounds: number;
  readonly steps: (bounds: readonly number[]) => readonly Step[];
}

/**
 * A parameter that replaces the steps of `scale`: rows of lower bound and name in any order, a blank bound being no lower limit; or a
 * row or column of bounds alone, as many as the scale has, which keeps its names. `null` where it is left out.
 */
export function stepsParameter(texts: ParameterTexts, scale: Scale): Parameter<readonly Step[] | null> {
  const cells = table(texts);
  return optional<readonly Step[] | null>(
    {
      ...cells,
      read: (given) => {
        const read = cells.read(given);
        if (read.kind !== "value") return read;
        const rows = read.value.filter((row) => !row.every(isMissingCell));
        const steps = isTable(rows) ? namedSteps(rows) : stepsOfBounds(rows, scale);
        if (steps.kind !== "value") return steps;
        return repeatedBound(steps.value) ?? steps;
      },
    },
    null,
  );
}

/** Rows of bound and name; two bounds side by side are none. */
function isTable(rows: Rows<CellValue>): boolean {
  return rows.every((row) => row.length === 2) && (rows.length > 1 || rows.some(([, name = null]) => isName(name)));
}

function isName(cell: CellValue): boolean {
  return !isMissingCell(cell) && numberOfCell(cell).kind !== "value";
}

function namedSteps(rows: Rows<CellValue>): Checked<readonly Step[]> {
  const steps: Step[] = [];
  for (const [index, [bound = null, name = null]] of rows.entries()) {
    const from = numberOfCell(bound, { row: index + 1, column: 1 });
    if (from.kind !== "value") return from;
    const called = textOf(name).trim();
    if (called === "") return invalid("missingCell", { row: index + 1, column: 2 });
    steps.push({ from: from.value ?? -Infinity, name: called });
  }
  return value(steps);
}

function stepsOfBounds(rows: Rows<CellValue>, scale: Scale): Checked<readonly Step[]> {
  const cells = rows.flat();
  if (!isVector(rows))
    return invalid("shapeDiffers", { needed: `${rows.length}×2`, found: `${rows.length}×${rows[0]?.length ?? 0}` });
  const bounds: number[] = [];
  for (const [index, cell] of cells.entries()) {
    const bound = numberOfCell(cell, rows.length === 1 ? { row: 1, column: index + 1 } : { row: index + 1, column: 1 });
    if (bound.kind !== "value") return bound;
    if (bound.value !== null) bounds.push(bound.value);
  }
  return bounds.length === scale.bounds
    ? value(scale.steps([...bounds].sort((a, b) => a - b)))
    : invalid("countDiffers", { needed: scale.bounds, found: bounds.length });
}

function repeatedBound(steps: readonly Step[]): Failure | null {
  const seen = new Set<number>();
  for (const { from } of steps) {
    const bound = round9(from);
    if (seen.has(bound)) return invalid("boundRepeated", { bound: bound === -Infinity ? "−∞" : bound });
    seen.add(bound);
  }
  return null;
}
