import type { Box } from "../files/document";
import { lastColumn, lastRow } from "./address";

/** Whole rows or columns that are inserted before `first`, or deleted from `first` on. */
export interface LineShift {
  readonly kind: "insert" | "delete";
  readonly axis: "rows" | "columns";
  readonly first: number;
  readonly count: number;
}

/** First and last index of some rows or columns, inclusive. */
type Span = readonly [first: number, last: number];

const lastLine = ({ axis }: LineShift) => (axis === "rows" ? lastRow : lastColumn);

/** What takes a shift back, as far as places go. */
export const inverse = (shift: LineShift): LineShift => ({
  ...shift,
  kind: shift.kind === "insert" ? "delete" : "insert",
});

/** Where a row or column comes to stand; null where it was deleted or pushed off the grid. */
export function shiftIndex(index: number, shift: LineShift): number | null {
  const { kind, first, count } = shift;
  if (index < first) return index;
  if (kind === "insert") return index + count > lastLine(shift) ? null : index + count;
  return index < first + count ? null : index - count;
}

/**
 * What becomes of a run of rows or columns, as Excel's references do: it grows with what is inserted inside, shrinks with what is deleted
 * inside, and stays where it is the whole grid. Null where nothing of it is left.
 */
export function shiftSpan([from, to]: Span, shift: LineShift): Span | null {
  const { kind, first, count } = shift;
  const last = lastLine(shift);
  if (from === 0 && to === last) return [from, to];
  if (kind === "insert") {
    const moved: Span = [from >= first ? from + count : from, Math.min(to >= first ? to + count : to, last)];
    return moved[0] > last ? null : moved;
  }
  const end = first + count;
  const moved: Span = [
    from < first ? from : Math.max(first, from - count),
    to < first ? to : to < end ? first - 1 : to - count,
  ];
  return moved[0] > moved[1] ? null : moved;
}

/** The same for a box of cells. */
export function shiftBox(box: Box, shift: LineShift): Box | null {
  const span = shiftSpan(shift.axis === "rows" ? [box.top, box.bottom] : [box.left, box.right], shift);
  if (span === null) return null;
  const [first, last] = span;
  return shift.axis === "rows" ? { ...box, top: first, bottom: last } : { ...box, left: first, right: last };
}

/** The rows or columns that are inserted or deleted, whole. */
export function bandOf({ axis, first, count }: LineShift): Box {
  return axis === "rows"
    ? { top: first, bottom: first + count - 1, left: 0, right: lastColumn }
    : { top: 0, bottom: lastRow, left: first, right: first + count - 1 };
}
