import { TABLES, tableSchema } from "../../../src/core/ledger/schema";
import { MEASURE_FORMS, measureColumns, parseMeasure } from "../../../src/core/scheme/measure";
import { columnsOfTable } from "../../../src/core/scheme/scheme";

const parse = (text: string, tableName = "活动台账"): unknown => {
  const table = tableSchema(tableName) ?? TABLES[1];
  if (table === undefined) throw new Error("no table");
  const parsed = parseMeasure(text, table, columnsOfTable(table));
  return parsed.kind === "parsed" ? parsed.measure : parsed.error;
};

describe("a 计量 (methodology §4)", () => {
  it.each([
    ["次数", "活动台账", { kind: "count" }],
    ["次数()", "活动台账", { kind: "count" }],
    ["覆盖月", "活动台账", { kind: "monthCoverage" }],
    ["覆盖季", "活动台账", { kind: "quarterCoverage" }],
    ["达成", "业务指标", { kind: "attained" }],
    ["三同步", "任务清单", { kind: "synchrony" }],
    ["履职", "先锋岗", { kind: "duty" }],
    ["求和(实到)", "活动台账", { kind: "sum", column: "实到" }],
    ["去重(主题)", "活动台账", { kind: "distinct", column: "主题" }],
    ["去重（【党建+】）", "活动台账", { kind: "distinct", column: "党建+" }],
    ["均值( 实到 )", "活动台账", { kind: "mean", column: "实到" }],
    ["中位数(实到)", "活动台账", { kind: "median", column: "实到" }],
    ["均衡度(类别)", "活动台账", { kind: "evenness", column: "类别" }],
    [
      "覆盖类(载体; 学习教育,党建阵地)",
      "活动台账",
      { kind: "categoryCoverage", column: "载体", categories: ["学习教育", "党建阵地"] },
    ],
    [
      "覆盖类（载体；学习教育，党建阵地）",
      "活动台账",
      { kind: "categoryCoverage", column: "载体", categories: ["学习教育", "党建阵地"] },
    ],
    ["按期(完成日, 期限)", "任务清单", { kind: "onTime", done: "完成日", due: "期限" }],
    [
      "限期(来信收到日, 来信回复日, 7)",
      "办案效果",
      { kind: "within", start: "来信收到日", end: "来信回复日", days: 7 },
    ],
    [
      "限期(来信收到日，来信回复日，0)",
      "办案效果",
      { kind: "within", start: "来信收到日", end: "来信回复日", days: 0 },
    ],
    ["比率(实到/应到)", "活动台账", { kind: "ratio", part: "实到", whole: "应到" }],
    ["比率（实到／应到）", "活动台账", { kind: "ratio", part: "实到", whole: "应到" }],
    [
      "时差(党建部署日-业务部署日)",
      "任务清单",
      { kind: "lag", later: "党建部署日", earlier: "业务部署日", absolute: false },
    ],
    [
      "绝对时差(党建部署日－业务部署日)",
      "任务清单",
      { kind: "lag", later: "党建部署日", earlier: "业务部署日", absolute: true },
    ],
    [
      "占比(业务结合点非空)",
      "活动台账",
      { kind: "share", clauses: [{ kind: "presence", column: "业务结合点", filled: true }] },
    ],
  ])("%s of %s", (text, table, measure) => {
    expect(parse(text, table)).toEqual(measure);
  });

  it.each([
    ["个数", "活动台账", "measureUnknown"],
    ["", "活动台账", "measureUnknown"],
    ["求和(实到", "活动台账", "measureUnknown"],
    ["constructor", "活动台账", "measureUnknown"],
    ["次数(实到)", "活动台账", "argumentsWrong"],
    ["求和", "活动台账", "argumentsWrong"],
    ["求和()", "活动台账", "argumentsWrong"],
    ["占比", "活动台账", "argumentsWrong"],
    ["覆盖类(载体)", "活动台账", "argumentsWrong"],
    ["覆盖类(载体; )", "活动台账", "argumentsWrong"],
    ["比率(实到)", "活动台账", "argumentsWrong"],
    ["时差(期限)", "任务清单", "argumentsWrong"],
    ["按期(完成日)", "任务清单", "argumentsWrong"],
    ["按期(完成日, 期限, 7)", "任务清单", "argumentsWrong"],
    ["限期(来信收到日, 来信回复日)", "办案效果", "argumentsWrong"],
    ["限期(来信收到日, 来信回复日, 多)", "办案效果", "numberExpected"],
    ["限期(来信收到日, 来信回复日, -1)", "办案效果", "numberExpected"],
    ["求和(金额)", "活动台账", "columnUnknown"],
    ["求和(constructor)", "活动台账", "columnUnknown"],
    ["求和(实到,应到)", "活动台账", "columnUnknown"],
    ["比率(实到/总数)", "活动台账", "columnUnknown"],
    ["按期(责任人, 期限)", "任务清单", "dateColumnExpected"],
    ["时差(任务-期限)", "任务清单", "dateColumnExpected"],
    ["达成", "活动台账", "tableWrong"],
    ["三同步", "活动台账", "tableWrong"],
    ["履职", "任务清单", "tableWrong"],
    ["占比(金额非空)", "活动台账", "conditionWrong"],
  ])("refuses %p of %s: %s", (text, table, code) => {
    expect(parse(text, table)).toMatchObject({ code });
  });

  it("says what is allowed: all measures, the form, the table's columns, its date columns, the table", () => {
    expect(parse("个数")).toMatchObject({ found: "个数", allowed: Object.values(MEASURE_FORMS).join("、") });
    expect(parse("比率(实到)")).toMatchObject({ allowed: "比率(列A/列B)" });
    expect(parse("求和(金额)", "亮身份抽查")).toMatchObject({
      found: "金额",
      allowed: "支部、日期、抽查人数、佩戴人数、单位",
    });
    expect(parse("按期(问题, 应整改日)", "监督整改")).toMatchObject({
      found: "问题",
      allowed: "日期、应整改日、整改日",
    });
    expect(parse("达成")).toMatchObject({ found: "活动台账", allowed: "业务指标" });
  });

  it("counts the position of an error inside 占比 from the start of the cell", () => {
    expect(parse("占比(类别=党课 且 金额非空)")).toMatchObject({ condition: { code: "columnUnknown", position: 12 } });
  });

  it("knows which columns each measure reads", () => {
    const table = tableSchema("任务清单");
    if (table === null) throw new Error("no table");
    const columns = (text: string): readonly string[] => {
      const parsed = parseMeasure(text, table, columnsOfTable(table));
      return parsed.kind === "parsed" ? measureColumns(parsed.measure) : ["refused"];
    };
    expect(columns("次数")).toEqual([]);
    expect(columns("三同步")).toEqual([]);
    expect(columns("去重(责任人)")).toEqual(["责任人"]);
    expect(columns("占比(责任人非空 且 完成日≤期限)")).toEqual(["责任人", "完成日", "期限"]);
    expect(columns("按期(完成日, 期限)")).toEqual(["完成日", "期限"]);
    expect(columns("限期(期限, 完成日, 3)")).toEqual(["期限", "完成日"]);
    expect(columns("时差(完成日-期限)")).toEqual(["完成日", "期限"]);
  });
});
