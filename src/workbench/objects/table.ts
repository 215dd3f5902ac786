import type { Box, TableRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import { columnCount, intersection, isUnbounded, parseBox, rowCount } from "./address";
import { booleanArgument, itemAt, requireBoolean, requireText } from "./arguments";
import type { Book } from "./book";
import { cellContent } from "./cell-content";
import { RangeObject, rangeArgument } from "./range";

/** A table and the sheet that it is on. */
interface Place {
  readonly sheetId: string;
  readonly record: TableRecord;
}

function tablesOf(book: Book, sheetId: string | null): readonly Place[] {
  const sheetIds = sheetId === null ? book.worksheetIds() : [sheetId];
  return sheetIds.flatMap((id) => book.record(id).tables.map((record) => ({ sheetId: id, record })));
}

function checkName(book: Book, name: string, self: TableRecord | null): void {
  const isAllowed =
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
    parseBox(name) === null &&
    !/^[rc]$/i.test(name);
  if (!isAllowed) throw new ApiError("InvalidArgument");
  const isTaken =
    tablesOf(book, null).some(({ record }) => record !== self && record.name.toLowerCase() === name.toLowerCase()) ||
    book.nameRecord(name, null) !== undefined;
  if (isTaken) throw new ApiError("ItemAlreadyExists");
}

/** A table. */
export class TableObject extends WireObject {
  readonly className = "Table";
  readonly members: BoundMembers = tableMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly tableId: number,
  ) {
    super();
  }

  override get id(): string {
    return String(this.tableId);
  }

  get place(): Place {
    const found = tablesOf(this.book, null).find(({ record }) => record.id === this.tableId);
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }

  get record(): TableRecord {
    return this.place.record;
  }

  /** Notes the change to come and gives the record to change. */
  changing(): TableRecord {
    const { record, sheetId } = this.place;
    this.book.beforeWrite(sheetId);
    return record;
  }

  range(box: Box): RangeObject {
    return new RangeObject(this.book, this.place.sheetId, box);
  }

  get body(): Box {
    const { box, hasHeaders, hasTotals } = this.record;
    return { ...box, top: box.top + (hasHeaders ? 1 : 0), bottom: box.bottom - (hasTotals ? 1 : 0) };
  }

  get header(): Box {
    const { box, hasHeaders } = this.record;
    if (!hasHeaders) throw new ApiError("InvalidOperation", "The table has no header row.");
    return { ...box, bottom: box.top };
  }

  get totals(): Box {
    const { box, hasTotals } = this.record;
    if (!hasTotals) throw new ApiError("InvalidOperation", "The table has no total row.");
    return { ...box, top: box.bottom };
  }

  remove(): void {
    const { record, sheetId } = this.place;
    this.book.beforeWrite(sheetId);
    const sheet = this.book.record(sheetId);
    sheet.tables = sheet.tables.filter((one) => one !== record);
  }

  resize(value: unknown): void {
    const { sheetId } = this.place;
    const range = rangeArgument(this.book, sheetId, value);
    const { box } = this.record;
    const isAllowed =
      range.sheetId === sheetId &&
      range.box.top === box.top &&
      rowCount(range.box) >= 2 &&
      intersection(range.box, box) !== null;
    if (!isAllowed) throw new ApiError("InvalidArgument");
    requireFree(this.book, sheetId, range.box, this.record);
    if (this.record.hasTotals)
      throw new ApiError("NotImplemented", "A table with totals cannot be resized in the stand-in.");
    this.changing().box = range.box;
    completeHeaders(this);
  }

  columnNames(): readonly string[] {
    const { box, hasHeaders } = this.record;
    const cells = this.book.engine.cells(this.place.sheetId)[box.top];
    return Array.from({ length: columnCount(box) }, (_, index) =>
      hasHeaders ? String(cellContent(cells?.[box.left + index])) : `Column${index + 1}`,
    );
  }
}

function requireFree(book: Book, sheetId: string, box: Box, self: TableRecord | null): void {
  const overlaps = tablesOf(book, sheetId).some(
    ({ record }) => record !== self && intersection(record.box, box) !== null,
  );
  if (overlaps) throw new ApiError("InvalidArgument", "A table can't overlap another table.");
}

/** Headers are texts that differ: what is missing is filled in, what repeats is numbered. */
function completeHeaders(table: TableObject): void {
  const seen = new Set<string>();
  const names = table.columnNames().map((given, index) => {
    const base = given === "" ? `Column${index + 1}` : given;
    let name = base;
    for (let sequence = 2; seen.has(name.toLowerCase()); sequence += 1) name = `${base}${sequence}`;
    seen.add(name.toLowerCase());
    return name;
  });
  table.range(table.header).enterAll([names.map((name) => `'${name}`)]);
}

