import { type ReactNode, useEffect, useRef } from "react";
import { useStyles } from "./styles";

/** The heading of a view: where whoever opened it begins to read. The focus stays in the worksheet where it is there. */
export function ViewTitle({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.viewTitle}>
      {children}
    </h2>
  );
}
