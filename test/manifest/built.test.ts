import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { FUNCTIONS } from "../../src/functions/catalogue";

const root = path.join(__dirname, "../..");
const built = path.join(root, "dist/addin");
const read = (file: string) => readFileSync(path.join(built, file), "utf8");
const genuine = path.dirname(require.resolve("@microsoft/office-js/package.json"));

/** All files of the built add-in, by their path in it. */
const files = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(built, path.join(entry.parentPath, entry.name)));

const manifest = read("manifest.xml");
const base = /<SourceLocation DefaultValue="(.*)\/taskpane\.html"/u.exec(manifest)?.[1] ?? "";
const page = new JSDOM(read("taskpane.html")).window.document;

describe("the built add-in", () => {
  it("holds every file that its manifest names, at one secure address", () => {
    const urls = [...manifest.matchAll(/https?:\/\/[^"<]+/gu)]
      .map(([url]) => url)
      .filter((url) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//u.test(url));
    expect(base).toMatch(/^https:\/\//u);
    expect(urls.filter((url) => !url.startsWith(`${base}/`))).toEqual([]);
    expect(urls.filter((url) => !existsSync(path.join(built, url.slice(base.length))))).toEqual([]);
  });

  it("speaks of no developer's machine", () => {
    const texts = files.filter((file) => /\.(js|json|html|xml|css)$/u.test(file) && !file.startsWith("officejs"));
    expect(texts.filter((file) => /https?:\/\/(localhost|127\.0\.0\.1)/u.test(read(file)))).toEqual([]);
  });

  it("leaves the maps of its code with its makers", () => {
    expect(files.filter((file) => !/\.(js|json|html|css|png|xml)$/u.test(file))).toEqual([]);
    const scripts = files.filter((file) => file.endsWith(".js") && !file.startsWith("officejs"));
    expect(scripts.filter((file) => read(file).includes("sourceMappingURL"))).toEqual([]);
    expect(scripts.filter((file) => !existsSync(path.join(root, "dist/maps", `${file}.map`)))).toEqual([]);
  });

  it("can be served below any path: its pages name everything by where it lies beside them", () => {
    const pages = files.filter((file) => file.endsWith(".html"));
    expect(pages).toHaveLength(3);
    for (const file of pages) {
      const links = [...new JSDOM(read(file)).window.document.querySelectorAll("[src], [href]")]
        .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
        .filter((link) => !link.startsWith("#"));
      expect(links.filter((link) => /^(?:\/|[a-z]+:)/iu.test(link))).toEqual([]);
      const beside = (link: string) => path.join(built, path.dirname(file), link.replace(/#.*/u, ""));
      expect(links.filter((link) => !existsSync(beside(link)))).toEqual([]);
    }
  });

  it("carries office.js as Microsoft ships it, byte for byte", () => {
    const copied = files.filter((file) => file.startsWith("officejs/"));
    expect(copied).toEqual(expect.arrayContaining(["officejs/office.js", "officejs/excel-web-16.00.js"]));
    for (const file of copied) {
      const original = readFileSync(path.join(genuine, "dist", file.slice("officejs/".length)));
      expect(original.equals(readFileSync(path.join(built, file)))).toBe(true);
    }
  });

  it("asks for the content security policy before anything is loaded, and loads from its own folder only", () => {
    const policy = page.querySelector("meta[http-equiv='Content-Security-Policy']");
    const script = page.querySelector("script");
    if (policy === null || script === null) throw new Error("The page has no policy or no script.");
    expect(policy.compareDocumentPosition(script) & policy.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(policy.getAttribute("content")).toContain("script-src 'self';");
    const loaded = [...page.querySelectorAll("[src], link[href]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
    );
    expect(loaded.filter((file) => !existsSync(path.join(built, file)))).toEqual([]);
  });

  it("loads no more than 240 KB, compressed, of its own and library code before the pane is drawn", () => {
    const own = [...page.querySelectorAll("script[src]")]
      .map((script) => script.getAttribute("src") ?? "")
      .filter((file) => !file.startsWith("officejs/"));
    expect(own.length).toBeGreaterThan(0);
    const compressed = own.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
    expect(compressed).toBeLessThanOrEqual(240 * 1024);
  });

  it.each([
    ["functions.json", "zh-CN"],
    ["functions.en-US.json", "en-US"],
  ])("describes every function to Excel in %s, with help that exists", (file, locale) => {
    const metadata = JSON.parse(read(file));
    expect(metadata.functions.map(({ id }: { id: string }) => id)).toEqual(FUNCTIONS.map(({ name }) => name));
    const help = new JSDOM(read(`help/functions.${locale}.html`)).window.document;
    for (const { id, helpUrl } of metadata.functions) {
      expect(helpUrl).toBe(`${base}/help/functions.${locale}.html#${id}`);
      expect(help.getElementById(id)).not.toBeNull();
    }
    expect(existsSync(path.join(built, "help/help.css"))).toBe(true);
  });
});
