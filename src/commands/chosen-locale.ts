import { displayLanguage } from "../excel/display-language";
import { keptChoices } from "../excel/kept-settings";
import type { Locale } from "../i18n";

/** The language that the clerk chose for this workbook, else that of Office. */
export function chosenLocale(): Locale {
  return keptChoices().locale ?? displayLanguage();
}
