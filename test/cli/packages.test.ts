import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { assessHere } from "../support/command";
import { addedParts, changedParts } from "../workbench/files/support/packages";

const folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
afterAll(() => rmSync(folder, { recursive: true }));

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

describe("assessing a workbook with charts, pivot, slicer, macros, controls, comments, images and custom XML", () => {
  const name = "rich.xlsm";
  const source = path.join(__dirname, "../fixtures", name);
  const output = path.join(folder, name);
  const again = path.join(folder, `again-${name}`);

  beforeAll(async () => {
    const period = ["--period", "2021"];
    for (const [from, to] of [
      [source, output],
      [output, again],
    ] as const) {
      const { code, said } = await assessHere([from, ...period, "-o", to]);
      if (code > 1) throw new Error(said);
    }
  });

  it("keeps every part of the user's sheets, drawings, charts, pivots, macros and media byte for byte", () => {
    const changed = changedParts(readFileSync(source), readFileSync(output));
    expect(changed.filter((part) => !OF_THE_WHOLE.includes(part))).toEqual([]);
  });

  it("adds no further part when it is assessed again", () => {
    expect(addedParts(readFileSync(source), readFileSync(output)).length).toBeGreaterThan(6);
    expect(addedParts(readFileSync(output), readFileSync(again))).toEqual([]);
  });
});
