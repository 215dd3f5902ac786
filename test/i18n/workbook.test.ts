import { workbookMessages } from "../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME } from "../support/assessment";

const scores = SCHEME.map(() => 0.5);

test.each([
  ["2021", "2021年"],
  ["2021H1", "2021年上半年"],
  ["2021Q2", "2021年第二季度"],
  ["2021-04", "2021年4月"],
  ["2021-03-01~2021-06-30", "2021年3月1日至2021年6月30日"],
])("the period %s reads %s", (period, words) => {
  expect(workbookMessages.period(period)).toBe(words);
});

test("up to three units are named under the title, more are counted, none are left out", () => {
  const of = (units: readonly (string | null)[]) =>
    workbookMessages.subtitle(assessmentOf(units.map((unit, index) => branchOf({ branch: `${index}`, unit, scores }))));
  expect(of(["甲院", "乙院", "甲院"])).toBe("甲院、乙院　2021年　截止日2021年12月31日");
  expect(of(["甲院", "乙院", "丙院", "丁院"])).toBe("甲院等4个单位　2021年　截止日2021年12月31日");
  expect(of([null])).toBe("2021年　截止日2021年12月31日");
});

test("one unit is named at the foot of a page, where the page number stands beside it; several are counted", () => {
  const of = (units: readonly string[]) =>
    workbookMessages.footer(assessmentOf(units.map((unit, index) => branchOf({ branch: `${index}`, unit, scores }))));
  expect(of(["甲院", "甲院"])).toBe("甲院　2021年");
  expect(of(["甲院", "乙院"])).toBe("甲院等2个单位　2021年");
});

test("codes without words stand for themselves", () => {
  expect(workbookMessages.reason({ code: "unheard", params: {} })).toBe("unheard");
  expect(workbookMessages.issueText({ code: "unheard", severity: "info", place: null, params: {} })).toBe("unheard");
});

test("tab names are usable in Excel", () => {
  const names = Object.values(workbookMessages.tabs);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/u);
});
