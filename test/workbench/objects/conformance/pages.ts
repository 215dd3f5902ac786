import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const page = ({ sheet }: Scene) => sheet.pageLayout;
const footer = ({ sheet }: Scene) => sheet.pageLayout.headersFooters.defaultForAllPages;
const addressOf = async (scene: Scene, range: OfficeExtension.ClientObject) =>
  String(await load(scene, range, "address")).replace(/^.*!/, "");

const margin = (name: string): Entry =>
  property(`PageLayout.${name}`, page, { set: [[36]], refuses: [[-1], ["wide"]] });
const section = (name: string): Entry =>
  property(`HeaderFooter.${name}`, footer, { first: "", set: [["第 &P 页"]], refuses: [[5]] });

/** Checks of page set-up. */
export const pageEntries: readonly Entry[] = [
  entry(
    ["Worksheet.pageLayout", "PageLayout.headersFooters", "HeaderFooterGroup.defaultForAllPages"],
    async (scene) => {
      expect(await load(scene, scene.sheet, "pageLayout/headersFooters/defaultForAllPages/centerFooter")).toBe("");
      await refused(
        scene,
        () => scene.sheet.pageLayout.headersFooters.firstPage.load("centerFooter"),
        "NotImplemented",
      );
    },
  ),
  property("PageLayout.orientation", page, {
    first: "Portrait",
    set: [["Landscape"], ["Portrait"]],
    refuses: [["Diagonal"]],
  }),
  property("PageLayout.paperSize", page, {
    first: "A4",
    set: [["A3"]],
    refuses: [["Envelope9", "NotImplemented"], [9]],
  }),
  property("PageLayout.zoom", page, {
    first: { scale: 100 },
    set: [[{ horizontalFitToPages: 1 }], [{ horizontalFitToPages: 1, verticalFitToPages: 2 }], [{ scale: 85 }]],
    refuses: [[{ scale: 5 }], [{ scale: 50, horizontalFitToPages: 1 }], [100]],
  }),
  ...["leftMargin", "rightMargin", "topMargin", "bottomMargin", "headerMargin", "footerMargin"].map(margin),
  property("PageLayout.centerHorizontally", page, { first: false, set: [[true]], refuses: [["no"]] }),
  property("PageLayout.centerVertically", page, { first: false, set: [[true]], refuses: [["no"]] }),
  ...["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"].map(section),
  entry("PageLayout.setPrintMargins", async (scene) => {
    page(scene).setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
    expect(await load(scene, page(scene), "topMargin")).toBeCloseTo(72, 9);
    expect(await load(scene, page(scene), "leftMargin")).toBeCloseTo(36, 9);
    await refused(scene, () => untyped(page(scene), "setPrintMargins", ["Miles", { top: 1 }]), "InvalidArgument");
  }),
  entry(
    ["PageLayout.setPrintArea", "PageLayout.getPrintArea", "PageLayout.getPrintAreaOrNullObject"],
    async (scene) => {
      const none = page(scene).getPrintAreaOrNullObject();
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => page(scene).getPrintArea().load("address"), "ItemNotFound");
      page(scene).setPrintArea("A1:D20");
      expect(await addressOf(scene, page(scene).getPrintArea())).toBe("A1:D20");
      await refused(scene, () => page(scene).setPrintArea("Sheet1!A1"), "InvalidArgument");
    },
  ),
  entry(
    ["PageLayout.setPrintTitleRows", "PageLayout.getPrintTitleRows", "PageLayout.getPrintTitleRowsOrNullObject"],
    async (scene) => {
      const none = page(scene).getPrintTitleRowsOrNullObject();
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => page(scene).getPrintTitleRows().load("address"), "ItemNotFound");
      page(scene).setPrintTitleRows("$1:$3");
      expect(await addressOf(scene, page(scene).getPrintTitleRows())).toBe("1:3");
      await refused(scene, () => page(scene).setPrintTitleRows("A1:B2"), "InvalidArgument");
    },
  ),
  entry(
    [
      "PageLayout.setPrintTitleColumns",
      "PageLayout.getPrintTitleColumns",
      "PageLayout.getPrintTitleColumnsOrNullObject",
    ],
    async (scene) => {
      const none = page(scene).getPrintTitleColumnsOrNullObject();
      await scene.context.sync();
      expect(none.isNullObject).toBe(true);
      await refused(scene, () => page(scene).getPrintTitleColumns().load("address"), "ItemNotFound");
      page(scene).setPrintTitleColumns("A:B");
      expect(await addressOf(scene, page(scene).getPrintTitleColumns())).toBe("A:B");
      await refused(scene, () => page(scene).setPrintTitleColumns("1:2"), "InvalidArgument");
    },
  ),
  entry(
    [
      "Worksheet.horizontalPageBreaks",
      "PageBreakCollection.add",
      "PageBreakCollection.getCount",
      "PageBreakCollection.getItem",
      "PageBreakCollection.removePageBreaks",
      "PageBreak.getCellAfterBreak",
      "PageBreak.delete",
    ],
    async (scene) => {
      const breaks = scene.sheet.horizontalPageBreaks;
      breaks.add("A10");
      breaks.add("A5");
      breaks.load("items/rowIndex");
      await scene.context.sync();
      expect(breaks.items.map((one) => one.rowIndex)).toEqual([4, 9]);
      expect(await addressOf(scene, breaks.getItem(1).getCellAfterBreak())).toBe("A10");
      breaks.getItem(0).delete();
      const count = breaks.getCount();
      await scene.context.sync();
      expect(count.value).toBe(1);
      await refused(scene, () => breaks.add("A1"), "InvalidArgument");
      await refused(scene, () => breaks.getItem(5).load("rowIndex"), "ItemNotFound");
      breaks.removePageBreaks();
      const none = breaks.getCount();
      await scene.context.sync();
      expect(none.value).toBe(0);
    },
  ),
  property("PageBreak.rowIndex", ({ sheet }) => sheet.horizontalPageBreaks.add("A5"), { first: 4 }),
  property("PageBreak.columnIndex", ({ sheet }) => sheet.horizontalPageBreaks.add("A5"), { first: 0 }),
];
