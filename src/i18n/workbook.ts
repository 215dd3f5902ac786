import type { Assessment } from "../core/assessment/assessment";
import { BANDS, COORDINATION_LEVELS, FUSION_LEVELS } from "../core/assessment/indices";
import { ISSUES, type IssueCode } from "../core/issues";
import { SCHEME_FIELDS } from "../core/scheme/scheme";
import { REASONS, type ReasonCode } from "../core/reasons";
import type { LiveTable, ValuesBecause } from "../core/report/live-plan";
import type { ReportMessages } from "../core/report/report-messages";
import { percent } from "./message";
import { dateZhCN as date, periodZhCN as period } from "./period-name";
import { shareWords } from "./share-words";
import { TAB_NAMES } from "./tab-names";
import { definitionMessages } from "./workbook-definitions";
import { historyMessages } from "./workbook-history";
import { omittedMessages } from "./workbook-omitted";
import { brandsMessages } from "./workbook-brands";
import { partnersMessages } from "./workbook-partners";
import { pipelineMessages } from "./workbook-pipeline";
import { branchMessages } from "./workbook-branch";
import { overviewMessages } from "./workbook-overview";
import { starsMessages } from "./workbook-stars";
import { tasksMessages } from "./workbook-tasks";
import { trendMessages } from "./workbook-trend";
import { unitsMessages } from "./workbook-units";
import { zhCN } from "./zh-CN";

const BLANK_LINE = "………………";

function isIssueCode(code: string): code is IssueCode {
  return code in ISSUES;
}

function isReasonCode(code: string): code is ReasonCode {
  return REASONS.some((known) => known === code);
}

