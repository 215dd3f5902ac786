import { Button, FluentProvider, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { type ReactNode, Suspense, lazy, useEffect, useMemo, useRef } from "react";
import type { Locale } from "../i18n";
import { FirstView } from "./first-view";
import { ProblemBox } from "./issue-list";
import { LedgersStep } from "./ledgers-step";
import type { PaneState } from "./pane-state";
import { PeriodStep } from "./period-step";
import { ResultView } from "./result-view";
import { RunProgress, RunStep } from "./run-step";
import type { PaneServices } from "./services";
import { ReachProvider } from "./services-context";
import { Step } from "./step";
import { useStyles } from "./styles";
import { TextsProvider, useTexts } from "./texts";
import { themeFor } from "./theme";
import { Tools } from "./tools";
import { type PaneActions, usePane } from "./use-pane";

const MappingView = lazy(() => import("./mapping-view"));
const SettingsView = lazy(() => import("./settings-view"));
const HelpView = lazy(() => import("./help-view"));

function Header({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const styles = useStyles();
  const { product, header } = useTexts();
  const { look, view } = state;
  const aside = view.kind !== "steps" && view.kind !== "result" && view.kind !== "first";
  const period = look.kind === "seen" ? look.look.period.name : null;
  return (
    <header className={styles.header}>
      {aside ? (
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
          {period === null ? header.noPeriod : header.period({ period })}
          {state.stale ? ` · ${header.stale}` : ""}
        </span>
      </div>
      <Button
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label={header.settings}
        onClick={() => actions.show({ kind: "settings" })}
      />
      <Button
        appearance="subtle"
        icon={<QuestionCircleRegular />}
        aria-label={header.help}
        onClick={() => actions.show({ kind: "help" })}
      />
    </header>
  );
}

function Steps({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const { steps } = useTexts();
  const { look, run, choices, busy } = state;
  const seen = look.kind === "seen" ? look : null;
  const ready = seen?.look.isAssessable === true;
  const refused = seen?.look.scheme.source === "refused";
  const working = busy || run.kind === "running";
  return (
    <>
      <Step number={1} title={steps.ledgers} state={look.kind === "failed" ? "problem" : ready ? "done" : "current"}>
        <LedgersStep
          state={look}
          actions={{
            lookAgain: actions.lookAgain,
            mapColumns: (range) => actions.show({ kind: "mapping", range }),
            createTemplates: actions.createTemplates,
          }}
        />
      </Step>
      <Step number={2} title={steps.period} state={refused ? "problem" : ready ? "done" : "next"}>
        {ready ? (
          <PeriodStep
            look={seen.look}
            choices={choices}
            disabled={working}
            choose={actions.choose}
            copyScheme={actions.copyScheme}
          />
        ) : null}
      </Step>
      <Step number={3} title={steps.run} state={run.kind === "failed" ? "problem" : ready ? "current" : "next"}>
        {ready || run.kind !== "none" ? <RunStep run={run} /> : null}
      </Step>
      <Tools actions={actions} disabled={working} assessed={seen?.assessed === true} />
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
        <ResultView report={run.report} back={() => actions.show({ kind: "steps" })} />
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
          back={() => actions.show({ kind: "steps" })}
        />
      );
    case "settings":
      return <SettingsView choices={state.choices} choose={actions.choose} />;
    case "help":
      return <HelpView locale={locale} version={version} />;
    case "steps":
      return <Steps state={state} actions={actions} />;
  }
}

function Footer({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }): ReactNode {
  const styles = useStyles();
  const texts = useTexts().run;
  const { look, run } = state;
  if (run.kind === "running")
    return (
      <footer className={styles.footer}>
        <RunProgress run={run} />
        <Button className={styles.wide} disabled={run.cancelling} onClick={actions.cancel}>
          {texts.cancel}
        </Button>
      </footer>
    );
  const can = look.kind === "seen" && look.look.isAssessable && look.look.scheme.source !== "refused" && !state.busy;
  return (
    <footer className={styles.footer}>
      <Button className={styles.wide} appearance="primary" disabled={!can} onClick={actions.run}>
        {look.kind === "seen" && look.assessed ? texts.refresh : texts.start}
      </Button>
    </footer>
  );
}

function NoticeBar({ state }: { readonly state: PaneState }): ReactNode {
  const { problem } = useTexts();
  if (state.notice === null) return null;
  if (state.notice.kind === "failed") return <ProblemBox title={problem.title} issues={state.notice.issues} />;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{state.notice.text}</MessageBarBody>
    </MessageBar>
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
  const { state, actions } = usePane(services, props.visible);
  const locale = state.choices.locale ?? props.officeLocale;
  const reach = useMemo(() => ({ services, goTo: actions.goTo }), [services, actions]);
  const main = useRef<HTMLElement>(null);
  const viewKind = state.view.kind;
  useEffect(() => {
    document.documentElement.lang = locale;
    onLocale(locale);
  }, [locale, onLocale]);
  useEffect(() => {
    if (main.current !== null) main.current.scrollTop = 0;
  }, [viewKind]);
  return (
    <FluentProvider theme={themeFor(props.dark)}>
      <TextsProvider locale={locale}>
        <ReachProvider reach={reach}>
          <div className={styles.root}>
            <Header state={state} actions={actions} />
            <main ref={main} className={styles.main}>
              <NoticeBar state={state} />
              <Suspense fallback={<Spinner size="tiny" />}>
                <Content state={state} actions={actions} locale={locale} version={version} />
              </Suspense>
            </main>
            {viewKind === "steps" || viewKind === "result" ? <Footer state={state} actions={actions} /> : null}
          </div>
        </ReachProvider>
      </TextsProvider>
    </FluentProvider>
  );
}
