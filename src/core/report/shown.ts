import { round9 } from "../methods/round9";
import type { FigureFormat } from "./report-model";

/** The format of a count that may be a mean or hold halves: a decimal only where there is one. */
export function countFormat(value: number): FigureFormat {
  return Number.isInteger(value) ? "count" : "points";
}

/** Decimals to which every comparison of the assessment is made (docs/methodology.md §5). */
const COMPARED = 9;

/** `value` as an integer count of 10⁻⁹, halves away from zero. */
function nano(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * 10 ** COMPARED);
}

/** `value` rounded to `decimals` as Excel shows it, as an integer count of 10⁻⁹. */
function shownNano(value: number, decimals: number): number {
  const step = 10 ** (COMPARED - decimals);
  const exact = nano(value);
  return Math.sign(exact) * Math.round(Math.abs(exact) / step) * step;
}

/**
 * Decimals with which `value` may be shown so that the printed figure stands on the same side of every boundary as the
 * figure itself: `decimals` where rounding is harmless, more where it would cross or touch a boundary, at most 9.
 */
export function shownDecimals(value: number, boundaries: readonly number[], decimals: number): number {
  for (let shown = decimals; shown < COMPARED; shown += 1) {
    const rounded = shownNano(value, shown);
    if (boundaries.every((boundary) => Math.sign(rounded - nano(boundary)) === Math.sign(nano(value) - nano(boundary))))
      return shown;
  }
  return COMPARED;
}

/** Decimals and percent sign of a format; `null` where the format is not one of decimals. */
function decimalsOf(
  format: FigureFormat,
  value: number,
): { readonly decimals: number; readonly percent: boolean } | null {
  switch (format) {
    case "index":
      return { decimals: 3, percent: false };
    case "points":
      return { decimals: 1, percent: false };
    case "days":
      return { decimals: Number.isInteger(round9(value)) ? 0 : 1, percent: false };
    case "count":
      return { decimals: 0, percent: false };
    case "share":
      return { decimals: 1, percent: true };
    case "text":
    case "date":
      return null;
    default:
      return format;
  }
}

/**
 * `format`, with more decimals where `value` would otherwise be shown in a band that it is not in. Whole days are shown
 * without decimals (Excel's `0.#` would print "3.").
 */
export function fittedFormat(value: number, boundaries: readonly number[], format: FigureFormat): FigureFormat {
  const usual = decimalsOf(format, value);
  if (usual === null) return format;
  const offset = usual.percent ? 2 : 0;
  const needed = shownDecimals(value, boundaries, usual.decimals + offset) - offset;
  return needed === usual.decimals && format !== "days" ? format : { decimals: needed, percent: usual.percent };
}

/** `value` as text in the way that `fittedFormat` has Excel show it, for figures inside sentences. */
export function shownText(value: number, boundaries: readonly number[], format: FigureFormat): string {
  const fitted = decimalsOf(fittedFormat(value, boundaries, format), value);
  if (fitted === null) return String(value);
  const offset = fitted.percent ? 2 : 0;
  const rounded = shownNano(value, fitted.decimals + offset) / 10 ** (COMPARED - offset);
  return `${rounded.toFixed(fitted.decimals)}${fitted.percent ? "%" : ""}`;
}

/** A limit as it was set, without needless decimals: `0.4` as a share is `40%`. */
export function limitText(limit: number, format: FigureFormat): string {
  const percent = decimalsOf(format, limit)?.percent ?? false;
  return percent ? `${round9(limit * 100)}%` : String(round9(limit));
}
