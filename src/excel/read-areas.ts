import type { Area, CellValue } from "../core/grid";
import { cellsAt } from "./cells-at";
import { BYTES_PER_CELL, PAYLOAD_BYTES } from "./payload";
import { isExcelError } from "./run-excel";

/** What can be read of a cell: its value, its formula (or value, where it has none), its number format. */
type CellAspect = "values" | "formulas" | "numberFormat";

/** An area to read. */
interface Source {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** Consecutive rows of one source. */
interface Slice {
  readonly source: number;
  readonly row: number;
  readonly rowCount: number;
}

/**
 * The next slices, from row `row` of source `source` on, that hold at most `cells` cells together; at least one row, so that
 * reading always gets on.
 */
function nextSlices(sources: readonly Source[], from: { source: number; row: number }, cells: number): Slice[] {
  const slices: Slice[] = [];
  let room = cells;
  let { source, row } = from;
  for (; source < sources.length; source += 1, row = 0) {
    const area = sources[source]?.area;
    if (area === undefined) break;
    const wanted = area.rowCount - row;
    const fitting = Math.max(slices.length === 0 ? 1 : 0, Math.min(wanted, Math.floor(room / area.columnCount)));
    if (fitting === 0) break;
    slices.push({ source, row, rowCount: fitting });
    if (fitting < wanted) break;
    room -= fitting * area.columnCount;
  }
  return slices;
}

function cellsOf(sources: readonly Source[], slices: readonly Slice[]): number {
  return slices.reduce((sum, slice) => sum + slice.rowCount * (sources[slice.source]?.area.columnCount ?? 0), 0);
}

/** True for a grid of cell values as Excel hands them over. Looks at every cell: what Excel gives is untyped. */
function isCellGrid(grid: unknown): grid is CellValue[][] {
  return (
    Array.isArray(grid) &&
    grid.every(
      (row: unknown) =>
        Array.isArray(row) &&
        row.every(
          (cell) => cell === null || typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean",
        ),
    )
  );
}

/** Rows of an area, counted from its first. */
function rowsOf(sheet: Excel.Worksheet, area: Area, row: number, rowCount: number): Excel.Range {
  return cellsAt(sheet, { ...area, row: area.row + row, rowCount });
}

/** Reads slices in one round trip; null where the response would be larger than Excel allows and could be smaller. */
async function readSlices(
  context: Excel.RequestContext,
  sources: readonly Source[],
  slices: readonly Slice[],
  aspect: CellAspect,
): Promise<CellValue[][][] | null> {
  const ranges = slices.flatMap(({ source, row, rowCount }) => {
    const from = sources[source];
    if (from === undefined) return [];
    const { sheet, area } = from;
    const range = rowsOf(sheet, area, row, rowCount);
    range.load(aspect);
    return [range];
  });
  try {
    await context.sync();
  } catch (error) {
    const single = slices.length === 1 && slices[0]?.rowCount === 1;
    if (isExcelError(error) && error.code === "ResponsePayloadSizeLimitExceeded" && !single) return null;
    throw error;
  }
  return ranges.map((range) => {
    const grid: unknown = range[aspect];
    if (!isCellGrid(grid)) throw new Error(`Excel gave no ${aspect}`);
    return grid;
  });
}

/**
 * Reads one aspect of every cell of the sources, in as few round trips as the payload limit allows: their number depends
 * only on the number of cells. Where cells are larger than estimated, the rest is read in smaller pieces.
 */
export async function readAreas(
  context: Excel.RequestContext,
  sources: readonly Source[],
  aspect: CellAspect,
  onProgress: (cells: number) => void = () => undefined,
): Promise<CellValue[][][]> {
  const grids: CellValue[][][] = sources.map(() => []);
  let budget = Math.floor(PAYLOAD_BYTES / BYTES_PER_CELL);
  let next = { source: 0, row: 0 };
  let cells = 0;
  for (;;) {
    const slices = nextSlices(sources, next, budget);
    const last = slices[slices.length - 1];
    if (last === undefined) return grids;
    const read = await readSlices(context, sources, slices, aspect);
    if (read === null) {
      budget = Math.max(1, Math.floor(Math.min(budget, cellsOf(sources, slices)) / 2));
      continue;
    }
    slices.forEach(({ source }, index) => {
      for (const row of read[index] ?? []) {
        grids[source]?.push(row);
        cells += row.length;
      }
    });
    const done = last.row + last.rowCount >= (sources[last.source]?.area.rowCount ?? 0);
    next = done ? { source: last.source + 1, row: 0 } : { source: last.source, row: last.row + last.rowCount };
    onProgress(cells);
  }
}
