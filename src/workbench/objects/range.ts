import { BooleanNumber, type ICellData, type IWorksheetData, type Nullable } from "@univerjs/core";
import { isValidFormat } from "numfmt";
import type { Box, HyperlinkRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import {
  boundingBox,
  columnCount,
  contains,
  formatBox,
  intersection,
  isUnbounded,
  isWholeColumn,
  isWholeRow,
  lastColumn,
  lastRow,
  rowCount,
} from "./address";
import { booleanArgument, integerArgument, requireBoolean, requireOneOf } from "./arguments";
import type { Book, StyleChange } from "./book";
import { cellContent, valueType } from "./cell-content";
import { emptyEntry, enter } from "./cell-entry";
import { linksAmong, setLineProperties } from "./cell-properties";
import { ConditionalFormatCollectionObject } from "./conditional-format";
import { DataValidationObject } from "./data-validation";
import type { CellMatrix } from "./engine";
import { cellText } from "./number-format";
import { RangeFormatObject } from "./range-format";
import { patternOf, withPattern } from "./styles";

/** Above this number of cells Excel may answer a read with null. */
const mostReadableCells = 5_000_000;

/** What a client reads from one cell. */
type CellReader<V> = (cell: Nullable<ICellData>, row: number, column: number) => V;

/** A rectangle of cells on a sheet. */
export class RangeObject extends WireObject {
  readonly className = "Range";
  readonly members: BoundMembers = rangeMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly box: Box,
  ) {
    super();
    if (
      box.top < 0 ||
      box.left < 0 ||
      box.bottom > lastRow ||
      box.right > lastColumn ||
      box.top > box.bottom ||
      box.left > box.right
    ) {
      throw new ApiError("InvalidArgument");
    }
  }

  get sheet(): IWorksheetData {
    return this.book.sheet(this.sheetId);
  }

  get address(): string {
    return this.book.address(this.sheetId, this.box);
  }

  at(box: Box): RangeObject {
    return new RangeObject(this.book, this.sheetId, box);
  }

  /** Reads every cell; null for whole rows and columns, as Excel answers. */
  grid<V>(read: CellReader<V>): V[][] | null {
    const { box } = this;
    if (isUnbounded(box) || rowCount(box) * columnCount(box) > mostReadableCells) return null;
    const cells = this.book.engine.cells(this.sheetId);
    const spilled = this.book.engine.spilled(this.sheetId);
    const grid: V[][] = [];
    for (let row = box.top; row <= box.bottom; row += 1) {
      const source = cells[row];
      const spill = spilled?.[row];
      const line: V[] = [];
      for (let column = box.left; column <= box.right; column += 1) {
        const cell = source?.[column];
        const shown = spill !== undefined && cell?.v == null && cell?.f == null ? { ...cell, ...spill[column] } : cell;
        line.push(read(shown, row, column));
      }
      grid.push(line);
    }
    return grid;
  }

  /** Number formats by style, so that each style is looked up once. */
  patterns(): CellReader<string> {
    const sheet = this.sheet;
    const known = new Map<unknown, string>();
    return (cell, row, column) => {
      const style = this.book.styleAt(sheet, cell, row, column);
      let pattern = known.get(style);
      if (pattern === undefined) {
        pattern = patternOf(this.book.styles.of(style));
        known.set(style, pattern);
      }
      return pattern;
    };
  }

  /** Calls back with the new value of every cell that is to change: one value for all, or a grid where null leaves a cell alone. */
  spread(value: unknown, put: (value: unknown, row: number, column: number) => void): void {
    const { box } = this;
    if (isUnbounded(box))
      throw new ApiError("InvalidArgument", "A whole row or column cannot be written cell by cell.");
    if (Array.isArray(value)) this.requireSize(value.length, Array.isArray(value[0]) ? value[0].length : -1);
    for (let row = box.top; row <= box.bottom; row += 1) {
      const line: unknown = Array.isArray(value) ? value[row - box.top] : value;
      if (Array.isArray(value) && (!Array.isArray(line) || line.length !== columnCount(box))) throw sizeMismatch();
      for (let column = box.left; column <= box.right; column += 1) {
        const one: unknown = Array.isArray(line) ? line[column - box.left] : line;
        if (one !== null && one !== undefined) put(one, row, column);
      }
    }
  }

  requireSize(rows: unknown, columns: unknown): void {
    if (rows !== rowCount(this.box) || columns !== columnCount(this.box)) throw sizeMismatch();
  }

  /** Merged areas that touch the range. */
  merges(): readonly Box[] {
    const { top, left, bottom, right } = this.box;
    const found: Box[] = [];
    for (const { startRow, startColumn, endRow, endColumn } of this.sheet.mergeData) {
      if (startRow > bottom || endRow < top || startColumn > right || endColumn < left) continue;
      found.push({ top: startRow, left: startColumn, bottom: endRow, right: endColumn });
    }
    return found;
  }

  /** Enters values or formulas. What lies under a merged area's first cell is not written. */
  enterAll(value: unknown): void {
    const { book, sheetId } = this;
    book.beforeWrite(sheetId);
    const sheet = this.sheet;
    const pattern = this.patterns();
    const merges = this.merges();
    const cells: CellMatrix = {};
    const formatted: { readonly row: number; readonly column: number; readonly pattern: string }[] = [];
    this.spread(value, (one, row, column) => {
      const covered = merges.some(
        (merge) =>
          row >= merge.top &&
          row <= merge.bottom &&
          column >= merge.left &&
          column <= merge.right &&
          (row !== merge.top || column !== merge.left),
      );
      if (covered) return;
      const entry = enter(one, pattern(sheet.cellData[row]?.[column], row, column), book.document.date1904);
      (cells[row] ??= {})[column] = entry.cell;
      if (entry.pattern !== undefined) formatted.push({ row, column, pattern: entry.pattern });
    });
    book.writeCells(sheetId, cells, this.box);
    for (const cell of formatted) {
      book.restyle(sheetId, { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }, (style) =>
        withPattern(style, cell.pattern),
      );
    }
  }

  setPatterns(value: unknown): void {
    const { book, sheetId } = this;
    book.beforeWrite(sheetId);
    const check = (pattern: unknown): string => {
      if (typeof pattern !== "string" || (pattern !== "" && !isValidFormat(pattern)))
        throw new ApiError("InvalidArgument");
      return pattern === "" ? "General" : pattern;
    };
    if (!Array.isArray(value)) {
      const pattern = check(value);
      book.restyle(sheetId, this.box, (style) => withPattern(style, pattern));
      return;
    }
    const changes = new Map<string, StyleChange>();
    const cells: Record<number, Record<number, StyleChange>> = {};
    this.spread(value, (one, row, column) => {
      const pattern = check(one);
      const change = changes.get(pattern) ?? ((style) => withPattern(style, pattern));
      changes.set(pattern, change);
      (cells[row] ??= {})[column] = change;
    });
    book.restyleEach(sheetId, this.box, (row, column) => cells[row]?.[column] ?? null);
  }

  /** What all rows (or columns) of the range have in common; null where they differ. */
  commonHidden(axis: "row" | "column"): boolean | null {
    const { box, sheet } = this;
    const isHidden = (index: number) =>
      (axis === "row" ? sheet.rowData[index]?.hd : sheet.columnData[index]?.hd) === BooleanNumber.TRUE;
    const first = axis === "row" ? box.top : box.left;
    const last =
      axis === "row"
        ? Math.min(box.bottom, Math.max(first, sheet.rowCount))
        : Math.min(box.right, Math.max(first, sheet.columnCount));
    for (let index = first + 1; index <= last; index += 1) if (isHidden(index) !== isHidden(first)) return null;
    return isHidden(first);
  }

  hide(axis: "row" | "column", hidden: boolean): void {
    const { box } = this;
    this.book.beforeWrite(this.sheetId);
    const sheet = this.sheet;
    const hd = hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    if (axis === "row") {
      if (isWholeColumn(box)) throw new ApiError("InvalidArgument", "Not every row of a sheet can be hidden.");
      for (let row = box.top; row <= box.bottom; row += 1) (sheet.rowData[row] ??= {}).hd = hd;
    } else {
      if (isWholeRow(box)) throw new ApiError("InvalidArgument", "Not every column of a sheet can be hidden.");
      for (let column = box.left; column <= box.right; column += 1) (sheet.columnData[column] ??= {}).hd = hd;
    }
  }

  get hyperlink(): unknown {
    const link = this.book.record(this.sheetId).hyperlinks.find((record) => contains(record.box, this.box));
    if (link === undefined) return null;
    const { top, left } = this.box;
    return {
      ...(link.address === null ? {} : { address: link.address }),
      ...(link.location === null ? {} : { documentReference: link.location }),
      ...(link.tooltip === null ? {} : { screenTip: link.tooltip }),
      textToDisplay: String(cellContent(this.book.engine.cells(this.sheetId)[top]?.[left])),
    };
  }

  /** Makes ranges inside this one links. */
  setHyperlinks(wanted: readonly { readonly box: Box; readonly value: unknown }[]): void {
    const { book, sheetId } = this;
    const made = wanted.map(({ box, value }) => linkFrom(value, box));
    book.beforeWrite(sheetId);
    const record = book.record(sheetId);
    const isReplaced = (box: Box) => made.some(({ link }) => intersection(link.box, box) !== null);
    record.hyperlinks = record.hyperlinks.filter(({ box }) => intersection(box, this.box) === null || !isReplaced(box));
    for (const { link, shown } of made) {
      record.hyperlinks.push(link);
      const { top, left } = link.box;
      const first = this.at({ top, left, bottom: top, right: left });
      const isEmpty = cellContent(book.engine.cells(sheetId)[top]?.[left]) === "";
      if (shown !== null) first.enterAll(`'${shown}`);
      else if (isEmpty) first.enterAll(`'${link.address ?? link.location ?? ""}`);
      book.restyle(sheetId, link.box, linkLook);
    }
  }

  removeLinks(): void {
    const record = this.book.record(this.sheetId);
    record.hyperlinks = record.hyperlinks.filter((link) => intersection(link.box, this.box) === null);
  }

  clear(applyTo: string): void {
    const kind = requireOneOf(applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]);
    this.book.beforeWrite(this.sheetId);
    if (kind === "All" || kind === "Contents") this.empty(this.box);
    if (kind === "All" || kind === "Formats" || kind === "RemoveHyperlinks") {
      this.book.restyle(this.sheetId, this.box, () => ({}));
    }
    if (kind === "All" || kind === "Formats") {
      this.unmerge();
      new ConditionalFormatCollectionObject(this.book, this.sheetId, this.box).clearAll();
    }
    if (kind === "All" || kind === "Hyperlinks" || kind === "RemoveHyperlinks") this.removeLinks();
  }

  /** Empties the cells that hold something; on whole rows and columns too. */
  empty(box: Box): void {
    const used = this.book.usedBox(this.sheetId, box, true);
    if (used === null) return;
    const live = this.book.engine.cells(this.sheetId);
    const cells: CellMatrix = {};
    for (let row = used.top; row <= used.bottom; row += 1) {
      for (const key in live[row]) {
        const column = Number(key);
        if (column >= used.left && column <= used.right) (cells[row] ??= {})[column] = { ...emptyEntry.cell };
      }
    }
    this.book.writeCells(this.sheetId, cells, used);
  }

  merge(across: boolean): void {
    const { box, book, sheetId } = this;
    if (isUnbounded(box)) throw new ApiError("InvalidArgument");
    if (book.record(sheetId).tables.some((table) => intersection(table.box, box) !== null)) {
      throw new ApiError("InvalidOperation", "Cells of a table cannot be merged.");
    }
    book.beforeWrite(sheetId);
    this.unmerge();
    const areas: Box[] = [];
    if (across) for (let row = box.top; row <= box.bottom; row += 1) areas.push({ ...box, top: row, bottom: row });
    else areas.push(box);
    const ranges = areas.filter((area) => rowCount(area) * columnCount(area) > 1);
    for (const area of ranges) {
      this.empty({ ...area, left: area.left + 1, bottom: area.top });
      if (area.bottom > area.top) this.empty({ ...area, top: area.top + 1 });
    }
    if (ranges.length === 0) return;
    const added = ranges.map((area) => ({
      startRow: area.top,
      startColumn: area.left,
      endRow: area.bottom,
      endColumn: area.right,
    }));
    book.engine.addMerges(sheetId, added);
  }

  unmerge(): void {
    this.book.beforeWrite(this.sheetId);
    const merges = this.merges();
    if (merges.length === 0) return;
    const removed = new Set(merges.map(({ top, left }) => `${top},${left}`));
    const kept = this.book
      .sheet(this.sheetId)
      .mergeData.filter(({ startRow, startColumn }) => !removed.has(`${startRow},${startColumn}`));
    this.book.engine.setMerges(this.sheetId, kept);
  }

  /** The range that an argument means: one of the client's own, or an address. */
  argument(value: unknown): RangeObject {
    return rangeArgument(this.book, this.sheetId, value);
  }

  shifted(rows: number, columns: number): RangeObject {
    const { box } = this;
    return this.at({
      top: box.top + rows,
      left: box.left + columns,
      bottom: box.bottom + rows,
      right: box.right + columns,
    });
  }

  usedRange(args: Arguments): RangeObject | null {
    const used = this.book.usedBox(this.sheetId, this.box, booleanArgument(args, 0, false));
    return used === null ? null : this.at(used);
  }

  intersectionWith(other: RangeObject): RangeObject | null {
    const box = other.sheetId === this.sheetId ? intersection(this.box, other.box) : null;
    return box === null ? null : this.at(box);
  }

  /** What the formula of the range's one cell fills, its own cell among it; null where it fills no other. */
  spillingTo(): RangeObject | null {
    const { top, left } = this.box;
    if (rowCount(this.box) * columnCount(this.box) > 1) throw new ApiError("InvalidArgument");
    const spill = this.book.spillAt(this.sheetId, top, left);
    return spill?.row === top && spill.column === left ? this.at(spill.box) : null;
  }

  mergedAreas(): RangeAreasObject | null {
    const merges = this.merges();
    return merges.length === 0 ? null : new RangeAreasObject(this.book, this.sheetId, merges);
  }
}

