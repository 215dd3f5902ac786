import type { OmittedMessages } from "../core/report/omitted-messages";

const ALWAYS = "没有可列的内容";

/** Why tabs were not made, as 口径说明 says it. */
export const omittedMessages: OmittedMessages = {
  title: "九、未生成的评估表",
  headings: ["评估表", "原因"],
  none: "各类评估表均已生成。",
  leftOut: "填报人选择不生成",
  silent: {
    overview: ALWAYS,
    branch: ALWAYS,
    scores: ALWAYS,
    diagnosis: ALWAYS,
    tasks: "没有须整改的问题和障碍指标",
    selection: ALWAYS,
    stars: "没有三项标准齐备的先锋岗记录，也没有星级记录",
    partners: "评估期内没有共建单位、共建方向和公开听证的记录",
    brands: "没有品牌、品牌活动和荣誉的记录",
    pipeline: "评估期内没有队伍梯队的记录",
    units: "支部同属一个单位",
    trend: "历史记录中没有同样长短的其他期间",
    history: "没有选择保存历史记录",
    checks: ALWAYS,
    method: ALWAYS,
  },
};
