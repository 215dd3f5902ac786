import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
} from "@univerjs/core";
import type { Box } from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { isUnbounded } from "./address";
import { requireBoolean, requireNumber, requireOneOf, requireText } from "./arguments";
import type { Book, StyleChange } from "./book";
import { cellContent } from "./cell-content";
import { colourFrom } from "./colour";
import { cellText } from "./number-format";
import { patternOf } from "./styles";

/** Points per pixel: Univer measures rows and columns in pixels, Excel's interface in points. */
export const pointsPerPixel = 0.75;

/** Pixels by which one step of indentation moves the text; an indented style keeps its depth as left padding. */
const indentPixels = 9;

/** One part of the formatting of a range, or of several ranges of one sheet. */
abstract class RangePart extends WireObject {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly boxes: readonly Box[],
  ) {
    super();
  }

  /** What all cells have in common; null where they differ. */
  common<V>(of: (style: IStyleData) => V): V | null {
    const { book, boxes, sheetId } = this;
    const sheet = book.sheet(sheetId);
    const known = new Map<unknown, V>();
    let first: V | undefined;
    for (const box of boxes) {
      const bounded = isUnbounded(box)
        ? { ...box, bottom: Math.min(box.bottom, sheet.rowCount), right: Math.min(box.right, sheet.columnCount) }
        : box;
      for (let row = bounded.top; row <= bounded.bottom; row += 1) {
        for (let column = bounded.left; column <= bounded.right; column += 1) {
          const style = book.styleAt(sheet, sheet.cellData[row]?.[column], row, column);
          let value = known.get(style);
          if (value === undefined) {
            value = of(book.styles.of(style));
            known.set(style, value);
          }
          first ??= value;
          if (value !== first) return null;
        }
      }
    }
    return first ?? null;
  }

  change(change: StyleChange): void {
    this.book.beforeWrite(this.sheetId);
    for (const box of this.boxes) this.book.restyle(this.sheetId, box, change);
  }
}

const flag = (value: boolean) => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

/** Font of a range. */
export class RangeFontObject extends RangePart {
  readonly className = "RangeFont";
  readonly members: BoundMembers = rangeFontMembers.bind(this);
}

