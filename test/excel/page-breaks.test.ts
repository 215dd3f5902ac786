import type { ReportRow } from "../../src/core/report/report-model";
import { pageBreaks } from "../../src/excel/page-breaks";
import { cell, tab } from "./model";

const title: ReportRow = { cells: [{ value: "指标得分", role: "title" }], height: 40 };
const section = (name: string): ReportRow => ({ cells: [{ value: name, role: "section" }], height: 28 });
const lines = (count: number, height = 20): ReportRow[] =>
  Array.from({ length: count }, () => ({ cells: [cell("第一支部")], height }));

/** A tab narrower than the paper, so that nothing is scaled: a landscape page takes 486 points, all but a small reserve. */
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

  test("do not leave the last row of a long section alone", () => {
    const rows = [title, section("一"), ...lines(21)];
    expect(pageBreaks(landscape(rows))).toEqual([20]);
  });

  test("leave out rows that are not printed", () => {
    const rows = [title, section("一"), ...lines(12), section("二"), ...lines(12)];
    expect(pageBreaks(landscape(rows, { printed: { first: 0, last: 13 } }))).toEqual([]);
  });

  test("are one where the tab is scaled to one", () => {
    expect(pageBreaks(landscape([title, ...lines(80)], { onePage: true }))).toEqual([]);
  });

  test("take more rows where the tab is scaled down to the width of the paper", () => {
    const rows = [title, section("一"), ...lines(12), section("二"), ...lines(12)];
    expect(pageBreaks(landscape(rows, { widths: [260] }))).toEqual([]);
  });
});
