import type { XmlElement } from "./xml";
import { applyEdits, type Edit } from "./xml-edit";

/** Children of `<worksheet>` in the order the schema demands (ECMA-376 part 1, CT_Worksheet). */
const ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "drawingHF",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

/** New XML of the sections that changed, by name; `""` removes a section. All others stay as they are. */
export type Sections = ReadonlyMap<string, string>;

/** Puts sections in the place the schema gives them and leaves every other element of the part where and as it was. */
export function replaceSections(source: string, worksheet: XmlElement, sections: Sections): string {
  const edits: Edit[] = [];
  for (const name of ORDER) {
    const text = sections.get(name);
    if (text === undefined) continue;
    const present = worksheet.children.filter((element) => element.name === name);
    present.forEach((element, index) =>
      edits.push({ start: element.start, end: element.end, text: index === 0 ? text : "" }),
    );
    if (present.length === 0 && text !== "") {
      const at = worksheet.children.find((element) => rank(element) > ORDER.indexOf(name))?.start ?? worksheet.innerEnd;
      edits.push({ start: at, end: at, text });
    }
  }
  return applyEdits(source, edits);
}

/** Place of an element in the order; an alternative (`mc:AlternateContent`) stands where its first choice would. */
function rank(element: XmlElement): number {
  const known = ORDER.indexOf(element.name);
  if (known >= 0) return known;
  for (const choice of element.children) {
    for (const inner of choice.children) if (ORDER.includes(inner.name)) return ORDER.indexOf(inner.name);
  }
  return -1;
}
