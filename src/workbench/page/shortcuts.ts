import { isRecord, listFrom } from "../wire/json";

/** A key combination of the add-in: the function that it calls, and what is pressed. */
export interface Shortcut {
  readonly functionName: string;
  /** Ctrl, and on a Mac Command too. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The letter or digit, as the browser names the place of its key: `KeyA`, `Digit1`. */
  readonly code: string;
}

/** Reads `Ctrl+Shift+Alt+A`; null for anything that does not end in a letter or digit. */
function combination(text: string): Omit<Shortcut, "functionName"> | null {
  const parts = text.split("+").map((part) => part.trim().toUpperCase());
  const key = parts.at(-1) ?? "";
  if (!/^[A-Z\d]$/u.test(key)) return null;
  return {
    ctrl: parts.includes("CTRL"),
    shift: parts.includes("SHIFT"),
    alt: parts.includes("ALT"),
    code: /\d/u.test(key) ? `Digit${key}` : `Key${key}`,
  };
}

/** Reads the parsed file that the manifest names in `ExtendedOverrides`; what it does not say as Excel wants it is left out. */
export function shortcutsFrom(parsed: unknown): readonly Shortcut[] {
  return listFrom(isRecord(parsed) ? parsed["shortcuts"] : null).flatMap((entry) => {
    const [action, key] = isRecord(entry) ? [entry["action"], entry["key"]] : [];
    const text = isRecord(key) ? key["default"] : null;
    const pressed = typeof text === "string" ? combination(text) : null;
    return typeof action !== "string" || pressed === null ? [] : [{ functionName: action, ...pressed }];
  });
}

/** The function that a key calls; null where it calls none. */
export function calledBy(
  shortcuts: readonly Shortcut[],
  key: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "code">,
): string | null {
  const ctrl = key.ctrlKey || key.metaKey;
  return (
    shortcuts.find(
      (one) => one.ctrl === ctrl && one.shift === key.shiftKey && one.alt === key.altKey && one.code === key.code,
    )?.functionName ?? null
  );
}
