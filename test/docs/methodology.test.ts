import { readNumber } from "../../src/core/ledger/read-number";
import { TABLES } from "../../src/core/ledger/schema";
import { DEFAULT_WORDS } from "../../src/core/ledger/vocabulary";
import { DEFAULT_SCHEME } from "../../src/core/scheme/default-scheme";
import { MEASURE_FORMS } from "../../src/core/scheme/measure";
import { DEFAULT_LINES, DEFAULT_PARAMETERS, PARAMETER_KEYS, shown } from "../../src/core/scheme/parameters";
import { page, tableRows } from "./page";

const text = page("methodology.md");
const rows = tableRows(text);

/** The row that begins with a cell. */
function rowOf(first: string): string[] {
  return rows.find((cells) => cells[0] === first) ?? [];
}

test("docs/methodology.md lists the tables with their columns, in the order of the code", () => {
  const listed = TABLES.map(({ name }) => {
    const [, english = "", columns = ""] = rowOf(name);
    const all = columns.replace(/\([^)]*\)/gu, "").split(", ");
    return {
      name,
      english,
      columns: all.map((column) => column.replace(/[★☆]/gu, "").trim()),
      required: all
        .filter((column) => column.startsWith("★"))
        .map((column) => column.slice(1).trim())
        .toSorted(),
      oneOf: all
        .filter((column) => column.startsWith("☆"))
        .map((column) => column.slice(1).trim())
        .toSorted(),
    };
  });
  expect(listed).toEqual(
    TABLES.map(({ name, english, columns, required, oneOf }) => ({
      name,
      english,
      columns: Object.keys(columns).filter((column) => name === "支部名册" || column !== "单位"),
      required: required.toSorted(),
      oneOf: oneOf.toSorted(),
    })),
  );
});

test("docs/methodology.md gives the default scheme row by row", () => {
  expect(DEFAULT_SCHEME.map(([code]) => rowOf(String(code)))).toEqual(DEFAULT_SCHEME.map((row) => row.map(String)));
});

test("docs/methodology.md defines every 计量 in the form in which it is written", () => {
  const measures = rows.map(([first = ""]) => first).join("\n");
  expect(Object.values(MEASURE_FORMS).filter((form) => !measures.includes(`\`${form}\``))).toEqual([]);
});

test("docs/methodology.md lists the aliases, synonyms and vocabularies in effect by default", () => {
  const appendix = (title: string): string => text.split(`## Appendix ${title}`)[1]?.split("\n## ")[0] ?? "";
  const lists = (markdown: string): Record<string, string[]> =>
    Object.fromEntries(
      tableRows(markdown)
        .slice(1)
        .map(([name = "", list = ""]) => [name, list.split(", ")]),
    );
  expect(lists(appendix("A."))).toEqual(DEFAULT_WORDS.aliases);
  expect(lists(appendix("B."))).toEqual(DEFAULT_WORDS.synonyms);
  const vocabularies = Object.keys(DEFAULT_WORDS.categories).map((column) => {
    const cells = rows.find(([name = "", , ...rest]) => name.replace(/ \(.*\)$/u, "") === column && rest.length === 0);
    return [column, (cells?.[1] ?? "").replace(/ \(.*\)$/u, "").split(", ")];
  });
  expect(Object.fromEntries(vocabularies)).toEqual(DEFAULT_WORDS.categories);
  expect(text).toContain(DEFAULT_WORDS.blankWords.join(", "));
});

test("docs/methodology.md gives every parameter with its default", () => {
  const keys = PARAMETER_KEYS.filter((key) => !/(?:黄线|红线)$/u.test(key) && key !== "截止日" && key !== "空值");
  expect(keys.map((key) => [key, rowOf(key)[1]])).toEqual(keys.map((key) => [key, printed(key)]));
  expect(rowOf("截止日")).toHaveLength(3);
  expect(rowOf("空值")).toHaveLength(3);
});

function printed(key: string): string {
  return key === "显示名次" ? (DEFAULT_PARAMETERS.showRanks ? "是" : "否") : shown(key, DEFAULT_PARAMETERS);
}

test("docs/methodology.md gives the yellow and the red line of every figure", () => {
  const lines = Object.keys(DEFAULT_LINES).map((figure) => {
    const cells = rows.find(([, key, , ...rest]) => key === figure && rest.length === 2) ?? [];
    const [yellow, red] = cells.slice(-2).map((cell) => Number(cell.replace(/^[<>≤≥]\s*/u, "")));
    return [figure, { yellow, red }];
  });
  expect(Object.fromEntries(lines)).toEqual(DEFAULT_LINES);
});

test("docs/methodology.md lists unit words that a number may carry", () => {
  const units = /Unit words: ([^.]*)\./u.exec(text)?.[1]?.split(/,\s*/u) ?? [];
  expect(units.length).toBeGreaterThan(0);
  expect(units.filter((unit) => readNumber(`3${unit}`)?.exact !== true)).toEqual([]);
});
