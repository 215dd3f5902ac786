import { DataValidationErrorStyle, type IDataValidationRule, type IRange } from "@univerjs/core";
import {
  CFRuleType,
  CFValueType,
  type IConditionFormattingRule,
  type IValueConfig,
} from "@univerjs/preset-sheets-conditional-formatting";
import type { Box, ConditionalFormatRecord, DataValidationRecord } from "../../files/document";

/** A rectangle as the grid names it. */
export const rangeOf = (box: Box): IRange => ({
  startRow: box.top,
  startColumn: box.left,
  endRow: box.bottom,
  endColumn: box.right,
});

const limit = (value: number | null, automatic: CFValueType): IValueConfig =>
  value === null ? { type: automatic } : { type: CFValueType.num, value };

/** A conditional format as the grid draws it; null for one of the file that the stand-in does not interpret. */
export function conditionalRule(record: ConditionalFormatRecord): IConditionFormattingRule | null {
  const common = { ranges: [rangeOf(record.box)], cfId: record.id, stopIfTrue: false };
  switch (record.kind) {
    case "colorScale":
      return {
        ...common,
        rule: {
          type: CFRuleType.colorScale,
          config: record.points.map(({ type, value, colour }, index) => ({
            index,
            color: colour,
            value: value === null ? { type: CFValueType[type] } : { type: CFValueType[type], value },
          })),
        },
      };
    case "dataBar":
      return {
        ...common,
        rule: {
          type: CFRuleType.dataBar,
          isShowValue: true,
          config: {
            min: limit(record.minimum, CFValueType.min),
            max: limit(record.maximum, CFValueType.max),
            isGradient: false,
            positiveColor: record.colour,
            // Excel's colour for what is below zero.
            nativeColor: "#FF0000",
          },
        },
      };
    case "opaque":
      return null;
  }
}

const errorStyles = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
} as const;

/** A rule for entering values as the grid keeps it; null for a prompt alone, and for one of the file that the stand-in does not interpret. */
export function validationRule(record: DataValidationRecord, id: string): IDataValidationRule | null {
  if (record.kind !== "list") return null;
  return {
    uid: id,
    type: "list",
    ranges: record.boxes.map(rangeOf),
    formula1: record.values.join(","),
    allowBlank: record.ignoreBlanks,
    showDropDown: record.inCellDropDown,
    showErrorMessage: record.alert.show,
    // Where nothing is said of a wrong value, Excel takes it.
    errorStyle: record.alert.show ? errorStyles[record.alert.style] : DataValidationErrorStyle.INFO,
    error: record.alert.message,
    errorTitle: record.alert.title,
    showInputMessage: record.prompt.show,
    prompt: record.prompt.message,
    promptTitle: record.prompt.title,
  };
}
