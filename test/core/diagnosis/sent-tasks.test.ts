import { run } from "../../../src/core/run";
import type { CellValue, WorkbookGrids } from "../../../src/core/grid";
import { sheetOf, workbookOf } from "../../support/grid-builder";

const TASK = "活动方案先写业务结合点再报批，写不出结合点的暂不列入计划，活动后在台账中如实登记";
const ROSTER = sheetOf("支部名册", [
  ["支部", "支部书记"],
  ["第一检察部党支部", "甲"],
  ["第二检察部党支部", "乙"],
]);
const activities = sheetOf("活动台账", [
  ["支部", "日期", "类别", "业务结合点"],
  ...["第一检察部党支部", "第二检察部党支部"].flatMap((branch) =>
    [44260, 44292, 44323].map((day): CellValue[] => [branch, day, "联学联建", null]),
  ),
]);

function sentOf(grids: WorkbookGrids) {
  const steps = run(grids, { period: "2021", asOf: null, formula: null });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (step.value.kind === "refused") throw new Error(step.value.because);
    return step.value.assessment.branches.map(({ measures }) => measures.find(({ task }) => task === TASK)?.sent);
  }
}
const tasks = (name: string, ...rows: readonly CellValue[][]) => sheetOf(name, [["支部", "任务", "期限"], ...rows]);

describe("a proposed task", () => {
  it("is not sent where 任务清单 does not have it", () => {
    expect(sentOf(workbookOf([ROSTER, activities]))).toEqual([null, null]);
    expect(
      sentOf(workbookOf([ROSTER, activities, tasks("任务清单", ["第一检察部党支部", "别的任务", 44600])])),
    ).toEqual([null, null]);
  });

  it("is found in any range of 任务清单 by branch and task, whatever its 期限 and spacing", () => {
    const grids = workbookOf([
      ROSTER,
      activities,
      tasks("任务清单", ["第一检察部", "别的任务", 44600]),
      tasks("任务清单（整改）", ["第二检察部党支部", `${TASK} `, null], ["第二检察部党支部", TASK, 44600]),
    ]);
    expect(sentOf(grids)).toEqual([null, { sheet: "任务清单（整改）", cell: "B2" }]);
  });
});
