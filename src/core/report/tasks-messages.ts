/** The words of 整改任务. */
export interface TasksMessages {
  /** 序号, 支部, 任务, 针对, 依据, 责任人, 期限, 应改善的指标, 现值, 目标, 发送情况, 备注. */
  readonly headings: readonly string[];
  /** How many tasks of how many branches, in a sentence; of those, how many stand in 任务清单. */
  readonly summary: (tasks: number, branches: number, sent: number) => string;
  /** The figure that a task answers: problem, figure, its value and the line that it reached. */
  readonly finding: (problem: string, figure: string, value: string, color: "红" | "黄", line: string) => string;
  readonly obstacle: (code: string, name: string, degree: string) => string;
  /** Who is proposed: the office, and the secretary's name where the roster has it. */
  readonly person: (office: string, secretary: string | null) => string;
  readonly indicator: (code: string, name: string) => string;
  /** A goalpost of a year, where the figure is prorated. */
  readonly yearly: (goal: string) => string;
  readonly sent: string;
  readonly notSent: string;
  readonly notes: readonly string[];
  readonly signature: string;
}
