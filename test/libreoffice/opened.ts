import { readFileSync } from "node:fs";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { open } from "../../src/workbench/files/open";

/** A file that must be a workbook. */
export function opened(file: string): WorkbookDocument {
  const result = open(readFileSync(file));
  if (result.kind === "failed") throw new Error(`${file}: ${result.failure}`);
  return result.document;
}

/** Every cell that has a formula in `written`, `sheet!row,column`, with what it shows in `document`. */
function formulaValues(written: WorkbookDocument, document: WorkbookDocument): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const id of written.snapshot.sheetOrder) {
    const sheet = written.snapshot.sheets[id];
    const other = Object.values(document.snapshot.sheets).find((candidate) => candidate.name === sheet?.name);
    for (const [row, cells] of Object.entries(sheet?.cellData ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        const value: unknown = other?.cellData?.[Number(row)]?.[Number(column)]?.v;
        if (typeof Object(cell).f === "string") values.set(`${sheet?.name ?? ""}!${row},${column}`, value);
      }
    }
  }
  return values;
}

/** How many cells have a formula. */
export function formulaCount(written: WorkbookDocument): number {
  return formulaValues(written, written).size;
}

/** The cells with a formula that show something else once another program has recalculated them: theirs last. */
export function differentFormulas(written: WorkbookDocument, recalculated: WorkbookDocument) {
  const theirs = formulaValues(written, recalculated);
  return [...formulaValues(written, written)].flatMap(([cell, value]) => {
    const other = theirs.get(cell);
    const isSame =
      typeof value === "number" && typeof other === "number" ? Math.abs(value - other) < 1e-9 : value === other;
    return isSame ? [] : [{ cell, value, other }];
  });
}
