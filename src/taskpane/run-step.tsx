import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { ProblemBox } from "./issue-list";
import type { RunState } from "./pane-state";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

/** The name of a stage; a stage without words is the work as a whole. */
function stageName(texts: PaneTexts, stage: string): string {
  return Object.entries(texts.run.stages).find(([key]) => key === stage)?.[1] ?? texts.tools.working;
}

/** How long a run may stand still before the clerk is told what Excel may be waiting for, in milliseconds. */
const STANDSTILL = 3000;

/** Whether a run stands still: Excel makes it wait while a cell is being edited. */
function useStandstill({ stage, done }: { readonly stage: string; readonly done: number }): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    setStill(false);
    const timer = setTimeout(() => setStill(true), STANDSTILL);
    return () => clearTimeout(timer);
  }, [stage, done]);
  return still;
}

/** How far a run is: always in sight, above the button that cancels it. */
export function RunProgress({ run }: { readonly run: Extract<RunState, { kind: "running" }> }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (document.hasFocus()) own.current?.focus();
  }, []);
  const still = useStandstill(run);
  const stage = stageName(texts, run.stage);
  const line = run.total > 1 ? texts.run.progress({ stage, done: run.done, total: run.total }) : stage;
  // The tabs are written by then: what is called off is the wait for their formulas.
  const comparing = run.stage === "compare";
  const cancelling = run.cancelling && !comparing;
  return (
    <div ref={own} tabIndex={-1} className={styles.tight}>
      {/* Only the stage is announced: the counts change too often to be read out. */}
      <span className={styles.hidden} role="status">
        {cancelling ? texts.run.cancelling : stage}
      </span>
      <p aria-hidden className={styles.plainText}>
        {cancelling ? texts.run.cancelling : line}
      </p>
      <p className={styles.plainText} role="status">
        {comparing ? texts.run.comparing : still ? texts.run.editing : ""}
      </p>
      <ProgressBar aria-label={stage} value={run.total > 0 ? run.done / run.total : 0} />
    </div>
  );
}

/** How a run ended without a result. It has the focus, for the button that was pressed is gone. */
function Ended({ run }: { readonly run: Extract<RunState, { kind: "failed" | "cancelled" }> }): ReactNode {
  const styles = useStyles();
  const texts = useTexts().run;
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.hasFocus()) own.current?.focus();
    else own.current?.scrollIntoView({ block: "nearest" });
  }, [run]);
  return (
    <div ref={own} tabIndex={-1}>
      {run.kind === "failed" ? (
        <ProblemBox title={texts.failed} issues={run.issues} />
      ) : (
        <p className={styles.plainText} role="status">
          {texts.cancelled}
        </p>
      )}
    </div>
  );
}

/** Step 3 before there is a result: what will happen, or why it ended without one; an earlier result can be shown again. */
export function RunStep(props: {
  readonly run: RunState;
  readonly assessed: boolean;
  readonly disabled: boolean;
  readonly recall: () => void;
}): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const { run } = props;
  return (
    <>
      {run.kind === "failed" || run.kind === "cancelled" ? (
        <Ended run={run} />
      ) : (
        <p className={styles.plainText}>{texts.run.ready}</p>
      )}
      {props.assessed ? (
        <div>
          <Button size="small" disabledFocusable={props.disabled} onClick={props.recall}>
            {texts.result.recall}
          </Button>
        </div>
      ) : null}
    </>
  );
}
