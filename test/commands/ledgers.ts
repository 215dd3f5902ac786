import type { Rows } from "../support/workbook-file";

/** A small workbook that can be assessed: a roster, activities of 2021, and tasks whose headers are partly unknown. */
export const LEDGERS: Readonly<Record<string, Rows>> = {
  支部名册: [
    ["支部", "支部书记", "党员数"],
    ["第一检察部党支部", "甲", 10],
    ["第二检察部党支部", "乙", 9],
  ],
  活动台账: [
    ["支部", "日期", "类别", "结合了什么"],
    ["第一检察部党支部", 44260, "主题党日", "公开听证"],
    ["第一检察部党支部", 44292, "党课", null],
    ["第二检察部党支部", 44323, "主题党日", null],
    ["第二检察部党支部", "不详", "党课", null],
  ],
};
