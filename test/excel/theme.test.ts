import { SERIES_COLOURS } from "../../src/excel/theme";

/** Red, green and blue of a colour written #RRGGBB, each 0…255. */
function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function weighed(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

/** The grey, 0…255, that a printer without colour makes of it (ITU-R BT.601). */
function greyOf(colour: string): number {
  return weighed(channels(colour), [0.299, 0.587, 0.114]);
}

/** Contrast against white (WCAG 2.2, relative luminance). */
function contrastOf(colour: string): number {
  const linear = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (weighed(linear, [0.2126, 0.7152, 0.0722]) + 0.05);
}

it("gives each series of a chart a grey of its own, and neighbours greys that differ clearly", () => {
  const greys = SERIES_COLOURS.map(greyOf);
  const sorted = [...greys].sort((one, other) => one - other);
  for (let index = 1; index < greys.length; index += 1) {
    expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThan(10);
    expect(Math.abs((greys[index] ?? 0) - (greys[index - 1] ?? 0))).toBeGreaterThan(30);
  }
});

it.each(SERIES_COLOURS)("the series colour %s stands out from white paper by 3 : 1", (colour) => {
  expect(contrastOf(colour)).toBeGreaterThanOrEqual(3);
});
