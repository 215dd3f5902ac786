import type { AddInReference } from "../files/document";
import type { XmlElement } from "../files/xml";
import { parseXml } from "../files/xml";

/** How the ribbon reaches a command: the add-in, the page that holds it, and the name under which the page offers it. */
export interface RibbonCommand {
  /** The add-in, under which its settings are kept in a workbook. */
  readonly addIn: AddInReference;
  readonly pageUrl: string;
  readonly functionName: string;
  /** The add-in's worksheet functions: their namespace and the file that describes them; null where it has none. */
  readonly functions: { readonly namespace: string; readonly metadataUrl: string } | null;
}

/** All elements of that name, at any depth. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** The page and the function of the button that executes `functionName` (一键评估 unless told otherwise), as Excel would find them in the manifest. */
export function ribbonCommand(manifest: string, functionName = "assess"): RibbonCommand | null {
  const root = parseXml(manifest);
  if (root === null) return null;
  const hasButton = descendants(root, "Action")
    .filter((action) => action.attributes["xsi:type"] === "ExecuteFunction")
    .flatMap((action) => action.children)
    .some(({ name, text }) => name === "FunctionName" && text.trim() === functionName);
  const urlOf = (resource: string | undefined) => valueOf(root, "Url", resource);
  const pageUrl = urlOf(descendants(root, "FunctionFile")[0]?.attributes.resid);
  const [id, version] = ["Id", "Version"].map((wanted) =>
    root.children.find(({ name }) => name === wanted)?.text.trim(),
  );
  const functions = descendants(root, "ExtensionPoint").find(
    (each) => each.attributes["xsi:type"] === "CustomFunctions",
  );
  const described = functions === undefined ? [] : descendants(functions, "Metadata");
  const metadataUrl = urlOf(described.flatMap((each) => descendants(each, "SourceLocation"))[0]?.attributes.resid);
  const namespaces = functions === undefined ? [] : descendants(functions, "Namespace");
  const namespace = valueOf(root, "String", namespaces[0]?.attributes.resid);
  if (!hasButton || pageUrl === undefined || id === undefined || version === undefined) return null;
  return {
    addIn: { id, version },
    pageUrl,
    functionName,
    functions: namespace === undefined || metadataUrl === undefined ? null : { namespace, metadataUrl },
  };
}

/** The default value of a resource of the manifest. */
function valueOf(root: XmlElement, kind: "Url" | "String", id: string | undefined): string | undefined {
  return id === undefined
    ? undefined
    : descendants(root, kind).find(({ attributes }) => attributes.id === id)?.attributes.DefaultValue;
}
