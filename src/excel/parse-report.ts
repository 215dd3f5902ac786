import { hasOwn } from "../core/has-own";
import type { Area } from "../core/grid";
import type {
  Align,
  FigureFormat,
  ReportCell,
  ReportChart,
  ReportModel,
  ReportRow,
  ReportScale,
  ReportTab,
  Role,
  Tone,
} from "../core/report/report-model";
import { LOOKS, TONES } from "./theme";

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

const isRole: Guard<Role> = (value): value is Role => typeof value === "string" && hasOwn(LOOKS, value);
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
    isAbsentOr(value.link, isLink));

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

const isChart: Guard<ReportChart> = (value): value is ReportChart =>
  isRecord(value) &&
  isText(value.name) &&
  (value.kind === "bar" || value.kind === "column" || value.kind === "radar" || value.kind === "scatter") &&
  isText(value.title) &&
  isText(value.sheet) &&
  isArea(value.categories) &&
  isList(
    value.series,
    (one): one is ReportChart["series"][number] => isRecord(one) && isText(one.name) && isArea(one.values),
  ) &&
  isArea(value.place) &&
  isAbsentOr(value.categoryTitle, isText) &&
  isAbsentOr(value.valueTitle, isText) &&
  (value.valueRange === undefined ||
    (isRecord(value.valueRange) && isNumber(value.valueRange.min) && isNumber(value.valueRange.max)));

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
  (value.titleRows === undefined ||
    (isRecord(value.titleRows) && isNumber(value.titleRows.first) && isNumber(value.titleRows.last))) &&
  isList(value.rows, isRow) &&
  isList(value.merges, isArea) &&
  isList(value.scales, isScale) &&
  isList(value.charts, isChart);

const isModel: Guard<ReportModel> = (value): value is ReportModel =>
  isRecord(value) && value.version === 1 && isList(value.tabs, isTab);

/** A report as it was stored in the workbook; null for anything else, such as one written by another version. */
export function parseReport(stored: unknown): ReportModel | null {
  return isModel(stored) ? stored : null;
}
