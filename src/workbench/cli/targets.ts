import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Call } from "./arguments";
import type { FileError } from "./words";

/** Where the results go. `json` is null where none is wanted or it goes to standard output. */
export interface Targets {
  readonly output: string;
  readonly json: string | null;
}

export type TargetResult =
  | { readonly kind: "targets"; readonly targets: Targets }
  | { readonly kind: "wrong"; readonly why: FileError; readonly path: string; readonly reason: string };

/** What the system says about a failure: its code, such as EACCES, which `reasonText` puts in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error);
}

/** The extension that the output must have: a workbook with macros keeps its kind, and Excel opens no file misnamed. */
function extensionFor(input: string): string {
  return path.extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
}

/** `<stem>.assessed.xlsx`, or `<stem>.frozen.xlsx`, in the current folder. */
function defaultOutput({ input, freeze }: Call): string {
  return `${path.parse(input).name}.${freeze ? "frozen" : "assessed"}${extensionFor(input)}`;
}

/** The file that a path leads to, links resolved as far as it exists. */
function real(file: string): string {
  return existsSync(file) ? realpathSync(file) : path.join(realpathSync(path.dirname(file)), path.basename(file));
}

function refusal(file: string, force: boolean): { why: FileError; reason: string } | null {
  const folder = path.dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return { why: "folderNotFound", reason: "" };
  if (existsSync(file)) {
    if (statSync(file).isDirectory()) return { why: "cannotWrite", reason: "EISDIR" };
    if (!force) return { why: "outputExists", reason: "" };
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    return { why: "cannotWrite", reason: reasonOf(error) };
  }
  return null;
}

/** Checks before any work is done that the results can be written, and would overwrite nothing unasked. */
export function targetsOf(call: Call): TargetResult {
  const wrong = (why: FileError, file: string, reason = ""): TargetResult => ({
    kind: "wrong",
    why,
    path: file,
    reason,
  });
  const output = call.output ?? defaultOutput(call);
  const extension = extensionFor(call.input);
  if (path.extname(output).toLowerCase() !== extension) return wrong("outputKind", output, extension);
  const json = call.json === "-" ? null : call.json;
  for (const file of json === null ? [output] : [output, json]) {
    const folder = path.dirname(file);
    if (existsSync(folder) && existsSync(call.input) && real(file) === real(call.input))
      return wrong("outputIsInput", file);
    const refused = refusal(file, call.force);
    if (refused !== null) return wrong(refused.why, refused.why === "folderNotFound" ? folder : file, refused.reason);
  }
  if (json !== null && real(json) === real(output)) return wrong("outputTwice", json);
  return { kind: "targets", targets: { output, json } };
}
