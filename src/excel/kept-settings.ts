import type { Choices } from "../core/choices";
import { parseChoices } from "../core/choices";
import type { Issue } from "../core/issue";
import { excelIssue } from "./excel-issue";
import { saveSettings } from "./save-settings";
import { MAPPING, SETTINGS } from "./settings";

/** What the clerk chose in the pane. */
const CHOICES = "ronghe.choices";

/** The choices kept in this workbook; none where nothing was kept. */
export function keptChoices(): Choices {
  const kept: unknown = Office.context.document.settings.get(CHOICES);
  return parseChoices(kept);
}

/** Keeps the choices in this workbook. */
export async function keepChoices(choices: Choices): Promise<Issue | null> {
  Office.context.document.settings.set(CHOICES, choices);
  const refusal = await saveSettings();
  return refusal === null ? null : excelIssue("choicesNotKept", { message: refusal });
}

/** Keeps the confirmed column mapping; null forgets it. */
export async function keepMapping(text: string | null): Promise<Issue | null> {
  const { settings } = Office.context.document;
  if (text === null) settings.remove(MAPPING);
  else settings.set(MAPPING, text);
  const refusal = await saveSettings();
  return refusal === null ? null : excelIssue("mappingNotKept", { message: refusal });
}

/** Removes every setting of the add-in's from this workbook; Excel's own words where it refuses. */
export function forgetSettings(): Promise<string | null> {
  const { settings } = Office.context.document;
  for (const key of [...SETTINGS, CHOICES]) settings.remove(key);
  return saveSettings();
}
