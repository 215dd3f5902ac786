import type { Locale } from "../i18n";
import { FUNCTIONS } from "./catalogue";
import type { WorksheetFunction } from "./declaration";

/** The file of metadata that Excel reads in each language, beside the page. */
export const METADATA_FILES: Readonly<Record<Locale, string>> = {
  "zh-CN": "functions.json",
  "en-US": "functions.en-US.json",
};

/** One parameter as Excel's metadata say it. Every parameter takes anything: what an argument may be is checked by its reader. */
interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: {
    readonly type: WorksheetFunction["result"]["type"];
    readonly dimensionality: WorksheetFunction["result"]["dimension"];
  };
}

/** What Excel reads to know an add-in's functions (custom functions JSON metadata). */
interface Metadata {
  /** Without it Excel itself answers with the error of an argument, and a function would never see a table with one in it. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

function parameterOf(
  { label, description, dimension, optional }: WorksheetFunction["parameters"][number],
  locale: Locale,
): ParameterMetadata {
  return {
    name: label[locale],
    description: description[locale],
    type: "any",
    dimensionality: dimension,
    ...(optional ? { optional: true } : {}),
  };
}

/**
 * Excel's metadata of every function in one language. Ids and names are the same in all languages, so that a formula is; `helpPage`
 * is the address of the page that explains them in that language. No function has options: none is volatile, streaming or cancelable.
 */
export function metadata(locale: Locale, helpPage: string): Metadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map(({ name, description, parameters, result }) => ({
      id: name,
      name,
      description: description[locale],
      helpUrl: `${helpPage}#${name}`,
      parameters: parameters.map((parameter) => parameterOf(parameter, locale)),
      result: { type: result.type, dimensionality: result.dimension },
    })),
  };
}
