import type { Locale } from "../i18n";
import { html } from "./help/html";
import { helpPage, pageTitle } from "./help/page";
import { METADATA_FILES, metadata } from "./metadata";
import { NAMESPACE } from "./namespace";

/** The languages in which the functions are described, each with its own name and with the other one. */
const LANGUAGES: readonly { readonly locale: Locale; readonly name: string; readonly other: Locale }[] = [
  { locale: "zh-CN", name: "中文", other: "en-US" },
  { locale: "en-US", name: "English", other: "zh-CN" },
];

const nameOf = (wanted: Locale): string => LANGUAGES.find(({ locale }) => locale === wanted)?.name ?? wanted;

/** The help page of a language, in its folder. */
const pageFile = (locale: Locale): string => `functions.${locale}.html`;

/**
 * The files that are made of the declarations of the functions, by their path beside the page of the add-in: metadata for Excel, and
 * help pages. `host` is the address of that folder, `citations` where printed figures come from.
 */
export function siteFiles(host: string, citations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LANGUAGES.flatMap(({ locale, other }) => {
      const page = `help/${pageFile(locale)}`;
      const blocks = helpPage(locale, { namespace: NAMESPACE, citations });
      const surroundings = {
        locale,
        title: pageTitle(locale),
        other: { locale: other, file: pageFile(other), text: nameOf(other) },
      };
      return [
        [METADATA_FILES[locale], `${JSON.stringify(metadata(locale, `${host}/${page}`), null, 2)}\n`],
        [page, html(blocks, surroundings)],
      ];
    }),
  );
}
