import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Written by a build, with what it was made for; as old as the beginning of the build. */
export const stamp = new URL("../dist/.built", import.meta.url);

/** What goes into a build. */
const sources = [
  ...[
    "src",
    "assets/icons",
    "assets/help",
    "assets/taskpane.css",
    "assets/shortcuts.json",
    "assets/shortcuts.en-US.json",
    "test/published",
    "manifest.xml",
    "webpack.config.js",
    "package.json",
  ],
  ...["scripts/build.mjs", "scripts/build-settings.cjs"],
];

/** Time of the last change of a file, or of any file or folder below a folder. */
function lastChange(file) {
  const status = statSync(file);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce((last, name) => Math.max(last, lastChange(path.join(file, name))), status.mtimeMs);
}

/**
 * What the last build was made for, where the command line and the tests can use it: the product itself, with its own office.js,
 * for whatever address. Else `null`.
 */
export function builtFor() {
  try {
    const made = JSON.parse(readFileSync(stamp, "utf8"));
    return made.mode === "production" && (made.env.officejs ?? "local") === "local" ? made : null;
  } catch {
    // No build, one that did not end, or the stamp of an older version: none of them serves.
    return null;
  }
}

/** True where no build has been made that serves, or the sources changed since. */
export function isOutOfDate() {
  if (builtFor() === null) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((source) => lastChange(path.join(root, source)) > built);
}
