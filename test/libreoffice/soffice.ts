import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A profile in which LibreOffice recalculates every formula of an .xlsx when it opens it, or shows what was saved. */
const profileOf = (recalculate: boolean): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculate ? 0 : 1}</value></prop></item>
</oor:items>`;

/** A folder of its own below the system's folder for such. */
export function scratchFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "ronghe-"));
}

/**
 * Opens a workbook with LibreOffice, recalculates it unless told otherwise, and saves it in another format in `folder`; gives the new path.
 */
export function convert(file: string, format: "pdf" | "xlsx", folder: string, recalculate = true): string {
  const profile = path.join(folder, recalculate ? "profile" : "profile-as-saved");
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), profileOf(recalculate));
  const out = path.join(folder, recalculate ? format : `${format}-as-saved`);
  const { status, stderr } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      out,
      file,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  return path.join(out, `${path.basename(file, path.extname(file))}.${format}`);
}

/** The text of each page of a PDF. */
export function pageTexts(pdf: string): string[] {
  const { status, stdout, stderr } = spawnSync("pdftotext", ["-layout", pdf, "-"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  return stdout.split("\f").slice(0, -1);
}
