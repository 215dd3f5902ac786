import type { Box, DataValidationRecord } from "../files/document";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { contains, intersection } from "./address";
import { requireBoolean, requireOneOf, requireText } from "./arguments";
import type { Book } from "./book";

type PromptRecord = Extract<DataValidationRecord, { kind: "prompt" }>;
type ListRecord = Extract<DataValidationRecord, { kind: "list" }>;

/** Longest list that can be written out in a rule, commas included. */
const longestList = 255;
const longestTitle = 32;
const longestMessage = 255;

const noAlert: ListRecord["alert"] = { show: true, style: "Stop", title: "", message: "" };
const noPrompt: ListRecord["prompt"] = { show: true, title: "", message: "" };
const notHere = (what: string) => new ApiError("NotImplemented", `${what} is not implemented by the stand-in.`);

function textUpTo(value: unknown, longest: number): string {
  const text = requireText(value);
  if (text.length > longest) throw new ApiError("InvalidArgument");
  return text;
}

/** What of a box lies outside another. */
function outside(box: Box, hole: Box): Box[] {
  const inner = intersection(box, hole);
  if (inner === null) return [box];
  return [
    { ...box, bottom: inner.top - 1 },
    { ...box, top: inner.bottom + 1 },
    { ...box, top: inner.top, bottom: inner.bottom, right: inner.left - 1 },
    { ...box, top: inner.top, bottom: inner.bottom, left: inner.right + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** The rule for entering values into a range. */
export class DataValidationObject extends WireObject {
  readonly className = "DataValidation";
  readonly members: BoundMembers = dataValidationMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly box: Box,
  ) {
    super();
  }

  /** Rules of the sheet that touch the range. */
  touching(): readonly DataValidationRecord[] {
    const all = this.book.record(this.sheetId).dataValidations ?? [];
    return all.filter(({ boxes }) => boxes.some((box) => intersection(box, this.box) !== null));
  }

  /** The one rule of all cells of the range; `null` where they have none, or not all the same. */
  get record(): DataValidationRecord | null {
    const [first, ...more] = this.touching();
    if (first === undefined || more.length > 0) return null;
    return first.boxes.some((box) => contains(box, this.box)) ? first : null;
  }

  get list(): ListRecord | null {
    return this.record?.kind === "list" ? this.record : null;
  }

  get type(): string {
    const touching = this.touching();
    if (touching.length === 0) return "None";
    if (this.record === null) return touching.length > 1 ? "MixedCriteria" : "Inconsistent";
    if (this.record.kind === "prompt") return "None";
    if (this.list === null) throw notHere("The type of this data validation");
    return "List";
  }

  /** Puts a rule in the place of those that lie inside the range. */
  replace(record: ListRecord | PromptRecord): void {
    if (this.touching().some(({ boxes }) => !boxes.every((box) => contains(this.box, box))))
      throw notHere("Changing the data validation of some of the cells that share one");
    this.book.beforeWrite(this.sheetId);
    const sheet = this.book.record(this.sheetId);
    const gone = new Set(this.touching());
    const kept = (sheet.dataValidations ?? []).filter((one) => !gone.has(one));
    sheet.dataValidations = [...kept, record];
  }

  /** Takes the rules off the range; cells beside it keep theirs. */
  clear(): void {
    const touching = this.touching();
    if (touching.length === 0) return;
    this.book.beforeWrite(this.sheetId);
    const sheet = this.book.record(this.sheetId);
    const kept = (sheet.dataValidations ?? []).flatMap((record): readonly DataValidationRecord[] => {
      if (!touching.includes(record)) return [record];
      const left = record.boxes.flatMap((box) => outside(box, this.box));
      if (left.length === 0) return [];
      if (record.kind === "opaque") throw notHere("Clearing the data validation of some of the cells that share one");
      return left.map((box) => ({ ...record, boxes: [box], xml: null }));
    });
    if (kept.length === 0) delete sheet.dataValidations;
    else sheet.dataValidations = kept;
  }

  /** Changes what belongs to a list that is there already. */
  change(part: Partial<ListRecord>): void {
    const { list } = this;
    if (list === null) throw notHere("Data validation without a list");
    this.replace({ ...list, ...part, boxes: [this.box], xml: null });
  }

  /** Says something of the cells when they are selected: beside their list, or where they have no rule, by itself. */
  setPrompt(prompt: ListRecord["prompt"]): void {
    if (this.list !== null) this.change({ prompt });
    else if (this.touching().every(({ kind }) => kind === "prompt"))
      this.replace({ kind: "prompt", boxes: [this.box], xml: null, prompt });
    else throw notHere("Prompts of cells with different rules");
  }

  setRule(rule: unknown): void {
    if (!isRecord(rule)) throw new ApiError("InvalidArgument");
    const { list } = rule;
    if (!isRecord(list)) throw notHere("Data validation other than a list");
    const { source, inCellDropDown } = list;
    if (typeof source !== "string" || source.startsWith("="))
      throw notHere("A list of data validation that is taken from cells");
    if (source === "" || source.length > longestList) throw new ApiError("InvalidArgument");
    this.replace({
      kind: "list",
      boxes: [this.box],
      xml: null,
      values: source.split(","),
      inCellDropDown: requireBoolean(inCellDropDown),
      ignoreBlanks: true,
      alert: noAlert,
      prompt: noPrompt,
    });
  }
}

/** Excel.DataValidation: lists that are written out in the rule, and prompts. */
export const dataValidationMembers = defineMembers<DataValidationObject>("DataValidation", {
  properties: {
    type: { get: (self) => self.type },
    rule: {
      get: ({ list, type }) =>
        type === "List" && list !== null
          ? { list: { inCellDropDown: list.inCellDropDown, source: list.values.join(",") } }
          : {},
      set: (self, value) => self.setRule(value),
    },
    ignoreBlanks: {
      get: ({ list }) => list?.ignoreBlanks ?? true,
      set: (self, value) => self.change({ ignoreBlanks: requireBoolean(value) }),
    },
    errorAlert: {
      get: ({ list }) => {
        const { show, ...alert } = list?.alert ?? noAlert;
        return { ...alert, showAlert: show };
      },
      set: (self, value) => {
        if (!isRecord(value)) throw new ApiError("InvalidArgument");
        self.change({
          alert: {
            show: requireBoolean(value["showAlert"]),
            style: requireOneOf(value["style"], ["Stop", "Warning", "Information"]),
            title: textUpTo(value["title"], longestTitle),
            message: textUpTo(value["message"], longestMessage),
          },
        });
      },
    },
    prompt: {
      get: ({ record }) => {
        const { show, ...prompt } = record === null || record.kind === "opaque" ? noPrompt : record.prompt;
        return { ...prompt, showPrompt: show };
      },
      set: (self, value) => {
        if (!isRecord(value)) throw new ApiError("InvalidArgument");
        self.setPrompt({
          show: requireBoolean(value["showPrompt"]),
          title: textUpTo(value["title"], longestTitle),
          message: textUpTo(value["message"], longestMessage),
        });
      },
    },
  },
  methods: { clear: (self) => self.clear() },
});
