import { isRecord, listFrom } from "../wire/json";

/** One parameter of a custom function. */
export interface FunctionParameter {
  readonly isMatrix: boolean;
  readonly isOptional: boolean;
  /** True for a last parameter that takes any number of values: they arrive as one list. */
  readonly isRepeating: boolean;
  /** True where an error may be handed over; elsewhere an error in the argument is the result of the call. */
  readonly takesErrors: boolean;
}

/** A custom function as its metadata describes it. */
export interface CustomFunction {
  /** What the page registered its code under. */
  readonly id: string;
  /** Name in formulas without the namespace, in capitals. */
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly givesMatrix: boolean;
}

/** The functions of an add-in. */
export interface FunctionTable {
  readonly namespace: string;
  /** By name in formulas without the namespace, in capitals. */
  readonly byName: ReadonlyMap<string, CustomFunction>;
}

/** Options that change how Excel calls a function, in a way that the stand-in does not know. */
const unknownOptions = ["cancelable", "requiresAddress", "requiresParameterAddresses", "stream", "volatile"];

function parameterFrom(value: unknown, allowsErrors: boolean): FunctionParameter {
  const parameter = isRecord(value) ? value : {};
  return {
    isMatrix: parameter["dimensionality"] === "matrix",
    isOptional: parameter["optional"] === true,
    isRepeating: parameter["repeating"] === true,
    takesErrors: allowsErrors && (parameter["type"] ?? "any") === "any",
  };
}

/**
 * Reads the parsed text of a functions.json. Throws where it is none, or asks for something that the stand-in does not do
 * (streaming, cancelling, addresses, volatile functions): a page whose functions are called otherwise than in Excel would
 * be tested in vain.
 */
export function readFunctionTable(namespace: string, metadata: unknown): FunctionTable {
  if (!isRecord(metadata) || !Array.isArray(metadata["functions"])) throw new Error("Not the metadata of functions.");
  const allowsErrors = metadata["allowErrorForDataTypeAny"] === true;
  const functions = listFrom(metadata["functions"]).map((value): CustomFunction => {
    if (!isRecord(value) || typeof value["id"] !== "string" || typeof value["name"] !== "string")
      throw new Error("A function without id or name.");
    const options = isRecord(value["options"]) ? value["options"] : {};
    const unknown = unknownOptions.find((option) => options[option] === true);
    if (unknown !== undefined) throw new Error(`${value["name"]}: the option ${unknown} is not known to the stand-in.`);
    const result = value["result"];
    return {
      id: value["id"],
      name: value["name"].toUpperCase(),
      parameters: listFrom(value["parameters"]).map((parameter) => parameterFrom(parameter, allowsErrors)),
      givesMatrix: isRecord(result) && result["dimensionality"] === "matrix",
    };
  });
  return { namespace: namespace.toUpperCase(), byName: new Map(functions.map((one) => [one.name, one])) };
}
