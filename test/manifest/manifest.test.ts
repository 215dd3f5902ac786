import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { validateXML } from "xmllint-wasm";
import english from "../../assets/shortcuts.en-US.json";
import shortcuts from "../../assets/shortcuts.json";
import product from "../../package.json";
import { METADATA_FILES } from "../../src/functions/metadata";
import { NAMESPACE } from "../../src/functions/namespace";

const root = path.resolve(__dirname, "../..");
const source = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = new JSDOM(source, { contentType: "application/xml" }).window.document;
const base = "https://localhost:3000/";

function elements(name: string): Element[] {
  return [...manifest.getElementsByTagNameNS("*", name)];
}

function attributes(name: string, attribute: string): string[] {
  return elements(name).flatMap((element) => element.getAttribute(attribute) ?? []);
}

/** Width and height that a PNG states of itself. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function iconFile(url: string): string {
  return path.join(root, url.slice(base.length));
}

const resources = ["Image", "Url", "String"].flatMap((name) =>
  elements(name).filter((element) => element.hasAttribute("id")),
);
const resourceIds = resources.map((resource) => resource.getAttribute("id") ?? "");
const usedIds = [...manifest.querySelectorAll("[resid]")].map((element) => element.getAttribute("resid") ?? "");
/** The text of a resource, as shown where Office speaks Chinese. */
const textOf = (id: string) =>
  elements("String")
    .find((element) => element.getAttribute("id") === id)
    ?.getAttribute("DefaultValue");

