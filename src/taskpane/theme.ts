import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

/** What Office says of its own look; `null` where it says nothing, as Excel on the web does. */
export interface OfficeLook {
  readonly bodyBackgroundColor: string;
}

/** Relative lightness of `#rrggbb`, 0 (black) to 1 (white); light where it cannot be read. */
function lightness(colour: string): number {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour.trim());
  if (parts === null) return 1;
  const [red = 255, green = 255, blue = 255] = parts.slice(1).map((part) => parseInt(part, 16));
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Whether the pane is drawn dark: as Office is, else as the system prefers. */
export function isDark(office: OfficeLook | null, systemPrefersDark: boolean): boolean {
  return office === null ? systemPrefersDark : lightness(office.bodyBackgroundColor) < 0.5;
}

/**
 * The look of the pane. Fluent's own web themes carry the brand ramp of #0F6CBD that the pages use. In high contrast the system puts
 * its colours in place of these.
 */
export function themeFor(dark: boolean): Theme {
  return dark ? webDarkTheme : webLightTheme;
}
