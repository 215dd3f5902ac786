import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ISSUES } from "../../src/core/issues";
import { REASONS } from "../../src/core/reasons";
import { messages, type Messages } from "../../src/i18n";
import { enUS } from "../../src/i18n/en-US";
import { message, percent, wordsFor, type Message, type MessageParams } from "../../src/i18n/message";
import { zhCN } from "../../src/i18n/zh-CN";

/** The parameters that a message uses: those it asks for. */
function used(text: Message): string[] {
  const asked = new Set<string>();
  const params = new Proxy<MessageParams>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return `<${String(name)}>`;
      },
      has: () => true,
      ownKeys: () => [],
    },
  );
  const said = text(params);
  // A message built from another one passes copies on: what it shows as {name} was asked for by that name.
  for (const [, name = ""] of said.matchAll(/\{(\w+)\}/gu)) asked.add(name);
  return [...asked].toSorted();
}

/** The parameters named behind each code in its source. */
function documented(file: string): Map<string, string[]> {
  const source = readFileSync(join(__dirname, "../../src/core", file), "utf8");
  const found = new Map<string, string[]>();
  for (const [, code = "", comment = ""] of source.matchAll(
    /^ {2}"?(\w+)"?(?:: "(?:error|warning|info)")?,(?: \/\/ (.*))?$/gmu,
  )) {
    found.set(
      code,
      comment
        .replace(/\([^)]*\)/gu, "")
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    );
  }
  return found;
}

const locales: readonly (readonly [string, Messages])[] = [
  ["zh-CN", zhCN],
  ["en-US", enUS],
];

describe.each(locales)("%s", (_, catalogue) => {
  test("has a text, a kind and a proposed fix for every issue, and a text for every reason", () => {
    const codes = Object.keys(ISSUES).toSorted();
    expect(Object.keys(catalogue.issues).toSorted()).toEqual(codes);
    expect(Object.keys(catalogue.issueKinds).toSorted()).toEqual(codes);
    expect(Object.keys(catalogue.fixes).toSorted()).toEqual(codes);
    expect(Object.keys(catalogue.reasons).toSorted()).toEqual([...REASONS].toSorted());
  });

  test("uses no parameter that an issue or reason does not carry", () => {
    const issues = documented("issues.ts");
    const reasons = documented("reasons.ts");
    expect(issues.size).toBe(Object.keys(ISSUES).length);
    expect(reasons.size).toBe(REASONS.length);
    const unknown = [
      ...Object.entries(catalogue.issues).map(([code, text]) => ({
        code,
        extra: used(text).filter((name) => !(issues.get(code) ?? []).includes(name)),
      })),
      ...Object.entries(catalogue.reasons).map(([code, text]) => ({
        code,
        extra: used(text).filter((name) => !(reasons.get(code) ?? []).includes(name)),
      })),
    ];
    expect(unknown.filter(({ extra }) => extra.length > 0)).toEqual([]);
  });

  test("accuses nobody: no check speaks of forgery or fault", () => {
    const said = [...Object.values(catalogue.issues), ...Object.values(catalogue.fixes)].map((text) => text({}));
    expect(said.filter((text) => /造假|虚报|虚假|作弊|违规|fraud|forg|fake|cheat/iu.test(text))).toEqual([]);
  });

  test("uses no exclamation marks", () => {
    const said = [
      ...Object.values(catalogue.issues),
      ...Object.values(catalogue.fixes),
      ...Object.values(catalogue.reasons),
    ].map((text) => text({}));
    expect(said.filter((text) => /[!！]/u.test(text))).toEqual([]);
  });
});

test("both locales use the same parameters in every message", () => {
  const differing = (["issues", "fixes", "reasons"] as const).flatMap((part) =>
    Object.entries<Message>(zhCN[part]).flatMap(([code, text]) => {
      const other = Object.entries<Message>(enUS[part]).find(([name]) => name === code)?.[1];
      return other !== undefined && used(text).join() === used(other).join() ? [] : [code];
    }),
  );
  expect(differing).toEqual([]);
});

test("the catalogue of a locale is found by its name", () => {
  expect(messages("zh-CN").severities.warning).toBe("请核实");
  expect(messages("en-US").severities.warning).toBe("Please verify");
});

test("a message shows the name of a parameter that was not given", () => {
  expect(message("{table}有{rows}行")({ table: "活动台账" })).toBe("活动台账有{rows}行");
});

test("a code is put into words where it has some", () => {
  expect(zhCN.issues.reviewIgnored({ code: "D1", why: "outOfRange", text: "9" })).toBe(
    "指标D1的审定分“9”未采用：审定分不在0与分值之间",
  );
  expect(
    enUS.issues.schemeConditionWrong({ code: "D1", field: "条件", why: "setUnclosed", position: 4, found: "{a" }),
  ).toContain("closing bracket");
  expect(wordsFor({}, "unknown")).toBe("unknown");
});

test("shares are written as percentages", () => {
  expect(percent(0.625)).toBe("62.5%");
  expect(percent(2 / 3)).toBe("66.7%");
});
