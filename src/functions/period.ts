import { isoOf, monthOf, monthsRange } from "../core/calendar";
import { periodName } from "../core/ledger/read-period";
import { about, defineFunction } from "./declaration";
import { choice, dayOfCell, optional, table } from "./parameters";

/** `PERIOD`: the month, quarter, half-year or year that holds a date (methodology §3). */
export const period = defineFunction({
  name: "PERIOD",
  description: {
    "zh-CN": "期间：日期所在的月、季、半年或年，如 2021Q2，逐格计算。",
    "en-US": "The month, quarter, half-year or year that holds a date, such as 2021Q2, cell by cell.",
  },
  parameters: {
    date: table({
      label: { "zh-CN": "日期", "en-US": "date" },
      description: {
        "zh-CN": "一格或一片区域，须写明年份；空格得空文本。",
        "en-US": "A cell or a range, with the year; a blank gives empty text.",
      },
    }),
    months: optional(
      choice(
        {
          label: { "zh-CN": "单位", "en-US": "unit" },
          description: {
            "zh-CN": "月、季（默认）、半年或年。",
            "en-US": "月 month, 季 quarter (default), 半年 half, 年 year.",
          },
        },
        { 月: 1, 季: 3, 季度: 3, 半年: 6, 年: 12, month: 1, quarter: 3, half: 6, year: 12 },
      ),
      3,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "与日期同形的文本：2021-04、2021Q2、2021H1、2021。",
    "en-US": "Texts in the shape of the dates: 2021-04, 2021Q2, 2021H1, 2021.",
  },
  help: [
    {
      "zh-CN": "写法与评估期间相同，可直接用作 COVERAGE 等函数的期间。读不出的格为 #VALUE!。",
      "en-US":
        "Written as periods are everywhere, so that COVERAGE and the others read it. A cell that cannot be read is #VALUE!.",
    },
  ],
  examples: [
    { arguments: ["2021-05-06", null], result: "2021Q2" },
    { arguments: [[[44292, "2021年12月31日", null]], "半年"], result: [["2021H1", "2021H2", ""]] },
    { arguments: ["2021.4.6", "month"], result: "2021-04" },
    { arguments: ["2021.4.6", "年"], result: "2021" },
    { arguments: ["2021.4.6", "周"], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ date, months }) =>
    date.map((row) =>
      row.map((cell) => {
        const day = dayOfCell(cell, null);
        if (day.kind !== "value") return about(day, "date");
        return day.value === null ? "" : nameOf(day.value, months);
      }),
    ),
});

/** The name of the calendar period of so many months that holds a day. */
function nameOf(day: number, months: number): string {
  return periodName(monthsRange(Math.floor(monthOf(day) / months) * months, months), isoOf);
}
