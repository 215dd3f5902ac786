import { dynamicArrayMarks } from "./cell-metadata";
import type { OriginalPackage } from "./document";
import { partBytes, partKey, partText, relationships, type Relationship } from "./opc";
import type { SheetContext, SheetEntry } from "./read-sheet";
import { readStyles, type ReadStyles } from "./read-styles";
import { readSharedStrings } from "./shared-strings";
import { TextPool } from "./text-pool";
import { child, childrenOf, flagAttribute, prefixedAttribute, type XmlElement } from "./xml";

/** Name of the package's main part; null where it has none. */
export function workbookPart(pack: OriginalPackage): string | null {
  const main = relationships(pack, "").find(({ kind }) => kind === "officeDocument");
  return main === undefined || !pack.directory.has(partKey(main.target)) ? null : main.target;
}

/** Part that a part leads to by a relationship of that kind; null where there is none or it is missing from the package. */
export function relatedPart(pack: OriginalPackage, part: string, kind: string): string | null {
  const target = relationships(pack, part).find((relationship) => relationship.kind === kind)?.target;
  return target === undefined || !pack.directory.has(partKey(target)) ? null : target;
}

/** What the sheets of a workbook are read with, and its styles; null where the shared strings are damaged. */
export function readContext(
  pack: OriginalPackage,
  workbook: XmlElement,
  part: string,
): (SheetContext & { readonly styles: ReadStyles }) | null {
  const text = (kind: string): string | null => {
    const target = relatedPart(pack, part, kind);
    return target === null ? null : partText(pack, target);
  };
  const pool = new TextPool();
  const stringsPart = relatedPart(pack, part, "sharedStrings");
  const strings = stringsPart === null ? null : partBytes(pack, stringsPart);
  if (strings === null && stringsPart !== null) return null;
  const styles = readStyles(text("styles"), text("theme"));
  return {
    pack,
    pool,
    styles,
    date1904: flagAttribute(child(workbook, "workbookPr"), "date1904"),
    sharedStrings: strings === null ? [] : readSharedStrings(strings, pool),
    xfCount: styles.xfs.length,
    palette: styles.palette,
    dynamicArrays: dynamicArrayMarks(text("sheetMetadata")),
  };
}

/** Sheets in tab order as `workbook.xml` lists them. */
export function sheetEntries(workbook: XmlElement, related: readonly Relationship[]): SheetEntry[] {
  return childrenOf(child(workbook, "sheets"), "sheet").map((element) => {
    const id = prefixedAttribute(element, "id") ?? "";
    const relationship = related.find((candidate) => candidate.id === id);
    return {
      id: `sheet${element.attributes["sheetId"] ?? ""}`,
      name: element.attributes["name"] ?? "",
      state: element.attributes["state"] ?? "visible",
      part: relationship?.target ?? null,
      kind: relationship?.kind ?? "",
      relationship: id,
    };
  });
}
