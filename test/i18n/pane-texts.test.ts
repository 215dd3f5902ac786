import { parsePeriod } from "../../src/core/ledger/read-period";
import { countedMessage, type MessageParams } from "../../src/i18n/message";
import { paneEnUS } from "../../src/i18n/pane.en-US";
import { paneZhCN } from "../../src/i18n/pane.zh-CN";
import { runEnUS } from "../../src/i18n/run.en-US";
import { runZhCN } from "../../src/i18n/run.zh-CN";

/** A text of a catalogue with its key; the gaps of a message as its parameters in braces. */
interface Said {
  readonly key: string;
  readonly text: string;
  readonly asked: readonly string[];
}

/** Every text of a catalogue, as it reads where every number is `count`. */
function textsOf(catalogue: unknown, count: number, key = ""): readonly Said[] {
  if (typeof catalogue === "string") return [{ key, text: catalogue, asked: [] }];
  if (typeof catalogue === "function") {
    // The names of periods are words for a text, not a message with gaps.
    if (key === ".period.name") return [];
    const asked = new Set<string>();
    const params = new Proxy<MessageParams>({}, { get: (_, name) => (asked.add(String(name)), count) });
    return [{ key, text: String(catalogue(params)), asked: [...asked].toSorted() }];
  }
  return Object.entries(Object(catalogue)).flatMap(([name, inner]) => textsOf(inner, count, `${key}.${name}`));
}

const CHINESE = [...textsOf(paneZhCN, 2), ...textsOf(runZhCN, 2)];

test("both languages of the pane and of runs fill in the same things", () => {
  const parameters = (texts: readonly Said[]) => Object.fromEntries(texts.map(({ key, asked }) => [key, asked]));
  const english = [...textsOf(paneEnUS, 2), ...textsOf(runEnUS, 2)];
  expect(parameters(english)).toEqual(parameters(CHINESE));
});

test("Chinese sentences of the pane and of runs set no space at digits and Latin letters, as official documents do", () => {
  const spaced = CHINESE.filter(({ text }) => /\p{Script=Han} [\w#]|\w \p{Script=Han}/u.test(text));
  expect(spaced).toEqual([]);
});

test("English counts one thing in the singular", () => {
  const odd = [...textsOf(paneEnUS, 1), ...textsOf(runEnUS, 1)].filter(({ text }) =>
    /\b1 (?:\w+ )?(?:rows|branches|indicators|tasks|formulas|entries|cells|kinds)\b|[|{]/u.test(text),
  );
  expect(odd).toEqual([]);
});

test("of words for one and for several those stand that fit the number", () => {
  const rows = countedMessage("{rows} {rows:row|rows} of {tables:one table|{tables} tables}");
  expect(rows({ rows: 1, tables: 3 })).toBe("1 row of 3 tables");
  expect(rows({ rows: 0, tables: 1 })).toBe("0 rows of one table");
});

test.each([
  ["Chinese", paneZhCN.period.customHint.replace(/^如/u, "").split("、")],
  ["English", paneEnUS.period.customHint.replace(/^For example /u, "").split(", ")],
])("every period that the %s pane gives as an example can be read", (_, examples) => {
  expect(examples).toHaveLength(5);
  expect(examples.filter((text) => parsePeriod(text) === null)).toEqual([]);
});
