import { zhCN } from "./zh-CN";
import { issueText, message, type MessageParams } from "./message";

/** Which cell of an argument: `row` and `column` count from 1 and are missing where there is only one cell. */
function cell({ row, column }: MessageParams): string {
  return row === undefined || column === undefined ? "" : `第${row}行第${column}列`;
}

/**
 * What worksheet functions say beside `#VALUE!` and `#N/A`. `parameter` is the parameter's name as the user reads it, `text` what
 * the cell holds.
 */
export const problemsZhCN = {
  // #VALUE!
  errorInArgument: message("“{parameter}”中有错误值 {text}。"),
  numberExpected: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应为数值，现为“${params["text"]}”。`,
  wholeExpected: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应为 ${params["least"]} 至 ${params["most"]} 的整数，现为“${params["text"]}”。`,
  outOfRange: (params: MessageParams) =>
    params["most"] === "Infinity"
      ? `“${params["parameter"]}”${cell(params)}不应小于 ${params["least"]}，现为“${params["text"]}”。`
      : `“${params["parameter"]}”${cell(params)}应在 ${params["least"]} 至 ${params["most"]} 之间，现为“${params["text"]}”。`,
  belowExpected: message("“{parameter}”应不小于 {least} 且小于 {below}，现为“{text}”。"),
  positiveExpected: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应大于零，现为“${params["text"]}”。`,
  dateExpected: (params: MessageParams) => `“${params["parameter"]}”${cell(params)}应为日期，现为“${params["text"]}”。`,
  yearMissing: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}的日期缺少年份，现为“${params["text"]}”。`,
  periodExpected: message("“{parameter}”应为期间，如 2021、2021H1、2021Q2、2021-04，现为“{text}”。"),
  choiceUnknown: (params: MessageParams) =>
    `“${params["parameter"]}”应为 ${String(params["allowed"]).split(", ").join("、")} 之一，现为“${params["text"]}”。`,
  missingArgument: message("“{parameter}”不能为空。"),
  missingCell: (params: MessageParams) => `“${params["parameter"]}”${cell(params)}没有数值，此处不能缺数。`,
  countDiffers: message("“{parameter}”应有 {needed} 个值，现有 {found} 个。"),
  shapeDiffers: message("“{parameter}”的行列数与其他参数不符：应为 {needed}，现为 {found}。"),
  goalpostsReversed: message("上限应大于下限，现下限为 {lower}，上限为 {upper}。"),
  weightsZero: message("“{parameter}”不能全为零。"),
  numberLeftover: message("“{text}”中除数值外还有“{leftover}”，无法识别。"),
  boundRepeated: message("“{parameter}”中下限 {bound} 出现两次。"),
  categoriesExceed: message("“{parameter}”为 {count}，而现有 {found} 个不同的类别。"),
  notSquare: message("“{parameter}”的行数与列数应相同，现为 {rows} 行 {columns} 列。"),
  diagonalNotOne: (params: MessageParams) =>
    `“${params["parameter"]}”对角线上应为 1，${cell(params)}现为“${params["text"]}”。`,
  notReciprocal: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}为“${params["text"]}”，第${params["column"]}行第${params["row"]}列为“${params["opposite"]}”，两者应互为倒数。`,
  matrixTooLarge: message("“{parameter}”最多 {most} 阶，现为 {found} 阶：更大的矩阵没有随机一致性指标。"),
  tooManyDraws: message("行数乘以“{parameter}”不得超过 {most}，现为 {found}。"),
  issueFound: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}有误：${issueText(zhCN.issues, params)}${params["others"] === 0 ? "" : `（另有 ${params["others"]} 处）`}。`,
  tableUnrecognised: (params: MessageParams) =>
    `“${params["parameter"]}”不能识别为${params["table"]}，表头${
      [
        ...(params["columns"] === "" ? [] : [`缺少 ${params["columns"]}`]),
        ...(params["oneOf"] === "" ? [] : [`至少要有 ${params["oneOf"]} 之一`]),
      ].join("，") || "无法识别"
    }。`,
  branchColumns: message("“{parameter}”应为一列（支部）或两列（支部、单位），现为 {found} 列。"),
  // #N/A
  branchUnresolved: message("支部“{text}”没有唯一对应的支部，无法计量。"),
  noIndicators: message("评分标准中没有数据表为“{table}”的指标。"),
  tooFew: message("“{parameter}”至少要有 {needed} 个值，现有 {found} 个。"),
  tooFewRows: message("“{parameter}”至少要有 {needed} 行，现有 {found} 行。"),
  allAlike: message("“{parameter}”各行没有差别，无从比较。"),
  noScores: message("“{parameter}”第{row}行没有可用的分数。"),
  unassessed: message("“{parameter}”中有未评的值，无法计算。"),
  belowAvailability: message("可评率为 {availability}，低于 {minimum}，记为未评。"),
  nothingApplicable: message("没有适用的分值，无法计算。"),
  belowBounds: message("{value} 低于最低一档的下限 {bound}。"),
  noWindow: message("成立日期晚于期间，没有可评的月份。"),
  noQuarter: message("期间内没有完整的季度。"),
  nothingCounted: message("“{parameter}”全为空，无法计算。"),
  oneCategory: message("只有一个类别，无法计算均衡度。"),
  noPairs: message("没有一处两个日期都有，无法计算。"),
  noDates: message("“{parameter}”中没有日期，无法计算。"),
  nothingDue: message("截至该日均未到期，无法计算。"),
};