/** Reads an Excel.RangeHyperlink, and the text that it wants to be shown. */
function linkFrom(value: unknown, box: Box): { readonly link: HyperlinkRecord; readonly shown: string | null } {
  if (!isRecord(value)) throw new ApiError("InvalidArgument");
  const part = (name: string): string | null => {
    const given = value[name];
    if (given === undefined || given === null) return null;
    if (typeof given !== "string") throw new ApiError("InvalidArgument");
    return given;
  };
  const link = { box, location: part("documentReference"), address: part("address"), tooltip: part("screenTip") };
  if (link.location === null && link.address === null) throw new ApiError("InvalidArgument");
  return { link, shown: part("textToDisplay") };
}

/** How a cell looks that was made a link. */
const linkLook: StyleChange = (style) => ({ ...style, cl: { rgb: "#0563C1" }, ul: { s: BooleanNumber.TRUE } });

const sizeMismatch = () =>
  new ApiError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** Reads a range argument: an object of the client, or an address, on the given sheet unless it names another. */
export function rangeArgument(book: Book, sheetId: string, value: unknown): RangeObject {
  if (value instanceof RangeObject) return value;
  const found = typeof value === "string" ? book.locate(value, sheetId) : null;
  if (found === null) throw new ApiError("InvalidArgument");
  return new RangeObject(book, found.sheetId, found.box);
}

