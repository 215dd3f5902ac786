import type { PartnersMessages } from "../core/report/partners-messages";
import { signatureLine } from "./signature-line";

/** The words of 共建矩阵. */
export const partnersMessages: PartnersMessages = {
  matrix: "支部与共建单位（活动次数）",
  noPartners: "评估期内的活动台账没有填写共建单位。",
  matrixHeadings: ["支部", "共建单位数", "共建活动", "最近日期"],
  others: "其他单位",
  uncovered: "—",
  total: "活动次数",
  branchesOf: "支部数",
  columns: (partners, shown) =>
    partners > shown
      ? `注：共建单位共${partners}个，按共建支部数、活动次数排列，列出前${shown}个，其余${partners - shown}个合为“其他单位”，逐个列于“共建明细”。`
      : `注：共建单位共${partners}个，按共建支部数、活动次数排列。`,
  matrixNotes: ["“—”为没有共建。几个支部合办的活动，各支部各计一次，“活动次数”一行只计一次。"],
  gaps: "共建方向与空白",
  gapHeadings: (directions) => ["支部", ...directions, "没有活动的方向", "其他支部已有的共建单位", "备注"],
  allCovered: "无",
  names: (shown, all) => `${shown.join("、")}${all > shown.length ? `等${all}个` : ""}`,
  gapNote:
    "注：“其他支部已有的共建单位”为两个以上支部已经共建、本支部尚未共建的单位，供统筹时参考，不要求都建。填写了“党建+”而未填共建方向的，计入党建+。",
  hearings: "听证参加人",
  hearingHeadings: (kinds) => ["支部", "听证次数", "最近日期", ...kinds, "其他", "没有参加的类别", "依据", "备注"],
  noHearing: "本期没有听证",
  kindsUnknown: "台账没有“听证参加人”列",
  hearingNote: "注：各类参加人下为有该类人员参加的听证次数，一次听证有多类人员参加的，各类各计一次。",
  list: "共建明细",
  listHeadings: ["共建单位", "支部", "活动次数", "最近日期", "依据", "所在行"],
  more: (listed, rest) => `注：以上为前${listed}条，另有${rest}条未列出。`,
  signature: signatureLine,
};
