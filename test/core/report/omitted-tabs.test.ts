import { join } from "node:path";
import { USUAL_REPORT } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import { OPTIONAL_TABS } from "../../../src/core/report/tab-kinds";
import { run } from "../../../src/core/run";
import { workbookMessages } from "../../../src/i18n/workbook";
import { atOnce } from "../../../src/core/steps";
import { readGrids } from "../../support/grids";

const grids = readGrids(join(__dirname, "../../../assets/sample-2021.xlsx"));
const outcome = atOnce(run(grids, { period: "2021", asOf: null, formula: null }));
const sources = grids.sheets.map(({ name }) => name);

describe.each([...OPTIONAL_TABS.map((kind) => [kind, [kind]] as const), ["any", OPTIONAL_TABS] as const])(
  "a report without the tab %s",
  (_, omittedTabs) => {
    if (outcome.kind === "refused") throw new Error(outcome.because);
    const { tabs } = buildReport(outcome.assessment, {
      messages: workbookMessages,
      choices: { ...USUAL_REPORT, omittedTabs },
      generatedAt: "2021-12-31 09:00",
      version: "0.1.0",
      live: null,
    });
    const names = [...sources, ...tabs.map(({ name }) => name)];

    it("has neither links nor formulas nor charts that lead to it", () => {
      const cells = tabs.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      const linked = cells.flatMap((cell) => (cell?.link === undefined ? [] : [cell.link.sheet]));
      const read = cells.flatMap((cell) =>
        [...(cell?.formula ?? "").matchAll(/'((?:[^']|'')+)'!/gu)].map(([, sheet = ""]) => sheet),
      );
      const drawn = tabs.flatMap(({ charts }) => charts.map(({ sheet }) => sheet));
      expect([...new Set([...linked, ...read, ...drawn])].filter((sheet) => !names.includes(sheet))).toEqual([]);
    });

    it("says that it was left out", () => {
      const said = tabs
        .find(({ key }) => key === "method")
        ?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value));
      for (const kind of omittedTabs) expect(said).toContain(workbookMessages.tabs[kind]);
    });
  },
);
