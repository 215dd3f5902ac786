import type { CellValue, WorkbookGrids } from "../grid";
import { LIBRARY_FIELDS, type LibraryField, type LibraryMeasure } from "../diagnosis/library";
import { hasOwn } from "../has-own";
import { TABLES } from "../ledger/schema";
import { answerableCodes } from "../scheme/answerable-codes";
import { libraryCells } from "../scheme/read-library";
import { DEFAULT_LINES, PARAMETER_KEYS, type Parameters, shown } from "../scheme/parameters";
import { SCHEME_FIELDS } from "../scheme/scheme";
import type { Settings } from "../scheme/settings";
import { settingsSheet } from "../scheme/settings-tabs";
import type { SchemeLine } from "../assessment/assessment";
import type { NewColumn, NewSheet, ValueList } from "./new-sheet";

/** Words of 参数 that explain a key, by the key; those of a figure's lines by 黄线 and 红线, those of a word list by its kind. */
export type ParameterNotes = Readonly<Record<string, string>>;

/** The tabs that hold settings. */
const SETTINGS_TABS = ["评分标准", "参数", "对策库"] as const;

/** The settings tabs that a workbook has already, by the names that they are read by. */
export function standingSettings(grids: WorkbookGrids): readonly string[] {
  return SETTINGS_TABS.filter((name) => settingsSheet(grids, name) !== null);
}

/**
 * 评分标准, 参数 and 对策库 as sheets to edit, from the scheme, the parameters and the library in effect: reading them gives the same
 * scheme, parameters, fingerprint and measures. `notes` explain the parameters.
 */
export function settingsSheets(settings: Settings, notes: ParameterNotes): readonly NewSheet[] {
  return [schemeSheet(settings), parameterSheet(settings, notes), librarySheet(settings)];
}

const LIBRARY_WIDTHS: Readonly<Record<LibraryField, number>> = {
  类别: 10,
  方面: 22,
  编号: 8,
  对策: 70,
  牵头: 16,
  完成月数: 10,
  针对: 24,
  应改善: 26,
};

/** Offices that lead a measure, as suggestions. */
const LEADERS: readonly string[] = ["支部书记", "组织委员", "宣传委员", "纪检委员", "业务部门负责人"];

/**
 * 对策库 to edit. Where the scheme is the workbook's own, the built-in library keeps of 针对 what it may answer there: 诊断项 and built-in
 * indicators.
 */
function librarySheet({ library, scheme }: Settings): NewSheet {
  const distinct = (values: readonly string[]): readonly string[] =>
    [...new Set(values)].filter((value) => value !== "");
  const lists: Readonly<Partial<Record<LibraryField, ValueList>>> = {
    类别: { values: distinct(library.measures.map(({ category }) => category)), strict: false },
    方面: { values: distinct(library.measures.map(({ aspect }) => aspect)), strict: false },
    牵头: { values: distinct([...LEADERS, ...library.measures.map(({ owner }) => owner)]), strict: false },
  };
  const codes = answerableCodes(scheme, library);
  const measures = library.measures.map((measure): LibraryMeasure => ({
    ...measure,
    answers: measure.answers.filter((answer) => hasOwn(DEFAULT_LINES, answer) || codes.has(answer)),
  }));
  return {
    name: "对策库",
    columns: LIBRARY_FIELDS.map((field): NewColumn => ({
      header: field,
      width: LIBRARY_WIDTHS[field],
      format: field === "完成月数" ? null : "text",
      list: lists[field] ?? null,
    })),
    rows: measures.map(libraryCells),
    example: false,
    cellLists: [],
  };
}

type Field = (typeof SCHEME_FIELDS)[number];

const DIRECTIONS: ValueList = { values: ["正向", "逆向"], strict: true };
const YES_NO: ValueList = { values: ["是", "否"], strict: true };
const LEDGERS: ValueList = {
  values: TABLES.filter(({ dating }) => dating !== "none").map(({ name }) => name),
  strict: true,
};

const SCHEME_WIDTHS: Readonly<Record<Field, number>> = {
  代码: 8,
  指标: 18,
  子系统: 10,
  数据表: 14,
  计量: 34,
  条件: 34,
  适用: 24,
  下限: 8,
  上限: 8,
  方向: 8,
  折算: 8,
  分值: 8,
  说明: 30,
};

function schemeSheet({ scheme }: Settings): NewSheet {
  const lists: Readonly<Partial<Record<Field, ValueList>>> = {
    子系统: { values: scheme.subsystems, strict: false },
    数据表: LEDGERS,
    方向: DIRECTIONS,
    折算: YES_NO,
  };
  const texts: readonly Field[] = ["代码", "计量", "条件", "适用", "说明"];
  return {
    name: "评分标准",
    columns: SCHEME_FIELDS.map((field): NewColumn => ({
      header: field,
      width: SCHEME_WIDTHS[field],
      format: texts.includes(field) ? "text" : null,
      list: lists[field] ?? null,
    })),
    rows: scheme.indicators.map(({ line }) => SCHEME_FIELDS.map((field) => schemeCell(line, field))),
    example: false,
    cellLists: [],
  };
}

function schemeCell(line: SchemeLine, field: Field): CellValue {
  switch (field) {
    case "代码":
      return line.code;
    case "指标":
      return line.name;
    case "子系统":
      return line.subsystem;
    case "数据表":
      return line.table;
    case "计量":
      return line.measure;
    case "条件":
      return line.condition;
    case "适用":
      return line.applies;
    case "下限":
      return line.lower;
    case "上限":
      return line.upper;
    case "方向":
      return line.reversed ? "逆向" : "正向";
    case "折算":
      return line.prorated ? "是" : "否";
    case "分值":
      return line.points;
    case "说明":
      return line.note;
  }
}

const PARAMETER_LISTS: Readonly<Record<string, ValueList>> = {
  耦合公式: { values: ["wang2021", "standard"], strict: true },
  显示名次: YES_NO,
};

function parameterSheet({ parameters, scheme, shown: all }: Settings, notes: ParameterNotes): NewSheet {
  const vocabularies = Object.keys(parameters.words.categories).map((name) => `词表：${name}`);
  const others = all.map(({ key }) => key).filter((key) => !PARAMETER_KEYS.includes(key));
  const keys = [...PARAMETER_KEYS, ...new Set([...vocabularies, ...others.map(wideColon)])];
  const rows = keys.map((key): CellValue[] => [key, parameterValue(key, parameters), noteOf(key, notes)]);
  return {
    name: "参数",
    columns: [
      { header: "参数", width: 20, format: "text", list: null },
      { header: "值", width: 44, format: null, list: null },
      { header: "说明", width: 60, format: "text", list: null },
    ],
    rows,
    example: false,
    cellLists: keys.flatMap((key, row) => {
      const own: ValueList | undefined =
        key === "联结子系统" ? { values: scheme.subsystems, strict: false } : PARAMETER_LISTS[key];
      return own === undefined ? [] : [{ row, column: 1, list: own }];
    }),
  };
}

function wideColon(key: string): string {
  return key.replace(":", "：");
}

/** The value as 参数 holds it: a 截止日 as it was entered, a number as a number, everything else as its text. */
function parameterValue(key: string, parameters: Parameters): CellValue {
  if (key === "截止日") return parameters.asOf;
  const text = shown(key, parameters);
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}

function noteOf(key: string, notes: ParameterNotes): string {
  const part = /(黄线|红线)$/u.exec(key)?.[1] ?? /^(词表|同义词|列名)：/u.exec(key)?.[1] ?? key;
  return notes[part] ?? "";
}
