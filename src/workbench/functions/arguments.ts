import type { CustomFunction, FunctionParameter } from "./metadata";
import { isErrorValue, type Argument, type ArgumentCell } from "./values";

/** What a formula gives for one parameter: the cells of a range or of one value; null where it gives nothing. */
export type Given = readonly (readonly ArgumentCell[])[] | null;

/** What stands for a call that is not made: the error that it gives at once. */
export interface Refusal {
  readonly refused: string;
}

/** Excel's errors for a call that cannot be made: a wrong number of arguments; several cells for a parameter that takes one value. */
const wrongCount: Refusal = { refused: "#VALUE!" };
const unliftable: Refusal = { refused: "#CALC!" };

function firstError(rows: NonNullable<Given>, isWanted: (error: string) => boolean): string | null {
  for (const row of rows) for (const cell of row) if (isErrorValue(cell) && isWanted(cell.error)) return cell.error;
  return null;
}

/**
 * One argument as Excel hands it over: a matrix parameter gets rows, even of a single cell; a scalar one one value. An error where
 * none is taken is the result of the call, and so is `pending`, which stands for a result still to come.
 */
function argumentFor(
  parameter: FunctionParameter,
  given: Given,
  pending: string,
): { readonly value: Argument } | Refusal {
  if (given === null) return { value: null };
  const error = firstError(given, (one) => one === pending || !parameter.takesErrors);
  if (error !== null) return { refused: error };
  if (parameter.isMatrix) return { value: given };
  return given.length === 1 && given[0]?.length === 1 ? { value: given[0][0] ?? null } : unliftable;
}

/** The arguments of a call, as many as the function has parameters: null for those left out, a list for a repeating one. */
export function argumentsFor(
  fn: CustomFunction,
  given: readonly Given[],
  pending: string,
): { readonly args: readonly Argument[] } | Refusal {
  const { parameters } = fn;
  const last = parameters.at(-1);
  const repeating = last?.isRepeating === true ? last : null;
  const single = repeating === null ? parameters : parameters.slice(0, -1);
  const required = single.filter(({ isOptional }) => !isOptional).length;
  if (given.length < required || (repeating === null && given.length > parameters.length)) return wrongCount;
  const args: Argument[] = [];
  for (const [index, parameter] of single.entries()) {
    const argument = argumentFor(parameter, given[index] ?? null, pending);
    if ("refused" in argument) return argument;
    args.push(argument.value);
  }
  if (repeating === null) return { args };
  const list: Argument[] = [];
  for (const one of given.slice(single.length)) {
    const argument = argumentFor(repeating, one, pending);
    if ("refused" in argument) return argument;
    list.push(argument.value);
  }
  return { args: [...args, list] };
}
