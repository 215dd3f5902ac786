import type { Locale } from "../i18n";
import { type Cells, type Checked, type Failure, type Result, cellsOf, firstError } from "./values";

/** A text in every language of the product. */
export type Texts = Readonly<Record<Locale, string>>;

/** How one parameter is named, described and read. */
export interface Parameter<T> {
  /** The name that Excel shows while the formula is typed, e.g. 权重. */
  readonly label: Texts;
  readonly description: Texts;
  readonly dimension: "scalar" | "matrix";
  readonly optional: boolean;
  /** Where the cells are a sheet of the clerk's own: an error in one of them is not passed on. */
  readonly keepsErrors?: true;
  /** The argument as what it means, or what is wrong with it; an omitted one arrives as one `null` cell. */
  readonly read: (cells: Cells) => Checked<T>;
}

type ParametersOf<A> = { readonly [Key in keyof A]: Parameter<A[Key]> };

/** One call that is run as a test and shown in the help: arguments as JSON, ranges as arrays of rows, omitted ones `null`. */
export interface Example {
  readonly arguments: readonly unknown[];
  /** What the function gives, numbers to `digits` significant digits; `{ error }` for a failure. */
  readonly result: unknown;
  readonly digits?: number;
  /** The printed figure that the example repeats, where it is one. */
  readonly source?: string;
}

/** What the declaration of a worksheet function says; `A` maps the parameters, in their order, to what they are read as. */
export interface Declaration<A> {
  /** The name behind `RONGHE.`, in capitals. */
  readonly name: string;
  /** One sentence, at most 128 characters: Excel shows it while the formula is typed. */
  readonly description: Texts;
  readonly parameters: ParametersOf<A>;
  readonly result: { readonly type: "number" | "string" | "any"; readonly dimension: "scalar" | "matrix" };
  /** What the result is: shape, unit, range. */
  readonly gives: Texts;
  /** What the help page says beyond that: rules, conventions and sources; paragraphs. */
  readonly help: readonly Texts[];
  readonly examples: readonly Example[];
  /** The computation; one that can take long pauses by yielding. */
  readonly evaluate: (args: A) => Result | Generator<unknown, Result>;
}

/** A parameter as metadata and help see it. */
export type ParameterInfo = Omit<Parameter<unknown>, "read" | "keepsErrors"> & { readonly key: string };

/** A worksheet function, ready to be called and described. */
export interface WorksheetFunction extends Omit<Declaration<unknown>, "parameters" | "evaluate"> {
  readonly parameters: readonly ParameterInfo[];
  /**
   * The result for arguments as Excel hands them over, in the order of the parameters; pauses by yielding where they are large. Never throws
   * for what a user can enter.
   */
  readonly call: (args: readonly unknown[]) => Generator<unknown, Result>;
}

/** So many rows of an argument are read with a pause before and after. */
const MANY_ROWS = 5000;

function isLarge(argument: unknown): boolean {
  return Array.isArray(argument) && argument.length >= MANY_ROWS;
}

function isComplete<A>(args: Partial<A>, keys: readonly (keyof A)[]): args is A {
  return keys.every((key) => key in args);
}

/** The error of an argument that is the result; of a range given for a scalar only the first cell is looked at. */
function passedOn({ dimension, keepsErrors }: Parameter<unknown>, cells: Cells): ReturnType<typeof firstError> {
  if (keepsErrors === true) return null;
  return firstError(dimension === "scalar" ? cells.slice(0, 1).map((row) => row.slice(0, 1)) : cells);
}

function isPausing(evaluated: Result | Generator<unknown, Result>): evaluated is Generator<unknown, Result> {
  return typeof evaluated === "object" && "next" in evaluated;
}

/** Names the parameter that a problem is about, where the problem does not. */
export function about(failure: Failure, key: string): Failure {
  if (failure.kind === "error" || failure.problem.parameter !== undefined) return failure;
  return { ...failure, problem: { ...failure.problem, parameter: key } };
}

/**
 * A worksheet function of its declaration. An error in an argument comes back before anything else is said, so that the order of rows
 * does not decide; of several the first, by the order of parameters, then by rows.
 */
export function defineFunction<A extends object>(declaration: Declaration<A>): WorksheetFunction {
  const { parameters, evaluate, ...described } = declaration;
  const keys: Extract<keyof A, string>[] = [];
  const infos: ParameterInfo[] = [];
  for (const key in parameters) {
    const { label, description, dimension, optional } = parameters[key];
    keys.push(key);
    infos.push({ key, label, description, dimension, optional });
  }
  return {
    ...described,
    parameters: infos,
    *call(given) {
      const cells: Cells[] = [];
      for (const [index] of keys.entries()) {
        if (isLarge(given[index])) yield;
        cells.push(cellsOf(given[index]));
      }
      for (const [index, key] of keys.entries()) {
        const error = passedOn(parameters[key], cells[index] ?? []);
        if (error !== null) return { ...error, parameter: key };
      }
      const args: Partial<A> = {};
      for (const [index, key] of keys.entries()) {
        if (isLarge(given[index])) yield;
        const read = parameters[key].read(cells[index] ?? []);
        if (read.kind !== "value") return about(read, key);
        args[key] = read.value;
      }
      if (!isComplete(args, keys)) throw new Error(`${declaration.name} was called without all its parameters.`);
      const evaluated = evaluate(args);
      return isPausing(evaluated) ? yield* evaluated : evaluated;
    },
  };
}
