import { parseArguments } from "../../src/workbench/cli/arguments";

const call = (...args: string[]) => {
  const parsed = parseArguments(args);
  return parsed.kind === "call" ? parsed.call : parsed;
};

describe("the arguments of the command", () => {
  it("name a workbook and leave everything else to the data", () => {
    expect(call("in.xlsx")).toEqual({
      input: "in.xlsx",
      output: null,
      json: null,
      period: null,
      asOf: null,
      formula: null,
      formulas: null,
      freeze: false,
      locale: "zh-CN",
      force: false,
    });
  });

  it("may stand in any order and carry values with a space or an equals sign", () => {
    expect(
      call(
        "--force",
        "--period",
        "2021Q2",
        "--as-of=2021-05-31",
        "in.xlsx",
        "-o",
        "out.xlsx",
        "--json",
        "-",
        "--formula",
        "standard",
        "--formulas",
        "live",
      ),
    ).toEqual({
      input: "in.xlsx",
      output: "out.xlsx",
      json: "-",
      period: "2021Q2",
      asOf: "2021-05-31",
      formula: "standard",
      formulas: "live",
      freeze: false,
      locale: "zh-CN",
      force: true,
    });
  });

  it.each([
    [[], "inputMissing", ""],
    [["a.xlsx", "b.xlsx"], "inputTwice", "b.xlsx"],
    [["a.xlsx", "--perod", "2021"], "optionUnknown", "--perod"],
    [["a.xlsx", "--period"], "valueMissing", "--period"],
    [["a.xlsx", "--period", "--force"], "valueMissing", "--period"],
    [["a.xlsx", "--period=2021", "--period", "2022"], "optionTwice", "--period"],
    [["a.xlsx", "--formula", "other"], "formulaUnknown", "other"],
    [["a.xlsx", "--formulas", "some"], "formulasUnknown", "some"],
    [["a.xlsx", "--freeze", "--period", "2021"], "notWithFreeze", "--period"],
    [["a.xlsx", "--json=-", "--freeze"], "notWithFreeze", "--json"],
    [["a.xlsx", "--locale", "fr"], "localeUnknown", "fr"],
  ])("%j are refused as %s", (args, why, found) => {
    expect(parseArguments(args)).toEqual({ kind: "wrong", locale: "zh-CN", why, found });
  });

  it("may ask for tabs to be turned into values, with an output and nothing of an assessment", () => {
    expect(call("a.xlsx", "--freeze", "-o", "b.xlsx", "--force")).toMatchObject({
      input: "a.xlsx",
      output: "b.xlsx",
      freeze: true,
      force: true,
    });
  });

  it("are complained about in the language asked for, wherever that stands", () => {
    expect(parseArguments(["--perod", "--locale", "en-US"])).toMatchObject({ kind: "wrong", locale: "en-US" });
    expect(parseArguments(["--locale=en-US", "--help"])).toEqual({ kind: "help", locale: "en-US" });
  });
});
