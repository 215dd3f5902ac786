import { parseReport } from "../../src/excel/parse-report";
import { cell, model, tab } from "./model";

const rows = (...cells: readonly unknown[]) => ({ ...model(tab()), tabs: [{ ...tab(), rows: [{ cells }] }] });

describe("a report read back from the workbook", () => {
  it("is what was stored, what formulas fill included", () => {
    const live = model(
      tab({
        rows: [
          {
            cells: [
              cell(1, { formula: "=RONGHE.MEASURES(A1:B2)", spill: { rowCount: 1, columnCount: 2 } }),
              cell(2, { spilled: true }),
              null,
            ],
          },
        ],
      }),
    );
    expect(parseReport(JSON.parse(JSON.stringify(live)))).toEqual(live);
  });

  it("may be one of an earlier version, which knew no such formulas", () => {
    const earlier = model(tab());
    expect(parseReport(JSON.parse(JSON.stringify(earlier)))).toEqual(earlier);
  });

  it.each([
    [{ ...cell(1), spill: { rowCount: 1 } }],
    [{ ...cell(1), spill: 3 }],
    [{ ...cell(1), spilled: "yes" }],
    [{ ...cell(1), formula: 5 }],
    [{ value: 1, role: "unknown" }],
  ])("is not taken where a cell is none: %j", (wrong) => {
    expect(parseReport(rows(wrong))).toBeNull();
  });

  it("is not taken from another version's form", () => {
    expect(parseReport({ version: 2, tabs: [] })).toBeNull();
    expect(parseReport(null)).toBeNull();
  });
});
