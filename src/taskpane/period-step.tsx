import { Button, Field, Input, Radio, RadioGroup, Select, Switch, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Choices } from "../core/choices";
import { parsePeriod } from "../core/ledger/read-period";
import type { WorkbookLook } from "../core/look/look";
import { useStyles } from "./styles";
import { useTexts } from "./texts";

const CUSTOM = "custom";
const GUESSED = "";

/** A period in the clerk's own words: it counts once it can be read. */
function CustomPeriod({
  period,
  choose,
}: {
  readonly period: string;
  readonly choose: (period: string) => void;
}): ReactNode {
  const texts = useTexts().period;
  const [text, setText] = useState(period);
  const wrong = text.trim() !== "" && parsePeriod(text) === null;
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
  readonly choose: (choices: Choices) => void;
}): ReactNode {
  const texts = useTexts().period;
  const { look, choices, choose } = props;
  const { presets, name, guessed } = look.period;
  const listed = [...presets.years, ...presets.halves, ...presets.quarters, ...presets.months];
  const [custom, setCustom] = useState(choices.period !== null && !listed.includes(choices.period));
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
          value={custom ? CUSTOM : (choices.period ?? GUESSED)}
          onChange={(_, { value }) => {
            setCustom(value === CUSTOM);
            if (value !== CUSTOM) choose({ ...choices, period: value === GUESSED ? null : value });
          }}
        >
          <option value={GUESSED}>
            {texts.guessed({ period: guessed ? (name ?? "") : (presets.years[0] ?? "") })}
          </option>
          {groups.map(({ label, periods }) =>
            periods.length === 0 ? null : (
              <optgroup key={label} label={label}>
                {periods.map((period) => (
                  <option key={period} value={period}>
                    {period}
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
          choose={(period) => choose({ ...choices, period: period || null })}
        />
      ) : null}
    </>
  );
}

/** A closing day, taken over when the clerk leaves the field. */
function ClosingDay({
  asOf,
  choose,
}: {
  readonly asOf: string | null;
  readonly choose: (asOf: string | null) => void;
}): ReactNode {
  const texts = useTexts().period;
  return (
    <Field label={texts.asOf} hint={texts.asOfHint}>
      <Input
        type="date"
        defaultValue={asOf ?? ""}
        onBlur={({ target }) => {
          const chosen = target.value === "" ? null : target.value;
          if (chosen !== asOf) choose(chosen);
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
  readonly copyScheme: () => void;
}): ReactNode {
  const styles = useStyles();
  const texts = useTexts().period;
  const { look, choices, choose } = props;
  const { source, indicators, formula } = look.scheme;
  return (
    <>
      <PeriodChoice look={look} choices={choices} choose={choose} />
      <ClosingDay asOf={choices.asOf} choose={(asOf) => choose({ ...choices, asOf })} />
      <div className={styles.tight}>
        <span className={styles.strong}>{texts.scheme}</span>
        <p className={mergeClasses(styles.plainText, source === "refused" && styles.red)}>
          {source === "built-in"
            ? texts.schemeBuiltIn({ indicators })
            : source === "workbook"
              ? texts.schemeOwn({ indicators })
              : texts.schemeRefused}
        </p>
        {source === "built-in" ? (
          <div>
            <Button size="small" disabled={props.disabled} onClick={props.copyScheme}>
              {texts.copyScheme}
            </Button>
          </div>
        ) : null}
      </div>
      <Field label={texts.formula}>
        <Select
          value={choices.formula ?? ""}
          onChange={(_, { value }) =>
            choose({ ...choices, formula: value === "standard" || value === "wang2021" ? value : null })
          }
        >
          <option value="">{texts.formulaAuto({ formula: formula ?? "wang2021" })}</option>
          <option value="wang2021">wang2021</option>
          <option value="standard">standard</option>
        </Select>
      </Field>
      <Field label={texts.formulas}>
        <RadioGroup
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
          checked={choices.showRanks ?? look.scheme.showRanks}
          onChange={(_, { checked }) => choose({ ...choices, showRanks: checked })}
        />
      </Field>
    </>
  );
}
