import * as fc from "fast-check";
import { open } from "../../../src/workbench/files/open";
import { save } from "../../../src/workbench/files/save";
import { defaultPage } from "../../../src/workbench/files/page-setup";
import type { SheetRecord, WorkbookDocument } from "../../../src/workbench/files/document";
import { TAB, addAssessmentTab, comparable } from "./support/assessment-tab";
import { addedParts, changedParts, fixture, opened, partsOf, textOf, withParts } from "./support/packages";

/** Parts that speak of the workbook as a whole: they change by meaning, all others by content of their own only. */
const OF_THE_WHOLE = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/workbook.xml",
];
const SOURCES = ["rich.xlsm", "libreoffice.xlsx", "empty.xlsx", "empty-formatted.xlsx"];

function sheetId(document: WorkbookDocument, name: string): string {
  const id = document.snapshot.sheetOrder.find((candidate) => document.snapshot.sheets[candidate]?.name === name);
  if (id === undefined) throw new Error(`no sheet ${name}`);
  return id;
}

function record(document: WorkbookDocument, name: string): SheetRecord {
  const found = document.sheets[sheetId(document, name)];
  if (found === undefined) throw new Error(`no record of ${name}`);
  return found;
}

function withTab(source: string): Uint8Array {
  const document = opened(fixture(source));
  addAssessmentTab(document);
  return save(document);
}

describe("an opened workbook that nobody changed", () => {
  test.each(SOURCES)("%s is saved with every part byte for byte", (source) => {
    const saved = save(opened(fixture(source)));
    expect(changedParts(fixture(source), saved)).toEqual([]);
    expect(addedParts(fixture(source), saved)).toEqual([]);
  });
});

