import type { Box, ConditionalFormatRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { contains, intersection, sameBox } from "./address";
import { itemAt, requireOneOf, requireText, textArgument } from "./arguments";
import type { Book } from "./book";
import { colourFrom } from "./colour";

type ColourScaleRecord = Extract<ConditionalFormatRecord, { kind: "colorScale" }>;
type DataBarRecord = Extract<ConditionalFormatRecord, { kind: "dataBar" }>;
type ScalePoint = ColourScaleRecord["points"][number];

const pointTypes: Readonly<Record<string, ScalePoint["type"]>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
};
const pointTypeNames: Readonly<Record<ScalePoint["type"], string>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
};
const notHere = (what: string) => new ApiError("NotImplemented", `${what} is not implemented by the stand-in.`);

/** Reads `formula` of a rule: a number, or a formula that is only a number. */
function numberFrom(formula: unknown, what: string): number {
  const text = typeof formula === "string" ? formula.replace(/^=/, "").trim() : "";
  const value = typeof formula === "number" ? formula : Number(text === "" ? Number.NaN : text);
  if (Number.isNaN(value)) throw notHere(what);
  return value;
}

function pointFrom(value: unknown): ScalePoint {
  if (!isRecord(value)) throw new ApiError("InvalidArgument");
  const type = pointTypes[requireText(value["type"])];
  if (type === undefined) throw notHere(`ConditionalColorScaleCriterion.type ${String(value["type"])}`);
  return {
    type,
    value:
      type === "num" || type === "percent"
        ? numberFrom(value["formula"], "ConditionalColorScaleCriterion.formula")
        : null,
    colour: colourFrom(value["color"]),
  };
}

const pointTo = (point: ScalePoint) => ({
  type: pointTypeNames[point.type],
  color: point.colour,
  formula: point.value === null ? null : `=${point.value}`,
});

/** The colour scale of a conditional format. */
export class ColorScaleConditionalFormatObject extends WireObject {
  readonly className = "ColorScaleConditionalFormat";
  readonly members: BoundMembers = colorScaleConditionalFormatMembers.bind(this);

  constructor(
    readonly format: ConditionalFormatObject,
    readonly record: ColourScaleRecord,
  ) {
    super();
  }
}

/** Excel.ColorScaleConditionalFormat with two or three points. */
export const colorScaleConditionalFormatMembers = defineMembers<ColorScaleConditionalFormatObject>(
  "ColorScaleConditionalFormat",
  {
    properties: {
      threeColorScale: { get: ({ record }) => record.points.length === 3 },
      criteria: {
        get: ({ record }) => {
          const [minimum, ...rest] = record.points.map(pointTo);
          const maximum = rest.at(-1);
          return rest.length === 2 ? { minimum, midpoint: rest[0], maximum } : { minimum, maximum };
        },
        set: ({ format, record }, value) => {
          if (!isRecord(value)) throw new ApiError("InvalidArgument");
          const parts = [value["minimum"], value["midpoint"], value["maximum"]].filter(
            (part) => part !== undefined && part !== null,
          );
          if (parts.length < 2) throw new ApiError("InvalidArgument");
          const points = parts.map(pointFrom);
          format.beforeChange();
          record.points = points;
        },
      },
    },
  },
);

type BoundRule = { readonly type: string; readonly formula?: string };

function boundFrom(value: unknown, automatic: "LowestValue" | "HighestValue"): number | null {
  if (!isRecord(value)) throw new ApiError("InvalidArgument");
  const type = requireText(value["type"]);
  if (type === "Automatic" || type === automatic) return null;
  if (type !== "Number") throw notHere(`ConditionalDataBarRule.type ${type}`);
  return numberFrom(value["formula"], "ConditionalDataBarRule.formula");
}

const boundTo = (value: number | null): BoundRule =>
  value === null ? { type: "Automatic" } : { type: "Number", formula: `=${value}` };

/** The data bar of a conditional format. */
export class DataBarConditionalFormatObject extends WireObject {
  readonly className = "DataBarConditionalFormat";
  readonly members: BoundMembers = dataBarConditionalFormatMembers.bind(this);

  constructor(
    readonly format: ConditionalFormatObject,
    readonly record: DataBarRecord,
  ) {
    super();
  }
}

/** Excel.DataBarConditionalFormat: bounds and colour. */
export const dataBarConditionalFormatMembers = defineMembers<DataBarConditionalFormatObject>(
  "DataBarConditionalFormat",
  {
    properties: {
      lowerBoundRule: {
        get: ({ record }) => boundTo(record.minimum),
        set: ({ format, record }, value) => {
          const minimum = boundFrom(value, "LowestValue");
          format.beforeChange();
          record.minimum = minimum;
        },
      },
      upperBoundRule: {
        get: ({ record }) => boundTo(record.maximum),
        set: ({ format, record }, value) => {
          const maximum = boundFrom(value, "HighestValue");
          format.beforeChange();
          record.maximum = maximum;
        },
      },
    },
    navigation: {
      positiveFormat: (self) => new ConditionalDataBarPositiveFormatObject(self.format, self.record),
    },
  },
);

/** How the bar of a positive number looks. */
export class ConditionalDataBarPositiveFormatObject extends WireObject {
  readonly className = "ConditionalDataBarPositiveFormat";
  readonly members: BoundMembers = conditionalDataBarPositiveFormatMembers.bind(this);

  constructor(
    readonly format: ConditionalFormatObject,
    readonly record: DataBarRecord,
  ) {
    super();
  }
}

