import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { implementedClasses } from "../../src/workbench/objects/registry";
import { installedMemberTables } from "../../src/workbench/transport/member-tables";
import { defaultSets, isOffered } from "../../src/workbench/wire/requirement-sets";

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

test("every implemented member is one that the library knows and the default requirement set offers", () => {
  const tables = installedMemberTables();
  const strangers = implementedClasses.flatMap(({ className, properties, navigation, methods }) => {
    const table = tables[className];
    const known = (
      entries:
        | Readonly<
            Record<string, { readonly name: string; readonly set: { readonly name: string; readonly version: string } }>
          >
        | undefined,
      name: string,
    ) => Object.values(entries ?? {}).some((entry) => entry.name === name && isOffered(defaultSets, entry.set));
    return [
      ...properties.filter((name) => !known(table?.properties, name)),
      ...navigation.filter((name) => !known(table?.navigation, name)),
      ...methods.filter((name) => !known(table?.methods, name)),
    ].map((name) => `${className}.${name}`);
  });
  expect(strangers).toEqual([]);
});
