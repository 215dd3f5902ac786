import { FUNCTIONS } from "../../src/functions/catalogue";
import { metadata } from "../../src/functions/metadata";

const zhCN = metadata("zh-CN", "https://addin.example.org/help/functions.zh-CN.html");
const enUS = metadata("en-US", "https://addin.example.org/help/functions.en-US.html");

const shape = (dimensionality: "scalar" | "matrix"): string => (dimensionality === "matrix" ? "[][]" : "");

describe("what Excel is told of the functions", () => {
  it("is their list with parameters, dimensions and types of results", () => {
    const signatures = enUS.functions.map(({ name, parameters, result }) => {
      const list = parameters.map(
        (each) => `${each.name}${shape(each.dimensionality)}${each.optional === true ? "?" : ""}`,
      );
      return `${name}(${list.join(", ")}) → ${result.type}${shape(result.dimensionality)}`;
    });
    expect(signatures).toEqual([
      "ATTAIN(figure[][], lower[][], upper[][], reverse?) → any[][]",
      "WEIGHTED(scores[][], weights[][], minimum availability?) → any[][]",
      "COUPLING(indices[][], formula?) → any[][]",
      "COORDINATION(indices[][], weights[][]?, formula?) → any[][]",
      "FUSION(coordination[][], linkage[][]) → any[][]",
      "LEVEL(coordination[][], steps[][]?) → any[][]",
      "FUSION_LEVEL(fusion[][], steps[][]?) → any[][]",
      "BAND(total[][], steps[][]?) → any[][]",
      "OBSTACLES(scores[][], weights[][]) → any[][]",
      "COVERAGE(dates[][], period, unit?, start?) → number",
      "EVENNESS(categories[][], number of categories?) → number",
      "LAG(dates A[][], dates B[][]) → number",
      "SYNC_SHARE(party dates[][], business dates[][], window?) → number",
      "ON_TIME(done dates[][], due dates[][], as of?) → number",
      "WITHIN_DAYS(start dates[][], end dates[][], days, as of?) → number",
      "NORMALISE(matrix[][], method, directions[][]?, lower[][]?, upper[][]?) → any[][]",
      "AHP_WEIGHTS(matrix[][], method?) → number[][]",
      "AHP_CONSISTENCY(matrix[][], method?) → any[][]",
      "ENTROPY_WEIGHTS(matrix[][], directions[][]?, scaling?) → number[][]",
      "CRITIC_WEIGHTS(matrix[][], directions[][]?) → number[][]",
      "TOPSIS(matrix[][], weights[][]?, directions[][]?) → number[][]",
      "GREY_RELATION(reference[][], series[][], rho?) → number[][]",
      "COMBINE_WEIGHTS(weights[][], method?, alpha[][]?) → number[][]",
      "RANKS(scores[][], descending?) → any[][]",
      "RANK_INTERVALS(scores[][], weights[][], spread?, draws?, seed?, top?) → any[][]",
      "MEASURES(table, ledger[][], scheme[][], branches[][], period, roster[][]?, parameters[][]?) → any[][]",
      "PARSE_DATE(text[][], period?) → any[][]",
      "PARSE_NUMBER(text[][]) → any[][]",
      "PERIOD(date[][], unit?) → any[][]",
    ]);
  });

  it("is the same in both languages but for the words", () => {
    const structure = ({ functions }: typeof zhCN) =>
      functions.map(({ id, name, parameters, result }) => ({
        id,
        name,
        parameters: parameters.map(({ type, dimensionality, optional }) => ({ type, dimensionality, optional })),
        result,
      }));
    expect(structure(zhCN)).toEqual(structure(enUS));
  });

  it("is in Chinese in the one file and in English in the other", () => {
    const words = ({ functions }: typeof zhCN) =>
      functions.flatMap(({ description, parameters }) => [
        description,
        ...parameters.flatMap((parameter) => [parameter.name, parameter.description]),
      ]);
    expect(words(zhCN).filter((text) => !/\p{Script=Han}|^[A-Zρα]$/u.test(text))).toEqual([]);
    // English sentences quote the words of the workbook, but none is without words of its own.
    expect(words(enUS).filter((text) => !/[a-zρα]|^[A-Z]$/u.test(text) || /^\p{Script=Han}+$/u.test(text))).toEqual([]);
  });

  it("names every function once, as the code that is associated with it is named", () => {
    const ids = zhCN.functions.map(({ id }) => id);
    expect(ids).toEqual(FUNCTIONS.map(({ name }) => name));
    expect(new Set(ids).size).toBe(ids.length);
    expect(zhCN.functions.map(({ name }) => name)).toEqual(ids);
  });

  it("uses names that Excel allows: capitals, digits and underscores, three at least, no cell's address", () => {
    const names = zhCN.functions.map(({ name }) => name);
    expect(names.filter((name) => !/^[A-Z][A-Z0-9_]{2,127}$/u.test(name))).toEqual([]);
    expect(names.filter((name) => /^([A-Z]{1,3}\d+|R\d*C\d*)$/u.test(name))).toEqual([]);
  });

  it("describes each in one sentence of at most 128 characters", () => {
    const descriptions = [...zhCN.functions, ...enUS.functions].map(({ description }) => description);
    expect(descriptions.filter((text) => text.length > 128 || !/[。.]$/u.test(text))).toEqual([]);
  });

  it("asks for arguments that may be left out after all others only", () => {
    const order = zhCN.functions.filter(({ parameters }) => {
      const firstOptional = parameters.findIndex(({ optional }) => optional === true);
      return firstOptional >= 0 && parameters.slice(firstOptional).some(({ optional }) => optional !== true);
    });
    expect(order.map(({ name }) => name)).toEqual([]);
  });

  it("gives parameters of a function different names, which hold no comma or bracket", () => {
    for (const { functions } of [zhCN, enUS]) {
      for (const { parameters } of functions) {
        const names = parameters.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => /[,;()[\]"“”]/u.test(name))).toEqual([]);
      }
    }
  });

  it("lets functions see errors in their arguments, so that an error comes back as that error", () => {
    expect([zhCN, enUS].map((each) => each.allowErrorForDataTypeAny)).toEqual([true, true]);
    const types = zhCN.functions.flatMap(({ parameters }) => parameters.map(({ type }) => type));
    expect(new Set(types)).toEqual(new Set(["any"]));
  });

  it("declares no function volatile, streaming or cancelable", () => {
    expect([...zhCN.functions, ...enUS.functions].filter((fn) => "options" in fn)).toEqual([]);
  });

  it("links each function to its place on the help page of the language", () => {
    for (const { id, helpUrl } of zhCN.functions)
      expect(helpUrl).toBe(`https://addin.example.org/help/functions.zh-CN.html#${id}`);
  });
});
