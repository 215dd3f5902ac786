import type { Locale } from "../../i18n";
import { answer } from "../answer";
import type { Example, WorksheetFunction } from "../declaration";
import type { Block } from "./block";
import { argument, formulaOf, resultText } from "./formula";

/** An array that is longer than this in a formula is shown as the range that it would be in a sheet. */
const LONG = 100;

/** An array shown beside the formulas, under the name of its parameter, by which they call it. */
interface Range {
  readonly name: string;
  readonly written: string;
  readonly cells: readonly (readonly unknown[])[];
}

function isRows(given: unknown): given is readonly (readonly unknown[])[] {
  return Array.isArray(given) && given.every(Array.isArray);
}

/** The long arrays of the examples; where two stand for the same parameter, the first. */
function longArrays({ parameters, examples }: WorksheetFunction, locale: Locale): readonly Range[] {
  return parameters.flatMap(({ label }, index) => {
    const cells = examples.map((example) => example.arguments[index]).filter(isRows);
    const long = cells.find((each) => argument(each).length > LONG);
    return long === undefined ? [] : [{ name: label[locale], written: argument(long), cells: long }];
  });
}

const CAPTION: Readonly<Record<Locale, (name: string) => string>> = {
  "zh-CN": (name) => `以下公式中的“${name}”指这样一片区域：`,
  "en-US": (name) => `In these formulas “${name}” is a range such as:`,
};

/** A range as a sheet shows it, with the letters of its columns and the numbers of its rows. */
function rangeBlocks({ name, cells }: Range, locale: Locale): readonly Block[] {
  const width = cells[0]?.length ?? 0;
  const letters = Array.from({ length: width }, (_, column) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(column));
  return [
    { kind: "paragraph", text: CAPTION[locale](name) },
    {
      kind: "table",
      head: ["", ...letters],
      rows: cells.map((row, index) => [
        String(index + 1),
        ...row.map((cell) => (cell === null ? "" : resultText(cell))),
      ]),
    },
  ];
}

function onlyCell<T>(rows: readonly (readonly T[])[]): T | false {
  const [first, ...others] = rows.flat();
  return first === undefined || others.length > 0 ? false : first;
}

/** The sentence beside an error that is all there is to see of a result; nothing beside another result. */
function sentence(fn: WorksheetFunction, { arguments: given }: Example, locale: Locale): string {
  const handedOver = fn.parameters.map((_, index) => given[index] ?? null);
  const result = answer(fn, handedOver, locale, (error) => error);
  const single = result.kind === "error" ? result.error : Array.isArray(result.value) && onlyCell(result.value);
  return typeof single === "object" && single.message !== null ? `  ${single.message}` : "";
}

/** The examples of a function as formulas with what they give. */
export function exampleBlocks(fn: WorksheetFunction, locale: Locale, namespace: string): readonly Block[] {
  const ranges = longArrays(fn, locale);
  const written = (given: unknown): string => {
    const text = argument(given);
    return ranges.find((range) => range.written === text)?.name ?? text;
  };
  const formulas = fn.examples.map((example) => ({
    formula: formulaOf(namespace, fn.name, example.arguments.map(written)),
    shows: `${resultText(example.result)}${sentence(fn, example, locale)}`,
  }));
  return [...ranges.flatMap((range) => rangeBlocks(range, locale)), { kind: "formulas", formulas }];
}
