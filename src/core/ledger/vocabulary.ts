import type { CellValue } from "../grid";
import { firstCharacterTest } from "./first-character";
import { comparable, compact, headerForm, isErrorValue, splitCell, textOf } from "./text";

/** One closed vocabulary: its values, and every way to write one of them. */
interface Category {
  readonly values: readonly string[];
  readonly synonyms: ReadonlyMap<string, string>;
}

/** The words a workbook uses, as set by 参数 or by default (methodology §2, appendices A and B). */
export interface Vocabulary {
  readonly blankWords: ReadonlySet<string>;
  /** Tells most texts from a 空值 word, an error value and white space by their first character. */
  readonly mayBeBlank: (text: string) => boolean;
  /** Normal form of a header → canonical column name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly categories: Readonly<Record<string, Category>>;
}

/** The words as lists, before they are indexed: what 参数 may change, and part of the fingerprint. */
export interface Words {
  readonly blankWords: readonly string[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly categories: Readonly<Record<string, readonly string[]>>;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

const YES_WORDS: ReadonlySet<string> = new Set(["√", "✓", "☑", "是", "有", "已", "y", "yes", "1", "true"]);
const PARTY_PLUS = "党建+";
const CARRIER_VERBS: Readonly<Record<string, string>> = {
  学习教育: "做实",
  党建阵地: "做好",
  提质增效: "做优",
  创先争优: "做强",
  党支部共建: "做活",
  示范引领: "做细",
};

/** Kinds of meeting that procedure demands; all other activities are A of methodology §7. */
export const PROCEDURAL: readonly string[] = [
  "支部党员大会",
  "支委会",
  "党小组会",
  "组织生活会",
  "民主评议",
  "谈心谈话",
];

export const DEFAULT_WORDS: Words = {
  blankWords: ["无", "暂无", "没有", "/", "\\", "-", "—", "——", "×", "✗", "否", "未", "N/A"],
  categories: {
    类别: [
      "支部党员大会",
      "支委会",
      "党小组会",
      "党课",
      "主题党日",
      "组织生活会",
      "民主评议",
      "谈心谈话",
      "集中学习",
      "传达文件",
      "发展党员",
      "联学联建",
      "观摩学习",
      "座谈研讨",
      "志愿服务",
      "其他",
    ],
    载体: ["学习教育", "党建阵地", "提质增效", "创先争优", "党支部共建", "示范引领"],
    共建方向: ["内部联建", "上下级对口", "横向交流", PARTY_PLUS],
    转化状态: ["已落实", "推进中", "未落实"],
    主题类型: ["业务", "党员先进性", "融合"],
  },
  synonyms: {
    支部党员大会: ["党员大会", "支部大会", "党员会议"],
    支委会: ["支部委员会", "支委会议", "支部委员会会议"],
    党小组会: ["小组会", "党小组会议"],
    党课: ["讲党课", "上党课", "书记讲党课", "专题党课"],
    主题党日: ["主题党日活动", "党日活动", "党员活动日"],
    组织生活会: ["专题组织生活会"],
    民主评议: ["民主评议党员"],
    谈心谈话: ["谈话", "谈心"],
    集中学习: ["理论学习", "政治学习", "学习"],
    传达文件: ["传达学习", "文件传达"],
    发展党员: ["发展党员工作"],
    联学联建: ["联学共建", "联建", "支部联建", "支部共建"],
    观摩学习: ["外出观摩", "参观学习", "考察学习", "观摩"],
    座谈研讨: ["座谈会", "研讨会", "专题研讨", "座谈"],
    志愿服务: ["志愿活动", "志愿者服务", "志愿服务活动"],
    内部联建: ["内部", "院内联建"],
    上下级对口: ["上下级", "对口共建", "纵向"],
    横向交流: ["横向"],
    已落实: ["已转化", "已完成", "落实"],
  },
  aliases: {
    支部: ["党支部", "支部名称", "党支部名称", "所属支部", "所在支部", "承办支部", "责任支部"],
    单位: ["院", "所属单位", "所属院", "检察院"],
    日期: ["时间", "活动日期", "活动时间", "开展时间", "开展日期", "检查日期", "抽查日期", "发现日期", "办结日期"],
    类别: ["活动类别", "活动类型", "会议类型", "活动形式", "组织生活类型"],
    主题: ["活动主题", "活动名称", "活动内容", "会议主题", "内容"],
    主持人: ["主讲人", "授课人", "主持"],
    应到: ["应到人数", "应参加人数", "应出席"],
    实到: ["实到人数", "实际参加", "参加人数", "出席人数"],
    业务结合点: ["结合业务", "业务结合", "结合业务事项", "融合点"],
    共建方向: ["共建类型", "联建方向"],
    共建单位: ["共建对象", "联建单位", "共建支部"],
    转化状态: ["转化情况", "成果转化"],
    品牌活动: ["是否品牌活动", "特色活动"],
    支部书记: ["书记", "书记姓名"],
    党员数: ["党员人数", "在册党员"],
    支委会: ["设支委会", "是否设支委会"],
    党小组数: ["党小组", "小组数"],
    业务部门: ["对应部门", "部门", "所在部门"],
    支部品牌: ["品牌", "品牌名称", "特色品牌"],
    成立日期: ["成立时间"],
    任务: ["任务名称", "工作任务", "事项"],
    责任人: ["负责人", "承办人"],
    期限: ["完成期限", "完成时限", "截止日期"],
    完成日: ["完成日期", "完成时间", "办结日"],
    案件: ["案号", "案件名称"],
    听证参加人: ["听证员", "参加听证人员"],
    问题: ["发现问题", "存在问题"],
    来源: ["问题来源"],
    应整改日: ["整改期限", "整改时限"],
    整改日: ["整改日期", "整改完成日"],
    姓名: ["党员姓名"],
    名称: ["荣誉名称", "荣誉"],
    授予单位: ["颁发单位", "表彰单位"],
    标题: ["稿件标题", "宣传标题"],
    主题类型: ["宣传类型", "稿件类型"],
    指标: ["指标名称"],
    数值: ["完成值", "实际值", "值"],
    下限: ["底线值", "最低值", "下限值"],
    上限: ["目标值", "目标", "上限值"],
    分值: ["加减分值", "得分"],
    审批人: ["批准人", "审批"],
    期间: ["考核期", "评估期", "周期", "所属期"],
  },
};

/** Indexes the words for reading; `columns` are the canonical names of all columns of all tables. */
export function vocabulary(words: Words, columns: Iterable<string>): Vocabulary {
  const headers = new Map<string, string>();
  for (const [column, aliases] of Object.entries(words.aliases)) {
    for (const alias of aliases) headers.set(headerForm(alias), column);
  }
  for (const column of columns) headers.set(headerForm(column), column);
  const categories: Record<string, Category> = {};
  for (const [column, values] of Object.entries(words.categories)) {
    const synonyms = new Map<string, string>();
    for (const value of values) {
      for (const written of [value, ...(words.synonyms[value] ?? []), ...carrierForms(column, value)])
        synonyms.set(comparable(written), value);
    }
    categories[column] = { values, synonyms };
  }
  const blankWords = new Set(words.blankWords.map(comparable));
  return { blankWords, mayBeBlank: firstCharacterTest(blankWords, /^#$/u), headers, categories };
}

function carrierForms(column: string, value: string): readonly string[] {
  const verb = CARRIER_VERBS[value];
  return column === "载体" && verb !== undefined ? [`${verb}${value}载体`, `${verb}${value}`, `${value}载体`] : [];
}

/** Whether a cell is blank: empty, white space, an error value or a 空值 word. */
export function isBlank(value: CellValue | undefined, words: Vocabulary): boolean {
  if (typeof value === "number") return false;
  const text = textOf(value);
  if (text === "") return true;
  if (!words.mayBeBlank(text)) return false;
  const plain = comparable(text);
  return plain === "" || words.blankWords.has(plain) || isErrorValue(text);
}

/** Whether text is a 空值 word (a *no* in a yes/no comparison). */
export function isNoWord(text: string, words: Vocabulary): boolean {
  return words.blankWords.has(comparable(text));
}

/** Whether text is a yes-word: √ ✓ ☑ 是 有 已 Y yes 1 TRUE. */
export function isYesWord(text: string): boolean {
  return YES_WORDS.has(comparable(text));
}

/** The canonical values named by a category cell; tokens outside the vocabulary stay as written (compact). */
export function categoryTokens(column: string, text: string, words: Vocabulary): readonly string[] {
  return splitCell(text).map((token) => canonicalToken(column, token, words));
}

/** {@link categoryTokens} that remembers: ledger cells repeat. */
export function tokenReader(words: Vocabulary): (column: string, text: string) => readonly string[] {
  const seen = new Map<string, Map<string, readonly string[]>>();
  return (column, text) => {
    let own = seen.get(column);
    if (own === undefined) seen.set(column, (own = new Map<string, readonly string[]>()));
    let tokens = own.get(text);
    if (tokens === undefined) own.set(text, (tokens = categoryTokens(column, text, words)));
    return tokens;
  };
}

/** The canonical value of one token of a category column. */
export function canonicalToken(column: string, token: string, words: Vocabulary): string {
  const known = words.categories[column]?.synonyms.get(comparable(token));
  if (known !== undefined) return known;
  if (column === "共建方向" && /^党建(?:\s*\+|\s+\S)/u.test(token.normalize("NFKC"))) return PARTY_PLUS;
  if (column === "转化状态" && isYesWord(token)) return "已落实";
  return compact(token);
}

/** Names of persons in a cell, compared without spaces and without a trailing 同志 or 书记. */
export function personNames(text: string): string[] {
  return splitCell(text).map((name) => compact(name).replace(/(?:同志|书记)+$/u, ""));
}