function requireItem<T>(item: T | null): T {
  if (item === null) throw new ApiError("ItemNotFound");
  return item;
}

/** Excel.Range. */
export const rangeMembers = defineMembers<RangeObject>("Range", {
  properties: {
    values: { calculated: true, get: (self) => self.grid(cellContent), set: (self, value) => self.enterAll(value) },
    formulas: {
      calculated: true,
      get: (self) => self.grid((cell) => cell?.f ?? cellContent(cell)),
      set: (self, value) => self.enterAll(value),
    },
    text: {
      calculated: true,
      get: (self) => {
        const pattern = self.patterns();
        const { date1904 } = self.book.document;
        return self.grid((cell, row, column) => cellText(cellContent(cell), pattern(cell, row, column), date1904));
      },
    },
    valueTypes: { calculated: true, get: (self) => self.grid(valueType) },
    numberFormat: { get: (self) => self.grid(self.patterns()), set: (self, value) => self.setPatterns(value) },
    address: { get: (self) => self.address },
    rowIndex: { get: (self) => self.box.top },
    columnIndex: { get: (self) => self.box.left },
    rowCount: { get: (self) => rowCount(self.box) },
    columnCount: { get: (self) => columnCount(self.box) },
    cellCount: {
      get: (self) => {
        const count = rowCount(self.box) * columnCount(self.box);
        return count > 2_147_483_647 ? -1 : count;
      },
    },
    isEntireRow: { get: (self) => isWholeRow(self.box) },
    isEntireColumn: { get: (self) => isWholeColumn(self.box) },
    hidden: {
      get: (self) => {
        const rows = self.commonHidden("row");
        const columns = self.commonHidden("column");
        if (rows === true || columns === true) return true;
        return rows === null || columns === null ? null : false;
      },
    },
    rowHidden: {
      get: (self) => self.commonHidden("row"),
      set: (self, value) => self.hide("row", requireBoolean(value)),
    },
    columnHidden: {
      get: (self) => self.commonHidden("column"),
      set: (self, value) => self.hide("column", requireBoolean(value)),
    },
    hyperlink: {
      get: (self) => self.hyperlink,
      set: (self, value) => self.setHyperlinks([{ box: self.box, value }]),
    },
  },
  navigation: {
    worksheet: (self) => self.book.make.worksheet(self.sheetId),
    format: (self) => new RangeFormatObject(self.book, self.sheetId, [self.box]),
    dataValidation: (self) => new DataValidationObject(self.book, self.sheetId, self.box),
    conditionalFormats: (self) => new ConditionalFormatCollectionObject(self.book, self.sheetId, self.box),
  },
  methods: {
    _ValidateArraySize: (self, [rows, columns]) => self.requireSize(rows, columns),
    getCell: (self, args) => {
      const top = self.box.top + integerArgument(args, 0);
      const left = self.box.left + integerArgument(args, 1);
      return self.at({ top, left, bottom: top, right: left });
    },
    getRow: (self, args) => {
      const row = self.box.top + integerArgument(args, 0);
      return self.at({ ...self.box, top: row, bottom: row });
    },
    getColumn: (self, args) => {
      const column = self.box.left + integerArgument(args, 0);
      return self.at({ ...self.box, left: column, right: column });
    },
    getEntireRow: (self) => self.at({ ...self.box, left: 0, right: lastColumn }),
    getEntireColumn: (self) => self.at({ ...self.box, top: 0, bottom: lastRow }),
    getLastCell: (self) => self.at({ ...self.box, top: self.box.bottom, left: self.box.right }),
    getLastRow: (self) => self.at({ ...self.box, top: self.box.bottom }),
    getLastColumn: (self) => self.at({ ...self.box, left: self.box.right }),
    getOffsetRange: (self, args) => self.shifted(integerArgument(args, 0), integerArgument(args, 1)),
    getResizedRange: (self, args) =>
      self.at({
        ...self.box,
        bottom: self.box.bottom + integerArgument(args, 0),
        right: self.box.right + integerArgument(args, 1),
      }),
    getAbsoluteResizedRange: (self, args) =>
      self.at({
        ...self.box,
        bottom: self.box.top + integerArgument(args, 0) - 1,
        right: self.box.left + integerArgument(args, 1) - 1,
      }),
    getBoundingRect: (self, [other]) => {
      const range = self.argument(other);
      if (range.sheetId !== self.sheetId) throw new ApiError("InvalidArgument");
      return self.at(boundingBox(self.box, range.box));
    },
    getIntersection: (self, [other]) => requireItem(self.intersectionWith(self.argument(other))),
    getIntersectionOrNullObject: (self, [other]) => self.intersectionWith(self.argument(other)),
    getUsedRange: (self, args) => requireItem(self.usedRange(args)),
    getUsedRangeOrNullObject: (self, args) => self.usedRange(args),
    getMergedAreasOrNullObject: (self) => self.mergedAreas(),
    getSpillingToRange: (self) => requireItem(self.spillingTo()),
    getSpillingToRangeOrNullObject: (self) => self.spillingTo(),
    setCellProperties: (self, [properties]) => self.setHyperlinks(linksAmong(properties, self.box)),
    setRowProperties: (self, [properties]) => setLineProperties(self.book, self.sheetId, self.box, "row", properties),
    setColumnProperties: (self, [properties]) =>
      setLineProperties(self.book, self.sheetId, self.box, "column", properties),
    clear: (self, [applyTo]) => self.clear(typeof applyTo === "string" ? applyTo : "All"),
    merge: (self, args) => self.merge(booleanArgument(args, 0, false)),
    unmerge: (self) => self.unmerge(),
    select: (self) => {
      if (self.book.isHidden(self.sheetId)) throw new ApiError("InvalidOperation");
      self.book.activeSheet = self.sheetId;
      self.book.selection = { sheetId: self.sheetId, box: self.box };
    },
  },
});

