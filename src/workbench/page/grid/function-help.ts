import type { Univer } from "@univerjs/core";
import { FunctionType, IDescriptionService, type IFunctionInfo } from "@univerjs/preset-sheets-core";
import { isRecord, listFrom, textFrom } from "../../wire/json";

/** What the grid shows of the add-in's functions while a formula is typed; `metadata` is the parsed text of a functions.json. */
export function functionHelp(namespace: string, metadata: unknown): readonly IFunctionInfo[] {
  const functions = isRecord(metadata) ? listFrom(metadata["functions"]).filter(isRecord) : [];
  return functions.map((one) => {
    const description = textFrom(one["description"]);
    return {
      functionName: `${namespace}.${textFrom(one["name"])}`.toUpperCase(),
      functionType: FunctionType.User,
      description,
      abstract: description,
      functionParameter: listFrom(one["parameters"])
        .filter(isRecord)
        .map((parameter) => ({
          name: textFrom(parameter["name"]),
          detail: textFrom(parameter["description"]),
          example: "",
          require: parameter["optional"] === true ? 0 : 1,
          repeat: parameter["repeating"] === true ? 1 : 0,
        })),
    };
  });
}

/** Lets the grid complete the names of functions as they are typed, with their help. */
export function registerHelp(univer: Univer, help: readonly IFunctionInfo[]): void {
  univer
    .__getInjector()
    .get(IDescriptionService)
    .registerDescriptions([...help]);
}
