import type { UnitsMessages } from "../core/report/units-messages";
import { signatureLine } from "./signature-line";

/** The words of 单位汇总. */
export const unitsMessages: UnitsMessages = {
  distribution: "一、融合等级与档次（支部数）",
  coordination: "二、协调等级（支部数）",
  figures: "三、各项指数的平均值与标准差",
  wholeNumber: "合计",
  chartData: "图表数据",
  fusionChart: "各单位融合指数平均值",
  levelChart: "各单位融合等级分布",
  branchCount: "支部数",
  shown: (units, least, most, levels) =>
    `图示：${units}个单位的融合指数平均值${least === most ? `为${least}` : `在${least}至${most}之间`}；各融合等级的支部数为${levels
      .map(({ name, count }) => `${name}${count}个`)
      .join("、")}。`,
  notShown: "没有支部算出融合指数，不作图。",
  remark: "情况说明",
  notes: [
    "注：各单位按支部出现的顺序排列，不排名次。平均值、标准差只计已评的支部，不作零分；标准差为样本标准差，已评支部不足两个的为“无”。",
    "支部数、平均值、标准差由公式取自“指标得分”。",
  ],
  signature: signatureLine,
};
