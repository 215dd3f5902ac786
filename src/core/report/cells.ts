import { type Area, areaName, cellName } from "../grid";
import type { Place } from "../issue";
import type { Light } from "../assessment/assessment";
import type { Align, FigureFormat, ReportCell, Role, Tone } from "./report-model";
import { fittedFormat } from "./shown";

/** A cell of text in a role; an empty text leaves the cell empty. */
export function text(value: string, role: Role = "body", align?: Align): ReportCell {
  return { value: value === "" ? null : value, role, ...(align === undefined ? {} : { align }) };
}

/** A heading of a table. */
export function header(heading: string): ReportCell {
  return text(heading, "header", "centre");
}

/** A text that links to a place in the workbook; without a place, only the text. */
export function linked(value: string, place: Place | null): ReportCell {
  return place === null ? text(value) : { value, role: "body", link: { sheet: place.sheet, cell: place.cell } };
}

/** A word in place of a figure that does not exist: 未评 or 不适用, never 0 and never blank. */
export function absent(word: string): ReportCell {
  return { value: word, role: "figure", tone: "unassessed", align: "right" };
}

/** A number shown so that it stays in its own band; `word` where there is none. */
export function figure(
  value: number | null,
  format: FigureFormat,
  word: string,
  boundaries: readonly number[] = [],
): ReportCell {
  if (value === null) return absent(word);
  return { value, role: "figure", format: fittedFormat(value, boundaries, format), align: "right" };
}

/** A level, band or other word that comes from a figure; `word` in grey where there is none. */
export function level(value: string | null, word: string): ReportCell {
  return value === null ? { ...absent(word), align: "centre" } : { value, role: "body", align: "centre" };
}

/** The colour that goes with a light. */
function toneOf(light: Light): Tone {
  switch (light) {
    case "红":
      return "red";
    case "黄":
      return "yellow";
    case "绿":
      return "green";
    case "未评":
      return "unassessed";
  }
}

/** A light as shape and word (`words`), with its colour. */
export function status(light: Light, words: Readonly<Record<Light, string>>): ReportCell {
  return { value: words[light], role: "body", tone: toneOf(light), align: "centre" };
}

/** A cell that takes part in a formula: where it stands, and the sheet it stands on when that is another one. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
  readonly sheet?: string;
}

/** `name` on a sheet: `'指标得分'!F12`; on the formula's own sheet where there is none. */
function onSheet(name: string, sheet: string | undefined): string {
  return sheet === undefined ? name : `'${sheet.replace(/'/gu, "''")}'!${name}`;
}

/** Plain reference to a cell, with its sheet quoted where it is another one: `'指标得分'!F12`. */
export function reference(target: CellRef): string {
  return onSheet(cellName(target.row, target.column), target.sheet);
}

/** An area of a sheet of the workbook. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** Reference to an area of a sheet: `'活动'!A3:L60`. */
export function areaReference({ sheet, area }: SheetArea): string {
  return onSheet(areaName(area), sheet);
}

/** Reference to consecutive cells of one row, first to last column inclusive. */
export function rowReference(row: number, first: number, last: number): string {
  return `${reference({ row, column: first })}:${cellName(row, last)}`;
}

/** Reference to consecutive cells of one column, first to last row inclusive. */
export function columnReference(target: CellRef, lastRow: number): string {
  return `${reference(target)}:${cellName(lastRow, target.column)}`;
}

/** `cell` written as a formula that gives the same value. */
export function computed(cell: ReportCell, formula: string): ReportCell {
  return { ...cell, formula: `=${formula}` };
}

/** `cell` written as a formula that may one day give a figure where it now gives a word: the figure's format is there already. */
export function live(cell: ReportCell, formula: string, format: FigureFormat): ReportCell {
  return { ...computed(cell, formula), format: cell.format ?? format };
}

/** A number that is a formula where it exists; the words 未评 and 不适用 stay words. */
export function computedFigure(cell: ReportCell, formula: string): ReportCell {
  return typeof cell.value === "number" ? computed(cell, formula) : cell;
}