describe("a workbook with an added tab", () => {
  test.each(SOURCES)("%s keeps its own sheets and all that hangs on them byte for byte", (source) => {
    const changed = changedParts(fixture(source), withTab(source));
    // The chain of calculation lists no new formula; Excel builds it anew.
    expect(changed.filter((part) => !OF_THE_WHOLE.includes(part) && part !== "docProps/app.xml")).toEqual(
      source === "rich.xlsm" ? ["xl/calcChain.xml"] : [],
    );
  });

  test.each(SOURCES)("%s opens again with the same document", (source) => {
    const document = opened(fixture(source));
    addAssessmentTab(document);
    expect(comparable(opened(save(document)))).toEqual(comparable(document));
  });

  test("the same document gives the same bytes, whatever ids the engine drew", () => {
    const one = opened(fixture("rich.xlsm"));
    const two = opened(fixture("rich.xlsm"));
    addAssessmentTab(one, "aaaa");
    addAssessmentTab(two, "zzzz");
    expect(Buffer.compare(save(one), save(two))).toBe(0);
  });

  test("the time stamp asked for stands in every entry, and nothing else differs", () => {
    const document = opened(fixture("libreoffice.xlsx"));
    const dated = save(document, { modified: new Date("2021-12-31T10:20:30Z") });
    const view = new DataView(dated.buffer);
    expect(view.getUint16(12, true)).toBe(((2021 - 1980) << 9) | (12 << 5) | 31);
    expect(view.getUint16(10, true)).toBe((10 << 11) | (20 << 5) | 15);
    expect(partsOf(dated)).toEqual(partsOf(save(document)));
  });

  test("cached results have the type they must have", () => {
    const xml = textOf(withTab("empty.xlsx"), "xl/worksheets/sheet2.xml");
    expect(xml).toMatch(/<c r="C4" s="\d+"><f>B4\*2<\/f><v>0.8<\/v><\/c>/);
    expect(xml).toContain('t="str"><f>IF(B4&gt;0.6,&quot;良好&quot;,&quot;一般 &quot;)</f><v>一般 </v></c>');
    expect(xml).toContain('<c r="E9" t="b"><f>B9&gt;0.6</f><v>1</v></c>');
    expect(xml).toContain('<c r="B10" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(xml).toContain('<c r="A10" t="inlineStr"><is><t>=未结合</t></is></c>');
  });

  test("charts carry the figures they show", () => {
    const bytes = withTab("empty.xlsx");
    const xml = textOf(bytes, "xl/charts/chart1.xml");
    expect(xml).toContain('<c:barDir val="bar"/><c:grouping val="clustered"/>');
    expect(xml).toContain('<c:strCache><c:ptCount val="6"/><c:pt idx="0"><c:v>第1支部</c:v></c:pt>');
    expect(xml).toContain(
      '<c:numCache><c:formatCode>0.000</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>0.4</c:v></c:pt>',
    );
    expect(xml).toContain('<c:orientation val="maxMin"/>');
    expect(textOf(bytes, "xl/charts/chart2.xml")).toContain("<c:radarChart>");
    expect(textOf(bytes, "xl/charts/chart4.xml")).toContain("<c:xVal><c:numRef>");
  });

  test("an axis says where it crosses the other one, which is told where the other one crosses it", () => {
    const xml = textOf(withTab("empty.xlsx"), "xl/charts/chart4.xml");
    const [, horizontal = "", vertical = ""] = xml.split("<c:valAx>");
    expect(horizontal).toContain('<c:crossesAt val="0.4"/>');
    expect(horizontal).toContain('<c:max val="1"/><c:min val="0"/>');
    expect(vertical).toContain('<c:crossesAt val="0.5"/>');
    expect(xml).toContain('<c:symbol val="triangle"/>');
    expect(xml).toContain('<c:idx val="0"/><c:tx><c:rich>');
  });

  test("the marker of a tab is stored as Excel stores sheet properties: UTF-16 in a part of its own", () => {
    const marker = partsOf(withTab("empty.xlsx"))["xl/customProperty1.bin"];
    expect(new TextDecoder("utf-16le").decode(marker)).toBe("overview");
  });

  test("every part of the package has a content type and every relationship leads to a part", () => {
    for (const source of SOURCES) {
      const parts = partsOf(withTab(source));
      const types = new TextDecoder().decode(parts["[Content_Types].xml"]);
      for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(Object.keys(parts)).toContain(part);
      for (const name of Object.keys(parts)) {
        if (name === "[Content_Types].xml") continue;
        const named =
          types.includes(`PartName="/${name}"`) || new RegExp(`Extension="${name.split(".").pop() ?? ""}"`).test(types);
        expect([name, named]).toEqual([name, true]);
      }
    }
  });
});

test("whatever a cell holds is what it holds when the file is opened again", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("=A1", "@甲", " 前后 ", "1", "TRUE", "_x0041_", "一\n二", "\ufeff标"),
  );
  const cell = fc.oneof(
    text.filter((value) => value !== "" && !value.startsWith("#")).map((value) => ({ v: value, t: 1 })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ v: value === 0 ? 0 : value, t: 2 })),
    fc.constantFrom({ v: 1, t: 3 }, { v: 0, t: 3 }, { v: "#N/A", t: 1 }, { v: "#N/A", t: 4 }),
    fc.record({
      f: fc.constantFrom('=B1&"<&>"', "=SUM(A1:B2)", "=XLOOKUP(A1,B:B,C:C)"),
      v: fc.constant("结果"),
      t: fc.constant(1),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const document = opened(fixture("empty.xlsx"));
      const id = sheetId(document, "Sheet1");
      const cells = Object.fromEntries(
        rows.map((row, index) => [index, Object.fromEntries(row.map((value, column) => [column, value]))]),
      );
      document.snapshot.sheets[id] = { ...document.snapshot.sheets[id], cellData: cells };
      record(document, "Sheet1").changed = true;
      expect(opened(save(document)).snapshot.sheets[id]?.cellData).toEqual(cells);
    }),
    { numRuns: 50 },
  );
});

