import { namesIn, textOf } from "../core/ledger/text";
import { evenness as shannonEvenness } from "../core/methods/evenness";
import { defineFunction } from "./declaration";
import { isMissingCell, number, optional, table } from "./parameters";
import { invalid, unavailable } from "./values";

/** `EVENNESS`: Shannon evenness of categories (methodology §4, 均衡度). */
export const evenness = defineFunction({
  name: "EVENNESS",
  description: {
    "zh-CN": "均衡度：各类别出现得是否均匀，0 至 1。",
    "en-US": "Evenness: how evenly the categories occur, 0–1.",
  },
  parameters: {
    categories: table({
      label: { "zh-CN": "类别", "en-US": "categories" },
      description: {
        "zh-CN": "任意形状的文本；一格写多个类别的，用、，；/ 或换行分开，空格不计。",
        "en-US": "Texts in any shape; a cell may name several, between 、 , ; / or line breaks; blanks do not count.",
      },
    }),
    count: optional<number | null>(
      number(
        {
          label: { "zh-CN": "类别数", "en-US": "number of categories" },
          description: {
            "zh-CN": "应有的类别总数；省略为实际出现的类别数。",
            "en-US": "How many categories there are; those that occur where left out.",
          },
        },
        { least: 1, most: 10_000, whole: true },
      ),
      null,
    ),
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "0 至 1。", "en-US": "A figure, 0–1." },
  help: [
    {
      "zh-CN":
        "均衡度 = −Σ p·ln p ÷ ln k，p 是每类所占份额，k 是类别数。各类一样多为 1，只有一类为 0；类别数为 1 是 #N/A，少于实际出现的类别数是 #VALUE!。同一格中重复的类别只算一次；不区分大小写、全角半角和空格，不合并同义词。出自 Pielou（1966）。",
      "en-US":
        "Evenness = −Σ p·ln p ÷ ln k, p the share of each category, k their number. It is 1 where all are equally frequent and 0 where only one occurs; a number of 1 gives #N/A, one below those that occur #VALUE!. A category counts once per cell; case, width and spaces do not matter, synonyms are not joined. From Pielou (1966).",
    },
  ],
  examples: [
    { arguments: [[["党课"], ["党课"], ["主题党日"], ["主题党日"]], 4], result: 0.5, digits: 9 },
    { arguments: [[["党课、主题党日"], ["主题党日"], ["主题党日"]], null], result: 0.811278, digits: 6 },
    { arguments: [[["党课", "党课"]], 16], result: 0 },
    { arguments: [[["党课", "党课"]], null], result: { error: "#N/A" } },
    { arguments: [[["党课", "支委会", "志愿服务"]], 2], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ categories, count }) => {
    const counts = new Map<string, number>();
    for (const cell of categories.flat())
      if (!isMissingCell(cell)) for (const name of namesIn(textOf(cell))) counts.set(name, (counts.get(name) ?? 0) + 1);
    const k = count ?? counts.size;
    if (counts.size === 0) return unavailable("nothingCounted", {}, "categories");
    if (k < counts.size) return invalid("categoriesExceed", { count: k, found: counts.size }, "count");
    return shannonEvenness([...counts.values()], k) ?? unavailable("oneCategory");
  },
});
