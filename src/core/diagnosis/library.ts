import { splitCell } from "../ledger/text";
import { DEFAULT_LIBRARY } from "./default-library";

/** One measure of the library of 对策 (methodology §7). */
export interface LibraryMeasure {
  /** 类别 and 方面: the cell of the table that the measure belongs to. */
  readonly category: string;
  readonly aspect: string;
  /** 编号, unique in the library. */
  readonly key: string;
  /** 对策: what to do. */
  readonly task: string;
  /** 牵头: the office that leads it, such as 支部书记. */
  readonly owner: string;
  /** 完成月数: calendar months after that of 截止日 at whose end the task is due, 0–60. */
  readonly months: number;
  /** 针对: 诊断项 and 代码 that it answers, the first one first of all; without any it is proposed to nobody. */
  readonly answers: readonly string[];
  /** 应改善: 诊断项, 代码 or names of indicators whose figures should move. */
  readonly moves: readonly string[];
}

/** The library in effect, in the order of its rows. */
export interface Library {
  readonly source: "built-in" | "workbook";
  readonly measures: readonly LibraryMeasure[];
}

/** The columns of 对策库, in their order. */
export const LIBRARY_FIELDS = ["类别", "方面", "编号", "对策", "牵头", "完成月数", "针对", "应改善"] as const;

export type LibraryField = (typeof LIBRARY_FIELDS)[number];

/** The library that the product brings. */
export const BUILT_IN_LIBRARY: Library = {
  source: "built-in",
  measures: DEFAULT_LIBRARY.map(([category, aspect, key, task, owner, months, answers, moves]) => ({
    category,
    aspect,
    key,
    task,
    owner,
    months,
    answers: splitCell(answers),
    moves: splitCell(moves),
  })),
};
