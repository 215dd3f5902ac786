/**
 * Genuine office.js on the Excel stand-in, in a plain node test:
 *
 *     const office = await startOffice();                       // a workbook with one empty sheet, Sheet1
 *     const office = await startOffice(emptyDocument("名册"));   // or any WorkbookDocument, e.g. of openWorkbook()
 *     await office.Excel.run(async (context) => { ... });
 *     expect(office.host.requestCount()).toBe(1);
 *     afterEach(() => office.close());
 *
 * While an office is open its `Excel`, `Office` and `OfficeExtension` are globals too, so that modules under `src/excel/` run
 * against it unchanged; `import` them as usual, they look the globals up when called. One office at a time.
 *
 * The library lives in the window of jsdom, another realm than the test's. What comes out of it are its own arrays and errors:
 * compare with `toEqual`, and errors with `toMatchObject({ code: "ItemNotFound" })` or `instanceof office.OfficeExtension.Error`,
 * never `instanceof Error` or `instanceof Array`. Arrays that a test passes in are accepted.
 *
 * Faults: `office.host.faults` (cell editing, latency, failure of the n-th request); `payloadLimit` among the options. Settings
 * that the page finds at its start: set `document.settings` before; what it saved: `office.host.settings.all()`.
 */
import path from "node:path";
import { LocaleType } from "@univerjs/core";
import type { SheetRecord, WorkbookDocument } from "../../src/workbench/files/document";
import { createHost, type Host, type HostOptions } from "../../src/workbench/host";
import { installedMemberTables, officeJsFolder } from "../../src/workbench/transport/member-tables";
import { openPage, type Page } from "../../src/workbench/transport/page";

/** A running office. */
export interface TestOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: Host;
  readonly page: Page;
  readonly close: () => void;
}

/** What the stand-in is told, and whether its Excel is that of the web (unless told otherwise) or that of Windows. */
type OfficeOptions = Partial<Omit<HostOptions, "tables">> & { readonly transport?: "web" | "desktop" };

/** A worksheet record with nothing on it. */
function emptyRecord(): SheetRecord {
  return {
    isWorksheet: true,
    part: null,
    changed: false,
    tables: [],
    charts: [],
    conditionalFormats: [],
    hyperlinks: [],
    page: {
      orientation: "portrait",
      paper: 9,
      fitWidth: null,
      fitHeight: null,
      scale: null,
      margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      centreHorizontally: false,
      centreVertically: false,
      printArea: null,
      titleRows: null,
      titleColumns: null,
      header: { left: "", centre: "", right: "" },
      footer: { left: "", centre: "", right: "" },
      rowBreaks: [],
    },
    customProperties: [],
    isProtected: false,
  };
}

/** A workbook of empty sheets with the given names. */
export function emptyDocument(...names: readonly string[]): WorkbookDocument {
  const list = names.length === 0 ? ["Sheet1"] : names;
  const ids = list.map((_, index) => `sheet${index + 1}`);
  return {
    snapshot: {
      id: "workbook",
      name: "",
      appVersion: "",
      locale: LocaleType.ZH_CN,
      styles: {},
      sheetOrder: ids,
      sheets: Object.fromEntries(
        list.map((name, index) => [`sheet${index + 1}`, { id: `sheet${index + 1}`, name, cellData: {} }]),
      ),
    },
    date1904: false,
    sheets: Object.fromEntries(ids.map((id) => [id, emptyRecord()])),
    names: [],
    customXml: [],
    settings: {},
    origin: null,
  };
}

/** Starts genuine office.js on a workbook, with a script of the page's own after it; resolves when `Office.onReady` does. */
export async function startOffice(
  document: WorkbookDocument = emptyDocument(),
  { transport = "web", ...options }: OfficeOptions = {},
  script = "",
): Promise<TestOffice> {
  const host = createHost(document, { tables: installedMemberTables(), locale: "zh-CN", ...options });
  const page = await openPage({
    distFolder: path.join(officeJsFolder(process.cwd()), "dist"),
    pagePath: "test.html",
    html: `<!doctype html><html><head><script src="/office.js"></script><script>${script}</script></head><body></body></html>`,
    host,
    transport,
  });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the one seam to the page's globals: @types/office-js declares them for the test's own realm
  const found = page.window as unknown as Pick<TestOffice, "Excel" | "Office" | "OfficeExtension">;
  await found.Office.onReady();
  const globals = { Excel: found.Excel, Office: found.Office, OfficeExtension: found.OfficeExtension };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return {
    ...globals,
    host,
    page,
    close: () => {
      for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
      page.close();
      host.dispose();
    },
  };
}
