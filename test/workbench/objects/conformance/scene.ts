import type { TestOffice } from "../../office";

/** What a check works on: a request context and a fresh sheet of its own. */
export interface Scene {
  readonly office: TestOffice;
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
}

/** One check and the members that it answers for, as `Class.member`. */
export interface Entry {
  readonly members: readonly string[];
  readonly check: (scene: Scene) => Promise<void>;
}

/** A check of one or several members. */
export const entry = (members: string | readonly string[], check: Entry["check"]): Entry => ({
  members: typeof members === "string" ? [members] : members,
  check,
});

/** The object that a property belongs to, made ready for the check. */
type Owner = (scene: Scene) => OfficeExtension.ClientObject;

/** Loads one property (or a path through navigation properties) and gives its value. */
export async function load(scene: Scene, owner: OfficeExtension.ClientObject, path: string): Promise<unknown> {
  scene.context.load(owner, path);
  await scene.context.sync();
  return path
    .split("/")
    .reduce<unknown>(
      (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
      owner,
    );
}

/** Expects the batch queued by `act` to be refused with the code. */
export async function refused(scene: Scene, act: () => unknown, code: string): Promise<void> {
  act();
  await expect(scene.context.sync()).rejects.toMatchObject({ code });
}

/** Calls a method of the client with arguments that its types forbid. */
export function untyped(object: OfficeExtension.ClientObject, method: string, args: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(object, method);
  if (typeof found !== "function") throw new Error(`No method ${method}`);
  return Reflect.apply(found, object, args);
}

/** What to expect of a property. */
export interface PropertyCase {
  /** Value after the owner was made ready, before anything is set. */
  readonly first?: unknown;
  /** Values to set, each with what is read afterwards (the same unless told otherwise). */
  readonly set?: readonly (readonly [value: unknown] | readonly [value: unknown, read: unknown])[];
  /** Values that are refused, with InvalidArgument unless another code is named. */
  readonly refuses?: readonly (readonly [value: unknown] | readonly [value: unknown, code: string])[];
}

/**
 * A property: not readable before it is loaded, readable after, settable where `set` says so; where it does not, the host
 * refuses a client that sets it all the same.
 */
export function property(member: string, owner: Owner, { first, set = [], refuses = [] }: PropertyCase): Entry {
  const name = member.replace(/^.*\./, "");
  return entry(member, async (scene) => {
    const object = owner(scene);
    await scene.context.sync();
    // An id comes with its object; everything else must be asked for.
    if (name === "id") expect(Reflect.get(object, name)).toBeDefined();
    else expect(() => Reflect.get(object, name)).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    const before = await load(scene, object, name);
    if (first !== undefined) expect(before).toEqual(first);
    for (const [value, read] of set) {
      Reflect.set(object, name, value);
      await scene.context.sync();
      expect(await load(scene, object, name)).toEqual(read === undefined ? value : read);
    }
    for (const [value, code] of refuses) {
      await refused(scene, () => Reflect.set(object, name, value), code ?? "InvalidArgument");
    }
    if (set.length === 0 && refuses.length === 0) expect(Reflect.set(object, name, before)).toBe(false);
  });
}
