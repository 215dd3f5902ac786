import { readFileSync } from "node:fs";
import path from "node:path";
import { ribbonCommand } from "../../src/workbench/cli/manifest";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { open } from "../../src/workbench/files/open";
import { addInFolder } from "./connect";

const root = path.join(__dirname, "../..");

/** A workbook of the repository, opened as the command line opens it; the sample unless told otherwise. */
export function workbook(file = "assets/sample-2021.xlsx"): WorkbookDocument {
  const command = ribbonCommand(readFileSync(path.join(addInFolder, "manifest.xml"), "utf8"));
  if (command === null) throw new Error("The manifest of the built add-in names no command.");
  const opened = open(readFileSync(path.join(root, file)), { addIn: command.addIn.id });
  if (opened.kind === "failed") throw new Error(`${file}: ${opened.failure}`);
  return { ...opened.document, addIn: opened.document.addIn ?? command.addIn };
}

/** The worksheet functions of the built add-in, as the manifest names them and functions.json describes them. */
export function builtFunctions(): { readonly namespace: string; readonly metadata: unknown } {
  const manifest = readFileSync(path.join(addInFolder, "manifest.xml"), "utf8");
  const namespace = /id="Functions\.Namespace" DefaultValue="([^"]+)"/u.exec(manifest)?.[1];
  if (namespace === undefined) throw new Error("The manifest of the built add-in names no namespace.");
  return { namespace, metadata: JSON.parse(readFileSync(path.join(addInFolder, "functions.json"), "utf8")) };
}
