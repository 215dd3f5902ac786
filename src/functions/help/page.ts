import type { Locale } from "../../i18n";
import { FUNCTIONS } from "../catalogue";
import type { WorksheetFunction } from "../declaration";
import type { Block } from "./block";
import { CONVENTIONS } from "./conventions";
import { exampleBlocks } from "./examples";

/** What a page is made for: the namespace of the build, and where printed figures come from, by the name of the example. */
export interface PageContext {
  readonly namespace: string;
  readonly citations: Readonly<Record<string, string>>;
}

const WORDS = {
  "zh-CN": {
    title: "工作表函数说明",
    intro: (namespace: string, count: number) =>
      `融合评估所用的方法，每一种都是一个工作表函数，共 ${count} 个，安装加载项后可在任何工作表中使用。函数名以 \`${namespace}.\` 开头，各语言版本相同。公式和出处见各函数的说明。`,
    conventions: "共同约定",
    list: "函数一览",
    name: "函数",
    purpose: "用途",
    parameter: "参数",
    shape: "形式",
    scalar: "一个值",
    matrix: "值或区域",
    optional: "，可省略",
    meaning: "说明",
    result: (text: string) => `结果：${text}`,
    examples: "示例：",
    printed: (sources: string) => `示例中的数与公开文献或软件给出的数一致：${sources}。`,
    comma: "；",
  },
  "en-US": {
    title: "Worksheet functions",
    intro: (namespace: string, count: number) =>
      `Every method behind the assessment is a worksheet function, ${count} in all, for any sheet once the add-in is installed. Their names begin with \`${namespace}.\` and are the same in every language. Formulas and sources stand with each function.`,
    conventions: "Conventions",
    list: "All functions",
    name: "Function",
    purpose: "Purpose",
    parameter: "Parameter",
    shape: "Shape",
    scalar: "value",
    matrix: "value or range",
    optional: ", optional",
    meaning: "Meaning",
    result: (text: string) => `Result: ${text}`,
    examples: "Examples:",
    printed: (sources: string) =>
      `Figures in the examples agree with those of published texts or software: ${sources}.`,
    comma: "; ",
  },
} as const;

/** The title of the page. */
export function pageTitle(locale: Locale): string {
  return WORDS[locale].title;
}

function signature(namespace: string, { name, parameters }: WorksheetFunction, locale: Locale): string {
  const names = parameters.map(({ label, optional }) => (optional ? `[${label[locale]}]` : label[locale]));
  return `=${namespace}.${name}(${names.join(", ")})`;
}

function functionBlocks(
  fn: WorksheetFunction,
  locale: Locale,
  { namespace, citations }: PageContext,
): readonly Block[] {
  const words = WORDS[locale];
  const sources = new Set(
    fn.examples.flatMap(({ source }) => (source === undefined ? [] : (citations[source] ?? source))),
  );
  return [
    { kind: "heading", level: 3, text: fn.name, id: fn.name },
    { kind: "paragraph", text: fn.description[locale] },
    { kind: "formulas", formulas: [{ formula: signature(namespace, fn, locale), shows: null }] },
    {
      kind: "table",
      head: [words.parameter, words.shape, words.meaning],
      rows: fn.parameters.map(({ label, dimension, optional, description }) => [
        label[locale],
        `${words[dimension]}${optional ? words.optional : ""}`,
        description[locale],
      ]),
    },
    { kind: "paragraph", text: words.result(fn.gives[locale]) },
    ...fn.help.map((text): Block => ({ kind: "paragraph", text: text[locale] })),
    { kind: "paragraph", text: words.examples },
    ...exampleBlocks(fn, locale, namespace),
    ...(sources.size === 0
      ? []
      : [{ kind: "paragraph", text: words.printed([...sources].join(words.comma)) } as const]),
  ];
}

/** The page that explains the worksheet functions in one language: what holds for all, their list, and each. */
export function helpPage(locale: Locale, context: PageContext): readonly Block[] {
  const words = WORDS[locale];
  return [
    { kind: "heading", level: 1, text: words.title, id: "top" },
    { kind: "paragraph", text: words.intro(context.namespace, FUNCTIONS.length) },
    { kind: "heading", level: 2, text: words.conventions, id: "conventions" },
    { kind: "list", items: CONVENTIONS.map((text) => text[locale]) },
    { kind: "heading", level: 2, text: words.list, id: "functions" },
    {
      kind: "table",
      head: [words.name, words.purpose],
      rows: FUNCTIONS.map(({ name, description }) => [`[${name}](#${name})`, description[locale]]),
    },
    ...FUNCTIONS.flatMap((fn) => functionBlocks(fn, locale, context)),
  ];
}
