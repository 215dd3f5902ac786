import { message } from "./message";

/** Texts of 发送到任务清单; this catalogue is the contract for the other language. */
export const paneTasksZhCN = {
  send: "发送到任务清单",
  hint: "将“整改任务”表中的任务登记到任务清单，责任人和期限以该表现在所填为准。原有的任务清单不改动。",
  confirm: "发送",
  cancel: "取消",
  looking: "正在核对任务清单",
  newSheet: message("将新建工作表“{sheet}”，写入{unsent}项任务。"),
  addRows: message("将在工作表“{sheet}”的表格末尾增加{unsent}项任务，已有的行不改动。"),
  there: message("另有{there}项已在任务清单中，不再写入。"),
  gone: message("“整改任务”中有{gone}项已删除或改动了任务文字，不写入。"),
  deployment: "党建部署日、业务部署日留空，请部署后填写。如需撤回，删除写入的行或工作表即可。",
  nothing: message("没有新的任务：{tasks}项均已在任务清单中。"),
  sent: message("已在“{sheet}”写入{unsent}项任务。"),
};
