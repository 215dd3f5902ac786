import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import type { Book } from "./book";
import { RangeObject, rangeArgument } from "./range";

/** The cells of a worksheet, headings first, that can be filtered on the screen. */
export class AutoFilterObject extends WireObject {
  readonly className = "AutoFilter";
  readonly members: BoundMembers = autoFilterMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  apply([area, ...criteria]: Arguments): void {
    if (criteria.some((one) => one !== undefined && one !== null))
      throw new ApiError("NotImplemented", "Filtering by criteria is not implemented by the stand-in.");
    const { box, sheetId } = rangeArgument(this.book, this.sheetId, area);
    if (sheetId !== this.sheetId) throw new ApiError("InvalidArgument");
    this.remove();
    this.book.beforeWrite(this.sheetId);
    this.book.record(this.sheetId).autoFilter = { box, criteria: false };
  }

  remove(): void {
    const record = this.book.record(this.sheetId);
    if (record.autoFilter === undefined) return;
    const { box, criteria } = record.autoFilter;
    this.book.beforeWrite(this.sheetId);
    // Rows that the criteria hid are shown again; without criteria, hidden rows are the clerk's doing.
    if (criteria && box.bottom > box.top)
      new RangeObject(this.book, this.sheetId, { ...box, top: box.top + 1 }).hide("row", false);
    delete record.autoFilter;
  }

  range(): RangeObject | null {
    const { autoFilter } = this.book.record(this.sheetId);
    return autoFilter === undefined ? null : new RangeObject(this.book, this.sheetId, autoFilter.box);
  }
}

/** Excel.AutoFilter; criteria come only with an opened file. */
export const autoFilterMembers = defineMembers<AutoFilterObject>("AutoFilter", {
  properties: {
    enabled: { get: (self) => self.range() !== null },
    isDataFiltered: { get: (self) => self.book.record(self.sheetId).autoFilter?.criteria === true },
  },
  methods: {
    apply: (self, args) => self.apply(args),
    getRange: (self) => {
      const found = self.range();
      if (found === null) throw new ApiError("ItemNotFound");
      return found;
    },
    getRangeOrNullObject: (self) => self.range(),
    remove: (self) => self.remove(),
  },
});
