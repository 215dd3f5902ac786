import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { requireText, textArgument } from "./arguments";
import type { Book } from "./book";

const longestKey = 255;

/** One custom property of a worksheet; keys do not differ by case. */
export class WorksheetCustomPropertyObject extends WireObject {
  readonly className = "WorksheetCustomProperty";
  readonly members: BoundMembers = worksheetCustomPropertyMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly key: string,
  ) {
    super();
  }

  override get id(): string {
    return this.key;
  }

  get record(): { key: string; value: string } {
    const found = this.book
      .record(this.sheetId)
      .customProperties.find((one) => one.key.toLowerCase() === this.key.toLowerCase());
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }
}

/** Excel.WorksheetCustomProperty. */
export const worksheetCustomPropertyMembers = defineMembers<WorksheetCustomPropertyObject>("WorksheetCustomProperty", {
  properties: {
    key: { get: (self) => self.record.key },
    value: {
      get: (self) => self.record.value,
      set: (self, value) => {
        const text = requireText(value);
        self.book.changed(self.sheetId);
        self.record.value = text;
      },
    },
  },
  methods: {
    delete: (self) => {
      const sheet = self.book.record(self.sheetId);
      const gone = self.record;
      self.book.changed(self.sheetId);
      sheet.customProperties = sheet.customProperties.filter((one) => one !== gone);
    },
  },
});

/** The custom properties of a worksheet. */
export class WorksheetCustomPropertyCollectionObject extends WireObject {
  readonly className = "WorksheetCustomPropertyCollection";
  readonly members: BoundMembers = worksheetCustomPropertyCollectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  override get items(): readonly WorksheetCustomPropertyObject[] {
    return this.book
      .record(this.sheetId)
      .customProperties.map(({ key }) => new WorksheetCustomPropertyObject(this.book, this.sheetId, key));
  }

  find(key: string): WorksheetCustomPropertyObject | null {
    return this.items.find((item) => item.key.toLowerCase() === key.toLowerCase()) ?? null;
  }
}

/** Excel.WorksheetCustomPropertyCollection. */
export const worksheetCustomPropertyCollectionMembers = defineMembers<WorksheetCustomPropertyCollectionObject>(
  "WorksheetCustomPropertyCollection",
  {
    methods: {
      add: (self, args) => {
        const key = textArgument(args, 0);
        const value = textArgument(args, 1);
        if (key === "" || key.length > longestKey) throw new ApiError("InvalidArgument");
        self.book.changed(self.sheetId);
        const present = self.find(key);
        if (present !== null) {
          present.record.value = value;
          return present;
        }
        self.book.record(self.sheetId).customProperties.push({ key, value });
        return new WorksheetCustomPropertyObject(self.book, self.sheetId, key);
      },
      getCount: (self) => self.items.length,
      getItem: (self, args) => {
        const found = self.find(textArgument(args, 0));
        if (found === null) throw new ApiError("ItemNotFound");
        return found;
      },
      getItemOrNullObject: (self, args) => self.find(textArgument(args, 0)),
    },
  },
);
