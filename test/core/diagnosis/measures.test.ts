import type { Finding, Light } from "../../../src/core/assessment/assessment";
import { answeredBy, dueMonths, isMeasureKey, measuresFor } from "../../../src/core/diagnosis/measures";
import { DEFAULT_SCHEME } from "../../../src/core/scheme/default-scheme";
import { measureTexts } from "../../../src/i18n/measure-texts";

const FIGURES = [
  "未结合率",
  "忙时弱化",
  "联结度",
  "协调度",
  "两翼差",
  "事务化",
  "宣传融合率",
  "部署时差",
  "三同步",
  "形式单一",
  "主题雷同",
];

function finding(problem: string, level: Light, figures: readonly string[]): Finding {
  const rules = figures.map((figure) => ({
    figure,
    value: 0.5,
    level,
    yellow: 0.4,
    red: 0.6,
    bad: "high" as const,
    reason: null,
    evidence: null,
  }));
  return { problem, level, rules };
}

test("every rule of the five problems and every indicator of the built-in scheme is answered", () => {
  const codes = DEFAULT_SCHEME.map(([code]) => String(code));
  expect([...FIGURES, ...codes].filter((need) => answeredBy(need).length === 0)).toEqual([]);
});

test("each of the nine cells holds at least two measures", () => {
  const cells = new Map<string, number>();
  for (const key of Object.keys(measureTexts)) {
    const cell = key.split(".")[1] ?? "";
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  expect(cells.size).toBe(9);
  expect([...cells].filter(([, count]) => count < 2)).toEqual([]);
});

test("every measure says what to do, who leads it and which figure should move", () => {
  for (const { task, owner, moves } of Object.values(measureTexts)) {
    expect(task.length).toBeGreaterThan(10);
    expect(owner).toMatch(/书记|委员|负责人/u);
    expect(moves).toMatch(/^\p{Script=Han}+(、\p{Script=Han}+)*$/u);
  }
});

test("red findings come before yellow ones, and those before obstacles", () => {
  const measures = measuresFor(
    [finding("老一套", "黄", ["形式单一"]), finding("慢一拍", "红", ["部署时差"])],
    [["B3", 0.4]],
  );
  expect(measures.slice(0, 3).map(({ answers }) => answers)).toEqual(["慢一拍", "老一套", "B3"]);
});

test("a red finding gets a second measure while there is room", () => {
  expect(measuresFor([finding("慢一拍", "红", ["部署时差"])], []).map(({ answers }) => answers)).toEqual([
    "慢一拍",
    "慢一拍",
  ]);
});

test("no branch is given more than five measures, and none twice", () => {
  const measures = measuresFor(
    [
      finding("两张皮", "红", FIGURES.slice(2, 6)),
      finding("老一套", "红", FIGURES.slice(9)),
      finding("慢一拍", "黄", ["三同步"]),
    ],
    [
      ["B1", 0.3],
      ["D1", 0.2],
      ["R1", 0.1],
    ],
  );
  expect(measures).toHaveLength(5);
  expect(new Set(measures.map(({ key }) => key)).size).toBe(5);
});

test("green and unassessed findings ask for nothing", () => {
  expect(measuresFor([finding("老一套", "绿", ["形式单一"]), finding("慢一拍", "未评", ["三同步"])], [])).toEqual([]);
});

test("an obstacle that a chosen measure answers already asks for nothing more", () => {
  expect(measuresFor([finding("慢一拍", "黄", ["部署时差"])], [["R3", 0.5]])).toHaveLength(1);
});

test("an indicator that the library does not know is passed over", () => {
  expect(
    measuresFor(
      [],
      [
        ["X9", 0.9],
        ["B3", 0.1],
      ],
    ).map(({ answers }) => answers),
  ).toEqual(["B3"]);
});

test("a measure is due within the year, one outside the library in a quarter", () => {
  for (const key of Object.keys(measureTexts)) {
    expect(isMeasureKey(key)).toBe(true);
    expect([1, 3, 6]).toContain(dueMonths(key));
  }
  expect(isMeasureKey("measure.none.1")).toBe(false);
  expect(dueMonths("measure.none.1")).toBe(3);
});
