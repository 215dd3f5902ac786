import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { FUNCTIONS } from "../../src/functions/catalogue";
import { markdown } from "../../src/functions/help/markdown";
import { helpPage } from "../../src/functions/help/page";
import { siteFiles } from "../../src/functions/site";
import { called } from "./called";

const root = path.join(__dirname, "../..");
const published = path.join(root, "test/published");
const citations = Object.fromEntries(
  readdirSync(published)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(path.join(published, name), "utf8")).source]),
);
const host = "https://addin.example.org/ronghe";
const files = siteFiles(host, citations);

function document(file: string): Document {
  return new JSDOM(files[file] ?? "").window.document;
}

describe.each([
  ["zh-CN", "docs/functions.zh-CN.md"],
  ["en-US", "docs/functions.en.md"],
] as const)("the page of the functions in %s", (locale, file) => {
  it("in docs/ is what the declarations say (UPDATE_DOCS=1 writes it)", () => {
    const text = markdown(helpPage(locale, { namespace: "RONGHE", citations }));
    if (process.env.UPDATE_DOCS === "1") writeFileSync(path.join(root, file), text);
    expect(readFileSync(path.join(root, file), "utf8")).toBe(text);
  });

  const page = document(`help/functions.${locale}.html`);

  it("has the place to which Excel's metadata lead for every function", () => {
    const metadata = JSON.parse(files[locale === "zh-CN" ? "functions.json" : "functions.en-US.json"] ?? "");
    expect(metadata.functions).toHaveLength(FUNCTIONS.length);
    for (const { id, helpUrl } of metadata.functions) {
      expect(helpUrl).toBe(`${host}/help/functions.${locale}.html#${id}`);
      expect(page.getElementById(id)?.textContent).toBe(id);
    }
  });

  it("has a heading for each of its links, and names a page of the other language that exists", () => {
    const targets = [...page.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
    const here = targets.filter((target) => target.startsWith("#"));
    expect(here).toHaveLength(FUNCTIONS.length);
    expect(here.filter((target) => page.getElementById(target.slice(1)) === null)).toEqual([]);
    const others = targets.filter((target) => !target.startsWith("#"));
    expect(others).toHaveLength(1);
    expect(Object.keys(files)).toContain(`help/${others[0]}`);
  });

  it("loads its style and nothing else, and no style or script stands in it", () => {
    const policy = page.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content");
    expect(policy).toBe("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'");
    expect(page.querySelectorAll("script, style, [style], img, [onclick]")).toHaveLength(0);
    expect([...page.querySelectorAll("link")].map((link) => link.getAttribute("href"))).toEqual(["help.css"]);
  });

  it("says its language, has one title, and headings of which none skips a level", () => {
    expect(page.documentElement.lang).toBe(locale);
    const levels = [...page.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});

describe("texts on the pages", () => {
  it("stand in HTML as they are, whatever characters they hold", () => {
    const cells = [...document("help/functions.zh-CN.html").querySelectorAll("td:last-child")].map(
      (cell) => cell.textContent,
    );
    for (const { parameters } of FUNCTIONS)
      for (const { description } of parameters) expect(cells).toContain(description["zh-CN"].replaceAll("`", ""));
  });
});

describe("what the conventions promise", () => {
  const fn = (name: string) => {
    const found = FUNCTIONS.find((each) => each.name === name);
    if (found === undefined) throw new Error(`There is no ${name}.`);
    return found;
  };

  it.each([
    ["20余人", 0.2],
    ["９５％", 0.0095],
    ["1/4", 0.0025],
  ])("reads the text %j as a number", (text, attained) => {
    expect(called(fn("ATTAIN"), [text, 0, 100])).toBeCloseTo(attained, 12);
  });

  it.each(["", " ", "无", "暂无", "没有", "—", "/", "未评"])("takes %j as missing, not as zero", (blank) => {
    expect(called(fn("ATTAIN"), [blank, 0, 100])).toBe("未评");
  });

  it("gives the first error by the order of parameters, then by rows", () => {
    const values = [
      [1, { error: "#DIV/0!" }],
      [{ error: "#NUM!" }, 1],
    ];
    expect(called(fn("ATTAIN"), [values, { error: "#N/A" }, 1])).toEqual({ error: "#DIV/0!", message: null });
  });

  it("says in words that an argument holds an error that Excel does not take back", () => {
    expect(called(fn("ATTAIN"), [{ error: "#REF!" }, 0, 1])).toEqual({
      error: "#VALUE!",
      message: "“原始值”中有错误值 #REF!。",
    });
    expect(called(fn("ATTAIN"), [{ error: "#NAME?" }, 0, 1], "en-US")).toEqual({
      error: "#VALUE!",
      message: "“figure” holds the error #NAME?.",
    });
  });

  it("compares words for a choice without case, width and spaces", () => {
    const indices = [[0.8, 0.6]];
    expect(called(fn("COORDINATION"), [indices, null, " ＳＴＡＮＤＡＲＤ "])).toBe(
      called(fn("COORDINATION"), [indices, null, "standard"]),
    );
  });
});
