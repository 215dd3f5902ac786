import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type Root, createRoot } from "react-dom/client";
import type { Locale } from "../i18n";
import { paneEnUS } from "../i18n/pane.en-US";
import { paneZhCN } from "../i18n/pane.zh-CN";
import { Pane } from "./pane";
import type { PaneServices } from "./services";
import { type OfficeLook, isDark } from "./theme";

/** What surrounds the pane once Office has answered. */
export interface Surroundings {
  readonly services: (locale: Locale) => PaneServices;
  readonly locale: Locale;
  readonly look: OfficeLook | null;
  readonly version: string;
}

const RELOADED = "ronghe.reloaded";

/** Office did not answer: in both languages, since nobody said which; with what can be done. */
function Stuck(): ReactNode {
  return (
    <main className="stuck">
      {[
        { lang: "zh-CN", texts: paneZhCN },
        { lang: "en", texts: paneEnUS },
      ].map(({ lang, texts }) => (
        <section key={lang} lang={lang}>
          <h1>{texts.stuck.title}</h1>
          <p>{texts.stuck.body}</p>
          <button type="button" onClick={() => window.location.reload()}>
            {texts.stuck.retry}
          </button>
        </section>
      ))}
    </main>
  );
}

/** Whether anybody can see the pane: in a shared runtime its page lives on while the pane is closed. */
function useVisible(): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (!("IntersectionObserver" in window)) return undefined;
    const observer = new IntersectionObserver((entries) => {
      // Once seen, the pane keeps what it knows.
      if (entries.some(({ isIntersecting }) => isIntersecting)) setVisible(true);
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return visible;
}

/** Follows the system's preference for dark colours. */
function useSystemDark(): boolean {
  const [query] = useState(() => ("matchMedia" in window ? window.matchMedia("(prefers-color-scheme: dark)") : null));
  const [dark, setDark] = useState(query?.matches === true);
  useEffect(() => {
    const follow = () => setDark(query?.matches === true);
    query?.addEventListener("change", follow);
    return () => query?.removeEventListener("change", follow);
  }, [query]);
  return dark;
}

function Started({ surroundings }: { readonly surroundings: Surroundings }): ReactNode {
  const visible = useVisible();
  const systemDark = useSystemDark();
  const [locale, setLocale] = useState(surroundings.locale);
  const [services, setServices] = useState(() => surroundings.services(surroundings.locale));
  const onLocale = useCallback(
    (next: Locale) => {
      if (next === locale) return;
      setLocale(next);
      setServices(surroundings.services(next));
    },
    [locale, surroundings],
  );
  return (
    <Pane
      services={services}
      officeLocale={surroundings.locale}
      dark={isDark(surroundings.look, systemDark)}
      version={surroundings.version}
      visible={visible}
      onLocale={onLocale}
    />
  );
}

/** Where the page draws. */
function paneRoot(): Root {
  const element = document.getElementById("pane");
  if (element === null) throw new Error("The page has no element for the pane.");
  return createRoot(element);
}

/**
 * Draws the pane when Office has answered. Where it does not, the page is loaded once more, which helps where Excel was still
 * starting; then it says so. `office` gives `null` where the page is not open in Excel or the time is up.
 */
export async function startPane(office: () => Promise<Surroundings | null>): Promise<void> {
  const root = paneRoot();
  const surroundings = await office();
  if (surroundings !== null) {
    window.sessionStorage.removeItem(RELOADED);
    root.render(<Started surroundings={surroundings} />);
    return;
  }
  if (window.sessionStorage.getItem(RELOADED) === null) {
    window.sessionStorage.setItem(RELOADED, "1");
    window.location.reload();
    return;
  }
  root.render(<Stuck />);
}
