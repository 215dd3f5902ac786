/**
 * Finds the browser of the tests: the one that CHROME_PATH names, else the Chromium inside the package @sparticuz/chromium,
 * unpacked once into node_modules/.cache. It needs no package of the system, and takes Chinese fonts from a package too.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));
const chineseFonts = path.dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/noto-sans-sc/package.json")));

/** Arguments for any Chromium: no sandbox, as tests run as root too; nothing that asks the network of its own accord. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Sets variables of the environment while `work` runs. */
async function withEnvironment(variables, work) {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Unpacks the browser of the package into a folder. */
async function unpack(folder) {
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder, and adds the system's libraries where it believes to be on Lambda.
  // What it says about the environment at its import is not for us.
  const variables = {
    TMPDIR: folder,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "",
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? "",
    HOME: process.env.HOME ?? folder,
  };
  await withEnvironment(variables, async () => {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  });
}

/**
 * The browser for Playwright's `launch`, as `{executablePath, args, env}`, where `env` is to be added to the environment. Rejects where CHROME_PATH names no file or the package
 * cannot be unpacked.
 */
export async function chromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names no file: ${chosen}`);
    return { executablePath: chosen, args, env: {} };
  }
  const { version } = JSON.parse(
    readFileSync(new URL("../node_modules/@sparticuz/chromium/package.json", import.meta.url), "utf8"),
  );
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    // Unpacked aside and moved, so that nobody starts half a browser.
    const aside = `${folder}.${process.pid}`;
    await unpack(aside);
    try {
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      // Another process was quicker.
      if (!existsSync(folder)) throw error;
    }
  }
  const weights = ["400Regular", "500Medium", "600SemiBold", "700Bold"];
  const fontFolders = [path.join(folder, "fonts"), ...weights.map((weight) => path.join(chineseFonts, weight))];
  const fonts = path.join(folder, "fonts.conf");
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fontFolders.map((one) => `<dir>${one}</dir>`).join("")}<cachedir>${path.join(folder, "font-cache")}</cachedir></fontconfig>\n`,
  );
  return {
    executablePath: path.join(folder, "chromium"),
    args,
    env: { LD_LIBRARY_PATH: path.join(folder, "al2023/lib"), FONTCONFIG_FILE: fonts },
  };
}
