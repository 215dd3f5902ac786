import { readFileSync } from "node:fs";
import path from "node:path";
import { ribbonCommand } from "../../src/workbench/cli/manifest";
import type { AddInReference, WorkbookDocument } from "../../src/workbench/files/document";
import { open } from "../../src/workbench/files/open";
import { save } from "../../src/workbench/files/save";
import { addInFolder } from "./connect";

const root = path.join(__dirname, "../..");

/** A workbook of the repository, opened as the command line opens it; the sample unless told otherwise. */
export function workbook(file = "assets/sample-2021.xlsx"): WorkbookDocument {
  return opened(readFileSync(path.join(root, file)), file);
}

/** A workbook as it is found again: saved to a file, and that opened. */
export function savedAndOpened(document: WorkbookDocument): WorkbookDocument {
  return opened(save({ ...document, addIn: document.addIn ?? builtAddIn() }), "the saved workbook");
}

function opened(bytes: Uint8Array, name: string): WorkbookDocument {
  const addIn = builtAddIn();
  const found = open(bytes, { addIn: addIn.id });
  if (found.kind === "failed") throw new Error(`${name}: ${found.failure}`);
  return { ...found.document, addIn: found.document.addIn ?? addIn };
}

/** How a workbook names the add-in whose settings it holds. */
function builtAddIn(): AddInReference {
  const command = ribbonCommand(readFileSync(path.join(addInFolder, "manifest.xml"), "utf8"));
  if (command === null) throw new Error("The manifest of the built add-in names no command.");
  return command.addIn;
}

/** The worksheet functions of the built add-in, as the manifest names them and functions.json describes them. */
export function builtFunctions(): { readonly namespace: string; readonly metadata: unknown } {
  const manifest = readFileSync(path.join(addInFolder, "manifest.xml"), "utf8");
  const namespace = /id="Functions\.Namespace" DefaultValue="([^"]+)"/u.exec(manifest)?.[1];
  if (namespace === undefined) throw new Error("The manifest of the built add-in names no namespace.");
  return { namespace, metadata: JSON.parse(readFileSync(path.join(addInFolder, "functions.json"), "utf8")) };
}
