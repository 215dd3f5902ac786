import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const addressOf = async (scene: Scene, range: Excel.Range) =>
  String(await load(scene, range, "address")).replace(/^.*!/, "");
const countOf = async (scene: Scene, count: OfficeExtension.ClientResult<number>) => {
  await scene.context.sync();
  return count.value;
};

/** Checks of the workbook, its sheets and what belongs to a sheet as a whole. */
export const sheetEntries: readonly Entry[] = [
  entry(
    [
      "Worksheet.autoFilter",
      "AutoFilter.apply",
      "AutoFilter.remove",
      "AutoFilter.enabled",
      "AutoFilter.isDataFiltered",
      "AutoFilter.getRange",
      "AutoFilter.getRangeOrNullObject",
    ],
    async (scene) => {
      const { autoFilter } = scene.sheet;
      expect(await load(scene, autoFilter, "enabled")).toBe(false);
      expect(await load(scene, autoFilter.getRangeOrNullObject(), "isNullObject")).toBe(true);
      await refused(scene, () => autoFilter.getRange().load("address"), "ItemNotFound");
      autoFilter.remove();
      autoFilter.apply("A1:C9");
      autoFilter.apply(scene.sheet.getRange("A3:C9"));
      expect(await load(scene, autoFilter, "enabled")).toBe(true);
      expect(await load(scene, autoFilter, "isDataFiltered")).toBe(false);
      expect(await addressOf(scene, autoFilter.getRange())).toBe("A3:C9");
      expect(await addressOf(scene, autoFilter.getRangeOrNullObject())).toBe("A3:C9");
      await refused(scene, () => autoFilter.apply("A1:C9", 0, { filterOn: "Values" }), "NotImplemented");
      autoFilter.remove();
      expect(await load(scene, autoFilter, "enabled")).toBe(false);
    },
  ),
  entry(
    [
      "Workbook.worksheets",
      "Workbook.application",
      "Workbook.functions",
      "Workbook.names",
      "Workbook.tables",
      "Workbook.customXmlParts",
      "Workbook.protection",
      "WorkbookProtection.protected",
    ],
    async (scene) => {
      const { workbook } = scene.context;
      workbook.worksheets.load("items/name");
      workbook.names.load("items/name");
      workbook.tables.load("items/name");
      workbook.customXmlParts.load("items/id");
      workbook.application.load("calculationMode");
      workbook.protection.load("protected");
      const date = workbook.functions.date(2021, 1, 1);
      date.load("value");
      await scene.context.sync();
      expect(workbook.worksheets.items.length).toBeGreaterThan(1);
      expect([workbook.application.calculationMode, date.value]).toEqual(["Automatic", 44197]);
      expect(workbook.protection.protected).toBe(false);
      await refused(scene, () => workbook.pivotTables.load("items/name"), "NotImplemented");
    },
  ),
  entry(
    ["WorksheetCollection._RegisterDataChangedEvent", "WorksheetCollection._UnregisterDataChangedEvent"],
    async ({ context, sheet }) => {
      const told: string[] = [];
      const handler = context.workbook.worksheets.onChanged.add(({ address }) => {
        told.push(address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("B2").values = [[1]];
      await context.sync();
      while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      handler.remove();
      await handler.context.sync();
      sheet.getRange("B3").values = [[1]];
      await context.sync();
      expect(told).toEqual(["B2"]);
    },
  ),
  entry(
    [
      "WorksheetCollection._RegisterAddedEvent",
      "WorksheetCollection._UnregisterAddedEvent",
      "WorksheetCollection._RegisterDeletedEvent",
      "WorksheetCollection._UnregisterDeletedEvent",
    ],
    async ({ context }) => {
      const { worksheets } = context.workbook;
      const told: string[] = [];
      const tell = ({ type, source, worksheetId }: { type: string; source: string; worksheetId: string }) => {
        told.push(`${type} ${source} ${worksheetId}`);
        return Promise.resolve();
      };
      const handlers = [worksheets.onAdded.add(tell), worksheets.onDeleted.add(tell)];
      await context.sync();
      const sheet = worksheets.add();
      sheet.load("id");
      await context.sync();
      const { id } = sheet;
      sheet.delete();
      await context.sync();
      while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      for (const handler of handlers) handler.remove();
      await context.sync();
      worksheets.add().delete();
      await context.sync();
      expect(told).toEqual([`WorksheetAdded Local ${id}`, `WorksheetDeleted Local ${id}`]);
    },
  ),
  entry(
    ["WorksheetCollection._RegisterEventNameChanged", "WorksheetCollection._UnregisterEventNameChanged"],
    async (scene) => {
      // Told only by an Excel of a later requirement set than the stand-in claims to be.
      const { onNameChanged } = scene.context.workbook.worksheets;
      await refused(scene, () => onNameChanged.add(() => Promise.resolve()), "ApiNotFound");
    },
  ),
  entry("Workbook.getSelectedRange", async (scene) => {
    scene.sheet.getRange("C3:D4").select();
    expect(await addressOf(scene, scene.context.workbook.getSelectedRange())).toBe("C3:D4");
  }),
  entry("Workbook.getActiveCell", async (scene) => {
    scene.sheet.getRange("C3:D4").select();
    expect(await addressOf(scene, scene.context.workbook.getActiveCell())).toBe("C3");
  }),
  property("Application.calculationMode", (scene) => scene.context.workbook.application, {
    first: "Automatic",
    set: [["Manual"], ["Automatic"]],
    refuses: [["Sometimes"]],
  }),
  entry("Application.calculationState", async (scene) => {
    const { application } = scene.context.workbook;
    const state = async () => {
      application.load("calculationState");
      await scene.context.sync();
      return application.calculationState;
    };
    expect(await state()).toBe("Done");
    application.calculationMode = "Manual";
    scene.sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
    expect(await state()).toBe("Pending");
    application.calculationMode = "Automatic";
    expect(await state()).toBe("Done");
  }),
  entry("Application.calculate", async (scene) => {
    const { application } = scene.context.workbook;
    const range = scene.sheet.getRange("A1:B1");
    range.formulas = [[1, "=A1+1"]];
    await scene.context.sync();
    application.calculationMode = "Manual";
    scene.sheet.getRange("A1").values = [[5]];
    await scene.context.sync();
    application.calculate("Recalculate");
    expect(await load(scene, range, "values")).toEqual([[5, 6]]);
    application.calculate("Full");
    application.calculationMode = "Automatic";
    expect(await load(scene, range, "values")).toEqual([[5, 6]]);
    await refused(scene, () => untyped(application, "calculate", ["Partly"]), "InvalidArgument");
  }),
  entry("Application.suspendApiCalculationUntilNextSync", async (scene) => {
    const range = scene.sheet.getRange("A1:B1");
    range.formulas = [[1, "=A1+1"]];
    expect(await load(scene, range, "values")).toEqual([[1, 2]]);
    scene.context.workbook.application.suspendApiCalculationUntilNextSync();
    scene.sheet.getRange("A1").values = [[5]];
    expect(await load(scene, range, "values")).toEqual([[5, 2]]);
    expect(await load(scene, range, "values")).toEqual([[5, 6]]);
  }),
  entry("Application.suspendScreenUpdatingUntilNextSync", async (scene) => {
    scene.context.workbook.application.suspendScreenUpdatingUntilNextSync();
    await expect(scene.context.sync()).resolves.toBeUndefined();
  }),
  entry(["Functions.date", "FunctionResult.value", "FunctionResult.error"], async (scene) => {
    const { functions } = scene.context.workbook;
    const day = functions.date(2021, 13, 1);
    const early = functions.date(0, 0, -9);
    day.load("value,error");
    early.load("value,error");
    await scene.context.sync();
    expect([day.value, day.error]).toEqual([44562, null]);
    expect([early.value, early.error]).toEqual([null, "#NUM!"]);
    await refused(scene, () => untyped(functions, "date", ["2021", 1, 1]), "InvalidArgument");
  }),
  property("Worksheet.name", ({ sheet }) => sheet, {
    set: [["支部名册"]],
    refuses: [[""], ["a/b"], ["x".repeat(32)], ["'a"], ["History"], ["sheet1", "ItemAlreadyExists"]],
  }),
  entry("Worksheet.name", async (scene) => {
    const { context, sheet } = scene;
    sheet.name = "旧名";
    sheet.getRange("A1").values = [[4]];
    const other = context.workbook.worksheets.add();
    other.getRange("A1").formulas = [['="旧名!"&旧名!A1']];
    sheet.name = "新 名";
    expect(await load(scene, other.getRange("A1"), "formulas")).toEqual([["=\"旧名!\"&'新 名'!A1"]]);
    expect(await load(scene, other.getRange("A1"), "values")).toEqual([["旧名!4"]]);
  }),
  entry("Worksheet.id", async (scene) => {
    const id = await load(scene, scene.sheet, "id");
    scene.sheet.name = "改名";
    expect(await load(scene, scene.context.workbook.worksheets.getItem(String(id)), "name")).toBe("改名");
  }),
  property("Worksheet.position", ({ sheet }) => sheet, { set: [[0]], refuses: [[-1], [9999]] }),
  property("Worksheet.visibility", ({ sheet }) => sheet, {
    first: "Visible",
    set: [["Hidden"], ["VeryHidden"], ["Visible"]],
    refuses: [["Invisible"]],
  }),
  entry("Worksheet.visibility", async (scene) => {
    const all = scene.context.workbook.worksheets;
    all.load("items/id");
    await scene.context.sync();
    scene.sheet.load("id");
    await scene.context.sync();
    const others = all.items.filter((other) => other.id !== scene.sheet.id);
    for (const other of others) other.visibility = "Hidden";
    await refused(scene, () => (scene.sheet.visibility = "Hidden"), "InvalidOperation");
    await refused(scene, () => scene.sheet.delete(), "InvalidOperation");
    for (const other of others) other.visibility = "Visible";
    await scene.context.sync();
  }),
  property("Worksheet.tabColor", ({ sheet }) => sheet, {
    first: "",
    set: [["#b3261e", "#B3261E"], [""]],
    refuses: [["colour"]],
  }),
  property("Worksheet.showGridlines", ({ sheet }) => sheet, { first: true, set: [[false], [true]], refuses: [["no"]] }),
  entry(["Worksheet.activate", "WorksheetCollection.getActiveWorksheet"], async (scene) => {
    scene.sheet.name = "在前";
    scene.sheet.activate();
    expect(await load(scene, scene.context.workbook.worksheets.getActiveWorksheet(), "name")).toBe("在前");
    scene.sheet.visibility = "Hidden";
    expect(await load(scene, scene.context.workbook.worksheets.getActiveWorksheet(), "name")).not.toBe("在前");
    await refused(scene, () => scene.sheet.activate(), "InvalidOperation");
  }),
  entry("Worksheet.delete", async (scene) => {
    const { context, sheet } = scene;
    sheet.name = "要删";
    const other = context.workbook.worksheets.add();
    other.getRange("A1").formulas = [["=要删!B2+1"]];
    sheet.delete();
    const gone = context.workbook.worksheets.getItemOrNullObject("要删");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    expect(await load(scene, other.getRange("A1"), "formulas")).toEqual([["=#REF!+1"]]);
    await refused(scene, () => sheet.getRange("A1").load("values"), "ItemNotFound");
  }),
  entry("Worksheet.getCell", async (scene) => {
    expect(await addressOf(scene, scene.sheet.getCell(4, 27))).toBe("AB5");
    await refused(scene, () => scene.sheet.getCell(-1, 0).load("address"), "InvalidArgument");
  }),
  entry("Worksheet.getRange", async (scene) => {
    scene.sheet.names.add("本表区域", scene.sheet.getRange("C3:C9"));
    expect(await addressOf(scene, scene.sheet.getRange("本表区域"))).toBe("C3:C9");
    expect(await addressOf(scene, scene.sheet.getRange())).toBe("A:XFD");
    await refused(scene, () => scene.sheet.getRange("没有这个名").load("address"), "InvalidArgument");
    await refused(scene, () => scene.sheet.getRange("Sheet1!A1").load("address"), "InvalidArgument");
  }),
  entry("Worksheet.getRanges", async (scene) => {
    const areas = scene.sheet.getRanges("A1:B2, D4;F1:F9");
    const whole = scene.sheet.getRanges();
    areas.load("address,cellCount");
    whole.load("address");
    await scene.context.sync();
    expect(areas.address.replace(/^.*?!/u, "")).toBe("A1:B2,D4,F1:F9");
    expect(areas.cellCount).toBe(14);
    expect(whole.address.replace(/^.*?!/u, "")).toBe("A:XFD");
    await refused(scene, () => scene.sheet.getRanges("A1,没有这个名").load("address"), "InvalidArgument");
    const long = Array.from({ length: 2000 }, () => "A100").join(",");
    await refused(scene, () => scene.sheet.getRanges(long).load("address"), "InvalidArgument");
  }),
  entry("Worksheet.getRangeByIndexes", async (scene) => {
    expect(await addressOf(scene, scene.sheet.getRangeByIndexes(1, 2, 3, 4))).toBe("C2:F4");
    await refused(scene, () => scene.sheet.getRangeByIndexes(0, 0, 0, 1).load("address"), "InvalidArgument");
  }),
  entry(["Worksheet.getUsedRange", "Worksheet.getUsedRangeOrNullObject"], async (scene) => {
    const none = scene.sheet.getUsedRangeOrNullObject();
    await scene.context.sync();
    expect(none.isNullObject).toBe(true);
    expect(await addressOf(scene, scene.sheet.getUsedRange())).toBe("A1");
    scene.sheet.getRange("B2").values = [["x"]];
    scene.sheet.getRange("D4").format.font.bold = true;
    expect(await addressOf(scene, scene.sheet.getUsedRange())).toBe("B2:D4");
    expect(await addressOf(scene, scene.sheet.getUsedRangeOrNullObject(true))).toBe("B2");
    await refused(scene, () => untyped(scene.sheet, "getUsedRange", ["yes"]), "InvalidArgument");
  }),
  entry(
    [
      "WorksheetCollection.add",
      "WorksheetCollection.getItem",
      "WorksheetCollection.getItemOrNullObject",
      "WorksheetCollection.getCount",
      "WorksheetCollection.getFirst",
      "WorksheetCollection.getLast",
    ],
    async (scene) => {
      const { worksheets } = scene.context.workbook;
      const before = await countOf(scene, worksheets.getCount());
      const visible = await countOf(scene, worksheets.getCount(true));
      worksheets.add("末表");
      const unnamed = worksheets.add();
      expect(await countOf(scene, worksheets.getCount())).toBe(before + 2);
      expect(await load(scene, unnamed, "name")).toMatch(/^Sheet\d+$/);
      expect(await load(scene, worksheets.getItem("末表"), "position")).toBe(before);
      unnamed.visibility = "Hidden";
      expect(await load(scene, worksheets.getLast(true), "name")).toBe("末表");
      expect(await load(scene, worksheets.getLast(), "visibility")).toBe("Hidden");
      expect(await load(scene, worksheets.getFirst(), "position")).toBe(0);
      expect(await countOf(scene, worksheets.getCount(true))).toBe(visible + 1);
      const none = worksheets.getItemOrNullObject("没有");
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => worksheets.getItem("没有").load("name"), "ItemNotFound");
      await refused(scene, () => worksheets.add("末表"), "ItemAlreadyExists");
      await refused(scene, () => worksheets.add("a?b"), "InvalidArgument");
    },
  ),
  entry(
    [
      "Worksheet.freezePanes",
      "WorksheetFreezePanes.freezeRows",
      "WorksheetFreezePanes.freezeColumns",
      "WorksheetFreezePanes.freezeAt",
      "WorksheetFreezePanes.unfreeze",
      "WorksheetFreezePanes.getLocation",
      "WorksheetFreezePanes.getLocationOrNullObject",
    ],
    async (scene) => {
      const { freezePanes } = scene.sheet;
      freezePanes.freezeRows(2);
      expect(await addressOf(scene, freezePanes.getLocation())).toBe("1:2");
      freezePanes.freezeColumns(1);
      expect(await addressOf(scene, freezePanes.getLocationOrNullObject())).toBe("A:A");
      freezePanes.freezeAt(scene.sheet.getRange("A1:B3"));
      expect(await addressOf(scene, freezePanes.getLocation())).toBe("A1:B3");
      freezePanes.unfreeze();
      const none = freezePanes.getLocationOrNullObject();
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => freezePanes.getLocation().load("address"), "ItemNotFound");
      await refused(scene, () => freezePanes.freezeAt("B2:C3"), "NotImplemented");
      await refused(scene, () => freezePanes.freezeRows(-1), "InvalidArgument");
    },
  ),
  entry(["Worksheet.protection", "WorksheetProtection.protect", "WorksheetProtection.unprotect"], async (scene) => {
    const { protection } = scene.sheet;
    protection.protect({ allowFormatCells: true });
    expect(await load(scene, scene.sheet, "protection/protected")).toBe(true);
    await refused(scene, () => (scene.sheet.getRange("A1").format.font.bold = true), "AccessDenied");
    await refused(scene, () => protection.protect(), "AccessDenied");
    protection.unprotect();
    expect(await load(scene, scene.sheet, "protection/protected")).toBe(false);
    await refused(scene, () => protection.protect({}, "secret"), "NotImplemented");
  }),
  property("WorksheetProtection.protected", ({ sheet }) => sheet.protection, { first: false }),
  entry(
    [
      "Worksheet.customProperties",
      "WorksheetCustomPropertyCollection.add",
      "WorksheetCustomPropertyCollection.getCount",
      "WorksheetCustomPropertyCollection.getItem",
      "WorksheetCustomPropertyCollection.getItemOrNullObject",
      "WorksheetCustomProperty.delete",
    ],
    async (scene) => {
      const properties = scene.sheet.customProperties;
      properties.add("ronghe.tab", "overview");
      properties.add("Ronghe.Tab", "scores");
      properties.load("items/key,items/value");
      expect(await countOf(scene, properties.getCount())).toBe(1);
      expect(properties.items.map(({ key, value }) => [key, value])).toEqual([["ronghe.tab", "scores"]]);
      const none = properties.getItemOrNullObject("none");
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => properties.getItem("none").load("value"), "ItemNotFound");
      await refused(scene, () => properties.add("k".repeat(256), ""), "InvalidArgument");
      properties.getItem("RONGHE.TAB").delete();
      expect(await countOf(scene, properties.getCount())).toBe(0);
    },
  ),
  property("WorksheetCustomProperty.key", ({ sheet }) => sheet.customProperties.add("k", "v"), { first: "k" }),
  property("WorksheetCustomProperty.value", ({ sheet }) => sheet.customProperties.add("k", "v"), {
    first: "v",
    set: [["w"]],
    refuses: [[5]],
  }),
  entry(
    [
      "Worksheet.names",
      "NamedItemCollection.add",
      "NamedItemCollection.getCount",
      "NamedItemCollection.getItem",
      "NamedItemCollection.getItemOrNullObject",
      "NamedItem.getRange",
      "NamedItem.getRangeOrNullObject",
      "NamedItem.delete",
    ],
    async (scene) => {
      const { names } = scene.sheet;
      scene.sheet.getRange("B2:B3").values = [[2], [3]];
      names.add("合计区", scene.sheet.getRange("B2:B3"));
      const constant = names.add("常数", "=0.5");
      expect(await countOf(scene, names.getCount())).toBe(2);
      expect(await addressOf(scene, names.getItem("合计区").getRange())).toBe("B2:B3");
      scene.sheet.getRange("D1").formulas = [["=SUM(合计区)"]];
      expect(await load(scene, scene.sheet.getRange("D1"), "values")).toEqual([[5]]);
      const none = names.getItemOrNullObject("没有");
      const noRange = constant.getRangeOrNullObject();
      await scene.context.sync();
      expect([none.isNullObject, noRange.isNullObject]).toEqual([true, true]);
      await refused(scene, () => names.add("合计区", "=1"), "ItemAlreadyExists");
      await refused(scene, () => names.add("A1", "=1"), "InvalidArgument");
      await refused(scene, () => constant.getRange().load("address"), "ItemNotFound");
      names.getItem("常数").delete();
      await refused(scene, () => names.getItem("常数").load("name"), "ItemNotFound");
    },
  ),
  property("NamedItem.name", ({ sheet }) => sheet.names.add("某名", "=1"), { first: "某名" }),
  property("NamedItem.scope", ({ sheet }) => sheet.names.add("某名", "=1"), { first: "Worksheet" }),
  property("NamedItem.type", ({ sheet }) => sheet.names.add("某名", '="文字"'), { first: "String" }),
  property("NamedItem.value", ({ sheet }) => sheet.names.add("某名", "=12.5"), { first: 12.5 }),
  property("NamedItem.formula", ({ sheet }) => sheet.names.add("某名", "=1"), {
    first: "=1",
    set: [["=2"]],
    refuses: [[3]],
  }),
  property("NamedItem.visible", ({ sheet }) => sheet.names.add("某名", "=1"), {
    first: true,
    set: [[false]],
    refuses: [["no"]],
  }),
  entry(
    [
      "CustomXmlPartCollection.add",
      "CustomXmlPartCollection.getByNamespace",
      "CustomXmlPartCollection.getCount",
      "CustomXmlPartCollection.getItem",
      "CustomXmlPartCollection.getItemOrNullObject",
      "CustomXmlPartScopedCollection.getCount",
      "CustomXmlPartScopedCollection.getItem",
      "CustomXmlPartScopedCollection.getItemOrNullObject",
      "CustomXmlPartScopedCollection.getOnlyItem",
      "CustomXmlPartScopedCollection.getOnlyItemOrNullObject",
      "CustomXmlPart.getXml",
      "CustomXmlPart.setXml",
      "CustomXmlPart.delete",
    ],
    async (scene) => {
      const parts = scene.context.workbook.customXmlParts;
      const before = await countOf(scene, parts.getCount());
      const part = parts.add('<?xml version="1.0"?><r:run xmlns:r="urn:test:1"><a/></r:run>');
      part.load("id");
      expect(await countOf(scene, parts.getCount())).toBe(before + 1);
      const scoped = parts.getByNamespace("urn:test:1");
      expect(await countOf(scene, scoped.getCount())).toBe(1);
      expect(await load(scene, scoped.getOnlyItem(), "id")).toBe(part.id);
      expect(await load(scene, scoped.getItem(part.id), "id")).toBe(part.id);
      parts.getItem(part.id).setXml('<run xmlns="urn:test:1">二</run>');
      const xml = part.getXml();
      const missing = [
        parts.getItemOrNullObject("{0}"),
        scoped.getItemOrNullObject("{0}"),
        parts.getByNamespace("urn:none").getOnlyItemOrNullObject(),
      ];
      await scene.context.sync();
      expect(xml.value).toBe('<run xmlns="urn:test:1">二</run>');
      expect(missing.map((one) => one.isNullObject)).toEqual([true, true, true]);
      await refused(scene, () => parts.add("<open>"), "InvalidArgument");
      await refused(scene, () => part.setXml("text"), "InvalidArgument");
      await refused(scene, () => parts.getItem("{0}").load("id"), "ItemNotFound");
      await refused(scene, () => parts.getByNamespace("urn:none").getOnlyItem().load("id"), "ItemNotFound");
      parts.add('<run xmlns="urn:test:1"/>');
      await refused(scene, () => scoped.getOnlyItem().load("id"), "InvalidOperation");
      part.delete();
      expect(await countOf(scene, scoped.getCount())).toBe(1);
      scoped.getOnlyItem().delete();
      await scene.context.sync();
    },
  ),
  property("CustomXmlPart.id", ({ context }) => context.workbook.customXmlParts.add("<a/>"), {}),
  property(
    "CustomXmlPart.namespaceUri",
    ({ context }) => context.workbook.customXmlParts.add('<a xmlns="urn:test:2"/>'),
    { first: "urn:test:2" },
  ),
];
