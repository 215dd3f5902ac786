import { boxAddress, parseBoxes } from "./address";
import { argb, readColour, type Palette } from "./colours";
import type { Box, ConditionalFormatRecord } from "./document";
import { child, childrenOf, numberAttribute, type XmlElement } from "./xml";

/** Id of the rule at `index` of a worksheet part, counting all rules of all `conditionalFormatting` elements in document order. */
export function ruleId(index: number): string {
  return `cf${index}`;
}

/** Rules of a worksheet part, in document order. `source` is the text the elements were parsed from. */
export function readConditionalFormats(
  worksheet: XmlElement,
  source: string,
  palette: Palette,
): ConditionalFormatRecord[] {
  const records: ConditionalFormatRecord[] = [];
  let index = 0;
  for (const block of childrenOf(worksheet, "conditionalFormatting")) {
    const boxes = parseBoxes(block.attributes["sqref"] ?? "");
    const box = boundingBox(boxes);
    for (const rule of childrenOf(block, "cfRule")) {
      const id = ruleId(index);
      index += 1;
      if (box === null) continue;
      const common = { id, box, priority: numberAttribute(rule, "priority") ?? index, written: true };
      const interpreted = boxes.length === 1 ? (readScale(rule, palette) ?? readBar(rule, palette)) : null;
      records.push(
        interpreted === null
          ? {
              ...common,
              kind: "opaque",
              ...(boxes.length > 1 ? { areas: boxes } : {}),
              xml: source.slice(rule.start, rule.end),
            }
          : { ...interpreted, ...common },
      );
    }
  }
  return records;
}

type Scale = Omit<Extract<ConditionalFormatRecord, { kind: "colorScale" }>, "id" | "box" | "priority" | "written">;
type Bar = Omit<Extract<ConditionalFormatRecord, { kind: "dataBar" }>, "id" | "box" | "priority" | "written">;

function readScale(rule: XmlElement, palette: Palette): Scale | null {
  const scale = child(rule, "colorScale");
  if (scale === null) return null;
  const colours = childrenOf(scale, "color").map((colour) => readColour(colour, palette));
  const points = childrenOf(scale, "cfvo").flatMap((point, index): Scale["points"] => {
    const type = point.attributes["type"];
    const colour = colours[index] ?? null;
    if (colour === null || (type !== "min" && type !== "max" && type !== "num" && type !== "percent")) return [];
    const value = type === "min" || type === "max" ? null : numberAttribute(point, "val");
    return value === null && (type === "num" || type === "percent") ? [] : [{ type, value, colour }];
  });
  return points.length === childrenOf(scale, "cfvo").length ? { kind: "colorScale", points } : null;
}

function readBar(rule: XmlElement, palette: Palette): Bar | null {
  const bar = child(rule, "dataBar");
  const [low, high] = childrenOf(bar, "cfvo");
  const colour = readColour(child(bar, "color"), palette);
  if (low === undefined || high === undefined || colour === null) return null;
  const limit = (point: XmlElement, automatic: string): number | null | undefined =>
    point.attributes["type"] === automatic
      ? null
      : point.attributes["type"] === "num"
        ? (numberAttribute(point, "val") ?? undefined)
        : undefined;
  const minimum = limit(low, "min");
  const maximum = limit(high, "max");
  return minimum === undefined || maximum === undefined ? null : { kind: "dataBar", minimum, maximum, colour };
}

function boundingBox(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (first === undefined) return null;
  return boxes.reduce(
    (all, box) => ({
      top: Math.min(all.top, box.top),
      left: Math.min(all.left, box.left),
      bottom: Math.max(all.bottom, box.bottom),
      right: Math.max(all.right, box.right),
    }),
    first,
  );
}

/** A rule as a `conditionalFormatting` element of its own. */
export function writeConditionalFormat(record: ConditionalFormatRecord): string {
  const areas = record.kind === "opaque" ? (record.areas ?? [record.box]) : [record.box];
  return `<conditionalFormatting sqref="${areas.map(boxAddress).join(" ")}">${writeRule(record)}</conditionalFormatting>`;
}

function writeRule(record: ConditionalFormatRecord): string {
  switch (record.kind) {
    case "colorScale": {
      const points = record.points
        .map(({ type, value }) => (value === null ? `<cfvo type="${type}"/>` : `<cfvo type="${type}" val="${value}"/>`))
        .join("");
      const colours = record.points.map(({ colour }) => `<color rgb="${argb(colour) ?? "FFFFFFFF"}"/>`).join("");
      return `<cfRule type="colorScale" priority="${record.priority}"><colorScale>${points}${colours}</colorScale></cfRule>`;
    }
    case "dataBar": {
      const low = record.minimum === null ? '<cfvo type="min"/>' : `<cfvo type="num" val="${record.minimum}"/>`;
      const high = record.maximum === null ? '<cfvo type="max"/>' : `<cfvo type="num" val="${record.maximum}"/>`;
      // Without explicit lengths Excel draws the smallest value as a tenth of the cell.
      return `<cfRule type="dataBar" priority="${record.priority}"><dataBar minLength="0" maxLength="100">${low}${high}<color rgb="${argb(record.colour) ?? "FF638EC6"}"/></dataBar></cfRule>`;
    }
    case "opaque":
      return record.xml;
  }
}
