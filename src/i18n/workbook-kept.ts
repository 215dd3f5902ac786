import type { KeptMessages } from "../core/report/keep-entries";

/** The section at the foot of a tab in which the clerk's entries stand that have no place of their own any more. */
export const keptMessages: KeptMessages = {
  heading: "上次填写、现已无对应支部或条目的内容",
  note: "注：本栏不打印。内容核实后可自行清除，清除后不再列出；对应的支部或条目恢复后，内容自动移回原处。",
  columns: ["对应支部或条目", "原位置", "填写内容"],
  nowhere: "（表内空白处）",
};

/** What Excel says when a cell is selected that is the clerk's to fill in. */
export const inputPrompt = { title: "可填写", message: "此处由填表人填写，更新评估时保留" } as const;

/** What a tab of an earlier run says that this run did not make. */
export const staleNote = "本表为上次评估所留，本次未更新";
