import { addedParts, fixture, opened, textOf, withParts, workbookOf } from "./support/packages";
import { open } from "../../../src/workbench/files/open";
import type { WorkbookDocument } from "../../../src/workbench/files/document";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function cellsOf(document: WorkbookDocument, sheet = 0): Readonly<Record<number, Readonly<Record<number, unknown>>>> {
  return document.snapshot.sheets[document.snapshot.sheetOrder[sheet] ?? ""]?.cellData ?? {};
}

function sheetNamed(document: WorkbookDocument, name: string): string {
  const id = document.snapshot.sheetOrder.find((candidate) => document.snapshot.sheets[candidate]?.name === name);
  if (id === undefined) throw new Error(`no sheet ${name}`);
  return id;
}

describe("files that cannot be opened", () => {
  test.each([
    ["a text file", "not-a-zip.xlsx", "notZip"],
    ["a zip without a workbook", "no-workbook.xlsx", "notWorkbook"],
    ["a file cut off half-way", "truncated.xlsx", "truncated"],
    ["a password-protected workbook", "encrypted.xlsx", "encrypted"],
    ["a workbook of Excel 97–2003", "legacy.xls", "legacyXls"],
  ])("%s is named for what it is", (_, file, failure) => {
    expect(open(fixture(file))).toEqual({ kind: "failed", failure });
  });

  test("an empty file is not a zip", () => {
    expect(open(new Uint8Array())).toEqual({ kind: "failed", failure: "notZip" });
  });

  test("a rich workbook cut off anywhere is truncated, never half read", () => {
    const whole = fixture("rich.xlsm");
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(open(whole.subarray(0, Math.floor(whole.length * share)))).toEqual({
        kind: "failed",
        failure: "truncated",
      });
    }
  });

  test("a word-processing document is no workbook", () => {
    const bytes = withParts(fixture("empty.xlsx"), { "xl/workbook.xml": "<w:document xmlns:w='urn:w'/>" });
    expect(open(bytes)).toEqual({ kind: "failed", failure: "notWorkbook" });
  });
});

describe("workbooks without content", () => {
  test("an empty workbook opens with its one empty sheet", () => {
    const document = opened(fixture("empty.xlsx"));
    expect(document.snapshot.sheetOrder).toHaveLength(1);
    expect(cellsOf(document)).toEqual({});
  });

  test("ten thousand formatted rows hold formats and no values", () => {
    const document = opened(fixture("empty-formatted.xlsx"));
    const cells = cellsOf(document);
    expect(Object.keys(cells)).toHaveLength(10000);
    expect(cells[9999]?.[2]).toEqual({ s: "xf1" });
    expect(document.snapshot.styles["xf1"]).toMatchObject({ n: { pattern: "yyyy/m/d" }, bg: { rgb: "#FFF2CC" } });
  });
});

