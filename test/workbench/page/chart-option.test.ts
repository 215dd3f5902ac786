import type { ChartRecord } from "../../../src/workbench/files/document";
import { CHART_SHAPES } from "../../../src/workbench/files/chart-types";
import { chartOption, type ChartCell } from "../../../src/workbench/page/grid/chart-option";

const cells: Readonly<Record<string, readonly ChartCell[]>> = {
  names: [
    { content: "甲", text: "甲" },
    { content: "乙", text: "乙" },
  ],
  figures: [
    { content: 87.05, text: "87.1" },
    { content: "未评", text: "未评" },
  ],
};
const read = (reference: string) => cells[reference] ?? null;

function chart(change: Partial<ChartRecord>): ChartRecord {
  return {
    id: "chart1",
    name: "图",
    type: "BarClustered",
    title: "各支部融合指数",
    legend: null,
    series: [{ name: "融合指数", values: "figures", categories: "names", xValues: null, colour: "#0F6CBD" }],
    dataLabels: true,
    categoryTitle: null,
    valueTitle: null,
    valueMinimum: 0,
    valueMaximum: 100,
    categoryReversed: true,
    gridlineColour: "#E1DFDD",
    box: { top: 0, left: 0, bottom: 10, right: 5 },
    part: null,
    changed: false,
    ...change,
  };
}

const look = { text: "#000000", line: "#888888" };

test("bars lie along the categories of the cells, labelled as the cells show them; what is no number has no bar", () => {
  expect(chartOption(chart({}), read, look)).toMatchObject({
    title: { text: "各支部融合指数" },
    legend: { show: false },
    xAxis: { type: "value", min: 0, max: 100 },
    yAxis: { type: "category", data: ["甲", "乙"], inverse: true },
    series: [
      {
        type: "bar",
        color: "#0F6CBD",
        label: { show: true },
        data: [
          { value: 87.05, label: { formatter: "87.1" } },
          { value: null, label: { formatter: "未评" } },
        ],
      },
    ],
  });
});

test("a radar has an axis per category and a line per series", () => {
  expect(chartOption(chart({ type: "Radar", legend: "Bottom" }), read, look)).toMatchObject({
    legend: { show: true, bottom: 4 },
    radar: { indicator: [{ name: "甲", min: 0, max: 100 }, { name: "乙" }] },
    series: [{ type: "radar", data: [{ name: "融合指数", value: [87.05, 0] }] }],
  });
});

test("points of a scatter chart stand at their x values", () => {
  const series = [{ name: "点", values: "figures", categories: null, xValues: "figures", colour: null }];
  expect(chartOption(chart({ type: "XYScatter", series }), read, look)).toMatchObject({
    series: [
      {
        type: "scatter",
        data: [{ value: [87.05, 87.05], label: { formatter: "87.1" } }, { value: [2, null] }],
      },
    ],
  });
});

test("quadrants: the axes have limits of their own, lines stand where they cross, and points told so have labels and shapes", () => {
  const series = [
    {
      name: "深度融合",
      values: "figures",
      categories: null,
      xValues: "figures",
      colour: "#107C10",
      marker: "Diamond",
      labels: { 0: { text: "甲", position: "Top" as const }, 1: { text: null, position: null } },
    },
  ];
  const drawn = chartOption(
    chart({
      type: "XYScatter",
      series,
      dataLabels: false,
      categoryAxis: { minimum: 0, maximum: 1, step: 0.2, crossing: 0.6, tickLabels: "Low", numberFormat: "0.0" },
      valueAxis: { crossing: 0.5, tickLabels: "None", lineColour: "#FF0000" },
    }),
    read,
    look,
  );
  expect(drawn).toMatchObject({
    xAxis: { min: 0, max: 1, interval: 0.2, axisLabel: { show: true } },
    yAxis: { min: 0, max: 100, axisLabel: { show: false } },
    series: [
      {
        symbol: "diamond",
        label: { show: false },
        data: [
          { label: { show: true, formatter: "甲", position: "top" } },
          { label: { show: true, formatter: "未评", position: "right" } },
        ],
        markLine: { data: [{ xAxis: 0.6, lineStyle: { color: "#FF0000" } }, { yAxis: 0.5 }] },
      },
    ],
  });
});

test("every kind of chart that the stand-in knows is drawn, also where its references lead nowhere", () => {
  const series = [{ name: "", values: "nowhere", categories: null, xValues: null, colour: null }];
  for (const type of Object.keys(CHART_SHAPES)) expect(chartOption(chart({ type, series }), read, look)).not.toBeNull();
});

test("a kind that it does not know is not drawn", () => {
  expect(chartOption(chart({ type: "Invalid" }), read, look)).toBeNull();
});
