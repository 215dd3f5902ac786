import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A file to write. */
export interface Output {
  readonly file: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files so that nobody ever sees half of one, nor one without the others: all under other names in their folders first,
 * then renamed. Throws what the system says, with nothing left behind.
 */
export function writeWhole(outputs: readonly Output[]): void {
  const drafts = outputs.map(({ file, content }) => ({
    file,
    content,
    draft: path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`),
  }));
  try {
    for (const { draft, content } of drafts) writeFileSync(draft, content);
    for (const { draft, file } of drafts) renameSync(draft, file);
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    throw error;
  }
}