describe("cells", () => {
  test("every kind of value is read with its type", () => {
    const document = opened(
      workbookOf(
        `<sheetData><row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>文字</t></is></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="d"><v>2021-04-06T12:00:00</v></c><c r="H1" t="inlineStr"><is><t>#N/A</t></is></c></row></sheetData>`,
        {
          "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>零</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si></sst>`,
        },
      ),
    );
    expect(cellsOf(document)[0]).toEqual({
      0: { v: 1.5, t: 2 },
      1: { v: "富 文本", t: 1 },
      2: { v: "文字", t: 1 },
      3: { v: "ab", t: 1, f: '="a"&"b"' },
      4: { v: 1, t: 3 },
      5: { v: "#N/A", t: 1 },
      6: { v: 44292.5, t: 2 },
      7: { v: "#N/A", t: 4 },
    });
  });

  test("entities, line breaks, escaped characters and CDATA come out as the text they stand for", () => {
    const document = opened(
      workbookOf(
        `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&#25903;&#x90E8;&lt;1&gt; &amp;amp;</t></is></c><c r="B1" t="inlineStr"><is><t>上\r\n下</t></is></c><c r="C1" t="inlineStr"><is><t>a_x000D__x005F_x41_</t></is></c><c r="D1" t="inlineStr"><is><t><![CDATA[<原样>]]></t></is></c></row></sheetData>`,
      ),
    );
    expect(Object.values(cellsOf(document)[0] ?? {})).toEqual([
      { v: "支部<1> &amp;", t: 1 },
      { v: "上\n下", t: 1 },
      { v: "a\r_x41_", t: 1 },
      { v: "<原样>", t: 1 },
    ]);
  });

  test("numbers are the nearest double of their text", () => {
    const texts = ["0.1", "-12.5", "1E-7", "123456789012345678", "0.30000000000000004", "1e21", "44197.999988425923"];
    const document = opened(
      workbookOf(`<sheetData><row r="1">${texts.map((text) => `<c><v>${text}</v></c>`).join("")}</row></sheetData>`),
    );
    expect(Object.values(cellsOf(document)[0] ?? {})).toEqual(texts.map((text) => ({ v: Number(text), t: 2 })));
  });

  test("rows and cells without addresses follow one another", () => {
    const document = opened(
      workbookOf(
        `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>`,
      ),
    );
    expect(cellsOf(document)).toEqual({
      0: { 0: { v: 1, t: 2 }, 1: { v: 2, t: 2 } },
      4: { 2: { v: 3, t: 2 }, 3: { v: 4, t: 2 } },
      5: { 0: { v: 5, t: 2 } },
    });
  });

  test("prefixed elements read like any other", () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>支部</x:t></x:is></x:c><x:c r="B1"><x:f>A1</x:f><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A3"/></x:mergeCells></x:worksheet>`;
    const document = opened(workbookOf(xml));
    expect(cellsOf(document)[0]).toEqual({ 0: { v: "支部", t: 1 }, 1: { v: 7, t: 2, f: "=A1" } });
    expect(document.snapshot.sheets["sheet1"]?.mergeData).toEqual([
      { startRow: 0, startColumn: 0, endRow: 2, endColumn: 0 },
    ]);
  });

  test("a missing shared strings part leaves empty texts and no failure", () => {
    expect(
      cellsOf(opened(workbookOf(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`)))[0],
    ).toEqual({ 0: { v: "", t: 1 } });
  });

  test("shared formulas are spelt out, absolute and quoted references kept", () => {
    const document = opened(
      workbookOf(
        `<sheetData><row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">A1+$A1+A$1+$A$1+'甲 A1'!B2+SUM(A:A,1:1)&amp;"A1"+LOG10(B1)</f><v>0</v></c><c r="D2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>0</v></c></row></sheetData>`,
      ),
    );
    expect(cellsOf(document)[1]?.[3]).toMatchObject({ f: `=B1+$A1+B$1+$A$1+'甲 A1'!C2+SUM(B:B,1:1)&"A1"+LOG10(C1)` });
    expect(cellsOf(document)[2]?.[2]).toMatchObject({ f: `=A2+$A2+A$1+$A$1+'甲 A1'!B3+SUM(A:A,2:2)&"A1"+LOG10(B2)` });
  });
});

describe("a workbook with everything", () => {
  const document = opened(fixture("rich.xlsm"));
  const sheet = (name: string): NonNullable<(typeof document.sheets)[string]> => {
    const record = document.sheets[sheetNamed(document, name)];
    if (record === undefined) throw new Error(name);
    return record;
  };

  test("sheets stand in tab order, hidden ones and the chart sheet among them", () => {
    const listed = document.snapshot.sheetOrder.map((id) => [
      document.snapshot.sheets[id]?.name,
      document.snapshot.sheets[id]?.hidden,
      document.sheets[id]?.veryHidden ?? false,
      document.sheets[id]?.isWorksheet,
    ]);
    expect(listed).toEqual([
      ["活动台账", 0, false, true],
      ["图表", 0, false, true],
      ["透视", 0, false, true],
      ["隐藏表", 1, false, true],
      ["极隐藏", 1, true, true],
      ["计算", 0, false, true],
      ["图表页", 0, false, false],
    ]);
  });

  test("dates, hidden rows and columns, freeze, tables and page set-up are read", () => {
    const data = document.snapshot.sheets[sheetNamed(document, "活动台账")];
    expect(document.date1904).toBe(true);
    expect(data?.cellData?.[1]?.[1]).toEqual({ v: 42826, t: 2, s: "xf2" });
    expect(document.snapshot.styles["xf2"]).toMatchObject({ n: { pattern: "yyyy-mm-dd" } });
    expect(data?.rowData?.[3]).toEqual({ hd: 1 });
    expect(data?.columnData?.[6]).toMatchObject({ hd: 1 });
    expect(data?.columnData?.[0]).toEqual({ w: 168 });
    expect(data?.freeze).toEqual({ xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 });
    expect(sheet("活动台账").tables).toEqual([
      {
        id: 1,
        name: "活动台账",
        box: { top: 0, left: 0, bottom: 5, right: 4 },
        hasHeaders: true,
        hasTotals: false,
        style: "TableStyleMedium2",
        bandedRows: true,
        filterButtons: true,
        part: "xl/tables/table1.xml",
      },
    ]);
    expect(sheet("活动台账").page).toMatchObject({
      orientation: "landscape",
      paper: 9,
      printArea: { top: 0, left: 0, bottom: 9, right: 4 },
      titleRows: { first: 0, last: 0 },
      header: { left: "内部资料", centre: "活动台账", right: "" },
      footer: { left: "", centre: "", right: "第 &P 页" },
      rowBreaks: [4],
    });
  });

  test("names are read without those that page set-up stands for", () => {
    expect(document.names).toEqual([
      { name: "Slicer_类别", formula: "#N/A", sheet: null, hidden: false },
      { name: "应到合计", formula: "SUM('活动台账'!$D$2:$D$6)", sheet: null, hidden: false },
    ]);
  });

  test("rules it does not interpret are kept as they are, links and charts are listed", () => {
    expect(sheet("活动台账").conditionalFormats.map(({ kind }) => kind)).toEqual(["opaque", "opaque", "dataBar"]);
    expect(sheet("活动台账").hyperlinks).toEqual([
      {
        box: { top: 7, left: 0, bottom: 7, right: 0 },
        location: null,
        address: "https://example.org/",
        tooltip: "打开附件",
      },
      { box: { top: 8, left: 0, bottom: 8, right: 0 }, location: "图表!A1", address: null, tooltip: null },
    ]);
    expect(sheet("图表").charts.map(({ type, title, part }) => [type, title, part])).toEqual([
      ["ColumnClustered", "实到人数", "xl/charts/chart1.xml"],
      ["RadarMarkers", "雷达", "xl/charts/chart2.xml"],
      ["Pie", "构成", "xl/charts/chart3.xml"],
    ]);
    expect(document.customXml).toEqual([
      {
        id: "{6B1F2C4E-55C1-4E5B-8A57-0B4F0E2D9A11}",
        namespace: "urn:example:archive",
        xml: expect.stringContaining("2021-07"),
        part: "customXml/item1.xml",
      },
    ]);
  });

  test("formulas come with the results the file holds", () => {
    const cells = document.snapshot.sheets[sheetNamed(document, "计算")]?.cellData;
    expect(cells?.[2]?.[1]).toEqual({ v: "6", t: 1, f: '=A3*2&""' });
    expect(cells?.[4]).toEqual({
      0: { v: 30, t: 2, f: "=SUM(A1:A4*A1:A4)", ref: "A5", custom: { array: "entered" } },
      1: { v: 1, t: 3, f: "=A5>1" },
      2: { v: "#DIV/0!", t: 1, f: "=1/0" },
    });
  });
});

test("a file of LibreOffice is read with values, results, dates, merges and hidden rows", () => {
  const document = opened(fixture("libreoffice.xlsx"));
  const cells = cellsOf(document);
  expect(cells[2]?.[1]).toEqual({ v: 44292, t: 2, s: "xf3" });
  expect(cells[4]?.[2]).toEqual({ v: 34, t: 2, f: "=SUM(C3:C4)" });
  expect(document.snapshot.sheets["sheet1"]?.rowData?.[3]).toMatchObject({ hd: 1 });
  expect(document.snapshot.sheets["sheet1"]?.mergeData).toEqual([
    { startRow: 0, startColumn: 0, endRow: 0, endColumn: 3 },
  ]);
  expect(cellsOf(document, 1)[0]?.[0]).toMatchObject({ v: "=不是公式", t: 1 });
  expect(document.names).toEqual([{ name: "应到合计", formula: "活动台账!$C$5", sheet: null, hidden: false }]);
});

test("the settings of the add-in that is asked for are read, not another's", () => {
  const part = (id: string, value: string): string =>
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{x}"><we:reference id="${id}" version="1.0.0.0" store="developer" storeType="Registry"/><we:properties><we:property name="k" value="${value}"/></we:properties></we:webextension>`;
  const rels = "http://schemas.openxmlformats.org/package/2006/relationships";
  const base = fixture("empty.xlsx");
  const bytes = withParts(base, {
    "_rels/.rels": textOf(base, "_rels/.rels").replace(
      "</Relationships>",
      '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>',
    ),
    "xl/webextensions/taskpanes.xml": "<wetp:taskpanes xmlns:wetp='urn:t'/>",
    "xl/webextensions/_rels/taskpanes.xml.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension2.xml"/></Relationships>`,
    "xl/webextensions/webextension1.xml": part("AAAA", "&quot;other&quot;"),
    "xl/webextensions/webextension2.xml": part("{BBBB}", "{&quot;n&quot;:1}"),
  });
  expect(addedParts(base, bytes)).toHaveLength(4);
  const result = open(bytes, { addIn: "bbbb" });
  expect(result).toMatchObject({ kind: "opened", document: { settings: { k: '{"n":1}' }, addIn: { id: "{BBBB}" } } });
  expect(open(bytes)).toMatchObject({ kind: "opened", document: { settings: { k: '"other"' } } });
});
