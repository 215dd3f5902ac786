import { BANDS, FUSION_LEVELS } from "../core/assessment/indices";
import type { Count, OverviewMessages } from "../core/report/overview-messages";
import { levelSteps } from "./level-steps";
import { shareWords } from "./share-words";
import { signatureLine } from "./signature-line";

function counted(counts: readonly Count[]): string {
  return counts.map(({ name, count }) => `${name}${count}个`).join("、");
}

/** The words of 融合总览. */
export const overviewMessages: OverviewMessages = {
  stripBranches: "参评支部 / 全部支部",
  stripFusion: (levels) => `融合等级\n${levels}`,
  stripBands: (names) => `档次\n${names}`,
  stripRed: "红色问题数",
  stripRate: "平均可评率",
  light: "状态",
  worst: "首要问题",
  obstacle: "首要障碍",
  held: (indicator, degree) => `${indicator} ${degree}`,
  quadrantChart: (across, up) => `各支部${across}与${up}`,
  quadrants: (across, up, crossing, { both, across: onlyAcross, up: onlyUp, neither, missing }) =>
    `图示：以${crossing}为界，两项均达到的（右上）${both}个支部，仅${across}达到的（右下）${onlyAcross}个，仅${up}达到的（左上）${onlyUp}个，均未达到的（左下）${neither}个${missing > 0 ? `；另有${missing}个未评，不入图` : ""}。`,
  levelChart: "各融合等级支部数",
  levels: (levels, unassessed) => `图示：${counted(levels)}${unassessed > 0 ? `，未评${unassessed}个` : ""}。`,
  noQuadrants: "没有支部算出两项子系统指数，不作图。",
  noLevels: "没有支部算出融合指数，不作图。",
  findings: "主要情况",
  noneStands: (branches) => `${branches}个支部均未能算出融合指数，原因见“指标得分”的“未评与不适用”。`,
  stands: (assessed, mean, levels) => `${assessed}个支部算出融合指数，平均${mean}，其中${counted(levels)}。`,
  noneDiagnosed: "五类问题均缺少诊断所需的数据，未评。",
  allGreen: "五类问题均未达到黄线。",
  diagnosed: (red, yellow, problem, problemRed, problemYellow) =>
    `五类问题共有红色${red}项、黄色${yellow}项，最集中的是“${problem}”（红色${problemRed}个支部，黄色${problemYellow}个支部）。`,
  obstacles: (leading) =>
    `制约较多的指标是${leading.map(({ name, count }) => `${name}（${count}个支部）`).join("、")}，宜优先补齐。`,
  noObstacle: "各支部没有形成障碍的指标。",
  numbered: (position, sentence) => `${position}．${sentence}`,
  source: (tab) => `见“${tab}”`,
  notes: (assessment) => [
    `注：各支部按${assessment.hasRoster ? "支部名册" : "台账出现"}的顺序排列，${assessment.showRanks ? "名次按融合指数，数值相同的并列" : "不排名次"}。“未评”表示数据不足，不作零分；可评率低于${shareWords(assessment.thresholds.availability)}的，该子系统和百分制不评。`,
    `融合指数F＝100×√(协调度D×联结度L)，${levelSteps(FUSION_LEVELS, assessment.thresholds.fusion)}。百分制：${levelSteps(BANDS, assessment.thresholds.bands)}。协调度公式：${assessment.formula}。`,
    "状态：● 红为达到红线，▲ 黄为达到黄线，✔ 绿为未达到黄线，○ 未评为缺少数据。首要障碍后为障碍度。各项算法见“口径说明”。",
  ],
  vetoed: (branches) => `一票否决：${branches.join("、")}，依据见“先进支部评选”。`,
  signature: signatureLine,
};
