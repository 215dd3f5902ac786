import type { ICellData, IStyleData, Nullable, Workbook } from "@univerjs/core";

/** Finds and makes the styles of a workbook. Ids of new styles follow the order of their making, so that runs repeat. */
export interface StyleBook {
  /** The style that a cell refers to; an empty one where it refers to none. */
  readonly of: (style: ICellData["s"]) => IStyleData;
  /** The id of a style equal to the given one but for the change; the same id where nothing changes. */
  readonly changed: (style: ICellData["s"], change: (style: IStyleData) => IStyleData) => ICellData["s"];
}

const plain: IStyleData = {};

/** Styles without empty parts, keys in one order: equal looks give equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, canonical(part)] as const)
    .filter(
      ([, part]) =>
        part !== undefined && part !== null && !(typeof part === "object" && Object.keys(part).length === 0),
    );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The style book over a live workbook. */
export function createStyleBook(workbook: Workbook): StyleBook {
  const styles = workbook.getStyles();
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  let sequence = 0;

  const of = (style: ICellData["s"]): IStyleData => {
    if (typeof style === "string") return styles.get(style) ?? plain;
    return style ?? plain;
  };
  /** A style's own text; styles that have an id never change. */
  const textOf = (style: ICellData["s"]): string => {
    if (typeof style !== "string") return JSON.stringify(canonical(of(style)));
    let text = texts.get(style);
    if (text === undefined) texts.set(style, (text = JSON.stringify(canonical(of(style)))));
    return text;
  };
  const intern = (style: IStyleData, text: string): string | undefined => {
    if (text === "{}") return undefined;
    const known = ids.get(text);
    if (known !== undefined) return known;
    do sequence += 1;
    while (styles.get(`w${sequence}`) !== undefined);
    const id = `w${sequence}`;
    styles.addCustomStyle(id, style);
    ids.set(text, id);
    return id;
  };
  return {
    of,
    changed: (style, change) => {
      const before = of(style);
      const after = change(before);
      const text = JSON.stringify(canonical(after));
      if (text === textOf(style)) return style;
      return intern(after, text);
    },
  };
}

/** The number format of a style; General where it has none. */
export const patternOf = (style: Nullable<IStyleData>): string => style?.n?.pattern ?? "General";

/** The style with another number format. */
export function withPattern(style: IStyleData, pattern: string): IStyleData {
  const { n: _replaced, ...rest } = style;
  return pattern === "General" ? rest : { ...rest, n: { pattern } };
}
