import { coverage as coverageOf } from "../core/assessment/coverage";
import { windowOf } from "../core/assessment/window";
import { holds } from "../core/calendar";
import { about, defineFunction } from "./declaration";
import { choice, date, datesInPeriod, optional, period } from "./parameters";
import { unavailable } from "./values";

/** `COVERAGE`: share of calendar periods with at least one date (methodology §4, 覆盖月 and 覆盖季). */
export const coverage = defineFunction({
  name: "COVERAGE",
  description: {
    "zh-CN": "覆盖率：期间内至少有一个日期的月份（或季度）所占的份额。",
    "en-US": "Coverage: the share of the months (or quarters) of a period in which a date lies.",
  },
  parameters: {
    dates: datesInPeriod({
      label: { "zh-CN": "日期", "en-US": "dates" },
      description: {
        "zh-CN": "任意形状；未写年份的取期间的年份，期间以外的不计，空格不计。",
        "en-US": "Any shape; a date without year takes the period's; dates outside the period and blanks do not count.",
      },
    }),
    period: period({
      label: { "zh-CN": "期间", "en-US": "period" },
      description: {
        "zh-CN": "如 2021、2021H1、2021Q2、2021-04、2021-03-01~2021-06-30。",
        "en-US": "Such as 2021, 2021H1, 2021Q2, 2021-04 or 2021-03-01~2021-06-30.",
      },
    }),
    unit: optional<"month" | "quarter">(
      choice<"month" | "quarter">(
        {
          label: { "zh-CN": "单位", "en-US": "unit" },
          description: { "zh-CN": "月（默认）或季。", "en-US": "月 or month (default), 季 or quarter." },
        },
        { 月: "month", 季: "quarter", 季度: "quarter", month: "month", quarter: "quarter" },
      ),
      "month",
    ),
    start: optional<number | null>(
      date({
        label: { "zh-CN": "成立日期", "en-US": "start" },
        description: {
          "zh-CN": "支部成立的日期，须写明年份；晚于期间起点的，从当月 1 日起算。",
          "en-US":
            "Founding day of the branch, with its year; in the period, the first of its month begins the window.",
        },
      }),
      null,
    ),
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "0 至 1。", "en-US": "A share, 0–1." },
  help: [
    {
      "zh-CN":
        "同一个月开多少次会都只算一个月。按月：有日期的月数 ÷ 期间涉及的月数。按季：只看完整落在期间内的季度，一个也没有时为 #N/A。没有日期为 0。",
      "en-US":
        "Twelve meetings in December are one month. By month: months with a date ÷ months that the period touches. By quarter: only quarters wholly inside the period; where there is none the result is #N/A. No date at all gives 0.",
    },
  ],
  examples: [
    {
      arguments: [[["2021-01-05"], ["2021-01-20"], ["5月1日"], ["2020-12-31"]], "2021H1", null, null],
      result: 0.333333333,
      digits: 9,
    },
    { arguments: [[["2021-02-01", "2021.8.9"]], 2021, "季", null], result: 0.5 },
    { arguments: [[["2021-05-08", "2021-06-01"]], 2021, "月", "2021-05-20"], result: 0.25 },
    { arguments: ["2021-05-08", "2021-05", "季", null], result: { error: "#N/A" } },
    { arguments: ["上旬", "2021-05", null, null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ dates, period: assessed, unit, start }) => {
    const days = dates(assessed);
    if (days.kind !== "value") return about(days, "dates");
    const window = windowOf(assessed, start, null);
    if (window === null) return unavailable("noWindow");
    const spans = days.value
      .flat()
      .flatMap((day) => (day !== null && holds(window, day) ? [{ first: day, last: day }] : []));
    return coverageOf(spans, window, unit) ?? unavailable("noQuarter");
  },
});
