import { countedMessage } from "./message";
import type { paneTasksZhCN } from "./pane-tasks.zh-CN";

/** English texts of 发送到任务清单. */
export const paneTasksEnUS: typeof paneTasksZhCN = {
  send: "Send to 任务清单 (tasks)",
  hint: "Enters the tasks of the tab 整改任务 in 任务清单, with 责任人 (owner) and 期限 (day) as they stand there now. Your own 任务清单 is not changed.",
  confirm: "Send",
  cancel: "Cancel",
  looking: "Comparing with 任务清单",
  newSheet: countedMessage("A sheet “{sheet}” will be added with {unsent} {unsent:task|tasks}."),
  addRows: countedMessage(
    "{unsent} {unsent:task|tasks} will be added at the end of the table on sheet “{sheet}”; existing rows are not changed.",
  ),
  there: countedMessage("{there} more {there:is|are} in 任务清单 already and will not be entered again."),
  gone: countedMessage(
    "{gone} {gone:task was|tasks were} deleted from 整改任务 or reworded there and will not be entered.",
  ),
  deployment:
    "党建部署日 and 业务部署日 stay empty until the tasks are deployed. To take it back, delete the rows or the sheet.",
  nothing: countedMessage("Nothing new: {tasks:the task is|all {tasks} tasks are} in 任务清单 already."),
  sent: countedMessage("{unsent} {unsent:task was|tasks were} entered on “{sheet}”."),
};
