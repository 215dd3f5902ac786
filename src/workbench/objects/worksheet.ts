import { BooleanNumber } from "@univerjs/core";
import {
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-node-core";
import type { Box } from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import { lastColumn, lastRow, parseBox, columnCount, rowCount } from "./address";
import {
  booleanArgument,
  integerArgument,
  optionalText,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireText,
  textArgument,
} from "./arguments";
import type { Book } from "./book";
import { AutoFilterObject } from "./auto-filter";
import { ChartCollectionObject } from "./chart";
import { colourFrom } from "./colour";
import { WorksheetCustomPropertyCollectionObject } from "./custom-properties";
import { NamedItemCollectionObject } from "./named-item";
import { insertSheet } from "./new-sheet";
import { PageBreakCollectionObject, PageLayoutObject } from "./page-layout";
import { RangeAreasObject, RangeObject, rangeArgument } from "./range";
import { wireId } from "./sheet-id";
import { TableCollectionObject } from "./table";

/** Excel refuses longer addresses. */
const longestAddress = 8192;

/** Refuses a name that Excel does not allow for a sheet, or that another sheet has. */
function checkName(book: Book, name: string, self: string | null): void {
  const isAllowed =
    name.trim() !== "" &&
    name.length <= 31 &&
    !/[[\]:*?/\\]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== "history";
  if (!isAllowed) throw new ApiError("InvalidArgument");
  const other = book.sheetNamed(name);
  if (other !== undefined && other !== self) throw new ApiError("ItemAlreadyExists");
}

/** A worksheet. */
export class WorksheetObject extends WireObject {
  readonly className = "Worksheet";
  readonly members: BoundMembers = worksheetMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  override get id(): string {
    return wireId(this.sheetId);
  }

  range(box: Box): RangeObject {
    return new RangeObject(this.book, this.sheetId, box);
  }

  get visibility(): string {
    if (this.book.sheet(this.sheetId).hidden === BooleanNumber.FALSE) return "Visible";
    return this.book.record(this.sheetId).veryHidden === true ? "VeryHidden" : "Hidden";
  }

  /** Refuses where the sheet is the only one that can be seen. */
  requireAnotherVisible(): void {
    const { book } = this;
    const others = book.sheetIds().filter((id) => id !== this.sheetId && !book.isHidden(id));
    if (others.length === 0) throw new ApiError("InvalidOperation", "A workbook must keep one visible sheet.");
  }

  rename(name: string): void {
    const { book } = this;
    book.beforeRestructuring();
    checkName(book, name, this.sheetId);
    book.renameSheet(this.sheetId, name);
  }

  move(position: number): void {
    const { book } = this;
    book.beforeRestructuring();
    const order = book.sheetIds();
    if (!Number.isInteger(position) || position < 0 || position >= order.length) throw new ApiError("InvalidArgument");
    book.engine.run(SetWorksheetOrderMutation.id, {
      subUnitId: this.sheetId,
      fromOrder: order.indexOf(this.sheetId),
      toOrder: position,
    });
  }

  show(visibility: string): void {
    const { book } = this;
    book.beforeRestructuring();
    if (visibility !== "Visible") this.requireAnotherVisible();
    book.changed(this.sheetId);
    book.record(this.sheetId).veryHidden = visibility === "VeryHidden";
    book.engine.run(SetWorksheetHideMutation.id, {
      subUnitId: this.sheetId,
      hidden: visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
    if (visibility !== "Visible") book.leave(this.sheetId);
  }

  delete(): void {
    const { book } = this;
    book.beforeRestructuring();
    if (this.visibility === "VeryHidden") throw new ApiError("InvalidOperation");
    if (this.visibility === "Visible") this.requireAnotherVisible();
    book.deleteSheet(this.sheetId);
  }

  getRanges(args: Arguments): RangeAreasObject {
    const address = optionalText(args, 0) ?? "";
    if (address.length > longestAddress) throw new ApiError("InvalidArgument");
    const boxes = address.split(/[,;]/u).map((part) => this.getRange([part.trim()]).box);
    return new RangeAreasObject(this.book, this.sheetId, boxes);
  }

  getRange(args: Arguments): RangeObject {
    const address = optionalText(args, 0);
    if (address === undefined || address === "")
      return this.range({ top: 0, left: 0, bottom: lastRow, right: lastColumn });
    if (parseBox(address) === null && !address.includes("!")) {
      const named = this.book.nameRecord(address, this.sheetId) ?? this.book.nameRecord(address, null);
      const found = named === undefined ? null : this.book.locate(named.formula, this.sheetId);
      if (found === null) throw new ApiError("InvalidArgument");
      return new RangeObject(this.book, found.sheetId, found.box);
    }
    const range = rangeArgument(this.book, this.sheetId, address);
    if (range.sheetId !== this.sheetId) throw new ApiError("InvalidArgument");
    return range;
  }

  usedRange(args: Arguments): RangeObject | null {
    const used = this.book.usedBox(this.sheetId, null, booleanArgument(args, 0, false));
    return used === null ? null : this.range(used);
  }
}

/** Excel.Worksheet. */
export const worksheetMembers = defineMembers<WorksheetObject>("Worksheet", {
  properties: {
    id: { get: (self) => self.id },
    name: { get: (self) => self.book.sheet(self.sheetId).name, set: (self, value) => self.rename(requireText(value)) },
    position: {
      get: (self) => self.book.sheetIds().indexOf(self.sheetId),
      set: (self, value) => self.move(requireNumber(value)),
    },
    visibility: {
      get: (self) => self.visibility,
      set: (self, value) => self.show(requireOneOf(value, ["Visible", "Hidden", "VeryHidden"])),
    },
    tabColor: {
      get: (self) => self.book.sheet(self.sheetId).tabColor.toUpperCase(),
      set: (self, value) => {
        const color = value === "" ? "" : colourFrom(value);
        self.book.changed(self.sheetId);
        self.book.engine.run(SetTabColorMutation.id, { subUnitId: self.sheetId, color });
      },
    },
    showGridlines: {
      get: (self) => self.book.sheet(self.sheetId).showGridlines === BooleanNumber.TRUE,
      set: (self, value) => {
        const showGridlines = requireBoolean(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
        self.book.changed(self.sheetId);
        self.book.engine.run(ToggleGridlinesMutation.id, { subUnitId: self.sheetId, showGridlines });
      },
    },
  },
  navigation: {
    autoFilter: (self) => new AutoFilterObject(self.book, self.sheetId),
    charts: (self) => new ChartCollectionObject(self.book, self.sheetId),
    customProperties: (self) => new WorksheetCustomPropertyCollectionObject(self.book, self.sheetId),
    freezePanes: (self) => new WorksheetFreezePanesObject(self.book, self.sheetId),
    horizontalPageBreaks: (self) => new PageBreakCollectionObject(self.book, self.sheetId),
    names: (self) => new NamedItemCollectionObject(self.book, self.sheetId),
    pageLayout: (self) => new PageLayoutObject(self.book, self.sheetId),
    tables: (self) => new TableCollectionObject(self.book, self.sheetId),
    protection: (self) => new WorksheetProtectionObject(self.book, self.sheetId),
  },
  methods: {
    activate: (self) => {
      if (self.visibility !== "Visible") throw new ApiError("InvalidOperation");
      self.book.activate(self.sheetId);
    },
    delete: (self) => self.delete(),
    getCell: (self, args) => {
      const top = integerArgument(args, 0);
      const left = integerArgument(args, 1);
      return self.range({ top, left, bottom: top, right: left });
    },
    getRange: (self, args) => self.getRange(args),
    getRangeByIndexes: (self, args) => {
      const top = integerArgument(args, 0);
      const left = integerArgument(args, 1);
      return self.range({
        top,
        left,
        bottom: top + integerArgument(args, 2) - 1,
        right: left + integerArgument(args, 3) - 1,
      });
    },
    getRanges: (self, args) => self.getRanges(args),
    getUsedRange: (self, args) => self.usedRange(args) ?? self.range({ top: 0, left: 0, bottom: 0, right: 0 }),
    getUsedRangeOrNullObject: (self, args) => self.usedRange(args),
  },
});

/** The worksheets of the workbook. */
export class WorksheetCollectionObject extends WireObject {
  readonly className = "WorksheetCollection";
  readonly members: BoundMembers = worksheetCollectionMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }

  override get items(): readonly WorksheetObject[] {
    return this.book.worksheetIds().map((id) => new WorksheetObject(this.book, id));
  }

  find(key: string): WorksheetObject | null {
    const wanted = key.toLowerCase();
    return (
      this.items.find((item) => item.id === key || this.book.sheet(item.sheetId).name.toLowerCase() === wanted) ?? null
    );
  }

  require(found: WorksheetObject | null | undefined): WorksheetObject {
    if (found === null || found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }

  listed(visibleOnly: boolean): readonly WorksheetObject[] {
    return this.items.filter((item) => !visibleOnly || item.visibility === "Visible");
  }

  add(name: string | undefined): WorksheetObject {
    this.book.beforeRestructuring();
    let sequence = this.book.sheetIds().length;
    let free = name;
    while (free === undefined) {
      sequence += 1;
      if (this.book.sheetNamed(`Sheet${sequence}`) === undefined) free = `Sheet${sequence}`;
    }
    checkName(this.book, free, null);
    return new WorksheetObject(this.book, insertSheet(this.book, free));
  }
}

/** Excel.WorksheetCollection. */
export const worksheetCollectionMembers = defineMembers<WorksheetCollectionObject>("WorksheetCollection", {
  methods: {
    add: (self, args) => self.add(optionalText(args, 0)),
    getActiveWorksheet: (self) => new WorksheetObject(self.book, self.book.activeSheet),
    getCount: (self, args) => self.listed(booleanArgument(args, 0, false)).length,
    getFirst: (self, args) => self.require(self.listed(booleanArgument(args, 0, false))[0]),
    getItem: (self, args) => self.require(self.find(textArgument(args, 0))),
    getItemOrNullObject: (self, args) => self.find(textArgument(args, 0)),
    getLast: (self, args) => self.require(self.listed(booleanArgument(args, 0, false)).at(-1)),
    _RegisterAddedEvent: (self) => self.book.changes.register("added"),
    _UnregisterAddedEvent: (self) => self.book.changes.unregister("added"),
    _RegisterDataChangedEvent: (self) => self.book.changes.register("changed"),
    _UnregisterDataChangedEvent: (self) => self.book.changes.unregister("changed"),
    _RegisterDeletedEvent: (self) => self.book.changes.register("deleted"),
    _UnregisterDeletedEvent: (self) => self.book.changes.unregister("deleted"),
    _RegisterEventNameChanged: (self) => self.book.changes.register("nameChanged"),
    _UnregisterEventNameChanged: (self) => self.book.changes.unregister("nameChanged"),
  },
});

/** The frozen rows and columns of a worksheet. */
export class WorksheetFreezePanesObject extends WireObject {
  readonly className = "WorksheetFreezePanes";
  readonly members: BoundMembers = worksheetFreezePanesMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  freeze(rows: number, columns: number): void {
    if (rows < 0 || columns < 0) throw new ApiError("InvalidArgument");
    this.book.changed(this.sheetId);
    this.book.engine.run(SetFrozenMutation.id, {
      subUnitId: this.sheetId,
      xSplit: columns,
      ySplit: rows,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
    });
  }

  location(): RangeObject | null {
    const { xSplit, ySplit } = this.book.sheet(this.sheetId).freeze;
    if (xSplit === 0 && ySplit === 0) return null;
    const box = {
      top: 0,
      left: 0,
      bottom: ySplit === 0 ? lastRow : ySplit - 1,
      right: xSplit === 0 ? lastColumn : xSplit - 1,
    };
    return new RangeObject(this.book, this.sheetId, box);
  }
}

/** Excel.WorksheetFreezePanes. */
export const worksheetFreezePanesMembers = defineMembers<WorksheetFreezePanesObject>("WorksheetFreezePanes", {
  methods: {
    freezeAt: (self, [area]) => {
      const { box } = rangeArgument(self.book, self.sheetId, area);
      if (box.top !== 0 || box.left !== 0)
        throw new ApiError("NotImplemented", "Panes are frozen from the first row and column only.");
      self.freeze(rowCount(box), columnCount(box));
    },
    freezeColumns: (self, args) => self.freeze(0, integerArgument(args, 0, 1)),
    freezeRows: (self, args) => self.freeze(integerArgument(args, 0, 1), 0),
    getLocation: (self) => {
      const found = self.location();
      if (found === null) throw new ApiError("ItemNotFound");
      return found;
    },
    getLocationOrNullObject: (self) => self.location(),
    unfreeze: (self) => self.freeze(0, 0),
  },
});

/** The protection of a worksheet. Every cell counts as locked, and no kind of change is allowed. */
export class WorksheetProtectionObject extends WireObject {
  readonly className = "WorksheetProtection";
  readonly members: BoundMembers = worksheetProtectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }
}

/** Excel.WorksheetProtection, without options and passwords. */
export const worksheetProtectionMembers = defineMembers<WorksheetProtectionObject>("WorksheetProtection", {
  properties: { protected: { get: (self) => self.book.record(self.sheetId).isProtected } },
  methods: {
    protect: (self, [, password]) => {
      if (password !== undefined && password !== null)
        throw new ApiError("NotImplemented", "Passwords are not implemented by the stand-in.");
      self.book.beforeWrite(self.sheetId);
      self.book.record(self.sheetId).isProtected = true;
    },
    unprotect: (self) => {
      self.book.record(self.sheetId).isProtected = false;
      self.book.changed(self.sheetId);
    },
  },
});
