import type { NameRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import { formatAbsoluteBox, parseBox, quoteSheet } from "./address";
import { requireBoolean, requireText, textArgument } from "./arguments";
import type { Book } from "./book";
import { RangeObject } from "./range";

/** A defined name. */
export class NamedItemObject extends WireObject {
  readonly className = "NamedItem";
  readonly members: BoundMembers = namedItemMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly scope: string | null,
    readonly name: string,
  ) {
    super();
  }

  override get id(): string {
    return this.name;
  }

  get record(): NameRecord {
    const found = this.book.nameRecord(this.name, this.scope);
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }

  range(): RangeObject | null {
    const found = this.book.locate(this.record.formula, this.scope ?? this.book.activeSheet);
    return found === null ? null : new RangeObject(this.book, found.sheetId, found.box);
  }

  /** The range's address; a number, text, TRUE or FALSE that the name stands for. */
  get value(): { readonly type: string; readonly value: string | number | boolean } {
    const { formula } = this.record;
    if (this.range() !== null) return { type: "Range", value: formula };
    if (/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(formula)) return { type: "Double", value: Number(formula) };
    if (/^(?:TRUE|FALSE)$/i.test(formula)) return { type: "Boolean", value: formula.toUpperCase() === "TRUE" };
    const text = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
    if (text !== undefined) return { type: "String", value: text.replaceAll('""', '"') };
    if (/#REF!/i.test(formula)) return { type: "Error", value: "#REF!" };
    throw new ApiError("NotImplemented", "The value of a name that is a formula is not implemented by the stand-in.");
  }
}

/** Excel.NamedItem. */
export const namedItemMembers = defineMembers<NamedItemObject>("NamedItem", {
  properties: {
    name: { get: (self) => self.record.name },
    formula: {
      get: (self) => `=${self.record.formula}`,
      set: (self, value) => {
        const formula = requireText(value).replace(/^=/, "");
        self.record.formula = formula;
        self.book.namesChanged();
      },
    },
    scope: { get: (self) => (self.scope === null ? "Workbook" : "Worksheet") },
    type: { get: (self) => self.value.type },
    value: { get: (self) => self.value.value },
    visible: {
      get: (self) => !self.record.hidden,
      set: (self, value) => {
        self.record.hidden = !requireBoolean(value);
      },
    },
  },
  methods: {
    delete: (self) => {
      const gone = self.record;
      self.book.document.names = self.book.document.names.filter((record) => record !== gone);
      self.book.namesChanged();
    },
    getRange: (self) => {
      const range = self.range();
      if (range === null) throw new ApiError("ItemNotFound");
      return range;
    },
    getRangeOrNullObject: (self) => self.range(),
  },
});

/** The names of the workbook, or of one sheet. */
export class NamedItemCollectionObject extends WireObject {
  readonly className = "NamedItemCollection";
  readonly members: BoundMembers = namedItemCollectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly scope: string | null,
  ) {
    super();
  }

  override get items(): readonly NamedItemObject[] {
    return this.book.document.names
      .filter((record) => record.sheet === this.scope)
      .map((record) => new NamedItemObject(this.book, this.scope, record.name));
  }

  find(name: string): NamedItemObject | null {
    return this.book.nameRecord(name, this.scope) === undefined
      ? null
      : new NamedItemObject(this.book, this.scope, name);
  }

  add(args: Arguments): NamedItemObject {
    const name = textArgument(args, 0);
    const [, reference] = args;
    if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseBox(name) !== null)
      throw new ApiError("InvalidArgument");
    if (this.find(name) !== null) throw new ApiError("ItemAlreadyExists");
    const formula =
      reference instanceof RangeObject
        ? `${quoteSheet(reference.sheet.name)}!${formatAbsoluteBox(reference.box)}`
        : requireText(reference).replace(/^=/, "");
    this.book.document.names.push({ name, formula, sheet: this.scope, hidden: false });
    this.book.namesChanged();
    return new NamedItemObject(this.book, this.scope, name);
  }
}

/** Excel.NamedItemCollection. */
export const namedItemCollectionMembers = defineMembers<NamedItemCollectionObject>("NamedItemCollection", {
  methods: {
    add: (self, args) => self.add(args),
    getCount: (self) => self.items.length,
    getItem: (self, args) => {
      const found = self.find(textArgument(args, 0));
      if (found === null) throw new ApiError("ItemNotFound");
      return found;
    },
    getItemOrNullObject: (self, args) => self.find(textArgument(args, 0)),
  },
});
