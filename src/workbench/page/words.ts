import type { Refusal } from "./grid/unsupported";
import type { Locale, Sample, Theme, Transport } from "./options";

/** Everything that the page of the workbench says, in one language. `{name}` stands for what is filled in. */
export interface PageWords {
  readonly title: string;
  readonly notice: string;
  readonly samples: Readonly<Record<Sample, string>>;
  readonly sample: string;
  readonly open: string;
  readonly save: string;
  readonly saved: string;
  readonly undo: string;
  readonly undoHint: string;
  readonly redo: string;
  readonly redoHint: string;
  readonly unsaved: string;
  readonly discard: string;
  readonly drop: string;
  readonly readFailed: string;
  readonly host: string;
  readonly trace: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly transport: string;
  readonly transports: Readonly<Record<Transport, string>>;
  readonly webNeedsHttps: string;
  readonly excelApi: string;
  readonly latency: string;
  readonly payload: string;
  readonly editing: string;
  readonly protectedBook: string;
  readonly fail: string;
  readonly failNth: string;
  readonly failAs: string;
  readonly failPlanned: string;
  readonly requests: string;
  readonly clear: string;
  readonly noRequests: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly moreActions: string;
  readonly pane: string;
  readonly closePane: string;
  readonly ribbon: string;
  readonly grid: string;
  readonly dismiss: string;
  readonly starting: string;
  readonly startFailed: string;
  readonly commandFailed: string;
  readonly defect: string;
  readonly pending: string;
  readonly chartOf: string;
  readonly refused: Readonly<Record<Refusal, string>>;
}

const zhCN: PageWords = {
  title: "融合评估 · 试用台",
  notice: "本页是用于试用和测试的替身，不是 Excel。文件只在本机打开，不会上传。",
  samples: {
    clean: "样例：台账规范",
    messy: "样例：台账杂乱",
    branches: "样例：每支部一表",
    minimal: "样例：最少的表",
  },
  sample: "选择样例",
  open: "打开…",
  save: "保存",
  saved: "已保存为 {name}。",
  undo: "撤销写入",
  undoHint: "一步撤销加载项最近一次写入的内容。自己的修改用表格工具栏的撤销。",
  redo: "重做写入",
  redoHint: "恢复刚才撤销的写入内容。",
  unsaved: "未保存",
  discard: "“{name}”的修改尚未保存。放弃修改？",
  drop: "松开鼠标，打开这个工作簿",
  readFailed: "文件读取失败：{name}",
  host: "宿主",
  trace: "请求",
  language: "语言",
  languages: { "zh-CN": "中文", "en-US": "English" },
  theme: "外观",
  themes: { light: "浅色", dark: "深色", "high-contrast": "高对比度" },
  transport: "接口",
  transports: { web: "网页版", desktop: "桌面版" },
  webNeedsHttps: "网页版接口须经 https 打开本页。",
  excelApi: "ExcelApi",
  latency: "延迟（毫秒）",
  payload: "每次上限（字节）",
  editing: "正在编辑单元格",
  protectedBook: "工作簿受保护",
  fail: "令请求失败",
  failNth: "第几次",
  failAs: "错误代码",
  failPlanned: "第 {request} 次请求将失败（{code}）",
  requests: "请求（每行一次 context.sync）",
  clear: "清空",
  noRequests: "尚无请求。",
  columns: ["序号", "动作", "发出", "收到", "毫秒", "错误"],
  moreActions: "共 {count} 个动作",
  pane: "任务窗格",
  closePane: "关闭任务窗格",
  ribbon: "功能区",
  grid: "表格",
  dismiss: "关闭提示",
  starting: "正在打开…",
  startFailed: "试用台不能启动：{reason}",
  commandFailed: "命令未能执行：{reason}",
  defect: "替身出错：{reason}",
  pending: "计算中…",
  chartOf: "图表：{name}",
  refused: {
    unsupported: "试用台不支持此项操作：插入、删除单元格，移动行列，以及增删表格、条件格式、数据验证和保护。",
    structureProtected: "工作簿的结构受保护，不能插入、删除、重命名、移动或隐藏工作表。",
    protected: "工作表受保护，不能插入或删除行列。",
    noRoom: "末尾的行列中有内容，不能再插入。",
    table: "不能只删除表格的标题行或全部数据行。",
    immovable: "本表含有批注、图片、数据透视表等不能随单元格移动的内容，不能插入或删除行列。",
  },
};

const enUS: PageWords = {
  title: "Ronghe · workbench",
  notice: "A stand-in for trying and testing, not Excel. Files are opened on this machine only; nothing is uploaded.",
  samples: {
    clean: "Sample: tidy ledgers",
    messy: "Sample: untidy ledgers",
    branches: "Sample: one sheet per branch",
    minimal: "Sample: the fewest tables",
  },
  sample: "Choose a sample",
  open: "Open…",
  save: "Save",
  saved: "Saved as {name}.",
  undo: "Undo add-in",
  undoHint: "Takes back in one step what the add-in wrote last. Your own edits are undone in the grid's toolbar.",
  redo: "Redo add-in",
  redoHint: "Brings back what was just taken back.",
  unsaved: "Not saved",
  discard: "The changes to “{name}” are not saved. Discard them?",
  drop: "Drop to open this workbook",
  readFailed: "The file cannot be read: {name}",
  host: "Host",
  trace: "Requests",
  language: "Language",
  languages: { "zh-CN": "中文", "en-US": "English" },
  theme: "Look",
  themes: { light: "Light", dark: "Dark", "high-contrast": "High contrast" },
  transport: "Transport",
  transports: { web: "Web", desktop: "Desktop" },
  webNeedsHttps: "The web transport needs this page to be opened over https.",
  excelApi: "ExcelApi",
  latency: "Latency (ms)",
  payload: "Limit (bytes)",
  editing: "Editing a cell",
  protectedBook: "Protected workbook",
  fail: "Fail a request",
  failNth: "Which one",
  failAs: "Error code",
  failPlanned: "Request {request} from now will fail ({code})",
  requests: "Requests (one context.sync each)",
  clear: "Clear",
  noRequests: "No requests yet.",
  columns: ["No.", "Actions", "Sent", "Received", "ms", "Error"],
  moreActions: "{count} actions",
  pane: "Task pane",
  closePane: "Close the task pane",
  ribbon: "Ribbon",
  grid: "Spreadsheet",
  dismiss: "Dismiss",
  starting: "Opening…",
  startFailed: "The workbench cannot start: {reason}",
  commandFailed: "The command failed: {reason}",
  defect: "Defect of the stand-in: {reason}",
  pending: "Calculating…",
  chartOf: "Chart: {name}",
  refused: {
    unsupported:
      "The workbench cannot do this: insert or delete single cells, move rows or columns, add or remove tables, conditional formats, validation and protection.",
    structureProtected:
      "The structure of the workbook is protected: no sheet can be inserted, deleted, renamed, moved or hidden.",
    protected: "The sheet is protected: no rows or columns can be inserted or deleted.",
    noRoom: "There is something in the last rows or columns: no more can be inserted.",
    table: "A table's headings, or all of its rows, cannot be deleted while the rest stays.",
    immovable:
      "The sheet holds comments, pictures, pivot tables or other things that cannot move with their cells: no rows or columns can be inserted or deleted.",
  },
};

/** The words of a language. */
export const pageWords = (locale: Locale): PageWords => (locale === "zh-CN" ? zhCN : enUS);
