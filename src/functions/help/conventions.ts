import type { Texts } from "../declaration";

/** What holds for every worksheet function, as the clerk reads it before the first of them. */
export const CONVENTIONS: readonly Texts[] = [
  {
    "zh-CN":
      "缺数不是零。空白单元格、空值字样（无、暂无、没有、否、—、/ 等，逻辑值 FALSE 同“否”）以及“未评”“不适用”都按缺数处理，不作零计；个别函数对“未评”“不适用”另有规定的，见该函数说明。",
    "en-US":
      "Missing is not zero. Blank cells, words that say nothing (无, 暂无, 没有, 否, —, / …; FALSE is 否) and the words 未评 and 不适用 are missing; they never count as zero. Where a function treats 未评 or 不适用 otherwise, its description says so.",
  },
  {
    "zh-CN":
      "写成文本的数照读：`20余人` 读作 20，`９５％` 读作 0.95，`1/3` 读作三分之一。除数字外还有别的内容的，不猜测，报错。",
    "en-US":
      "A number written as text is read as clerks write it: `20余人` is 20, `９５％` is 0.95, `1/3` is a third. A text that holds anything else is not guessed at but refused.",
  },
  {
    "zh-CN":
      "日期可以是 Excel 日期，也可以是文本，如 `2021-03-05`、`2021年3月5日`。文本没有年份的，只有函数给出期间时才能读。期间写作 `2021`、`2021H1`、`2021Q2`、`2021-04` 或 `2021-03-01~2021-06-30`。",
    "en-US":
      "A date is a date of Excel's or a text such as `2021-03-05` or `2021年3月5日`. A text without a year can be read only where the function is given a period. A period is `2021`, `2021H1`, `2021Q2`, `2021-04` or `2021-03-01~2021-06-30`.",
  },
  {
    "zh-CN":
      "参数可以是一个值、一片区域或常量数组。一行或一列是一组值，横竖均可；多行多列时，每行为一组，结果逐行排成一列。逐格计算的函数结果与参数同形，其他参数行列数须一致，或为一个值、一行、一列，自动重复。",
    "en-US":
      "An argument is a value, a range or an array. A single row or a single column is one set of values, either way; of several rows and columns each row is one set, and the results stand below each other. Functions that work cell by cell give the shape of their argument; other arguments have the same rows and columns, or are one value, one row or one column, which is repeated.",
  },
  {
    "zh-CN":
      "结果有多格的，自动填入相邻单元格；位置被占用时显示 `#SPILL!`，清空后即恢复。常量数组中逗号分列，分号分行。",
    "en-US":
      "A result of several cells fills the cells beside it; where those are occupied Excel shows `#SPILL!` until they are cleared. In an array, commas separate columns and semicolons rows.",
  },
  {
    "zh-CN": "方括号内的参数可以省略，也可以留空（只写逗号）或引用空白单元格。选项用词不分大小写、全角半角和空格。",
    "en-US":
      "Parameters in brackets may be left out, left empty (the comma alone) or refer to blank cells. Words for a choice are compared without case, width and spaces.",
  },
  {
    "zh-CN":
      "参数中有错误值的，结果就是该错误，先于其他问题；有多个的，按参数次序取第一个，同一参数中按先行后列（`MEASURES` 的台账和名册除外，见其说明）。`#REF!` 和 `#NAME?` 加载项函数不能返回，显示为 `#VALUE!`。",
    "en-US":
      "An error in an argument comes back as that error, before anything else that may be wrong; of several, the first by the order of parameters, then by rows (but for the ledger and the roster of `MEASURES`, see there). Excel takes neither `#REF!` nor `#NAME?` from an add-in; for these the result is `#VALUE!`.",
  },
  {
    "zh-CN":
      '参数不能成立的，结果为 `#VALUE!`；数据不足的，结果为 `#N/A`。选中该格，点开旁边的提示标记，可以看到哪个参数、哪一格有什么问题。要把数据不足显示为未评，写 `IFNA(公式,"未评")`。',
    "en-US":
      'An argument that cannot be gives `#VALUE!`, and not enough data gives `#N/A`. Select the cell and open the mark beside it to read which argument and which cell are meant, and why. To show missing data as 未评, write `IFNA(formula,"未评")`.',
  },
  {
    "zh-CN":
      "结果与行的先后无关，也不取决于日期、电脑和网络：同样的参数，任何时候、在任何电脑上都得同样的结果。函数只看参数，不读工作簿的其他内容，不联网。",
    "en-US":
      "Results do not depend on the order of rows, nor on the day, the computer or a network: the same arguments give the same result everywhere. A function sees its arguments and nothing else of the workbook, and never goes online.",
  },
  {
    "zh-CN":
      "没有安装本加载项的同事打开工作簿，看到的是上次算出的值，重新计算后显示 `#NAME?`。分发前用功能区的“固化为数值”把公式变成数值。",
    "en-US":
      "A colleague without this add-in sees the values last computed, and `#NAME?` once Excel recalculates. Before a workbook is passed on, Freeze to values on the ribbon turns the formulas into values.",
  },
];