/** Excel.RangeFont. */
export const rangeFontMembers = defineMembers<RangeFontObject>("RangeFont", {
  properties: {
    bold: {
      get: (self) => self.common((style) => style.bl === BooleanNumber.TRUE),
      set: (self, value) => {
        const bl = flag(requireBoolean(value));
        self.change((style) => ({ ...style, bl }));
      },
    },
    italic: {
      get: (self) => self.common((style) => style.it === BooleanNumber.TRUE),
      set: (self, value) => {
        const it = flag(requireBoolean(value));
        self.change((style) => ({ ...style, it }));
      },
    },
    underline: {
      get: (self) => self.common((style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None")),
      set: (self, value) => {
        const s = flag(requireOneOf(value, underlines) !== "None");
        self.change((style) => ({ ...style, ul: { s } }));
      },
    },
    strikethrough: {
      get: (self) => self.common((style) => style.st?.s === BooleanNumber.TRUE),
      set: (self, value) => {
        const s = flag(requireBoolean(value));
        self.change((style) => ({ ...style, st: { s } }));
      },
    },
    color: {
      get: (self) => self.common((style) => style.cl?.rgb ?? "#000000"),
      set: (self, value) => {
        const rgb = colourFrom(value);
        self.change((style) => ({ ...style, cl: { rgb } }));
      },
    },
    name: {
      get: (self) => self.common((style) => style.ff ?? self.book.defaultFont.name),
      set: (self, value) => {
        const ff = requireText(value);
        self.change((style) => ({ ...style, ff }));
      },
    },
    size: {
      get: (self) => self.common((style) => style.fs ?? self.book.defaultFont.size),
      set: (self, value) => {
        const fs = requireNumber(value, 1, 409);
        self.change((style) => ({ ...style, fs }));
      },
    },
  },
});

/** Fill of a range. */
export class RangeFillObject extends RangePart {
  readonly className = "RangeFill";
  readonly members: BoundMembers = rangeFillMembers.bind(this);
}

/** Excel.RangeFill: a solid colour or none. */
export const rangeFillMembers = defineMembers<RangeFillObject>("RangeFill", {
  properties: {
    color: {
      get: (self) => self.common((style) => style.bg?.rgb ?? "#FFFFFF"),
      set: (self, value) => {
        const rgb = colourFrom(value);
        self.change((style) => ({ ...style, bg: { rgb } }));
      },
    },
  },
  methods: {
    clear: (self) => {
      self.change(({ bg: _cleared, ...style }) => style);
    },
  },
});

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;
type LineStyle = (typeof lineStyles)[number];
type Weight = (typeof weights)[number];

/** Style and weight of each of Univer's (and the file's) border types. */
const borderTypes: readonly { readonly type: BorderStyleTypes; readonly style: LineStyle; readonly weight: Weight }[] =
  [
    { type: BorderStyleTypes.THIN, style: "Continuous", weight: "Thin" },
    { type: BorderStyleTypes.HAIR, style: "Continuous", weight: "Hairline" },
    { type: BorderStyleTypes.MEDIUM, style: "Continuous", weight: "Medium" },
    { type: BorderStyleTypes.THICK, style: "Continuous", weight: "Thick" },
    { type: BorderStyleTypes.DASHED, style: "Dash", weight: "Thin" },
    { type: BorderStyleTypes.MEDIUM_DASHED, style: "Dash", weight: "Medium" },
    { type: BorderStyleTypes.DASH_DOT, style: "DashDot", weight: "Thin" },
    { type: BorderStyleTypes.MEDIUM_DASH_DOT, style: "DashDot", weight: "Medium" },
    { type: BorderStyleTypes.DASH_DOT_DOT, style: "DashDotDot", weight: "Thin" },
    { type: BorderStyleTypes.MEDIUM_DASH_DOT_DOT, style: "DashDotDot", weight: "Medium" },
    { type: BorderStyleTypes.DOTTED, style: "Dot", weight: "Thin" },
    { type: BorderStyleTypes.DOUBLE, style: "Double", weight: "Thick" },
    { type: BorderStyleTypes.SLANT_DASH_DOT, style: "SlantDashDot", weight: "Medium" },
  ];

function borderType(style: LineStyle, weight: Weight): BorderStyleTypes {
  const exact = borderTypes.find((entry) => entry.style === style && entry.weight === weight);
  return (exact ?? borderTypes.find((entry) => entry.style === style))?.type ?? BorderStyleTypes.NONE;
}

type Edge = "t" | "b" | "l" | "r" | "tl_br" | "bl_tr";

/** Cells that have a side of a range, and on which of their edges. */
interface SidePlace {
  readonly box: Box;
  readonly edge: Edge;
}

/** Where a side of a range lies. */
function placesOf(side: Side, box: Box): readonly SidePlace[] {
  switch (side) {
    case "EdgeTop":
      return [{ box: { ...box, bottom: box.top }, edge: "t" }];
    case "EdgeBottom":
      return [{ box: { ...box, top: box.bottom }, edge: "b" }];
    case "EdgeLeft":
      return [{ box: { ...box, right: box.left }, edge: "l" }];
    case "EdgeRight":
      return [{ box: { ...box, left: box.right }, edge: "r" }];
    case "InsideHorizontal":
      if (box.top === box.bottom) return [];
      return [
        { box: { ...box, bottom: box.bottom - 1 }, edge: "b" },
        { box: { ...box, top: box.top + 1 }, edge: "t" },
      ];
    case "InsideVertical":
      if (box.left === box.right) return [];
      return [
        { box: { ...box, right: box.right - 1 }, edge: "r" },
        { box: { ...box, left: box.left + 1 }, edge: "l" },
      ];
    case "DiagonalDown":
      return [{ box, edge: "tl_br" }];
    case "DiagonalUp":
      return [{ box, edge: "bl_tr" }];
  }
}

/** One side of a range's borders. */
export class RangeBorderObject extends RangePart {
  readonly className = "RangeBorder";
  readonly members: BoundMembers = rangeBorderMembers.bind(this);

  constructor(
    book: Book,
    sheetId: string,
    boxes: readonly Box[],
    readonly side: Side,
  ) {
    super(book, sheetId, boxes);
  }

  override get id(): string {
    return this.side;
  }

  get places(): readonly SidePlace[] {
    return this.boxes.flatMap((box) => placesOf(this.side, box));
  }

  /** What the cells on this side have in common; null where they differ. */
  line<V>(of: (line: IBorderStyleData | undefined) => V): V | null {
    const values = this.places.map(({ box, edge }) =>
      new RangeBorderObject(this.book, this.sheetId, [box], this.side).common((style) =>
        of(style.bd?.[edge] ?? undefined),
      ),
    );
    const first = values[0] ?? null;
    return values.every((value) => value === first) ? first : null;
  }

  draw(change: (line: IBorderStyleData | undefined) => IBorderStyleData | null): void {
    this.book.beforeWrite(this.sheetId);
    const changes = new Map<Edge, StyleChange>();
    for (const { box, edge } of this.places) {
      const drawn: StyleChange =
        changes.get(edge) ??
        ((style) => {
          const { [edge]: before, ...rest } = style.bd ?? {};
          const line = change(before ?? undefined);
          return { ...style, bd: line === null ? rest : { ...rest, [edge]: line } };
        });
      changes.set(edge, drawn);
      this.book.restyle(this.sheetId, box, drawn);
    }
  }
}

const describe = (line: IBorderStyleData | undefined) => borderTypes.find((entry) => entry.type === line?.s);

/** Excel.RangeBorder. */
export const rangeBorderMembers = defineMembers<RangeBorderObject>("RangeBorder", {
  properties: {
    sideIndex: { get: (self) => self.side },
    style: {
      get: (self) => self.line((line) => describe(line)?.style ?? "None"),
      set: (self, value) => {
        const style = requireOneOf(value, lineStyles);
        self.draw((line) =>
          style === "None"
            ? null
            : { s: borderType(style, describe(line)?.weight ?? "Thin"), cl: line?.cl ?? { rgb: "#000000" } },
        );
      },
    },
    weight: {
      get: (self) => self.line((line) => describe(line)?.weight ?? "Thin"),
      set: (self, value) => {
        const weight = requireOneOf(value, weights);
        self.draw((line) => ({
          s: borderType(describe(line)?.style ?? "Continuous", weight),
          cl: line?.cl ?? { rgb: "#000000" },
        }));
      },
    },
    color: {
      get: (self) => self.line((line) => line?.cl.rgb ?? "#000000"),
      set: (self, value) => {
        const rgb = colourFrom(value);
        self.draw((line) => ({ s: line?.s ?? BorderStyleTypes.THIN, cl: { rgb } }));
      },
    },
  },
});

/** The sides of a range's borders. */
export class RangeBorderCollectionObject extends RangePart {
  readonly className = "RangeBorderCollection";
  readonly members: BoundMembers = rangeBorderCollectionMembers.bind(this);

  override get items(): readonly WireObject[] {
    return sides.map((side) => this.at(side));
  }

  at(side: Side): RangeBorderObject {
    return new RangeBorderObject(this.book, this.sheetId, this.boxes, side);
  }
}

/** Excel.RangeBorderCollection. */
export const rangeBorderCollectionMembers = defineMembers<RangeBorderCollectionObject>("RangeBorderCollection", {
  properties: { count: { get: () => sides.length } },
  methods: {
    getItem: (self, [side]) => self.at(requireOneOf(side, sides)),
    getItemAt: (self, [index]) => {
      const side = typeof index === "number" ? sides[index] : undefined;
      if (side === undefined) throw new ApiError("InvalidArgument");
      return self.at(side);
    },
  },
});

const horizontal = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const horizontalOf: Readonly<Partial<Record<(typeof horizontal)[number], HorizontalAlign>>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const vertical = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const verticalOf: Readonly<Partial<Record<(typeof vertical)[number], VerticalAlign>>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

function alignmentNamed<N extends string, A>(
  names: Readonly<Partial<Record<N, A>>>,
  list: readonly N[],
  value: unknown,
  member: string,
): A {
  const found = names[requireOneOf(value, list)];
  if (found === undefined)
    throw new ApiError("NotImplemented", `${member} cannot be ${String(value)} in the stand-in.`);
  return found;
}
const nameOf = <N extends string, A>(
  names: Readonly<Partial<Record<N, A>>>,
  list: readonly N[],
  wanted: A,
): N | undefined => list.find((name) => names[name] === wanted);

/** Width of a text in characters of the body font: a Chinese character counts two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Formatting of a range, or of several of one sheet as one. */
export class RangeFormatObject extends RangePart {
  readonly className = "RangeFormat";
  readonly members: BoundMembers = rangeFormatMembers.bind(this);

  /** Common size of the rows or columns in points; null where they differ. */
  size(axis: "row" | "column"): number | null {
    const sheet = this.book.sheet(this.sheetId);
    let common: number | undefined;
    for (const { top, bottom, left, right } of this.boxes) {
      const [first, last] = axis === "row" ? [top, Math.min(bottom, top + sheet.rowCount)] : [left, right];
      for (let index = first; index <= last; index += 1) {
        const pixels =
          axis === "row"
            ? (sheet.rowData[index]?.h ?? sheet.defaultRowHeight)
            : (sheet.columnData[index]?.w ?? sheet.defaultColumnWidth);
        common ??= pixels;
        if (pixels !== common) return null;
      }
    }
    return common === undefined ? null : common * pointsPerPixel;
  }

  resize(axis: "row" | "column", points: number): void {
    this.book.beforeWrite(this.sheetId);
    for (const box of this.boxes) this.resizeBox(box, axis, points);
  }

  private resizeBox(box: Box, axis: "row" | "column", points: number): void {
    const sheet = this.book.sheet(this.sheetId);
    if (axis === "row") {
      const pixels = points / pointsPerPixel;
      const bottom = isUnbounded(box) ? Math.min(box.bottom, Math.max(sheet.rowCount - 1, box.top)) : box.bottom;
      for (let row = box.top; row <= bottom; row += 1) {
        const data = (sheet.rowData[row] ??= {});
        data.h = pixels;
        data.ia = BooleanNumber.FALSE;
      }
      sheet.rowCount = Math.max(sheet.rowCount, bottom + 1);
    } else {
      // Excel keeps columns to whole pixels, rows not.
      const pixels = Math.round(points / pointsPerPixel);
      const right = isUnbounded(box) ? Math.min(box.right, Math.max(sheet.columnCount - 1, box.left)) : box.right;
      for (let column = box.left; column <= right; column += 1) (sheet.columnData[column] ??= {}).w = pixels;
      sheet.columnCount = Math.max(sheet.columnCount, right + 1);
    }
  }

  /** Text and style of the cells of the range that hold something. */
  *filledCells(): Generator<{
    readonly row: number;
    readonly column: number;
    readonly text: string;
    readonly style: IStyleData;
  }> {
    const { book, boxes, sheetId } = this;
    const sheet = book.sheet(sheetId);
    const cells = book.engine.cells(sheetId);
    for (const rowKey in cells) {
      const row = Number(rowKey);
      const across = boxes.filter(({ top, bottom }) => row >= top && row <= bottom);
      if (across.length === 0) continue;
      for (const columnKey in cells[row]) {
        const column = Number(columnKey);
        const cell = cells[row][column];
        if (!across.some(({ left, right }) => column >= left && column <= right)) continue;
        const style = book.styles.of(book.styleAt(sheet, cell, row, column));
        const text = cellText(cellContent(cell), patternOf(style), book.document.date1904);
        if (text !== "") yield { row, column, text, style };
      }
    }
  }

  /** An estimate: the stand-in has no fonts to measure with. */
  autofitColumns(): void {
    this.book.beforeWrite(this.sheetId);
    const sheet = this.book.sheet(this.sheetId);
    const widths = new Map<number, number>();
    for (const { column, text, style } of this.filledCells()) {
      if (style.tb === WrapStrategy.WRAP) continue;
      const size = style.fs ?? this.book.defaultFont.size;
      const pixels = Math.ceil((Math.max(...text.split("\n").map(widthOf)) * 7 * size) / 11) + 9;
      widths.set(column, Math.max(widths.get(column) ?? 0, pixels));
    }
    for (const [column, pixels] of widths) (sheet.columnData[column] ??= {}).w = pixels;
  }

  autofitRows(): void {
    this.book.beforeWrite(this.sheetId);
    const sheet = this.book.sheet(this.sheetId);
    const heights = new Map<number, number>();
    for (const { row, column, text, style } of this.filledCells()) {
      const size = style.fs ?? this.book.defaultFont.size;
      const width = sheet.columnData[column]?.w ?? sheet.defaultColumnWidth;
      const perLine = Math.max(1, Math.floor(((width - 9) * 11) / (7 * size)));
      const lines = text
        .split("\n")
        .reduce(
          (sum, line) => sum + (style.tb === WrapStrategy.WRAP ? Math.max(1, Math.ceil(widthOf(line) / perLine)) : 1),
          0,
        );
      heights.set(row, Math.max(heights.get(row) ?? 0, Math.ceil((lines * size * 4) / 3 / pointsPerPixel)));
    }
    for (const { top, bottom } of this.boxes) {
      for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row += 1) {
        const data = (sheet.rowData[row] ??= {});
        data.ia = BooleanNumber.TRUE;
        data.h = Math.max(heights.get(row) ?? 0, sheet.defaultRowHeight);
      }
    }
  }
}

/** Excel.RangeFormat. */
export const rangeFormatMembers = defineMembers<RangeFormatObject>("RangeFormat", {
  properties: {
    horizontalAlignment: {
      get: (self) =>
        self.common((style) => nameOf(horizontalOf, horizontal, style.ht ?? HorizontalAlign.UNSPECIFIED) ?? "General"),
      set: (self, value) => {
        const ht = alignmentNamed(horizontalOf, horizontal, value, "RangeFormat.horizontalAlignment");
        self.change(({ ht: _before, ...style }) => (ht === HorizontalAlign.UNSPECIFIED ? style : { ...style, ht }));
      },
    },
    verticalAlignment: {
      get: (self) => self.common((style) => nameOf(verticalOf, vertical, style.vt ?? VerticalAlign.BOTTOM) ?? "Bottom"),
      set: (self, value) => {
        const vt = alignmentNamed(verticalOf, vertical, value, "RangeFormat.verticalAlignment");
        self.change((style) => ({ ...style, vt }));
      },
    },
    wrapText: {
      get: (self) => self.common((style) => style.tb === WrapStrategy.WRAP),
      set: (self, value) => {
        const wraps = requireBoolean(value);
        self.change(({ tb: _before, ...style }) => (wraps ? { ...style, tb: WrapStrategy.WRAP } : style));
      },
    },
    shrinkToFit: {
      get: (self) => self.common((style) => style.tb === WrapStrategy.CLIP),
      set: (self, value) => {
        const shrinks = requireBoolean(value);
        self.change(({ tb: before, ...style }) => {
          if (shrinks) return { ...style, tb: WrapStrategy.CLIP };
          return before === undefined || before === null || before === WrapStrategy.CLIP
            ? style
            : { ...style, tb: before };
        });
      },
    },
    indentLevel: {
      get: (self) => self.common((style) => Math.round((style.pd?.l ?? 0) / indentPixels)),
      set: (self, value) => {
        const level = requireNumber(value, 0, 250);
        self.change(({ pd: _before, ...style }) =>
          level === 0 ? style : { ...style, pd: { l: level * indentPixels } },
        );
      },
    },
    rowHeight: {
      get: (self) => self.size("row"),
      set: (self, value) => self.resize("row", requireNumber(value, 0, 409.5)),
    },
    columnWidth: {
      get: (self) => self.size("column"),
      set: (self, value) => self.resize("column", requireNumber(value, 0, 1790)),
    },
  },
  navigation: {
    font: (self) => new RangeFontObject(self.book, self.sheetId, self.boxes),
    fill: (self) => new RangeFillObject(self.book, self.sheetId, self.boxes),
    borders: (self) => new RangeBorderCollectionObject(self.book, self.sheetId, self.boxes),
  },
  methods: {
    autofitColumns: (self) => self.autofitColumns(),
    autofitRows: (self) => self.autofitRows(),
  },
});
