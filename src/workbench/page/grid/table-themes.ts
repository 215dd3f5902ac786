import type { IUniverSheetsTableConfig } from "@univerjs/preset-sheets-table";
import type { TableRecord } from "../../files/document";

type TableTheme = NonNullable<IUniverSheetsTableConfig["userThemes"]>[number];

/** Black, then the six accents of Excel's usual colours: styles 1 to 7 of a family in their order, and again from 8 on. */
const accents = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const families = ["Light", "Medium", "Dark"] as const;
type Family = (typeof families)[number];

/** What a colour becomes with that share of white. */
function tint(colour: string, white: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * white)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

const nameOf = (family: Family, accent: number, isBanded: boolean) =>
  `ronghe-${family}-${accent}${isBanded ? "-banded" : ""}`;

/** A table without a style looks as its cells say. */
const bare = "ronghe-bare";

function theme(family: Family, accent: number, isBanded: boolean): TableTheme {
  const colour = accents[accent] ?? accents[0];
  const line = { s: 1, cl: { rgb: colour } };
  const band = isBanded ? { firstRowStyle: { bg: { rgb: tint(colour, family === "Dark" ? 0.6 : 0.85) } } } : {};
  const header =
    family === "Light"
      ? { cl: { rgb: "#000000" }, bl: 1, bd: { t: line, b: line } }
      : { bg: { rgb: colour }, cl: { rgb: "#FFFFFF" }, bl: 1 };
  return {
    name: nameOf(family, accent, isBanded),
    style: { headerRowStyle: header, ...band, lastRowStyle: { bd: { b: line } } },
  };
}

/** Excel's families of table styles as the grid draws them, near enough to tell them apart. */
export const tableThemes: readonly TableTheme[] = [
  { name: bare, style: {} },
  ...families.flatMap((family) =>
    accents.flatMap((_, accent) => [theme(family, accent, true), theme(family, accent, false)]),
  ),
];

/** Which of {@link tableThemes} shows a table; one whose style is the user's own looks as its cells say. */
export function themeOf({ style, bandedRows }: Pick<TableRecord, "style" | "bandedRows">): string {
  const [, name, number] = /^TableStyle(Light|Medium|Dark)([1-9]\d?)$/.exec(style ?? "") ?? [];
  const family = families.find((one) => one === name);
  return family === undefined ? bare : nameOf(family, (Number(number) - 1) % accents.length, bandedRows);
}
