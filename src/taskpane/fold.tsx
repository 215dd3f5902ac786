import type { ReactNode } from "react";
import { useStyles } from "./styles";

/** Details that fold: a line that opens what stands below it. */
export function Fold(props: {
  readonly line: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <details className={styles.fold} open={props.open}>
      <summary>{props.line}</summary>
      <div className={styles.foldBody}>{props.children}</div>
    </details>
  );
}
