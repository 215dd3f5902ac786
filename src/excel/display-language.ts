import type { Locale } from "../i18n";

/** The language of messages that Office's display language asks for: English where it is English, else Chinese. */
export function displayLanguage(): Locale {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en-US" : "zh-CN";
}
