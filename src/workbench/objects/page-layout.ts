import type { PageRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { isWholeColumn, isWholeRow, lastColumn, lastRow } from "./address";
import { integerArgument, requireBoolean, requireNumber, requireOneOf, requireText } from "./arguments";
import type { Book } from "./book";
import { RangeAreasObject, RangeObject, rangeArgument } from "./range";

/** Excel.PaperType and the code of the file; sizes beside these are not known to the stand-in. */
const papers = {
  Letter: 1,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
} as const;
const paperNames: readonly (keyof typeof papers)[] = [
  "Letter",
  "Tabloid",
  "Ledger",
  "Legal",
  "Statement",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
  "Folio",
];

/** Points of each unit in which margins may be given. */
const units = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

type Side = keyof PageRecord["margins"];

abstract class SheetPart extends WireObject {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  get page(): PageRecord {
    return this.book.record(this.sheetId).page;
  }

  /** Notes the change and gives the page to change. */
  changing(): PageRecord {
    this.book.changed(this.sheetId);
    return this.page;
  }
}

/** How a sheet is printed. */
export class PageLayoutObject extends SheetPart {
  readonly className = "PageLayout";
  readonly members: BoundMembers = pageLayoutMembers.bind(this);

  range(value: unknown): RangeObject {
    if (value instanceof RangeAreasObject) {
      const [only, ...others] = value.ranges;
      if (only === undefined || others.length > 0)
        throw new ApiError("NotImplemented", "A print area of several ranges is not implemented by the stand-in.");
      return only;
    }
    const range = rangeArgument(this.book, this.sheetId, value);
    if (range.sheetId !== this.sheetId) throw new ApiError("InvalidArgument");
    return range;
  }

  printArea(): RangeAreasObject | null {
    const { printArea } = this.page;
    return printArea === null ? null : new RangeAreasObject(this.book, this.sheetId, [printArea]);
  }

  titleRows(): RangeObject | null {
    const { titleRows } = this.page;
    if (titleRows === null) return null;
    return new RangeObject(this.book, this.sheetId, {
      top: titleRows.first,
      left: 0,
      bottom: titleRows.last,
      right: lastColumn,
    });
  }

  titleColumns(): RangeObject | null {
    const { titleColumns } = this.page;
    if (titleColumns === null) return null;
    return new RangeObject(this.book, this.sheetId, {
      top: 0,
      left: titleColumns.first,
      bottom: lastRow,
      right: titleColumns.last,
    });
  }

  setZoom(value: unknown): void {
    if (!isRecord(value)) throw new ApiError("InvalidArgument");
    const pages = (name: string) => {
      const given = value[name];
      return given === undefined || given === null ? null : requireNumber(given, 1, 32_767);
    };
    const scale =
      value["scale"] === undefined || value["scale"] === null ? null : requireNumber(value["scale"], 10, 400);
    const fitWidth = pages("horizontalFitToPages");
    const fitHeight = pages("verticalFitToPages");
    if (scale !== null && (fitWidth !== null || fitHeight !== null)) throw new ApiError("InvalidArgument");
    Object.assign(this.changing(), { scale, fitWidth, fitHeight });
  }

  setMargins(unit: unknown, margins: unknown): void {
    if (!isRecord(margins)) throw new ApiError("InvalidArgument");
    const factor = units[requireOneOf(unit, ["Points", "Inches", "Centimeters"])];
    const given = new Map<Side, number>();
    for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
      const value = margins[side];
      if (value !== undefined && value !== null) given.set(side, requireNumber(value, 0) * factor);
    }
    const page = this.changing();
    for (const [side, points] of given) page.margins[side] = points;
  }
}

const margin = (side: Side) => ({
  get: (self: PageLayoutObject) => self.page.margins[side],
  set: (self: PageLayoutObject, value: unknown) => {
    const points = requireNumber(value, 0, 3600);
    self.changing().margins[side] = points;
  },
});

const requireItem = <T>(item: T | null): T => {
  if (item === null) throw new ApiError("ItemNotFound");
  return item;
};

