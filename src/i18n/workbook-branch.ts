import type { BranchMessages } from "../core/report/branch-messages";

type Counts = Parameters<BranchMessages["carriers"]>[0];

/** Which carriers were used, the most used one, and which were not. */
function carriers(counts: Counts): string {
  const used = counts.filter(({ count }) => count > 0);
  const idle = counts.filter(({ count }) => count === 0).map(({ carrier }) => carrier);
  const [most] = [...used].sort((one, other) => other.count - one.count);
  if (most === undefined) return "图示：评估期内没有填写载体的活动。";
  const extent =
    idle.length === 0 ? `${counts.length}个载体均有活动` : `${counts.length}个载体中${used.length}个有活动`;
  const rest = idle.length === 0 ? "" : `；${idle.join("、")}没有活动`;
  return `图示：${extent}，最多的是${most.carrier}（${most.count}次）${rest}。`;
}

/** The words of 支部评估表. */
export const branchMessages: BranchMessages = {
  tabName: (branch) => `${branch}评估表`,
  secretary: "支部书记",
  kind: "类型",
  window: "评估窗口",
  noRoster: "无名册",
  days: (first, last) => `${first}至${last}`,
  noWindow: "不在评估期内",
  noWindowNote: "本支部不在评估期内，各项指标不适用，不作评估。",
  adjustment: ({ kind, points, reason, basis, approver }) =>
    `${kind}${kind === "一票否决" ? "" : `${points}分`}：${[
      reason,
      basis === "" ? "" : `依据${basis}`,
      approver === "" ? "" : `审批人${approver}`,
    ]
      .filter((part) => part !== "")
      .join("，")}。`,
  subsystem: (name) => `${name}指数`,
  won: "得分",
  indicatorHeadings: ["指标", "原始值", "下限", "上限", "达成度", "分值", "得分"],
  reviewHeadings: ["自评", "复核", "审定"],
  evidence: "依据或原因",
  reversed: (indicator) => `${indicator}（逆向）`,
  source: (source, rows) => `${source}：${rows}`,
  reviewed: (source) => `按审定分；${source}`,
  noEvidence: "按审定分",
  carrierHeadings: ["载体", "次数"],
  carrierSource: "依据",
  carrierChart: "载体活动次数",
  carriers,
  noCarriers: (reason) => `载体未评，不作图：${reason}。`,
  obstacleHeadings: ["障碍指标", "障碍度", "依据"],
  noObstacles: "没有形成障碍的指标。",
  problemHeadings: ["五类问题", "状态", "诊断数值与界限"],
  several: (reached, count) => `${reached}等${count}项`,
  measureHeadings: ["针对", "对策建议", "责任人", "完成期限"],
  noMeasures: "没有需要列出对策的问题和障碍指标。",
  branchOpinion: "支部意见",
  committeeOpinion: "机关党委意见",
  signature: "填报人：…………　　支部书记：…………　　审核人：…………　　　　　年　　月　　日",
};
