import type { DayRange } from "../core/calendar";
import { about, defineFunction } from "./declaration";
import { dayOfCell, optional, period, table } from "./parameters";

/** `PARSE_DATE`: the day that a clerk's text means (methodology §2, values). */
export const parseDate = defineFunction({
  name: "PARSE_DATE",
  description: {
    "zh-CN": "读取日期：把台账中各种写法的日期读成日期序列值，逐格读取。",
    "en-US": "Reads a date as ledgers write it, cell by cell: the serial number of its day.",
  },
  parameters: {
    text: table({
      label: { "zh-CN": "文本", "en-US": "text" },
      description: {
        "zh-CN": "如 2021.4.6、2021年4月6日、20210406、21.4.6；一格或一片区域。",
        "en-US": "Such as 2021.4.6, 2021年4月6日, 20210406 or 21.4.6; a cell or a range.",
      },
    }),
    period: optional<DayRange | null>(
      period({
        label: { "zh-CN": "期间", "en-US": "period" },
        description: {
          "zh-CN": "未写年份的日期（如 4月6日）取该期间的年份。",
          "en-US": "Supplies the year of a date without one, such as 4月6日.",
        },
      }),
      null,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "与文本同形的日期序列值，设为日期格式即可显示；空格得空文本。",
    "en-US": "Serial numbers in the shape of the texts, to be formatted as dates; empty text for a blank.",
  },
  help: [
    {
      "zh-CN":
        "时刻和星期去掉；起止日期取首日；没有日的取 1 日；未写年份的取使其落在期间内的年份，否则取期间的首年。读不出的格为 #VALUE!。",
      "en-US":
        "Time and weekday are dropped; a span gives its first day; no day means day 1; a date without year takes the year that puts it inside the period, else the period's first. A cell that cannot be read is #VALUE!.",
    },
  ],
  examples: [
    { arguments: ["2021年4月6日（周二）下午3点", null], result: 44292 },
    { arguments: [[["2021.4.6-8"], ["二〇二一年四月"], [null]], null], result: [[44292], [44287], [""]] },
    { arguments: ["4月6日", "2021H1"], result: 44292 },
    {
      arguments: [[["4月6日", "2021-02-30", 44292]], null],
      result: [[{ error: "#VALUE!" }, { error: "#VALUE!" }, 44292]],
    },
  ],
  evaluate: ({ text, period: assessed }) =>
    text.map((row) =>
      row.map((cell) => {
        const day = dayOfCell(cell, assessed);
        return day.kind === "value" ? (day.value ?? "") : about(day, "text");
      }),
    ),
});
