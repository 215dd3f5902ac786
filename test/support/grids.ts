import { readFileSync } from "node:fs";
import type { CellValue, ColumnFormats, SheetGrid, WorkbookGrids } from "../../src/core/grid";
import type { Box, SheetRecord, WorkbookDocument } from "../../src/workbench/files/document";
import { open } from "../../src/workbench/files/open";

/** Key of the custom property by which the add-in marks its own tabs. */
const TAB_MARK = "ronghe.tab";

/** The engine's number for a logical cell. */
const LOGICAL = 3;

/** The grids of a workbook on disk, as the add-in would read them; number formats of every column. */
export function readGrids(path: string): WorkbookGrids {
  const result = open(readFileSync(path));
  if (result.kind === "failed") throw new Error(`${path}: ${result.failure}`);
  return gridsOf(result.document);
}

/** The grids of an open workbook. Tabs of the add-in and sheets without cells are left out. */
function gridsOf(document: WorkbookDocument): WorkbookGrids {
  const sheets = document.snapshot.sheetOrder.flatMap((id) => {
    const record = document.sheets[id];
    if (record === undefined || !record.isWorksheet || record.customProperties.some(({ key }) => key === TAB_MARK))
      return [];
    return [sheetGrid(document, id, record)];
  });
  return { sheets, date1904: document.date1904, mapping: null };
}

function sheetGrid(document: WorkbookDocument, id: string, record: SheetRecord): SheetGrid {
  const sheet = document.snapshot.sheets[id];
  const cells = sheet?.cellData ?? {};
  const used = usedBox(cells);
  const values: CellValue[][] = [];
  const formats: ColumnFormats[] = [];
  if (used !== null) {
    for (let row = used.top; row <= used.bottom; row += 1) {
      const line: CellValue[] = [];
      for (let column = used.left; column <= used.right; column += 1) {
        const cell = cells[row]?.[column];
        line.push(
          cell?.v === undefined || cell.v === null
            ? null
            : Number(cell.t ?? 0) === LOGICAL
              ? cell.v === 1 || cell.v === true
              : cell.v,
        );
      }
      values.push(line);
    }
    for (let column = used.left; column <= used.right; column += 1) {
      const patterns: string[] = [];
      for (let row = used.top; row <= used.bottom; row += 1) {
        const style = cells[row]?.[column]?.s ?? sheet?.rowData?.[row]?.s ?? sheet?.columnData?.[column]?.s;
        const data = typeof style === "string" ? document.snapshot.styles[style] : style;
        patterns.push(data?.n?.pattern ?? "General");
      }
      formats.push({ column, row: used.top, formats: patterns });
    }
  }
  return {
    name: sheet?.name ?? "",
    row: used?.top ?? 0,
    column: used?.left ?? 0,
    values,
    merges: (sheet?.mergeData ?? []).map((merge) =>
      area({ top: merge.startRow, left: merge.startColumn, bottom: merge.endRow, right: merge.endColumn }),
    ),
    tables: record.tables.map((table) => ({
      name: table.name,
      area: area(table.box),
      hasHeaders: table.hasHeaders,
      hasTotals: table.hasTotals,
    })),
    formats,
  };
}

function area({ top, left, bottom, right }: Box): SheetGrid["merges"][number] {
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** The smallest box around all cells that hold a value; cells with nothing but a format do not count. */
function usedBox(cells: Readonly<Record<number, Readonly<Record<number, { readonly v?: unknown }>>>>): Box | null {
  let box: Box | null = null;
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell.v === undefined || cell.v === null) continue;
      const at = { row: Number(row), column: Number(column) };
      box =
        box === null
          ? { top: at.row, left: at.column, bottom: at.row, right: at.column }
          : {
              top: Math.min(box.top, at.row),
              left: Math.min(box.left, at.column),
              bottom: Math.max(box.bottom, at.row),
              right: Math.max(box.right, at.column),
            };
    }
  }
  return box;
}
