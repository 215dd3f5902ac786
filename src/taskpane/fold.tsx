import { type ReactNode, useState } from "react";
import { useStyles } from "./styles";

/** Details that fold: a line that opens what stands below it. `open` says how it begins; after that it is the reader's. */
export function Fold(props: {
  readonly line: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [open] = useState(props.open);
  return (
    <details className={styles.fold} open={open}>
      <summary>{props.line}</summary>
      <div className={styles.foldBody}>{props.children}</div>
    </details>
  );
}
