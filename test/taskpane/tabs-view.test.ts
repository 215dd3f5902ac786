import { FluentProvider } from "@fluentui/react-components";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Choices, NO_CHOICES, parseChoices, withTab } from "../../src/core/choices";
import { OPTIONAL_TABS } from "../../src/core/report/tab-kinds";
import { paneTexts, TextsProvider } from "../../src/taskpane/texts";
import { tabName } from "../../src/taskpane/tab-name";
import TabsView from "../../src/taskpane/tabs-view";
import { workbookMessages } from "../../src/i18n/workbook";

const LOCALES = ["zh-CN", "en-US"] as const;

/** The controls of the view: type, whether it is checked, whether it can be used. */
function controls(choices: Choices, disabled = false) {
  const html = renderToStaticMarkup(
    createElement(
      FluentProvider,
      null,
      createElement(TextsProvider, {
        locale: "zh-CN",
        children: createElement(TabsView, { choices, disabled, choose: () => undefined }),
      }),
    ),
  );
  return [...html.matchAll(/<input [^>]*>/gu)].map(([input]) => ({
    type: /type="(\w+)"/u.exec(input)?.[1],
    isSwitch: input.includes('role="switch"'),
    checked: / checked=""/u.test(input),
    disabled: / disabled=""/u.test(input),
  }));
}

describe("the tabs that the clerk may leave out", () => {
  test.each(LOCALES)("are called by the names that stand in the workbook: %s", (locale) => {
    const { tabs } = paneTexts(locale);
    for (const kind of OPTIONAL_TABS) expect(tabName(tabs, kind)).toContain(workbookMessages.tabs[kind]);
  });

  test("are ticked where they are made", () => {
    const boxes = controls(withTab(NO_CHOICES, "stars", false)).filter(
      ({ type, isSwitch }) => type === "checkbox" && !isSwitch,
    );
    expect(boxes.map(({ checked }) => checked)).toEqual(OPTIONAL_TABS.map((kind) => kind !== "stars"));
  });

  test("are kept as they were chosen, and none twice", () => {
    const without = withTab(withTab(withTab(NO_CHOICES, "trend", false), "branch", false), "branch", false);
    expect(without.omittedTabs).toEqual(["branch", "trend"]);
    expect(parseChoices(JSON.parse(JSON.stringify(without)))).toEqual(without);
    expect(withTab(without, "trend", true).omittedTabs).toEqual(["branch"]);
  });
});

describe("how the tabs are made", () => {
  test("cannot be chosen of tabs that are left out", () => {
    const choices = withTab(withTab(NO_CHOICES, "branch", false), "selection", false);
    const [one, each, ...fonts] = controls(choices).filter(({ type }) => type === "radio");
    expect([one?.disabled, each?.disabled]).toEqual([true, true]);
    expect(fonts.map(({ disabled }) => disabled)).toEqual([false, false]);
    const [ranks, history] = controls(choices).filter(({ isSwitch }) => isSwitch);
    expect([ranks?.disabled, history?.disabled]).toEqual([true, false]);
  });

  test("shows what the workbook keeps", () => {
    const look = { fonts: "official", bodySize: 14 } as const;
    const choices: Choices = { ...NO_CHOICES, branchPages: "each", selectionRanks: false, history: true, look };
    const shown = controls(choices);
    expect(shown.filter(({ type }) => type === "radio").map(({ checked }) => checked)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(shown.filter(({ isSwitch }) => isSwitch).map(({ checked }) => checked)).toEqual([false, true]);
  });

  test("cannot be changed while a run is under way", () => {
    expect(controls(NO_CHOICES, true).filter(({ disabled }) => !disabled)).toEqual([]);
  });
});
