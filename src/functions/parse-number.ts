import type { CellValue } from "../core/grid";
import { leftoversOf, readNumber } from "../core/ledger/read-number";
import { textOf } from "../core/ledger/text";
import { defineFunction } from "./declaration";
import { isMissingCell, table } from "./parameters";
import { type ResultCell, invalid } from "./values";

/** `PARSE_NUMBER`: the number that a clerk's text means (methodology §2, values). */
export const parseNumber = defineFunction({
  name: "PARSE_NUMBER",
  description: {
    "zh-CN": "读取数值：把“20余人”“９５％”“三万”等写法读成数值，逐格读取。",
    "en-US": "Reads a number as ledgers write it (20余人, ９５％, 三万), cell by cell.",
  },
  parameters: {
    text: table({
      label: { "zh-CN": "文本", "en-US": "text" },
      description: {
        "zh-CN": "一格或一片区域；空格得空文本。",
        "en-US": "A cell or a range; a blank gives empty text.",
      },
    }),
  },
  result: { type: "any", dimension: "matrix" },
  gives: { "zh-CN": "与文本同形的数值。", "en-US": "Numbers in the shape of the texts." },
  help: [
    {
      "zh-CN":
        "认得千分位、全角和中文数字、万、亿、百分数（95% 为 0.95）、约 近 共 超、余 多 几和常用量词；一段范围取第一个数。除此之外还有别的内容（包括 3/4、+3、1e3），该格为 #VALUE!，并指出是什么。",
      "en-US":
        "Thousands commas, full-width and Chinese numerals, 万, 亿, percentages (95% is 0.95), 约 近 共 超, 余 多 几 and the usual unit words are read; a range gives its first number. Where anything else is left over (as of 3/4, +3 or 1e3) the cell is #VALUE! and says what.",
    },
  ],
  examples: [
    { arguments: ["20余人"], result: 20 },
    { arguments: [[["９５％", "1.2万元", "百分之八十", null]]], result: [[0.95, 12000, 0.8, ""]], digits: 9 },
    { arguments: [[["3~5次"], ["第14次"], ["若干"]]], result: [[3], [{ error: "#VALUE!" }], [{ error: "#VALUE!" }]] },
  ],
  evaluate: ({ text }) => text.map((row) => row.map(numberIn)),
});

function numberIn(cell: CellValue): ResultCell {
  if (isMissingCell(cell)) return "";
  const read = readNumber(cell);
  const written = textOf(cell);
  if (read === null || !Number.isFinite(read.value)) return invalid("numberExpected", { text: written }, "text");
  if (read.exact) return read.value;
  return invalid("numberLeftover", { text: written, leftover: leftoversOf(written).join("…") }, "text");
}