/** Excel.ConditionalDataBarPositiveFormat: its colour. */
export const conditionalDataBarPositiveFormatMembers = defineMembers<ConditionalDataBarPositiveFormatObject>(
  "ConditionalDataBarPositiveFormat",
  {
    properties: {
      fillColor: {
        get: ({ record }) => record.colour,
        set: ({ format, record }, value) => {
          const colour = colourFrom(value);
          format.beforeChange();
          record.colour = colour;
        },
      },
    },
  },
);

/** One conditional format. */
export class ConditionalFormatObject extends WireObject {
  readonly className = "ConditionalFormat";
  readonly members: BoundMembers = conditionalFormatMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly recordId: string,
  ) {
    super();
  }

  override get id(): string {
    return this.recordId;
  }

  get record(): ConditionalFormatRecord {
    const record = this.book.record(this.sheetId).conditionalFormats.find((one) => one.id === this.recordId);
    if (record === undefined) throw new ApiError("ItemNotFound");
    return record;
  }

  /** Notes the change to come; a rule that came from the file is written anew. */
  beforeChange(): void {
    this.book.beforeWrite(this.sheetId);
    this.record.written = false;
  }

  colourScale(): WireObject | null {
    const { record } = this;
    return record.kind === "colorScale" ? new ColorScaleConditionalFormatObject(this, record) : null;
  }

  dataBar(): WireObject | null {
    const { record } = this;
    return record.kind === "dataBar" ? new DataBarConditionalFormatObject(this, record) : null;
  }
}

function requireKind(found: WireObject | null): WireObject {
  if (found === null) throw new ApiError("InvalidOperation", "The conditional format is of another type.");
  return found;
}

/** Excel.ConditionalFormat. */
export const conditionalFormatMembers = defineMembers<ConditionalFormatObject>("ConditionalFormat", {
  properties: {
    id: { get: (self) => self.recordId },
    priority: { get: (self) => self.record.priority },
    type: {
      get: ({ record }) => {
        switch (record.kind) {
          case "colorScale":
            return "ColorScale";
          case "dataBar":
            return "DataBar";
          case "opaque":
            return "Custom";
        }
      },
    },
  },
  navigation: {
    colorScale: (self) => requireKind(self.colourScale()),
    colorScaleOrNullObject: (self) => self.colourScale(),
    dataBar: (self) => requireKind(self.dataBar()),
    dataBarOrNullObject: (self) => self.dataBar(),
  },
  methods: {
    delete: (self) => {
      self.beforeChange();
      const sheet = self.book.record(self.sheetId);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((record) => record.id !== self.recordId);
    },
    getRange: (self) => self.book.make.range(self.sheetId, self.record.box),
  },
});

/** The conditional formats that touch a range. */
export class ConditionalFormatCollectionObject extends WireObject {
  readonly className = "ConditionalFormatCollection";
  readonly members: BoundMembers = conditionalFormatCollectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly box: Box,
  ) {
    super();
  }

  override get items(): readonly ConditionalFormatObject[] {
    return this.book
      .record(this.sheetId)
      .conditionalFormats.filter((record) => intersection(record.box, this.box) !== null)
      .map((record) => new ConditionalFormatObject(this.book, this.sheetId, record.id));
  }

  add(type: unknown): ConditionalFormatObject {
    const kind = requireOneOf(type, [
      "ColorScale",
      "DataBar",
      "Custom",
      "IconSet",
      "TopBottom",
      "PresetCriteria",
      "ContainsText",
      "CellValue",
    ]);
    const records = this.book.record(this.sheetId).conditionalFormats;
    const ids = new Set(records.map((record) => record.id));
    let sequence = records.length + 1;
    while (ids.has(`cf${sequence}`)) sequence += 1;
    const common = {
      id: `cf${sequence}`,
      box: this.box,
      priority: Math.max(0, ...records.map((record) => record.priority)) + 1,
      written: false,
    };
    if (kind !== "ColorScale" && kind !== "DataBar") throw notHere(`ConditionalFormatCollection.add(${kind})`);
    this.book.beforeWrite(this.sheetId);
    records.push(
      kind === "ColorScale"
        ? {
            ...common,
            kind: "colorScale",
            points: [
              { type: "min", value: null, colour: "#FFFFFF" },
              { type: "max", value: null, colour: "#63BE7B" },
            ],
          }
        : { ...common, kind: "dataBar", minimum: null, maximum: null, colour: "#638EC6" },
    );
    return new ConditionalFormatObject(this.book, this.sheetId, common.id);
  }

  clearAll(): void {
    const sheet = this.book.record(this.sheetId);
    const touching = sheet.conditionalFormats.filter((record) => intersection(record.box, this.box) !== null);
    if (touching.length === 0) return;
    if (touching.some((record) => !contains(this.box, record.box) && !sameBox(this.box, record.box))) {
      throw notHere("Clearing part of the area of a conditional format");
    }
    this.book.beforeWrite(this.sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.filter((record) => !touching.includes(record));
  }
}

/** Excel.ConditionalFormatCollection. */
export const conditionalFormatCollectionMembers = defineMembers<ConditionalFormatCollectionObject>(
  "ConditionalFormatCollection",
  {
    methods: {
      add: (self, [type]) => self.add(type),
      clearAll: (self) => self.clearAll(),
      getCount: (self) => self.items.length,
      getItem: (self, args) => {
        const id = textArgument(args, 0);
        const found = self.items.find((item) => item.recordId === id);
        if (found === undefined) throw new ApiError("ItemNotFound");
        return found;
      },
      getItemAt: (self, args) => itemAt(self.items, args),
    },
  },
);
