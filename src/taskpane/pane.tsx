import { Button, FluentProvider, Link, Spinner, mergeClasses } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { type ReactNode, Suspense, lazy, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Locale } from "../i18n";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import { FirstView } from "./first-view";
import { LedgersStep } from "./ledgers-step";
import { NoticeBar } from "./notice-bar";
import { notLoaded } from "./not-loaded";
import { type PaneState, isLookStale, isResultStale } from "./pane-state";
import { PeriodStep } from "./period-step";
import { ResultView } from "./result-view";
import { RunProgress, RunStep, runWords } from "./run-step";
import type { PaneServices } from "./services";
import { ReachProvider } from "./services-context";
import { Step } from "./step";
import { useStyles } from "./styles";
import { TextsProvider, paneTexts, useTexts } from "./texts";
import { themeFor } from "./theme";
import { Tools } from "./tools";
import { useKeptFocus } from "./use-kept-focus";
import { type PaneActions, usePane } from "./use-pane";
import { FIRST_STEP, useReturnFocus } from "./use-return-focus";

const MappingView = lazy(() => import("./mapping-view").catch(notLoaded));
const TabsView = lazy(() => import("./tabs-view").catch(notLoaded));
const SettingsView = lazy(() => import("./settings-view").catch(notLoaded));
const HelpView = lazy(() => import("./help-view").catch(notLoaded));

/** Why the workbook cannot be assessed as it is; `null` where it can. */
function obstacleTo({ look, periodUnreadable }: PaneState, { ledgers, period }: PaneTexts): string | null {
  if (look.kind === "looking") return ledgers.looking;
  if (look.kind === "failed") return ledgers.unread;
  const { isEmpty, isAssessable, branches, scheme, period: own } = look.look;
  if (isEmpty) return ledgers.empty;
  if (!isAssessable) return ledgers.nothing;
  if (branches === 0) return ledgers.noBranches;
  if (scheme.source === "refused") return period.schemeRefused;
  if (periodUnreadable) return period.customWrong;
  return own.name === null ? period.noPeriod : null;
}

/** Whether what is in sight may be older than the workbook. */
function isStale(state: PaneState): boolean {
  return state.view.kind === "result" ? isResultStale(state) : isLookStale(state);
}

/** Whether a view stands beside the clerk's way: it has a way back to the steps. */
function isAside({ view }: PaneState): boolean {
  return view.kind !== "steps" && view.kind !== "result" && view.kind !== "first";
}

/** True while something is done to the workbook: nothing else can be begun then. */
function isWorking({ busy, run }: PaneState): boolean {
  return busy || run.kind === "running";
}

