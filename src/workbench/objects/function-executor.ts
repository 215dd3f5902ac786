import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/preset-sheets-node-core";
import type { CallingCell } from "../functions/calls";
import type { CustomFunction, FunctionParameter } from "../functions/metadata";
import {
  errorValue,
  failedResult,
  isErrorValue,
  type Argument,
  type ArgumentCell,
  type CallResult,
  type ErrorValue,
  type ResultCell,
} from "../functions/values";

/** Gives the result of a call that a cell makes; null where it is still to come. */
export type CallFunction = (fn: CustomFunction, args: readonly Argument[], cell: CallingCell) => CallResult | null;

/** Told what a function gave to a cell: null where it is still to come. */
export type ResultListener = (cell: CallingCell, result: CallResult | null) => void;

/** The engine's name of what Excel shows as `#BUSY!`: formulas pass it on as they do any error. */
const pendingError: string = ErrorType.CONNECT;

const noArgument = Symbol("an argument left out");

function cellOf(value: Nullable<BaseValueObject>): ArgumentCell {
  if (value === null || value === undefined || value.isNull()) return null;
  if (value.isError()) return errorValue(String(value.getValue()));
  return value.isBoolean() ? Boolean(value.getValue()) : value.getValue();
}

function rowsOf(value: BaseValueObject): readonly (readonly ArgumentCell[])[] {
  return value instanceof ArrayValueObject ? value.getArrayValue().map((row) => row.map(cellOf)) : [[cellOf(value)]];
}

function firstError(rows: readonly (readonly ArgumentCell[])[], isWanted: (error: string) => boolean): string | null {
  for (const row of rows) for (const cell of row) if (isErrorValue(cell) && isWanted(cell.error)) return cell.error;
  return null;
}

/** What stands for a call that is not made: the error that it gives at once. */
interface Refusal {
  readonly refused: string;
}

const isRefusal = (argument: Argument | Refusal): argument is Refusal =>
  typeof argument === "object" && argument !== null && "refused" in argument;

/**
 * An argument as Excel hands it over: a matrix parameter gets rows, even of a single cell; a scalar one cannot take more than one
 * cell (Excel: #CALC!, the array cannot be lifted). An error where none is taken is the result of the call, and so is
 * one that stands for a result still to come.
 */
function argumentFor(parameter: FunctionParameter, value: BaseValueObject | typeof noArgument): Argument | Refusal {
  if (value === noArgument) return null;
  if (value.isLambda()) return { refused: ErrorType.CALC };
  const rows = rowsOf(value);
  const error = firstError(rows, (one) => one === pendingError || !parameter.takesErrors);
  if (error !== null) return { refused: error };
  if (parameter.isMatrix) return rows;
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : { refused: ErrorType.CALC };
}

/** The arguments of a call; those left out are null. A wrong number of them is #VALUE!. */
function argumentsFor(fn: CustomFunction, values: readonly BaseValueObject[]): readonly Argument[] | Refusal {
  const { parameters } = fn;
  const last = parameters.at(-1);
  const repeating = last?.isRepeating === true ? last : null;
  const required = parameters.filter(({ isOptional, isRepeating }) => !isOptional && !isRepeating).length;
  if (values.length < required || (repeating === null && values.length > parameters.length))
    return { refused: ErrorType.VALUE };
  const args: Argument[] = [];
  const single = repeating === null ? parameters : parameters.slice(0, -1);
  for (const [index, parameter] of single.entries()) {
    const value = values[index];
    const isLeftOut = value === undefined || (parameter.isOptional && value.isNull());
    const argument = argumentFor(parameter, isLeftOut ? noArgument : value);
    if (isRefusal(argument)) return argument;
    args.push(argument);
  }
  if (repeating === null) return args;
  const list: Argument[] = [];
  for (const value of values.slice(single.length)) {
    const argument = argumentFor(repeating, value);
    if (isRefusal(argument)) return argument;
    list.push(argument);
  }
  return [...args, list];
}

const errorTypes: ReadonlyMap<string, ErrorType> = new Map(Object.values(ErrorType).map((type) => [type, type]));

function errorObject({ error }: ErrorValue): BaseValueObject {
  return ErrorValueObject.create(errorTypes.get(error) ?? ErrorType.VALUE);
}

function valueObject(cell: ResultCell): BaseValueObject {
  switch (typeof cell) {
    case "number":
      return NumberValueObject.create(cell);
    case "string":
      return StringValueObject.create(cell);
    case "boolean":
      return BooleanValueObject.create(cell);
    default:
      return errorObject(cell);
  }
}

function engineValue(result: CallResult): BaseValueObject {
  const single = result.length === 1 && result[0]?.length === 1 ? result[0][0] : undefined;
  if (single !== undefined) return valueObject(single);
  return ArrayValueObject.create({
    calculateValueList: result.map((row) => row.map(valueObject)),
    rowCount: result.length,
    columnCount: result[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** One custom function in the engine's formulas. */
class FunctionExecutor extends BaseFunction {
  constructor(
    name: string,
    readonly fn: CustomFunction,
    readonly callFunction: CallFunction,
    readonly onResult: ResultListener,
  ) {
    super(name);
  }

  override calculate(...values: readonly BaseValueObject[]): BaseValueObject {
    const cell = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    const args = argumentsFor(this.fn, values);
    const result =
      "refused" in args
        ? args.refused === pendingError
          ? null
          : failedResult(args.refused)
        : this.callFunction(this.fn, args, cell);
    this.onResult(cell, result);
    return result === null ? ErrorValueObject.create(ErrorType.CONNECT) : engineValue(result);
  }
}

/** Makes the engine's form of a custom function; `name` is its full name in formulas, in capitals. */
export function functionExecutor(
  name: string,
  fn: CustomFunction,
  callFunction: CallFunction,
  onResult: ResultListener,
): BaseFunction {
  return new FunctionExecutor(name, fn, callFunction, onResult);
}