/** Excel.PageLayout. */
export const pageLayoutMembers = defineMembers<PageLayoutObject>("PageLayout", {
  properties: {
    orientation: {
      get: (self) => (self.page.orientation === "landscape" ? "Landscape" : "Portrait"),
      set: (self, value) => {
        const orientation = requireOneOf(value, ["Portrait", "Landscape"]) === "Landscape" ? "landscape" : "portrait";
        self.changing().orientation = orientation;
      },
    },
    paperSize: {
      get: (self) => paperNames.find((name) => papers[name] === (self.page.paper ?? papers.A4)) ?? null,
      set: (self, value) => {
        const name = requireText(value);
        const found = paperNames.find((one) => one.toLowerCase() === name.toLowerCase());
        if (found === undefined)
          throw new ApiError("NotImplemented", `The paper ${name} is not known to the stand-in.`);
        self.changing().paper = papers[found];
      },
    },
    zoom: {
      get: ({ page }) => {
        if (page.fitWidth === null && page.fitHeight === null) return { scale: page.scale ?? 100 };
        return {
          ...(page.fitWidth === null ? {} : { horizontalFitToPages: page.fitWidth }),
          ...(page.fitHeight === null ? {} : { verticalFitToPages: page.fitHeight }),
        };
      },
      set: (self, value) => self.setZoom(value),
    },
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    centerHorizontally: {
      get: (self) => self.page.centreHorizontally,
      set: (self, value) => {
        const centred = requireBoolean(value);
        self.changing().centreHorizontally = centred;
      },
    },
    centerVertically: {
      get: (self) => self.page.centreVertically,
      set: (self, value) => {
        const centred = requireBoolean(value);
        self.changing().centreVertically = centred;
      },
    },
  },
  navigation: {
    headersFooters: (self) => new HeaderFooterGroupObject(self.book, self.sheetId),
  },
  methods: {
    getPrintArea: (self) => requireItem(self.printArea()),
    getPrintAreaOrNullObject: (self) => self.printArea(),
    getPrintTitleColumns: (self) => requireItem(self.titleColumns()),
    getPrintTitleColumnsOrNullObject: (self) => self.titleColumns(),
    getPrintTitleRows: (self) => requireItem(self.titleRows()),
    getPrintTitleRowsOrNullObject: (self) => self.titleRows(),
    setPrintArea: (self, [area]) => {
      const { box } = self.range(area);
      self.changing().printArea = box;
    },
    setPrintMargins: (self, [unit, margins]) => self.setMargins(unit, margins),
    setPrintTitleColumns: (self, [columns]) => {
      const { box } = self.range(columns);
      if (!isWholeColumn(box)) throw new ApiError("InvalidArgument");
      self.changing().titleColumns = { first: box.left, last: box.right };
    },
    setPrintTitleRows: (self, [rows]) => {
      const { box } = self.range(rows);
      if (!isWholeRow(box)) throw new ApiError("InvalidArgument");
      self.changing().titleRows = { first: box.top, last: box.bottom };
    },
  },
});

/** The headers and footers of a sheet. */
export class HeaderFooterGroupObject extends SheetPart {
  readonly className = "HeaderFooterGroup";
  readonly members: BoundMembers = headerFooterGroupMembers.bind(this);
}

/** Excel.HeaderFooterGroup: the same on all pages. */
export const headerFooterGroupMembers = defineMembers<HeaderFooterGroupObject>("HeaderFooterGroup", {
  navigation: {
    defaultForAllPages: (self) => new HeaderFooterObject(self.book, self.sheetId),
  },
});

/** Header and footer of all pages. */
export class HeaderFooterObject extends SheetPart {
  readonly className = "HeaderFooter";
  readonly members: BoundMembers = headerFooterMembers.bind(this);
}

const section = (place: "header" | "footer", side: keyof PageRecord["header"]) => ({
  get: (self: HeaderFooterObject) => self.page[place][side],
  set: (self: HeaderFooterObject, value: unknown) => {
    const text = requireText(value);
    self.changing()[place][side] = text;
  },
});

/** Excel.HeaderFooter. */
export const headerFooterMembers = defineMembers<HeaderFooterObject>("HeaderFooter", {
  properties: {
    leftHeader: section("header", "left"),
    centerHeader: section("header", "centre"),
    rightHeader: section("header", "right"),
    leftFooter: section("footer", "left"),
    centerFooter: section("footer", "centre"),
    rightFooter: section("footer", "right"),
  },
});

/** The rows that begin a new page. */
export class PageBreakCollectionObject extends SheetPart {
  readonly className = "PageBreakCollection";
  readonly members: BoundMembers = pageBreakCollectionMembers.bind(this);

  override get items(): readonly PageBreakObject[] {
    return this.page.rowBreaks.map((row) => new PageBreakObject(this.book, this.sheetId, row));
  }
}

/** Excel.PageBreakCollection, between rows. */
export const pageBreakCollectionMembers = defineMembers<PageBreakCollectionObject>("PageBreakCollection", {
  methods: {
    add: (self, [place]) => {
      const range = rangeArgument(self.book, self.sheetId, place);
      const row = range.box.top;
      if (row === 0 || range.sheetId !== self.sheetId) throw new ApiError("InvalidArgument");
      const page = self.changing();
      page.rowBreaks = [...new Set([...page.rowBreaks, row])].sort((a, b) => a - b);
      return new PageBreakObject(self.book, self.sheetId, row);
    },
    getCount: (self) => self.items.length,
    getItem: (self, args) => {
      const found = self.items[integerArgument(args, 0)];
      if (found === undefined) throw new ApiError("ItemNotFound");
      return found;
    },
    removePageBreaks: (self) => {
      self.changing().rowBreaks = [];
    },
  },
});

/** A place where a new page begins. */
export class PageBreakObject extends SheetPart {
  readonly className = "PageBreak";
  readonly members: BoundMembers = pageBreakMembers.bind(this);

  constructor(
    book: Book,
    sheetId: string,
    readonly row: number,
  ) {
    super(book, sheetId);
  }

  override get id(): number {
    return this.page.rowBreaks.indexOf(this.row);
  }
}

/** Excel.PageBreak. */
export const pageBreakMembers = defineMembers<PageBreakObject>("PageBreak", {
  properties: {
    rowIndex: { get: (self) => self.row },
    columnIndex: { get: () => 0 },
  },
  methods: {
    delete: (self) => {
      const page = self.changing();
      page.rowBreaks = page.rowBreaks.filter((row) => row !== self.row);
    },
    getCellAfterBreak: (self) =>
      new RangeObject(self.book, self.sheetId, { top: self.row, left: 0, bottom: self.row, right: 0 }),
  },
});
