import type { TasksMessages } from "../core/report/tasks-messages";
import { signatureLine } from "./signature-line";

/** The words of 整改任务. */
export const tasksMessages: TasksMessages = {
  headings: [
    "序号",
    "支部",
    "任务",
    "针对",
    "依据",
    "责任人",
    "期限",
    "应改善的指标",
    "现值",
    "目标",
    "发送情况",
    "备注",
  ],
  summary: (tasks, branches, sent) =>
    `共${tasks}项任务，涉及${branches}个支部${sent > 0 ? `，其中${sent}项已列入任务清单` : ""}。`,
  finding: (problem, figure, value, color, line) => `${problem}：${figure}${value}（${color}线 ${line}）`,
  obstacle: (code, name, degree) => `障碍指标：${code} ${name}，障碍度${degree}`,
  person: (office, secretary) => (office === "支部书记" && secretary !== null ? `${secretary}（${office}）` : office),
  indicator: (code, name) => `${code} ${name}`,
  yearly: (goal) => `${goal}（全年）`,
  sent: "已列入",
  notSent: "未发送",
  notes: [
    "注：任务由“对策库”按问题诊断的红色、黄色项和障碍指标提出，每个支部至多五项。责任人、期限为建议，可直接修改；责任人、期限、备注在重新评估时保留。",
    "现值为截止日的数值；目标为不到黄线，或达到评分标准的上限（逆向指标为下限）。“依据”可点击。",
    "审定后在任务窗格选择“发送到任务清单”，按本表的支部、任务、责任人、期限登记。“已列入”指任务清单中已有本支部的同一任务，点击可到该行；发送后重新评估即更新。",
  ],
  signature: signatureLine,
};
