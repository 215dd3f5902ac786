import { message, type MessageParams } from "./message";

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
  numberExpected: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应为数值，现为“${params["text"]}”。`,
  wholeExpected: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应为 ${params["least"]} 至 ${params["most"]} 的整数，现为“${params["text"]}”。`,
  outOfRange: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}应在 ${params["least"]} 至 ${params["most"]} 之间，现为“${params["text"]}”。`,
  dateExpected: (params: MessageParams) => `“${params["parameter"]}”${cell(params)}应为日期，现为“${params["text"]}”。`,
  yearMissing: (params: MessageParams) =>
    `“${params["parameter"]}”${cell(params)}的日期缺少年份，现为“${params["text"]}”。`,
  periodExpected: message("“{parameter}”应为期间，如 2021、2021H1、2021Q2、2021-04，现为“{text}”。"),
  choiceUnknown: message("“{parameter}”应为 {allowed} 之一，现为“{text}”。"),
  missingArgument: message("“{parameter}”不能为空。"),
  missingCell: (params: MessageParams) => `“${params["parameter"]}”${cell(params)}为空，此处不能缺数。`,
  countDiffers: message("“{parameter}”应有 {needed} 个值，现有 {found} 个。"),
  shapeDiffers: message("“{parameter}”的行列数与其他参数不符：应为 {needed}，现为 {found}。"),
  goalpostsReversed: message("上限应大于下限，现下限为 {lower}，上限为 {upper}。"),
  weightsZero: message("“{parameter}”不能全为零。"),
  // #N/A
  tooFew: message("“{parameter}”至少要有 {needed} 个值，现有 {found} 个。"),
  unassessed: message("“{parameter}”中有未评的值，无法计算。"),
};
