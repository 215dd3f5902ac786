import type { RequirementSet } from "./requirement-sets";

/** A scalar property: what the client calls it, what the wire calls it, whether it may be set. */
export interface PropertyEntry {
  readonly name: string;
  readonly writable: boolean;
  readonly set: RequirementSet;
}

/** A property that leads to another object. */
export interface NavigationEntry {
  readonly name: string;
  readonly type: string;
  readonly set: RequirementSet;
}

/** A method; `type` is the class of the object it gives, null for a value or nothing. */
export interface MethodEntry {
  readonly name: string;
  readonly type: string | null;
  readonly parameters: readonly string[];
  readonly set: RequirementSet;
}

/** The members of one class by their wire names; an indexer stands among the methods as `Indexer`. */
export interface ClassTable {
  readonly isCollection: boolean;
  /** Other wire names under which the client sets a property, e.g. `Gridlines` for `ShowGridlines`. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, PropertyEntry>>;
  readonly navigation: Readonly<Record<string, NavigationEntry>>;
  readonly methods: Readonly<Record<string, MethodEntry>>;
}

/** All classes of the Excel library, by name. */
export type MemberTables = Readonly<Record<string, ClassTable>>;

/** Wire name under which `getItem(key)` of a collection stands. */
export const indexer = "Indexer";

const classPattern =
  /\n {4}var (\w+) = \(function \(_super\) \{\n {8}__extends\(\1, _super\);([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);\n {4}(\w+)\.\1 = \1;/g;
const propertyPattern = /Object\.defineProperty\(\w+\.prototype, "(\w+)", \{([\s\S]*?)\n {8}\}\);/g;
const methodPattern = /\n {8}\w+\.prototype\.(\w+) = function \(([^)]*)\) \{([\s\S]*?)\n {8}\};/g;

/** Setters that the library writes by hand, with a wire name of their own. */
const ownSetterPattern =
  /function ([A-Za-z]+)_(\w+)_Set\(thisObj, value\) \{\s+if \(\w+\) \{\s+thisObj\.\w+ = value;\s+_invokeSetProperty\(thisObj, "(\w+)"/g;

function requirementOf(body: string): RequirementSet {
  const found = /_throwIfApiNotSupported\("[^"]+", (?:_defaultApiSetName|"([^"]+)"), "([\d.]+)"/.exec(body);
  return { name: found?.[1] ?? "ExcelApi", version: found?.[2] ?? "1.1" };
}

function listOf(body: string, member: string): readonly unknown[] {
  const found = new RegExp(`"${member}", \\{\\s+get: function \\(\\) \\{\\s+return (\\[[^;]*\\]);`).exec(body);
  const parsed: unknown = JSON.parse(found?.[1] ?? "[]");
  return Array.isArray(parsed) ? parsed : [];
}

function parameterNames(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function methodOf(name: string, parameters: string, body: string): readonly [string, MethodEntry] | null {
  const common = { name, parameters: parameterNames(parameters), set: requirementOf(body) };
  const item = /_createIndexerObject\(Excel\.(\w+)/.exec(body);
  if (item?.[1] !== undefined) return [indexer, { ...common, type: item[1] }];
  const object = /_createMethodObject\((?:Excel\.)?(\w+), this, "(\w+)"/.exec(body);
  if (object?.[1] !== undefined && object[2] !== undefined) return [object[2], { ...common, type: object[1] }];
  const value = /_invokeMethod\(this, "(\w+)"/.exec(body);
  return value?.[1] === undefined ? null : [value[1], { ...common, type: null }];
}

function classOf(body: string, aliases: Readonly<Record<string, string>>): ClassTable {
  const bodies = new Map<string, string>();
  for (const [, name = "", property = ""] of body.matchAll(propertyPattern)) bodies.set(name, property);

  const properties: Record<string, PropertyEntry> = {};
  const wireNames = listOf(body, "_scalarPropertyOriginalNames");
  const writable = listOf(body, "_scalarPropertyUpdateable");
  listOf(body, "_scalarPropertyNames").forEach((name, index) => {
    const wire = wireNames[index];
    if (typeof name !== "string" || typeof wire !== "string") return;
    properties[wire] = { name, writable: writable[index] === true, set: requirementOf(bodies.get(name) ?? "") };
  });

  const navigation: Record<string, NavigationEntry> = {};
  for (const [name, property] of bodies) {
    const found = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/.exec(property);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    navigation[found[2]] = { name, type: found[1], set: requirementOf(property) };
  }

  const methods: Record<string, MethodEntry> = {};
  for (const [, name = "", parameters = "", method = ""] of body.matchAll(methodPattern)) {
    const entry = methodOf(name, parameters, method);
    if (entry !== null) methods[entry[0]] = entry[1];
  }
  return { isCollection: body.includes('"_isCollection"'), aliases, properties, navigation, methods };
}

/**
 * Reads the member tables out of the text of the library's debug build (`excel-web-16.00.debug.js`): the library itself is
 * the authority on which members exist, which are writable and which requirement set each belongs to. Throws where the
 * text does not look like that build, because a host with empty tables would refuse everything.
 */
export function parseMemberTables(source: string): MemberTables {
  const text = source.replaceAll("\r\n", "\n");
  const aliases: Record<string, Record<string, string>> = {};
  for (const [, name = "", property = "", wire = ""] of text.matchAll(ownSetterPattern)) {
    if (wire !== property) (aliases[name] ??= {})[wire] = property;
  }
  const tables: Record<string, ClassTable> = {};
  for (const [, name = "", body = "", namespace] of text.matchAll(classPattern)) {
    if (namespace === "Excel") tables[name] = classOf(body, aliases[name] ?? {});
  }
  if (tables["Range"]?.properties["Values"] === undefined) throw new Error("Not the debug build of the Excel library.");
  return tables;
}
