import type { DrawnTable } from "../../../src/core/report/page";
import { cutsAt, pageBreaks as breaksIn } from "../../../src/core/report/page-breaks";
import type { ReportChart, ReportRow, ReportTab } from "../../../src/core/report/report-model";
import { cell, tab } from "../../excel/model";

const pageBreaks = (of: ReportTab, bodySize = 11) => breaksIn(of, [], bodySize);

const title: ReportRow = { cells: [{ value: "指标得分", role: "title" }], height: 40 };
const section = (name: string): ReportRow => ({ cells: [{ value: name, role: "section" }], height: 28 });
const lines = (count: number, height = 20): ReportRow[] =>
  Array.from({ length: count }, () => ({ cells: [cell("第一支部")], height }));

/** A tab narrower than the paper, so that nothing is scaled: a landscape page takes 517 points, all but a small reserve. */
const landscape = (rows: readonly ReportRow[], more: Parameters<typeof tab>[0] = {}) =>
  tab({ rows, merges: [], widths: [20], titleRows: { first: 0, last: 0 }, ...more });

describe("pages of a printed tab", () => {
  test("are not broken where everything fits", () => {
    expect(pageBreaks(landscape([title, section("一"), ...lines(10)]))).toEqual([]);
  });

  test("begin with a small section that does not fit the rest of the page", () => {
    expect(pageBreaks(landscape([title, section("一"), ...lines(14), section("二"), ...lines(8)]))).toEqual([16]);
  });

  test("tear a longer section rather than leave a page half empty", () => {
    const [first] = pageBreaks(landscape([title, section("一"), ...lines(12), section("二"), ...lines(15)]));
    expect(first).toBeGreaterThan(20);
  });

  test("hold a long section from its heading on, with some rows under it", () => {
    const long = landscape([title, section("一"), ...lines(17), section("二"), ...lines(40)]);
    expect(pageBreaks(long)[0]).toBe(19);
  });

  test("let a section longer than a page begin where there is room for more than its heading", () => {
    const long = landscape([title, section("一"), ...lines(5), section("二"), ...lines(40)]);
    expect(pageBreaks(long)).not.toContain(7);
  });

  test("begin where the report says", () => {
    const [first = title, ...rest] = lines(3);
    expect(pageBreaks(landscape([title, section("一"), { ...first, breakBefore: true }, ...rest]))).toEqual([2]);
  });

  test("do not cut merged rows", () => {
    const merged = landscape([title, section("一"), ...lines(40)], {
      merges: [{ row: 20, column: 0, rowCount: 4, columnCount: 1 }],
    });
    expect(pageBreaks(merged)[0]).toBe(20);
  });

  test("do not cut a chart, nor part it from the words beneath it", () => {
    const chart: ReportChart = {
      name: "levels",
      kind: "bar",
      title: "融合等级",
      sheet: "融合总览",
      categories: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
      series: [],
      place: { row: 14, column: 0, rowCount: 9, columnCount: 1 },
    };
    expect(pageBreaks(landscape([title, section("一"), ...lines(40)], { charts: [chart] }))[0]).toBe(14);
  });

  test("do not leave the last row of a long section alone", () => {
    const rows = [title, section("一"), ...lines(22), section("二"), ...lines(3)];
    expect(pageBreaks(landscape(rows))).toEqual([21]);
  });

  test("leave to the last page of the tab a third of what it holds, not a row or two and the signature", () => {
    const rows = [title, section("一"), ...lines(22)];
    expect(pageBreaks(landscape(rows))).toEqual([17]);
  });

  test("leave out rows that are not printed", () => {
    const rows = [title, section("一"), ...lines(12), section("二"), ...lines(12)];
    expect(pageBreaks(landscape(rows, { printed: { first: 0, last: 13 } }))).toEqual([]);
  });

  test("do not count the rows above the first that is printed", () => {
    const rows = [{ cells: [cell("链接")], height: 400 }, title, section("一"), ...lines(12)];
    const printed = { first: 1, last: rows.length - 1 };
    expect(pageBreaks(landscape(rows, { titleRows: { first: 1, last: 1 } }))).not.toEqual([]);
    expect(pageBreaks(landscape(rows, { titleRows: { first: 1, last: 1 }, printed }))).toEqual([]);
  });

  test("hold fewer rows of larger type", () => {
    const rows = [title, section("一"), ...lines(19)];
    expect(pageBreaks(landscape(rows))).toEqual([]);
    expect(pageBreaks(landscape(rows), 14)).toHaveLength(1);
  });

  test("are one where the tab is scaled to one", () => {
    expect(pageBreaks(landscape([title, ...lines(80)], { onePage: true }))).toEqual([]);
  });

  test("take more rows where the tab is scaled down to the width of the paper", () => {
    const rows = [title, section("一"), ...lines(12), section("二"), ...lines(12)];
    expect(pageBreaks(landscape(rows, { widths: [260] }))).toEqual([]);
  });

  describe("inside a table", () => {
    const long = landscape([title, section("一"), ...lines(60)]);
    /** The table under the section: one row of headings, then its lines. */
    const table: DrawnTable = {
      head: { first: 2, last: 2 },
      lines: Array.from({ length: 59 }, (_, line) => 3 + line),
      last: 61,
    };

    test("leave room for its headings, which stand again on each page", () => {
      const [first = 0, second = 0] = breaksIn(long, [table], 11);
      expect([first]).toEqual(pageBreaks(long).slice(0, 1));
      // Title and headings are above the lines of the second page: 40 + 20 + 22 × 20 points of 501.
      expect(second - first).toBe(22);
      expect(cutsAt([first, second], long, [table])).toEqual([new Set([first - 3, second - 3])]);
    });

    test("leave its headings where all pages repeat them", () => {
      const repeated = { ...long, titleRows: { first: 0, last: 2 } };
      expect(cutsAt(breaksIn(repeated, [table], 11), repeated, [table])).toEqual([new Set()]);
    });

    test("do not repeat headings above the first line or within a line of several rows", () => {
      expect(cutsAt([3, 5], long, [{ ...table, lines: [3, 4, 7] }])).toEqual([new Set()]);
    });

    test("do not part the rows of a line", () => {
      const [first = 0] = breaksIn(long, [table], 11);
      const inPairs = (from: number) => ({ ...table, lines: table.lines.filter((row) => row % 2 === from % 2) });
      expect(breaksIn(long, [inPairs(first)], 11)[0]).toBe(first);
      expect(breaksIn(long, [inPairs(first - 1)], 11)[0]).toBe(first - 1);
    });

    test("do not part its sums from its last line", () => {
      const [first = 0] = breaksIn(long, [table], 11);
      const ended = (last: number) => ({ ...table, lines: table.lines.filter((row) => row < first - 1), last });
      expect(breaksIn(long, [ended(first - 1)], 11)[0]).toBe(first);
      expect(breaksIn(long, [ended(first)], 11)[0]).toBe(first - 2);
      expect(cutsAt([first - 2], long, [ended(first)])).toEqual([new Set([first - 5])]);
    });
  });
});
