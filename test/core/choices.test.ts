import { NO_CHOICES, parseChoices } from "../../src/core/choices";

describe("the choices kept in a workbook", () => {
  const chosen = {
    period: "2021Q2",
    asOf: "2021-06-30",
    formula: "standard",
    formulas: "live",
    showRanks: true,
    locale: "en-US",
    introduced: true,
    omittedTabs: ["partners", "trend"],
    branchPages: "each",
    selectionRanks: false,
    history: true,
    look: { fonts: "official", bodySize: 12 },
  } as const;

  it("are read as they were kept", () => {
    expect(parseChoices(chosen)).toEqual(chosen);
    expect(parseChoices({ ...chosen, showRanks: false })).toMatchObject({ showRanks: false });
  });

  it.each([undefined, null, "2021", 7, [chosen]])("are none where there is no record: %p", (stored) => {
    expect(parseChoices(stored)).toEqual(NO_CHOICES);
  });

  it("leave out what is not of its kind and what is not known", () => {
    const stored = {
      period: 2021,
      asOf: " ",
      formula: "third",
      formulas: "both",
      showRanks: "yes",
      locale: "fr",
      introduced: 1,
      omittedTabs: ["overview", "scores", "method", 7],
      branchPages: "two",
      selectionRanks: "no",
      history: 1,
      look: { fonts: "mine", bodySize: 3 },
      other: "x",
    };
    expect(parseChoices(stored)).toEqual(NO_CHOICES);
  });
});
