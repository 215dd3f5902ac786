import { type ReactNode, createContext, useContext } from "react";
import type { Locale } from "../i18n";
import { paneEnUS } from "../i18n/pane.en-US";
import { type PaneTexts, paneZhCN } from "../i18n/pane.zh-CN";

const CATALOGUES: Readonly<Record<Locale, PaneTexts>> = { "zh-CN": paneZhCN, "en-US": paneEnUS };
const Texts = createContext<PaneTexts>(paneZhCN);

/** The texts of the pane in a language. */
export function paneTexts(locale: Locale): PaneTexts {
  return CATALOGUES[locale];
}

/** Gives the texts of a language to everything inside. */
export function TextsProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}): ReactNode {
  return <Texts.Provider value={paneTexts(locale)}>{children}</Texts.Provider>;
}

/** The texts of the language in use. */
export function useTexts(): PaneTexts {
  return useContext(Texts);
}
