import { formatBox, parseBox } from "./address";
import { shiftBox, type LineShift } from "./line-shift";

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};
const plain = (text: string) => text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * The XML of a rule of the file after rows or columns were inserted or deleted: the cells that it names in `sqref` move, and `adjust` is applied to
 * its formulas.
 */
export function shiftXml(xml: string, shift: LineShift, adjust: (formula: string) => string): string {
  return xml
    .replaceAll(/(\ssqref=")([^"]*)(")/g, (_found, before: string, areas: string, after: string) => {
      const moved = areas.split(/\s+/).flatMap((area) => {
        const box = parseBox(area);
        const there = box === null ? null : shiftBox(box, shift);
        return there === null ? [] : [formatBox(there)];
      });
      return `${before}${moved.join(" ")}${after}`;
    })
    .replaceAll(
      /(<(?:\w+:)?formula[12]?>)([^<]*)(<)/g,
      (_found, before: string, formula: string, after: string) => `${before}${escaped(adjust(plain(formula)))}${after}`,
    );
}
