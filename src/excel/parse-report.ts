import { USUAL_REPORT } from "../core/choices";
import { hasOwn } from "../core/has-own";
import type { Area } from "../core/grid";
import type {
  Align,
  Entered,
  FigureFormat,
  LeftTab,
  ReportCell,
  ReportChart,
  ReportLook,
  ReportModel,
  ReportRow,
  ReportScale,
  ReportSeries,
  ReportTab,
  Role,
  Tone,
} from "../core/report/report-model";
import { theme, TONES } from "./theme";

/** A check that `value` is a `T`. */
type Guard<T> = (value: unknown) => value is T;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isNumber: Guard<number> = (value) => typeof value === "number";
const isText: Guard<string> = (value) => typeof value === "string";

function isList<T>(value: unknown, guard: Guard<T>): value is T[] {
  return Array.isArray(value) && value.every(guard);
}

function isAbsentOr<T>(value: unknown, guard: Guard<T>): value is T | undefined {
  return value === undefined || guard(value);
}

const { looks } = theme(USUAL_REPORT.look);
const isRole: Guard<Role> = (value): value is Role => typeof value === "string" && hasOwn(looks, value);
const isTone: Guard<Tone> = (value): value is Tone => typeof value === "string" && hasOwn(TONES, value);
const isAlign: Guard<Align> = (value): value is Align => value === "left" || value === "centre" || value === "right";

const NAMED_FORMATS: readonly unknown[] = ["text", "index", "points", "share", "count", "days", "date"];

const isFormat: Guard<FigureFormat> = (value): value is FigureFormat =>
  NAMED_FORMATS.includes(value) || (isRecord(value) && isNumber(value.decimals) && typeof value.percent === "boolean");

const isArea: Guard<Area> = (value): value is Area =>
  isRecord(value) &&
  isNumber(value.row) &&
  isNumber(value.column) &&
  isNumber(value.rowCount) &&
  isNumber(value.columnCount);

const isLink: Guard<NonNullable<ReportCell["link"]>> = (value): value is NonNullable<ReportCell["link"]> =>
  isRecord(value) && isText(value.sheet) && isText(value.cell);

const isSpill: Guard<NonNullable<ReportCell["spill"]>> = (value): value is NonNullable<ReportCell["spill"]> =>
  isRecord(value) && isNumber(value.rowCount) && isNumber(value.columnCount);

const isEntered: Guard<Entered> = (value): value is Entered =>
  isRecord(value) &&
  (isText(value.value) || isNumber(value.value) || typeof value.value === "boolean") &&
  isAbsentOr(value.formula, isText) &&
  isAbsentOr(value.pattern, isText);

const isCell: Guard<ReportCell | null> = (value): value is ReportCell | null =>
  value === null ||
  (isRecord(value) &&
    (value.value === null || isText(value.value) || isNumber(value.value)) &&
    isRole(value.role) &&
    isAbsentOr(value.formula, isText) &&
    isAbsentOr(value.spill, isSpill) &&
    (value.spilled === undefined || value.spilled === true) &&
    isAbsentOr(value.format, isFormat) &&
    isAbsentOr(value.tone, isTone) &&
    isAbsentOr(value.align, isAlign) &&
    isAbsentOr(value.link, isLink) &&
    isAbsentOr(value.input, isText) &&
    isAbsentOr(value.entered, isEntered));

const isRow: Guard<ReportRow> = (value): value is ReportRow =>
  isRecord(value) &&
  isList(value.cells, isCell) &&
  isAbsentOr(value.height, isNumber) &&
  (value.breakBefore === undefined || typeof value.breakBefore === "boolean");

const isScale: Guard<ReportScale> = (value): value is ReportScale =>
  isRecord(value) &&
  (value.kind === "colour" || value.kind === "bar") &&
  isArea(value.area) &&
  isNumber(value.min) &&
  isNumber(value.max);

const isSeries: Guard<ReportSeries> = (value): value is ReportSeries =>
  isRecord(value) &&
  isText(value.name) &&
  isArea(value.values) &&
  isAbsentOr(value.categories, isArea) &&
  isAbsentOr(value.colour, isNumber) &&
  (value.labels === undefined || isList(value.labels, isText));

const isSpan: Guard<{ readonly min: number; readonly max: number }> = (
  value,
): value is { readonly min: number; readonly max: number } =>
  isRecord(value) && isNumber(value.min) && isNumber(value.max);

const isChart: Guard<ReportChart> = (value): value is ReportChart =>
  isRecord(value) &&
  isText(value.name) &&
  (value.kind === "bar" ||
    value.kind === "column" ||
    value.kind === "line" ||
    value.kind === "radar" ||
    value.kind === "scatter") &&
  isText(value.title) &&
  isText(value.sheet) &&
  isArea(value.categories) &&
  isList(value.series, isSeries) &&
  isArea(value.place) &&
  isAbsentOr(value.categoryTitle, isText) &&
  isAbsentOr(value.valueTitle, isText) &&
  isAbsentOr(value.valueRange, isSpan) &&
  isAbsentOr(value.valueStep, isNumber) &&
  isAbsentOr(value.categoryRange, isSpan) &&
  (value.crossing === undefined ||
    (isRecord(value.crossing) && isNumber(value.crossing.category) && isNumber(value.crossing.value)));

const isRows: Guard<{ readonly first: number; readonly last: number }> = (
  value,
): value is { readonly first: number; readonly last: number } =>
  isRecord(value) && isNumber(value.first) && isNumber(value.last);

const isTab: Guard<ReportTab> = (value): value is ReportTab =>
  isRecord(value) &&
  isText(value.key) &&
  isText(value.name) &&
  (value.orientation === "portrait" || value.orientation === "landscape") &&
  isList(value.widths, isNumber) &&
  isRecord(value.freeze) &&
  isNumber(value.freeze.rows) &&
  isNumber(value.freeze.columns) &&
  (value.onePage === undefined || typeof value.onePage === "boolean") &&
  isAbsentOr(value.titleRows, isRows) &&
  isAbsentOr(value.printed, isRows) &&
  isAbsentOr(value.footer, isText) &&
  isAbsentOr(value.filter, isArea) &&
  (value.isRead === undefined || value.isRead === true) &&
  isList(value.rows, isRow) &&
  isList(value.merges, isArea) &&
  isList(value.scales, isScale) &&
  isList(value.charts, isChart);

const isLook: Guard<ReportLook> = (value): value is ReportLook =>
  isRecord(value) && (value.fonts === "safe" || value.fonts === "official") && isNumber(value.bodySize);

const isLeftTab: Guard<LeftTab> = (value): value is LeftTab =>
  isRecord(value) && isTab(value.tab) && isLook(value.look);

const isModel: Guard<ReportModel> = (value): value is ReportModel =>
  isRecord(value) &&
  value.version === 2 &&
  isLook(value.look) &&
  isList(value.tabs, isTab) &&
  (value.left === undefined || isList(value.left, isLeftTab));

/** A report as it was stored in the workbook; null for anything else, such as one written by another version. */
export function parseReport(stored: unknown): ReportModel | null {
  return isModel(stored) ? stored : null;
}
