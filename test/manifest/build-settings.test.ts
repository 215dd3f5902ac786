import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(__filename);
const { buildSettings, manifestFor } = load("../../scripts/build-settings.cjs");

/** What webpack is told for a build, by the name of the part. */
function webpackConfig(name: string, env: Readonly<Record<string, string>>, mode: string) {
  const configs: { readonly name: string; readonly plugins: readonly Readonly<Record<string, unknown>>[] }[] = load(
    "../../webpack.config.js",
  )(env, { mode });
  const found = configs.find((config) => config.name === name);
  if (found === undefined) throw new Error(`Nothing is built under the name ${name}.`);
  return found;
}
const template = readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");

const host = "https://addin.example.org/ronghe";

describe("a build for an address", () => {
  const manifest: string = manifestFor(template, buildSettings({ host: `${host}/` }, "production"));

  it("names that address throughout, and the developer's machine nowhere", () => {
    expect(manifest).not.toContain("localhost");
    expect(manifest.match(/https:\/\/addin\.example\.org[^"<]*/gu)).toEqual(
      template.match(/https:\/\/localhost:3000[^"<]*/gu)?.map((url) => url.replace("https://localhost:3000", host)),
    );
  });

  it("differs from the manifest in the repository in nothing else", () => {
    expect(manifest.replaceAll(host, "https://localhost:3000")).toBe(template);
  });

  it.each([
    ["https://addin.example.org", "https://addin.example.org"],
    ["https://addin.example.org//", "https://addin.example.org"],
    ["https://addin.example.org:8443/ronghe/", "https://addin.example.org:8443/ronghe"],
    ["https://addin.example.org:443/ronghe", "https://addin.example.org/ronghe"],
    ["https://10.1.2.3/ronghe", "https://10.1.2.3/ronghe"],
    ["https://127.example.org", "https://127.example.org"],
    ["HTTPS://ADDIN.Example.org/Ronghe", "https://addin.example.org/Ronghe"],
    ["https://融合.example.org/融合", "https://xn--8prv21j.example.org/%E8%9E%8D%E5%90%88"],
  ])("takes %s as %s", (given, host) => {
    expect(buildSettings({ host: given }, "production").host).toBe(host);
  });

  it.each([
    "http://addin.example.org",
    "addin.example.org",
    "https:addin.example.org",
    " https://addin.example.org",
    "https://addin.example.org/?a=1",
    "https://addin.example.org/?",
    "https://addin.example.org/#",
    "https://name:secret@addin.example.org/",
    "https://addin.example.org:99999/",
    "\\\\server\\addins",
    "",
  ])("refuses %j, which is no secure address", (wrong) => {
    expect(() => buildSettings({ host: wrong }, "production")).toThrow("host must be");
  });

  it.each(["https://addin.example.org/a&b", "https://addin.example.org/$&"])(
    "refuses %s, which a manifest would have to write differently",
    (wrong) => {
      expect(() => buildSettings({ host: wrong }, "production")).toThrow("The path of host");
    },
  );

  it.each(["https://localhost:3000", "https://localhost./", "https://127.0.0.2", "https://0.0.0.0", "https://[::1]/"])(
    "refuses %s, which is whatever machine reads it",
    (own) => {
      expect(() => buildSettings({ host: own }, "production")).toThrow("--mode development");
      expect(buildSettings({ host: own }, "development").host).toBe(new URL(own).origin);
    },
  );
});

describe("a build without an address", () => {
  it("names one that cannot exist, so that it does not work by accident", () => {
    const manifest: string = manifestFor(template, buildSettings({}, "production"));
    expect(manifest).not.toContain("localhost");
    expect(manifest).toContain('"https://ronghe.invalid/taskpane.html"');
  });
});

describe("a build for development", () => {
  const settings = buildSettings({}, "development");
  const manifest: string = manifestFor(template, settings);
  const found = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];

  it.each([
    ["id", /<Id>(.*?)<\/Id>/u],
    ["name", /<DisplayName DefaultValue="(.*?)"/u],
    ["English name", /<DisplayName [^>]*>\s*<Override Locale="en-US" Value="(.*?)"/u],
    ["tab", /id="Tab\.Label" DefaultValue="(.*?)"/u],
    ["English tab", /id="Tab\.Label" [^>]*>\s*<bt:Override Locale="en-US" Value="(.*?)"/u],
    ["namespace", /id="Functions\.Namespace" DefaultValue="(.*?)"/u],
  ])("has another %s, so that it can be installed beside the product", (_, pattern) => {
    expect(found(manifest, pattern)).toBeDefined();
    expect(found(manifest, pattern)).not.toBe(found(template, pattern));
  });

  it("gives the code the namespace of its manifest", () => {
    const namespace = found(manifest, /id="Functions\.Namespace" DefaultValue="(.*?)"/u);
    for (const part of ["addin", "describe"]) {
      const defined = webpackConfig(part, {}, "development").plugins.map(({ definitions }) => definitions);
      expect(defined).toContainEqual({ "process.env.RONGHE_NAMESPACE": JSON.stringify(namespace) });
    }
  });

  it("is served by the developer's machine where nothing else is said", () => {
    expect(manifest).toContain('"https://localhost:3000/taskpane.html"');
  });
});

describe("the content security policy", () => {
  it("allows the add-in's own files, pictures in the page and empty style elements, and nothing else", () => {
    expect(buildSettings({}, "production").contentSecurityPolicy.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'sha256-${createHash("sha256").update("").digest("base64")}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });
});

describe("where office.js comes from", () => {
  const origins = {
    cdn: "https://appsforoffice.microsoft.com",
    "cdn-cn": "https://appsforoffice.cdn.partner.office365.cn",
  };

  it("is the add-in's own folder by default", () => {
    expect(buildSettings({}, "production")).toMatchObject({ officeScript: "officejs/office.js", ownOffice: true });
  });

  it.each(Object.entries(origins))("is allowed one origin more for %s, and nothing else", (officejs, origin) => {
    const settings = buildSettings({ officejs }, "production");
    expect(settings).toMatchObject({ officeScript: expect.stringContaining(`${origin}/`), ownOffice: false });
    const own: string = buildSettings({}, "production").contentSecurityPolicy;
    expect(settings.contentSecurityPolicy).toBe(own.replace("script-src 'self'", `script-src 'self' ${origin}`));
  });

  it.each(["local", "cdn", "cdn-cn"])("is copied only where the page loads that copy (%s)", (officejs) => {
    const patterns = webpackConfig("addin", { officejs }, "production").plugins.flatMap(
      (plugin) => plugin.patterns ?? [],
    );
    const copies = JSON.stringify(patterns).includes("officejs/");
    expect(copies).toBe(officejs === "local");
  });

  it.each(["constructor", "CDN", ""])("is nothing else (%j)", (officejs) => {
    expect(() => buildSettings({ officejs }, "production")).toThrow("officejs must be");
  });
});
