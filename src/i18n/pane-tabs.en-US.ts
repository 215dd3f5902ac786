import { message } from "./message";
import type { PaneTexts } from "./pane.zh-CN";

/** Texts of the pane's view in which the assessment tabs are chosen. The tabs are Chinese in every language; beside their names stands what they are. */
export const paneTabsEnUS: PaneTexts["tabs"] = {
  title: "Assessment tabs",
  all: "All tabs that have content",
  leftOut: message("Left out: {tabs}"),
  which: "Tabs to make",
  whichHint:
    "融合总览 (overview), 指标得分 (scores) and 口径说明 (method) are always made. A tab without content is not made; 口径说明 says why.",
  names: {
    branch: "支部评估表 (branches)",
    diagnosis: "问题诊断 (diagnosis)",
    tasks: "整改任务 (tasks)",
    selection: "先进支部评选 (selection)",
    stars: "月度与季度之星 (stars)",
    partners: "共建矩阵 (partners)",
    brands: "品牌与荣誉 (brands and honours)",
    pipeline: "队伍梯队分析 (pipeline)",
    units: "单位汇总 (units)",
    trend: "趋势 (trend)",
    checks: "数据核验 (checks)",
  },
  branchPages: "支部评估表 (branches)",
  onePage: "One tab, a page for each branch",
  eachPage: "A tab for each branch",
  selectionRanks: "Ranks in 先进支部评选 (selection)",
  selectionRanksHint:
    "Without ranks the branches stand in the order of the roster, with their conditions and whether they are selected.",
  history: "Keep a history",
  historyHint:
    "Every assessment adds the indices and totals of the branches to 历史记录 (history), in place of those of the same period. From two periods of the same length on, 趋势 (trend) is made.",
  fonts: "Typefaces",
  fontsSafe: "Usual ones (SimSun, SimHei, FangSong)",
  fontsOfficial: "Those of official documents (方正小标宋简体, 仿宋_GB2312 …)",
  fontsHint:
    "The typefaces of official documents have to be installed where the workbook is opened and printed; elsewhere Excel takes others, and pages may look different.",
  size: "Size of body text",
  points: message("{size} points"),
};
