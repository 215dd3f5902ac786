import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Choices } from "../core/choices";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { ViewTitle } from "./view-title";

/** Choices that do not concern the assessment. */
export default function SettingsView({
  choices,
  choose,
}: {
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
}): ReactNode {
  const styles = useStyles();
  const { settings } = useTexts();
  return (
    <div className={styles.view}>
      <ViewTitle>{settings.title}</ViewTitle>
      <Field label={settings.language}>
        <RadioGroup
          value={choices.locale ?? "auto"}
          onChange={(_, { value }) =>
            choose({ ...choices, locale: value === "zh-CN" || value === "en-US" ? value : null })
          }
        >
          <Radio value="auto" label={settings.auto} />
          <Radio value="zh-CN" label={settings.zh} />
          <Radio value="en-US" label={settings.en} />
        </RadioGroup>
      </Field>
    </div>
  );
}
