import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { page } from "./page";

const root = join(__dirname, "../..");

/** All files below a folder of the project that have one of the endings. */
function files(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The heading that a link to a part of a page names: lower case, words joined by hyphens. */
function anchors(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

test("links between pages lead to a file, and to a heading where they name one", () => {
  const pages = [join(root, "README.md"), join(root, "CONTEXT.md"), ...files("docs", [".md"])];
  const broken = pages.flatMap((from) =>
    [...readFileSync(from, "utf8").matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/gu)].flatMap(
      ([link, path = "", anchor]) => {
        const target = path === "" ? from : join(dirname(from), path);
        const isBroken =
          !existsSync(target) || (anchor !== undefined && !anchors(readFileSync(target, "utf8")).has(anchor));
        return isBroken ? [`${relative(root, from)}: ${link}`] : [];
      },
    ),
  );
  expect(broken).toEqual([]);
});

test("sections of the methodology that code, tests and pages cite exist", () => {
  const methodology = page("methodology.md");
  const appendix = (letter: string): string => methodology.split(`## Appendix ${letter}.`)[1]?.split("\n## ")[0] ?? "";
  const exists = (section: string): boolean => {
    const [letter = "", point] = section.split(".");
    if (/^\d+$/u.test(letter))
      return methodology.includes(`\n## ${letter} `) || methodology.includes(`\n## ${letter}. `);
    return point === undefined ? appendix(letter) !== "" : appendix(letter).includes(`\n${point}. `);
  };
  const sources = [...files("src", [".ts", ".tsx"]), ...files("test", [".ts"]), ...files("docs", [".md"])];
  const unknown = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/§([A-D](?:\.\d+)?|\d+)(?![\w.]*\d)/gu)].flatMap(([, section = ""]) =>
      exists(section) ? [] : [`${relative(root, file)}: §${section}`],
    ),
  );
  expect(unknown).toEqual([]);
});
