import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { implementedClasses } from "../../src/workbench/objects/registry";
import { installedMemberTables } from "../../src/workbench/transport/member-tables";
import { defaultSets, isOffered, type OfferedSets } from "../../src/workbench/wire/requirement-sets";

const file = path.join(process.cwd(), "docs/limitations.md");
const heading = "### Members that are implemented\n";

/** The list at the end of the page: each class with its members, from the stand-in's own registry. */
function implementedList(): string {
  const lines = implementedClasses
    .map(({ className, properties, navigation, methods }) => {
      const members = [...properties, ...navigation, ...methods].filter((name) => !name.startsWith("_")).sort();
      return `- **${className}**: ${members.join(", ")}`;
    })
    .sort();
  return `${heading}\n${lines.join("\n")}\n`;
}

test("the page lists exactly the members that are implemented (UPDATE_LIMITATIONS=1 rewrites the list)", () => {
  const page = readFileSync(file, "utf8");
  const start = page.indexOf(heading);
  expect(start).toBeGreaterThan(0);
  if (process.env["UPDATE_LIMITATIONS"] === "1") writeFileSync(file, page.slice(0, start) + implementedList());
  expect(readFileSync(file, "utf8").slice(start)).toBe(implementedList());
});

/** What stands above the default requirement set, and is there for those who offer a later one. */
const later = { ...defaultSets, ExcelApiOnline: "1.1" };
const OF_LATER_SETS = [
  "WorksheetCollection._RegisterEventNameChanged",
  "WorksheetCollection._UnregisterEventNameChanged",
];

test("every implemented member is one that the library knows and the default requirement set offers, but for the events of new names", () => {
  expect(strangersTo(defaultSets)).toEqual(OF_LATER_SETS);
  expect(strangersTo(later)).toEqual([]);
});

/** Implemented members that the library does not know, or that the sets do not offer. */
function strangersTo(sets: OfferedSets): readonly string[] {
  const tables = installedMemberTables();
  return implementedClasses.flatMap(({ className, properties, navigation, methods }) => {
    const table = tables[className];
    const known = (
      entries:
        | Readonly<
            Record<string, { readonly name: string; readonly set: { readonly name: string; readonly version: string } }>
          >
        | undefined,
      name: string,
    ) => Object.values(entries ?? {}).some((entry) => entry.name === name && isOffered(sets, entry.set));
    return [
      ...properties.filter((name) => !known(table?.properties, name)),
      ...navigation.filter((name) => !known(table?.navigation, name)),
      ...methods.filter((name) => !known(table?.methods, name)),
    ].map((name) => `${className}.${name}`);
  });
}
