import type { Box } from "../files/document";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import { columnCount, rowCount } from "./address";
import { requireNumber } from "./arguments";
import type { Book } from "./book";
import { RangeFormatObject } from "./range-format";

/** The one property that the stand-in implements; null where it is not set. Others are refused, not passed over. */
function only(value: unknown, name: string, member: string): unknown {
  if (!isRecord(value)) throw new ApiError("InvalidArgument");
  const other = Object.keys(value).find((key) => key !== name);
  if (other !== undefined) throw new ApiError("NotImplemented", `${member} does not set ${other} in the stand-in.`);
  return value[name] ?? null;
}

function listOf(value: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw new ApiError("InvalidArgument");
  return value;
}

/** The links that Range.setCellProperties is to make in a box: cell by cell, an empty object leaves a cell as it is. */
export function linksAmong(value: unknown, box: Box): readonly { readonly box: Box; readonly value: unknown }[] {
  return listOf(value, rowCount(box)).flatMap((line, down) =>
    listOf(line, columnCount(box)).flatMap((cell, right) => {
      const link = only(cell, "hyperlink", "Range.setCellProperties");
      const [row, column] = [box.top + down, box.left + right];
      return link === null ? [] : [{ box: { top: row, left: column, bottom: row, right: column }, value: link }];
    }),
  );
}

/** Range.setRowProperties and Range.setColumnProperties, as far as they set heights and widths. */
export function setLineProperties(book: Book, sheetId: string, box: Box, axis: "row" | "column", value: unknown): void {
  const [member, name, most] =
    axis === "row" ? ["setRowProperties", "rowHeight", 409.5] : ["setColumnProperties", "columnWidth", 1790];
  const sizes = listOf(value, axis === "row" ? rowCount(box) : columnCount(box)).map((line) => {
    const format = only(line, "format", `Range.${member}`);
    const size = format === null ? null : only(format, name, `Range.${member}`);
    return size === null ? null : requireNumber(size, 0, most);
  });
  sizes.forEach((size, index) => {
    if (size === null) return;
    const line =
      axis === "row"
        ? { ...box, top: box.top + index, bottom: box.top + index }
        : { ...box, left: box.left + index, right: box.left + index };
    new RangeFormatObject(book, sheetId, [line]).resize(axis, size);
  });
}
