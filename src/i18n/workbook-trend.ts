import type { TrendMessages } from "../core/report/trend-messages";

/** The words of 趋势. */
export const trendMessages: TrendMessages = {
  means: "一、各期平均",
  meansHeadings: ["期间", "截止日", "支部数", "协调度D", "联结度L", "融合指数F", "百分制", "评分标准", "依据"],
  figures: {
    fusion: "二、各支部融合指数F",
    total: "三、各支部百分制",
    coordination: "四、各支部协调度D",
    linkage: "五、各支部联结度L",
  },
  change: "比上期",
  noRecord: "无记录",
  noneAssessed: "各支部各期均未评。",
  schemeSame: "与上期相同",
  schemeChanged: "与上期不同",
  schemeUnknown: "—",
  rows: (row) => `第${row}行起`,
  meansChart: (figures) => `${figures.join("、")}各期平均`,
  branchesChart: "各支部融合指数",
  points: "分",
  index: "指数",
  chartData: "图表数据",
  chartNote: "注：只列已算出的数值，未评和无记录的不作零分入图。",
  moved: (figure, before, now, change) =>
    change === "" ? `${figure}平均由${before}变为${now}，没有变化` : `${figure}平均由${before}变为${now}，${change}`,
  rose: (by) => `提高${by}`,
  fell: (by) => `下降${by}`,
  compared: (before, now, sentences) => `与${before}相比，${now}${sentences.join("；")}。`,
  ofBoth: (figure, branches) => `${figure}（两期均已评的${branches}个支部）`,
  unavailable: (figure) => `${figure}没有两期均已评的支部，不作比较`,
  branchesMoved: ({ branches, up, down, same }, change) =>
    `两期均有融合指数的支部${branches}个，其中提高${up}个、下降${down}个、持平${same}个${change === "" ? "" : `，平均${change}`}。`,
  noneMoved: "没有两期均算出融合指数的支部。",
  manyBranches: (branches) => `支部${branches}个，不逐个作图，数值见下表。`,
  branchesShown: (branches, periods) => `上图为${branches}个支部${periods}期的融合指数，未评和无记录的期间不作图。`,
  schemeNote: (periods) =>
    `${periods.join("、")}的评分标准或参数与上期不同，前后数值的差别可能由此引起，不宜直接比较。`,
  cutNote: (periods) => `${periods.join("、")}未评估到期末，数值不是全期的。`,
  otherNote: (periods) => `${periods.join("、")}的长短与本期不同，不作比较，数值见“历史记录”。`,
  earlierNote: (count) => `更早的${count}期未列，见“历史记录”。`,
  joined: (branches) => `新增支部：${branches.join("、")}。`,
  gone: (branches) => `不再列入的支部：${branches.join("、")}。`,
  note: "注：各期数值取自“历史记录”，是当期评估时的结果，不按现行标准重算；本期数值取自“指标得分”。平均只计已算出的支部；“比上期”和图下的比较只计两期均已算出的支部。",
  cut: (period, day) => `${period}（截至${day}）`,
};
