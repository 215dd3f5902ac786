import type { CustomXmlRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { textArgument } from "./arguments";
import type { Book } from "./book";

/** Namespace of the root element; null where it has none. Refuses what is not one XML element. */
function rootNamespace(xml: string): string | null {
  const text = xml.replace(/^\uFEFF?\s*(?:<\?xml[\s\S]*?\?>)?(?:\s|<!--[\s\S]*?-->)*/, "").trimEnd();
  const root = /^<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/.exec(text);
  if (root === null) throw new ApiError("InvalidArgument");
  const [start, prefix, name, attributes = "", selfClosing] = root;
  const tag = prefix === undefined ? name : `${prefix}:${name}`;
  const isClosed = selfClosing === "/" ? text === start : text.endsWith(`</${tag}>`);
  if (!isClosed) throw new ApiError("InvalidArgument");
  const declaration = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const found = new RegExp(`\\s${declaration}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? null;
}

/** A custom XML part of the workbook. */
export class CustomXmlPartObject extends WireObject {
  readonly className = "CustomXmlPart";
  readonly members: BoundMembers = customXmlPartMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly recordId: string,
  ) {
    super();
  }

  override get id(): string {
    return this.recordId;
  }

  get record(): CustomXmlRecord {
    const found = this.book.document.customXml.find((one) => one.id === this.recordId);
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }
}

/** Excel.CustomXmlPart. */
export const customXmlPartMembers = defineMembers<CustomXmlPartObject>("CustomXmlPart", {
  properties: {
    id: { get: (self) => self.record.id },
    namespaceUri: { get: (self) => self.record.namespace ?? "" },
  },
  methods: {
    delete: (self) => {
      const gone = self.record;
      self.book.document.customXml = self.book.document.customXml.filter((one) => one !== gone);
    },
    getXml: (self) => self.record.xml,
    setXml: (self, args) => {
      const xml = textArgument(args, 0);
      self.record.namespace = rootNamespace(xml);
      self.record.xml = xml;
    },
  },
});

abstract class PartCollection extends WireObject {
  constructor(readonly book: Book) {
    super();
  }

  abstract records(): readonly CustomXmlRecord[];

  override get items(): readonly CustomXmlPartObject[] {
    return this.records().map(({ id }) => new CustomXmlPartObject(this.book, id));
  }

  find(id: string): CustomXmlPartObject | null {
    return this.items.find((item) => item.recordId.toLowerCase() === id.toLowerCase()) ?? null;
  }

  require(id: string): CustomXmlPartObject {
    const found = this.find(id);
    if (found === null) throw new ApiError("ItemNotFound");
    return found;
  }
}

/** The custom XML parts of the workbook. */
export class CustomXmlPartCollectionObject extends PartCollection {
  readonly className = "CustomXmlPartCollection";
  readonly members: BoundMembers = customXmlPartCollectionMembers.bind(this);

  records(): readonly CustomXmlRecord[] {
    return this.book.document.customXml;
  }

  /** Ids follow the order of their making, so that runs repeat. */
  add(xml: string): CustomXmlPartObject {
    const namespace = rootNamespace(xml);
    let sequence = this.records().length;
    let id: string;
    do {
      sequence += 1;
      id = `{00000000-0000-4000-8000-${sequence.toString(16).toUpperCase().padStart(12, "0")}}`;
    } while (this.find(id) !== null);
    this.book.document.customXml.push({ id, namespace, xml, part: null });
    return new CustomXmlPartObject(this.book, id);
  }
}

/** Excel.CustomXmlPartCollection. */
export const customXmlPartCollectionMembers = defineMembers<CustomXmlPartCollectionObject>("CustomXmlPartCollection", {
  methods: {
    add: (self, args) => self.add(textArgument(args, 0)),
    getByNamespace: (self, args) => new CustomXmlPartScopedCollectionObject(self.book, textArgument(args, 0)),
    getCount: (self) => self.items.length,
    getItem: (self, args) => self.require(textArgument(args, 0)),
    getItemOrNullObject: (self, args) => self.find(textArgument(args, 0)),
  },
});

/** The custom XML parts of one namespace. */
export class CustomXmlPartScopedCollectionObject extends PartCollection {
  readonly className = "CustomXmlPartScopedCollection";
  readonly members: BoundMembers = customXmlPartScopedCollectionMembers.bind(this);

  constructor(
    book: Book,
    readonly namespace: string,
  ) {
    super(book);
  }

  records(): readonly CustomXmlRecord[] {
    return this.book.document.customXml.filter((record) => record.namespace === this.namespace);
  }
}

/** Excel.CustomXmlPartScopedCollection. */
export const customXmlPartScopedCollectionMembers = defineMembers<CustomXmlPartScopedCollectionObject>(
  "CustomXmlPartScopedCollection",
  {
    methods: {
      getCount: (self) => self.items.length,
      getItem: (self, args) => self.require(textArgument(args, 0)),
      getItemOrNullObject: (self, args) => self.find(textArgument(args, 0)),
      getOnlyItem: (self) => {
        const [only, ...others] = self.items;
        if (only === undefined) throw new ApiError("ItemNotFound");
        if (others.length > 0) throw new ApiError("InvalidOperation");
        return only;
      },
      getOnlyItemOrNullObject: (self) => (self.items.length === 1 ? (self.items[0] ?? null) : null),
    },
  },
);
