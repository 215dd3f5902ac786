import fc from "fast-check";
import { partition } from "../../src/excel/partition";

const picture = (rows: readonly string[]) =>
  partition(rows.length, rows[0]?.length ?? 0, (row, column) => {
    const cell = rows[row]?.[column] ?? " ";
    return cell === " " ? null : cell;
  });

describe("equal neighbouring cells", () => {
  it("become one area over rows of equal extent", () => {
    expect(picture(["aab", "aab", "ccc"])).toEqual([
      { key: "a", area: { row: 0, column: 0, rowCount: 2, columnCount: 2 } },
      { key: "b", area: { row: 0, column: 2, rowCount: 2, columnCount: 1 } },
      { key: "c", area: { row: 2, column: 0, rowCount: 1, columnCount: 3 } },
    ]);
  });

  it("stay apart where a row lies between them", () => {
    expect(picture(["a", " ", "a"])).toHaveLength(2);
  });

  it("cover every cell that has a key exactly once", () => {
    const grids = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.stringMatching(new RegExp(`^[ab ]{${width}}$`)), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(grids, (rows) => {
        const drawn = rows.map((row) => [...row].map(() => " "));
        for (const { key, area } of picture(rows)) {
          for (let row = area.row; row < area.row + area.rowCount; row += 1) {
            for (let column = area.column; column < area.column + area.columnCount; column += 1) {
              expect(drawn[row]?.[column]).toBe(" ");
              drawn[row]?.splice(column, 1, key);
            }
          }
        }
        expect(drawn.map((row) => row.join(""))).toEqual(rows);
      }),
    );
  });
});
