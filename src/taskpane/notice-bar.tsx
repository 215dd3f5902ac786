import { Button, Spinner } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { IssueList, ProblemBox } from "./issue-list";
import { onEscape } from "./on-escape";
import type { Notice } from "./pane-state";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { useStandstill } from "./use-standstill";
import { NOTICE } from "./use-kept-focus";

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
  const { problem, tools, run } = useTexts();
  const told = notice === null || notice.kind === "failed" ? null : notice;
  const still = useStandstill(busy);
  return (
    <>
      <div className={busy || told !== null ? styles.notice : undefined} onKeyDown={onEscape(dismiss)}>
        {/* The button stands outside: it is no news. */}
        <div role="status" className={styles.noticeText}>
          {busy ? (
            <div className={styles.spinner}>
              <Spinner size="tiny" label={tools.working} labelPosition="after" />
            </div>
          ) : null}
          {still ? <p className={styles.plainText}>{run.editing}</p> : null}
          {told === null ? null : (
            <div id={NOTICE} tabIndex={-1}>
              <p className={styles.plainText}>
                <NoticeText notice={told} />
              </p>
              {told.kind === "ribbon" && told.issues.length > 0 ? <IssueList issues={told.issues} /> : null}
            </div>
          )}
        </div>
        {told === null ? null : (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={problem.dismiss}
            onClick={dismiss}
          />
        )}
      </div>
      {notice?.kind === "failed" ? (
        <div id={NOTICE} tabIndex={-1} className={styles.notice} onKeyDown={onEscape(dismiss)}>
          <ProblemBox title={problem.title} issues={notice.issues} dismiss={dismiss} />
        </div>
      ) : null}
    </>
  );
}
