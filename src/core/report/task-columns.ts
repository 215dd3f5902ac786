/** Columns of 整改任务 that say which task a row is. */
export const TASK_COLUMNS = { branch: 1, task: 2 } as const;

/** How the names of the clerk's places in 整改任务 begin: 责任人 and 期限 of a task, each with 单位, 支部 and 编号 behind it. */
export const TASK_INPUTS = { owner: "owner", due: "due" } as const;
