import { Button, Link, Spinner, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Severity } from "../core/issue";
import type { ProblemGroup, TableLook, WorkbookLook } from "../core/look/look";
import { Fold } from "./fold";
import { Fix, PlaceLink, ProblemBox } from "./issue-list";
import type { ColumnsToConfirm } from "./mapping-view";
import type { LookState } from "./pane-state";
import { useReach } from "./services-context";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { useStandstill } from "./use-standstill";

/** Places of one problem that the pane lists; the tab 数据核验 has them all. */
const MOST_PLACES = 20;

/** What the ledgers step can ask of the pane. */
export interface LedgerActions {
  readonly lookAgain: () => void;
  readonly mapColumns: (range: ColumnsToConfirm) => void;
  readonly createTemplates: () => void;
}

const SIGN = { found: "✓", toConfirm: "?", missing: "–" } as const;

function Days({ days }: { readonly days: TableLook["days"] }): ReactNode {
  const { ledgers } = useTexts();
  return days === null ? null : <span>{ledgers.days({ ...days })}</span>;
}

/** The id of the link that opens the columns of a range: the focus comes back to it. */
function columnsId({ sheet, area }: { readonly sheet: string; readonly area: string }): string {
  return `columns ${sheet}!${area}`;
}

function TableLine(props: {
  readonly table: TableLook;
  readonly disabled: boolean;
  readonly actions: LedgerActions;
}): ReactNode {
  const { table, disabled, actions } = props;
  const styles = useStyles();
  const { ledgers, marks } = useTexts();
  const tone = table.state === "found" ? styles.green : table.state === "toConfirm" ? styles.yellow : undefined;
  return (
    <li className={styles.tight}>
      <div className={styles.row}>
        <span aria-hidden className={tone}>
          {SIGN[table.state]}
        </span>
        <span className={styles.strong}>{table.table}</span>
        <span className={mergeClasses(styles.quiet, styles.rowEnd)}>{ledgers.state[table.state]}</span>
      </div>
      {table.ranges.map((range) => (
        <div key={`${range.sheet}!${range.area}`} className={mergeClasses(styles.row, styles.quiet)}>
          <PlaceLink place={{ sheet: range.sheet, cell: range.area }} />
          <span>{ledgers.rows({ rows: range.rows })}</span>
          <Days days={range.days} />
          <Link
            as="button"
            inline
            id={columnsId(range)}
            disabled={disabled}
            aria-label={ledgers.columnsOf({ sheet: range.sheet })}
            onClick={() => actions.mapColumns(range)}
          >
            {ledgers.columns}
          </Link>
        </div>
      ))}
      {table.ranges.some(({ missing }) => missing.length > 0) ? (
        <p className={mergeClasses(styles.plainText, styles.quiet)}>
          {ledgers.lacking({
            columns: [...new Set(table.ranges.flatMap(({ missing }) => missing.map(({ field }) => field)))].join(
              marks.list,
            ),
          })}
        </p>
      ) : null}
      {table.unassessed.length > 0 ? (
        <p className={mergeClasses(styles.plainText, styles.quiet)}>
          {ledgers.leaves({ indicators: table.unassessed.map(({ code, name }) => `${code} ${name}`).join(marks.list) })}
        </p>
      ) : null}
    </li>
  );
}

interface SeenProps {
  readonly look: WorkbookLook;
  readonly disabled: boolean;
  readonly actions: LedgerActions;
}

