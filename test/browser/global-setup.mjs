/**
 * Before the tests in the browser: the add-in is built where its sources are newer, the browser unpacked. What goes wrong is
 * left to the tests to report, so that the other tests of the run still count.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "../../scripts/chromium.mjs";

const build = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));

export default async function setUp() {
  const { status } = spawnSync(process.execPath, [build, "--if-needed"], { stdio: ["ignore", 2, 2] });
  try {
    if (status !== 0) throw new Error("The add-in could not be built.");
    process.env.RONGHE_BROWSER = JSON.stringify({ launch: await chromium() });
  } catch (error) {
    process.env.RONGHE_BROWSER = JSON.stringify({ trouble: error.message });
  }
}
