import type { Locale } from "../i18n";
import { METADATA_FILES, metadata } from "./metadata";

/** The languages in which the functions are described. */
const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];

/** The address of the help page in one language, in the folder of the add-in. */
function helpFile(locale: Locale): string {
  return `help/functions.${locale}.html`;
}

/**
 * The files that are made of the declarations of the functions, by their path beside the page: metadata for Excel and help pages.
 * `host` is the address of that folder, `citations` where printed figures come from.
 */
export function siteFiles(host: string, citations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => [
      [METADATA_FILES[locale], JSON.stringify(metadata(locale, `${host}/${helpFile(locale)}`), null, 2)],
      [helpFile(locale), Object.keys(citations).join()],
    ]),
  );
}
