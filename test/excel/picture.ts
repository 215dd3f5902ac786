import type { ICellData } from "@univerjs/core";
import type { Host } from "../../src/workbench/host";
import type { StoredRun } from "../../src/excel/stored-run";
import { loadPrevious } from "../../src/excel/stored-run";
import { writeReport } from "../../src/excel/write-report";
import type { ReportModel } from "../../src/core/report/report-model";

/** Everything that a workbook shows and holds, in a form that two states can be compared in. */
export async function picture(host: Host): Promise<unknown> {
  await host.settle();
  const { snapshot, sheets, customXml, settings } = host.toDocument();
  const styleOf = (style: unknown) => (typeof style === "string" ? (snapshot.styles[style] ?? null) : (style ?? null));
  return JSON.parse(
    JSON.stringify({
      sheets: snapshot.sheetOrder.map((id) => {
        const sheet = snapshot.sheets[id] ?? {};
        const cells = Object.entries(sheet.cellData ?? {}).flatMap(([row, line]) =>
          Object.entries<ICellData>(line).flatMap(([column, cell]) => {
            const content = [cell.f ?? null, cell.v ?? null, styleOf(cell.s)];
            return content.every((part) => part === null || part === "") ? [] : [[`${row},${column}`, ...content]];
          }),
        );
        const {
          changed: _changed,
          conditionalFormats,
          charts,
          ...record
        } = sheets[id] ?? { conditionalFormats: [], charts: [] };
        return {
          name: sheet.name,
          hidden: sheet.hidden ?? 0,
          cells: cells.map((entry) => JSON.stringify(entry)).sort(),
          merges: (sheet.mergeData ?? []).map(({ startRow, endRow, startColumn, endColumn }) => [
            startRow,
            endRow,
            startColumn,
            endColumn,
          ]),
          freeze: sheet.freeze,
          gridlines: sheet.showGridlines,
          record,
          charts: charts.map(({ id: _id, changed: _edited, ...chart }) => chart),
          conditionalFormats: conditionalFormats.map(({ id: _id, priority: _priority, ...format }) => format),
        };
      }),
      customXml: customXml.map(({ namespace, xml }) => [namespace, xml]),
      settings,
    }),
  );
}

/** What the last run left; fails the test where it cannot be read. */
export async function previousRun(): Promise<StoredRun | null> {
  const previous = await loadPrevious();
  if (!previous.ok) throw new Error(previous.issue.code);
  return previous.value;
}

/** Writes a report as the command does. */
export async function write(report: ReportModel, result = "{}") {
  return writeReport(report, await previousRun(), result);
}
