import type { IBorderData, IBorderStyleData, IStyleData, IWorkbookData, Nullable } from "@univerjs/core";
import { argb } from "./colours";
import { codeOf, isSet } from "./engine-codes";
import { FIXED_FORMATS } from "./number-formats";
import { BORDER_STYLES, HORIZONTAL, INDENT_PIXELS, VERTICAL, readStyles } from "./read-styles";
import { child, childrenOf, flagAttribute, numberAttribute, parseXml, escapeAttribute, type XmlElement } from "./xml";
import { appendTo, applyEdits, setAttributes, withPrefix, type Edit } from "./xml-edit";

/** First number that a file may give to a format of its own. */
const FIRST_OWN_FORMAT = 164;

type Styles = IWorkbookData["styles"];

/**
 * The style sheet of a package while a document is written: original entries keep their numbers, and a style the file does
 * not have yet is appended where it first appears, so that the numbers do not depend on the engine's random ids.
 */
export class StyleTable {
  readonly #source: string;
  readonly #root: XmlElement;
  readonly #styles: Styles;
  readonly #plain: IStyleData;
  readonly #byLook = new Map<string, number>();
  readonly #byId = new Map<string, number>();
  readonly #xfs: string[] = [];
  readonly #originalXfs: number;
  readonly #fonts: Appended;
  readonly #fills: Appended;
  readonly #borders: Appended;
  readonly #formats = new Map<string, number>();
  readonly #newFormats: string[] = [];
  #nextFormat: number;

