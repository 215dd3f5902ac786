import {
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  Univer,
  mergeLocales,
  type ILocales,
} from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { ICanvasColorService, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsTablePlugin } from "@univerjs/preset-sheets-table";
import type { Locale } from "../options";
import { noInitialCalculation } from "../../objects/engine";
import { tableThemes } from "./table-themes";
import { supportedMenu } from "./unsupported";

/** How the grid is to look. */
export interface GridLook {
  readonly locale: Locale;
  readonly isDark: boolean;
}

const localeTypes: Readonly<Record<Locale, LocaleType>> = {
  "zh-CN": LocaleType.ZH_CN,
  "en-US": LocaleType.EN_US,
};

/** The words of the grid's own menus, of one language only: each is a hundred kilobytes. */
export async function gridWords(locale: Locale): Promise<ILocales> {
  const parts =
    locale === "zh-CN"
      ? await Promise.all([
          import("@univerjs/preset-sheets-core/locales/zh-CN"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/zh-CN"),
          import("@univerjs/preset-sheets-data-validation/locales/zh-CN"),
          import("@univerjs/preset-sheets-table/locales/zh-CN"),
        ])
      : await Promise.all([
          import("@univerjs/preset-sheets-core/locales/en-US"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/en-US"),
          import("@univerjs/preset-sheets-data-validation/locales/en-US"),
          import("@univerjs/preset-sheets-table/locales/en-US"),
        ]);
  return { [localeTypes[locale]]: mergeLocales(...parts.map((part) => part.default)) };
}

/** Univer with a grid inside `container`, calculating as the host wants it. */
export function gridUniver(container: HTMLElement, look: GridLook, words: ILocales): Univer {
  const univer = new Univer({
    locale: localeTypes[look.locale],
    locales: words,
    darkMode: look.isDark,
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      disableAutoFocus: true,
      menu: supportedMenu,
      formula: { initialFormulaComputing: noInitialCalculation },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  // Without its menus: the filters of Univer's tables are none that the file could keep.
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [...tableThemes] });
  return univer;
}

/** Resolves once the grid is drawn: before, it fails at what is done to it. Rejects where it is closed first. */
export function gridDrawn(univer: Univer): Promise<void> {
  return univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
}

/** Leaves the colours of the cells as they are: in a dark look Univer would invert them, Excel keeps the sheet light. */
export function keepCellColours(univer: Univer): void {
  Object.assign(univer.__getInjector().get(ICanvasColorService), { getRenderColor: (colour: string) => colour });
}
