import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a file so that nobody ever sees half of it: under another name in the same folder, then renamed. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
