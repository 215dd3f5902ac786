import type { Finding, Light } from "../../../src/core/assessment/assessment";
import { BUILT_IN_LIBRARY, type LibraryMeasure } from "../../../src/core/diagnosis/library";
import { answersTo, dueDay, measuresFor } from "../../../src/core/diagnosis/measures";
import { DEFAULT_SCHEME } from "../../../src/core/scheme/default-scheme";

const LIBRARY = BUILT_IN_LIBRARY.measures;
const chosenFor = (
  findings: readonly Finding[],
  obstacles: readonly (readonly [code: string, degree: number])[],
  library: readonly LibraryMeasure[] = LIBRARY,
) => measuresFor(findings, obstacles, library, "2021-12-31");

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
  expect([...FIGURES, ...codes].filter((need) => answersTo(need, LIBRARY).length === 0)).toEqual([]);
});

test("each of the nine cells holds at least three measures", () => {
  const cells = new Map<string, number>();
  for (const { category, aspect } of LIBRARY)
    cells.set(`${category} ${aspect}`, (cells.get(`${category} ${aspect}`) ?? 0) + 1);
  expect([...cells.keys()]).toEqual([
    "思想认识 政治机关意识",
    "思想认识 服务大局意识",
    "思想认识 党建管总业务支撑意识",
    "工作机制 工作指导",
    "工作机制 监督制约",
    "工作机制 考核评价",
    "工作能力 政治能力",
    "工作能力 群众工作能力",
    "工作能力 抓落实能力",
  ]);
  expect([...cells].filter(([, count]) => count < 3)).toEqual([]);
});

test("every measure says what to do, who leads it, within how many months and which figures should move", () => {
  const named = new Set([...FIGURES, ...DEFAULT_SCHEME.map(([, name]) => String(name))]);
  for (const { task, owner, months, answers, moves } of LIBRARY) {
    expect(task.length).toBeGreaterThan(20);
    expect(owner).toMatch(/^(支部书记|(组织|宣传|纪检)委员|业务部门负责人)$/u);
    expect([1, 3, 6]).toContain(months);
    expect(answers).not.toHaveLength(0);
    expect(moves).not.toHaveLength(0);
    expect(moves.filter((figure) => !named.has(figure))).toEqual([]);
  }
  expect(new Set(LIBRARY.map(({ key }) => key)).size).toBe(LIBRARY.length);
});

test("each row of the table answers first what the methodology gives to it", () => {
  const first = (need: string) => answersTo(need, LIBRARY)[0]?.category;
  const rows: Readonly<Record<string, readonly string[]>> = {
    思想认识: ["未结合率", "忙时弱化", "R1", "B4"],
    工作机制: ["宣传融合率", "部署时差", "三同步", "事务化", "B2", "B3", "R2", "R3", "R7"],
    工作能力: ["形式单一", "主题雷同", "R4", "R5", "R6", "D8", "D9"],
  };
  for (const [category, needs] of Object.entries(rows))
    expect(needs.map((need) => [need, first(need)])).toEqual(needs.map((need) => [need, category]));
});

test("what names a need earlier in 针对 is meant for it more; of equals the first row is taken", () => {
  const measure = (key: string, answers: readonly string[]): LibraryMeasure => ({
    category: "",
    aspect: "",
    key,
    task: key,
    owner: "",
    months: 3,
    answers,
    moves: [],
  });
  const library = [measure("甲", ["X", "Y"]), measure("乙", ["Y"]), measure("丙", ["Y", "X"]), measure("丁", [])];
  expect(answersTo("Y", library).map(({ key }) => key)).toEqual(["乙", "丙", "甲"]);
  expect(answersTo("X", library).map(({ key }) => key)).toEqual(["甲", "丙"]);
  expect(answersTo("Z", library)).toEqual([]);
});

test("red findings come before yellow ones, and those before obstacles", () => {
  const measures = chosenFor(
    [finding("老一套", "黄", ["形式单一"]), finding("慢一拍", "红", ["部署时差"])],
    [["B3", 0.4]],
  );
  expect(measures.slice(0, 3).map(({ answers }) => answers)).toEqual(["慢一拍", "老一套", "B3"]);
});

test("a red finding gets a second measure while there is room", () => {
  expect(chosenFor([finding("慢一拍", "红", ["部署时差"])], []).map(({ answers }) => answers)).toEqual([
    "慢一拍",
    "慢一拍",
  ]);
});

test("no branch is given more than five measures, and none twice", () => {
  const measures = chosenFor(
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
  expect(chosenFor([finding("老一套", "绿", ["形式单一"]), finding("慢一拍", "未评", ["三同步"])], [])).toEqual([]);
});

test("an obstacle that a chosen measure answers already asks for nothing more", () => {
  expect(chosenFor([finding("慢一拍", "黄", ["部署时差"])], [["R3", 0.5]])).toHaveLength(1);
});

test("an indicator that the library does not know is passed over", () => {
  expect(
    chosenFor(
      [],
      [
        ["X9", 0.9],
        ["B3", 0.1],
      ],
    ).map(({ answers }) => answers),
  ).toEqual(["B3"]);
});

test("a measure carries its words, the figure that asked for it and its day", () => {
  expect(chosenFor([], [["B3", 0.5]])).toEqual([
    {
      key: "J2-1",
      answers: "B3",
      figure: "B3",
      task: "流程监控和质量评查发现的问题逐条定人定期限整改，销号后补登整改日",
      owner: "业务部门负责人",
      moves: ["监督问题整改"],
      due: "2022-01-31",
    },
  ]);
});

test.each([
  ["2021-12-31", 1, "2022-01-31"],
  ["2021-06-15", 0, "2021-06-30"],
  ["2021-11-30", 3, "2022-02-28"],
  ["不详", 3, "不详"],
])("a measure of %s and %i months is due at the end of the month, %s", (asOf, months, due) => {
  expect(dueDay(asOf, months)).toBe(due);
});
