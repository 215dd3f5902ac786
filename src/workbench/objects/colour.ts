import { ApiError } from "../wire/api-error";

/** The colour names of HTML 4, which Excel takes too. */
const named: Readonly<Record<string, string>> = {
  aqua: "#00FFFF",
  black: "#000000",
  blue: "#0000FF",
  fuchsia: "#FF00FF",
  gray: "#808080",
  green: "#008000",
  lime: "#00FF00",
  maroon: "#800000",
  navy: "#000080",
  olive: "#808000",
  orange: "#FFA500",
  purple: "#800080",
  red: "#FF0000",
  silver: "#C0C0C0",
  teal: "#008080",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};

/** A colour as `#RRGGBB`; refuses what is neither that nor a name. */
export function colourFrom(value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace("#", "").toUpperCase()}`;
  const colour = named[text.toLowerCase()];
  if (colour === undefined) throw new ApiError("InvalidArgument");
  return colour;
}
