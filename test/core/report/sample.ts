import type { Assessment } from "../../../src/core/assessment/assessment";
import { issue } from "../../../src/core/issues";
import { assessmentOf, branchOf } from "../../support/assessment";
import { sampleOutputs } from "./sample-outputs";

const place = (sheet: string, cell: string) => ({ sheet, cell });

/** Two units, five branches: strong, two skins, one with missing tables, one vetoed with a review, one founded later. */
export function representative(): Assessment {
  const strong = branchOf({
    branch: "第一支部",
    unit: "临江市人民检察院",
    scores: [1, 1, 0.75, 0.9, 1, 0.8, 0.9, 1],
    adjustments: [
      {
        kind: "加分",
        points: 2,
        reason: "承办全市现场会",
        basis: "临检发〔2021〕12号",
        approver: "王五",
        counted: true,
        place: place("加减分", "A2"),
      },
      {
        kind: "扣分",
        points: 1,
        reason: "材料迟报",
        basis: "通报",
        approver: "",
        counted: false,
        place: place("加减分", "A3"),
      },
    ],
    rest: {
      selected: true,
      rank: 1,
      robustness: { median: 1, low: 1, high: 1, selected: 1, leaveOneOut: { change: 0, code: null } },
    },
  });
  const skins = branchOf({
    branch: "第二支部",
    unit: "临江市人民检察院",
    scores: [1, 1, 1, 0.9, 0.8, 0.1, 0.2, 0.4],
    lights: { 两张皮: "红", 思想认识模糊性: "红", 慢一拍: "黄" },
    rest: { robustness: { median: 3, low: 2, high: 3, selected: 0, leaveOneOut: { change: 1, code: "R1" } } },
  });
  const missing = branchOf({
    branch: "离退休支部",
    unit: "清河县人民检察院",
    scores: [0.5, "不适用", 0.5, "未评", "不适用", 0.4, "未评", "未评"],
    lights: { 两张皮: "黄", 宣传片面化: "未评", 慢一拍: "未评" },
    rest: { kind: "离退休", secretary: null, absentTables: ["任务清单", "先锋岗"] },
  });
  const reviewed = branchOf({
    branch: "第三支部",
    unit: "清河县人民检察院",
    scores: [1, 1, 0.5, 0.85, 0.9, 0.75, 0.6, 0.75],
    vetoed: true,
    adjustments: [
      {
        kind: "一票否决",
        points: 0,
        reason: "发生违纪问题",
        basis: "纪检通报",
        approver: "赵六",
        counted: true,
        place: place("加减分", "A4"),
      },
    ],
    rest: { robustness: { median: 2, low: 2, high: 3, selected: 0, leaveOneOut: { change: 1, code: "B1" } } },
  });
  const d6 = reviewed.indicators["D6"];
  const third = {
    ...reviewed,
    indicators: {
      ...reviewed.indicators,
      ...(d6 === undefined
        ? {}
        : {
            D6: {
              ...d6,
              reviewed: true,
              computed: { score: 0.75, status: "assessed" as const },
              review: {
                self: 2,
                recheck: 1.5,
                approved: 1,
                comment: "两次由他人代讲",
                approver: "赵六",
                place: place("自评复核", "A2"),
              },
            },
          }),
    },
  };
  const later = branchOf({
    branch: "第四支部",
    unit: "清河县人民检察院",
    scores: [0, 0, 0, "未评", "未评", "未评", "未评", "未评"],
    lights: { 思想认识模糊性: "未评", 两张皮: "未评", 宣传片面化: "未评", 慢一拍: "未评", 老一套: "未评" },
    rest: { window: null },
  });
  return assessmentOf([strong, skins, missing, third, later], {
    indistinguishable: [[1, 3]],
    outputs: sampleOutputs(),
    pendingVetoes: [{ text: "第五支部", reason: "待查", place: place("加减分", "A5") }],
    stars: [
      {
        period: "2021-04",
        kind: "每月之星",
        name: "李四",
        branch: "第一支部",
        duties: 3,
        sum: 7,
        place: place("先锋岗", "A3"),
      },
    ],
    starChecks: [
      { code: "winnerWithoutPost", period: "2021-05", kind: "每月之星", name: "孙七", place: place("星级记录", "B4") },
      { code: "periodWithoutWinner", period: "2021Q2", kind: "季度之星", name: null, place: null },
    ],
    comparisonWeights: {
      D1: { scheme: 5 / 42, entropy: 0.2, critic: 0.1 },
      B1: { scheme: 12 / 42, entropy: null, critic: null },
    },
    issues: [
      issue("duplicateRow", place("活动台账", "A14"), { table: "活动台账", first: "A9" }),
      issue("dateUnreadable", place("活动台账", "B17"), { table: "活动台账", column: "日期", text: "春节前" }),
      issue("duplicateRow", place("活动台账", "A30"), { table: "活动台账", first: "A29" }),
      issue("parameterUnusable", place("参数", "B4"), { key: "评选比例", found: "很多", fallback: "0.2" }),
      issue("noLedger", null, { branch: "离退休支部", table: "任务清单" }),
    ],
  });
}