function Header({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const styles = useStyles();
  const { product, header, period: words } = useTexts();
  const { look } = state;
  const period = look.kind === "seen" ? look.look.period.name : null;
  return (
    <header className={styles.header}>
      {isAside(state) ? (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={header.back}
          onClick={() => actions.show({ kind: "steps" })}
        />
      ) : null}
      <div className={styles.headerText}>
        <h1 className={styles.product}>{product}</h1>
        <span className={styles.caption}>
          {period === null ? header.noPeriod : header.period({ period: words.name(period) })}
          {isStale(state) ? ` · ${header.stale}` : ""}
        </span>
      </div>
      <Button
        appearance="subtle"
        icon={<SettingsRegular />}
        id="open-settings"
        aria-label={header.settings}
        disabledFocusable={isWorking(state)}
        onClick={() => actions.show({ kind: "settings" })}
      />
      <Button
        appearance="subtle"
        icon={<QuestionCircleRegular />}
        id="open-help"
        aria-label={header.help}
        onClick={() => actions.show({ kind: "help" })}
      />
    </header>
  );
}

function Steps({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const texts = useTexts();
  const { steps } = texts;
  const { look, run, choices } = state;
  const seen = look.kind === "seen" ? look : null;
  const ready = seen?.look.isAssessable === true && seen.look.branches > 0;
  const inDoubt = seen?.look.scheme.source === "refused" || state.periodUnreadable;
  const obstacle = obstacleTo(state, texts);
  const working = isWorking(state);
  return (
    <>
      <Step
        number={1}
        id={FIRST_STEP}
        title={steps.ledgers}
        state={look.kind === "failed" ? "problem" : ready ? "done" : "current"}
      >
        <LedgersStep
          state={look}
          disabled={working}
          actions={{
            lookAgain: actions.lookAgain,
            mapColumns: (range) => actions.show({ kind: "mapping", range }),
            createTemplates: actions.createTemplates,
          }}
        />
      </Step>
      <Step number={2} title={steps.period} state={inDoubt ? "problem" : ready ? "done" : "next"}>
        {ready ? (
          <PeriodStep
            look={seen.look}
            choices={choices}
            disabled={working}
            choose={actions.choose}
            typedPeriod={actions.typedPeriod}
            copyScheme={actions.copyScheme}
            chooseTabs={() => actions.show({ kind: "tabs" })}
          />
        ) : null}
      </Step>
      <Step
        number={3}
        title={steps.run}
        state={run.kind === "failed" ? "problem" : obstacle === null ? "current" : "next"}
      >
        {ready || run.kind !== "none" || seen?.assessed === true ? (
          <RunStep
            run={run}
            obstacle={obstacle}
            assessed={seen?.assessed === true}
            disabled={working}
            recall={actions.recall}
          />
        ) : null}
      </Step>
      <Tools
        actions={actions}
        disabled={working}
        assessed={seen?.assessed === true}
        removable={seen?.removable === true}
      />
    </>
  );
}

function Content({
  state,
  actions,
  locale,
  version,
}: {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly locale: Locale;
  readonly version: string;
}): ReactNode {
  const { view, run } = state;
  switch (view.kind) {
    case "first":
      return <FirstView start={actions.introduce} />;
    case "result":
      return run.kind === "done" ? (
        <ResultView
          report={run.report}
          disabled={isWorking(state)}
          sendTasks={actions.sendTasks}
          back={() => actions.show({ kind: "steps" })}
        />
      ) : (
        <Steps state={state} actions={actions} />
      );
    case "mapping":
      return (
        <MappingView
          range={view.range}
          busy={state.busy}
          confirm={(confirmation) => actions.confirmColumns(view.range, confirmation)}
          forget={() => actions.forgetColumns(view.range)}
        />
      );
    case "tabs":
      return <TabsView choices={state.choices} disabled={isWorking(state)} choose={actions.choose} />;
    case "settings":
      return <SettingsView choices={state.choices} choose={actions.choose} />;
    case "help":
      return <HelpView locale={locale} version={version} />;
    case "steps":
      return <Steps state={state} actions={actions} />;
  }
}

/** Says that the workbook is not what was looked at or assessed any more. */
function Stale({ state, lookAgain }: { readonly state: PaneState; readonly lookAgain: () => void }): ReactNode {
  const styles = useStyles();
  const { header, ledgers } = useTexts();
  const inSteps = state.view.kind === "steps";
  const told = isStale(state) && (inSteps || state.view.kind === "result");
  return (
    <div role="status">
      {told ? (
        <p className={styles.stale}>
          {inSteps ? header.staleSteps : header.staleResult}{" "}
          {inSteps ? (
            <Link as="button" inline disabled={isWorking(state)} onClick={lookAgain}>
              {ledgers.again}
            </Link>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function Footer({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const styles = useStyles();
  const texts = useTexts();
  const { look, run, view } = state;
  if (run.kind === "running")
    return (
      <footer className={styles.footer}>
        <RunProgress run={run} />
        <Button
          className={styles.wide}
          disabledFocusable={run.cancelling}
          onClick={({ detail }) => {
            // The second click of a double click on the button that stood here before.
            if (detail < 2) actions.cancel();
          }}
        >
          {texts.run.cancel}
        </Button>
      </footer>
    );
  if (view.kind !== "steps" && view.kind !== "result") return null;
  const whyNot = obstacleTo(state, texts) ?? (state.busy ? texts.tools.working : "");
  return (
    <footer className={styles.footer}>
      <Button
        className={styles.wide}
        appearance="primary"
        disabledFocusable={whyNot !== ""}
        aria-description={whyNot}
        onClick={actions.run}
      >
        {look.kind === "seen" && look.assessed ? texts.run.refresh : texts.run.start}
      </Button>
    </footer>
  );
}

/** What is said aloud of a run and of looking: in one place that is always there, for what arrives with its place is not read out. */
function Announcer({ state }: { readonly state: PaneState }): ReactNode {
  const styles = useStyles();
  const { run: words, result, ledgers } = useTexts();
  const { look, run, view } = state;
  const said = (): string => {
    if (run.kind === "running") return runWords(words, run);
    // Said once: a look that follows does not come between.
    if (run.kind === "done" && view.kind === "result") return result.done({ branches: run.report.summary.branches });
    return look.kind === "looking" || (look.kind === "seen" && look.again) ? ledgers.looking : "";
  };
  return (
    <div className={styles.hidden} role="status">
      {said()}
    </div>
  );
}

/** The task pane. `visible` is false while nobody can see it: then it asks nothing of the workbook. */
export function Pane(props: {
  readonly services: PaneServices;
  readonly officeLocale: Locale;
  readonly dark: boolean;
  readonly version: string;
  readonly visible: boolean;
  readonly onLocale: (locale: Locale) => void;
}): ReactNode {
  const { services, version, onLocale } = props;
  const styles = useStyles();
  const { state, actions: can } = usePane(services, props.visible);
  const viewKind = state.view.kind;
  const rememberOpener = useReturnFocus(viewKind);
  const actions = useMemo(
    (): PaneActions => ({
      ...can,
      show: (view) => {
        if (view.kind !== "steps") rememberOpener();
        can.show(view);
      },
      lookAgain: () => {
        // What asks for it goes with the look.
        document.getElementById(FIRST_STEP)?.focus();
        can.lookAgain();
      },
    }),
    [can, rememberOpener],
  );
  const locale = state.choices.locale ?? props.officeLocale;
  useKeptFocus();
  const reach = useMemo(() => ({ services, goTo: actions.goTo }), [services, actions]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = paneTexts(locale).product;
    onLocale(locale);
  }, [locale, onLocale]);
  useLayoutEffect(() => {
    // Before the focus comes to the view, which brings what has it into sight.
    if (main.current !== null) main.current.scrollTop = 0;
  }, [viewKind]);
  return (
    <FluentProvider theme={themeFor(props.dark)}>
      <TextsProvider locale={locale}>
        <ReachProvider reach={reach}>
          <div
            className={mergeClasses(styles.root, props.dark ? styles.dark : styles.light)}
            onKeyDown={({ key }) => {
              if (key === "Escape" && isAside(state)) actions.show({ kind: "steps" });
            }}
          >
            <Announcer state={state} />
            <Header state={state} actions={actions} />
            <main ref={main} className={styles.main}>
              <Stale state={state} lookAgain={actions.lookAgain} />
              <Suspense fallback={<Spinner size="tiny" />}>
                <Content state={state} actions={actions} locale={locale} version={version} />
              </Suspense>
            </main>
            <NoticeBar notice={state.notice} busy={state.busy} dismiss={actions.dismiss} />
            <Footer state={state} actions={actions} />
          </div>
        </ReachProvider>
      </TextsProvider>
    </FluentProvider>
  );
}
