import { readFunctionTable } from "../../../src/workbench/functions/metadata";
import { metadata } from "./sums";

test("functions are known by their name in capitals; a missing dimension is scalar, a missing type takes anything", () => {
  const { namespace, byName } = readFunctionTable("Sums", {
    allowErrorForDataTypeAny: true,
    functions: [{ id: "one", name: "One", parameters: [{ name: "a" }, { name: "b", type: "number" }], result: {} }],
  });
  expect(namespace).toBe("SUMS");
  expect(byName.get("ONE")).toEqual({
    id: "one",
    name: "ONE",
    parameters: [
      { isMatrix: false, isOptional: false, isRepeating: false, takesErrors: true },
      { isMatrix: false, isOptional: false, isRepeating: false, takesErrors: false },
    ],
    givesMatrix: false,
  });
});

test("errors are arguments only where the metadata allow it", () => {
  const taking = (allowErrorForDataTypeAny: boolean) =>
    readFunctionTable("S", { ...metadata, allowErrorForDataTypeAny }).byName.get("TELL")?.parameters[0]?.takesErrors;
  expect([taking(true), taking(false)]).toEqual([true, false]);
});

test.each(["cancelable", "requiresAddress", "requiresParameterAddresses", "stream", "volatile"])(
  "a function with the option %s is refused, as the stand-in would call it otherwise than Excel",
  (option) => {
    const functions = [{ id: "a", name: "A", parameters: [], result: {}, options: { [option]: true } }];
    expect(() => readFunctionTable("S", { functions })).toThrow(option);
  },
);

test("what is not the metadata of functions is refused", () => {
  expect(() => readFunctionTable("S", [])).toThrow("Not the metadata");
  expect(() => readFunctionTable("S", { functions: [{ name: "A" }] })).toThrow("without id or name");
});
