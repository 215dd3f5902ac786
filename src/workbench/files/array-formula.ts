import type { ICellData } from "@univerjs/core";

/** What the engine's `custom` of a cell says of a formula that was entered with Ctrl+Shift+Enter. */
export const enteredAsArray = { array: "entered" } as const;

/** True for a formula that was entered with Ctrl+Shift+Enter: it fills the area that was selected then, and no other. */
export function isEnteredAsArray(cell: Pick<ICellData, "custom">): boolean {
  return cell.custom?.["array"] === enteredAsArray.array;
}
