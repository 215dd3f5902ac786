import { ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { ProblemBox } from "./issue-list";
import type { RunState } from "./pane-state";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

/** The name of a stage; a stage without words is the work as a whole. */
function stageName(texts: PaneTexts, stage: string): string {
  return Object.entries(texts.run.stages).find(([key]) => key === stage)?.[1] ?? texts.tools.working;
}

/** How far a run is: always in sight, above the button that cancels it. */
export function RunProgress({ run }: { readonly run: Extract<RunState, { kind: "running" }> }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const stage = stageName(texts, run.stage);
  const line = run.total > 1 ? texts.run.progress({ stage, done: run.done, total: run.total }) : stage;
  return (
    <div className={styles.tight}>
      {/* Only the stage is announced: the counts change too often to be read out. */}
      <span className={styles.hidden} role="status">
        {run.cancelling ? texts.run.cancelling : stage}
      </span>
      <p aria-hidden className={styles.plainText}>
        {run.cancelling ? texts.run.cancelling : line}
      </p>
      <ProgressBar aria-label={stage} value={run.total > 0 ? run.done / run.total : 0} />
    </div>
  );
}

/** Step 3 before there is a result: what will happen, or why it ended without one. */
export function RunStep({ run }: { readonly run: RunState }): ReactNode {
  const styles = useStyles();
  const texts = useTexts().run;
  switch (run.kind) {
    case "failed":
      return <ProblemBox title={texts.failed} issues={run.issues} />;
    case "cancelled":
      return (
        <p className={styles.plainText} role="status">
          {texts.cancelled}
        </p>
      );
    case "none":
    case "running":
    case "done":
      return <p className={styles.plainText}>{texts.ready}</p>;
  }
}
