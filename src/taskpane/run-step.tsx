import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { ProblemBox } from "./issue-list";
import type { RunState } from "./pane-state";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { useStandstill } from "./use-standstill";

type Running = Extract<RunState, { kind: "running" }>;

/** Whether a run is being called off; of one whose tabs are written it is the wait for their formulas alone, which ends at once. */
function isCalledOff({ stage, cancelling }: Running): boolean {
  return cancelling && stage !== "compare";
}

/** What a run does, in words: its stage, or that it is being called off. */
export function runWords(words: PaneTexts["run"], run: Running): string {
  const stage = Object.entries(words.stages).find(([key]) => key === run.stage)?.[1];
  return isCalledOff(run) ? words.cancelling : (stage ?? words.start);
}

/** How far a run is: always in sight, above the button that cancels it. */
export function RunProgress({ run }: { readonly run: Running }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (document.hasFocus()) own.current?.focus();
  }, []);
  const still = useStandstill(`${run.stage} ${run.done}`);
  const stage = runWords(texts.run, run);
  const counts = run.total > 1 && !isCalledOff(run);
  return (
    <div ref={own} tabIndex={-1} role="group" aria-label={stage} className={styles.tight}>
      {/* Only the stage is said aloud, by the pane: the counts change too often to be read out. */}
      <p aria-hidden className={styles.plainText}>
        {counts ? texts.run.progress({ stage, done: run.done, total: run.total }) : stage}
      </p>
      <p className={styles.plainText} role="status">
        {run.stage === "compare" ? texts.run.comparing : still ? texts.run.editing : ""}
      </p>
      <ProgressBar aria-label={stage} value={run.total > 0 ? run.done / run.total : 0} />
    </div>
  );
}

/** Ends of runs that have had the focus: whoever comes back to the steps later goes on where she was. */
const attended = new WeakSet<RunState>();

/** What will happen or what is in its way, or how a run ended without a result: then it has the focus, for the button that was pressed is gone. */
function Outlook({ run, obstacle }: { readonly run: RunState; readonly obstacle: string | null }): ReactNode {
  const styles = useStyles();
  const texts = useTexts().run;
  const own = useRef<HTMLDivElement>(null);
  const isEnded = run.kind === "failed" || run.kind === "cancelled";
  useEffect(() => {
    if (!isEnded || attended.has(run)) return;
    attended.add(run);
    if (document.hasFocus()) own.current?.focus();
    else own.current?.scrollIntoView({ block: "nearest" });
  }, [isEnded, run]);
  return (
    <div ref={own} tabIndex={-1}>
      {/* Always there: what arrives with its place is not read out. */}
      <div role="status">{run.kind === "cancelled" ? <p className={styles.plainText}>{texts.cancelled}</p> : null}</div>
      {run.kind === "failed" ? <ProblemBox title={texts.failed} issues={run.issues} /> : null}
      {isEnded ? null : <p className={styles.plainText}>{obstacle ?? texts.ready}</p>}
    </div>
  );
}

/** Step 3 before there is a result: what will happen or what is in its way, or why it ended without one; an earlier result can be shown again. */
export function RunStep(props: {
  readonly run: RunState;
  /** What keeps the workbook from being assessed; `null` where nothing does. */
  readonly obstacle: string | null;
  readonly assessed: boolean;
  readonly disabled: boolean;
  readonly recall: () => void;
}): ReactNode {
  const texts = useTexts();
  return (
    <>
      <Outlook run={props.run} obstacle={props.obstacle} />
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
