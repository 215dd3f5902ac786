import { Button, Link, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { PlacedFinding } from "../commands/run-chosen";
import { hasOwn } from "../core/has-own";
import { ISSUES } from "../core/issues";
import type { BranchChange, FigureChange, ResultChanges } from "../core/summary/result-changes";
import type { NamedCount } from "../core/summary/run-summary";
import { wordsFor } from "../i18n/message";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { Fold } from "./fold";
import { IssueList } from "./issue-list";
import { SendTasks } from "./send-tasks";
import type { Comparison, RunReport } from "./services";
import { useReach } from "./services-context";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { ViewTitle } from "./view-title";

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
  return (
    <>
      <dt className={styles.quiet}>{title}</dt>
      <dd>
        {counts.map(({ name, branches }) => (
          <span key={name}>
            {name} <span className={styles.number}>{branches}</span>
          </span>
        ))}
      </dd>
    </>
  );
}

function FindingsOf(props: {
  readonly level: PlacedFinding["level"];
  readonly findings: readonly PlacedFinding[];
  readonly open: boolean;
}): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  const { goTo } = useReach();
  const { level } = props;
  const own = props.findings.filter((finding) => finding.level === level);
  if (own.length === 0) return null;
  const line = (
    <>
      <span className={level === "红" ? styles.red : styles.yellow}>
        <span aria-hidden>{level === "红" ? "●" : "▲"}</span> {wordsFor(result.levels, level)}
      </span>{" "}
      {own.length}
    </>
  );
  return (
    <Fold line={line} open={props.open}>
      <ul role="list" className={styles.list}>
        {own.map(({ name, problem, place }, index) => {
          const text = result.finding({ branch: name, problem });
          return (
            <li key={index}>
              {place === null ? (
                text
              ) : (
                <Link as="button" inline onClick={() => goTo(place)}>
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

function Findings({ findings }: { readonly findings: readonly PlacedFinding[] }): ReactNode {
  const styles = useStyles();
  const { result } = useTexts();
  if (findings.length === 0) return <p className={styles.plainText}>{result.noFindings}</p>;
  return (
    <>
      <FindingsOf level="红" findings={findings} open />
      <FindingsOf level="黄" findings={findings} open={false} />
    </>
  );
}

/** Decimals with which the tabs show a figure. */
const DECIMALS: Readonly<Record<FigureChange["what"], number>> = { total: 1, fusion: 1, coordination: 3, linkage: 3 };

function figureText(what: FigureChange["what"], value: number | null, none: string): string {
  return value === null ? none : value.toFixed(DECIMALS[what]);
}

/** What changed for a branch in words; figures that are shown the same are left out. */
function changeText({ words, figures, problems }: BranchChange, { result, marks }: PaneTexts): string {
  return [
    ...words.map(({ what, before, now }) => ({
      what: result.what[what],
      before: before ?? result.none,
      now: now ?? result.none,
    })),
    ...figures.map(({ what, before, now }) => ({
      what: result.what[what],
      before: figureText(what, before, result.none),
      now: figureText(what, now, result.none),
    })),
    ...problems.map(({ problem, before, now }) => ({
      what: problem,
      before: wordsFor(result.levels, before),
      now: wordsFor(result.levels, now),
    })),
  ]
    .filter(({ before, now }) => before !== now)
    .map((change) => result.change(change))
    .join(marks.clause);
}

function changeLines(changes: ResultChanges, texts: PaneTexts): readonly string[] {
  const { result, marks } = texts;
  if (changes.period !== null)
    return [
      result.otherPeriod({
        before: texts.period.name(changes.period.before),
        now: texts.period.name(changes.period.now),
      }),
    ];
  const lines = [
    ...(changes.schemeChanged ? [result.schemeChanged] : []),
    ...(changes.newBranches.length > 0 ? [result.newBranches({ branches: changes.newBranches.join(marks.list) })] : []),
    ...(changes.goneBranches.length > 0
      ? [result.goneBranches({ branches: changes.goneBranches.join(marks.list) })]
      : []),
    ...changes.branches.flatMap((change) => {
      const text = changeText(change, texts);
      return text === "" ? [] : [result.changed({ branch: change.name, changes: text })];
    }),
    ...(changes.newIssues.length > 0 ? [result.newIssues({ count: changes.newIssues.length })] : []),
    ...(changes.solvedIssues.length > 0 ? [result.solvedIssues({ count: changes.solvedIssues.length })] : []),
  ];
  return lines.length > 0 ? lines : [result.noChanges];
}

/** What changed since the run before; nothing where an earlier result is shown again. */
function Changes({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  if (comparison.kind === "recalled") return null;
  const lines = comparison.kind === "first" ? [texts.result.first] : changeLines(comparison.changes, texts);
  return (
    <section className={styles.tight}>
      <h3 className={styles.sectionTitle}>{texts.result.changes}</h3>
      <ul role="list" className={styles.list}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Unassessed({ report }: { readonly report: RunReport }): ReactNode {
  const styles = useStyles();
  const { result, marks } = useTexts();
  const { unassessed } = report.summary;
  if (unassessed.length === 0) return null;
  const nameOf = (code: string) => [code, report.indicatorNames.get(code)].join(" ").trim();
  return (
    <Fold line={`${result.why}${marks.bracket({ text: unassessed.length })}`}>
      <ul role="list" className={styles.list}>
        {unassessed.map(({ code, branches, reasons }) => (
          <li key={code}>
            {result.whyLine({
              code: nameOf(code),
              branches,
              reason: reasons.map(({ text }) => text).join(marks.clause),
            })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/**
 * What a run came to: what the writing of the tabs has to say, three figures, findings and tabs as links, and what changed since the last run. Where 整改任务 was made, its tasks can
 * be sent to 任务清单 from here.
 */
export function ResultView({
  report,
  disabled,
  sendTasks,
  back,
}: {
  readonly report: RunReport;
  readonly disabled: boolean;
  readonly sendTasks: () => void;
  readonly back: () => void;
}): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const { result, marks } = texts;
  const { goTo } = useReach();
  const { summary, tabs } = report;
  const inLedgers = report.issues.filter(({ code }) => hasOwn(ISSUES, code));
  const inWriting = report.issues.filter(({ code }) => !hasOwn(ISSUES, code));
  const red = report.findings.filter(({ level }) => level === "红").length;
  return (
    <div className={styles.view}>
      <ViewTitle>{result.title({ period: texts.period.name(summary.period) })}</ViewTitle>
      {inWriting.length > 0 ? (
        <div className={styles.stale}>
          <IssueList issues={inWriting} />
        </div>
      ) : null}
      <div className={styles.figures}>
        <Figure number={summary.branches} label={result.branches} />
        <Figure number={red} label={result.red} {...(red > 0 ? { tone: styles.red } : {})} />
        <Figure number={summary.unassessed.length} label={result.unassessed} />
      </div>
      <dl className={styles.counts}>
        <Counts title={result.bands} counts={summary.bands} />
        <Counts title={result.fusionLevels} counts={summary.fusionLevels} />
        <Counts title={result.coordinationLevels} counts={summary.coordinationLevels} />
      </dl>
      <section className={styles.tight}>
        <h3 className={styles.sectionTitle}>{result.findings}</h3>
        <Findings findings={report.findings} />
      </section>
      <section className={styles.stack}>
        <h3 className={styles.sectionTitle}>{result.tabs}</h3>
        <ul role="list" className={styles.list}>
          {tabs.map(({ key, name }) => (
            <li key={key}>
              <Link as="button" inline onClick={() => goTo({ sheet: name, cell: "" })}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
        {tabs.some(({ key }) => key === "tasks") ? <SendTasks disabled={disabled} send={sendTasks} /> : null}
      </section>
      <Changes comparison={report.comparison} />
      <Unassessed report={report} />
      {inLedgers.length > 0 ? (
        <Fold line={`${result.issues}${marks.bracket({ text: inLedgers.length })}`}>
          <IssueList issues={inLedgers} />
        </Fold>
      ) : null}
      <div>
        <Button onClick={back}>{result.backToSteps}</Button>
      </div>
    </div>
  );
}