describe("writing again", () => {
  test("an assessed workbook that is opened and saved stays byte for byte", () => {
    const first = withTab("rich.xlsm");
    const again = save(opened(first));
    expect(changedParts(first, again)).toEqual([]);
    expect(Buffer.compare(first, again)).toBe(0);
  });

  test("a tab written anew with the same content brings no second chart, rule, name, style or part", () => {
    const first = withTab("rich.xlsm");
    const document = opened(first);
    // What a refresh does: the same cells and styles under new ids, charts and rules deleted and made again.
    const fresh = opened(fixture("rich.xlsm"));
    addAssessmentTab(fresh, "fresh");
    const data = fresh.snapshot.sheets["fresh"];
    const made = record(fresh, TAB);
    const id = sheetId(document, TAB);
    Object.assign(document.snapshot.styles, {
      "Zr-1": fresh.snapshot.styles["Zr-1"],
      aQ9: fresh.snapshot.styles["aQ9"],
    });
    document.snapshot.sheets[id] = { ...data, id };
    document.sheets[id] = {
      ...record(document, TAB),
      changed: true,
      charts: made.charts,
      conditionalFormats: made.conditionalFormats,
    };
    const second = save(document);
    expect(addedParts(first, second)).toEqual([]);
    expect(changedParts(first, second)).toEqual([]);
    expect(comparable(opened(second))).toEqual(comparable(opened(first)));
  });

  test("a chart whose figures changed shows the new ones", () => {
    const document = opened(withTab("empty.xlsx"));
    const id = sheetId(document, TAB);
    Object.assign(document.snapshot.sheets[id]?.cellData?.[3]?.[1] ?? {}, { v: 0.123 });
    record(document, TAB).changed = true;
    const saved = save(document);
    expect(textOf(saved, "xl/charts/chart1.xml")).toContain('<c:pt idx="0"><c:v>0.123</c:v></c:pt>');
    expect(record(opened(saved), TAB).charts).toEqual(record(document, TAB).charts);
  });
});

describe("a change to a sheet of the user's", () => {
  const source = fixture("rich.xlsm");

  test("touches its rows and leaves comments, controls, validations, slicers and rich text as they were", () => {
    const document = opened(source);
    const id = sheetId(document, "活动台账");
    Object.assign(document.snapshot.sheets[id]?.cellData?.[1]?.[4] ?? {}, { v: 17 });
    record(document, "活动台账").changed = true;
    const saved = save(document);
    expect(changedParts(source, saved)).toEqual(["xl/worksheets/sheet1.xml"]);
    const before = textOf(source, "xl/worksheets/sheet1.xml");
    const after = textOf(saved, "xl/worksheets/sheet1.xml");
    expect(after.replace('<dimension ref="A1:E10"/>', '<dimension ref="A1"></dimension>')).toBe(
      before.replace('<c r="E2"><v>18</v></c>', '<c r="E2"><v>17</v></c>'),
    );
  });

  test("keeps array formulas that did not change and spells shared ones out", () => {
    const document = opened(source);
    Object.assign(document.snapshot.sheets[sheetId(document, "计算")]?.cellData?.[0]?.[0] ?? {}, { v: 11 });
    record(document, "计算").changed = true;
    const xml = textOf(save(document), "xl/worksheets/sheet6.xml");
    expect(xml).toContain('<f t="array" ref="A5">SUM(A1:A4*A1:A4)</f>');
    expect(xml).toContain('<c r="B3" t="str"><f>A3*2&amp;&quot;&quot;</f><v>6</v></c>');
    expect(xml).not.toContain('t="shared"');
  });

  test("puts new sections where the schema wants them", () => {
    const document = opened(source);
    const id = sheetId(document, "活动台账");
    const sheet = document.snapshot.sheets[id];
    if (sheet === undefined) throw new Error("no sheet");
    sheet.mergeData = [{ startRow: 10, startColumn: 0, endRow: 10, endColumn: 3 }];
    sheet.tabColor = "#FF0000";
    Object.assign(record(document, "活动台账"), {
      changed: true,
      isProtected: true,
      customProperties: [{ key: "ronghe.note", value: "备注" }],
      page: {
        ...record(document, "活动台账").page,
        centreHorizontally: true,
        fitWidth: 1,
        margins: { ...defaultPage().margins, left: 72 },
      },
    });
    const saved = save(document);
    const order = [
      ...textOf(saved, "xl/worksheets/sheet1.xml")
        .replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>")
        .matchAll(
          /<(sheetPr|dimension|sheetViews|sheetFormatPr|cols|sheetData|sheetProtection|mergeCells|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|drawing|legacyDrawing|tableParts|extLst)[\s/>]/g,
        ),
    ].map(([, name]) => name);
    expect([...new Set(order)]).toEqual([
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "mergeCells",
      "conditionalFormatting",
      "dataValidations",
      "hyperlinks",
      "printOptions",
      "pageMargins",
      "pageSetup",
      "headerFooter",
      "rowBreaks",
      "colBreaks",
      "customProperties",
      "drawing",
      "legacyDrawing",
      "tableParts",
      "extLst",
    ]);
    expect(comparable(opened(saved))).toEqual(comparable(document));
  });

  test("drops a rule, a link and a chart with its part when their record is gone, and only those", () => {
    const document = opened(source);
    const ledger = record(document, "活动台账");
    ledger.changed = true;
    ledger.conditionalFormats = ledger.conditionalFormats.filter((_, index) => index !== 1);
    ledger.hyperlinks = ledger.hyperlinks.slice(1);
    const drawn = record(document, "图表");
    drawn.changed = true;
    drawn.charts = drawn.charts.filter(({ type }) => type !== "RadarMarkers");
    const saved = save(document);
    const names = Object.keys(partsOf(saved));
    expect(names).not.toContain("xl/charts/chart2.xml");
    expect(names).toEqual(
      expect.arrayContaining(["xl/charts/chart1.xml", "xl/charts/chart3.xml", "xl/media/image1.png"]),
    );
    expect(textOf(saved, "[Content_Types].xml")).not.toContain("chart2.xml");
    expect(textOf(saved, "xl/worksheets/_rels/sheet1.xml.rels")).not.toContain("example.org");
    expect(comparable(opened(saved))).toEqual(comparable(document));
  });
});

