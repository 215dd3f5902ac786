import type { RichRequest, RichResponse } from "../host";
import { isRecord, textFrom } from "../wire/json";
import { parseBatch, type Action, type Batch } from "../wire/protocol";

/** One request of the page, as the trace shows it: one `context.sync()`, or the library's own housekeeping. */
export interface TraceEntry {
  readonly sequence: number;
  /** What the request did, one line per action, in the words of the object model. */
  readonly actions: readonly string[];
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly milliseconds: number;
  /** Code of the error that came back; null where all went well. */
  readonly error: string | null;
}

const utf8 = new TextEncoder();

/** An argument in few words: long ones by their size. */
function argumentText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `…${text.length}`;
}

/** Where an action's object is, e.g. `worksheets.getItem("名册").getRange("A1")`. */
function pathText(batch: Batch, id: number, depth = 0): string {
  const path = batch.paths.get(id);
  if (path === undefined || depth > 8) return "…";
  const parent = path.parent === null ? "" : pathText(batch, path.parent, depth + 1);
  const join = (member: string) => (parent === "" ? member : `${parent}.${member}`);
  const member = path.name.charAt(0).toLowerCase() + path.name.slice(1);
  const list = path.args.values.map(argumentText).join(", ");
  switch (path.kind) {
    case "root":
      return "";
    case "property":
      return join(member);
    case "method":
      return join(`${member}(${list})`);
    case "indexer":
      return join(`getItem(${list})`);
    case "newObject":
      return `new ${path.name}`;
    case "reference":
      return "(ref)";
    case "null":
      return "null";
  }
}

function actionText(batch: Batch, action: Action): string | null {
  const object = pathText(batch, action.path);
  const member = action.name.charAt(0).toLowerCase() + action.name.slice(1);
  const at = object === "" ? member : `${object}.${member}`;
  switch (action.kind) {
    // What an object is made for is seen from the action that follows.
    case "instantiate":
    case "trace":
      return null;
    case "method":
      return `${at}(${action.args.values.map(argumentText).join(", ")})`;
    case "setProperty":
      return `${at} = ${action.args.values.map(argumentText).join(", ")}`;
    case "update":
      return `${object}.set(${argumentText(action.state)})`;
    case "query":
    case "queryAsJson":
    case "recursiveQuery":
      return `${object}.load(${action.query.select.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(", ")})`;
    case "ensureUnchanged":
      return `${object}.ensureUnchanged()`;
  }
}

function errorOf(response: RichResponse): string | null {
  if (response.kind === "refused") return String(response.code);
  // The error stands before the results, which may be megabytes.
  const found = /^\{"Error":\{"Code":("[^"]*")/.exec(response.body.slice(0, 400));
  if (found === null) return null;
  const parsed: unknown = JSON.parse(`{"code":${found[1]}}`);
  return isRecord(parsed) ? textFrom(parsed["code"]) : null;
}

const writes = 1;

/** Whether an action changes the workbook: the library's own, which begin with an underline, do not, nor those of its services. */
function isChange(batch: Batch, { kind, name, path }: Action): boolean {
  if (kind === "setProperty" || kind === "update") return true;
  return kind === "method" && !name.startsWith("_") && batch.paths.get(path)?.kind !== "newObject";
}

/** True for a request after which the workbook may be another. */
export function changesWorkbook({ body, flags }: RichRequest): boolean {
  if ((flags & writes) === 0) return false;
  const batch = parseBatch(body);
  return batch.actions.some((action) => isChange(batch, action));
}

/** Describes a request with its answer. */
export function traceEntry(
  sequence: number,
  request: RichRequest,
  response: RichResponse,
  milliseconds: number,
): TraceEntry {
  const batch = parseBatch(request.body);
  return {
    sequence,
    actions: batch.actions.flatMap((action) => actionText(batch, action) ?? []),
    bytesSent: utf8.encode(request.body).length,
    bytesReceived: response.kind === "answered" ? utf8.encode(response.body).length : 0,
    milliseconds,
    error: errorOf(response),
  };
}
