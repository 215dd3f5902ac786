import { originalOf } from "../../src/excel/original-sheet";

const MADE = "融合总览";
/** Name of the sheet that counts as the one marked. */
const original = (names: readonly string[], madeAs: string | null = MADE) =>
  originalOf(names.map((name) => ({ name, madeAs })))?.name ?? null;

test("a sheet that alone bears a mark is the tab, under any name but that of a copy", () => {
  expect(original(["融合总览"])).toBe("融合总览");
  expect(original(["全院总览"])).toBe("全院总览");
  expect(original(["融合总览 (2)"])).toBeNull();
});

test("of several the tab is the one with the name under which it was made, wherever it stands", () => {
  expect(original(["融合总览 (2)", "融合总览"])).toBe("融合总览");
  expect(original(["存档", "融合总览", "融合总览 (3)"])).toBe("融合总览");
});

test("a renamed tab is told from its copies by their names", () => {
  expect(original(["全院总览 (2)", "全院总览", "融合总览 (2)"])).toBe("全院总览");
});

test("a copy of a sheet with a long name is known by the name as Excel cuts it", () => {
  const long = "支部评估表".repeat(6);
  expect(long).toHaveLength(30);
  expect(original([`${long.slice(0, 27)} (2)`, "改了名"], long)).toBe("改了名");
});

test("a name that ends like that of a copy is a tab's own where it was made under it", () => {
  expect(original(["支部评估表 (2)"], "支部评估表 (2)")).toBe("支部评估表 (2)");
});

test("a name as long as Excel allows that ends in a number is no copy of itself", () => {
  const long = `${"支部评估表".repeat(6).slice(0, 27)} (2)`;
  expect(long).toHaveLength(31);
  expect(original([long])).toBe(long);
  expect(original([long], null)).toBe(long);
});

test("where it cannot be told, none is the tab", () => {
  expect(original(["全院总览", "存档"])).toBeNull();
  expect(original(["全院总览", "存档"], null)).toBeNull();
});

test("a mark of an earlier version, which has no name, counts alone and beside its copies", () => {
  expect(original(["全院总览"], null)).toBe("全院总览");
  expect(original(["融合总览 (2)", "融合总览"], null)).toBe("融合总览");
});
