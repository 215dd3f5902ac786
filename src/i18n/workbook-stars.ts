import type { StarsMessages } from "../core/report/stars-messages";
import { signatureLine } from "./signature-line";

/** The words of 月度与季度之星. */
export const starsMessages: StarsMessages = {
  stars: "每月之星、季度之星",
  none: "没有三项标准齐备的先锋岗记录，本期不产生。",
  headings: ["期间", "类型", "姓名", "支部", "履职类数", "履职合计", "备注"],
  notes: [
    "注：候选人为政治素质、业务能力、纪律作风三项标准均已填写的先锋岗，先按履职类数，再按履职合计，相同的并列。点击姓名可到先锋岗原记录。",
  ],
  checks: "星级记录核对",
  noChecks: "星级记录没有需要核对的事项。",
  checkHeadings: ["期间", "类型", "姓名", "情况", "核实结果"],
  check: {
    winnerWithoutPost: "先锋岗中没有该人本期记录，请核实",
    winnerTwiceRunning: "该人连续两期当选，请核实",
    periodWithoutWinner: "本期有候选人而没有星级记录，请核实",
  },
  checkNote: "注：以上为台账之间的出入，仅供核对，不作结论。",
  signature: signatureLine,
};
