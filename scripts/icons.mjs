/**
 * Renders the icons: assets/icons/src/NAME.svg is drawn on a grid of 32 for 32 pixels and more, NAME-16.svg on a grid of 16 for
 * less. Run it after changing a drawing, and look at the results.
 *
 *     node scripts/icons.mjs
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { chromium as playwright } from "playwright-core";
import { chromium } from "./chromium.mjs";

const drawings = new URL("../assets/icons/src/", import.meta.url);
const icons = new URL("../assets/icons/", import.meta.url);
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];

const { executablePath, args, env } = await chromium();
const browser = await playwright.launch({ executablePath, args, env: { ...process.env, ...env } });
try {
  const page = await browser.newPage();
  for (const name of readdirSync(drawings).filter((file) => /^(?!.*-16\.svg$).*\.svg$/.test(file))) {
    for (const size of sizes) {
      const drawing = readFileSync(new URL(size < 32 ? name.replace(".svg", "-16.svg") : name, drawings), "base64");
      await page.setContent(
        `<style>* { margin: 0 }</style><img src="data:image/svg+xml;base64,${drawing}" width="${size}" height="${size}">`,
      );
      const picture = await page.screenshot({
        clip: { x: 0, y: 0, width: size, height: size },
        omitBackground: true,
      });
      writeFileSync(new URL(name.replace(".svg", `-${size}.png`), icons), picture);
    }
  }
} finally {
  await browser.close();
}
