import type { HistoryMessages } from "../core/report/history-messages";

/** The words of 历史记录. */
export const historyMessages: HistoryMessages = {
  headings: {
    period: "期间",
    asOf: "截止日",
    generatedAt: "生成日期",
    unit: "单位",
    branch: "支部",
    coupling: "耦合度C",
    development: "发展度T",
    coordination: "协调度D",
    linkage: "联结度L",
    fusion: "融合指数F",
    total: "百分制",
    fingerprint: "可比指纹",
    note: "备注",
  },
  notePrefix: "注：",
  notes: [
    "本表逐期保存各支部的评估结果，重新评估同一期间时以最近一次为准，其他期间不改动。备注由填报人填写，表中不另加列。",
    "可比指纹由评分标准和除截止日、显示名次外的参数得出，两期相同的，口径一致；不同的，数值不宜直接比较。",
  ],
  unread: (rows) => `以下${rows}行的期间、支部或数值无法识别，照原样保留，更正后下次评估即并入。`,
};
