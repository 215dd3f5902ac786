import { Button, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { TasksPlan } from "../commands/send-tasks";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { ProblemBox } from "./issue-list";
import { onEscape } from "./on-escape";
import type { Done } from "./services";
import { useReach } from "./services-context";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

type Asking =
  | { readonly kind: "no" }
  | { readonly kind: "looking" }
  | { readonly kind: "asked"; readonly planned: Done<TasksPlan> };

/** What sending will do, sentence by sentence. */
function planLines({ tasks, unsent, gone, sheet, isNew }: TasksPlan, { tasks: words }: PaneTexts): readonly string[] {
  const dropped = gone > 0 ? [words.gone({ gone })] : [];
  if (unsent === 0) return [words.nothing({ tasks }), ...dropped];
  return [
    isNew ? words.newSheet({ sheet, unsent }) : words.addRows({ sheet, unsent }),
    ...(tasks > unsent ? [words.there({ there: tasks - unsent })] : []),
    ...dropped,
    words.deployment,
  ];
}

/** 发送到任务清单: says what will be written where, and does it once that is confirmed. */
export function SendTasks({ disabled, send }: { readonly disabled: boolean; readonly send: () => void }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const { tasks: words } = texts;
  const { services } = useReach();
  const [asking, setAsking] = useState<Asking>({ kind: "no" });
  const opener = useRef<HTMLDivElement>(null);
  const waiting = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const plan = useId();
  useEffect(() => {
    if (asked.current && asking.kind === "no") opener.current?.querySelector("button")?.focus();
    if (asking.kind === "looking") waiting.current?.focus();
    asked.current = asking.kind !== "no";
  }, [asking]);
  const ask = async () => {
    setAsking({ kind: "looking" });
    setAsking({ kind: "asked", planned: await services.planTasks() });
  };
  if (asking.kind === "no")
    return (
      <div ref={opener}>
        <Button size="small" disabledFocusable={disabled} onClick={() => void ask()}>
          {words.send}
        </Button>
      </div>
    );
  if (asking.kind === "looking")
    return (
      <div ref={waiting} tabIndex={-1} className={styles.spinner}>
        <Spinner size="tiny" label={words.looking} />
      </div>
    );
  const { planned } = asking;
  const canSend = planned.ok && planned.value.unsent > 0;
  return (
    <div
      className={styles.box}
      role="group"
      aria-label={words.send}
      aria-describedby={plan}
      onKeyDown={onEscape(() => setAsking({ kind: "no" }))}
    >
      <div id={plan} className={styles.stack}>
        {planned.ok ? (
          planLines(planned.value, texts).map((line) => (
            <p key={line} className={styles.plainText}>
              {line}
            </p>
          ))
        ) : (
          <ProblemBox title={texts.problem.title} issues={planned.issues} />
        )}
      </div>
      <div className={styles.buttons}>
        {canSend ? (
          <Button
            size="small"
            disabledFocusable={disabled}
            onClick={() => {
              setAsking({ kind: "no" });
              send();
            }}
          >
            {words.confirm}
          </Button>
        ) : null}
        <Button size="small" autoFocus onClick={() => setAsking({ kind: "no" })}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
