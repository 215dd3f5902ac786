import { USUAL_REPORT } from "../../../src/core/choices";
import type { Assessment, BranchAssessment } from "../../../src/core/assessment/assessment";
import { buildReport } from "../../../src/core/report/report";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { representative } from "./sample";

const rows = (assessment: Assessment, selectionRanks: boolean) => {
  const { tabs } = buildReport(assessment, {
    messages: workbookMessages,
    choices: { ...USUAL_REPORT, selectionRanks },
    generatedAt: "2021-12-31 09:00",
    version: "1.0.0",
    live: null,
  });
  const tab = tabs.find(({ key }) => key === "selection");
  return (tab?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.value ?? ""));
};
const words = (assessment: Assessment, selectionRanks: boolean) =>
  rows(assessment, selectionRanks)
    .map((row) => row.join("\t"))
    .join("\n");

const branch = (name: string, rest: Partial<BranchAssessment> = {}) =>
  branchOf({ branch: name, scores: SCHEME.map(() => 0.9), rest });

const robustness = { median: 1.5, low: 1, high: 3, selected: 0.62, leaveOneOut: { change: 2, code: "D1" } };

/** 甲 is third, 乙 and 丙 share the first place, 丁 did not pass. */
const four = () =>
  assessmentOf(
    [
      branch("甲", { rank: 3, robustness }),
      branch("乙", { rank: 1, selected: true, robustness }),
      branch("丙", { rank: 1, selected: true, robustness }),
      branch("丁", { robustness }),
    ],
    {
      indistinguishable: [
        [1, 2],
        [2, 0],
      ],
    },
  );

describe("先进支部评选 with ranks", () => {
  test("has the rank, its median and interval, the share of draws that select, and what leaving out an indicator does", () => {
    const text = words(four(), true);
    expect(text).toMatch(/甲\t[^\n]*\t3\t通过\t1.5\t1—3\t0.62\t去掉D1，变动2位/u);
    for (const heading of ["名次", "中位名次", "5%—95%", "入选概率", "去掉一项指标"]) expect(text).toContain(heading);
    expect(text).toContain("随机变动1000次");
  });

  test("names joint places", () => {
    expect(words(four(), true)).toContain("并列：乙、丙同为第1名。");
    expect(words(representative(), true)).not.toContain("并列：");
  });

  test("puts branches of which each cannot be told apart from the next into one group", () => {
    const text = words(four(), true);
    expect(text).toContain("第1组：乙、丙、甲。");
    expect(text).not.toContain("第2组");
    const apart = { ...four(), indistinguishable: [[1, 2] as const, [0, 3] as const] };
    expect(words(apart, true)).toMatch(/第1组：乙、丙。\t*\n第2组：甲、丁。/u);
  });
});

describe("先进支部评选 without ranks", () => {
  test("keeps the order of the roster, the gates with their figures, who is selected, and the quota", () => {
    const own = rows(four(), false);
    expect(own.map(([first]) => String(first)).filter((name) => ["甲", "乙", "丙", "丁"].includes(name))).toEqual([
      "甲",
      "乙",
      "丙",
      "丁",
    ]);
    const text = words(four(), false);
    expect(text).toMatch(/乙\t✔ 通过\t[^\n]*\t入选/u);
    expect(text).toMatch(/甲\t✔ 通过\t[^\n]*\t通过$/mu);
    expect(text).toContain("名额1个");
    expect(text).toContain("入选支部：乙、丙。");
  });

  test("has no word of ranks, intervals or groups", () => {
    const text = words(four(), false).replace("不列名次", "");
    for (const word of ["名次", "5%—95%", "入选概率", "不可区分", "第1组", "并列"]) expect(text).not.toContain(word);
  });

  test("shows vetoes with their grounds all the same", () => {
    expect(words(representative(), false)).toContain("发生违纪问题");
  });
});

describe("the tabs that were not made", () => {
  const method = (choices: Partial<typeof USUAL_REPORT>) => {
    const { tabs } = buildReport(four(), {
      messages: workbookMessages,
      choices: { ...USUAL_REPORT, ...choices },
      generatedAt: "2021-12-31 09:00",
      version: "1.0.0",
      live: null,
    });
    const text = (tabs.find(({ key }) => key === "method")?.rows ?? [])
      .map(({ cells }) => cells.flatMap((cell) => cell?.value ?? []).join("\t"))
      .join("\n");
    return { keys: tabs.map(({ key }) => key), text: text.slice(text.indexOf("未生成的评估表")) };
  };

  test("stand in 口径说明 with the reason: left out by choice, or nothing to say", () => {
    const { keys, text } = method({ omittedTabs: ["selection"] });
    expect(keys).not.toContain("selection");
    expect(text).toContain("先进支部评选\t填报人选择不生成");
    expect(text).toContain("单位汇总\t支部同属一个单位");
    expect(text).toContain("历史记录\t没有选择保存历史记录");
    expect(text).not.toContain("问题诊断\t");
  });

  test("are as many as there are kinds that a run did not make", () => {
    const { keys, text } = method({ history: true });
    const { tabs } = workbookMessages;
    for (const [key, name] of Object.entries(tabs))
      expect([key, text.includes(`${name}\t`)]).toEqual([key, !keys.includes(key)]);
  });
});
