import type { Message } from "./message";
import { message } from "./message";

/** What may go wrong between the add-in and Excel, and what to do about it. Its type is the contract for other languages. */
export const runZhCN = {
  cellEdit: message("有单元格正在编辑。请按回车或Esc结束编辑后重试"),
  tooMuchData: message("数据量超过Excel单次允许的上限。请减少工作簿中的无关内容后重试"),
  busy: message("Excel正忙，请稍后重试"),
  protected: message("工作表或工作簿受保护，无法写入。请撤销保护后重试"),
  gone: message("操作过程中有工作表或区域被删除，请重试"),
  nameTaken: message("评估表的名称已被占用，请将同名的工作表或图表改名后重试"),
  unsupported: message("当前Excel版本缺少所需功能，请升级后重试"),
  excelFailed: message("Excel报告错误：{message}（{code}）"),
  sheetTooLarge: message("工作表“{sheet}”的已用区域过大（{area}），请删除数据区以外的多余内容后重试"),
  tabTaken: message("已有名为“{tab}”的工作表，且不是评估表，未作改动。请将其改名后重试"),
  structureProtected: message(
    "工作簿的结构受保护，不能新建工作表（{tabs}），未作改动。请在“审阅”中取消“保护工作簿”后重试",
  ),
  tabProtected: message("评估表“{tab}”受保护，无法更新。请撤销保护后重试"),
  reportInvalid: message("评估表“{tab}”无法写入，请告知维护人员"),
  formulaDiffers: message(
    "评估表“{tab}”有{count}个公式的结果与计算值不一致，首个在{cell}：显示{shown}，应为{expected}",
  ),
  functionsMissing: message(
    "评估表“{tab}”有{count}个公式用到的函数不可用（首个在{cell}，显示#NAME?）。请确认加载项已启用、自定义函数可用后重新计算，或改为以数值写入后重新评估",
  ),
  formulasNotCompared: message("评估表的公式仍在计算，未与计算值核对。请待计算完毕后查看，必要时重新评估"),
  frozen: message("已固化为数值：{tabs}"),
  nothingToFreeze: message("没有以公式写入的评估表，无须固化"),
  freezeUnsettled: message(
    "评估表“{tab}”有{count}个公式没有结果（首个在{cell}，显示{shown}），未固化。请待计算完毕、更正错误后重试",
  ),
  entriesApart: message("评估表中有{count}处填写的内容已无对应位置，列于表末（不打印），请核实后自行清除：{tabs}"),
  entriesReplaced: message(
    "评估表“{tab}”中有{count}处由加载项生成的内容曾被改动，已按本次评估更新，原填写为：{cells}。更正数据请修改台账",
  ),
  tabsNotUpdated: message("以下评估表为此前评估所留，本次没有生成，内容未更新：{tabs}。不再需要的可以删除"),
  restored: message("工作簿已恢复到操作前的状态"),
  restoredContents: message("工作簿内容已恢复，以下评估表的格式请核实：{tabs}"),
  restoreFailed: message("未能恢复到操作前的状态，请核实以下评估表，或不保存关闭后重新打开：{tabs}"),
  settingsFailed: message("本次操作的选项未能从工作簿中清除"),
  cancelled: message("已取消评估"),
  underWay: message("正在处理上一项操作，请等待完成或取消后重试"),
  sheetMissing: message("工作簿中没有工作表“{sheet}”，可能已改名或删除。请重新读取台账"),
  sheetHidden: message("工作表“{sheet}”已隐藏，无法选中{cell}。请取消隐藏后重试"),
  sheetVeryHidden: message(
    "工作表“{sheet}”已深度隐藏，无法选中{cell}，在Excel的菜单中也无法取消隐藏。请与隐藏该表的人员或管理员联系",
  ),
  noVisibleSheet: message("删除评估表后工作簿中没有可见的工作表，未作改动。请先新建或取消隐藏一张工作表"),
  tabsRemain: message("以下内容未能删除：{left}。请排除上述问题后重试"),
  removalUnknown: message("未能确认删除的结果，请核实以下工作表：{tabs}"),
  sheetsTaken: message("已有同名工作表，未作改动：{sheets}"),
  sheetsLeft: message("新建的工作表未能撤销，请核实并删除：{sheets}"),
  tasksMissing: message("没有可以发送的整改任务。请先评估，并保留“整改任务”表"),
  tasksTableChanged: message("工作表“{sheet}”中没有带“支部”“任务”两列的表格，未写入。请恢复表头，或删除该工作表后重试"),
  tasksLeft: message("未能确认任务是否已写入“{sheet}”，请核实并删去多出的行"),
  schemeStands: message("工作簿中已有评分标准、参数和对策库，未作改动。请直接修改"),
  choicesNotKept: message("选择未能保存到工作簿，本次仍然有效"),
  mappingNotKept: message("列对应未能保存到工作簿，请重试"),
  resultRemains: message("上次评估的结果或工作表上的标记未能从工作簿中删除。请排除上述问题后重试"),
  settingsRemain: message("保存的选择和列对应未能从工作簿中删除，请重试"),
  notLoaded: message("该功能未能从服务器取得，工作簿未作改动。请保存后重新启动Excel；仍不成功时，请与管理员联系"),
  unexpected: message("操作中断：{message}。请将此信息告知维护人员"),
} as const satisfies Readonly<Record<string, Message>>;
