import { ApiError } from "./api-error";
import { isRecord, listFrom, textFrom } from "./json";

/** What an action does; on the wire its number, from 1. */
const actionKinds = [
  "instantiate",
  "query",
  "method",
  "setProperty",
  "trace",
  "recursiveQuery",
  "queryAsJson",
  "ensureUnchanged",
  "update",
] as const;

/** How an object path finds its object; on the wire its number, from 1. */
const pathKinds = ["root", "newObject", "method", "property", "indexer", "reference", "null"] as const;

export type ActionKind = (typeof actionKinds)[number];
export type PathKind = (typeof pathKinds)[number];

/** Arguments as sent; where `paths` holds a number above zero, the argument is the object at that path. */
export interface ArgumentInfo {
  readonly values: readonly unknown[];
  readonly paths: readonly unknown[];
}

export interface QueryInfo {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number | null;
}

export interface Action {
  readonly id: number;
  readonly kind: ActionKind;
  readonly name: string;
  readonly path: number;
  readonly args: ArgumentInfo;
  readonly query: QueryInfo;
  readonly state: Readonly<Record<string, unknown>>;
}

export interface ObjectPath {
  readonly id: number;
  readonly kind: PathKind;
  readonly name: string;
  readonly parent: number | null;
  readonly args: ArgumentInfo;
}

/** One batch, as `context.sync()` sends it. */
export interface Batch {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

/** What goes back: a result per action up to the first failure. */
export interface BatchResponse {
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly Location: string;
    readonly ActionIndex: number;
  };
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}

function kindIn<K>(kinds: readonly K[], value: unknown): K {
  const kind = typeof value === "number" ? kinds[value - 1] : undefined;
  if (kind === undefined) throw new ApiError("InvalidArgument", `Unknown kind on the wire: ${String(value)}.`);
  return kind;
}

function argumentsFrom(value: unknown): ArgumentInfo {
  if (!isRecord(value)) return { values: [], paths: [] };
  return { values: listFrom(value["Arguments"]), paths: listFrom(value["ReferencedObjectPathIds"]) };
}

function namesFrom(value: unknown): readonly string[] {
  return listFrom(value).filter((name) => typeof name === "string");
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function queryFrom(value: unknown): QueryInfo {
  const info = isRecord(value) ? value : {};
  return {
    select: namesFrom(info["Select"]),
    expand: namesFrom(info["Expand"]),
    top: numberOrNull(info["Top"]),
    skip: numberOrNull(info["Skip"]),
  };
}

/** Reads the body of a ProcessQuery request. */
export function parseBatch(body: string): Batch {
  const parsed: unknown = JSON.parse(body);
  if (!isRecord(parsed)) throw new ApiError("InvalidArgument", "The request is not an object.");
  const actions = listFrom(parsed["Actions"])
    .filter(isRecord)
    .map((action): Action => ({
      id: Number(action["Id"]),
      kind: kindIn(actionKinds, action["ActionType"]),
      name: textFrom(action["Name"]),
      path: Number(action["ObjectPathId"]),
      args: argumentsFrom(action["ArgumentInfo"]),
      query: queryFrom(action["QueryInfo"]),
      state: isRecord(action["ObjectState"]) ? action["ObjectState"] : {},
    }));
  const paths = new Map<number, ObjectPath>();
  for (const path of Object.values(isRecord(parsed["ObjectPaths"]) ? parsed["ObjectPaths"] : {})) {
    if (!isRecord(path)) continue;
    const id = Number(path["Id"]);
    paths.set(id, {
      id,
      kind: kindIn(pathKinds, path["ObjectPathType"]),
      name: textFrom(path["Name"]),
      parent: numberOrNull(path["ParentObjectPathId"]),
      args: argumentsFrom(path["ArgumentInfo"]),
    });
  }
  return { actions, paths };
}
