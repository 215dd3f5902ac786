import { mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useTexts } from "./texts";
import { useStyles } from "./styles";

/** Where a step stands in the clerk's order. */
export type StepState = "done" | "current" | "next" | "problem";

/** One of the three steps: its number, its title and what it holds. */
export function Step(props: {
  readonly number: number;
  /** The id of its heading, where something leads there. */
  readonly id?: string;
  readonly title: string;
  readonly state: StepState;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { stepState } = useTexts();
  const made = useId();
  const title = props.id ?? made;
  return (
    <section className={styles.step} aria-labelledby={title}>
      <div className={styles.stepHead}>
        <span aria-hidden className={mergeClasses(styles.stepNumber, props.state === "done" && styles.stepDone)}>
          {props.state === "done" ? "✓" : props.state === "problem" ? "!" : props.number}
        </span>
        <h2 id={title} tabIndex={-1} className={styles.stepTitle}>
          {props.title}
          <span className={styles.hidden}>{` · ${stepState[props.state]}`}</span>
        </h2>
      </div>
      <div className={styles.stepBody}>{props.children}</div>
    </section>
  );
}