const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Units named in full up to `most`, then counted. */
function unitNames(assessment: Assessment, most: number): string {
  const units = [...new Set(assessment.branches.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  return units.length <= most ? units.join("、") : `${units[0] ?? ""}等${units.length}个单位`;
}

const meanings: Readonly<Record<string, string>> = {
  未结合率: "未填业务结合点的活动占比",
  忙时弱化: "办案高峰月与全期的月均活动数之比",
  联结度: "融合子系统指数",
  协调度: "党建与业务的耦合协调度",
  两翼差: "党建与业务指数之差",
  事务化: "集中学习、传达文件、发展党员占比",
  宣传融合率: "宣传中党员先进性、融合主题占比",
  部署时差: "党建部署晚于业务部署的天数中位数",
  三同步: "部署、落实、考核同步的比例",
  形式单一: "集中学习、座谈研讨、传达文件占比",
  主题雷同: "同季度主题相近的活动占比",
};

const VALUES_BECAUSE: Readonly<Record<ValuesBecause, string>> = {
  severalRanges: "分在多个区域",
  mapped: "列对应由人工确认",
  roster: "支部名册不在一个区域或列对应由人工确认",
  differs: "仅凭单元格的值算不出同样的结果，如有合并单元格、标题代替的列或百分数格式",
};

/** Which tables 指标得分 reads by formulas, and why the others stand as values. */
function liveNotes(tables: readonly LiveTable[]): string[] {
  const names = (kind: LiveTable["kind"]) => tables.filter((each) => each.kind === kind).map(({ table }) => table);
  const values = tables.flatMap((each) =>
    each.kind === "values" ? [`${each.table}（${VALUES_BECAUSE[each.because]}）`] : [],
  );
  return [
    ...(names("formula").length > 0
      ? [
          `“指标得分”为公式，直接读取：${names("formula").join("、")}。末行以下续填的行一并计入，最多续至100行；在合计行、说明行以下填写的不计。`,
        ]
      : []),
    ...(values.length > 0 ? [`原始值以数值写出，台账更正后须重新评估：${values.join("；")}。`] : []),
  ];
}

/** The words of the assessment tabs, Chinese in every locale: the tabs are the clerk's documents. */
export const workbookMessages: ReportMessages = {
  tabs: TAB_NAMES,
  navigation: {
    back: (first) => `返回${first}`,
    before: (name) => `上一表：${name}`,
    after: (name) => `下一表：${name}`,
  },
  // More than one name would run into the page number beside it.
  footer: (assessment) =>
    [unitNames(assessment, 1), period(assessment.period)].filter((each) => each !== "").join("　"),
  words: {
    branch: "支部",
    branches: "支部数",
    unit: "单位",
    noUnit: "未注明",
    unassessed: "未评",
    notApplicable: "不适用",
    none: "无",
    blank: "未填",
    yes: "是",
    no: "否",
    mean: "平均",
    most: "最高",
    least: "最低",
    spread: "标准差",
    points: "分值",
    coupling: "耦合度C",
    development: "发展度T",
    coordination: "协调度D",
    coordinationLevel: "协调等级",
    linkage: "联结度L",
    fusion: "融合指数F",
    fusionLevel: "融合等级",
    base: "基础分",
    bonus: "加分",
    deduction: "扣分",
    total: "百分制",
    band: "档次",
    availability: "可评率",
    rank: "名次",
  },
  lights: { 红: "● 红", 黄: "▲ 黄", 绿: "✔ 绿", 未评: "○ 未评" },
  severities: { error: "■ 须处理", warning: "▲ 请核实", info: "○ 告知" },
  levels: { fusion: FUSION_LEVELS, bands: BANDS, coordination: [...COORDINATION_LEVELS].reverse() },
  period,
  subtitle: (assessment) =>
    [unitNames(assessment, 3), period(assessment.period), `截止日${date(assessment.asOf)}`]
      .filter((each) => each !== "")
      .join("　"),
  reason: ({ code, params }) => (isReasonCode(code) ? zhCN.reasons[code](params) : code),
  issueKind: (code) => (isIssueCode(code) ? zhCN.issueKinds[code] : code),
  issueText: ({ code, params }) => (isIssueCode(code) ? zhCN.issues[code](params) : code),
  issueFix: ({ code, params }) => (isIssueCode(code) ? zhCN.fixes[code](params) : ""),
  issueOrder: Object.keys(ISSUES),

  overview: overviewMessages,

  scores: {
    subsystemIndex: (subsystem) => `U${subsystem}`,
    subsystemAvailability: (subsystem) => `${subsystem}可评率`,
    attainment: "达成度（0—1）",
    attainmentNote:
      "注：颜色越深达成度越高。“未评”为数据不足，“不适用”不计入分母；原因见“未评与不适用”。有审定分的以审定分为准，以黑体显示，见“自评复核”。",
    raw: "原始值",
    rawNote: "注：原始值由台账直接计量，未按上下限折算。计量和条件见“口径说明”。",
    points: "得分（分值×达成度）",
    indices: "指数与百分制",
    indexNotes: (formula) => [
      `注：U为子系统指数，U＝该子系统得分合计÷已评指标分值合计。协调度D＝√(C×T)，公式：${formula}。融合指数F＝100×√(D×L)。`,
      "百分制＝基础分＋加分－扣分，不低于0；基础分＝100×得分合计÷已评指标分值合计。",
    ],
    missing: "未评与不适用",
    noneMissing: "全部指标均已评。",
    allBranches: "全部支部",
    missingHeadings: ["指标", "状态", "支部", "原因"],
    numbered: (position, title) => `${ORDINALS[position - 1] ?? position}、${title}`,
    reviews: "自评复核",
    reviewHeadings: [
      "支部",
      "指标",
      "台账达成度",
      "自评分",
      "复核分",
      "审定分",
      "采用达成度",
      "按审定",
      "审定人",
      "复核意见",
    ],
    reviewNote: "注：按审定为“是”的，以审定分÷分值作为达成度，台账所得数值保留在旁。",
    chartData: "图表数据",
    rule: "算法",
    see: "口径",
    chartNote: "注：只列已算出的数值，未评的支部不作零分入图。",
  },

  live: {
    section: "公式依据",
    labels: {
      period: "评估期间",
      availability: "可评率下限",
      formula: "耦合公式",
      couplingWeights: "耦合权重",
      coordinationLevels: "协调等级下限",
      fusionLevels: "融合等级下限",
      bands: "档次下限",
      lower: "下限",
      upper: "上限",
      direction: "方向",
    },
    notes: [
      "注：本节不打印，供以上各节的公式引用。原始值由各台账直接算出，台账更正后，达成度、指数、等级和档次随之更新。",
      "支部增减、期间、评分标准、参数、加减分、自评复核有变动的，以及文字、诊断和评选，须重新评估。",
    ],
  },

  diagnosis: {
    summary: "五类问题一览",
    counted: (light) => `${light}（支部数）`,
    headings: ["问题", "状态", "诊断项", "数值", "黄线", "红线", "依据", "所在行／未评原因"],
    measureHeadings: ["针对", "对策", "牵头人", "完成期限", "应动的指标"],
    listHeadings: ["支部", "问题", "状态", "达到的界限"],
    noneListed: "没有红色、黄色的问题。",
    list: "红色、黄色问题清单",
    notes: [
      "注：每类问题取各诊断项中最重的一项，各项均无数据的为未评。点击支部可到其诊断项，点击“依据”可到所据台账的首行。",
      `诊断项：${Object.entries(meanings)
        .map(([name, meaning]) => `${name}为${meaning}`)
        .join("；")}。`,
      "对策为建议，由支部结合实际采用，采用后可列入任务清单。",
    ],
    noWindow: "本支部不在评估期内，不作诊断。",
    standing: (coordination, linkage, fusion, grade) =>
      `协调度${coordination}，联结度${linkage}，融合指数${fusion}，融合等级：${grade}。`,
    rows: (spans, more, sheets) => {
      const listed = spans.map(({ first, last }) => (first === last ? String(first) : `${first}—${last}`)).join("、");
      return `第${listed}行${more ? "等" : ""}${sheets > 1 ? `，共${sheets}张工作表` : ""}`;
    },
    indexCell: (cell) => `${cell}单元格`,
    evidence: (table, rows) => `${table}${rows}行`,
    reached: (figure, value, color, limit) => `${figure}${value}（${color}线 ${limit}）`,
    obstacles: "障碍指标",
    obstacle: (name, code, degree) => `${name}（${code}）障碍度${degree}`,
    noObstacle: "注：没有形成障碍的指标。",
    owner: (role, secretary) =>
      role === "支部书记" && secretary !== null && secretary !== "" ? `${role}\n${secretary}` : role,
    absentTables: (tables) => `注：${tables.join("、")}中没有本支部的记录，请核实。`,
  },

  selection: {
    quota: (share, base, places, passed) =>
      `评选比例${share}，有融合指数的支部${base}个，名额${places}个；通过全部条件的支部${passed}个。`,
    outcome: (branches) => `入选支部：${branches.join("、")}。`,
    noneSelected: "没有支部通过全部条件，本期不产生入选支部。",
    gateVeto: "无一票否决",
    gateAvailability: (threshold) => `可评率\n${threshold}`,
    gateSubsystems: (threshold) => `各子系统最低\n${threshold}`,
    gateFusion: (threshold) => `融合指数\n${threshold}`,
    gateTotal: (threshold) => `百分制\n${threshold}`,
    figure: "数值",
    verdict: "结论",
    passed: "✔ 通过",
    failed: "✘ 未过",
    result: "结果",
    selected: "入选",
    passedOnly: "通过",
    notIn: "未通过",
    robustness: "名次稳健性",
    robustnessHeadings: ["中位名次", "5%—95%", "入选概率", "去掉一项指标"],
    interval: (low, high) => `${low}—${high}`,
    leaveOneOut: (change, code) => `去掉${code}，变动${change}位`,
    unchanged: "名次不变",
    notes: (assessment) => [
      "注：未评的数值视为未通过该条件。名次只在通过全部条件的支部之间排列，按融合指数，相同的按百分制，再相同的并列。",
      `稳健性：各指标分值在±${percent(assessment.thresholds.spread)}内随机变动${assessment.thresholds.draws}次（随机种子${assessment.thresholds.seed}），每次在全部有融合指数的支部中重排名次。中位名次、5%—95%为各次名次的中位数和第5至第95百分位，入选概率为条件不变时各次入选的比例；去掉一项指标为逐项去掉指标后名次变动最大的一项。`,
    ],
    unrankedNotes: [
      "注：未评的数值视为未通过该条件。通过全部条件的支部，按融合指数（相同的按百分制）在名额内入选，末位相同的一并入选；本表按名册顺序列出，不列名次。",
    ],
    indistinguishable: "不可区分",
    noneIndistinguishable: "没有相邻而不可区分的支部。",
    joint: (rank, branches) => `并列：${branches.join("、")}同为第${rank}名。`,
    group: (position, branches) => `第${position}组：${branches.join("、")}。`,
    groupNote: "注：同组支部按融合指数从高到低列出，相邻的支部名次区间（5%—95%）重叠，先后不宜作为取舍依据。",
    vetoes: "一票否决",
    vetoHeadings: ["支部", "状态", "理由", "依据", "审批人"],
    vetoed: "已否决",
    pending: "待核",
    pendingNote: "注：待核的支部名称无法确定，请核实后重新评估。",
    signature: `填报人：${BLANK_LINE}　　审核人：${BLANK_LINE}　　　　　　年　　　月　　　日`,
  },

  branchPage: branchMessages,
  stars: starsMessages,

  partners: partnersMessages,

  brands: brandsMessages,

  pipeline: pipelineMessages,
  tasks: tasksMessages,
  history: historyMessages,
  trend: trendMessages,

  units: unitsMessages,

  checks: {
    summary: "核验汇总",
    summaryHeadings: ["级别", "类别", "数量"],
    nothing: "没有需要核验的事项。",
    note: "注：所列事项仅供核对，不作结论。点击“位置”可到原表。",
    headings: ["序号", "位置", "内容", "建议"],
    kind: (severity, kind, count) => `${severity}　${kind}（${count}）`,
    place: (sheet, cell) => `${sheet}!${cell}`,
    more: (listed, rest) => `注：以上为前${listed}条，另有${rest}条未列出。`,
  },

  method: {
    basis: "一、基本情况",
    labels: {
      period: "评估期间",
      asOf: "截止日",
      scheme: "评分标准",
      fingerprint: "标准指纹",
      rules: "可比指纹",
      library: "对策库",
      formula: "协调度公式",
      definition: "公式定义",
      coupled: "耦合子系统",
      linked: "联结子系统",
      roster: "支部名册",
      version: "加载项版本",
      generatedAt: "生成时间",
    },
    periodLine: (name, first, last) => `${name}（${first}至${last}）`,
    schemeSource: {
      "built-in": "本产品默认标准（并非公开发布的指标体系，可在“评分标准”表中修改）",
      workbook: "本工作簿的“评分标准”表",
    },
    librarySource: ({ source, measures }) =>
      source === "built-in" ? `内置对策库，${measures}条` : `本工作簿的“对策库”表，可用${measures}条`,
    formulaName: { wang2021: "wang2021（修正的耦合协调度）", standard: "standard（常用耦合协调度）" },
    formulaDefinition: {
      wang2021: "C＝√{[1－Σ|ui－uj|÷(n(n－1)÷2)]×[Π(ui÷max u)]^(1÷(n－1))}，D＝√(C×T)，T为各子系统指数的加权平均",
      standard: "C＝(Πui)^(1÷n)÷ui的平均数，D＝√(C×T)，T为各子系统指数的加权平均",
    },
    withRoster: "有，支部以名册为准",
    withoutRoster: "无，支部取自各台账，需要名册的指标未评",
    tables: "二、读取的表",
    tableHeadings: ["表", "所在位置", "缺少的列", "读取行数", "计入行数", "未计入"],
    tableNote: "注：未计入的为期外、支部无法对应或日期无法识别的行，逐条见“数据核验”。",
    liveNotes,
    missingOn: (sheet, columns) => `“${sheet}”缺${columns.join("、")}`,
    scheme: "三、评分标准",
    schemeHeadings: SCHEME_FIELDS,
    reversed: "逆向",
    straight: "正向",
    schemeNote: (source) =>
      source === "built-in"
        ? "注：以上为本产品默认标准，未设任何业务指标目标；在“评分标准”表中修改后即以该表为准。"
        : "注：以上取自本工作簿的“评分标准”表。",
    definitions: definitionMessages,
    parameters: "五、参数",
    parameterHeadings: ["参数", "值", "来源"],
    own: "本工作簿",
    usual: "默认",
    adjustments: "六、加减分",
    adjustmentHeadings: ["支部", "类型", "分值", "理由", "依据", "审批人", "状态"],
    noAdjustments: "评估期内没有加减分。",
    counted: "已计入",
    pending: "待审批",
    weights: "七、权重对照",
    weightHeadings: ["代码", "指标", "本标准", "熵权法", "CRITIC法"],
    weightNote: "注：熵权法和CRITIC法只作对照，不参与计算；支部数量较少时，不宜由数据决定权重。",
    methods: "八、方法说明",
    methodNotes: (assessment) => [
      "达成度按固定的下限、上限折算，不以支部之间的最高、最低为准。",
      `子系统指数按分值加权，只计已评且适用的指标；可评率低于${shareWords(assessment.thresholds.availability)}的不评。`,
      "融合指数取协调度与联结度的几何平均，两者缺一不评。",
      "未以standard为默认公式，是因为在权重相等时其D只是各子系统指数几何平均数的平方根，不能单独反映是否均衡。",
      "障碍度＝分值×(1－达成度)÷全部已评指标的同项合计，列前三项。",
      "缺表、缺列、缺数据的指标为未评，不作零分，也不计入分母。",
      "显示的小数位数如会使数值跨越等级界限，则多显示一位。",
      "数据用于诊断，以档次表示；名次只用于先进支部评选。",
    ],
    omitted: omittedMessages,
  },
};
