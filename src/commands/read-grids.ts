import type { WorkbookGrids } from "../core/grid";
import { formatsWanted } from "../core/ledger/formats";
import { readWorkbook } from "../excel/read-workbook";
import type { Attempt } from "../excel/run-excel";
import { inSlices } from "./in-slices";
import type { OnProgress } from "./progress";

/**
 * Everything that the computation reads of the open workbook, its progress told in cells. Where `signal` was aborted the number formats
 * may be lacking: nobody computes with them.
 */
export function readGrids(onProgress: OnProgress, signal: AbortSignal | null): Promise<Attempt<WorkbookGrids>> {
  return readWorkbook({
    formatsWanted: async (grids) => {
      const wanted = await inSlices(formatsWanted(grids), () => undefined, signal);
      return wanted === "cancelled" ? [] : wanted;
    },
    onProgress: (done, total) => onProgress("read", done, total),
  });
}