test("a rule read from the file that was changed is written as it now is, once", () => {
  const document = opened(withTab("empty.xlsx"));
  const tab = record(document, TAB);
  tab.changed = true;
  tab.conditionalFormats = tab.conditionalFormats.map((rule) => ({ ...rule, box: { ...rule.box, bottom: 7 } }));
  const again = record(opened(save(document)), TAB);
  expect(again.conditionalFormats).toEqual(tab.conditionalFormats);
});

describe("sheets as a whole", () => {
  test("a removed sheet takes its parts with it, and names of later sheets keep their sheet", () => {
    const document = opened(withTab("rich.xlsm"));
    const before = record(document, TAB).part;
    const removed = sheetId(document, "图表");
    document.snapshot.sheetOrder = document.snapshot.sheetOrder.filter((id) => id !== removed);
    const saved = save(document);
    const names = Object.keys(partsOf(saved));
    expect(names).not.toContain("xl/worksheets/sheet2.xml");
    expect(names).not.toContain("xl/drawings/drawing2.xml");
    expect(names).not.toContain("xl/media/image1.png");
    const again = opened(saved);
    expect(record(again, TAB).part).toBe(before);
    expect(record(again, TAB).page.titleRows).toEqual({ first: 0, last: 2 });
    expect(textOf(saved, "xl/workbook.xml")).toContain('name="_xlnm.Print_Titles" localSheetId="6"');
  });

  test("a new sheet under the id of a removed one is a new sheet", () => {
    const document = opened(fixture("libreoffice.xlsx"));
    const [first, second] = document.snapshot.sheetOrder;
    if (first === undefined || second === undefined) throw new Error("two sheets expected");
    document.snapshot.sheetOrder = [first];
    addAssessmentTab(document, second);
    const again = opened(save(document));
    expect(again.snapshot.sheetOrder.map((id) => again.snapshot.sheets[id]?.name)).toEqual(["活动台账", TAB]);
    expect(comparable(again)).toEqual(comparable(document));
  });

  test("removing the tab that was added gives back what there was", () => {
    const document = opened(withTab("libreoffice.xlsx"));
    document.snapshot.sheetOrder = document.snapshot.sheetOrder.filter((id) => id !== sheetId(document, TAB));
    document.customXml = [];
    document.settings = {};
    const saved = save(document);
    const kept = addedParts(fixture("libreoffice.xlsx"), saved);
    // The add-in's own place in the file stays, empty: Excel keeps it too.
    expect(kept.filter((part) => !part.includes("webextensions"))).toEqual([]);
    expect(changedParts(fixture("libreoffice.xlsx"), saved)).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/styles.xml",
    ]);
  });

  test("tabs are renamed, hidden and reordered in the workbook alone", () => {
    const document = opened(fixture("rich.xlsm"));
    const id = sheetId(document, "活动台账");
    const sheet = document.snapshot.sheets[id];
    if (sheet === undefined) throw new Error("no sheet");
    sheet.name = "台账 <2021>";
    document.snapshot.sheetOrder = [...document.snapshot.sheetOrder.slice(1), id];
    const shown = document.snapshot.sheets[sheetId(document, "隐藏表")];
    if (shown !== undefined) shown.hidden = 0;
    const saved = save(document);
    expect(changedParts(fixture("rich.xlsm"), saved)).toEqual(["xl/workbook.xml"]);
    const again = opened(saved);
    expect(again.snapshot.sheetOrder.map((key) => again.snapshot.sheets[key]?.name)).toEqual([
      "图表",
      "透视",
      "隐藏表",
      "极隐藏",
      "计算",
      "图表页",
      "台账 <2021>",
    ]);
    expect(record(again, "台账 <2021>").page.printArea).toEqual({ top: 0, left: 0, bottom: 9, right: 4 });
    expect(again.snapshot.sheets[sheetId(again, "隐藏表")]?.hidden).toBe(0);
  });

  test("a workbook made from nothing opens as what it was", () => {
    const document = opened(fixture("empty.xlsx"));
    const blank: WorkbookDocument = {
      ...document,
      snapshot: { ...document.snapshot, styles: {}, sheetOrder: [], sheets: {} },
      sheets: {},
      origin: null,
    };
    addAssessmentTab(blank);
    const result = open(save(blank));
    expect(result.kind).toBe("opened");
    if (result.kind === "opened")
      expect(result.document.snapshot.sheetOrder.map((id) => result.document.snapshot.sheets[id]?.name)).toEqual([TAB]);
  });
});

