import { message } from "./message";
import { TAB_NAMES } from "./tab-names";

/** Texts of the pane's view in which the assessment tabs are chosen. */
export const paneTabsZhCN = {
  title: "评估表选项",
  all: "有内容的评估表全部生成",
  leftOut: message("不生成：{tabs}"),
  which: "生成的评估表",
  whichHint: "融合总览、指标得分、口径说明总是生成。没有内容的表不生成，原因列在口径说明中。",
  names: {
    branch: TAB_NAMES.branch,
    diagnosis: TAB_NAMES.diagnosis,
    tasks: TAB_NAMES.tasks,
    selection: TAB_NAMES.selection,
    stars: TAB_NAMES.stars,
    partners: TAB_NAMES.partners,
    brands: TAB_NAMES.brands,
    pipeline: TAB_NAMES.pipeline,
    units: TAB_NAMES.units,
    trend: TAB_NAMES.trend,
    checks: TAB_NAMES.checks,
  },
  branchPages: TAB_NAMES.branch,
  onePage: "合为一表，每支部一页",
  eachPage: "每支部一表",
  selectionRanks: "先进支部评选列出名次",
  selectionRanksHint: "关闭后按名册顺序列出，写明各项条件和是否入选，不写名次。",
  history: "保存历史记录",
  historyHint:
    "每次评估后把各支部的指数和百分制记入“历史记录”表，同一期间以最近一次为准。有两个以上同样长短的期间，即生成“趋势”表。",
  fonts: "字体",
  fontsSafe: "通用字体（宋体、黑体、仿宋）",
  fontsOfficial: "公文字体（方正小标宋简体、仿宋_GB2312等）",
  fontsHint: "公文字体须已安装在打开和打印的电脑上；没有安装的，Excel以其他字体代替，版面会有出入。",
  size: "正文字号",
  points: message("{size}磅"),
};
