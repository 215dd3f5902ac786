import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const block = ({ sheet }: Scene) => sheet.getRange("B2:C3");
const font = (scene: Scene) => block(scene).format.font;
const fill = (scene: Scene) => block(scene).format.fill;
const edge = (scene: Scene) => block(scene).format.borders.getItem("EdgeBottom");

/** Checks of the formatting of ranges. */
export const formatEntries: readonly Entry[] = [
  entry(["RangeFormat.font", "RangeFormat.fill", "RangeFormat.borders"], async (scene) => {
    const range = block(scene);
    expect(await load(scene, range, "format/font/bold")).toBe(false);
    expect(await load(scene, range, "format/fill/color")).toBe("#FFFFFF");
    expect(await load(scene, range, "format/borders/count")).toBe(8);
  }),
  entry("RangeAreas.format", async (scene) => {
    const { sheet } = scene;
    const { format } = sheet.getRanges("A1:A3,C5,E7:F8");
    format.font.color = "#B3261E";
    format.fill.color = "#003366";
    format.horizontalAlignment = "Center";
    format.borders.getItem("EdgeBottom").style = "Continuous";
    format.borders.getItem("InsideHorizontal").style = "Dash";
    format.rowHeight = 30;
    for (const address of ["A1:A3", "C5", "E7:F8"]) {
      expect(await load(scene, sheet.getRange(address), "format/font/color")).toBe("#B3261E");
      expect(await load(scene, sheet.getRange(address), "format/rowHeight")).toBe(30);
    }
    expect(await load(scene, sheet.getRange("B1"), "format/font/color")).toBe("#000000");
    expect(await load(scene, sheet.getRanges("A2,F8"), "format/horizontalAlignment")).toBe("Center");
    expect(await load(scene, sheet.getRanges("A2,B2"), "format/fill/color")).toBeNull();
    const under = async (address: string) =>
      load(scene, sheet.getRange(address).format.borders.getItem("EdgeBottom"), "style");
    expect([await under("A1"), await under("A3"), await under("C5"), await under("F8")]).toEqual([
      "Dash",
      "Continuous",
      "Continuous",
      "Continuous",
    ]);
  }),
  property("RangeFont.bold", font, { first: false, set: [[true], [false]], refuses: [["bold"]] }),
  property("RangeFont.italic", font, { first: false, set: [[true], [false]], refuses: [[1]] }),
  property("RangeFont.strikethrough", font, { first: false, set: [[true], [false]], refuses: [[1]] }),
  property("RangeFont.underline", font, { first: "None", set: [["Single"], ["None"]], refuses: [["Wavy"]] }),
  property("RangeFont.color", font, {
    first: "#000000",
    set: [
      ["#b3261e", "#B3261E"],
      ["white", "#FFFFFF"],
    ],
    refuses: [["#12"], ["no colour"]],
  }),
  property("RangeFont.name", font, { first: "Calibri", set: [["宋体"]], refuses: [[5]] }),
  property("RangeFont.size", font, { first: 11, set: [[10.5]], refuses: [[0], [500], ["12"]] }),
  property("RangeFill.color", fill, { first: "#FFFFFF", set: [["#003366"]], refuses: [["blue-ish"]] }),
  entry("RangeFill.color", async (scene) => {
    scene.sheet.getRange("B2").format.fill.color = "#FF0000";
    expect(await load(scene, block(scene), "format/fill/color")).toBeNull();
  }),
  entry("RangeFill.clear", async (scene) => {
    fill(scene).color = "#FF0000";
    fill(scene).clear();
    expect(await load(scene, block(scene), "format/fill/color")).toBe("#FFFFFF");
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => fill(scene).clear(), "AccessDenied");
  }),
  property("RangeBorder.style", edge, {
    first: "None",
    set: [["Continuous"], ["Dash"], ["Double"], ["None"]],
    refuses: [["Wavy"]],
  }),
  property("RangeBorder.weight", edge, {
    first: "Thin",
    set: [["Hairline"], ["Medium"], ["Thick"], ["Thin"]],
    refuses: [["Fat"]],
  }),
  property("RangeBorder.color", edge, { first: "#000000", set: [["#D2D0CE"]], refuses: [["?"]] }),
  property("RangeBorder.sideIndex", edge, { first: "EdgeBottom" }),
  entry("RangeBorder.style", async (scene) => {
    const borders = block(scene).format.borders;
    for (const side of ["EdgeTop", "InsideHorizontal", "InsideVertical", "DiagonalUp"] as const) {
      borders.getItem(side).style = "Continuous";
      expect(await load(scene, borders.getItem(side), "style")).toBe("Continuous");
    }
    // Only the first row has the top edge, and none the bottom edge.
    expect(await load(scene, scene.sheet.getRange("B3").format.borders.getItem("EdgeBottom"), "style")).toBe("None");
    expect(await load(scene, scene.sheet.getRange("B2:C2").format.borders.getItem("EdgeTop"), "style")).toBe(
      "Continuous",
    );
  }),
  entry(
    ["RangeBorderCollection.count", "RangeBorderCollection.getItem", "RangeBorderCollection.getItemAt"],
    async (scene) => {
      const { borders } = block(scene).format;
      borders.load("count,items/sideIndex");
      await scene.context.sync();
      expect(borders.count).toBe(8);
      expect(borders.items.map((border) => border.sideIndex)).toContain("DiagonalDown");
      expect(await load(scene, borders.getItemAt(0), "sideIndex")).toBe("EdgeTop");
      await refused(scene, () => borders.getItemAt(9).load("style"), "InvalidArgument");
      await refused(scene, () => untyped(borders, "getItem", ["Middle"]), "InvalidArgument");
    },
  ),
  property("RangeFormat.horizontalAlignment", (scene) => block(scene).format, {
    first: "General",
    set: [["Left"], ["Center"], ["Right"], ["Justify"], ["General"]],
    refuses: [["Middle"], ["Fill", "NotImplemented"]],
  }),
  property("RangeFormat.verticalAlignment", (scene) => block(scene).format, {
    first: "Bottom",
    set: [["Top"], ["Center"], ["Bottom"]],
    refuses: [["Left"], ["Justify", "NotImplemented"]],
  }),
  property("RangeFormat.wrapText", (scene) => block(scene).format, {
    first: false,
    set: [[true], [false]],
    refuses: [["yes"]],
  }),
  property("RangeFormat.shrinkToFit", (scene) => block(scene).format, {
    first: false,
    set: [[true], [false]],
    refuses: [["yes"]],
  }),
  property("RangeFormat.indentLevel", (scene) => block(scene).format, {
    first: 0,
    set: [[2], [0]],
    refuses: [[-1], [300]],
  }),
  property("RangeFormat.rowHeight", (scene) => block(scene).format, { set: [[22], [30.5]], refuses: [[-1], [500]] }),
  property("RangeFormat.columnWidth", (scene) => block(scene).format, {
    set: [[60], [50.1, 50.25]],
    refuses: [[-1], ["wide"]],
  }),
  entry(["RangeFormat.rowHeight", "RangeFormat.columnWidth"], async (scene) => {
    scene.sheet.getRange("2:2").format.rowHeight = 40;
    scene.sheet.getRange("B:B").format.columnWidth = 90;
    expect(await load(scene, block(scene), "format/rowHeight")).toBeNull();
    expect(await load(scene, block(scene), "format/columnWidth")).toBeNull();
    expect(await load(scene, scene.sheet.getRange("B2"), "format/rowHeight")).toBe(40);
  }),
  entry("RangeFont.name", async (scene) => {
    // A whole column passes its looks on to cells that are filled later.
    scene.sheet.getRange("D:D").format.font.name = "仿宋";
    scene.sheet.getRange("D7").values = [[1]];
    expect(await load(scene, scene.sheet.getRange("D7"), "format/font/name")).toBe("仿宋");
  }),
  entry("RangeFormat.autofitColumns", async (scene) => {
    const range = scene.sheet.getRange("B2");
    range.values = [["党建与业务融合评估综合情况"]];
    range.format.columnWidth = 20;
    range.format.autofitColumns();
    expect(await load(scene, range, "format/columnWidth")).toBeGreaterThan(100);
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => range.format.autofitColumns(), "AccessDenied");
  }),
  entry("RangeFormat.autofitRows", async (scene) => {
    const range = scene.sheet.getRange("B2");
    range.values = [["党建与业务融合评估综合情况"]];
    range.format.columnWidth = 30;
    range.format.wrapText = true;
    range.format.autofitRows();
    expect(await load(scene, range, "format/rowHeight")).toBeGreaterThan(60);
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => range.format.autofitRows(), "AccessDenied");
  }),
  entry(
    [
      "ConditionalFormatCollection.add",
      "ConditionalFormatCollection.getCount",
      "ConditionalFormatCollection.getItem",
      "ConditionalFormatCollection.getItemAt",
      "ConditionalFormatCollection.clearAll",
    ],
    async (scene) => {
      const formats = block(scene).conditionalFormats;
      formats.add("ColorScale");
      formats.add("DataBar");
      formats.load("items/type,items/id");
      const count = formats.getCount();
      await scene.context.sync();
      expect(count.value).toBe(2);
      expect(formats.items.map((item) => item.type)).toEqual(["ColorScale", "DataBar"]);
      expect(await load(scene, formats.getItem(formats.items[1]?.id ?? ""), "type")).toBe("DataBar");
      expect(await load(scene, formats.getItemAt(0), "type")).toBe("ColorScale");
      await refused(scene, () => formats.getItem("none").load("type"), "ItemNotFound");
      await refused(scene, () => formats.getItemAt(2).load("type"), "InvalidArgument");
      await refused(scene, () => formats.add("IconSet"), "NotImplemented");
      scene.sheet.getRange("A1:Z9").conditionalFormats.clearAll();
      const left = formats.getCount();
      await scene.context.sync();
      expect(left.value).toBe(0);
    },
  ),
  entry(
    [
      "ConditionalFormat.colorScale",
      "ConditionalFormat.colorScaleOrNullObject",
      "ConditionalFormat.dataBarOrNullObject",
    ],
    async (scene) => {
      const format = block(scene).conditionalFormats.add("ColorScale");
      expect(await load(scene, format.colorScale, "threeColorScale")).toBe(false);
      const scale = format.colorScaleOrNullObject;
      const bar = format.dataBarOrNullObject;
      await scene.context.sync();
      expect([scale.isNullObject, bar.isNullObject]).toEqual([false, true]);
      await refused(scene, () => format.dataBar.load("lowerBoundRule"), "InvalidOperation");
    },
  ),
  property(
    "ColorScaleConditionalFormat.threeColorScale",
    (scene) => block(scene).conditionalFormats.add("ColorScale").colorScale,
    { first: false },
  ),
  property(
    "ColorScaleConditionalFormat.criteria",
    (scene) => block(scene).conditionalFormats.add("ColorScale").colorScale,
    {
      set: [
        [
          {
            minimum: { type: "Number", formula: "0", color: "#FFFFFF" },
            midpoint: { type: "Percent", formula: "50", color: "#EEEEEE" },
            maximum: { type: "HighestValue", color: "#B3261E" },
          },
          {
            minimum: { type: "Number", formula: "=0", color: "#FFFFFF" },
            midpoint: { type: "Percent", formula: "=50", color: "#EEEEEE" },
            maximum: { type: "HighestValue", formula: null, color: "#B3261E" },
          },
        ],
      ],
      refuses: [
        ["white"],
        [{ minimum: { type: "LowestValue", color: "#FFFFFF" } }],
        [
          {
            minimum: { type: "Formula", formula: "=A1", color: "#FFFFFF" },
            maximum: { type: "HighestValue", color: "#FFFFFF" },
          },
          "NotImplemented",
        ],
      ],
    },
  ),
  entry(["ConditionalFormat.dataBar", "DataBarConditionalFormat.positiveFormat"], async (scene) => {
    const format = block(scene).conditionalFormats.add("DataBar");
    expect(await load(scene, format, "dataBar/positiveFormat/fillColor")).toBe("#638EC6");
    await refused(scene, () => format.colorScale.load("criteria"), "InvalidOperation");
  }),
  property(
    "DataBarConditionalFormat.lowerBoundRule",
    (scene) => block(scene).conditionalFormats.add("DataBar").dataBar,
    {
      first: { type: "Automatic" },
      set: [
        [
          { type: "Number", formula: "0" },
          { type: "Number", formula: "=0" },
        ],
        [{ type: "LowestValue" }, { type: "Automatic" }],
      ],
      refuses: [[0], [{ type: "Percentile", formula: "10" }, "NotImplemented"]],
    },
  ),
  property(
    "DataBarConditionalFormat.upperBoundRule",
    (scene) => block(scene).conditionalFormats.add("DataBar").dataBar,
    {
      first: { type: "Automatic" },
      set: [
        [
          { type: "Number", formula: "1" },
          { type: "Number", formula: "=1" },
        ],
        [{ type: "HighestValue" }, { type: "Automatic" }],
      ],
      refuses: [[1], [{ type: "Number", formula: "=A1" }, "NotImplemented"]],
    },
  ),
  property(
    "ConditionalDataBarPositiveFormat.fillColor",
    (scene) => block(scene).conditionalFormats.add("DataBar").dataBar.positiveFormat,
    {
      first: "#638EC6",
      set: [["#0F6CBD"]],
      refuses: [["bar"]],
    },
  ),
  property("ConditionalFormat.type", (scene) => block(scene).conditionalFormats.add("DataBar"), { first: "DataBar" }),
  entry("ConditionalFormat.id", async (scene) => {
    const formats = block(scene).conditionalFormats;
    const ids = [formats.add("DataBar"), formats.add("DataBar")];
    await scene.context.sync();
    expect(new Set(await Promise.all(ids.map((one) => load(scene, one, "id")))).size).toBe(2);
  }),
  entry("ConditionalFormat.priority", async (scene) => {
    const formats = block(scene).conditionalFormats;
    const [first, second] = [formats.add("DataBar"), formats.add("DataBar")];
    expect(Number(await load(scene, second, "priority"))).toBeGreaterThan(Number(await load(scene, first, "priority")));
  }),
  entry(["ConditionalFormat.delete", "ConditionalFormat.getRange"], async (scene) => {
    const format = block(scene).conditionalFormats.add("DataBar");
    expect(await load(scene, format.getRange(), "rowCount")).toBe(2);
    format.delete();
    const count = block(scene).conditionalFormats.getCount();
    await scene.context.sync();
    expect(count.value).toBe(0);
    await refused(scene, () => format.delete(), "ItemNotFound");
  }),
];
