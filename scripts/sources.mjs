import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Written by a build; as old as the beginning of the build. */
export const stamp = new URL("../dist/.built", import.meta.url);

/** What goes into a build. */
const sources = ["src", "assets/icons", "manifest.xml", "webpack.config.js", "package.json"];

/** Time of the last change of a file, or of any file or folder below a folder. */
function lastChange(file) {
  const status = statSync(file);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce((last, name) => Math.max(last, lastChange(path.join(file, name))), status.mtimeMs);
}

/** True where no build has been made since the sources last changed. */
export function isOutOfDate() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((source) => lastChange(path.join(root, source)) > built);
}
