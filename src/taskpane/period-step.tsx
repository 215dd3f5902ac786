import { Button, Field, Input, Radio, RadioGroup, Select, Switch, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { Choices } from "../core/choices";
import { parsePeriod } from "../core/ledger/read-period";
import type { WorkbookLook } from "../core/look/look";
import { IssueList } from "./issue-list";
import { useStyles } from "./styles";
import { tabName } from "./tab-name";
import { useTexts } from "./texts";

/** From so many rows of all ledgers on, live formulas take so long that the clerk is told before she waits for them. */
const MANY_ROWS = 20_000;

const CUSTOM = "custom";
const GUESSED = "";

/** A period in the clerk's own words: it counts once it can be read. */
function CustomPeriod({
  period,
  disabled,
  choose,
  typed,
}: {
  readonly period: string;
  readonly disabled: boolean;
  readonly choose: (period: string) => void;
  readonly typed: (unreadable: boolean) => void;
}): ReactNode {
  const texts = useTexts().period;
  const [text, setText] = useState(period);
  const wrong = text.trim() !== "" && parsePeriod(text) === null;
  useEffect(() => {
    typed(wrong);
    return () => typed(false);
  }, [wrong, typed]);
  const confirm = () => {
    if (!wrong && text.trim() !== period) choose(text.trim());
  };
  return (
    <Field
      label={texts.custom}
      hint={texts.customHint}
      {...(wrong ? { validationState: "error" as const, validationMessage: texts.customWrong } : {})}
    >
      <Input
        value={text}
        disabled={disabled}
        onChange={(_, data) => setText(data.value)}
        onBlur={confirm}
        onKeyDown={(event) => {
          if (event.key === "Enter") confirm();
        }}
      />
    </Field>
  );
}

function PeriodChoice(props: {
  readonly look: WorkbookLook;
  readonly choices: Choices;
  readonly disabled: boolean;
  readonly choose: (choices: Choices) => void;
  readonly typed: (unreadable: boolean) => void;
}): ReactNode {
  const texts = useTexts().period;
  const { look, choices, disabled, choose } = props;
  const { presets, name, guessed } = look.period;
  const listed = [...presets.years, ...presets.halves, ...presets.quarters, ...presets.months];
  const [wanted, setWanted] = useState(false);
  // A period that is not among those offered, or not any more, is the clerk's own.
  const custom = wanted || (choices.period !== null && !listed.includes(choices.period));
  useEffect(() => {
    // Forgotten elsewhere, or emptied here.
    if (choices.period === null) setWanted(false);
  }, [choices.period]);
  const groups = [
    { label: texts.years, periods: presets.years },
    { label: texts.halves, periods: presets.halves },
    { label: texts.quarters, periods: presets.quarters },
    { label: texts.months, periods: presets.months },
  ];
  return (
    <>
      <Field label={texts.label}>
        <Select
          disabled={disabled}
          value={custom ? CUSTOM : (choices.period ?? GUESSED)}
          onChange={(_, { value }) => {
            setWanted(value === CUSTOM);
            if (value !== CUSTOM) choose({ ...choices, period: value === GUESSED ? null : value });
          }}
        >
          <option value={GUESSED}>
            {guessed && name !== null ? texts.guessed({ period: texts.name(name) }) : texts.guess}
          </option>
          {groups.map(({ label, periods }) =>
            periods.length === 0 ? null : (
              <optgroup key={label} label={label}>
                {periods.map((period) => (
                  <option key={period} value={period}>
                    {texts.name(period)}
                  </option>
                ))}
              </optgroup>
            ),
          )}
          <option value={CUSTOM}>{texts.custom}</option>
        </Select>
      </Field>
      {custom ? (
        <CustomPeriod
          period={choices.period ?? ""}
          disabled={disabled}
          typed={props.typed}
          choose={(period) => choose({ ...choices, period: period || null })}
        />
      ) : null}
    </>
  );
}

/** The last day that can be typed: browsers take years of six digits too. */
const LAST_DAY = "9999-12-31";

/** A closing day, taken over with Enter and when the clerk leaves the field; of one that is typed in part the day before stays. */
function ClosingDay({
  asOf,
  disabled,
  choose,
}: {
  readonly asOf: string | null;
  readonly disabled: boolean;
  readonly choose: (asOf: string | null) => void;
}): ReactNode {
  const texts = useTexts().period;
  const [day, setDay] = useState(asOf ?? "");
  // It may be forgotten elsewhere.
  useEffect(() => setDay(asOf ?? ""), [asOf]);
  const confirm = (field: HTMLInputElement) => {
    const chosen = day === "" ? null : day;
    if (field.validity.valid) {
      if (chosen !== asOf) choose(chosen);
      return;
    }
    setDay(asOf ?? "");
    // What is typed in part is no value: the browser would go on showing it.
    field.value = asOf ?? "";
  };
  return (
    <Field label={texts.asOf} hint={texts.asOfHint}>
      <Input
        type="date"
        max={LAST_DAY}
        disabled={disabled}
        value={day}
        onChange={(_, { value }) => setDay(value)}
        onBlur={({ currentTarget }) => confirm(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") confirm(currentTarget);
        }}
      />
    </Field>
  );
}

/** Step 2: what is assessed, by which scheme, and how the score tab is written. */
export function PeriodStep(props: {
  readonly look: WorkbookLook;
  readonly choices: Choices;
  readonly disabled: boolean;
  readonly choose: (choices: Choices) => void;
  /** Told whether the clerk's own words for the period cannot be read. */
  readonly typedPeriod: (unreadable: boolean) => void;
  readonly copyScheme: () => void;
  readonly chooseTabs: () => void;
}): ReactNode {
  const styles = useStyles();
  const { period: texts, tabs, marks } = useTexts();
  const { look, choices, disabled, choose } = props;
  const leftOut = choices.omittedTabs.map((kind) => tabName(tabs, kind));
  const { source, indicators, formula } = look.scheme;
  const rows = look.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <>
      <PeriodChoice look={look} choices={choices} disabled={disabled} choose={choose} typed={props.typedPeriod} />
      <ClosingDay asOf={choices.asOf} disabled={disabled} choose={(asOf) => choose({ ...choices, asOf })} />
      <div className={styles.close}>
        <span>{texts.scheme}</span>
        <p className={mergeClasses(styles.plainText, source === "refused" && styles.red)}>
          {source === "built-in"
            ? texts.schemeBuiltIn({ indicators })
            : source === "workbook"
              ? texts.schemeOwn({ indicators })
              : texts.schemeRefused}
        </p>
        {source === "refused" ? (
          <IssueList
            fixes
            issues={look.problems.filter(({ severity }) => severity === "error").flatMap(({ issues }) => issues)}
          />
        ) : null}
        {source === "built-in" ? (
          <div>
            <Button size="small" disabledFocusable={disabled} onClick={props.copyScheme}>
              {texts.copyScheme}
            </Button>
          </div>
        ) : null}
      </div>
      <Field label={texts.formula} hint={texts.formulaHint}>
        <Select
          disabled={disabled}
          value={choices.formula ?? ""}
          onChange={(_, { value }) =>
            choose({ ...choices, formula: value === "standard" || value === "wang2021" ? value : null })
          }
        >
          <option value="">{texts.formulaAuto({ formula: texts.formulaNames[formula ?? "wang2021"] })}</option>
          <option value="wang2021">{texts.formulaNames.wang2021}</option>
          <option value="standard">{texts.formulaNames.standard}</option>
        </Select>
      </Field>
      <Field
        label={texts.formulas}
        {...(choices.formulas === "live"
          ? { hint: rows < MANY_ROWS ? texts.liveHint : `${texts.liveSlow({ rows })}${texts.liveHint}` }
          : {})}
      >
        <RadioGroup
          disabled={disabled}
          value={choices.formulas}
          onChange={(_, { value }) => choose({ ...choices, formulas: value === "live" ? "live" : "values" })}
        >
          <Radio value="values" label={texts.values} />
          <Radio value="live" label={texts.live} />
        </RadioGroup>
      </Field>
      <Field hint={texts.ranksHint}>
        <Switch
          label={texts.ranks}
          disabled={disabled}
          checked={choices.showRanks ?? look.scheme.showRanks}
          onChange={(_, { checked }) => choose({ ...choices, showRanks: checked })}
        />
      </Field>
      <div className={styles.close}>
        <p className={styles.plainText}>
          {leftOut.length === 0 ? tabs.all : tabs.leftOut({ tabs: leftOut.join(marks.list) })}
        </p>
        <div>
          <Button size="small" id="choose-tabs" disabledFocusable={disabled} onClick={props.chooseTabs}>
            {tabs.title}
          </Button>
        </div>
      </div>
    </>
  );
}
