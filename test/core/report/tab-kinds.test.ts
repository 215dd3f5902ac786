import { TABLES } from "../../../src/core/ledger/schema";
import { TAB_KINDS } from "../../../src/core/report/tab-kinds";
import { workbookMessages } from "../../../src/i18n/workbook";

describe("the names of the tabs", () => {
  const names = TAB_KINDS.map((kind) => workbookMessages.tabs[kind]);

  test("are none that the clerk's own sheets go by: a tab could not stand beside 队伍梯队", () => {
    const taken = new Set(TABLES.flatMap(({ name, english }) => [name, english]));
    expect(names.filter((name) => taken.has(name))).toEqual([]);
  });

  test("differ, and are such as Excel allows", () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/u);
  });
});
