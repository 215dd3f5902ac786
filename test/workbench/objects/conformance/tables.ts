import { entry, load, property, refused, type Entry, type Scene } from "./scene";

const addressOf = async (scene: Scene, range: Excel.Range) =>
  String(await load(scene, range, "address")).replace(/^.*!/, "");
const countOf = async (scene: Scene, count: OfficeExtension.ClientResult<number>) => {
  await scene.context.sync();
  return count.value;
};

/** A table of two columns and two records at B2:C4. */
function table({ sheet }: Scene): Excel.Table {
  sheet.getRange("B2:C4").values = [
    ["支部", "分值"],
    ["甲", 1],
    ["乙", 2],
  ];
  return sheet.tables.add("B2:C4", true);
}

/** Checks of tables. */
export const tableEntries: readonly Entry[] = [
  entry(
    [
      "Worksheet.tables",
      "TableCollection.add",
      "TableCollection.count",
      "TableCollection.getCount",
      "TableCollection.getItem",
      "TableCollection.getItemAt",
      "TableCollection.getItemOrNullObject",
    ],
    async (scene) => {
      const { tables } = scene.sheet;
      const added = table(scene);
      added.name = `表_${String(await load(scene, added, "id"))}`;
      expect(await load(scene, tables, "count")).toBe(1);
      expect(await countOf(scene, tables.getCount())).toBe(1);
      const name = String(await load(scene, tables.getItemAt(0), "name"));
      expect(await addressOf(scene, tables.getItem(name).getRange())).toBe("B2:C4");
      const none = tables.getItemOrNullObject("没有");
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => tables.getItem("没有").load("name"), "ItemNotFound");
      await refused(scene, () => tables.getItemAt(4).load("name"), "InvalidArgument");
      await refused(scene, () => tables.add("C4:D9", true), "InvalidArgument");
      await refused(scene, () => tables.add("F1:G2", false), "NotImplemented");
      scene.sheet.getRange("F1:G1").merge();
      await refused(scene, () => tables.add("F1:G2", true), "InvalidOperation");
    },
  ),
  entry("TableCollection.add", async (scene) => {
    // Missing headers are filled in, repeated ones numbered.
    scene.sheet.getRange("A1:C1").values = [["列", "", "列"]];
    const made = scene.sheet.tables.add("A1:C1", true);
    expect(await load(scene, made.getRange(), "values")).toEqual([
      ["列", "Column2", "列2"],
      ["", "", ""],
    ]);
  }),
  property("Table.id", table, {}),
  property("Table.name", table, { set: [["活动台账_表"]], refuses: [["a b"], ["A1"], [""]] }),
  property("Table.showHeaders", table, { first: true, refuses: [[false, "NotImplemented"]] }),
  property("Table.showTotals", table, { first: false, refuses: [[true, "NotImplemented"]] }),
  property("Table.style", table, { first: "TableStyleMedium2", set: [["TableStyleLight1"]], refuses: [[1]] }),
  property("Table.showBandedRows", table, { first: true, set: [[false]], refuses: [["no"]] }),
  property("Table.showFilterButton", table, { first: true, set: [[false]], refuses: [["no"]] }),
  entry(["Table.worksheet", "Table.columns", "Table.rows"], async (scene) => {
    scene.sheet.name = "表所在";
    const one = table(scene);
    expect(await load(scene, one, "worksheet/name")).toBe("表所在");
    expect(await load(scene, one, "columns/count")).toBe(2);
    expect(await load(scene, one, "rows/count")).toBe(2);
  }),
  entry(
    ["Table.getRange", "Table.getHeaderRowRange", "Table.getDataBodyRange", "Table.getTotalRowRange"],
    async (scene) => {
      const one = table(scene);
      expect(await addressOf(scene, one.getRange())).toBe("B2:C4");
      expect(await addressOf(scene, one.getHeaderRowRange())).toBe("B2:C2");
      expect(await addressOf(scene, one.getDataBodyRange())).toBe("B3:C4");
      await refused(scene, () => one.getTotalRowRange().load("address"), "InvalidOperation");
    },
  ),
  entry("Table.resize", async (scene) => {
    const one = table(scene);
    one.resize("B2:D6");
    expect(await load(scene, one.getHeaderRowRange(), "values")).toEqual([["支部", "分值", "Column3"]]);
    await refused(scene, () => one.resize("B3:D6"), "InvalidArgument");
  }),
  entry("Table.convertToRange", async (scene) => {
    const one = table(scene);
    expect(await load(scene, one.convertToRange(), "values")).toEqual([
      ["支部", "分值"],
      ["甲", 1],
      ["乙", 2],
    ]);
    await refused(scene, () => one.load("name"), "ItemNotFound");
  }),
  entry("Table.delete", async (scene) => {
    table(scene).delete();
    expect(await load(scene, scene.sheet.getRange("B2"), "values")).toEqual([[""]]);
    const protectedTable = table(scene);
    scene.sheet.protection.protect();
    await scene.context.sync();
    await refused(scene, () => protectedTable.delete(), "AccessDenied");
  }),
  entry(
    [
      "TableColumnCollection.count",
      "TableColumnCollection.getCount",
      "TableColumnCollection.getItem",
      "TableColumnCollection.getItemAt",
      "TableColumnCollection.getItemOrNullObject",
      "TableColumn.getRange",
      "TableColumn.getDataBodyRange",
      "TableColumn.getHeaderRowRange",
      "TableColumn.getTotalRowRange",
    ],
    async (scene) => {
      const { columns } = table(scene);
      columns.load("count,items/name");
      expect(await countOf(scene, columns.getCount())).toBe(2);
      expect([columns.count, columns.items.map((column) => column.name)]).toEqual([2, ["支部", "分值"]]);
      expect(await addressOf(scene, columns.getItem("分值").getRange())).toBe("C2:C4");
      expect(await addressOf(scene, columns.getItem(1).getDataBodyRange())).toBe("B3:B4");
      expect(await addressOf(scene, columns.getItemAt(1).getHeaderRowRange())).toBe("C2");
      const none = columns.getItemOrNullObject("没有");
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => columns.getItem("没有").load("name"), "ItemNotFound");
      await refused(scene, () => columns.getItemAt(7).load("name"), "InvalidArgument");
      await refused(scene, () => columns.getItemAt(0).getTotalRowRange().load("address"), "InvalidOperation");
    },
  ),
  property("TableColumn.id", (scene) => table(scene).columns.getItemAt(1), { first: 2 }),
  property("TableColumn.index", (scene) => table(scene).columns.getItemAt(1), { first: 1 }),
  property("TableColumn.name", (scene) => table(scene).columns.getItemAt(1), {
    first: "分值",
    set: [["得分"]],
    refuses: [["支部"], [""]],
  }),
  property("TableColumn.values", (scene) => table(scene).columns.getItemAt(1), {
    first: [["分值"], [1], [2]],
    refuses: [[[[1]], "NotImplemented"]],
  }),
  entry(
    [
      "TableRowCollection.count",
      "TableRowCollection.getCount",
      "TableRowCollection.getItemAt",
      "TableRowCollection.add",
      "TableRow.getRange",
    ],
    async (scene) => {
      const { rows } = table(scene);
      rows.add(undefined, [["丙", 3]]);
      rows.load("count,items/values");
      expect(await countOf(scene, rows.getCount())).toBe(3);
      expect([rows.count, rows.items[2]?.values]).toEqual([3, [["丙", 3]]]);
      expect(await addressOf(scene, rows.getItemAt(2).getRange())).toBe("B5:C5");
      await refused(scene, () => rows.getItemAt(9).load("values"), "InvalidArgument");
      await refused(scene, () => rows.add(undefined, [["丁"]]), "InvalidArgument");
      await refused(scene, () => rows.add(0, [["丁", 4]]), "NotImplemented");
      scene.sheet.getRange("B6").values = [["下面有字"]];
      await refused(scene, () => rows.add(undefined, [["丁", 4]]), "NotImplemented");
    },
  ),
  property("TableRow.index", (scene) => table(scene).rows.getItemAt(1), { first: 1 }),
  entry("TableRow.delete", async (scene) => {
    const { rows } = table(scene);
    rows.add(undefined, [["丙", 3]]);
    rows.getItemAt(2).delete();
    expect(await countOf(scene, rows.getCount())).toBe(2);
    expect(await load(scene, scene.sheet.getRange("B5:C5"), "values")).toEqual([["", ""]]);
    await refused(scene, () => rows.getItemAt(0).delete(), "NotImplemented");
  }),
  property("TableRow.values", (scene) => table(scene).rows.getItemAt(1), {
    first: [["乙", 2]],
    set: [[[["戊", 5]]]],
    refuses: [[[[1]]]],
  }),
];
