import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const cell = ({ sheet }: Scene) => sheet.getRange("B2");
const block = ({ sheet }: Scene) => sheet.getRange("B2:C3");
const addressOf = async (scene: Scene, range: Excel.Range) =>
  String(await load(scene, range, "address")).replace(/^.*!/, "");

/** A method that gives another range of the same sheet. */
const derived = (
  member: string,
  of: (range: Excel.Range, scene: Scene) => Excel.Range,
  address: string,
  wrong?: (range: Excel.Range) => Excel.Range,
): Entry =>
  entry(member, async (scene) => {
    expect(await addressOf(scene, of(scene.sheet.getRange("B2:D5"), scene))).toBe(address);
    if (wrong !== undefined)
      await refused(scene, () => wrong(scene.sheet.getRange("B2:D5")).load("address"), "InvalidArgument");
  });

/** Checks of Range, RangeAreas and RangeCollection. */
export const rangeEntries: readonly Entry[] = [
  property("Range.values", block, {
    first: [
      ["", ""],
      ["", ""],
    ],
    set: [
      [
        [
          [1, "甲"],
          [true, ""],
        ],
      ],
      // Null leaves a cell alone, '' empties it.
      [
        [
          [null, ""],
          [null, 2.5],
        ],
        [
          [1, ""],
          [true, 2.5],
        ],
      ],
      // One value fills the range.
      [
        7,
        [
          [7, 7],
          [7, 7],
        ],
      ],
    ],
    refuses: [
      [[[1, 2]]],
      [[[1], [2]]],
      [[[1, 2], [3]]],
      [
        [
          [{}, 1],
          [2, 3],
        ],
      ],
    ],
  }),
  entry("Range.values", async (scene) => {
    const { sheet, context } = scene;
    sheet.getRange("C1").numberFormat = [["@"]];
    sheet.getRange("A1:G1").values = [["12", "'12", "=1+1", "50%", "2021-04-06", "true", "-某事"]];
    const row = sheet.getRange("A1:G1");
    row.load("values,formulas,valueTypes,numberFormat");
    await context.sync();
    expect(row.values).toEqual([[12, "12", "=1+1", 0.5, 44292, true, "#NAME?"]]);
    expect(row.formulas[0]?.[6]).toBe("=-某事");
    expect(row.valueTypes).toEqual([["Double", "String", "String", "Double", "Double", "Boolean", "Error"]]);
    expect(row.numberFormat[0]?.slice(0, 5)).toEqual(["General", "General", "@", "0%", "yyyy-mm-dd"]);
  }),
  entry("Range.values", async (scene) => {
    const whole = scene.sheet.getRange("B:B");
    expect(await load(scene, whole, "values")).toBeNull();
    await refused(scene, () => (whole.values = [[1]]), "InvalidArgument");
  }),
  entry("Range.values", async (scene) => {
    scene.sheet.getRange("A1").values = [[1]];
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => (scene.sheet.getRange("A1").values = [[2]]), "AccessDenied");
    expect(await load(scene, scene.sheet.getRange("A1"), "values")).toEqual([[1]]);
  }),
  property("Range.formulas", block, {
    set: [
      [
        [
          ["=1+2", "x"],
          [4, "=NOSUCHFUNCTION(1)"],
        ],
      ],
    ],
    refuses: [[[["=1"]]]],
  }),
  entry("Range.formulas", async (scene) => {
    const { sheet, context } = scene;
    sheet.getRange("A1:A3").formulas = [[2], ["=A1*3"], ["=NOSUCHFUNCTION(1)"]];
    const range = sheet.getRange("A1:A3");
    expect(await load(scene, range, "values")).toEqual([[2], [6], ["#NAME?"]]);
    sheet.getRange("A1").values = [[5]];
    await context.sync();
    expect(await load(scene, range, "values")).toEqual([[5], [15], ["#NAME?"]]);
  }),
  property(
    "Range.text",
    (scene) => {
      const range = scene.sheet.getRange("A1:C1");
      range.numberFormat = [["0.00", "yyyy-mm-dd", "General"]];
      range.values = [[1.237, 44292, "文字"]];
      return range;
    },
    { first: [["1.24", "2021-04-06", "文字"]] },
  ),
  property(
    "Range.valueTypes",
    (scene) => {
      const range = scene.sheet.getRange("A1:E1");
      range.values = [[1, "a", true, "", "=1/0"]];
      return range;
    },
    { first: [["Double", "String", "Boolean", "Empty", "Error"]] },
  ),
  property("Range.numberFormat", block, {
    first: [
      ["General", "General"],
      ["General", "General"],
    ],
    set: [
      [
        [
          ["0.0", null],
          ["@", "0%"],
        ],
        [
          ["0.0", "General"],
          ["@", "0%"],
        ],
      ],
      [
        "0.000",
        [
          ["0.000", "0.000"],
          ["0.000", "0.000"],
        ],
      ],
    ],
    refuses: [
      [[["0"]]],
      [
        [
          [1, 1],
          [1, 1],
        ],
      ],
    ],
  }),
  entry("Range.address", async (scene) => {
    scene.sheet.name = "一 支部's";
    expect(await load(scene, scene.sheet.getRange("$A$1:B2"), "address")).toBe("'一 支部''s'!A1:B2");
    expect(await addressOf(scene, scene.sheet.getRange("B:C"))).toBe("B:C");
    expect(await addressOf(scene, scene.sheet.getRange("2:3"))).toBe("2:3");
  }),
  property("Range.address", block, {}),
  property("Range.rowIndex", block, { first: 1 }),
  property("Range.columnIndex", block, { first: 1 }),
  property("Range.rowCount", block, { first: 2 }),
  property("Range.columnCount", block, { first: 2 }),
  property("Range.cellCount", block, { first: 4 }),
  entry("Range.cellCount", async (scene) => {
    expect(await load(scene, scene.sheet.getRange(), "cellCount")).toBe(-1);
  }),
  property("Range.isEntireRow", ({ sheet }) => sheet.getRange("2:2"), { first: true }),
  property("Range.isEntireColumn", ({ sheet }) => sheet.getRange("B:B"), { first: true }),
  property(
    "Range.hidden",
    (scene) => {
      scene.sheet.getRange("2:3").rowHidden = true;
      return block(scene);
    },
    { first: true },
  ),
  property("Range.rowHidden", block, { first: false, set: [[true], [false]], refuses: [["yes"]] }),
  property("Range.columnHidden", block, { first: false, set: [[true], [false]], refuses: [["yes"]] }),
  entry(["Range.rowHidden", "Range.columnHidden"], async (scene) => {
    scene.sheet.getRange("2:2").rowHidden = true;
    expect(await load(scene, block(scene), "rowHidden")).toBeNull();
    await refused(scene, () => (scene.sheet.getRange("A:A").rowHidden = true), "InvalidArgument");
  }),
  property("Range.hyperlink", cell, {
    first: null,
    set: [[{ documentReference: "Sheet1!A5", screenTip: "看", textToDisplay: "=链接" }]],
    refuses: [["A1"], [{ textToDisplay: "x" }]],
  }),
  entry("Range.setCellProperties", async (scene) => {
    const { sheet, context } = scene;
    const linkOf = async (address: string) => load(scene, sheet.getRange(address), "hyperlink");
    block(scene).values = [
      ["甲", "乙"],
      ["丙", ""],
    ];
    sheet.getRange("C2").hyperlink = { documentReference: "Sheet1!A9" };
    sheet.getRange("A2:B2").hyperlink = { documentReference: "Sheet1!A8" };
    block(scene).setCellProperties([
      [{ hyperlink: { documentReference: "Sheet1!A1", screenTip: "看" } }, {}],
      [{}, { hyperlink: { documentReference: "Sheet1!A2" } }],
    ]);
    await context.sync();
    expect(await linkOf("B2")).toEqual({ documentReference: "Sheet1!A1", screenTip: "看", textToDisplay: "甲" });
    // The link of two cells gives way where it is touched, others stay.
    expect(await linkOf("A2")).toBeNull();
    expect(await linkOf("C2")).toMatchObject({ documentReference: "Sheet1!A9" });
    expect(await linkOf("B3")).toBeNull();
    expect(await linkOf("C3")).toMatchObject({ textToDisplay: "Sheet1!A2" });
    expect(await load(scene, sheet.getRange("B2"), "format/font/underline")).toBe("Single");
    await refused(scene, () => block(scene).setCellProperties([[{}, {}]]), "InvalidArgument");
    await refused(scene, () => block(scene).setCellProperties([[{}], [{}]]), "InvalidArgument");
    await refused(scene, () => cell(scene).setCellProperties([[{ hyperlink: {} }]]), "InvalidArgument");
    await refused(scene, () => cell(scene).setCellProperties([[{ style: "Good" }]]), "NotImplemented");
  }),
  entry(["Range.setRowProperties", "Range.setColumnProperties"], async (scene) => {
    const { sheet, context } = scene;
    const size = async (address: string, name: string) => load(scene, sheet.getRange(address), `format/${name}`);
    const before = await size("B3", "rowHeight");
    sheet.getRange("B2:C4").setRowProperties([{ format: { rowHeight: 33 } }, {}, { format: { rowHeight: 409.5 } }]);
    sheet.getRange("B2:C4").setColumnProperties([{}, { format: { columnWidth: 90 } }]);
    await context.sync();
    expect(await size("A2", "rowHeight")).toBe(33);
    expect(await size("A3", "rowHeight")).toBe(before);
    expect(await size("A4", "rowHeight")).toBe(409.5);
    expect(await size("C9", "columnWidth")).toBe(90);
    expect(await size("B9", "columnWidth")).not.toBe(90);
    await refused(scene, () => block(scene).setRowProperties([{}]), "InvalidArgument");
    await refused(scene, () => cell(scene).setRowProperties([{ format: { rowHeight: 410 } }]), "InvalidArgument");
    await refused(scene, () => cell(scene).setRowProperties([{ rowHidden: true }]), "NotImplemented");
    await refused(scene, () => block(scene).setColumnProperties([{}]), "InvalidArgument");
    await refused(
      scene,
      () => cell(scene).setColumnProperties([{ format: { font: { bold: true } } }]),
      "NotImplemented",
    );
  }),
  entry("Range.worksheet", async (scene) => {
    scene.sheet.name = "所在表";
    expect(await load(scene, cell(scene), "worksheet/name")).toBe("所在表");
  }),
  entry("Range.format", async (scene) => {
    expect(await load(scene, cell(scene), "format/wrapText")).toBe(false);
  }),
  entry("Range.conditionalFormats", async (scene) => {
    const count = cell(scene).conditionalFormats.getCount();
    await scene.context.sync();
    expect(count.value).toBe(0);
  }),
  entry("Range._ValidateArraySize", async (scene) => {
    // The client checks a large grid's size first, then sends it in chunks.
    const range = scene.sheet.getRangeByIndexes(0, 0, 400, 5);
    range.values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 5 }, (_, column) => row * column));
    expect(await load(scene, scene.sheet.getRange("E400"), "values")).toEqual([[399 * 4]]);
    await refused(scene, () => (range.values = Array.from({ length: 399 }, () => [1, 2, 3, 4, 5])), "InvalidArgument");
  }),
  derived(
    "Range.getCell",
    (range) => range.getCell(1, 4),
    "F3",
    (range) => range.getCell(-5, 0),
  ),
  derived(
    "Range.getRow",
    (range) => range.getRow(1),
    "B3:D3",
    (range) => range.getRow(-9),
  ),
  derived(
    "Range.getColumn",
    (range) => range.getColumn(1),
    "C2:C5",
    (range) => range.getColumn(20_000),
  ),
  derived("Range.getEntireRow", (range) => range.getEntireRow(), "2:5"),
  derived("Range.getEntireColumn", (range) => range.getEntireColumn(), "B:D"),
  derived("Range.getLastCell", (range) => range.getLastCell(), "D5"),
  derived("Range.getLastRow", (range) => range.getLastRow(), "B5:D5"),
  derived("Range.getLastColumn", (range) => range.getLastColumn(), "D2:D5"),
  derived(
    "Range.getOffsetRange",
    (range) => range.getOffsetRange(2, -1),
    "A4:C7",
    (range) => range.getOffsetRange(-2, 0),
  ),
  derived(
    "Range.getResizedRange",
    (range) => range.getResizedRange(-1, 1),
    "B2:E4",
    (range) => range.getResizedRange(-4, 0),
  ),
  derived(
    "Range.getAbsoluteResizedRange",
    (range) => range.getAbsoluteResizedRange(1, 2),
    "B2:C2",
    (range) => range.getAbsoluteResizedRange(0, 1),
  ),
  derived(
    "Range.getBoundingRect",
    (range) => range.getBoundingRect("A7"),
    "A2:D7",
    (range) => range.getBoundingRect("no address"),
  ),
  derived("Range.getIntersection", (range, { sheet }) => range.getIntersection(sheet.getRange("C1:C3")), "C2:C3"),
  entry("Range.getIntersection", (scene) =>
    refused(scene, () => block(scene).getIntersection("Z9").load("address"), "ItemNotFound"),
  ),
  entry("Range.getIntersectionOrNullObject", async (scene) => {
    const none = block(scene).getIntersectionOrNullObject("Z9");
    const some = block(scene).getIntersectionOrNullObject("C3:Z9");
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
    expect(await addressOf(scene, some)).toBe("C3");
  }),
  entry("Range.getUsedRange", async (scene) => {
    scene.sheet.getRange("C4").values = [[1]];
    scene.sheet.getRange("D9").format.fill.color = "red";
    expect(await addressOf(scene, scene.sheet.getRange("A:D").getUsedRange())).toBe("C4:D9");
    expect(await addressOf(scene, scene.sheet.getRange("A:D").getUsedRange(true))).toBe("C4");
    await refused(scene, () => scene.sheet.getRange("X:X").getUsedRange().load("address"), "ItemNotFound");
  }),
  entry("Range.getUsedRangeOrNullObject", async (scene) => {
    scene.sheet.getRange("C4").values = [[1]];
    const none = scene.sheet.getRange("X:X").getUsedRangeOrNullObject();
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
    expect(await addressOf(scene, scene.sheet.getRange("C:C").getUsedRangeOrNullObject())).toBe("C4");
  }),
  entry(["Range.getSpillingToRange", "Range.getSpillingToRangeOrNullObject"], async (scene) => {
    scene.sheet.getRange("A1:A3").values = [[1], [2], [3]];
    scene.sheet.getRange("C2").formulas = [["=A1:A3"]];
    await scene.context.sync();
    expect(await load(scene, scene.sheet.getRange("C4"), "values")).toEqual([[3]]);
    expect(await addressOf(scene, scene.sheet.getRange("C2").getSpillingToRange())).toBe("C2:C4");
    expect(await addressOf(scene, scene.sheet.getRange("C2").getSpillingToRangeOrNullObject())).toBe("C2:C4");
    const none = scene.sheet.getRange("C3").getSpillingToRangeOrNullObject();
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
    await refused(scene, () => scene.sheet.getRange("C3").getSpillingToRange().load("address"), "ItemNotFound");
    await refused(scene, () => scene.sheet.getRange("C2:C4").getSpillingToRange().load("address"), "InvalidArgument");
  }),
  entry(
    [
      "Range.merge",
      "Range.getMergedAreasOrNullObject",
      "RangeAreas.areas",
      "RangeAreas.address",
      "RangeAreas.areaCount",
      "RangeAreas.cellCount",
    ],
    async (scene) => {
      const { context, sheet } = scene;
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("B2:C3").merge();
      sheet.getRange("E2:F3").merge(true);
      const areas = sheet.getRange("A1:Z9").getMergedAreasOrNullObject();
      areas.load("address,areaCount,cellCount,areas/items/rowIndex,areas/items/rowCount");
      const range = sheet.getRange("B2:C3");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [1, ""],
        ["", ""],
      ]);
      expect([areas.address.replace(/^.*?!/, ""), areas.areaCount, areas.cellCount]).toEqual([
        "B2:C3,E2:F2,E3:F3",
        3,
        8,
      ]);
      expect(areas.areas.items.map((area) => [area.rowIndex, area.rowCount])).toEqual([
        [1, 2],
        [1, 1],
        [2, 1],
      ]);
      // What lies under the first cell of a merged area takes no values.
      range.values = [
        [5, 6],
        [7, 8],
      ];
      expect(await load(scene, range, "values")).toEqual([
        [5, ""],
        ["", ""],
      ]);
      await refused(scene, () => sheet.getRange("A:A").merge(), "InvalidArgument");
    },
  ),
  entry("Range.getMergedAreasOrNullObject", async (scene) => {
    const none = block(scene).getMergedAreasOrNullObject();
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  entry("Range.unmerge", async (scene) => {
    block(scene).merge();
    scene.sheet.getRange("A1:Z9").unmerge();
    const none = block(scene).getMergedAreasOrNullObject();
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => block(scene).unmerge(), "AccessDenied");
  }),
  entry(["RangeCollection.getCount", "RangeCollection.getItemAt"], async (scene) => {
    block(scene).merge();
    const { areas } = block(scene).getMergedAreasOrNullObject();
    const count = areas.getCount();
    await scene.context.sync();
    expect(count.value).toBe(1);
    expect(await addressOf(scene, areas.getItemAt(0))).toBe("B2:C3");
    await refused(scene, () => areas.getItemAt(1).load("address"), "InvalidArgument");
  }),
  entry("Range.clear", async (scene) => {
    const { sheet } = scene;
    const prepare = () => {
      Reflect.set(block(scene), "values", 3);
      block(scene).format.font.bold = true;
      sheet.getRange("B2").hyperlink = { documentReference: "Sheet1!A1" };
    };
    const state = async () => [
      await load(scene, sheet.getRange("C3"), "values"),
      await load(scene, sheet.getRange("C3"), "format/font/bold"),
      (await load(scene, sheet.getRange("B2"), "hyperlink")) !== null,
    ];
    prepare();
    expect(await state()).toEqual([[[3]], true, true]);
    sheet.getRange("B:C").clear("Contents");
    expect(await state()).toEqual([[[""]], true, true]);
    prepare();
    block(scene).clear("Formats");
    expect(await state()).toEqual([[[3]], false, true]);
    prepare();
    block(scene).clear("Hyperlinks");
    expect(await state()).toEqual([[[3]], true, false]);
    prepare();
    block(scene).clear("RemoveHyperlinks");
    expect(await state()).toEqual([[[3]], false, false]);
    prepare();
    block(scene).clear();
    expect(await state()).toEqual([[[""]], false, false]);
    await refused(scene, () => untyped(block(scene), "clear", ["Everything"]), "InvalidArgument");
  }),
  entry("Range.select", async (scene) => {
    block(scene).select();
    expect(await addressOf(scene, scene.context.workbook.getSelectedRange())).toBe("B2:C3");
    scene.sheet.visibility = "Hidden";
    await scene.context.sync();
    await refused(scene, () => block(scene).select(), "InvalidOperation");
  }),
];