test("tab names in the document properties follow, those of named ranges stay", () => {
  const app = (count: number, size: number, names: string): string =>
    `<Properties xmlns="urn:p" xmlns:vt="urn:vt"><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${size}" baseType="lpstr">${names}<vt:lpstr>应到合计</vt:lpstr></vt:vector></TitlesOfParts></Properties>`;
  const base = fixture("empty.xlsx");
  const bytes = withParts(base, {
    "docProps/app.xml": app(1, 2, "<vt:lpstr>Sheet1</vt:lpstr>"),
    "_rels/.rels": textOf(base, "_rels/.rels").replace(
      "</Relationships>",
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
    ),
  });
  const document = opened(bytes);
  addAssessmentTab(document);
  expect(textOf(save(document), "docProps/app.xml")).toBe(
    app(2, 3, `<vt:lpstr>Sheet1</vt:lpstr><vt:lpstr>${TAB}</vt:lpstr>`),
  );
});

describe("custom XML and settings", () => {
  test("a changed part is rewritten in place, a removed one goes with its properties", () => {
    const document = opened(withTab("rich.xlsm"));
    const [archive, assessment] = document.customXml;
    if (archive === undefined || assessment === undefined) throw new Error("two parts expected");
    document.customXml = [{ ...assessment, xml: assessment.xml.replace("1", "2") }];
    const saved = save(document);
    const names = Object.keys(partsOf(saved));
    expect(names.filter((name) => name.startsWith("customXml/")).sort()).toEqual([
      "customXml/_rels/item2.xml.rels",
      "customXml/item2.xml",
      "customXml/itemProps2.xml",
    ]);
    expect(opened(saved).customXml).toEqual(document.customXml);
  });

  test("settings are changed in the part they were read from", () => {
    const first = withTab("empty.xlsx");
    const document = opened(first);
    document.settings = { "ronghe.lang": '"zh-CN"' };
    const saved = save(document);
    expect(changedParts(first, saved)).toEqual(["xl/webextensions/webextension1.xml"]);
    expect(opened(saved).settings).toEqual({ "ronghe.lang": '"zh-CN"' });
  });
});
