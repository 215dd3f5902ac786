import { Checkbox, Field, Radio, RadioGroup, Select, Switch, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { BODY_SIZES, type Choices, withTab } from "../core/choices";
import { OPTIONAL_TABS } from "../core/report/tab-kinds";
import { useStyles } from "./styles";
import { tabName } from "./tab-name";
import { useTexts } from "./texts";
import { ViewTitle } from "./view-title";

interface Choosing {
  readonly choices: Choices;
  readonly disabled: boolean;
  readonly choose: (choices: Choices) => void;
}

/** Which tabs are made. */
function Tabs({ choices, disabled, choose }: Choosing): ReactNode {
  const styles = useStyles();
  const { tabs } = useTexts();
  const [title, hint] = [useId(), useId()];
  return (
    <div role="group" aria-labelledby={title} aria-describedby={hint} className={styles.tight}>
      <h3 id={title} className={styles.sectionTitle}>
        {tabs.which}
      </h3>
      {OPTIONAL_TABS.map((kind) => (
        <Checkbox
          key={kind}
          label={tabName(tabs, kind)}
          disabled={disabled}
          checked={!choices.omittedTabs.includes(kind)}
          onChange={(_, { checked }) => choose(withTab(choices, kind, checked === true))}
        />
      ))}
      <p id={hint} className={mergeClasses(styles.plainText, styles.quiet)}>
        {tabs.whichHint}
      </p>
    </div>
  );
}

/** How the pages look. */
function Look({ choices, disabled, choose }: Choosing): ReactNode {
  const { tabs } = useTexts();
  const { look } = choices;
  return (
    <>
      <Field label={tabs.fonts} hint={tabs.fontsHint}>
        <RadioGroup
          disabled={disabled}
          value={look.fonts}
          onChange={(_, { value }) =>
            choose({ ...choices, look: { ...look, fonts: value === "official" ? "official" : "safe" } })
          }
        >
          <Radio value="safe" label={tabs.fontsSafe} />
          <Radio value="official" label={tabs.fontsOfficial} />
        </RadioGroup>
      </Field>
      <Field label={tabs.size}>
        <Select
          disabled={disabled}
          value={String(look.bodySize)}
          onChange={(_, { value }) => choose({ ...choices, look: { ...look, bodySize: Number(value) } })}
        >
          {BODY_SIZES.map((size) => (
            <option key={size} value={String(size)}>
              {tabs.points({ size })}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** What the tabs of a run are and how they are made; kept in the workbook. */
export default function TabsView(props: Choosing): ReactNode {
  const styles = useStyles();
  const { tabs } = useTexts();
  const { choices, disabled, choose } = props;
  return (
    <div className={styles.view}>
      <ViewTitle>{tabs.title}</ViewTitle>
      <Tabs {...props} />
      <Field label={tabs.branchPages}>
        <RadioGroup
          disabled={disabled || choices.omittedTabs.includes("branch")}
          value={choices.branchPages}
          onChange={(_, { value }) => choose({ ...choices, branchPages: value === "each" ? "each" : "one" })}
        >
          <Radio value="one" label={tabs.onePage} />
          <Radio value="each" label={tabs.eachPage} />
        </RadioGroup>
      </Field>
      <Field hint={tabs.selectionRanksHint}>
        <Switch
          label={tabs.selectionRanks}
          disabled={disabled || choices.omittedTabs.includes("selection")}
          checked={choices.selectionRanks}
          onChange={(_, { checked }) => choose({ ...choices, selectionRanks: checked })}
        />
      </Field>
      <Field hint={tabs.historyHint}>
        <Switch
          label={tabs.history}
          disabled={disabled}
          checked={choices.history}
          onChange={(_, { checked }) => choose({ ...choices, history: checked })}
        />
      </Field>
      <Look {...props} />
    </div>
  );
}
