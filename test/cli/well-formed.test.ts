import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { assessHere } from "../support/command";
import { brokenRules, HAS_OPEN_XML_SDK, schemaErrors } from "../support/excel-rules";
import { expectChartsOf } from "../support/expect-charts";
import { chartParts, savedCharts, savedReport } from "../support/saved-charts";
import { addedParts, changedParts, textOf, withParts } from "../workbench/files/support/packages";

const folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
afterAll(() => rmSync(folder, { recursive: true }));

const root = path.join(__dirname, "../..");

/** Parts that speak of the workbook as a whole; every other part belongs to the user's sheets and what hangs on them. */
const OF_THE_WHOLE = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/workbook.xml",
  "docProps/app.xml",
  "xl/calcChain.xml",
];

/** A workbook of tables, and one with parts that only other programs write; first run and refresh. */
const RUNS = [
  [
    "the sample workbook with live formulas",
    "assets/sample-2021.xlsx",
    ["--formulas", "live"],
    { scatter: 1, bar: 2, radar: 12, column: 2 },
  ],
  [
    "a workbook with charts, pivot, slicer, macros, controls, comments, images and custom XML",
    "test/fixtures/rich.xlsm",
    [],
    {},
  ],
] as const;

describe.each(RUNS)("an assessed workbook: %s", (_, source, options, charts) => {
  const extension = source.endsWith(".xlsm") ? "xlsm" : "xlsx";
  const before = readFileSync(path.join(root, source));
  const output = path.join(folder, `${path.basename(source, `.${extension}`)}${options.length}.${extension}`);
  const again = output.replace(/(\.[a-z]+)$/u, "-again$1");
  let [first, second] = [before, before];

  beforeAll(async () => {
    for (const [from, to] of [
      [path.join(root, source), output],
      [output, again],
    ] as const) {
      const { code, said } = await assessHere([from, "--period", "2021", ...options, "-o", to]);
      if (code > 1) throw new Error(said);
    }
    [first, second] = [readFileSync(output), readFileSync(again)];
  });

  it("keeps every part of the user's sheets, drawings, charts, pivots, macros and media byte for byte", () => {
    const changed = changedParts(before, first);
    expect(changed.filter((part) => !OF_THE_WHOLE.includes(part))).toEqual([]);
  });

  it("gets no further part when it is assessed again", () => {
    expect(addedParts(before, first).length).toBeGreaterThan(6);
    expect(addedParts(first, second)).toEqual([]);
  });

  it("breaks no rule of Excel that the source did not break", () => {
    const broken = brokenRules(second);
    const known = broken.length === 0 ? [] : brokenRules(before);
    expect(broken.filter((rule) => !known.includes(rule))).toEqual([]);
  });

  it("holds every chart of the report as a chart part of its kind with titles, on its tab, over the figures that the report says", () => {
    for (const bytes of [first, second]) expectChartsOf(bytes);
    const kinds = savedReport(second).tabs.flatMap(({ charts }) => charts.map(({ kind }) => kind));
    expect(
      Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length])),
    ).toEqual(charts);
  });

  it("holds the charts of the source as they were, and no other", () => {
    for (const bytes of [first, second]) {
      const tabs = savedReport(bytes).tabs.map(({ name }) => name);
      const saved = savedCharts(bytes);
      expect(saved.filter(({ sheet }) => !tabs.includes(sheet))).toEqual(savedCharts(before));
      expect(saved.map(({ part }) => part).sort()).toEqual(chartParts(bytes));
    }
  });

  (HAS_OPEN_XML_SDK ? it : it.skip)("has no error by the Open XML SDK that the source did not have", () => {
    const known = schemaErrors(before, extension);
    for (const bytes of [first, second]) {
      expect(schemaErrors(bytes, extension).filter((error) => !known.includes(error))).toEqual([]);
    }
  });
});

describe("the rules of Excel are broken by", () => {
  const sound = readFileSync(path.join(root, "test/cases/minimal-2021.xlsx"));

  it("nothing in a sound workbook", () => {
    expect(brokenRules(sound)).toEqual([]);
  });

  it.each([
    [
      "two sheets of one name",
      "xl/workbook.xml",
      (text: string) => text.replace(/name="活动台账"/u, 'name="支部名册"'),
    ],
    [
      "a relationship to no part",
      "xl/_rels/workbook.xml.rels",
      (text: string) => text.replace("sheet1.xml", "sheet99.xml"),
    ],
    ["two cells in one place", "xl/worksheets/sheet1.xml", (text: string) => text.replace('r="B1"', 'r="A1"')],
    [
      "a format that is not there",
      "xl/worksheets/sheet1.xml",
      (text: string) => text.replace('r="A1"', 'r="A1" s="999"'),
    ],
    [
      "a link to no sheet",
      "xl/worksheets/sheet1.xml",
      (text: string) =>
        text.replace("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1" location="没有!A1"/></hyperlinks>'),
    ],
    [
      "merged areas that meet",
      "xl/worksheets/sheet1.xml",
      (text: string) =>
        text.replace(
          "</sheetData>",
          '</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
        ),
    ],
  ] as const)("%s", (_, name, change) => {
    expect(brokenRules(withParts(sound, { [name]: change(textOf(sound, name)) }))).not.toEqual([]);
  });
});
