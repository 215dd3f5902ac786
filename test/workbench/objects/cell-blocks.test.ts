import fc from "fast-check";
import { cellBlocks } from "../../../src/workbench/objects/cell-blocks";

const at = (sheetId: string, row: number, column: number) => ({ sheetId, row, column });

test("columns of cells are one block each, and neighbouring columns of the same rows one together", () => {
  const cells = [2, 3, 4].flatMap((row) => [at("a", row, 1), at("a", row, 2), at("a", row, 5)]);
  expect(cellBlocks(cells)).toEqual([
    { sheetId: "a", box: { top: 2, left: 1, bottom: 4, right: 2 } },
    { sheetId: "a", box: { top: 2, left: 5, bottom: 4, right: 5 } },
  ]);
});

test("blocks hold exactly the given cells, each once, in whatever order they come", () => {
  const cell = fc.record({
    sheetId: fc.constantFrom("a", "b"),
    row: fc.nat({ max: 12 }),
    column: fc.nat({ max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const covered: string[] = [];
      for (const { sheetId, box } of cellBlocks(cells))
        for (let row = box.top; row <= box.bottom; row += 1)
          for (let column = box.left; column <= box.right; column += 1) covered.push(`${sheetId} ${row} ${column}`);
      const wanted = new Set(cells.map(({ sheetId, row, column }) => `${sheetId} ${row} ${column}`));
      expect(covered.sort()).toEqual([...wanted].sort());
    }),
  );
});
