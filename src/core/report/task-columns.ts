/** How the names of the clerk's places in 整改任务 begin: 责任人 and 期限 of a task, each with 单位, 支部 and 编号 behind it. */
export const TASK_COLUMNS = { owner: "owner", due: "due" } as const;
