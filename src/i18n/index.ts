import { enUS } from "./en-US";
import { zhCN, type Messages } from "./zh-CN";

export type { Messages } from "./zh-CN";

/** Languages of the pane and the command; the workbook's tabs are Chinese in both. */
export type Locale = "zh-CN" | "en-US";

const CATALOGUES: Readonly<Record<Locale, Messages>> = { "zh-CN": zhCN, "en-US": enUS };

/** The texts of a locale. */
export function messages(locale: Locale): Messages {
  return CATALOGUES[locale];
}
