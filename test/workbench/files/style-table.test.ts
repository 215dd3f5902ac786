import type { IStyleData } from "@univerjs/core";
import { readStyles } from "../../../src/workbench/files/read-styles";
import { StyleTable } from "../../../src/workbench/files/style-table";
import { fixture, textOf } from "./support/packages";

const theme = null;

/** Every trait a style of the engine has that a file can hold. */
const FULL: IStyleData = {
  ff: "仿宋",
  fs: 14,
  bl: 1,
  it: 1,
  st: { s: 1 },
  ul: { s: 1, t: 10 },
  va: 3,
  cl: { rgb: "#C00000" },
  bg: { rgb: "#FFF2CC" },
  bd: {
    t: { s: 1, cl: { rgb: "#112233" } },
    b: { s: 7, cl: { rgb: "#000000" } },
    tl_br: { s: 8, cl: { rgb: "#00FF00" } },
  },
  ht: 2,
  vt: 2,
  tb: 3,
  tr: { a: -45 },
  pd: { l: 18 },
  n: { pattern: 'yyyy"年"m"月"' },
};

describe.each(["rich.xlsm", "libreoffice.xlsx", "empty.xlsx"])("onto the styles of %s", (file) => {
  const source = textOf(fixture(file), "xl/styles.xml");
  const originals = readStyles(source, theme).xfs;

  test("a new style is appended and reads back as it was", () => {
    const table = new StyleTable(source, theme, { q: FULL });
    expect(table.index("q")).toBe(originals.length);
    const { xfs } = readStyles(table.toXml(), theme);
    expect(xfs.slice(0, originals.length)).toEqual(originals);
    expect(xfs[originals.length]).toEqual(FULL);
  });

  test("ids of the file mean its entries, equal looks one entry, and nothing new leaves the part as it is", () => {
    const table = new StyleTable(source, theme, { a: originals[0] ?? {}, b: { bl: 0, n: { pattern: "General" } } });
    expect([table.index("xf1"), table.index("a"), table.index("b"), table.index(null), table.index("none")]).toEqual([
      1, 0, 0, 0, 0,
    ]);
    expect(table.toXml()).toBe(source);
  });

  test("the numbers follow the order in which styles are asked for, not their ids", () => {
    const styles = { z: { bl: 1 }, a: { it: 1 } } satisfies Record<string, IStyleData>;
    const table = new StyleTable(source, theme, styles);
    expect([table.index("z"), table.index("a"), table.index("z")]).toEqual([
      originals.length,
      originals.length + 1,
      originals.length,
    ]);
  });
});

test("an entry with hidden traits does not stand for a style without them", () => {
  const source = textOf(fixture("empty.xlsx"), "xl/styles.xml").replace(
    "</cellXfs>",
    '<xf numFmtId="2" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>',
  );
  const table = new StyleTable(source, theme, { q: { n: { pattern: "0.00" } } });
  expect(table.index("q")).toBe(3);
});
