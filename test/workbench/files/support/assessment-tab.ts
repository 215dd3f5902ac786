import type { IWorksheetData } from "@univerjs/core";
import type { ChartRecord, SheetRecord, WorkbookDocument } from "../../../../src/workbench/files/document";
import { defaultPage } from "../../../../src/workbench/files/page-setup";

/** Name of the tab that `addAssessmentTab` adds. */
export const TAB = "融合总览";

const ROWS = 6;

/** A tab as the add-in would write it, with one of everything: styles, formulas, table, charts, rules, links, page set-up, marker. */
export function addAssessmentTab(document: WorkbookDocument, id = "qT7f-x"): void {
  Object.assign(document.snapshot.styles, {
    "Zr-1": { ff: "等线", fs: 16, bl: 1, cl: { rgb: "#FFFFFF" }, bg: { rgb: "#1F4E79" }, ht: 2, vt: 2 },
    aQ9: { n: { pattern: "0.000" }, bd: { b: { s: 1, cl: { rgb: "#BFBFBF" } } } },
  });
  document.snapshot.sheetOrder.push(id);
  document.snapshot.sheets[id] = tabData(id);
  document.sheets[id] = tabRecord();
  document.customXml.push({
    id: "{0D5C7A52-4C1A-4E5B-9C43-1F2E3D4C5B6A}",
    namespace: "urn:example:assessment",
    xml: '<assessment xmlns="urn:example:assessment">{"甲":1}</assessment>',
    part: null,
  });
  document.settings["ronghe.run"] = '{"stage":"done","note":"a<b & \\"c\\""}';
  document.addIn = { id: "7b1f7b52-2f0e-4b1c-9d5f-0b8e6f9f2a11", version: "1.0.0.0" };
}

function tabData(id: string): IWorksheetData {
  const cellData: Record<number, Record<number, object>> = {
    0: { 0: { v: "融合总览", t: 1, s: "Zr-1" } },
    2: Object.fromEntries(
      ["支部", "协调度", "联结度", "等级", "达标"].map((text, column) => [column, { v: text, t: 1 }]),
    ),
  };
  for (let index = 0; index < ROWS; index += 1) {
    const value = (index + 4) / 10;
    cellData[3 + index] = {
      0: { v: `第${index + 1}支部`, t: 1, s: "aQ9" },
      1: { v: value, t: 2, s: "aQ9" },
      2: { f: `=B${index + 4}*2`, v: value * 2, t: 2, s: "aQ9" },
      3: { f: `=IF(B${index + 4}>0.6,"良好","一般 ")`, v: value > 0.6 ? "良好" : "一般 ", t: 1 },
      4: { f: `=B${index + 4}>0.6`, v: value > 0.6 ? 1 : 0, t: 3 },
    };
  }
  cellData[9] = {
    0: { v: "=未结合", t: 1 },
    1: { f: "=1/0", v: "#DIV/0!", t: 1 },
    2: { v: "#N/A", t: 4 },
    3: { v: " 两行\n文字", t: 1 },
  };
  return {
    id,
    name: TAB,
    tabColor: "#2A9D8F",
    hidden: 0,
    freeze: { xSplit: 1, ySplit: 3, startRow: 3, startColumn: 1 },
    rowCount: 1000,
    columnCount: 50,
    zoomRatio: 0.9,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: 64,
    defaultRowHeight: 20,
    mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 4 }],
    cellData,
    rowData: { 0: { h: 40, ia: 0 }, 8: { hd: 1 } },
    columnData: { 0: { w: 161 }, 1: { w: 84 }, 2: { w: 84 }, 6: { hd: 1, w: 70 } },
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: 0,
    rightToLeft: 0,
  };
}

/** A chart over the tab's rows; `type` and what differs from a plain one. */
function chartRecord(type: string, changes: Partial<ChartRecord> = {}): ChartRecord {
  const place = `'${TAB}'!`;
  return {
    id: `new-${type}`,
    name: `图 ${type}`,
    type,
    title: "各支部",
    legend: "Bottom",
    series: [
      {
        name: "协调度",
        values: `${place}$B$4:$B$9`,
        categories: `${place}$A$4:$A$9`,
        xValues: null,
        colour: "#1F4E79",
      },
      {
        name: `${place}$C$3`,
        values: `${place}$C$4:$C$9`,
        categories: `${place}$A$4:$A$9`,
        xValues: null,
        colour: null,
      },
    ],
    dataLabels: false,
    categoryTitle: null,
    valueTitle: null,
    valueMinimum: null,
    valueMaximum: null,
    categoryReversed: false,
    gridlineColour: null,
    box: { top: 11, left: 0, bottom: 26, right: 4 },
    part: null,
    changed: true,
    ...changes,
  };
}

