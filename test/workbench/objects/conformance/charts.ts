import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const countOf = async (scene: Scene, count: OfficeExtension.ClientResult<number>) => {
  await scene.context.sync();
  return count.value;
};

/** A column chart of two series over three branches. */
function chart({ sheet }: Scene): Excel.Chart {
  sheet.getRange("A1:C4").values = [
    ["支部", "党建", "业务"],
    ["甲", 0.5, 0.6],
    ["乙", 0.7, 0.8],
    ["丙", 0.9, 1],
  ];
  return sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
}
const series = (scene: Scene) => chart(scene).series.getItemAt(0);
const label = (scene: Scene) => {
  const point = series(scene).points.getItemAt(0);
  point.hasDataLabel = true;
  return point.dataLabel;
};
const scatter = ({ sheet }: Scene) => sheet.charts.add("XYScatter", sheet.getRange("B2:C4"), "Columns");
const valueAxis = (scene: Scene) => chart(scene).axes.valueAxis;

/** The record that the writer will draw. */
const record = async (scene: Scene) => {
  scene.sheet.load("id");
  await scene.context.sync();
  const { sheets } = scene.office.host.toDocument();
  return sheets[scene.sheet.id.replace(/^\{|\}$/g, "")]?.charts.at(-1);
};

/** Checks of charts. */
export const chartEntries: readonly Entry[] = [
  entry(
    [
      "Worksheet.charts",
      "ChartCollection.add",
      "ChartCollection.count",
      "ChartCollection.getCount",
      "ChartCollection.getItem",
      "ChartCollection.getItemAt",
      "ChartCollection.getItemOrNullObject",
      "ChartCollection._GetItem",
      "Chart.delete",
    ],
    async (scene) => {
      const { charts } = scene.sheet;
      chart(scene).name = "甲图";
      chart(scene);
      charts.load("count,items/name");
      expect(await countOf(scene, charts.getCount())).toBe(2);
      expect([charts.count, charts.items[0]?.name]).toEqual([2, "甲图"]);
      expect(await load(scene, charts.getItem("甲图"), "chartType")).toBe("ColumnClustered");
      expect(await load(scene, charts.getItemAt(0), "name")).toBe("甲图");
      const none = charts.getItemOrNullObject("没有");
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => charts.getItem("没有").load("name"), "ItemNotFound");
      await refused(scene, () => charts.getItemAt(5).load("name"), "InvalidArgument");
      await refused(scene, () => charts.add("Surface", scene.sheet.getRange("A1:C4")), "NotImplemented");
      // An item of a loaded collection is found again by its id.
      charts.items[0]?.delete();
      expect(await countOf(scene, charts.getCount())).toBe(1);
      scene.sheet.protection.protect();
      await scene.context.sync();
      await refused(scene, () => charts.getItemAt(0).delete(), "AccessDenied");
    },
  ),
  entry("ChartCollection.add", async (scene) => {
    chart(scene);
    const made = await record(scene);
    const name = `${String(await load(scene, scene.sheet, "name"))}`;
    expect(made?.series).toEqual([
      { name: "党建", values: `${name}!$B$2:$B$4`, categories: `${name}!$A$2:$A$4`, xValues: null, colour: null },
      { name: "业务", values: `${name}!$C$2:$C$4`, categories: `${name}!$A$2:$A$4`, xValues: null, colour: null },
    ]);
    scene.sheet.charts.add("XYScatter", scene.sheet.getRange("B2:C4"), "Columns");
    expect((await record(scene))?.series).toEqual([
      { name: "", values: `${name}!$C$2:$C$4`, categories: null, xValues: `${name}!$B$2:$B$4`, colour: null },
    ]);
  }),
  property("Chart.id", chart, {}),
  property("Chart.name", chart, { set: [["协调度"]], refuses: [[""], [5]] }),
  property("Chart.chartType", chart, {
    first: "ColumnClustered",
    set: [["Radar"], ["XYScatter"], ["BarClustered"]],
    refuses: [["Surface", "NotImplemented"], [7]],
  }),
  property("Chart.left", chart, { set: [[0]], refuses: [[-5]] }),
  property("Chart.top", chart, { set: [[0]], refuses: [[-5]] }),
  property("Chart.width", chart, { set: [[108]], refuses: [[-5]] }),
  property("Chart.height", chart, { set: [[150]], refuses: [[-5]] }),
  entry("Chart.setPosition", async (scene) => {
    const one = chart(scene);
    one.setPosition("D2", "H12");
    expect((await record(scene))?.box).toEqual({ top: 1, left: 3, bottom: 11, right: 7 });
    one.setPosition("A1");
    expect((await record(scene))?.box).toEqual({ top: 0, left: 0, bottom: 10, right: 4 });
    await refused(scene, () => one.setPosition("D9", "A1"), "InvalidArgument");
  }),
  entry(["Chart.axes", "Chart.legend", "Chart.series", "Chart.title", "Chart.worksheet"], async (scene) => {
    const one = chart(scene);
    expect(await load(scene, one, "axes/valueAxis/maximum")).toBe("");
    expect(await load(scene, one, "legend/position")).toBe("Right");
    expect(await load(scene, one, "series/count")).toBe(2);
    expect(await load(scene, one, "title/text")).toBe("");
    expect(await load(scene, one, "worksheet/visibility")).toBe("Visible");
    await refused(scene, () => one.plotArea.load("top"), "NotImplemented");
  }),
  property("ChartTitle.text", (scene) => chart(scene).title, { set: [["各支部协调度"]], refuses: [[5]] }),
  property("ChartTitle.visible", (scene) => chart(scene).title, { set: [[true], [false]], refuses: [["no"]] }),
  entry(["ChartTitle.format", "ChartTitleFormat.font"], async (scene) => {
    const { title } = chart(scene);
    title.format.font.bold = true;
    expect(await load(scene, title, "format/font/bold")).toBe(true);
  }),
  property("ChartFont.name", (scene) => chart(scene).title.format.font, { set: [["黑体"]], refuses: [[1]] }),
  property("ChartFont.size", (scene) => chart(scene).title.format.font, { first: 14, set: [[12]], refuses: [[0]] }),
  property("ChartFont.color", (scene) => chart(scene).title.format.font, { set: [["#323130"]], refuses: [["dark"]] }),
  property("ChartFont.bold", (scene) => chart(scene).title.format.font, {
    first: false,
    set: [[true]],
    refuses: [[1]],
  }),
  property("ChartLegend.visible", (scene) => chart(scene).legend, {
    first: true,
    set: [[false], [true]],
    refuses: [["no"]],
  }),
  property("ChartLegend.position", (scene) => chart(scene).legend, {
    first: "Right",
    set: [["Bottom"], ["Top"]],
    refuses: [["Middle"], ["Corner", "NotImplemented"]],
  }),
  entry(
    [
      "ChartSeriesCollection.add",
      "ChartSeriesCollection.count",
      "ChartSeriesCollection.getCount",
      "ChartSeriesCollection.getItemAt",
      "ChartSeries.delete",
    ],
    async (scene) => {
      const all = chart(scene).series;
      all.add("第三");
      expect(await load(scene, all, "count")).toBe(3);
      expect(await load(scene, all.getItemAt(2), "name")).toBe("第三");
      all.getItemAt(0).delete();
      expect(await countOf(scene, all.getCount())).toBe(2);
      expect(await load(scene, all.getItemAt(0), "name")).toBe("业务");
      await refused(scene, () => all.getItemAt(5).load("name"), "InvalidArgument");
      await refused(scene, () => all.add("x", 9), "InvalidArgument");
    },
  ),
  property("ChartSeries.name", series, { first: "党建", set: [["党建指数"]], refuses: [[5]] }),
  property("ChartSeries.hasDataLabels", series, { first: false, set: [[true], [false]], refuses: [["no"]] }),
  property("ChartSeries.markerBackgroundColor", series, { set: [["#0F6CBD"]], refuses: [["?"]] }),
  property("ChartSeries.markerStyle", series, {
    first: "Circle",
    set: [["Triangle"], ["X"], ["Circle"]],
    refuses: [["Heart"], ["None", "NotImplemented"]],
  }),
  entry(
    [
      "ChartSeries.points",
      "ChartPointsCollection.count",
      "ChartPointsCollection.getCount",
      "ChartPointsCollection.getItemAt",
      "ChartPoint.dataLabel",
    ],
    async (scene) => {
      const one = series(scene);
      const { points } = one;
      expect(await load(scene, points, "count")).toBe(3);
      one.setValues(scene.sheet.getRange("B2:B3"));
      expect(await countOf(scene, points.getCount())).toBe(2);
      await refused(scene, () => points.getItemAt(2).load("hasDataLabel"), "InvalidArgument");
      await refused(scene, () => (points.getItemAt(0).dataLabel.text = "甲"), "ItemNotFound");
      const point = points.getItemAt(1);
      point.hasDataLabel = true;
      point.dataLabel.text = "乙";
      point.dataLabel.position = "Top";
      expect((await record(scene))?.series[0]?.labels).toEqual({ 1: { text: "乙", position: "Top" } });
      one.hasDataLabels = false;
      expect(await load(scene, point, "hasDataLabel")).toBe(false);
    },
  ),
  property("ChartPoint.hasDataLabel", (scene) => series(scene).points.getItemAt(0), {
    first: false,
    set: [[true], [false]],
    refuses: [["no"]],
  }),
  entry("ChartPoint.hasDataLabel", async (scene) => {
    const one = series(scene);
    one.hasDataLabels = true;
    await refused(scene, () => (one.points.getItemAt(0).hasDataLabel = false), "NotImplemented");
  }),
  property("ChartDataLabel.text", label, { first: "", set: [["第一检察部"]], refuses: [[5]] }),
  property("ChartDataLabel.position", label, {
    first: "Right",
    set: [["Top"], ["Left"]],
    refuses: [["Beside"], ["BestFit", "NotImplemented"]],
  }),
  property("ChartSeries.markerForegroundColor", series, { set: [["#0F6CBD"]], refuses: [["?"]] }),
  entry(["ChartSeries.setValues", "ChartSeries.setXAxisValues"], async (scene) => {
    const one = series(scene);
    one.setValues(scene.sheet.getRange("C2:C3"));
    one.setXAxisValues(scene.sheet.getRange("A2:A3"));
    expect((await record(scene))?.series[0]).toMatchObject({
      values: expect.stringMatching(/!\$C\$2:\$C\$3$/),
      categories: expect.stringMatching(/!\$A\$2:\$A\$3$/),
    });
    await refused(scene, () => untyped(one, "setValues", ["C2:C3"]), "InvalidArgument");
    await refused(scene, () => untyped(one, "setXAxisValues", ["A2:A3"]), "InvalidArgument");
  }),
  entry(
    ["ChartSeries.format", "ChartSeriesFormat.fill", "ChartSeriesFormat.line", "ChartFill.setSolidColor"],
    async (scene) => {
      const one = series(scene);
      one.format.fill.setSolidColor("#B3261E");
      expect(await load(scene, one, "format/line/color")).toBe("#B3261E");
      expect((await record(scene))?.series[0]?.colour).toBe("#B3261E");
      await refused(scene, () => one.format.fill.setSolidColor("?"), "InvalidArgument");
      await refused(scene, () => one.format.fill.clear(), "NotImplemented");
    },
  ),
  property("ChartLineFormat.color", (scene) => series(scene).format.line, {
    first: "",
    set: [["#B3261E"]],
    refuses: [["?"]],
  }),
  entry(
    [
      "ChartAxes.categoryAxis",
      "ChartAxes.valueAxis",
      "ChartAxis.majorGridlines",
      "ChartAxis.title",
      "ChartGridlines.format",
      "ChartGridlinesFormat.line",
    ],
    async (scene) => {
      const { axes } = chart(scene);
      axes.valueAxis.majorGridlines.format.line.color = "#E1DFDD";
      expect(await load(scene, axes, "valueAxis/majorGridlines/format/line/color")).toBe("#E1DFDD");
      expect(await load(scene, axes, "categoryAxis/title/visible")).toBe(false);
      await refused(scene, () => (axes.categoryAxis.majorGridlines.format.line.color = "#E1DFDD"), "NotImplemented");
    },
  ),
  property("ChartAxis.minimum", valueAxis, { first: "", set: [[0], [""]], refuses: [["low"]] }),
  property("ChartAxis.maximum", valueAxis, { first: "", set: [[1], [""]], refuses: [["high"]] }),
  entry(["ChartAxis.minimum", "ChartAxis.maximum", "ChartAxis.majorUnit"], async (scene) => {
    const { categoryAxis } = chart(scene).axes;
    await refused(scene, () => (categoryAxis.minimum = 1), "NotImplemented");
    await refused(scene, () => categoryAxis.load("maximum"), "NotImplemented");
    await refused(scene, () => (categoryAxis.majorUnit = 1), "NotImplemented");
    // The horizontal axis of a scatter chart is one of values.
    const horizontal = scatter(scene).axes.categoryAxis;
    horizontal.minimum = 0;
    horizontal.maximum = 1;
    horizontal.majorUnit = 0.5;
    horizontal.load("minimum,maximum,majorUnit");
    await scene.context.sync();
    expect([horizontal.minimum, horizontal.maximum, horizontal.majorUnit]).toEqual([0, 1, 0.5]);
    horizontal.minimum = "";
    expect(await load(scene, horizontal, "minimum")).toBe("");
    expect((await record(scene))?.categoryAxis).toEqual({ maximum: 1, step: 0.5 });
  }),
  property("ChartAxis.majorUnit", valueAxis, { first: "", set: [[0.5], [""]], refuses: [["wide"], [0]] }),
  property("ChartAxis.numberFormat", valueAxis, { first: "General", set: [["0.0"]], refuses: [[5]] }),
  property("ChartAxis.tickLabelPosition", valueAxis, {
    first: "NextToAxis",
    set: [["Low"], ["High"], ["None"], ["NextToAxis"]],
    refuses: [["Middle"]],
  }),
  property("ChartAxis.position", valueAxis, {
    first: "Automatic",
    set: [["Automatic"]],
    refuses: [["Maximum", "NotImplemented"], ["Middle"]],
  }),
  property("ChartAxis.positionAt", valueAxis, { first: 0 }),
  entry(["ChartAxis.setPositionAt", "ChartAxis.position", "ChartAxis.positionAt"], async (scene) => {
    const axis = valueAxis(scene);
    axis.setPositionAt(0.5);
    expect(await load(scene, axis, "position")).toBe("Custom");
    expect(await load(scene, axis, "positionAt")).toBe(0.5);
    axis.position = "Automatic";
    expect(await load(scene, axis, "positionAt")).toBe(0);
    await refused(scene, () => untyped(axis, "setPositionAt", ["middle"]), "InvalidArgument");
  }),
  entry(["ChartAxis.format", "ChartAxisFormat.line"], async (scene) => {
    const { categoryAxis } = chart(scene).axes;
    categoryAxis.format.line.color = "#605E5C";
    expect(await load(scene, categoryAxis, "format/line/color")).toBe("#605E5C");
    await refused(scene, () => (categoryAxis.format.line.color = "?"), "InvalidArgument");
  }),
  property("ChartAxis.reversePlotOrder", (scene) => chart(scene).axes.categoryAxis, {
    first: false,
    set: [[true]],
    refuses: [["no"]],
  }),
  entry("ChartAxis.reversePlotOrder", async (scene) => {
    await refused(scene, () => (valueAxis(scene).reversePlotOrder = true), "NotImplemented");
  }),
  property("ChartAxisTitle.text", (scene) => valueAxis(scene).title, { first: "", set: [["指数"]], refuses: [[5]] }),
  property("ChartAxisTitle.visible", (scene) => chart(scene).axes.categoryAxis.title, {
    first: false,
    set: [[true], [false]],
    refuses: [["no"]],
  }),
  property("ChartGridlines.visible", (scene) => valueAxis(scene).majorGridlines, {
    first: true,
    set: [[true]],
    refuses: [["no"], [false, "NotImplemented"]],
  }),
];
