import type { CellValue } from "../grid";
import type { BranchResolver } from "./branches";
import { fieldOf } from "./ledger";
import { readDate } from "./read-date";
import { comparable, textOf } from "./text";
import type { WorkbookRanges } from "./workbook-ranges";

/** What tells two tasks apart. */
interface TaskCells {
  readonly branch: CellValue;
  readonly task: CellValue;
  readonly due: CellValue;
}

/** Days that are written without a year do not occur among deadlines that are compared. */
const NO_PERIOD = { first: 0, last: 0 };

function keyOf({ branch, task, due }: TaskCells, resolve: BranchResolver, date1904: boolean): string {
  const name = textOf(branch);
  const day = readDate(due, { period: NO_PERIOD, date1904 }) ?? comparable(textOf(due));
  return [resolve(name, "").join("+") || comparable(name), comparable(textOf(task)), day].join("\u0000");
}

/**
 * Of the given tasks, those that no range of 任务清单 holds yet and that none before them equals: another branch, another task or
 * another 期限 is another task.
 */
export function unsentTasks<T extends { readonly branch: string; readonly task: string; readonly due: CellValue }>(
  tasks: readonly T[],
  { ranges, resolve }: Pick<WorkbookRanges, "ranges" | "resolve">,
  date1904: boolean,
): readonly T[] {
  const known = new Set(
    ranges
      .filter(({ range }) => range.table.name === "任务清单")
      .flatMap(({ range, rows }) =>
        rows.map((row) => {
          const cell = (field: string): CellValue => fieldOf({ range, ...row }, field);
          return keyOf({ branch: cell("支部"), task: cell("任务"), due: cell("期限") }, resolve, date1904);
        }),
      ),
  );
  return tasks.filter((task) => {
    const key = keyOf(task, resolve, date1904);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
