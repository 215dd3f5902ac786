import type { PipelineMessages } from "../core/report/pipeline-messages";
import { signatureLine } from "./signature-line";

/** The words of 队伍梯队. */
export const pipelineMessages: PipelineMessages = {
  table: "各支部队伍梯队（人数）",
  headings: (stages) => [
    "支部",
    "期间",
    ...stages,
    ...stages.slice(1).map((stage, index) => `${stage}占${stages[index] ?? ""}`),
    "依据",
    "备注",
  ],
  total: "合计",
  totalOf: (branches) => `${branches}个支部`,
  notes: [
    "注：占比为后一梯队人数与前一梯队人数之比，反映由干警到党员、由党员到骨干、由骨干到先进的转化。期间包含在较长期间之内的行不计，期间相同的取平均。",
    "合计按各支部各期平均人数相加，占比只计前后两项均有人数的支部。",
  ],
  chart: "队伍梯队（全部支部合计）",
  stage: "梯队",
  people: "人数",
  shown: (branches, stages) =>
    `图示：${branches}个支部合计，${stages
      .map(({ name, count, share }, index) =>
        share === null ? `${name}${count}人` : `${name}${count}人（为${stages[index - 1]?.name ?? ""}的${share}）`,
      )
      .join("，")}。`,
  doubts: "请核实的数据",
  noDoubts: "没有相互矛盾的人数。",
  doubtHeadings: ["支部", "期间", "情况", "依据", "核实结果"],
  doubt: (doubt) =>
    doubt.kind === "exceeds"
      ? `${doubt.stage}人数多于${doubt.of}人数，请核实`
      : `${doubt.stage}人数为负数或不是整数，请核实`,
  chartData: "图表数据",
  signature: signatureLine,
};
