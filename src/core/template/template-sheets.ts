import type { CellValue } from "../grid";
import { type ColumnKind, TABLES, type TableSchema } from "../ledger/schema";
import type { Words } from "../ledger/vocabulary";
import type { NewColumn, NewSheet, ValueList } from "./new-sheet";

/** Columns whose values the methodology (§2) closes, beside the vocabularies: table, column → values. */
const CLOSED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  支部名册: { 层级: ["市院", "基层院"], 类型: ["业务", "综合", "离退休"], 支委会: ["有", "无"] },
  活动台账: { 品牌活动: ["是", "否"] },
  业务指标: { 方向: ["正向", "逆向"] },
  监督整改: { 来源: ["流程监控", "质量评查", "其他"] },
  星级记录: { 类型: ["每月之星", "季度之星"] },
  荣誉成果: { 级别: ["国家", "省", "市", "县"] },
  加减分: { 类型: ["加分", "扣分", "一票否决"] },
};

/** Vocabularies of which a cell may name several values, so that a list can only suggest. */
const SEVERAL: readonly string[] = ["类别", "载体", "共建方向"];

/** What a column holds decides its width in half-width characters. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 18,
  date: 12,
  number: 10,
  period: 12,
  person: 12,
  category: 16,
  yesNo: 10,
};

/** Columns of longer texts. */
const WIDE: Readonly<Record<string, number>> = {
  支部: 24,
  主题: 32,
  业务结合点: 28,
  转化措施: 28,
  成效: 32,
  备注: 24,
  任务: 32,
  案件: 24,
  问题: 32,
  名称: 28,
  标题: 36,
  理由: 32,
  依据: 28,
  复核意见: 28,
  品牌内涵: 28,
};

/** An example of each column; a table's own comes before that of all tables. Days are serial numbers of 2021. */
const EXAMPLES: Readonly<Record<string, CellValue>> = {
  支部: "示例：第一检察部党支部",
  单位: "某某县人民检察院",
  层级: "基层院",
  支部书记: "张某",
  党员数: 12,
  支委会: "有",
  党小组数: 2,
  业务部门: "第一检察部",
  成立日期: 43466,
  日期: 44291,
  类别: "主题党日",
  主题: "学党史、办实事",
  载体: "学习教育",
  主持人: "张某",
  应到: 12,
  实到: 11,
  业务结合点: "公开听证",
  业务条线: "刑事检察",
  共建方向: "横向交流",
  共建单位: "某某社区党支部",
  转化措施: "建立联系点制度",
  转化状态: "推进中",
  成效: "化解积案两件",
  品牌活动: "否",
  期间: "2021",
  指标: "办案期限内办结率",
  数值: 0.95,
  下限: 0.8,
  上限: 1,
  方向: "正向",
  任务: "开展专题普法",
  责任人: "李某",
  期限: 44377,
  完成日: 44370,
  党建部署日: 44287,
  业务部署日: 44289,
  党建落实日: 44320,
  业务落实日: 44322,
  党建考核日: 44375,
  业务考核日: 44376,
  案件: "某某案",
  政治效果: "维护安全稳定",
  社会效果: "化解矛盾",
  法律效果: "准确适用法律",
  来信收到日: 44291,
  来信回复日: 44295,
  听证: "是",
  听证参加人: "人民监督员",
  来源: "质量评查",
  问题: "文书用语不规范",
  应整改日: 44316,
  整改日: 44312,
  姓名: "王某",
  政治素质: "合格",
  业务能力: "合格",
  纪律作风: "合格",
  重大案件: 1,
  重要事项: 1,
  疑难问题: 0,
  实践活动: 2,
  抽查人数: 10,
  佩戴人数: 10,
  名称: "先进集体",
  授予单位: "某某市人民检察院",
  级别: "市",
  标题: "检察长进校园讲法治课",
  主题类型: "融合",
  媒体级别: "市级",
  干警: 20,
  党员: 12,
  骨干: 5,
  先进: 2,
  分值: 2,
  理由: "获市级表彰",
  依据: "表彰文件",
  审批人: "赵某",
  代码: "D1",
  自评分: 5,
  复核分: 4,
  审定分: 4,
  复核意见: "缺少一季度记录",
  审定人: "赵某",
};
const OWN_EXAMPLES: Readonly<Record<string, Readonly<Record<string, CellValue>>>> = {
  支部名册: { 类型: "业务", 支部品牌: "检徽闪耀", 品牌内涵: "以党建促办案" },
  办案效果: { 类型: "审查起诉" },
  先锋岗: { 期间: "2021Q2" },
  星级记录: { 期间: "2021-04", 类型: "每月之星" },
  荣誉成果: { 类别: "集体" },
  加减分: { 类型: "加分" },
};

/**
 * The sheets of a new workbook: one for each table of methodology §2, with its columns, lists of the closed vocabularies in
 * effect, and a row that begins with 示例 in 支部, which reading skips. 单位 stands in the roster only; any ledger may get it.
 */
export function templateSheets(words: Words): readonly NewSheet[] {
  return TABLES.map((table) => {
    const fields = Object.keys(table.columns).filter((field) => field !== "单位" || table.name === "支部名册");
    return {
      name: table.name,
      columns: fields.map((field) => templateColumn(table, field, words)),
      rows: [fields.map((field) => OWN_EXAMPLES[table.name]?.[field] ?? EXAMPLES[field] ?? null)],
      example: true,
      cellLists: [],
    };
  });
}

function templateColumn(table: TableSchema, field: string, words: Words): NewColumn {
  const kind = table.columns[field] ?? "text";
  const format = kind === "date" ? "date" : kind === "period" ? "text" : null;
  return { header: field, width: WIDE[field] ?? WIDTHS[kind], format, list: listOf(table, field, kind, words) };
}

function listOf(table: TableSchema, field: string, kind: ColumnKind, words: Words): ValueList | null {
  const values = CLOSED[table.name]?.[field] ?? (kind === "category" ? words.categories[field] : undefined);
  return values === undefined ? null : { values, strict: !SEVERAL.includes(field) };
}
