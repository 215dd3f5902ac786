/** How the rows of a table are placed in time (methodology §2 and §3). */
export type Dating = "none" | "date" | "task" | "period";

export type ColumnKind = "text" | "date" | "number" | "period" | "person" | "category" | "yesNo";

/** One input table: its columns in order, and which of them make it recognisable. */
export interface TableSchema {
  readonly name: string;
  readonly english: string;
  readonly dating: Dating;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** All of these columns … */
  readonly required: readonly string[];
  /** … and, where not empty, at least one of these. */
  readonly oneOf: readonly string[];
}

const T = "text" as const;
const D = "date" as const;
const N = "number" as const;
const P = "person" as const;
const C = "category" as const;
const Y = "yesNo" as const;
const Q = "period" as const;

/** The input tables in the order that decides ties (methodology §2). Any ledger may carry 单位. */
export const TABLES: readonly TableSchema[] = [
  {
    name: "支部名册",
    english: "Branches",
    dating: "none",
    columns: {
      支部: T,
      单位: T,
      层级: T,
      类型: T,
      支部书记: P,
      党员数: N,
      支委会: Y,
      党小组数: N,
      业务部门: T,
      支部品牌: T,
      品牌内涵: T,
      成立日期: D,
      撤销日期: D,
    },
    required: ["支部"],
    oneOf: ["支部书记", "党员数", "支委会"],
  },
  {
    name: "活动台账",
    english: "Activities",
    dating: "date",
    columns: {
      支部: T,
      日期: D,
      类别: C,
      主题: T,
      载体: C,
      主持人: P,
      应到: N,
      实到: N,
      业务结合点: T,
      业务条线: T,
      共建方向: C,
      共建单位: T,
      "党建+": T,
      转化措施: T,
      转化状态: C,
      成效: T,
      品牌活动: Y,
      佐证: T,
      备注: T,
      单位: T,
    },
    required: ["支部", "日期", "类别"],
    oneOf: [],
  },
  {
    name: "业务指标",
    english: "BusinessMetrics",
    dating: "period",
    columns: { 支部: T, 期间: Q, 指标: T, 数值: N, 下限: N, 上限: N, 方向: T, 单位: T },
    required: ["支部", "期间", "指标", "数值", "下限", "上限"],
    oneOf: [],
  },
  {
    name: "任务清单",
    english: "Tasks",
    dating: "task",
    columns: {
      任务: T,
      支部: T,
      责任人: P,
      期限: D,
      完成日: D,
      党建部署日: D,
      业务部署日: D,
      党建落实日: D,
      业务落实日: D,
      党建考核日: D,
      业务考核日: D,
      单位: T,
    },
    required: ["任务", "支部"],
    oneOf: [],
  },
  {
    name: "办案效果",
    english: "Cases",
    dating: "date",
    columns: {
      支部: T,
      日期: D,
      案件: T,
      类型: T,
      政治效果: T,
      社会效果: T,
      法律效果: T,
      来信收到日: D,
      来信回复日: D,
      听证: T,
      听证参加人: T,
      单位: T,
    },
    required: ["支部", "日期"],
    oneOf: ["案件", "政治效果", "来信收到日", "听证"],
  },
  {
    name: "监督整改",
    english: "Findings",
    dating: "date",
    columns: { 支部: T, 日期: D, 来源: T, 问题: T, 应整改日: D, 整改日: D, 单位: T },
    required: ["支部", "日期"],
    oneOf: ["问题", "应整改日"],
  },
  {
    name: "先锋岗",
    english: "PioneerPosts",
    dating: "period",
    columns: {
      姓名: P,
      支部: T,
      政治素质: T,
      业务能力: T,
      纪律作风: T,
      重大案件: N,
      重要事项: N,
      疑难问题: N,
      实践活动: N,
      期间: Q,
      单位: T,
    },
    required: ["姓名", "支部"],
    oneOf: ["政治素质", "业务能力", "纪律作风", "重大案件", "重要事项", "疑难问题", "实践活动"],
  },
  {
    name: "星级记录",
    english: "Stars",
    dating: "period",
    columns: { 期间: Q, 姓名: P, 支部: T, 类型: T, 单位: T },
    required: ["期间", "姓名", "支部"],
    oneOf: [],
  },
  {
    name: "亮身份抽查",
    english: "BadgeChecks",
    dating: "date",
    columns: { 支部: T, 日期: D, 抽查人数: N, 佩戴人数: N, 单位: T },
    required: ["支部", "日期", "抽查人数", "佩戴人数"],
    oneOf: [],
  },
  {
    name: "荣誉成果",
    english: "Honours",
    dating: "date",
    columns: { 日期: D, 支部: T, 名称: T, 授予单位: T, 级别: T, 类别: T, 单位: T },
    required: ["日期", "支部", "名称"],
    oneOf: [],
  },
  {
    name: "宣传",
    english: "Publicity",
    dating: "date",
    columns: { 日期: D, 支部: T, 标题: T, 主题类型: C, 媒体级别: T, 单位: T },
    required: ["日期", "支部", "标题"],
    oneOf: [],
  },
  {
    name: "队伍梯队",
    english: "Pipeline",
    dating: "period",
    columns: { 支部: T, 期间: Q, 干警: N, 党员: N, 骨干: N, 先进: N, 单位: T },
    required: ["支部", "期间"],
    oneOf: ["干警", "党员", "骨干", "先进"],
  },
  {
    name: "加减分",
    english: "Adjustments",
    dating: "date",
    columns: { 支部: T, 日期: D, 类型: T, 分值: N, 理由: T, 依据: T, 审批人: P, 单位: T },
    required: ["支部", "日期", "类型"],
    oneOf: [],
  },
  {
    name: "自评复核",
    english: "Reviews",
    dating: "period",
    columns: { 支部: T, 期间: Q, 代码: T, 自评分: N, 复核分: N, 审定分: N, 复核意见: T, 审定人: P, 单位: T },
    required: ["支部", "期间", "代码"],
    oneOf: [],
  },
];

/** The table of that name. */
export function tableSchema(name: string): TableSchema | null {
  return TABLES.find((table) => table.name === name) ?? null;
}

/** Where a range is named 支部名册 or Branches, one of these beside 支部 suffices. */
export const ROSTER_BY_NAME: readonly string[] = ["单位", "类型"];

/** The fields that date a task, each where the one before is blank (methodology §3). */
export const TASK_DATES: readonly string[] = ["期限", "业务部署日", "党建部署日"];

/** The four duties of a 先锋岗 and its three criteria. */
export const DUTIES: readonly string[] = ["重大案件", "重要事项", "疑难问题", "实践活动"];
export const CRITERIA: readonly string[] = ["政治素质", "业务能力", "纪律作风"];

/** The three stages of 三同步: the 党建 and the 业务 date of each. */
export const STAGES: readonly (readonly [party: string, business: string])[] = [
  ["党建部署日", "业务部署日"],
  ["党建落实日", "业务落实日"],
  ["党建考核日", "业务考核日"],
];