function Candidates({ look, disabled, actions }: SeenProps): ReactNode {
  const styles = useStyles();
  const { ledgers } = useTexts();
  if (look.candidates.length === 0) return null;
  return (
    <div className={styles.tight}>
      <h3 className={styles.sectionTitle}>{ledgers.notRead}</h3>
      <ul role="list" className={styles.list}>
        {look.candidates.map((candidate) => (
          <li key={candidate.sheet} className={styles.row}>
            <PlaceLink place={{ sheet: candidate.sheet, cell: candidate.area }} />
            <span className={styles.quiet}>
              {candidate.table === null ? null : ledgers.likely({ table: candidate.table })}
            </span>
            <Link
              as="button"
              inline
              id={columnsId(candidate)}
              disabled={disabled}
              aria-label={ledgers.columnsOf({ sheet: candidate.sheet })}
              onClick={() =>
                actions.mapColumns({
                  sheet: candidate.sheet,
                  table: candidate.table ?? "",
                  columns: candidate.columns,
                  stale: candidate.stale,
                })
              }
            >
              {ledgers.columns}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function severityTone(severity: Severity, styles: ReturnType<typeof useStyles>): string | undefined {
  return severity === "error" ? styles.red : severity === "warning" ? styles.yellow : undefined;
}

const SEVERITY_SIGN: Readonly<Record<Severity, string>> = { error: "●", warning: "▲", info: "○" };

function Problem({ group }: { readonly group: ProblemGroup }): ReactNode {
  const styles = useStyles();
  const { ledgers } = useTexts();
  const { services } = useReach();
  const first = group.issues[0];
  if (first === undefined) return null;
  const shown = group.issues.slice(0, MOST_PLACES);
  const line = (
    <>
      <span aria-hidden className={severityTone(group.severity, styles)}>
        {SEVERITY_SIGN[group.severity]}
      </span>{" "}
      <span className={styles.strong}>{ledgers.severity[group.severity]}</span> {services.sentence(first)}{" "}
      {group.issues.length > 1 ? (
        <span className={mergeClasses(styles.quiet, styles.whole)}>
          {ledgers.places({ count: group.issues.length })}
        </span>
      ) : null}
    </>
  );
  return (
    <Fold line={line}>
      <Fix issue={first} />
      <ul role="list" className={styles.list}>
        {shown.map((issue, index) => (
          <li key={index}>
            {services.sentence(issue)} {issue.place === null ? null : <PlaceLink place={issue.place} />}
          </li>
        ))}
      </ul>
      {group.issues.length > shown.length ? (
        <p className={mergeClasses(styles.plainText, styles.quiet)}>
          {ledgers.more({ count: group.issues.length - shown.length })}
        </p>
      ) : null}
    </Fold>
  );
}

function Seen({ look, disabled, actions }: SeenProps): ReactNode {
  const styles = useStyles();
  const { ledgers } = useTexts();
  const create = (
    <div>
      <Button disabledFocusable={disabled} onClick={actions.createTemplates}>
        {ledgers.create}
      </Button>
    </div>
  );
  if (look.isEmpty)
    return (
      <>
        <p className={styles.plainText}>{ledgers.empty}</p>
        {create}
      </>
    );
  const found = look.tables.filter(({ state }) => state !== "missing");
  return (
    <>
      <p className={styles.plainText}>
        {!look.isAssessable
          ? ledgers.nothing
          : look.branches === 0
            ? ledgers.noBranches
            : ledgers.summary({ tables: found.length, branches: look.branches })}
      </p>
      {look.isAssessable ? null : create}
      {look.isAssessable && !look.hasRoster ? (
        <p className={mergeClasses(styles.plainText, styles.quiet)}>{ledgers.noRoster}</p>
      ) : null}
      <Fold line={ledgers.tables} open={found.some(({ state }) => state === "toConfirm")}>
        <ul role="list" className={styles.list}>
          {look.tables.map((table) => (
            <TableLine key={table.table} table={table} disabled={disabled} actions={actions} />
          ))}
        </ul>
      </Fold>
      <Candidates look={look} disabled={disabled} actions={actions} />
      <div className={styles.tight}>
        <h3 className={styles.sectionTitle}>{ledgers.problems}</h3>
        {look.problems.length === 0 ? (
          <p className={mergeClasses(styles.plainText, styles.quiet)}>{ledgers.noProblems}</p>
        ) : (
          look.problems.map((group) => <Problem key={group.code} group={group} />)
        )}
      </div>
    </>
  );
}

/** That the workbook is being read, and what Excel may be waiting for where that stands still. */
function Looking(): ReactNode {
  const styles = useStyles();
  const { ledgers, run } = useTexts();
  const still = useStandstill(true);
  return (
    <>
      <div className={styles.spinner}>
        <Spinner size="tiny" label={ledgers.looking} labelPosition="after" />
      </div>
      <p role="status" className={styles.plainText}>
        {still ? run.editing : ""}
      </p>
    </>
  );
}

/** Step 1: what was found in the workbook, and what to look at before it is assessed. */
export function LedgersStep({
  state,
  disabled,
  actions,
}: {
  readonly state: LookState;
  readonly disabled: boolean;
  readonly actions: LedgerActions;
}): ReactNode {
  const { ledgers, problem } = useTexts();
  switch (state.kind) {
    case "looking":
      return <Looking />;
    case "failed":
      return (
        <>
          <ProblemBox title={problem.title} issues={state.issues} />
          <div>
            <Button onClick={actions.lookAgain}>{ledgers.again}</Button>
          </div>
        </>
      );
    case "seen":
      return <Seen look={state.look} disabled={disabled} actions={actions} />;
  }
}
