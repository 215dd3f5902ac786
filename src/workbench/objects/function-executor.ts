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
import { argumentsFor, type Given } from "../functions/arguments";
import type { CallingCell } from "../functions/calls";
import type { CustomFunction } from "../functions/metadata";
import {
  errorValue,
  failedResult,
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
export const pendingError: string = ErrorType.CONNECT;

function cellOf(value: Nullable<BaseValueObject>): ArgumentCell {
  if (value === null || value === undefined || value.isNull()) return null;
  if (value.isError()) return errorValue(String(value.getValue()));
  return value.isBoolean() ? Boolean(value.getValue()) : value.getValue();
}

/** The cells of an argument; null for one left out between commas. */
function given(value: BaseValueObject): Given {
  if (value.isNull()) return null;
  // A function as argument (LAMBDA) has no cells.
  if (value.isLambda()) return [[errorValue(ErrorType.CALC)]];
  return value instanceof ArrayValueObject ? value.getArrayValue().map((row) => row.map(cellOf)) : [[cellOf(value)]];
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

const refused = (error: string): CallResult | null => (error === pendingError ? null : failedResult(error));

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
    const called = argumentsFor(this.fn, values.map(given), pendingError);
    const result = "args" in called ? this.callFunction(this.fn, called.args, cell) : refused(called.refused);
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
