/** True while a piece of work that changes the workbook is under way. */
let isUnderWay = false;

/**
 * Runs work that changes the workbook, unless another piece is under way: pane and ribbon share one page, and two runs at once
 * would write over each other.
 */
export async function exclusively<T>(work: () => Promise<T>): Promise<T | "underWay"> {
  if (isUnderWay) return "underWay";
  isUnderWay = true;
  try {
    return await work();
  } finally {
    isUnderWay = false;
  }
}
