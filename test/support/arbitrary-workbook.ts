import fc from "fast-check";
import type { CellValue, WorkbookGrids } from "../../src/core/grid";
import { TABLES, type ColumnKind } from "../../src/core/ledger/schema";
import { type Line, ROSTER, type Row, type Tables, book } from "./small-workbook";

const ODD: readonly CellValue[] = [
  null,
  "",
  " ",
  "无",
  "#N/A",
  "若干",
  "/",
  true,
  false,
  0,
  -3,
  1e308,
  "9".repeat(320),
  "95%",
  "𠮷、𠮷",
];
const CELLS: Readonly<Record<ColumnKind, readonly CellValue[]>> = {
  text: [
    "甲",
    "乙方案，已办结",
    "业务",
    "综合",
    "加分",
    "扣分",
    "一票否决",
    "第一检察部学习传达会议精神",
    "D1",
    "R1",
    ...ODD,
  ],
  date: ["2021-01-15", "2021年3月", 44300, 44400, "2021.6.30", "4月16日", "尽快", "2020-12-31", ...ODD],
  number: [1, 2, 0.5, "12人", "约3", 20, 100, ...ODD],
  period: ["2021", "2021Q1", "2021-02", "2021年上半年", 2021, "去年", ...ODD],
  person: ["张三", "李四同志", "张三、王五", ...ODD],
  category: ["支委会", "党课、集中学习", "主题党日", "观摩", "内部", "党建+送法", "已落实", "融合", "学习教育", ...ODD],
  yesNo: ["是", "√", "否", ...ODD],
};
const BRANCHES: readonly CellValue[] = ["甲支部", "乙支部", "甲支部、丙支部", "丁支部"];

/** A ledger of arbitrary cells; its 支部 are always filled, so that no cell depends on the row above. */
function ledger(name: string): fc.Arbitrary<readonly Row[]> {
  const columns = TABLES.find((table) => table.name === name)?.columns ?? {};
  const cells = Object.entries(columns).map(
    ([column, kind]) =>
      [column, column === "支部" ? fc.constantFrom(...BRANCHES) : fc.constantFrom(...CELLS[kind])] as const,
  );
  return fc.array(fc.record(Object.fromEntries(cells.filter(([column]) => column !== "单位"))), { maxLength: 14 });
}

const rosters = fc
  .array(
    fc.record({
      支委会: fc.constantFrom(...CELLS.yesNo),
      类型: fc.constantFrom("业务", "综合", null),
      党小组数: fc.constantFrom(...CELLS.number),
      支部书记: fc.constantFrom(...CELLS.person),
      成立日期: fc.constantFrom(null, "2021-05-05", "2023-01-01", "不详"),
      撤销日期: fc.constantFrom(null, "2021-09-10", "2019-01-01"),
    }),
    { minLength: 3, maxLength: 3 },
  )
  .map((rows) => rows.map((row, index) => ({ 支部: ROSTER[index]?.["支部"] ?? "", ...row })));

const LINES: readonly Line[] = [
  ...[
    "次数",
    "求和(实到)",
    "去重(主持人)",
    "覆盖月",
    "覆盖季",
    "均值(实到)",
    "中位数(应到)",
    "均衡度(类别)",
    "比率(实到/应到)",
    "占比(转化状态=已落实)",
  ].map((measure) => ({ 计量: measure, 子系统: "党建", 上限: 3 })),
  ...["达成", "次数"].map((measure) => ({ 计量: measure, 数据表: "业务指标", 子系统: "业务", 折算: "是" })),
  { 计量: "比率(骨干/干警)", 数据表: "队伍梯队", 子系统: "业务", 方向: "逆向" },
  { 计量: "履职", 数据表: "先锋岗", 条件: "姓名≠@支部书记" },
  { 计量: "时差(党建部署日-业务部署日)", 数据表: "任务清单", 下限: -10, 上限: 10, 条件: "完成日≤期限" },
  { 计量: "三同步", 数据表: "任务清单", 适用: "党小组数≥1", 分值: 0.3 },
  { 计量: "限期(来信收到日, 来信回复日, 7)", 数据表: "办案效果" },
];

const ledgers: fc.Arbitrary<Tables> = fc.record(
  Object.fromEntries(TABLES.filter(({ name }) => name !== "支部名册").map(({ name }) => [name, ledger(name)])),
  { requiredKeys: ["活动台账"] },
);

/** What a run may be told. */
export const arbitraryOptions = fc.record({
  period: fc.constantFrom("2021", "2021Q1", "2021-02", "2021-01-10~2021-08-20"),
  asOf: fc.constantFrom(null, "2021-02-15", "2022-05-01", "2020-01-01"),
  formula: fc.constantFrom(null, "standard" as const),
});
const FEW_DRAWS = { 抽样次数: 20, 评选可评率: 0, 评选融合指数: 1, 评选百分制: 1, 评选子系统: 0, 可评率下限: 0.1 };

/** A workbook by its parts: roster, ledgers, and whether it brings its own 评分标准. */
export interface ArbitraryBook {
  readonly roster: readonly Row[] | null;
  readonly tables: Tables;
  readonly own: boolean;
}

/** Workbooks with or without a roster and an own 评分标准. */
export const arbitraryBooks: fc.Arbitrary<ArbitraryBook> = fc.record({
  roster: fc.option(rosters, { freq: 5 }),
  tables: ledgers,
  own: fc.boolean(),
});

/** The grids of such a workbook. */
export function gridsOf({ roster, tables, own }: ArbitraryBook): WorkbookGrids {
  return book({ ...(roster === null ? {} : { 支部名册: roster }), ...tables }, own ? LINES : [], FEW_DRAWS);
}
