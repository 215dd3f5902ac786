import path from "node:path";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { useWorkbench } from "../browser/workbench";
import { opened } from "./opened";
import { convert, scratchFolder } from "./soffice";

const workbench = useWorkbench();

/** What stands in the cells: `sheet!row,column` → value; empty texts are no values. */
function values({ snapshot }: WorkbookDocument): ReadonlyMap<string, unknown> {
  return new Map(
    snapshot.sheetOrder.flatMap((id) => {
      const { name = "", cellData = {} } = snapshot.sheets[id] ?? {};
      return Object.keys(cellData).flatMap((row) =>
        Object.keys(cellData[Number(row)] ?? {}).flatMap((column) => {
          const value: unknown = cellData[Number(row)]?.[Number(column)]?.v ?? "";
          return value === "" ? [] : [[`${name}!${row},${column}`, value] as const];
        }),
      );
    }),
  );
}

test("what is assessed, typed and saved at the workbench, LibreOffice opens, recalculates and shows with the same values", async () => {
  const bench = await workbench.open();
  const { page } = bench;
  await bench.goTo("支部名册", "F2");
  await page.keyboard.type("99");
  await page.keyboard.press("Enter");
  await bench.press("一键评估");
  await bench.goTo("支部名册", "F20");
  await page.keyboard.type("=SUM(F2:F13)");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => {
    const book = window.ronghe?.host.book;
    const id = book?.sheetNamed("支部名册");
    return id !== undefined && typeof book?.engine.cells(id)[19]?.[5]?.v === "number";
  });
  const file = await bench.saved();
  const ours = values(opened(file));
  const theirs = values(opened(convert(file, "xlsx", path.join(scratchFolder(), "workbench"))));
  expect(ours.get("支部名册!1,5")).toBe(99);
  expect(Number(ours.get("支部名册!19,5"))).toBeGreaterThan(99);
  expect(ours.size).toBeGreaterThan(5000);
  const isSame = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : a === b;
  expect([...ours].filter(([cell, value]) => !isSame(value, theirs.get(cell)))).toEqual([]);
  expect([...theirs.keys()].filter((cell) => !ours.has(cell))).toEqual([]);
});