/** Excel.Table. */
export const tableMembers = defineMembers<TableObject>("Table", {
  properties: {
    id: { get: (self) => self.id },
    name: {
      get: (self) => self.record.name,
      set: (self, value) => {
        const name = requireText(value);
        checkName(self.book, name, self.record);
        self.changing().name = name;
      },
    },
    showHeaders: { get: (self) => self.record.hasHeaders },
    showTotals: { get: (self) => self.record.hasTotals },
    style: {
      get: (self) => self.record.style ?? "",
      set: (self, value) => {
        const style = requireText(value);
        self.changing().style = style === "" ? null : style;
      },
    },
    showBandedRows: {
      get: (self) => self.record.bandedRows,
      set: (self, value) => {
        const shown = requireBoolean(value);
        self.changing().bandedRows = shown;
      },
    },
    showFilterButton: {
      get: (self) => self.record.filterButtons,
      set: (self, value) => {
        const shown = requireBoolean(value);
        self.changing().filterButtons = shown;
      },
    },
  },
  navigation: {
    columns: (self) => new TableColumnCollectionObject(self),
    rows: (self) => new TableRowCollectionObject(self),
    worksheet: (self) => self.book.make.worksheet(self.place.sheetId),
  },
  methods: {
    convertToRange: (self) => {
      const range = self.range(self.record.box);
      self.remove();
      return range;
    },
    delete: (self) => {
      const range = self.range(self.record.box);
      self.remove();
      range.clear("All");
    },
    getDataBodyRange: (self) => self.range(self.body),
    getHeaderRowRange: (self) => self.range(self.header),
    getRange: (self) => self.range(self.record.box),
    getTotalRowRange: (self) => self.range(self.totals),
    resize: (self, [range]) => self.resize(range),
  },
});

/** The tables of a sheet, or of the workbook. */
export class TableCollectionObject extends WireObject {
  readonly className = "TableCollection";
  readonly members: BoundMembers = tableCollectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string | null,
  ) {
    super();
  }

  override get items(): readonly TableObject[] {
    return tablesOf(this.book, this.sheetId).map(({ record }) => new TableObject(this.book, record.id));
  }

  find(key: unknown): TableObject | null {
    const wanted = String(key).toLowerCase();
    return this.items.find((table) => table.id === wanted || table.record.name.toLowerCase() === wanted) ?? null;
  }

  add(args: Arguments): TableObject {
    const { book } = this;
    const range = rangeArgument(book, this.sheetId ?? book.activeSheet, args[0]);
    if (this.sheetId !== null && range.sheetId !== this.sheetId) throw new ApiError("InvalidArgument");
    if (isUnbounded(range.box)) throw new ApiError("InvalidArgument");
    if (!booleanArgument(args, 1, false))
      throw new ApiError("NotImplemented", "A table without headers is not implemented by the stand-in.");
    requireFree(book, range.sheetId, range.box, null);
    if (range.merges().length > 0) throw new ApiError("InvalidOperation", "A table cannot hold merged cells.");
    book.beforeWrite(range.sheetId);
    const all = tablesOf(book, null).map(({ record }) => record);
    let sequence = all.length + 1;
    const isTaken = (name: string) => all.some((record) => record.name.toLowerCase() === name.toLowerCase());
    while (isTaken(`Table${sequence}`)) sequence += 1;
    const id = Math.max(0, ...all.map((record) => record.id)) + 1;
    // A table of headers only gets the row below for its first record.
    const box = rowCount(range.box) === 1 ? { ...range.box, bottom: range.box.bottom + 1 } : range.box;
    book.record(range.sheetId).tables.push({
      id,
      name: `Table${sequence}`,
      box,
      hasHeaders: true,
      hasTotals: false,
      style: "TableStyleMedium2",
      bandedRows: true,
      filterButtons: true,
      part: null,
    });
    const table = new TableObject(book, id);
    completeHeaders(table);
    return table;
  }
}

/** Excel.TableCollection. */
export const tableCollectionMembers = defineMembers<TableCollectionObject>("TableCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    add: (self, args) => self.add(args),
    getCount: (self) => self.items.length,
    getItem: (self, [key]) => {
      const found = self.find(key);
      if (found === null) throw new ApiError("ItemNotFound");
      return found;
    },
    getItemAt: (self, args) => itemAt(self.items, args),
    getItemOrNullObject: (self, [key]) => self.find(key),
  },
});

/** A column of a table. */
export class TableColumnObject extends WireObject {
  readonly className = "TableColumn";
  readonly members: BoundMembers = tableColumnMembers.bind(this);

  constructor(
    readonly table: TableObject,
    readonly index: number,
  ) {
    super();
  }

  override get id(): number {
    return this.index + 1;
  }

  part(box: Box): RangeObject {
    const column = box.left + this.index;
    if (column > box.right) throw new ApiError("ItemNotFound");
    return this.table.range({ ...box, left: column, right: column });
  }
}

