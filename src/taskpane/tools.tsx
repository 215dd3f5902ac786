import { Button, Checkbox, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Fold } from "./fold";
import { onEscape } from "./on-escape";
import { SendTasks } from "./send-tasks";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

/** What the other actions do. */
export interface ToolActions {
  readonly sendTasks: () => void;
  readonly freeze: () => void;
  readonly createTemplates: () => void;
  readonly removeTabs: (everyTrace: boolean) => void;
}

function Removal({
  disabled,
  onlyRecord,
  remove,
}: {
  readonly disabled: boolean;
  /** 历史记录 alone is there, which goes with every trace only. */
  readonly onlyRecord: boolean;
  readonly remove: (everyTrace: boolean) => void;
}): ReactNode {
  const styles = useStyles();
  const { tools } = useTexts();
  const [asking, setAsking] = useState(false);
  const [everyTrace, setEveryTrace] = useState(false);
  const question = useId();
  const opener = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current && !asking) opener.current?.querySelector("button")?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <div ref={opener}>
        <Button size="small" disabledFocusable={disabled} onClick={() => setAsking(true)}>
          {tools.remove}
        </Button>
      </div>
    );
  return (
    <div
      className={styles.box}
      role="group"
      aria-label={tools.remove}
      aria-describedby={question}
      onKeyDown={onEscape(() => setAsking(false))}
    >
      <p id={question} className={styles.plainText}>
        {tools.removeAsk}
      </p>
      <Checkbox
        label={tools.removeTrace}
        checked={everyTrace}
        onChange={(_, { checked }) => setEveryTrace(checked === true)}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={onlyRecord && !everyTrace}
          onClick={() => {
            setAsking(false);
            remove(everyTrace);
          }}
        >
          {tools.confirm}
        </Button>
        <Button size="small" autoFocus onClick={() => setAsking(false)}>
          {tools.dismiss}
        </Button>
      </div>
    </div>
  );
}

/** An action, and below it what it does. */
function Tool({ hint, children }: { readonly hint: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-describedby={id} className={styles.tight}>
      {children}
      <p id={id} className={mergeClasses(styles.plainText, styles.quiet)}>
        {hint}
      </p>
    </div>
  );
}

/** The actions that are not part of an assessment. */
export function Tools({
  actions,
  disabled,
  assessed,
  removable,
}: {
  readonly actions: ToolActions;
  readonly disabled: boolean;
  readonly assessed: boolean;
  readonly removable: boolean;
}): ReactNode {
  const styles = useStyles();
  const { tools, tasks } = useTexts();
  return (
    <div className={styles.step}>
      <Fold line={tools.title}>
        <div className={styles.stack}>
          {assessed ? (
            <>
              <Tool hint={tasks.hint}>
                <SendTasks disabled={disabled} send={actions.sendTasks} />
              </Tool>
              <Tool hint={tools.freezeHint}>
                <div>
                  <Button size="small" disabledFocusable={disabled} onClick={actions.freeze}>
                    {tools.freeze}
                  </Button>
                </div>
              </Tool>
            </>
          ) : null}
          {removable ? (
            <Tool hint={tools.removeHint}>
              <Removal disabled={disabled} onlyRecord={!assessed} remove={actions.removeTabs} />
            </Tool>
          ) : null}
          <Tool hint={tools.createHint}>
            <div>
              <Button size="small" disabledFocusable={disabled} onClick={actions.createTemplates}>
                {tools.create}
              </Button>
            </div>
          </Tool>
        </div>
      </Fold>
    </div>
  );
}
