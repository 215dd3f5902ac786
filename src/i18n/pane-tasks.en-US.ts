import { message } from "./message";
import type { paneTasksZhCN } from "./pane-tasks.zh-CN";

/** English texts of 发送到任务清单. */
export const paneTasksEnUS: typeof paneTasksZhCN = {
  send: "Send to 任务清单 (tasks)",
  hint: "Enters the tasks of the tab 整改任务 in 任务清单, with 责任人 (owner) and 期限 (day) as they stand there now. A 任务清单 of yours is left alone.",
  confirm: "Send",
  cancel: "Cancel",
  looking: "Comparing with 任务清单",
  newSheet: message("A sheet “{sheet}” will be added with {unsent} tasks."),
  addRows: message(
    "{unsent} tasks will be added at the end of the table on sheet “{sheet}”; rows that stand are left alone.",
  ),
  there: message("{there} more are in 任务清单 already and will not be entered again."),
  gone: message("{gone} tasks were deleted from 整改任务, or their words changed; they will not be entered."),
  deployment:
    "党建部署日 and 业务部署日 stay empty until the tasks are deployed. To take it back, delete the rows or the sheet.",
  nothing: message("Nothing new: all {tasks} tasks are in 任务清单 already."),
  sent: message("{unsent} tasks were entered on “{sheet}”."),
};