describe("the manifest", () => {
  it("has the structure that Office's schemas prescribe", async () => {
    const schema = (name: string) => ({
      fileName: name,
      contents: readFileSync(path.join(__dirname, "schemas", name), "utf8"),
    });
    const result = await validateXML({
      xml: [{ fileName: "manifest.xml", contents: source }],
      schema: [schema("OfficeAppManifestV1_1.xsd")],
      preload: [
        "OfficeAppBasicTypesV1_0.xsd",
        "TaskPaneAppVersionOverridesV1_0.xsd",
        "ContentAppVersionOverridesV1_0.xsd",
        "MailAppVersionOverridesV1_0.xsd",
        "MailAppVersionOverridesV1_1.xsd",
      ].map(schema),
    });
    expect(result.errors).toEqual([]);
  });

  it("carries the version of the package", () => {
    expect(elements("Version")[0]?.textContent).toBe(`${product.version}.0`);
  });

  it("names every resource once, in at most 32 characters", () => {
    expect(new Set(resourceIds).size).toBe(resourceIds.length);
    expect(resourceIds.filter((id) => id.length > 32)).toEqual([]);
  });

  it("uses only resources that exist, and has none that is not used", () => {
    expect(usedIds.filter((id) => !resourceIds.includes(id))).toEqual([]);
    expect(resourceIds.filter((id) => !usedIds.includes(id))).toEqual([]);
  });

  it("keeps texts within the lengths that Office shows", () => {
    const texts = (list: string) =>
      [...(elements(list)[0]?.querySelectorAll("[DefaultValue], [Value]") ?? [])].map(
        (element) => element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "",
      );
    expect(texts("ShortStrings").filter((text) => text.length > 125)).toEqual([]);
    expect(texts("LongStrings").filter((text) => text.length > 250)).toEqual([]);
  });

  it("is Chinese by default and complete in English", () => {
    expect(elements("DefaultLocale")[0]?.textContent).toBe("zh-CN");
    expect(new Set(attributes("Override", "Locale"))).toEqual(new Set(["en-US"]));
    const sameInAll = [elements("Namespace")[0]?.getAttribute("resid")];
    const translated = [
      ...elements("String").filter((element) => !sameInAll.includes(element.getAttribute("id"))),
      ...elements("DisplayName"),
      ...elements("Description").filter((element) => element.hasAttribute("DefaultValue")),
    ];
    expect(translated.filter((element) => element.children.length !== 1).map((element) => element.outerHTML)).toEqual(
      [],
    );
    const pages = [...elements("Url"), ...elements("SupportUrl")].filter((element) =>
      element.hasAttribute("DefaultValue"),
    );
    const inOneLanguage = pages.filter((page) => page.children.length !== 1);
    expect(inOneLanguage.map((page) => page.getAttribute("id"))).toEqual(attributes("Runtime", "resid"));
  });

  it("leaves no text empty, and its name and description within what Office takes", () => {
    const texts = [...attributes("*", "DefaultValue"), ...attributes("*", "Value")];
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    const own = (name: string) =>
      elements(name)
        .filter((element) => element.hasAttribute("DefaultValue"))
        .flatMap((element) => [element, ...element.children])
        .map((element) => element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "");
    expect(own("DisplayName").filter((text) => text.length > 125)).toEqual([]);
    expect(own("Description").filter((text) => text.length > 250)).toEqual([]);
  });

  it("asks to read and write the open workbook, and trusts no address but its own", () => {
    expect(elements("Permissions").map((element) => element.textContent)).toEqual(["ReadWriteDocument"]);
    expect(elements("AppDomain")).toEqual([]);
  });

  it("shows icons of the sizes it claims", () => {
    const icons = elements("Icon").map((icon) => [...icon.children].map((image) => image.getAttribute("size")));
    expect(icons.length).toBeGreaterThan(0);
    for (const sizes of icons) expect(sizes).toEqual(["16", "20", "24", "32", "40", "48", "64", "80"]);
    const images = elements("Image").filter((image) => image.hasAttribute("size"));
    const urlOf = (id: string | null) =>
      elements("Image")
        .find((image) => image.getAttribute("id") === id)
        ?.getAttribute("DefaultValue") ?? "";
    for (const image of images) {
      const size = Number(image.getAttribute("size"));
      expect(pngSize(iconFile(urlOf(image.getAttribute("resid"))))).toEqual([size, size]);
    }
    expect(pngSize(iconFile(attributes("IconUrl", "DefaultValue")[0] ?? ""))).toEqual([32, 32]);
    expect(pngSize(iconFile(attributes("HighResolutionIconUrl", "DefaultValue")[0] ?? ""))).toEqual([64, 64]);
  });

  it("has every icon in every size, rendered of a drawing for it", () => {
    const files = readdirSync(path.join(root, "assets/icons"));
    const drawings = readdirSync(path.join(root, "assets/icons/src"));
    const names = drawings.filter((file) => !file.endsWith("-16.svg")).map((file) => path.basename(file, ".svg"));
    expect(drawings).toEqual(names.flatMap((name) => [`${name}-16.svg`, `${name}.svg`]).sort());
    const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];
    const expected = names.flatMap((name) => sizes.map((size) => `${name}-${size}.png`));
    expect(files.filter((file) => file !== "src").sort()).toEqual(expected.sort());
    for (const file of expected) {
      const size = Number(/-(\d+)\.png$/u.exec(file)?.[1]);
      expect(pngSize(path.join(root, "assets/icons", file))).toEqual([size, size]);
    }
  });

  it("shows on its tab what a clerk does, in the order in which it is done", () => {
    const labels = elements("Control").map((control) =>
      textOf(control.querySelector("Label")?.getAttribute("resid") ?? ""),
    );
    expect(labels).toEqual(["打开窗格", "一键评估", "固化为数值", "新建评估工作簿", "帮助"]);
  });

  it("gives every button the name, the explanation, the picture and the command that are its own", () => {
    const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
    const urlOf = (id: string) =>
      elements("Image")
        .find((image) => image.getAttribute("id") === id)
        ?.getAttribute("DefaultValue");
    for (const control of elements("Control")) {
      const name = (control.getAttribute("id") ?? "").replace("Ronghe.", "");
      const resource = (selector: string) => control.querySelector(selector)?.getAttribute("resid");
      expect(resource("Label")).toBe(`${name}.Label`);
      expect(resource("Supertip > Title")).toBe(`${name}.Label`);
      expect(resource("Supertip > Description")).toBe(`${name}.Tip`);
      const images = [...(control.querySelector("Icon")?.children ?? [])].map((image) => image.getAttribute("resid"));
      expect(images).toEqual(sizes.map((size) => `Icon.${name}.${size}`));
      const file = name.replace(/\B[A-Z]/gu, "-$&").toLowerCase();
      for (const size of sizes) expect(urlOf(`Icon.${name}.${size}`)).toBe(`${base}assets/icons/${file}-${size}.png`);
      const command = control.querySelector("FunctionName")?.textContent ?? "Pane";
      expect(command.toLowerCase()).toBe(name.toLowerCase());
    }
    const ids = ["CustomTab", "Group", "Control"].flatMap((name) => attributes(name, "id"));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("opens the pane as the page that runs already", () => {
    const shown = elements("Action").filter((action) => action.getAttribute("xsi:type") === "ShowTaskpane");
    expect(shown.map((action) => action.querySelector("SourceLocation")?.getAttribute("resid"))).toEqual(
      attributes("Runtime", "resid"),
    );
  });

  it("runs page, commands and functions in one runtime, named before everything else of the host", () => {
    const host = elements("Host").find((element) => element.getAttribute("xsi:type") === "Workbook");
    expect(host?.firstElementChild?.localName).toBe("Runtimes");
    const page = attributes("Runtime", "resid")[0];
    const inFunctions = (name: string) =>
      elements(name).map((element) => element.querySelector("SourceLocation")?.getAttribute("resid"));
    // The functions must go on computing when the pane is closed.
    expect(attributes("Runtime", "lifetime")).toEqual(["long"]);
    expect(attributes("FunctionFile", "resid")).toEqual([page]);
    expect(inFunctions("Script")).toEqual([page]);
    expect(inFunctions("Page")).toEqual([page]);
    expect(
      elements("Url")
        .find((url) => url.getAttribute("id") === page)
        ?.getAttribute("DefaultValue"),
    ).toBe(elements("DefaultSettings")[0]?.querySelector("SourceLocation")?.getAttribute("DefaultValue"));
  });

  it("asks for no more of Excel than the oldest supported version offers", () => {
    const sets = Object.fromEntries(
      elements("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")]),
    );
    expect(sets).toEqual({ SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.13" });
  });

  it("gives the functions one namespace in every language, and descriptions in each", () => {
    const namespace = elements("Namespace")[0]?.getAttribute("resid") ?? "";
    expect(textOf(namespace)).toBe(NAMESPACE);
    const file = elements("Metadata")[0]?.querySelector("SourceLocation")?.getAttribute("resid");
    const url = elements("Url").find((each) => each.getAttribute("id") === file);
    expect(url?.getAttribute("DefaultValue")).toBe(base + METADATA_FILES["zh-CN"]);
    expect(url?.firstElementChild?.getAttribute("Value")).toBe(base + METADATA_FILES["en-US"]);
  });

  it("has a button or a key combination for every command that the page offers, and for no other", () => {
    const file = readdirSync(path.join(root, "src/taskpane")).find((each) => /^index\.tsx?$/u.test(each)) ?? "";
    const entry = readFileSync(path.join(root, "src/taskpane", file), "utf8");
    const offered = [...entry.matchAll(/Office\.actions\.associate\(\s*"(\w+)"/g)].map(([, name]) => name);
    const named = elements("FunctionName").map((element) => element.textContent);
    const byKey = shortcuts.shortcuts.map(({ action }) => action);
    expect([...new Set([...named, ...byKey])].sort()).toEqual([...offered].sort());
  });
});

describe("the key combinations", () => {
  const chinese: Readonly<Record<string, { readonly value: string }>> = shortcuts.resources.default;

  it("are found where the manifest says, with their English names", () => {
    expect(attributes("ExtendedOverrides", "Url")).toEqual([`${base}shortcuts.json`]);
    expect(attributes("ExtendedOverrides", "ResourcesUrl")).toEqual([`${base}shortcuts.en-US.json`]);
  });

  it("are of the kind that Excel leaves to add-ins, each for one action", () => {
    const keys = shortcuts.shortcuts.map(({ key }) => key.default);
    expect(keys.filter((key) => !/^Ctrl\+Shift\+Alt\+[A-Z]$/u.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(shortcuts.actions.map(({ id }) => id));
  });

  it("are called as their buttons are, in both languages", () => {
    const labels = elements("Control").map((control) => {
      const id = control.querySelector("Label")?.getAttribute("resid") ?? "";
      const text = elements("String").find((element) => element.getAttribute("id") === id);
      return [text?.getAttribute("DefaultValue"), text?.firstElementChild?.getAttribute("Value")].join();
    });
    const names = shortcuts.actions.map(({ name }) => /^\$\{resource\.(\w+)\}$/u.exec(name)?.[1] ?? "");
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    expect(names).toEqual(Object.keys(chinese));
    const inEnglish = new Map<string, { readonly value: string }>(Object.entries(english));
    for (const name of names) expect(labels).toContain([chinese[name]?.value, inEnglish.get(name)?.value].join());
  });

  it.each(["docs/manual.zh-CN.md", "docs/manual.en.md"])("are all in %s, and no others", (file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const told = [...text.matchAll(/Ctrl\+Shift\+Alt\+[A-Z]/gu)].map(([key]) => key);
    expect(told).toEqual(shortcuts.shortcuts.map(({ key }) => key.default));
  });
});
