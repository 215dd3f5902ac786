import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import { readColour, readPalette, type Palette } from "./colours";
import { BUILTIN_FORMATS } from "./number-formats";
import { child, childrenOf, flagAttribute, numberAttribute, parseXml, type XmlElement } from "./xml";

export interface ReadStyles {
  /** One per entry of cellXfs, in order. */
  readonly xfs: readonly IStyleData[];
  readonly palette: Palette;
}

/** Border styles by their names in files; the numbers are Univer's. */
export const BORDER_STYLES = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
} as const;

/** Horizontal alignments by their names in files; the numbers are Univer's. `general` has none. */
export const HORIZONTAL = {
  left: 1,
  center: 2,
  right: 3,
  fill: 1,
  justify: 4,
  centerContinuous: 2,
  distributed: 6,
} as const;

/** Vertical alignments by their names in files; the numbers are Univer's. `bottom` is the default of a file. */
export const VERTICAL = { top: 1, center: 2, bottom: 3, justify: 2, distributed: 2 } as const;

/** Reads the styles part; without one every cell is plain. */
export function readStyles(source: string | null, theme: string | null): ReadStyles {
  const root = source === null ? null : parseXml(source);
  const palette = readPalette(theme, root);
  const formats = new Map(
    childrenOf(child(root, "numFmts"), "numFmt").map((format) => [
      numberAttribute(format, "numFmtId"),
      format.attributes["formatCode"] ?? "General",
    ]),
  );
  const fonts = childrenOf(child(root, "fonts"), "font").map((font) => readFont(font, palette));
  const fills = childrenOf(child(root, "fills"), "fill").map((fill) => readFill(fill, palette));
  const borders = childrenOf(child(root, "borders"), "border").map((border) => readBorder(border, palette));
  const xfs = childrenOf(child(root, "cellXfs"), "xf").map((xf): IStyleData => {
    const format = numberAttribute(xf, "numFmtId") ?? 0;
    const pattern = formats.get(format) ?? BUILTIN_FORMATS[format] ?? "General";
    const fill = fills[numberAttribute(xf, "fillId") ?? 0] ?? null;
    const border = borders[numberAttribute(xf, "borderId") ?? 0] ?? null;
    return {
      ...fonts[numberAttribute(xf, "fontId") ?? 0],
      ...(fill === null ? {} : { bg: { rgb: fill } }),
      ...(border === null ? {} : { bd: border }),
      ...readAlignment(child(xf, "alignment")),
      ...(pattern === "General" ? {} : { n: { pattern } }),
    };
  });
  return { xfs, palette };
}

function readFont(font: XmlElement, palette: Palette): IStyleData {
  const name = child(font, "name")?.attributes["val"];
  const size = numberAttribute(child(font, "sz"), "val");
  const colour = readColour(child(font, "color"), palette);
  const set = (element: string): boolean => {
    const found = child(font, element);
    return found !== null && flagAttribute(found, "val", true);
  };
  const underline = child(font, "u");
  const position = child(font, "vertAlign")?.attributes["val"];
  return {
    ...(name === undefined ? {} : { ff: name }),
    ...(size === null ? {} : { fs: size }),
    ...(set("b") ? { bl: 1 } : {}),
    ...(set("i") ? { it: 1 } : {}),
    ...(set("strike") ? { st: { s: 1 } } : {}),
    ...(underline === null || underline.attributes["val"] === "none"
      ? {}
      : { ul: { s: 1, ...(underline.attributes["val"]?.startsWith("double") === true ? { t: 10 } : {}) } }),
    ...(colour === null ? {} : { cl: { rgb: colour } }),
    ...(position === "superscript" ? { va: 3 } : position === "subscript" ? { va: 2 } : {}),
  };
}

function readFill(fill: XmlElement, palette: Palette): string | null {
  const pattern = child(fill, "patternFill");
  const kind = pattern?.attributes["patternType"] ?? "none";
  if (pattern === null) return readColour(child(child(child(fill, "gradientFill"), "stop"), "color"), palette);
  if (kind === "none") return null;
  return (
    readColour(child(pattern, "fgColor"), palette) ??
    (kind === "solid" ? readColour(child(pattern, "bgColor"), palette) : null)
  );
}

function readBorder(border: XmlElement, palette: Palette): IBorderData | null {
  const edge = (...names: readonly string[]): IBorderStyleData | null => {
    const found = names.map((name) => child(border, name)).find((element) => element !== null);
    const style = found?.attributes["style"] ?? "none";
    if (found === undefined || !isBorderStyle(style)) return null;
    return { s: BORDER_STYLES[style], cl: { rgb: readColour(child(found, "color"), palette) ?? "#000000" } };
  };
  const top = edge("top");
  const right = edge("right", "end");
  const bottom = edge("bottom");
  const left = edge("left", "start");
  const diagonal = edge("diagonal");
  const data: IBorderData = {
    ...(top === null ? {} : { t: top }),
    ...(right === null ? {} : { r: right }),
    ...(bottom === null ? {} : { b: bottom }),
    ...(left === null ? {} : { l: left }),
    ...(diagonal !== null && flagAttribute(border, "diagonalDown") ? { tl_br: diagonal } : {}),
    ...(diagonal !== null && flagAttribute(border, "diagonalUp") ? { bl_tr: diagonal } : {}),
  };
  return Object.keys(data).length === 0 ? null : data;
}

function isBorderStyle(text: string): text is keyof typeof BORDER_STYLES {
  return Object.hasOwn(BORDER_STYLES, text);
}

function readAlignment(alignment: XmlElement | null): IStyleData {
  if (alignment === null) return {};
  const horizontal = alignment.attributes["horizontal"] ?? "";
  const vertical = alignment.attributes["vertical"] ?? "";
  const rotation = numberAttribute(alignment, "textRotation") ?? 0;
  return {
    ...(isHorizontal(horizontal) ? { ht: HORIZONTAL[horizontal] } : {}),
    ...(isVertical(vertical) ? { vt: VERTICAL[vertical] } : {}),
    ...(flagAttribute(alignment, "wrapText") ? { tb: 3 } : {}),
    ...(rotation === 0
      ? {}
      : { tr: rotation === 255 ? { a: 0, v: 1 } : { a: rotation > 90 ? rotation - 90 : -rotation } }),
    ...((numberAttribute(alignment, "indent") ?? 0) > 0
      ? { pd: { l: (numberAttribute(alignment, "indent") ?? 0) * INDENT_PIXELS } }
      : {}),
  };
}

/** One step of indentation in pixels, near enough to Excel's three spaces of 11-point text. */
export const INDENT_PIXELS = 9;

function isHorizontal(text: string): text is keyof typeof HORIZONTAL {
  return Object.hasOwn(HORIZONTAL, text);
}

function isVertical(text: string): text is keyof typeof VERTICAL {
  return Object.hasOwn(VERTICAL, text);
}
