import type { Assessment } from "../assessment/assessment";
import type { ReportChoices } from "../choices";
import { stepwise } from "../steps";
import { BRANCH_PAGE_WIDTHS, branchKey, branchPage, type BranchDrawing } from "./branch-page";
import { branchLabel } from "./branches";
import { heading, type Heading, type TabName } from "./heading";
import { page, type DrawnTab } from "./page";
import type { ReportMessages } from "./report-messages";
import { sheetNames } from "./sheet-names";

const KIND = "branch";

/** The tabs of 支部评估表 by the clerk's choice: one with a page a branch, or one a branch, named after it. */
export function branchTabNames(
  assessment: Assessment,
  branchPages: ReportChoices["branchPages"],
  messages: ReportMessages,
): readonly TabName[] {
  if (branchPages === "one") return [{ key: KIND, name: messages.tabs.branch }];
  const wanted = assessment.branches.map((branch) => ({
    key: `${KIND}/${branchKey(branch)}`,
    name: messages.branchPage.tabName(branchLabel(assessment, branch)),
  }));
  return sheetNames(wanted, Object.values(messages.tabs));
}

/** The tabs of 支部评估表, as `branchTabNames` names them. The page of a branch is the same in both choices. Pauses by yielding, branch by branch. */
export function* branchTabs(
  assessment: Assessment,
  messages: ReportMessages,
  tabs: readonly TabName[],
  drawing: Pick<BranchDrawing, "scores" | "bodySize" | "problemAt">,
): Generator<void, readonly DrawnTab[]> {
  const ours = tabs.filter(({ key }) => key === KIND || key.startsWith(`${KIND}/`));
  const each = ours.length > 1 || ours[0]?.key !== KIND;
  const drawn: DrawnTab[] = [];
  for (const [index, { key, name }] of ours.entries()) {
    const sheet = page(BRANCH_PAGE_WIDTHS);
    const head: Heading = { key, name: messages.tabs.branch, tabs, bodySize: drawing.bodySize };
    const frame = heading(sheet, head, assessment, messages);
    const own = { ...drawing, sheet, tab: name, assessment, messages };
    if (each) branchPage(own, index, false);
    else yield* stepwise(assessment.branches, (_, at) => branchPage(own, at, at > 0));
    drawn.push(
      sheet.tab({
        ...frame,
        name,
        orientation: "portrait",
        freeze: { rows: 0, columns: 0 },
      }),
    );
    yield;
  }
  return drawn;
}
