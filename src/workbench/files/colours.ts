import { child, descendants, flagAttribute, numberAttribute, parseXml, type XmlElement } from "./xml";

/** Theme and palette that a file's colours refer to. */
export interface Palette {
  /** `#RRGGBB` by the theme index used in cells: light 1, dark 1, light 2, dark 2, accents 1–6, links. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

const OFFICE_THEME = [
  "#FFFFFF",
  "#000000",
  "#E7E6E6",
  "#44546A",
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
  "#0563C1",
  "#954F72",
];

const INDEXED =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
    .split(" ")
    .map((hex) => `#${hex}`);

/** Reads the theme's colour scheme and the workbook's own palette; either may be missing. */
export function readPalette(theme: string | null, styles: XmlElement | null): Palette {
  const scheme = descendants(theme === null ? null : parseXml(theme), "clrScheme")[0];
  const named = (name: string): string | null => {
    const colour = child(scheme, name)?.children[0];
    const hex = colour?.name === "srgbClr" ? colour.attributes["val"] : colour?.attributes["lastClr"];
    return hex === undefined ? null : `#${hex.toUpperCase()}`;
  };
  const order = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
  ];
  const own = descendants(child(styles, "colors"), "rgbColor").map(
    (colour) => rgb(colour.attributes["rgb"] ?? "") ?? "#000000",
  );
  return {
    theme: order.map((name, index) => named(name) ?? OFFICE_THEME[index] ?? "#000000"),
    indexed: own.length > 0 ? [...own, ...INDEXED.slice(own.length)] : INDEXED,
  };
}

/** `#RRGGBB` of a colour element (`rgb`, `theme` with `tint`, `indexed`); null for automatic or none. */
export function readColour(element: XmlElement | null, palette: Palette): string | null {
  if (element === null || flagAttribute(element, "auto")) return null;
  const theme = numberAttribute(element, "theme");
  const indexed = numberAttribute(element, "indexed");
  const direct = element.attributes["rgb"];
  const base =
    direct !== undefined
      ? rgb(direct)
      : theme !== null
        ? (palette.theme[theme] ?? null)
        : indexed !== null
          ? (palette.indexed[indexed] ?? null)
          : null;
  return base === null ? null : tinted(base, numberAttribute(element, "tint") ?? 0);
}

function rgb(text: string): string | null {
  return /^[0-9a-f]{6,8}$/i.test(text) ? `#${text.slice(-6).toUpperCase()}` : null;
}

/** ARGB as files hold it, of `#RRGGBB`, `#RGB` or `rgb(r, g, b)`; null for anything else. */
export function argb(colour: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(colour.trim());
  if (hex !== null) return `FF${(hex[1] ?? "").toUpperCase()}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour.trim());
  if (short !== null)
    return `FF${[short[1], short[2], short[3]]
      .map((digit) => `${digit}${digit}`)
      .join("")
      .toUpperCase()}`;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(colour);
  if (parts === null) return null;
  return `FF${[parts[1], parts[2], parts[3]]
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

/** Lightens (tint above 0) or darkens a colour in HSL, as ECMA-376 18.8.19 prescribes. */
function tinted(colour: string, tint: number): string {
  if (tint === 0) return colour;
  const channel = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const lightness = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0
      ? 0
      : high === r
        ? ((g - b) / spread + 6) % 6
        : high === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const floor = moved - chroma / 2;
  const sector = Math.floor(hue) % 6;
  const mixes = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const mix = mixes[sector] ?? [0, 0, 0];
  return `#${mix
    .map((value) =>
      Math.round((value + floor) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase()}`;
}
