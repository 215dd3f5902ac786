import { ApiError } from "./api-error";
import { isRecord } from "./json";
import { indexer, type MemberTables } from "./member-tables";
import type { Action, ArgumentInfo, Batch, BatchResponse, ObjectPath, QueryInfo } from "./protocol";
import { isOffered, type OfferedSets, type RequirementSet } from "./requirement-sets";
import { WireObject } from "./wire-object";

/** What the interpreter works on. */
export interface InterpreterOptions {
  /** Path kind `root`: the workbook. */
  readonly root: WireObject;
  /** Path kind `newObject`: a service by its type name; null where there is none of that name. */
  readonly createService: (typeName: string) => WireObject | null;
  readonly tables: MemberTables;
  readonly offered: OfferedSets;
  /** Waits for a pending calculation; null where nothing is pending. */
  readonly settle: () => Promise<void> | null;
  /** Told what was thrown that is no answer to the client: a defect of the stand-in. */
  readonly onDefect: (error: unknown) => void;
  /** Waits for what must not run beside a batch; null where nothing does. */
  readonly beforeBatch: () => Promise<void> | null;
  /** Called when a batch is over, however it ended. */
  readonly afterBatch: () => void;
}

/** Runs batches against the object model, one after another. */
export interface Interpreter {
  readonly execute: (batch: Batch) => Promise<BatchResponse>;
  /** How many objects the client holds by reference. */
  readonly referenceCount: () => number;
}

/** Properties asked for, as a tree: null marks a property asked for itself. */
type Selection = Map<string, Selection | null>;

const emptySelection = (): Selection => new Map<string, Selection | null>();

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const upperFirst = (name: string) => (name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1));

function selectionOf(query: QueryInfo): Selection {
  const selection: Selection = new Map();
  const add = (path: string) => {
    let level = selection;
    const names = path.split(/[/.]/).filter((name) => name !== "" && name.toLowerCase() !== "items");
    names.forEach((name, index) => {
      const below = level.get(name);
      if (index === names.length - 1) {
        if (below === undefined) level.set(name, null);
        return;
      }
      const next: Selection = below ?? emptySelection();
      level.set(name, next);
      level = next;
    });
  };
  for (const path of query.select) add(path);
  for (const path of query.expand) add(path);
  return selection;
}

