import type { TabKind } from "../core/report/tab-kinds";

/** The names of the assessment tabs, Chinese in every locale: the tabs are the clerk's documents. */
export const TAB_NAMES = {
  overview: "融合总览",
  branch: "支部评估表",
  scores: "指标得分",
  diagnosis: "问题诊断",
  tasks: "整改任务",
  selection: "先进支部评选",
  stars: "月度与季度之星",
  partners: "共建矩阵",
  brands: "品牌与荣誉",
  pipeline: "队伍梯队分析",
  units: "单位汇总",
  trend: "趋势",
  history: "历史记录",
  checks: "数据核验",
  method: "口径说明",
} as const satisfies Readonly<Record<TabKind, string>>;
