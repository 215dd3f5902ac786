import type { AddInReference } from "../files/document";
import type { XmlElement } from "../files/xml";
import { parseXml } from "../files/xml";

/** How the ribbon reaches a command: the add-in, the page that holds it, and the name under which the page offers it. */
export interface RibbonCommand {
  /** The add-in, under which its settings are kept in a workbook. */
  readonly addIn: AddInReference;
  readonly pageUrl: string;
  readonly functionName: string;
}

/** All elements of that name, at any depth. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** The page and the function of the first button that executes one, as Excel would find them in the manifest. */
export function ribbonCommand(manifest: string): RibbonCommand | null {
  const root = parseXml(manifest);
  if (root === null) return null;
  const functionName = descendants(root, "Action")
    .filter((action) => action.attributes["xsi:type"] === "ExecuteFunction")
    .flatMap((action) => action.children)
    .find(({ name }) => name === "FunctionName")
    ?.text.trim();
  const resource = descendants(root, "FunctionFile")[0]?.attributes.resid;
  const pageUrl = descendants(root, "Url").find(({ attributes }) => attributes.id === resource)?.attributes
    .DefaultValue;
  const [id, version] = ["Id", "Version"].map((wanted) =>
    root.children.find(({ name }) => name === wanted)?.text.trim(),
  );
  if (functionName === undefined || pageUrl === undefined || id === undefined || version === undefined) return null;
  return { addIn: { id, version }, pageUrl, functionName };
}
