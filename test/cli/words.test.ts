import { fill, reasonText, words, type Words } from "../../src/workbench/cli/words";

/** Every text of a dictionary with its path. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const placeholders = (dictionary: Words) =>
  texts(dictionary, "").map(([path, text]) => [path, [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()]);

describe("the words of the command line", () => {
  it("say the same things in both languages, with the same things filled in", () => {
    expect(placeholders(words("en-US"))).toEqual(placeholders(words("zh-CN")));
  });

  it("have no empty text", () => {
    expect(
      [...texts(words("zh-CN"), "zh"), ...texts(words("en-US"), "en")].filter(([, text]) => text.trim() === ""),
    ).toEqual([]);
  });

  it("put codes of the system in words where they know them", () => {
    expect(reasonText("zh-CN", "EACCES")).toBe("没有权限");
    expect(reasonText("en-US", "EISDIR")).toBe("it is a folder");
    expect(reasonText("zh-CN", "EWHATEVER")).toBe("EWHATEVER");
  });

  it("are filled in by name", () => {
    expect(fill("{path}：{reason}", { path: "a.xlsx", reason: "EACCES" })).toBe("a.xlsx：EACCES");
  });
});
