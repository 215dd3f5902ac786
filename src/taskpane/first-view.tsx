import { Button, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

/** What a clerk sees the first time: the order of work and the promise that nothing of hers is changed. */
export function FirstView({ start }: { readonly start: () => void }): ReactNode {
  const styles = useStyles();
  const { first } = useTexts();
  return (
    <div className={styles.view}>
      <h2 className={styles.viewTitle}>{first.title}</h2>
      <ol className={mergeClasses(styles.stack, styles.numbered)}>
        {first.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.plainText}>{first.promise}</p>
      <div className={styles.bottom}>
        <Button className={styles.wide} appearance="primary" onClick={start}>
          {first.start}
        </Button>
      </div>
    </div>
  );
}