  constructor(source: string, theme: string | null, styles: Styles) {
    const root = parseXml(source);
    if (root === null) throw new Error("the styles part is not well-formed");
    this.#source = source;
    this.#root = root;
    this.#styles = styles;
    const { xfs } = readStyles(source, theme);
    this.#plain = xfs[0] ?? {};
    this.#originalXfs = xfs.length;
    childrenOf(child(root, "cellXfs"), "xf").forEach((xf, index) => {
      const look = lookKey(normalised(xfs[index] ?? {}, this.#plain));
      // Only an entry without hidden traits may stand for a style that has none.
      if (isOrdinary(xf) && !this.#byLook.has(look)) this.#byLook.set(look, index);
    });
    const formats = childrenOf(child(root, "numFmts"), "numFmt");
    for (const format of formats)
      this.#formats.set(format.attributes["formatCode"] ?? "", numberAttribute(format, "numFmtId") ?? 0);
    this.#nextFormat =
      Math.max(FIRST_OWN_FORMAT - 1, ...formats.map((format) => numberAttribute(format, "numFmtId") ?? 0)) + 1;
    this.#fonts = new Appended(childrenOf(child(root, "fonts"), "font").length);
    this.#fills = new Appended(childrenOf(child(root, "fills"), "fill").length);
    this.#borders = new Appended(childrenOf(child(root, "borders"), "border").length);
  }

  /** Number in cellXfs of a cell's style: an id of the document or a style in place. Unknown ids are plain. */
  index(style: Nullable<IStyleData | string>): number {
    if (style === null || style === undefined) return 0;
    if (typeof style !== "string") return this.#indexOf(style);
    const known = this.#byId.get(style);
    if (known !== undefined) return known;
    const original = /^xf(\d+)$/.exec(style);
    const data = this.#styles[style];
    const index =
      original !== null && Number(original[1]) < this.#originalXfs
        ? Number(original[1])
        : data === null || data === undefined
          ? 0
          : this.#indexOf(data);
    this.#byId.set(style, index);
    return index;
  }

  #indexOf(style: IStyleData): number {
    const wanted = normalised(style, this.#plain);
    const look = lookKey(wanted);
    const known = this.#byLook.get(look);
    if (known !== undefined) return known;
    const index = this.#originalXfs + this.#xfs.length;
    this.#xfs.push(this.#xf(wanted));
    this.#byLook.set(look, index);
    return index;
  }

  #xf(style: Look): string {
    const samefont = JSON.stringify(style.font) === JSON.stringify(normalised({}, this.#plain).font);
    const font = samefont ? 0 : this.#fonts.index(fontXml(style.font));
    const fill =
      style.fill === null
        ? 0
        : this.#fills.index(
            `<fill><patternFill patternType="solid"><fgColor rgb="${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const border = style.border === null ? 0 : this.#borders.index(borderXml(style.border));
    const format = this.#format(style.format);
    const alignment = alignmentXml(style.alignment);
    const applied = [
      format !== 0 && "NumberFormat",
      font !== 0 && "Font",
      fill !== 0 && "Fill",
      border !== 0 && "Border",
      alignment !== "" && "Alignment",
    ]
      .filter((name) => name !== false)
      .map((name) => ` apply${name}="1"`)
      .join("");
    const opening = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    return alignment === "" ? `${opening}/>` : `${opening}>${alignment}</xf>`;
  }

  #format(pattern: string): number {
    const fixed = FIXED_FORMATS.get(pattern);
    const known = fixed ?? this.#formats.get(pattern);
    if (known !== undefined) return known;
    const id = this.#nextFormat;
    this.#nextFormat += 1;
    this.#formats.set(pattern, id);
    this.#newFormats.push(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(pattern)}"/>`);
    return id;
  }

  /** True once a style was asked for that the file does not have. */
  get hasNew(): boolean {
    return this.#xfs.length > 0;
  }

  /** The styles part with what was appended; the very source where nothing was. */
  toXml(): string {
    if (this.#xfs.length === 0) return this.#source;
    const edits = [
      ...this.#append("numFmts", this.#newFormats),
      ...this.#append("fonts", this.#fonts.added),
      ...this.#append("fills", this.#fills.added),
      ...this.#append("borders", this.#borders.added),
      ...this.#append("cellXfs", this.#xfs),
    ];
    return applyEdits(this.#source, edits);
  }

  #append(name: string, items: readonly string[]): Edit[] {
    if (items.length === 0) return [];
    const list = child(this.#root, name);
    const text = withPrefix(items.join(""), this.#root.prefix);
    if (list === null) {
      const place = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"].indexOf(name);
      const next = this.#root.children.find((element) => SECTIONS.indexOf(element.name) > place);
      const at = next?.start ?? this.#root.innerEnd;
      return [
        {
          start: at,
          end: at,
          text:
            withPrefix(`<${name} count="${items.length}">`, this.#root.prefix) +
            text +
            withPrefix(`</${name}>`, this.#root.prefix),
        },
      ];
    }
    const counted = setAttributes(this.#source, list, { count: String(list.children.length + items.length) });
    if (list.innerEnd < list.end) return [counted, appendTo(this.#source, list, text)];
    const opening = counted.text.replace(/\s*\/>$/, ">");
    return [{ ...counted, text: `${opening}${text}${withPrefix(`</${name}>`, this.#root.prefix)}` }];
  }
}

const SECTIONS = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** A list to which entries are appended once each. */
class Appended {
  readonly added: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #first: number;

  constructor(first: number) {
    this.#first = first;
  }

  index(xml: string): number {
    const known = this.#known.get(xml);
    if (known !== undefined) return known;
    const index = this.#first + this.added.length;
    this.added.push(xml);
    this.#known.set(xml, index);
    return index;
  }
}

/** What of a style a file can hold, every default filled in: equal looks are one entry. */
interface Look {
  readonly font: {
    readonly name: string | null;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly strike: boolean;
    readonly underline: "single" | "double" | null;
    readonly position: "subscript" | "superscript" | null;
    readonly colour: string | null;
  };
  readonly fill: string | null;
  readonly border: Readonly<Record<string, { readonly style: string; readonly colour: string } | null>> | null;
  readonly alignment: Readonly<Record<string, string>>;
  readonly format: string;
}

function normalised(style: IStyleData, plain: IStyleData): Look {
  const font = style.ff ?? plain.ff ?? null;
  const background = style.bg?.rgb ?? null;
  return {
    font: {
      name: font,
      size: style.fs ?? plain.fs ?? 11,
      bold: isSet(style.bl),
      italic: isSet(style.it),
      strike: isSet(style.st?.s),
      underline: isSet(style.ul?.s) ? (codeOf(style.ul?.t) === 10 ? "double" : "single") : null,
      position: codeOf(style.va) === 3 ? "superscript" : codeOf(style.va) === 2 ? "subscript" : null,
      colour:
        style.cl?.rgb === undefined || style.cl.rgb === null
          ? plain.cl?.rgb === undefined || plain.cl.rgb === null
            ? null
            : argb(plain.cl.rgb)
          : argb(style.cl.rgb),
    },
    fill: background === null ? null : argb(background),
    border: normalisedBorder(style.bd ?? null),
    alignment: normalisedAlignment(style),
    format: style.n?.pattern ?? "General",
  };
}

/** Key by which equal looks are found. Text at the bottom of its cell is what a file means when it says nothing. */
function lookKey(look: Look): string {
  const { vertical, ...alignment } = look.alignment;
  return JSON.stringify({
    ...look,
    alignment: vertical === undefined || vertical === "bottom" ? alignment : look.alignment,
  });
}

function normalisedBorder(border: IBorderData | null): Look["border"] {
  const edge = (data: Nullable<IBorderStyleData>): { style: string; colour: string } | null => {
    const style = Object.entries(BORDER_STYLES).find(([, number]) => number === codeOf(data?.s))?.[0];
    return style === undefined ? null : { style, colour: argb(data?.cl.rgb ?? "#000000") ?? "FF000000" };
  };
  const edges = {
    left: edge(border?.l),
    right: edge(border?.r),
    top: edge(border?.t),
    bottom: edge(border?.b),
    down: edge(border?.tl_br),
    up: edge(border?.bl_tr),
  };
  return Object.values(edges).every((data) => data === null) ? null : edges;
}

function normalisedAlignment(style: IStyleData): Record<string, string> {
  const name = (names: Readonly<Record<string, number>>, value: unknown): string | undefined =>
    Object.entries(names).find(([, number]) => number === value)?.[0];
  const horizontal = name(HORIZONTAL, style.ht);
  const vertical = name(VERTICAL, style.vt);
  const angle = isSet(style.tr?.v) ? 255 : -(style.tr?.a ?? 0);
  const rotation = angle < 0 ? 90 - angle : angle;
  const indent = Math.round((style.pd?.l ?? 0) / INDENT_PIXELS);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(rotation === 0 ? {} : { textRotation: String(rotation) }),
    ...(codeOf(style.tb) === 3 ? { wrapText: "1" } : {}),
    ...(indent > 0 ? { indent: String(indent) } : {}),
  };
}

/** True for an entry that says nothing a style of the engine cannot say: no protection, no quote prefix, no named style. */
function isOrdinary(xf: XmlElement): boolean {
  const protection = child(xf, "protection");
  return (
    (protection === null || (flagAttribute(protection, "locked", true) && !flagAttribute(protection, "hidden"))) &&
    !flagAttribute(xf, "quotePrefix") &&
    !flagAttribute(xf, "pivotButton") &&
    (numberAttribute(xf, "xfId") ?? 0) === 0
  );
}

function fontXml(font: Look["font"]): string {
  return [
    "<font>",
    font.bold ? "<b/>" : "",
    font.italic ? "<i/>" : "",
    font.strike ? "<strike/>" : "",
    font.underline === null ? "" : font.underline === "single" ? "<u/>" : '<u val="double"/>',
    font.position === null ? "" : `<vertAlign val="${font.position}"/>`,
    `<sz val="${font.size}"/>`,
    font.colour === null ? "" : `<color rgb="${font.colour}"/>`,
    font.name === null ? "" : `<name val="${escapeAttribute(font.name)}"/>`,
    "</font>",
  ].join("");
}

function borderXml(border: NonNullable<Look["border"]>): string {
  const edge = (name: string, data: { readonly style: string; readonly colour: string } | null | undefined): string =>
    data === null || data === undefined
      ? `<${name}/>`
      : `<${name} style="${data.style}"><color rgb="${data.colour}"/></${name}>`;
  const { down, up } = border;
  const flags = (up ? ' diagonalUp="1"' : "") + (down ? ' diagonalDown="1"' : "");
  const sides = ["left", "right", "top", "bottom"].map((name) => edge(name, border[name])).join("");
  return `<border${flags}>${sides}${edge("diagonal", down ?? up)}</border>`;
}

function alignmentXml(alignment: Look["alignment"]): string {
  const attributes = Object.entries(alignment).map(([name, value]) => ` ${name}="${value}"`);
  return attributes.length === 0 ? "" : `<alignment${attributes.join("")}/>`;
}