/** Excel.TableColumn. */
export const tableColumnMembers = defineMembers<TableColumnObject>("TableColumn", {
  properties: {
    id: { get: (self) => self.id },
    index: { get: (self) => self.index },
    name: {
      get: (self) => self.table.columnNames()[self.index],
      set: (self, value) => {
        const name = requireText(value);
        const isTaken = self.table
          .columnNames()
          .some((other, index) => index !== self.index && other.toLowerCase() === name.toLowerCase());
        if (name === "" || isTaken) throw new ApiError("InvalidArgument");
        self.part(self.table.header).enterAll(`'${name}`);
      },
    },
    values: { calculated: true, get: (self) => self.part(self.table.record.box).grid(cellContent) },
  },
  methods: {
    getDataBodyRange: (self) => self.part(self.table.body),
    getHeaderRowRange: (self) => self.part(self.table.header),
    getRange: (self) => self.part(self.table.record.box),
    getTotalRowRange: (self) => self.part(self.table.totals),
  },
});

/** The columns of a table. */
export class TableColumnCollectionObject extends WireObject {
  readonly className = "TableColumnCollection";
  readonly members: BoundMembers = tableColumnCollectionMembers.bind(this);

  constructor(readonly table: TableObject) {
    super();
  }

  override get items(): readonly TableColumnObject[] {
    return this.table.columnNames().map((_, index) => new TableColumnObject(this.table, index));
  }

  find(key: unknown): TableColumnObject | null {
    if (typeof key === "number") return this.items.find((column) => column.id === key) ?? null;
    const index = this.table.columnNames().findIndex((name) => name.toLowerCase() === String(key).toLowerCase());
    return this.items[index] ?? null;
  }
}

/** Excel.TableColumnCollection. */
export const tableColumnCollectionMembers = defineMembers<TableColumnCollectionObject>("TableColumnCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    getCount: (self) => self.items.length,
    getItem: (self, [key]) => {
      const found = self.find(key);
      if (found === null) throw new ApiError("ItemNotFound");
      return found;
    },
    getItemAt: (self, args) => itemAt(self.items, args),
    getItemOrNullObject: (self, [key]) => self.find(key),
  },
});

/** A row of a table's body. */
export class TableRowObject extends WireObject {
  readonly className = "TableRow";
  readonly members: BoundMembers = tableRowMembers.bind(this);

  constructor(
    readonly table: TableObject,
    readonly index: number,
  ) {
    super();
  }

  range(): RangeObject {
    const { body } = this.table;
    const row = body.top + this.index;
    if (row > body.bottom) throw new ApiError("ItemNotFound");
    return this.table.range({ ...body, top: row, bottom: row });
  }

  /** Deletes the row where it is the last one of several; the cells below the table are not moved. */
  delete(): void {
    const row = this.range();
    const { body, record } = this.table;
    if (row.box.top !== body.bottom || body.top === body.bottom || record.hasTotals)
      throw new ApiError("NotImplemented", "The last of several rows of tables without totals can be deleted only.");
    row.clear("Contents");
    const changing = this.table.changing();
    changing.box = { ...changing.box, bottom: changing.box.bottom - 1 };
  }
}

/** Excel.TableRow. */
export const tableRowMembers = defineMembers<TableRowObject>("TableRow", {
  properties: {
    index: { get: (self) => self.index },
    values: {
      calculated: true,
      get: (self) => self.range().grid(cellContent),
      set: (self, value) => self.range().enterAll(value),
    },
  },
  methods: {
    getRange: (self) => self.range(),
    delete: (self) => self.delete(),
  },
});

/** The rows of a table's body. */
export class TableRowCollectionObject extends WireObject {
  readonly className = "TableRowCollection";
  readonly members: BoundMembers = tableRowCollectionMembers.bind(this);

  constructor(readonly table: TableObject) {
    super();
  }

  override get items(): readonly TableRowObject[] {
    return Array.from({ length: rowCount(this.table.body) }, (_, index) => new TableRowObject(this.table, index));
  }

  /** Adds rows at the end, where the cells below the table are free. */
  add(args: Arguments): TableRowObject {
    const { table } = this;
    const [index, given] = args;
    const count = rowCount(table.body);
    const isAtEnd = index === null || index === undefined || index === -1 || index === count;
    if (!isAtEnd || table.record.hasTotals)
      throw new ApiError("NotImplemented", "Rows are added at the end of tables without totals only.");
    const values: unknown = Array.isArray(given) && !Array.isArray(given[0]) ? [given] : given;
    if (!Array.isArray(values)) throw new ApiError("InvalidArgument");
    const { box } = table.record;
    const added = table.range({ ...box, top: box.bottom + 1, bottom: box.bottom + values.length });
    added.requireSize(values.length, Array.isArray(values[0]) ? values[0].length : -1);
    if (table.book.usedBox(added.sheetId, added.box, true) !== null) {
      throw new ApiError("NotImplemented", "Cells below a table are not moved by the stand-in.");
    }
    requireFree(table.book, added.sheetId, added.box, table.record);
    const record = table.changing();
    added.enterAll(values);
    record.box = { ...box, bottom: added.box.bottom };
    return new TableRowObject(table, count);
  }
}

/** Excel.TableRowCollection. */
export const tableRowCollectionMembers = defineMembers<TableRowCollectionObject>("TableRowCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    add: (self, args) => self.add(args),
    getCount: (self) => self.items.length,
    getItemAt: (self, args) => itemAt(self.items, args),
  },
});
