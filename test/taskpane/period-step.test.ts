import { FluentProvider } from "@fluentui/react-components";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NO_CHOICES } from "../../src/core/choices";
import { look } from "../../src/core/look/look";
import { PeriodStep } from "../../src/taskpane/period-step";
import { paneTexts, TextsProvider } from "../../src/taskpane/texts";
import { atOnce } from "../../src/core/steps";
import { book, ROSTER } from "../support/small-workbook";

/** The step as it is shown for a workbook whose one ledger has so many rows. */
function shown(rows: number, formulas: "values" | "live"): string {
  const grids = book({ 支部名册: ROSTER, 活动台账: [{ 支部: "甲支部", 日期: "2021-03-01" }] });
  const found = atOnce(look(grids, { period: "2021", asOf: null, formula: null }));
  const [ledger] = found.tables;
  if (ledger === undefined) throw new Error("no ledger was found");
  return renderToStaticMarkup(
    createElement(
      FluentProvider,
      null,
      createElement(TextsProvider, {
        locale: "zh-CN",
        children: createElement(PeriodStep, {
          look: { ...found, tables: [{ ...ledger, rows }] },
          choices: { ...NO_CHOICES, formulas },
          disabled: false,
          choose: () => undefined,
          copyScheme: () => undefined,
          typedPeriod: () => undefined,
          chooseTabs: () => undefined,
        }),
      }),
    ),
  );
}

test("whoever chooses formulas over many rows is told that they take long, before anything is waited for", () => {
  const { liveSlow, liveHint } = paneTexts("zh-CN").period;
  expect(shown(20_000, "live")).toContain(liveSlow({ rows: 20_000 }) + liveHint);
  expect(shown(19_999, "live")).toContain(liveHint);
  expect(shown(19_999, "live")).not.toContain("19999");
  expect(shown(20_000, "values")).not.toContain("20000");
});
