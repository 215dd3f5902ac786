import { boxAddress, parseBoxes } from "./address";
import type { DataValidationRecord, SheetRecord } from "./document";
import { child, childrenOf, escapeAttribute, escapeXml, flagAttribute, type XmlElement } from "./xml";
import { withPrefix } from "./xml-edit";

const STYLES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

/** The rules for entering values of a worksheet part, in document order; `source` is the text the elements were parsed from. */
export function readDataValidations(worksheet: XmlElement, source: string): Pick<SheetRecord, "dataValidations"> {
  const rules = readRules(worksheet, source);
  return rules.length === 0 ? {} : { dataValidations: rules };
}

function readRules(worksheet: XmlElement, source: string): readonly DataValidationRecord[] {
  return childrenOf(child(worksheet, "dataValidations"), "dataValidation").map((element): DataValidationRecord => {
    const boxes = parseBoxes(element.attributes["sqref"] ?? "");
    const xml = source.slice(element.start, element.end);
    const values = listValues(element);
    const [box] = boxes;
    const text = (name: string): string => element.attributes[name] ?? "";
    const prompt = {
      show: flagAttribute(element, "showInputMessage"),
      title: text("promptTitle"),
      message: text("prompt"),
    };
    const alone = box !== undefined && boxes.length === 1;
    if (alone && ["none", undefined].includes(element.attributes["type"]))
      return { kind: "prompt", boxes, xml, prompt };
    if (values === null || !alone) return { kind: "opaque", boxes, xml };
    return {
      kind: "list",
      boxes,
      xml,
      values,
      inCellDropDown: !flagAttribute(element, "showDropDown"),
      ignoreBlanks: flagAttribute(element, "allowBlank"),
      alert: {
        show: flagAttribute(element, "showErrorMessage"),
        style: styleOf(element.attributes["errorStyle"]),
        title: text("errorTitle"),
        message: text("error"),
      },
      prompt,
    };
  });
}

function styleOf(name: string | undefined): "Stop" | "Warning" | "Information" {
  return name === "warning" || name === "information" ? STYLES[name] : STYLES.stop;
}

/** The values of a list that is written out in its rule; `null` for any other rule. */
function listValues(element: XmlElement): readonly string[] | null {
  if (element.attributes["type"] !== "list") return null;
  const formula = child(element, "formula1")?.text ?? "";
  const literal = /^"((?:[^"]|"")*)"$/.exec(formula.trim());
  return literal === null ? null : (literal[1] ?? "").replaceAll('""', '"').split(",");
}

/** The section `dataValidations`; empty where there are no rules. Rules that were read and not changed keep their XML. */
export function writeDataValidations(records: readonly DataValidationRecord[], prefix: string): string {
  if (records.length === 0) return "";
  const rules = records.map((record) =>
    record.kind === "opaque" || record.xml !== null ? record.xml : withPrefix(writeRule(record), prefix),
  );
  const [opening, closing] = [`<dataValidations count="${records.length}">`, "</dataValidations>"];
  return withPrefix(opening, prefix) + rules.join("") + withPrefix(closing, prefix);
}

const flag = (name: string, set: boolean) => (set ? ` ${name}="1"` : "");
const text = (name: string, value: string) => (value === "" ? "" : ` ${name}="${escapeAttribute(value)}"`);

function writeRule(record: Exclude<DataValidationRecord, { kind: "opaque" }>): string {
  const { prompt } = record;
  const cells = ` sqref="${record.boxes.map(boxAddress).join(" ")}"`;
  const shown = text("promptTitle", prompt.title) + text("prompt", prompt.message);
  if (record.kind === "prompt")
    return `<dataValidation allowBlank="1"${flag("showInputMessage", prompt.show)} showErrorMessage="1"${shown}${cells}/>`;
  const { alert } = record;
  const list = record.values.join(",").replaceAll('"', '""');
  return (
    `<dataValidation type="list"${alert.style === "Stop" ? "" : ` errorStyle="${alert.style.toLowerCase()}"`}` +
    flag("allowBlank", record.ignoreBlanks) +
    flag("showDropDown", !record.inCellDropDown) +
    flag("showInputMessage", prompt.show) +
    flag("showErrorMessage", alert.show) +
    text("errorTitle", alert.title) +
    text("error", alert.message) +
    shown +
    `${cells}><formula1>"${escapeXml(list)}"</formula1></dataValidation>`
  );
}
