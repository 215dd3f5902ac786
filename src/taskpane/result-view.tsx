import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import type { BranchChange, ResultChanges } from "../core/summary/result-changes";
import type { NamedCount, RunSummary, SummaryFinding } from "../core/summary/run-summary";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { Fold } from "./fold";
import { IssueList } from "./issue-list";
import type { RunReport } from "./services";
import { useReach } from "./services-context";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

function Figure({
  number,
  label,
  tone,
}: {
  readonly number: number;
  readonly label: string;
  readonly tone?: string;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.figure}>
      <span className={mergeClasses(styles.figureNumber, tone)}>{number}</span>
      <span className={styles.quiet}>{label}</span>
    </div>
  );
}

function Counts({ title, counts }: { readonly title: string; readonly counts: readonly NamedCount[] }): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  return (
    <div className={styles.row}>
      <span className={styles.strong}>{title}</span>
      {counts.map(({ name, branches }) => (
        <span key={name}>{result.count({ name, branches })}</span>
      ))}
    </div>
  );
}

/** The problems of each branch, in the order of the findings. */
function byBranch(
  findings: readonly SummaryFinding[],
): readonly { readonly branch: string; readonly problems: string }[] {
  const groups = new Map<string, { readonly branch: string; readonly problems: string[] }>();
  for (const { branch, unit, problem } of findings) {
    const key = `${unit ?? ""}\u0000${branch}`;
    const group = groups.get(key) ?? { branch, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ branch, problems }) => ({ branch, problems: problems.join("、") }));
}

function FindingsOf(props: {
  readonly level: SummaryFinding["level"];
  readonly findings: readonly SummaryFinding[];
  readonly open: boolean;
  readonly diagnosis: string | null;
}): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  const { showTab } = useReach();
  const { level, diagnosis } = props;
  const own = props.findings.filter((finding) => finding.level === level);
  if (own.length === 0) return null;
  const line = (
    <>
      <span className={level === "红" ? styles.red : styles.yellow}>{level === "红" ? "● 红" : "▲ 黄"}</span>{" "}
      {own.length}
    </>
  );
  return (
    <Fold line={line} open={props.open}>
      <ul className={styles.list}>
        {byBranch(own).map(({ branch, problems }) => {
          const text = result.finding({ branch, problem: problems });
          return (
            <li key={text}>
              {diagnosis === null ? (
                text
              ) : (
                <Link as="button" inline onClick={() => showTab(diagnosis)}>
                  {text}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

function Findings({
  findings,
  diagnosis,
}: {
  readonly findings: readonly SummaryFinding[];
  readonly diagnosis: string | null;
}): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  if (findings.length === 0) return <p className={styles.plainText}>{result.noFindings}</p>;
  return (
    <>
      <FindingsOf level="红" findings={findings} open diagnosis={diagnosis} />
      <FindingsOf level="黄" findings={findings} open={false} diagnosis={diagnosis} />
    </>
  );
}

function figureText(value: number | string | null, none: string): string {
  return typeof value === "number" ? String(Number(value.toFixed(3))) : (value ?? none);
}

function changeText({ words, figures, problems }: BranchChange, { result }: PaneTexts): string {
  return [
    ...[...words, ...figures].map(({ what, before, now }) =>
      result.change({
        what: result.what[what],
        before: figureText(before, result.none),
        now: figureText(now, result.none),
      }),
    ),
    ...problems.map(({ problem, before, now }) => result.change({ what: problem, before, now })),
  ].join("；");
}

function changeLines(changes: ResultChanges, texts: PaneTexts): readonly string[] {
  const { result } = texts;
  if (changes.period !== null) return [result.otherPeriod({ ...changes.period })];
  const lines = [
    ...(changes.schemeChanged ? [result.schemeChanged] : []),
    ...(changes.newBranches.length > 0 ? [result.newBranches({ branches: changes.newBranches.join("、") })] : []),
    ...(changes.goneBranches.length > 0 ? [result.goneBranches({ branches: changes.goneBranches.join("、") })] : []),
    ...changes.branches.map((change) => result.changed({ branch: change.branch, changes: changeText(change, texts) })),
    ...(changes.newIssues.length > 0 ? [result.newIssues({ count: changes.newIssues.length })] : []),
    ...(changes.solvedIssues.length > 0 ? [result.solvedIssues({ count: changes.solvedIssues.length })] : []),
  ];
  return lines.length > 0 ? lines : [result.noChanges];
}

function Unassessed({ unassessed }: { readonly unassessed: RunSummary["unassessed"] }): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  if (unassessed.length === 0) return null;
  return (
    <Fold line={`${result.why} (${unassessed.length})`}>
      <ul className={styles.list}>
        {unassessed.map(({ code, branches, reasons }) => (
          <li key={code}>{result.whyLine({ code, branches, reason: reasons.map(({ text }) => text).join("；") })}</li>
        ))}
      </ul>
    </Fold>
  );
}

/** What a run came to: three figures, findings and tabs as links, and what changed since the last run. */
export function ResultView({ report, back }: { readonly report: RunReport; readonly back: () => void }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const { result } = texts;
  const { showTab } = useReach();
  const { summary, changes, tabs, issues } = report;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const red = summary.findings.filter(({ level }) => level === "红").length;
  const diagnosis = tabs.find(({ key }) => key === "diagnosis")?.name ?? null;
  const lines = changes === null ? [result.first] : changeLines(changes, texts);
  return (
    <div className={styles.view}>
      <h2 ref={heading} tabIndex={-1} className={styles.viewTitle}>
        {result.title({ period: summary.period })}
      </h2>
      <span className={styles.hidden} role="status">
        {result.done({ branches: summary.branches })}
      </span>
      <div className={styles.figures}>
        <Figure number={summary.branches} label={result.branches} />
        <Figure number={red} label={result.red} {...(red > 0 ? { tone: styles.red } : {})} />
        <Figure number={summary.unassessed.length} label={result.unassessed} />
      </div>
      <div className={styles.tight}>
        <Counts title={result.bands} counts={summary.bands} />
        <Counts title={result.fusionLevels} counts={summary.fusionLevels} />
        <Counts title={result.coordinationLevels} counts={summary.coordinationLevels} />
      </div>
      <section className={styles.tight}>
        <h3 className={styles.sectionTitle}>{result.findings}</h3>
        <Findings findings={summary.findings} diagnosis={diagnosis} />
      </section>
      <section className={styles.tight}>
        <h3 className={styles.sectionTitle}>{result.tabs}</h3>
        <ul className={styles.list}>
          {tabs.map(({ key, name }) => (
            <li key={key}>
              <Link as="button" onClick={() => showTab(name)}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.tight}>
        <h3 className={styles.sectionTitle}>{result.changes}</h3>
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Unassessed unassessed={summary.unassessed} />
      {issues.length > 0 ? (
        <Fold line={`${result.issues} (${issues.length})`}>
          <IssueList issues={issues} />
        </Fold>
      ) : null}
      <div>
        <Button onClick={back}>{result.backToSteps}</Button>
      </div>
    </div>
  );
}