function tabRecord(): SheetRecord {
  const place = `'${TAB}'!`;
  return {
    isWorksheet: true,
    part: null,
    changed: true,
    tables: [
      {
        id: 0,
        name: "融合总览表",
        box: { top: 2, left: 0, bottom: 8, right: 4 },
        hasHeaders: true,
        hasTotals: false,
        style: "TableStyleLight9",
        bandedRows: true,
        filterButtons: false,
        part: null,
      },
    ],
    charts: [
      chartRecord("BarClustered", {
        categoryReversed: true,
        categoryTitle: "支部",
        valueTitle: "指数",
        valueMinimum: 0,
        valueMaximum: 1,
        gridlineColour: "#D9D9D9",
        dataLabels: true,
      }),
      chartRecord("Radar", { legend: null, title: null, box: { top: 28, left: 0, bottom: 44, right: 4 } }),
      chartRecord("ColumnClustered", { box: { top: 11, left: 6, bottom: 26, right: 12 } }),
      chartRecord("XYScatter", {
        box: { top: 28, left: 6, bottom: 44, right: 12 },
        series: [
          {
            name: "散点",
            values: `${place}$C$4:$C$9`,
            categories: null,
            xValues: `${place}$B$4:$B$9`,
            colour: "#2A9D8F",
            marker: "Triangle",
            labels: {
              0: { text: "第1支部<机关>", position: "Top" },
              2: { text: null, position: null },
              5: { text: "第6支部\n（两行）", position: "Right" },
            },
          },
        ],
        titleFont: { name: "黑体", size: 12, colour: "#000000" },
        valueMinimum: 0,
        valueMaximum: 1,
        categoryAxis: {
          minimum: 0,
          maximum: 1,
          step: 0.25,
          crossing: 0.5,
          tickLabels: "Low",
          numberFormat: "0.00",
          lineColour: "#605E5C",
        },
        valueAxis: { step: 0.2, crossing: 0.4, tickLabels: "Low" },
      }),
    ],
    conditionalFormats: [
      {
        id: "n1",
        kind: "colorScale",
        box: { top: 3, left: 1, bottom: 8, right: 1 },
        points: [
          { type: "num", value: 0, colour: "#FFFFFF" },
          { type: "max", value: null, colour: "#2A9D8F" },
        ],
        priority: 1,
        written: false,
      },
      {
        id: "n2",
        kind: "dataBar",
        box: { top: 3, left: 2, bottom: 8, right: 2 },
        minimum: 0,
        maximum: null,
        colour: "#638EC6",
        priority: 2,
        written: false,
      },
    ],
    hyperlinks: [
      { box: { top: 3, left: 0, bottom: 3, right: 0 }, location: "'活动台账'!A2", address: null, tooltip: "看依据" },
      {
        box: { top: 4, left: 0, bottom: 4, right: 0 },
        location: null,
        address: "https://example.org/?a=1&b=2",
        tooltip: null,
      },
    ],
    page: {
      ...defaultPage(),
      orientation: "landscape",
      paper: 9,
      fitWidth: 1,
      margins: { left: 36, right: 36, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      centreHorizontally: true,
      printArea: { top: 0, left: 0, bottom: 44, right: 12 },
      titleRows: { first: 0, last: 2 },
      titleColumns: { first: 0, last: 0 },
      header: { left: "", centre: "融合总览 && 说明", right: "" },
      footer: { left: "", centre: "第 &P 页 / 共 &N 页", right: "" },
      rowBreaks: [10, 27],
    },
    customProperties: [{ key: "ronghe.tab", value: "overview" }],
    isProtected: false,
  };
}

/** A document as data two documents can be compared by: without the package, and without what the engine or the file numbers for itself. */
export function comparable(document: WorkbookDocument): unknown {
  const { snapshot } = document;
  const names = new Map(snapshot.sheetOrder.map((id) => [id, snapshot.sheets[id]?.name ?? ""]));
  // The file fills a style in with the font of the workbook; the engine leaves it out.
  const look = (style: unknown): unknown =>
    style === undefined
      ? {}
      : { ...snapshot.styles["xf0"], ...Object(typeof style === "string" ? snapshot.styles[style] : style) };
  return {
    date1904: document.date1904,
    settings: document.settings,
    customXml: document.customXml.map(({ id, namespace, xml }) => ({ id, namespace, xml })),
    names: document.names.map((name) => ({ ...name, sheet: name.sheet === null ? null : names.get(name.sheet) })),
    sheets: snapshot.sheetOrder.map((id) => {
      const record = document.sheets[id];
      const data = snapshot.sheets[id];
      return {
        ...data,
        id: null,
        cellData: Object.fromEntries(
          Object.entries(data?.cellData ?? {}).map(([row, cells]) => [
            row,
            Object.fromEntries(
              Object.entries(Object(cells)).map(([column, cell]) => [
                column,
                { ...Object(cell), s: look(Object(cell).s) },
              ]),
            ),
          ]),
        ),
        record: {
          ...record,
          part: null,
          changed: false,
          tables: record?.tables.map((table) => ({ ...table, id: 0, part: null })),
          charts: record?.charts.map((chart) => ({ ...chart, id: "", part: null, changed: false })),
          conditionalFormats: record?.conditionalFormats.map((rule) => ({ ...rule, id: "", written: true })),
        },
      };
    }),
  };
}
