import type { BrandsMessages } from "../core/report/brands-messages";
import { signatureLine } from "./signature-line";

/** The words of 品牌与荣誉. */
export const brandsMessages: BrandsMessages = {
  brands: "支部品牌",
  summary: (named, judged, { missing, duplicate, inactive }) =>
    `${judged}个支部中，已填支部品牌的${named}个，未填的${missing}个，与其他支部重名的${duplicate}个，评估期内没有品牌活动的${inactive}个。`,
  brandHeadings: ["支部", "支部品牌", "品牌内涵", "品牌活动", "最近日期", "依据", "情况", "备注"],
  states: {
    missing: "未填品牌",
    noMeaning: "未填内涵",
    duplicate: "重名",
    inactive: "本期没有品牌活动",
  },
  duplicate: (others, all) => `与${others.join("、")}${all > others.length ? `等${all}个支部` : ""}重名`,
  sound: "正常",
  brandNote:
    "注：品牌、内涵取自支部名册，品牌活动为活动台账“品牌活动”列已填的活动。重名不分单位，标点、空格不计。点击品牌可到支部名册。",
  honours: "荣誉（按最高级别，各计一次）",
  noHonours: "评估期内没有荣誉成果的记录。",
  unknownLevel: "未注明",
  unknownCategory: "未注明类别",
  all: "合计",
  honourHeadings: (levels) => ["支部", ...levels, "合计", "类别", "备注"],
  categories: (counts) => counts.map(({ name, count }) => `${name}${count}`).join("、"),
  honourNote:
    "注：同一支部名称相同的荣誉只按最高级别计一次，名称前后的“全省”“市级”等只表示级别的字样不计；年度不同的为不同荣誉。级别只取“级别”列，不由授予单位推定。",
  list: "荣誉明细",
  listHeadings: ["支部", "荣誉名称", "级别", "类别", "日期", "授予单位", "依据", "所在行"],
  more: (listed, rest) => `注：以上为前${listed}条，另有${rest}条未列出。`,
  signature: signatureLine,
};
