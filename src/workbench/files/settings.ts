import type { AddInReference, OriginalPackage, WorkbookDocument } from "./document";
import { sameData } from "./equal";
import { partText, relationships } from "./opc";
import type { PackageEdit } from "./package-edit";
import { child, childrenOf, escapeAttribute, parseXml, type XmlElement } from "./xml";
import { XML_HEADER, appendTo, applyEdits, withPrefix } from "./xml-edit";

const WEB_EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const TASK_PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";

/** Stands for the add-in where the host has not said which one it runs. */
const UNKNOWN_ADD_IN: AddInReference = { id: "00000000-0000-0000-0000-000000000000", version: "1.0.0.0" };

/** Settings of one add-in as a file holds them. */
export interface StoredSettings {
  readonly settings: Record<string, string>;
  readonly addIn: AddInReference;
  readonly part: string;
}

/**
 * Reads the settings of an add-in from its `webextension` part, where Excel itself keeps `Office.context.document.settings`:
 * one property per key, its value as JSON text. Without `addIn` the first add-in in the file that has any.
 */
export function readSettings(pack: OriginalPackage, addIn: string | null): StoredSettings | null {
  const stored = relationships(pack, "")
    .filter(({ kind }) => kind === "webextensiontaskpanes")
    .flatMap(({ target }) => relationships(pack, target))
    .filter(({ kind }) => kind === "webextension")
    .flatMap(({ target }) => {
      const root = parseXml(partText(pack, target) ?? "");
      return root === null ? [] : [{ part: target, addIn: reference(root), settings: properties(root) }];
    });
  const wanted = addIn === null ? null : bareId(addIn);
  return (
    stored.find((candidate) =>
      wanted === null ? Object.keys(candidate.settings).length > 0 : bareId(candidate.addIn.id) === wanted,
    ) ?? null
  );
}

function reference(root: XmlElement): AddInReference {
  const element = child(root, "reference");
  return { id: element?.attributes["id"] ?? "", version: element?.attributes["version"] ?? "" };
}

function properties(root: XmlElement): Record<string, string> {
  return Object.fromEntries(
    childrenOf(child(root, "properties"), "property").map(({ attributes }) => [
      attributes["name"] ?? "",
      attributes["value"] ?? "",
    ]),
  );
}

/** An add-in's id without the braces that some writers put around it. */
function bareId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

/** Brings the add-in's settings in a package in line with the document's. */
export function writeSettings(
  document: Pick<WorkbookDocument, "settings" | "addIn">,
  origin: OriginalPackage,
  edit: PackageEdit,
): void {
  const stored = readSettings(origin, document.addIn?.id ?? null);
  if (sameData(document.settings, stored?.settings ?? {})) return;
  const list = Object.entries(document.settings)
    .map(([name, value]) => `<we:property name="${escapeAttribute(name)}" value="${escapeAttribute(value)}"/>`)
    .join("");
  if (stored === null) {
    addWebExtension(document.addIn ?? UNKNOWN_ADD_IN, list, edit);
    return;
  }
  const source = edit.text(stored.part) ?? "";
  const root = parseXml(source);
  if (root === null) return;
  const prefixed = withPrefix(`<properties>${list.replaceAll("<we:", "<")}</properties>`, root.prefix);
  const present = child(root, "properties");
  edit.put(
    stored.part,
    applyEdits(source, [
      present === null ? appendTo(source, root, prefixed) : { start: present.start, end: present.end, text: prefixed },
    ]),
  );
}

function addWebExtension({ id, version }: AddInReference, list: string, edit: PackageEdit): void {
  const webExtension = edit.add(
    "xl/webextensions/webextension#.xml",
    `${XML_HEADER}<we:webextension xmlns:we="${WEB_EXTENSION}" id="{${bareId(id).toUpperCase()}}"><we:reference id="${escapeAttribute(id)}" version="${escapeAttribute(version)}" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties>${list}</we:properties><we:bindings/><we:snapshot xmlns:r="${OFFICE}"/></we:webextension>`,
    "application/vnd.ms-office.webextension+xml",
  );
  const present = edit.relationships("").find(({ kind }) => kind === "webextensiontaskpanes")?.target;
  const panes =
    present ??
    edit.add(
      "xl/webextensions/taskpanes#.xml".replace("#", ""),
      `${XML_HEADER}<wetp:taskpanes xmlns:wetp="${TASK_PANES}"></wetp:taskpanes>`,
      "application/vnd.ms-office.webextensiontaskpanes+xml",
    );
  if (present === undefined) edit.relate("", `${OFFICE_2011}/webextensiontaskpanes`, panes);
  const source = edit.text(panes) ?? "";
  const root = parseXml(source);
  if (root === null) return;
  const relationship = edit.relate(panes, `${OFFICE_2011}/webextension`, webExtension);
  const pane = `<wetp:taskpane xmlns:wetp="${TASK_PANES}" dockstate="right" visibility="0" width="350" row="${root.children.length}"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="${relationship}"/></wetp:taskpane>`;
  edit.put(panes, applyEdits(source, [appendTo(source, root, pane)]));
}
