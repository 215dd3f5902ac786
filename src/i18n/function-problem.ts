import type { problemsZhCN } from "./function-problems.zh-CN";
import type { MessageParams } from "./message";

/** Codes of what can be wrong with the arguments of a worksheet function. */
export type ProblemCode = keyof typeof problemsZhCN;

/** What is wrong with an argument, or why a function has no result; the text is made by the catalogue. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: MessageParams;
  /** Key of the parameter in the function's declaration; the text names it as the user reads it. */
  readonly parameter?: string;
}