/** The interpreter of one client session. */
export function createInterpreter(options: InterpreterOptions): Interpreter {
  const { tables, offered } = options;
  const references = new Map<string, WireObject>();
  const referenceIds = new Map<WireObject, string>();
  let referenceSequence = 0;
  let location = "";

  const requireOffered = (set: RequirementSet) => {
    if (!isOffered(offered, set)) throw new ApiError("ApiNotFound");
  };
  const notImplemented = (object: WireObject, name: string) =>
    new ApiError("NotImplemented", `${object.className}.${name} is not implemented by the stand-in.`);

  /** The client's name of a member, checked against the library's own tables. */
  const propertyName = (object: WireObject, wire: string): string => {
    location = `${object.className}.${lowerFirst(wire)}`;
    if (!object.isExcelClass) return lowerFirst(wire);
    const entry = tables[object.className]?.properties[wire];
    if (entry === undefined) throw new ApiError("ApiNotFound");
    requireOffered(entry.set);
    return entry.name;
  };
  const methodName = (object: WireObject, wire: string): string => {
    const name = wire === indexer ? "getItem" : lowerFirst(wire);
    location = `${object.className}.${name}`;
    if (!object.isExcelClass) return name;
    const entry = tables[object.className]?.methods[wire];
    if (entry === undefined) throw new ApiError("ApiNotFound");
    requireOffered(entry.set);
    return entry.name;
  };

  const navigate = (object: WireObject, wire: string): WireObject | null => {
    location = `${object.className}.${lowerFirst(wire)}`;
    const entry = tables[object.className]?.navigation[wire];
    if (object.isExcelClass && entry === undefined) throw new ApiError("ApiNotFound");
    if (entry !== undefined) requireOffered(entry.set);
    const name = entry?.name ?? lowerFirst(wire);
    const member = object.members.navigate(name);
    if (member === undefined) throw notImplemented(object, name);
    return member();
  };

  const setProperty = (object: WireObject, wireName: string, value: unknown) => {
    const wire = tables[object.className]?.aliases[wireName] ?? wireName;
    const name = propertyName(object, wire);
    if (object.isExcelClass && tables[object.className]?.properties[wire]?.writable !== true) {
      throw new ApiError("InvalidOperation", `${object.className}.${name} is read-only.`);
    }
    const set = object.members.set(name);
    if (set === undefined) throw notImplemented(object, name);
    set(value);
  };

  const keepReference = (object: WireObject): null => {
    if (!referenceIds.has(object)) {
      referenceSequence += 1;
      const id = `_ref{${referenceSequence}}`;
      references.set(id, object);
      referenceIds.set(object, id);
    }
    return null;
  };
  const removeReference = (id: unknown): null => {
    const object = typeof id === "string" ? references.get(id) : undefined;
    if (object !== undefined && typeof id === "string") {
      references.delete(id);
      referenceIds.delete(object);
    }
    return null;
  };

  const call = (object: WireObject, wire: string, args: readonly unknown[]): unknown => {
    switch (wire) {
      case "_KeepReference":
        return keepReference(object);
      case "_RemoveReference":
        return removeReference(args[0]);
      case "_RemoveAllReferences":
        references.clear();
        referenceIds.clear();
        return null;
      case "_GetReferenceCount":
        return references.size;
      default: {
        const name = methodName(object, wire);
        const member = object.members.call(name);
        if (member === undefined) throw notImplemented(object, name);
        return member(args);
      }
    }
  };

  /** What goes out with every object: its id and the reference that the client holds. */
  const head = (object: WireObject): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    if (object.id !== undefined) {
      const hasIdProperty = tables[object.className]?.properties["Id"] !== undefined;
      out[hasIdProperty ? "Id" : "_Id"] = object.id;
    }
    const reference = referenceIds.get(object);
    if (reference !== undefined) out["_ReferenceId"] = reference;
    return out;
  };

  /** `load()` without names, and `*`: every scalar that is offered and implemented. */
  const allProperties = (object: WireObject): readonly string[] =>
    Object.entries(tables[object.className]?.properties ?? {})
      .filter(
        ([wire, entry]) => wire !== "_ReferenceId" && isOffered(offered, entry.set) && object.members.get(entry.name),
      )
      .map(([wire]) => wire);

  const read = (
    object: WireObject,
    selection: Selection,
    page: QueryInfo | null,
    asJson: boolean,
  ): Record<string, unknown> => {
    const out = head(object);
    const named = (wire: string) => (asJson ? lowerFirst(wire) : wire);
    const own = new Map(selection);
    if (own.delete("*") || selection.size === 0) {
      if (object.items === null)
        for (const wire of allProperties(object)) if (!own.has(lowerFirst(wire))) own.set(lowerFirst(wire), null);
    }
    if (object.items !== null) {
      const rest: Selection = new Map();
      for (const [name, below] of own) {
        const wire = upperFirst(name);
        if (below === null && tables[object.className]?.properties[wire] !== undefined)
          out[named(wire)] = readScalar(object, wire);
        else rest.set(name, below);
      }
      if (rest.size > 0 || own.size === 0) {
        const first = page?.skip ?? 0;
        const items = object.items.slice(first, page?.top == null ? undefined : first + page.top);
        out[asJson ? "items" : "_Items"] = items.map((item, index) => ({
          ...read(item, rest, null, asJson),
          _Index: first + index,
        }));
      }
      return out;
    }
    for (const [name, below] of own) {
      const wire = upperFirst(name);
      if (name === "_ReferenceId") continue;
      const isScalar = !object.isExcelClass || tables[object.className]?.navigation[wire] === undefined;
      if (below === null && isScalar) {
        out[named(wire)] = readScalar(object, wire);
        continue;
      }
      const next = navigate(object, wire);
      out[named(wire)] = next === null ? null : read(next, below ?? emptySelection(), null, asJson);
    }
    return out;
  };
  const readScalar = (object: WireObject, wire: string): unknown => {
    const name = propertyName(object, wire);
    const get = object.members.get(name);
    if (get === undefined) throw notImplemented(object, name);
    return get();
  };

  const readsCalculated = (object: WireObject, selection: Selection): boolean => {
    if (object.items !== null) return object.items.some((item) => readsCalculated(item, selection));
    if (selection.size === 0 || selection.has("*")) {
      return allProperties(object).some((wire) => object.members.isCalculated(lowerFirst(wire)));
    }
    for (const [name, below] of selection) {
      if (below === null && object.members.isCalculated(lowerFirst(name))) return true;
      const next = object.members.navigate(lowerFirst(name))?.();
      if (next && readsCalculated(next, below ?? emptySelection())) return true;
    }
    return false;
  };

  const runBatch = async (batch: Batch): Promise<BatchResponse> => {
    const objects = new Map<number, WireObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];

    const argumentsOf = (info: ArgumentInfo): readonly unknown[] => {
      const resolve = (values: readonly unknown[], paths: readonly unknown[]): readonly unknown[] =>
        values.map((value, index) => {
          const path = paths[index];
          if (Array.isArray(value) && Array.isArray(path)) return resolve(value, path);
          if (typeof path === "number" && path > 0) return objectAt(path);
          if (isRecord(value) && typeof value["_ObjectPathId"] === "number") return objectAt(value["_ObjectPathId"]);
          return value;
        });
      return resolve(info.values, info.paths);
    };

    const evaluate = (path: ObjectPath): WireObject | null => {
      const onParent = (use: (parent: WireObject) => unknown): WireObject | null => {
        const parent = path.parent === null ? null : objectAt(path.parent);
        const found = parent === null ? null : use(parent);
        return found instanceof WireObject ? found : null;
      };
      switch (path.kind) {
        case "root":
          return options.root;
        case "newObject": {
          location = path.name;
          const service = options.createService(path.name);
          if (service === null) throw new ApiError("ApiNotFound", `The service ${path.name} is not offered.`);
          return service;
        }
        case "method":
          return onParent((parent) => call(parent, path.name, argumentsOf(path.args)));
        case "property":
          return onParent((parent) => navigate(parent, path.name));
        case "indexer":
          return onParent((parent) => call(parent, indexer, argumentsOf(path.args)));
        case "reference": {
          const object = references.get(path.name);
          if (object === undefined) throw new ApiError("InvalidReference");
          return object;
        }
        case "null":
          return null;
      }
    };
    const objectAt = (id: number): WireObject | null => {
      const known = objects.get(id);
      if (known !== undefined) return known;
      const path = batch.paths.get(id);
      if (path === undefined) throw new ApiError("InvalidObjectPath");
      const object = evaluate(path);
      objects.set(id, object);
      return object;
    };

    const query = async (action: Action, asJson: boolean): Promise<unknown> => {
      const object = objectAt(action.path);
      if (object === null) return null;
      const selection = selectionOf(action.query);
      if (readsCalculated(object, selection)) await options.settle();
      return read(object, selection, action.query, asJson);
    };

    const update = (object: WireObject, state: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(state)) {
        const wire = upperFirst(name);
        if (!isRecord(value) || tables[object.className]?.navigation[wire] === undefined) {
          setProperty(object, wire, value);
          continue;
        }
        const next = navigate(object, wire);
        if (next !== null) update(next, value);
      }
    };

    const perform = async (action: Action): Promise<unknown> => {
      switch (action.kind) {
        case "instantiate": {
          const object = objectAt(action.path);
          return object === null ? null : head(object);
        }
        case "query":
          return query(action, false);
        case "queryAsJson":
          return query(action, true);
        case "method": {
          const object = objectAt(action.path);
          if (object === null) return null;
          const given = await call(object, action.name, argumentsOf(action.args));
          return given instanceof WireObject ? head(given) : (given ?? null);
        }
        case "setProperty": {
          const object = objectAt(action.path);
          if (object === null) throw new ApiError("ItemNotFound");
          setProperty(object, action.name, argumentsOf(action.args)[0]);
          return null;
        }
        case "update": {
          const object = objectAt(action.path);
          if (object === null) throw new ApiError("ItemNotFound");
          update(object, action.state);
          return null;
        }
        case "trace":
          traceIds.push(action.id);
          return null;
        case "recursiveQuery":
        case "ensureUnchanged":
          throw new ApiError("NotImplemented", `The action ${action.kind} is not implemented by the stand-in.`);
      }
    };

    for (const [index, action] of batch.actions.entries()) {
      location = "";
      try {
        const done = perform(action);
        results.push({ ActionId: action.id, Value: await done });
      } catch (thrown) {
        // Whatever else is thrown is a defect of the stand-in: it reaches the client as Excel's internal error does.
        if (!(thrown instanceof ApiError)) options.onDefect(thrown);
        const error = thrown instanceof ApiError ? thrown : new ApiError("GeneralException", String(thrown));
        return {
          Error: {
            Code: error.code,
            Message: error.message,
            HttpStatusCode: error.httpStatusCode,
            Location: location,
            ActionIndex: index,
          },
          Results: results,
          TraceIds: traceIds,
        };
      }
    }
    return { Results: results, TraceIds: traceIds };
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    execute: (batch) => {
      const run = last.then(async () => {
        try {
          await options.beforeBatch();
          return await runBatch(batch);
        } finally {
          options.afterBatch();
        }
      });
      last = run.catch(() => undefined);
      return run;
    },
    referenceCount: () => references.size,
  };
}
