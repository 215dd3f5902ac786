import { dateZhCN, periodEnUS, periodZhCN } from "../../src/i18n/period-name";

test.each([
  ["2021", "2021年", "2021"],
  ["2021H1", "2021年上半年", "first half of 2021"],
  ["2021H2", "2021年下半年", "second half of 2021"],
  ["2021Q2", "2021年第二季度", "Q2 2021"],
  ["2021-04", "2021年4月", "April 2021"],
  ["2021-03-01~2021-06-30", "2021年3月1日至2021年6月30日", "2021-03-01 to 2021-06-30"],
])("the period %s is called %s and %s", (period, chinese, english) => {
  expect([periodZhCN(period), periodEnUS(period)]).toEqual([chinese, english]);
});

test.each(["去年", "2021Q5", "2021H0", "2021-4", ""])("a text that is no period stays as it is: %s", (text) => {
  expect([periodZhCN(text), periodEnUS(text)]).toEqual([text, text]);
});

test("a day is called without leading zeros", () => {
  expect(dateZhCN("2021-04-06")).toBe("2021年4月6日");
});
