import type { Library } from "../diagnosis/library";
import { isBuiltInIndicator } from "./default-scheme";
import type { Scheme } from "./scheme";

/**
 * 代码 of a scheme that a library may speak of: all of them where the clerk wrote the library, else those of built-in indicators, for a
 * scheme of one's own may use D9 for something else.
 */
export function answerableCodes(scheme: Scheme, library: Library): ReadonlySet<string> {
  const lines = scheme.indicators.map(({ line }) => line);
  const known = library.source === "workbook" ? lines : lines.filter(isBuiltInIndicator);
  return new Set(known.map(({ code }) => code));
}
