import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Issue, Place } from "../core/issue";
import { useReach } from "./services-context";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

/** A place as the clerk reads it: 活动台账!B7. */
function placeName({ sheet, cell }: Place): string {
  return cell === "" ? sheet : `${sheet}!${cell}`;
}

/** A cell of the workbook as a link that goes there. */
export function PlaceLink({ place }: { readonly place: Place }): ReactNode {
  const { goTo } = useReach();
  const { ledgers } = useTexts();
  const name = placeName(place);
  return (
    <Link as="button" inline aria-label={ledgers.open({ place: name })} onClick={() => goTo(place)}>
      {name}
    </Link>
  );
}

/** What to do about an issue, below its sentence. */
export function Fix({ issue }: { readonly issue: Issue }): ReactNode {
  const styles = useStyles();
  const { services } = useReach();
  const text = services.fix(issue);
  return text === "" ? null : <p className={mergeClasses(styles.plainText, styles.quiet)}>{text}</p>;
}

/** Sentences of issues, each with a link to its cell and, where `fixes` asks for it, with what to do. */
export function IssueList({
  issues,
  fixes = false,
}: {
  readonly issues: readonly Issue[];
  readonly fixes?: boolean;
}): ReactNode {
  const styles = useStyles();
  const { services } = useReach();
  return (
    <ul role="list" className={styles.list}>
      {issues.map((issue, index) => (
        <li key={index}>
          <p className={styles.plainText}>
            {services.sentence(issue)} {issue.place === null ? null : <PlaceLink place={issue.place} />}
          </p>
          {fixes ? <Fix issue={issue} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Copies text without the clipboard interface, which Excel's frames often forbid; the focus goes back to `button`. */
function copyText(text: string, button: HTMLElement): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  button.focus();
  return copied;
}

/** What went wrong, where, and what to do; it can be copied for whoever helps. */
export function ProblemBox({
  title,
  issues,
  dismiss,
}: {
  readonly title: string;
  readonly issues: readonly Issue[];
  readonly dismiss?: () => void;
}): ReactNode {
  const styles = useStyles();
  const { problem } = useTexts();
  const { services } = useReach();
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = [
    title,
    ...issues.flatMap((issue) => {
      const [detail, fix] = [services.detail(issue), services.fix(issue)];
      return [
        services.sentence(issue),
        ...(fix === "" ? [] : [fix]),
        ...(issue.place === null ? [] : [problem.place({ place: placeName(issue.place) })]),
        ...(detail === null ? [] : [problem.detail({ detail })]),
      ];
    }),
  ].join("\n");
  return (
    <div className={styles.box}>
      {/* The buttons stand outside: what they say of themselves is not the alert once more. */}
      <div className={styles.stack} role="alert">
        <strong>{title}</strong>
        <IssueList issues={issues} fixes />
      </div>
      <div className={styles.buttons}>
        <Button size="small" onClick={({ currentTarget }) => setCopied(copyText(text, currentTarget))}>
          {copied === null ? problem.copy : copied ? problem.copied : problem.notCopied}
        </Button>
        {dismiss === undefined ? null : (
          <Button size="small" onClick={dismiss}>
            {problem.dismiss}
          </Button>
        )}
      </div>
    </div>
  );
}
