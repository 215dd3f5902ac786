import { SHEET_COLUMNS, SHEET_ROWS, parseBox, splitSheetReference } from "./address";
import type { NameRecord, SheetRecord } from "./document";
import { childrenOf, child, flagAttribute, numberAttribute, type XmlElement } from "./xml";

/**
 * Reads the defined names of `workbook.xml`. A print area or title that page set-up can express goes into the sheet's
 * page record and is no name there; every other name is returned.
 */
export function readNames(
  workbook: XmlElement,
  order: readonly string[],
  sheets: Readonly<Record<string, SheetRecord>>,
): NameRecord[] {
  return childrenOf(child(workbook, "definedNames"), "definedName").flatMap((element) => {
    const name = element.attributes["name"] ?? "";
    const scope = numberAttribute(element, "localSheetId");
    const sheet = scope === null ? null : (order[scope] ?? null);
    const record = sheet === null ? undefined : sheets[sheet];
    if (record !== undefined && isPageName(name) && readPageName(record, name, element.text)) return [];
    return [{ name, formula: element.text, sheet, hidden: flagAttribute(element, "hidden") }];
  });
}

/** True for the built-in names that page set-up stands for. */
function isPageName(name: string): boolean {
  return name === "_xlnm.Print_Area" || name === "_xlnm.Print_Titles";
}

function readPageName(record: SheetRecord, name: string, formula: string): boolean {
  const boxes = splitUnion(formula).map((piece) => parseBox(splitSheetReference(piece)?.reference ?? ""));
  if (name === "_xlnm.Print_Area") {
    const [area = null] = boxes;
    if (boxes.length !== 1 || area === null) return false;
    record.page.printArea = area;
    return true;
  }
  const rows = boxes.find((box) => box !== null && box.right - box.left === SHEET_COLUMNS - 1) ?? null;
  const columns = boxes.find((box) => box !== null && box.bottom - box.top === SHEET_ROWS - 1) ?? null;
  if (boxes.some((box) => box === null || (box !== rows && box !== columns))) return false;
  record.page.titleRows = rows === null ? null : { first: rows.top, last: rows.bottom };
  record.page.titleColumns = columns === null ? null : { first: columns.left, last: columns.right };
  return true;
}

/** Parts of a union `'甲,乙'!$1:$2,'甲,乙'!$A:$A`; commas inside quotes do not separate. */
function splitUnion(formula: string): string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
