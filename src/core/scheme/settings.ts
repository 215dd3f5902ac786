import type { Library } from "../diagnosis/library";
import { type WorkbookGrids, cellName } from "../grid";
import type { Issue, Place } from "../issue";
import { issue } from "../issues";
import { TABLES } from "../ledger/schema";
import { compact, isEmptyCell, textOf } from "../ledger/text";
import { type Vocabulary, type Words, vocabulary } from "../ledger/vocabulary";
import type { RunOptions } from "../outcome";
import {
  DEFAULT_PARAMETERS,
  PARAMETER_KEYS,
  type ParameterRow,
  type Parameters,
  readParameters,
  shown,
} from "./parameters";
import { readLibrary } from "./read-library";
import { type Scheme, readScheme } from "./scheme";
import { settingsSheet, settingsTab } from "./settings-tabs";

/** Scheme, parameters, words and library of 对策 in effect. */
export interface Settings {
  readonly scheme: Scheme;
  readonly parameters: Parameters;
  /** The cell of 截止日 in effect; `null` where 参数 gives none. */
  readonly asOfPlace: Place | null;
  readonly words: Vocabulary;
  readonly library: Library;
  /** Parameters as 口径说明 shows them; `own` where the workbook set them. */
  readonly shown: readonly { readonly key: string; readonly value: string; readonly own: boolean }[];
}

const CLOSING_DAY = "截止日";

export type ReadSettings =
  | (Settings & { readonly kind: "read"; readonly issues: readonly Issue[] })
  | { readonly kind: "refused"; readonly issues: readonly Issue[] };

/** Reads 参数, 评分标准 and 对策库. Options of the run win over 参数; only a bad 评分标准 refuses the run (methodology §C.20). */
export function readSettings(grids: WorkbookGrids, options: RunOptions): ReadSettings {
  const { rows, issues: lacking } = parameterRows(grids);
  const read = readParameters(rows);
  const scheme = readScheme(grids);
  if (scheme.kind === "refused") return scheme;
  const library = readLibrary(grids, scheme.scheme);
  const told = read.issues.map((one) => withOption(one, options));
  const issues = [...lacking, ...told, ...scheme.issues, ...library.issues];
  const placed = withSubsystems(read.parameters, scheme.scheme, rows, issues);
  const parameters: Parameters = {
    ...placed,
    formula: options.formula ?? placed.formula,
    showRanks: options.showRanks ?? placed.showRanks,
  };
  const words = indexed(parameters.words);
  const extra = [...read.own].filter((key) => !PARAMETER_KEYS.includes(key));
  const list = [...PARAMETER_KEYS, ...extra].map((key) => ({
    key,
    value: shown(key, parameters),
    own: read.own.has(key),
  }));
  const asOfPlace = read.own.has(CLOSING_DAY) ? (rowOf(rows, CLOSING_DAY)?.place ?? null) : null;
  return {
    kind: "read",
    scheme: scheme.scheme,
    parameters,
    asOfPlace,
    words,
    library: library.library,
    shown: list,
    issues,
  };
}

/** What the issue of an unusable value says was used instead is the option, where the run has one. */
function withOption(one: Issue, options: RunOptions): Issue {
  if (one.code !== "parameterUnusable") return one;
  const { showRanks = null } = options;
  const used: Readonly<Record<string, string | null>> = {
    [CLOSING_DAY]: options.asOf,
    耦合公式: options.formula,
    显示名次: showRanks === null ? null : shown("显示名次", { ...DEFAULT_PARAMETERS, showRanks }),
  };
  const fallback = used[compact(String(one.params["key"]))] ?? null;
  return fallback === null ? one : { ...one, params: { ...one.params, fallback } };
}

/** The words in effect alone, for a look at the headers. */
export function wordsOf(grids: WorkbookGrids): Vocabulary {
  return indexed(readParameters(parameterRows(grids).rows).parameters.words);
}

function indexed(words: Words): Vocabulary {
  return vocabulary(
    words,
    TABLES.flatMap((table) => Object.keys(table.columns)),
  );
}

/** The rows of 参数. Without its columns none of them can be read, which is listed; an empty sheet sets nothing and is no fault. */
function parameterRows(grids: WorkbookGrids): {
  readonly rows: readonly ParameterRow[];
  readonly issues: readonly Issue[];
} {
  const sheet = settingsSheet(grids, "参数");
  if (sheet === null || sheet.values.every((row) => row.every(isEmptyCell))) return { rows: [], issues: [] };
  const tab = settingsTab(sheet, "参数") ?? settingsTab(sheet, "值");
  const [keys, values] = [tab?.columns.get("参数"), tab?.columns.get("值")];
  if (tab === null || keys === undefined || values === undefined) {
    const place = { sheet: sheet.name, cell: tab?.headerCell ?? cellName(sheet.row, sheet.column) };
    const missing = ["参数", "值"].filter((field) => tab?.columns.has(field) !== true);
    return { rows: [], issues: [issue("parameterColumnMissing", place, { columns: missing.join("、") })] };
  }
  const rows = tab.rows.map(({ cells, at }) => ({
    key: textOf(cells[keys]),
    value: cells[values] ?? null,
    place: { sheet: tab.sheet, cell: at(values) },
  }));
  return { rows, issues: [] };
}

function rowOf(rows: readonly ParameterRow[], key: string): ParameterRow | undefined {
  return rows.find((row) => compact(row.key) === key && !isEmptyCell(row.value));
}

/** Parameters that name subsystems must fit the scheme; those that do not fall back to the default and are listed. */
function withSubsystems(
  parameters: Parameters,
  scheme: Scheme,
  rows: readonly ParameterRow[],
  issues: Issue[],
): Parameters {
  const unusable = (key: string): void => {
    const row = rowOf(rows, key);
    issues.push(
      issue("parameterUnusable", row?.place ?? null, {
        key,
        found: textOf(row?.value ?? null),
        fallback: shown(key, DEFAULT_PARAMETERS),
      }),
    );
  };
  let { couplingSubsystems, linkageSubsystem, couplingWeights } = parameters;
  if (
    couplingSubsystems !== DEFAULT_PARAMETERS.couplingSubsystems &&
    !couplingSubsystems.every((name) => scheme.subsystems.includes(name))
  ) {
    unusable("耦合子系统");
    couplingSubsystems = DEFAULT_PARAMETERS.couplingSubsystems;
  }
  if (linkageSubsystem !== DEFAULT_PARAMETERS.linkageSubsystem && !scheme.subsystems.includes(linkageSubsystem)) {
    unusable("联结子系统");
    linkageSubsystem = DEFAULT_PARAMETERS.linkageSubsystem;
  }
  if (couplingWeights !== null && couplingWeights.length !== couplingSubsystems.length) {
    unusable("耦合权重");
    couplingWeights = null;
  }
  return { ...parameters, couplingSubsystems, linkageSubsystem, couplingWeights };
}
