import type { OpenFailure } from "../files/document";
import type { Locale, UsageError } from "./arguments";

/** Everything that the command line says, in one language. `{name}` stands for what is filled in. */
export interface Words {
  readonly usage: string;
  readonly wrongUsage: Readonly<Record<UsageError, string>>;
  readonly open: Readonly<Record<OpenFailure, string>>;
  readonly file: Readonly<Record<FileError, string>>;
  /** What the codes of the system mean. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly severities: Readonly<Record<string, string>>;
  readonly moreIssues: string;
  readonly refused: string;
  readonly failed: string;
  readonly notFrozen: string;
  readonly silent: string;
  readonly epoch: string;
  readonly notBuilt: string;
  readonly written: string;
  readonly incomplete: string;
}

/** What can be wrong with a path. */
export type FileError =
  | "inputNotFound"
  | "inputUnreadable"
  | "outputIsInput"
  | "outputExists"
  | "outputTwice"
  | "outputKind"
  | "folderNotFound"
  | "cannotWrite";

const zhCN: Words = {
  usage: `用法：npm run --silent assess -- 工作簿.xlsx [选项]

  --period 期间          2021、2021H1、2021Q2、2021-04 或 2021-03-01~2021-06-30；不写时取台账记录最多的年份
  --as-of 日期           截止日，如 2021-09-30
  -o 文件                输出文件；不写时为当前文件夹下的 <文件名>.assessed.xlsx
  --json 文件|-          同时输出结果数据；- 为标准输出
  --locale zh-CN|en-US   提示语言
  --formula standard|wang2021   耦合公式
  --formulas values|live 指标得分写为数值（默认）或实时公式
  --freeze               不评估，只把工作簿中以公式写出的评估表固化为数值；输出为 <文件名>.frozen.xlsx
  --force                覆盖已有的输出文件

退出码：0 完成；1 完成，但有支部既无融合指数也无百分制得分；2 用法、文件、期间或评分标准有误；3 未找到支部名册和台账，或没有可固化的表`,
  wrongUsage: {
    inputMissing: "请指定工作簿",
    inputTwice: "一次只能评估一个工作簿，多出：{found}",
    optionUnknown: "没有这个选项：{found}",
    optionTwice: "选项重复：{found}",
    valueMissing: "选项缺少值：{found}",
    formulaUnknown: "耦合公式应为 standard 或 wang2021：{found}",
    formulasUnknown: "写法应为 values 或 live：{found}",
    notWithFreeze: "固化时不评估，不能同时使用：{found}",
    localeUnknown: "语言应为 zh-CN 或 en-US：{found}",
  },
  open: {
    notZip: "不是 Excel 工作簿（.xlsx）：{path}",
    notWorkbook: "文件中没有工作簿：{path}",
    truncated: "文件不完整，请重新取得后再试：{path}",
    encrypted: "文件有打开密码，请另存为无密码的工作簿后再试：{path}",
    legacyXls: "这是旧格式工作簿（.xls），请另存为 .xlsx 后再试：{path}",
  },
  file: {
    inputNotFound: "文件不存在：{path}",
    inputUnreadable: "文件无法读取：{path}（{reason}）",
    outputIsInput: "输出文件不能是输入的工作簿：{path}",
    outputExists: "文件已存在，如需覆盖请加 --force：{path}",
    outputTwice: "工作簿与结果数据不能写入同一文件：{path}",
    outputKind: "输出文件的扩展名应为 {extension}：{path}",
    folderNotFound: "文件夹不存在：{path}",
    cannotWrite: "无法写入：{path}（{reason}）",
  },
  reasons: {
    EACCES: "没有权限",
    EPERM: "没有权限或文件正被占用",
    EBUSY: "文件正被占用",
    EROFS: "磁盘只读",
    ENOSPC: "磁盘空间不足",
    EISDIR: "这是文件夹",
    ENOENT: "此处不能建立文件",
    ENAMETOOLONG: "文件名过长",
  },
  stages: {
    open: "打开工作簿",
    load: "启动加载项",
    read: "读取工作簿",
    scheme: "读取评分标准",
    recognise: "识别台账",
    ledger: "读取台账",
    measure: "计算指标",
    indices: "计算指数",
    diagnosis: "诊断问题",
    selection: "评选先进",
    checks: "核验数据",
    report: "汇总结果",
    write: "写评估表",
    compare: "核对公式",
    save: "保存工作簿",
  },
  severities: { error: "错误", warning: "请核实", info: "提示" },
  moreIssues: "另有 {count} 条，见“数据核验”",
  refused: "未评估，未生成文件",
  failed: "评估未完成，未生成文件",
  notFrozen: "未固化，未生成文件",
  silent: "加载项没有回应",
  epoch: "SOURCE_DATE_EPOCH 应为自1970年起的秒数：{found}",
  notBuilt: "加载项尚未构建，请先运行 npm run build",
  written: "已生成：{path}",
  incomplete: "有支部既无融合指数也无百分制得分：{branches}",
};

const enUS: Words = {
  usage: `Usage: npm run --silent assess -- WORKBOOK.xlsx [options]

  --period PERIOD        2021, 2021H1, 2021Q2, 2021-04 or 2021-03-01~2021-06-30; without it, the year with most ledger rows
  --as-of DATE           cut-off day, such as 2021-09-30
  -o FILE                output file; without it, <name>.assessed.xlsx in the current folder
  --json FILE|-          also the result as data; - is standard output
  --locale zh-CN|en-US   language of messages
  --formula standard|wang2021   coupling formula
  --formulas values|live the tab 指标得分 as values (usual) or as live formulas
  --freeze               assess nothing; turn assessment tabs written as formulas into values: <name>.frozen.xlsx
  --force                overwrite existing output

Exit codes: 0 done; 1 done, but some branch has neither a fusion index nor points; 2 usage, file, period or scheme is wrong; 3 no roster and no ledger found, or nothing to freeze`,
  wrongUsage: {
    inputMissing: "Name a workbook",
    inputTwice: "One workbook at a time; one too many: {found}",
    optionUnknown: "No such option: {found}",
    optionTwice: "Option given twice: {found}",
    valueMissing: "The option needs a value: {found}",
    formulaUnknown: "The coupling formula is standard or wang2021: {found}",
    formulasUnknown: "Formulas are values or live: {found}",
    notWithFreeze: "Freezing assesses nothing; it does not go with {found}",
    localeUnknown: "The language is zh-CN or en-US: {found}",
  },
  open: {
    notZip: "Not an Excel workbook (.xlsx): {path}",
    notWorkbook: "There is no workbook in the file: {path}",
    truncated: "The file is incomplete. Get it again and retry: {path}",
    encrypted: "The file is protected by a password. Save it without one and retry: {path}",
    legacyXls: "This is a workbook of the old format (.xls). Save it as .xlsx and retry: {path}",
  },
  file: {
    inputNotFound: "No such file: {path}",
    inputUnreadable: "The file cannot be read: {path} ({reason})",
    outputIsInput: "The output cannot be the input: {path}",
    outputExists: "The file exists; add --force to overwrite it: {path}",
    outputTwice: "Workbook and data cannot be written to the same file: {path}",
    outputKind: "The output must end in {extension}: {path}",
    folderNotFound: "No such folder: {path}",
    cannotWrite: "Cannot write: {path} ({reason})",
  },
  reasons: {
    EACCES: "no permission",
    EPERM: "no permission, or the file is in use",
    EBUSY: "the file is in use",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EISDIR: "it is a folder",
    ENOENT: "no file can be made here",
    ENAMETOOLONG: "the name is too long",
  },
  stages: {
    open: "Opening the workbook",
    load: "Starting the add-in",
    read: "Reading the workbook",
    scheme: "Reading the scheme",
    recognise: "Recognising ledgers",
    ledger: "Reading ledgers",
    measure: "Measuring indicators",
    indices: "Computing indices",
    diagnosis: "Diagnosing",
    selection: "Selecting",
    checks: "Checking data",
    report: "Summing up",
    write: "Writing assessment tabs",
    compare: "Comparing formulas",
    save: "Saving the workbook",
  },
  severities: { error: "error", warning: "please verify", info: "note" },
  moreIssues: "{count} more, see the tab 数据核验",
  refused: "Not assessed; no file was made",
  failed: "The assessment was not finished; no file was made",
  notFrozen: "Not turned into values; no file was made",
  silent: "The add-in does not answer",
  epoch: "SOURCE_DATE_EPOCH is a number of seconds since 1970: {found}",
  notBuilt: "The add-in is not built; run npm run build first",
  written: "Written: {path}",
  incomplete: "Some branches have neither a fusion index nor points: {branches}",
};

const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": zhCN, "en-US": enUS };

/** The words of the command line in a language. */
export function words(locale: Locale): Words {
  return WORDS[locale];
}

/** What a code of the system means, in words where they are known. */
export function reasonText(locale: Locale, code: string): string {
  return words(locale).reasons[code] ?? code;
}

/** A text with its `{name}`s filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