/** Several ranges of one sheet. */
export class RangeAreasObject extends WireObject {
  readonly className = "RangeAreas";
  readonly members: BoundMembers = rangeAreasMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly boxes: readonly Box[],
  ) {
    super();
  }

  get ranges(): readonly RangeObject[] {
    return this.boxes.map((box) => new RangeObject(this.book, this.sheetId, box));
  }
}

/** Excel.RangeAreas, as far as it describes its ranges and formats them. */
export const rangeAreasMembers = defineMembers<RangeAreasObject>("RangeAreas", {
  properties: {
    address: {
      get: ({ ranges }) => {
        const [first, ...others] = ranges;
        return [first?.address, ...others.map((range) => formatBox(range.box))].join(",");
      },
    },
    areaCount: { get: ({ ranges }) => ranges.length },
    cellCount: { get: ({ boxes }) => boxes.reduce((sum, box) => sum + rowCount(box) * columnCount(box), 0) },
  },
  navigation: {
    areas: (self) => new RangeCollectionObject(self.ranges),
    format: (self) => new RangeFormatObject(self.book, self.sheetId, self.boxes),
  },
});

/** The ranges of a RangeAreas. */
export class RangeCollectionObject extends WireObject {
  readonly className = "RangeCollection";
  readonly members: BoundMembers = rangeCollectionMembers.bind(this);

  constructor(readonly ranges: readonly RangeObject[]) {
    super();
  }

  override get items(): readonly WireObject[] {
    return this.ranges;
  }
}

/** Excel.RangeCollection. */
export const rangeCollectionMembers = defineMembers<RangeCollectionObject>("RangeCollection", {
  methods: {
    getCount: (self) => self.ranges.length,
    getItemAt: (self, args) => {
      const range = self.ranges[integerArgument(args, 0)];
      if (range === undefined) throw new ApiError("InvalidArgument");
      return range;
    },
  },
});
