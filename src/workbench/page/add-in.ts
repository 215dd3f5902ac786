import type { AddInReference } from "../files/document";
import { parseXml, type XmlElement } from "../files/xml";
import type { Locale } from "./options";

/** A button of the add-in on the ribbon; `icon` is the path of a picture of 32 pixels. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action: { readonly kind: "pane" } | { readonly kind: "command"; readonly functionName: string };
}

/** A group of buttons. */
export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** The add-in as its manifest describes it, in one language. Paths are relative to where the add-in is served. */
export interface AddIn {
  readonly reference: AddInReference;
  readonly name: string;
  readonly page: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  readonly functions: { readonly namespace: string; readonly metadata: string } | null;
  /** The file of its key combinations; null where it has none. */
  readonly shortcuts: string | null;
}

/** All elements of that name, at any depth. */
function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

const child = (element: XmlElement | undefined, name: string) => element?.children.find((one) => one.name === name);

/** The text of an element in a language: its override, else its default. */
function localised(element: XmlElement | undefined, locale: Locale): string {
  const override = element?.children.find(
    ({ name, attributes }) => name === "Override" && attributes["Locale"] === locale,
  );
  return override?.attributes["Value"] ?? element?.attributes["DefaultValue"] ?? "";
}

/** Reads the text of a manifest; null where it is none of an add-in with a page. */
export function addInFrom(manifest: string, locale: Locale): AddIn | null {
  const root = parseXml(manifest);
  if (root === null) return null;
  const resources = new Map(
    ["Image", "Url", "String"]
      .flatMap((kind) => descendants(root, kind))
      .map((one) => [one.attributes["id"] ?? "", localised(one, locale)]),
  );
  const resource = (element: XmlElement | undefined) => resources.get(element?.attributes["resid"] ?? "") ?? "";
  const address = resource(descendants(root, "FunctionFile")[0]);
  const id = child(root, "Id")?.text.trim();
  const version = child(root, "Version")?.text.trim();
  if (!URL.canParse(address) || id === undefined || version === undefined) return null;
  // The add-in lies where its page lies, wherever that is served.
  const folder = new URL(".", address).href;
  const pathOf = (url: string) => (url.startsWith(folder) ? url.slice(folder.length) : url);

  const buttonFrom = (control: XmlElement): RibbonButton[] => {
    const action = child(control, "Action");
    const functionName = child(action, "FunctionName")?.text.trim();
    const icon = descendants(child(control, "Icon"), "Image").find(({ attributes }) => attributes["size"] === "32");
    const isPane = action?.attributes["xsi:type"] === "ShowTaskpane";
    if (!isPane && functionName === undefined) return [];
    return [
      {
        id: control.attributes["id"] ?? "",
        label: resource(child(control, "Label")),
        tip: resource(child(child(control, "Supertip"), "Description")),
        icon: pathOf(resource(icon)),
        action: isPane ? { kind: "pane" } : { kind: "command", functionName: functionName ?? "" },
      },
    ];
  };
  const tab = descendants(root, "CustomTab")[0];
  const functions = descendants(root, "ExtensionPoint").find(
    ({ attributes }) => attributes["xsi:type"] === "CustomFunctions",
  );
  const metadata = resource(descendants(descendants(functions, "Metadata")[0], "SourceLocation")[0]);
  const namespace = resource(descendants(functions, "Namespace")[0]);
  const shortcuts = child(root, "ExtendedOverrides")?.attributes["Url"];
  return {
    reference: { id, version },
    name: localised(child(root, "DisplayName"), locale),
    page: pathOf(address),
    tab: resource(child(tab, "Label")),
    groups: descendants(tab, "Group").map((group) => ({
      label: resource(child(group, "Label")),
      buttons: descendants(group, "Control").flatMap(buttonFrom),
    })),
    functions: namespace === "" || metadata === "" ? null : { namespace, metadata: pathOf(metadata) },
    shortcuts: shortcuts === undefined ? null : pathOf(shortcuts),
  };
}
