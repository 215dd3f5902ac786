import { Button, Spinner } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type ReactNode, useEffect, useRef } from "react";
import { IssueList, ProblemBox } from "./issue-list";
import type { Notice } from "./pane-state";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

function NoticeText({ notice }: { readonly notice: Exclude<Notice, { kind: "failed" }> }): ReactNode {
  const { ribbon, result } = useTexts();
  switch (notice.kind) {
    case "told":
      return notice.text;
    case "ribbon":
      return ribbon.done({ command: ribbon.commands[notice.command] });
    case "nothingToRecall":
      return result.gone;
  }
}

/** What is being done, then what came of it: always in sight, above the primary button. */
export function NoticeBar({
  notice,
  busy,
  dismiss,
}: {
  readonly notice: Notice | null;
  readonly busy: boolean;
  readonly dismiss: () => void;
}): ReactNode {
  const styles = useStyles();
  const { problem, tools } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus may be gone with what it did.
    if (notice !== null && document.hasFocus() && document.activeElement === document.body) bar.current?.focus();
  }, [notice]);
  return (
    <>
      <div role="status">
        {busy ? (
          <div className={styles.notice}>
            <Spinner size="tiny" label={tools.working} labelPosition="after" />
          </div>
        ) : null}
        {notice === null || notice.kind === "failed" ? null : (
          <div ref={bar} tabIndex={-1} className={styles.notice}>
            <div className={styles.noticeText}>
              <p className={styles.plainText}>
                <NoticeText notice={notice} />
              </p>
              {notice.kind === "ribbon" && notice.issues.length > 0 ? <IssueList issues={notice.issues} /> : null}
            </div>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={problem.dismiss}
              onClick={dismiss}
            />
          </div>
        )}
      </div>
      {notice?.kind === "failed" ? (
        <div ref={bar} tabIndex={-1} className={styles.notice}>
          <ProblemBox title={problem.title} issues={notice.issues} dismiss={dismiss} />
        </div>
      ) : null}
    </>
  );
}
