import { hasOwn } from "../has-own";
import type { CellValue } from "../grid";
import type { Issue, Place } from "../issue";
import { issue } from "../issues";
import { monthsRange } from "../calendar";
import { readDate } from "../ledger/read-date";
import { readQuotient } from "../ledger/read-number";
import { TABLES } from "../ledger/schema";
import { compact, isEmptyCell, splitCell, textOf } from "../ledger/text";
import { DEFAULT_WORDS, type Words, isYesWord } from "../ledger/vocabulary";

/** Yellow and red line of one figure of methodology §7. */
export interface Lines {
  readonly yellow: number;
  readonly red: number;
}

/** All parameters in effect (methodology §10). */
export interface Parameters {
  /** 截止日 as written; read against the period later. */
  readonly asOf: CellValue;
  readonly syncWindow: number;
  readonly availability: number;
  readonly couplingSubsystems: readonly string[];
  readonly linkageSubsystem: string;
  readonly formula: "standard" | "wang2021";
  /** One weight per coupling subsystem, or `null` for equal ones. */
  readonly couplingWeights: readonly number[] | null;
  readonly bonusCap: number;
  readonly bands: readonly number[];
  readonly coordinationLevels: readonly number[];
  readonly fusionLevels: readonly number[];
  readonly gateAvailability: number;
  readonly gateSubsystems: number;
  readonly gateFusion: number;
  readonly gateTotal: number;
  readonly quota: number;
  readonly draws: number;
  readonly seed: number;
  readonly spread: number;
  readonly showRanks: boolean;
  readonly lines: Readonly<Record<string, Lines>>;
  readonly words: Words;
}

/** The figures of methodology §7 with their default lines; their names are stems of 参数 keys. */
export const DEFAULT_LINES = {
  未结合率: { yellow: 0.4, red: 0.6 },
  忙时弱化: { yellow: 0.5, red: 0.25 },
  联结度: { yellow: 0.5, red: 0.3 },
  协调度: { yellow: 0.6, red: 0.5 },
  两翼差: { yellow: 0.25, red: 0.4 },
  事务化: { yellow: 0.6, red: 0.75 },
  宣传融合率: { yellow: 0.3, red: 0.15 },
  部署时差: { yellow: 7, red: 15 },
  三同步: { yellow: 0.5, red: 0.25 },
  形式单一: { yellow: 0.7, red: 0.85 },
  主题雷同: { yellow: 0.2, red: 0.4 },
} as const satisfies Readonly<Record<string, Lines>>;

export const DEFAULT_PARAMETERS: Parameters = {
  asOf: null,
  syncWindow: 7,
  availability: 2 / 3,
  couplingSubsystems: ["党建", "业务"],
  linkageSubsystem: "融合",
  formula: "wang2021",
  couplingWeights: null,
  bonusCap: 10,
  bands: [90, 80, 60],
  coordinationLevels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  fusionLevels: [80, 65, 50],
  gateAvailability: 0.75,
  gateSubsystems: 0.5,
  gateFusion: 65,
  gateTotal: 80,
  quota: 0.2,
  draws: 1000,
  seed: 2021,
  spread: 0.25,
  showRanks: false,
  lines: DEFAULT_LINES,
  words: DEFAULT_WORDS,
};

/** One row of 参数 as found in the workbook. */
export interface ParameterRow {
  readonly key: string;
  readonly value: CellValue;
  readonly place: Place;
}

type Change = Partial<Parameters>;
type Reader = (value: CellValue, current: Parameters) => Change | null;

const LEAP_YEAR = monthsRange(2020 * 12, 12);
const share = (value: number): boolean => value >= 0 && value <= 1;
const notNegative = (value: number): boolean => value >= 0;

const READERS: Readonly<Record<string, Reader>> = {
  // Read against the period later; here only whether it can be read at all (in a leap year, so that every day exists).
  截止日: (value) => (readDate(value, { period: LEAP_YEAR, date1904: false }) === null ? null : { asOf: value }),
  同步窗口: numeric(notNegative, (syncWindow) => ({ syncWindow })),
  可评率下限: numeric(share, (availability) => ({ availability })),
  耦合子系统: (value) =>
    listOf(value, (couplingSubsystems) =>
      couplingSubsystems.length >= 2 && new Set(couplingSubsystems).size === couplingSubsystems.length
        ? { couplingSubsystems }
        : null,
    ),
  联结子系统: (value) => (isEmptyCell(value) ? null : { linkageSubsystem: compact(textOf(value)) }),
  耦合公式: (value) => {
    const formula = compact(textOf(value)).toLowerCase();
    return formula === "standard" || formula === "wang2021" ? { formula } : null;
  },
  耦合权重: (value) => {
    if (compact(textOf(value)).toLowerCase() === "equal" || compact(textOf(value)) === "相等")
      return { couplingWeights: null };
    return numbersOf(
      value,
      (couplingWeights) => couplingWeights.every(notNegative) && couplingWeights.some((weight) => weight > 0),
      (couplingWeights) => ({ couplingWeights }),
    );
  },
  加分上限: numeric(notNegative, (bonusCap) => ({ bonusCap })),
  档次: (value) =>
    numbersOf(
      value,
      (bands) => bands.length === 3 && descending(bands),
      (bands) => ({ bands }),
    ),
  协调等级: (value) =>
    numbersOf(
      value,
      (levels) => levels.length === 9 && descending([...levels].reverse()) && levels.every(share),
      (coordinationLevels) => ({ coordinationLevels }),
    ),
  融合等级: (value) =>
    numbersOf(
      value,
      (levels) => levels.length === 3 && descending(levels),
      (fusionLevels) => ({ fusionLevels }),
    ),
  评选可评率: numeric(share, (gateAvailability) => ({ gateAvailability })),
  评选子系统: numeric(share, (gateSubsystems) => ({ gateSubsystems })),
  评选融合指数: numeric(notNegative, (gateFusion) => ({ gateFusion })),
  评选百分制: numeric(notNegative, (gateTotal) => ({ gateTotal })),
  评选比例: numeric(share, (quota) => ({ quota })),
  抽样次数: numeric(
    (draws) => Number.isInteger(draws) && draws >= 1 && draws <= 100_000,
    (draws) => ({ draws }),
  ),
  随机种子: numeric(
    (seed) => Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff,
    (seed) => ({ seed }),
  ),
  扰动幅度: numeric(
    (spread) => spread >= 0 && spread < 1,
    (spread) => ({ spread }),
  ),
  显示名次: (value, current) => {
    const text = textOf(value);
    if (isYesWord(text)) return { showRanks: true };
    return current.words.blankWords.some((word) => compact(word) === compact(text)) ? { showRanks: false } : null;
  },
  空值: (value, current) => {
    // Not `splitCell`: the slash is one of the words.
    const blankWords = textOf(value)
      .split(/[,，;；、\s]+/u)
      .filter((word) => word !== "");
    return blankWords.length === 0 ? null : { words: { ...current.words, blankWords } };
  },
};

/** All fixed keys of 参数 in the order of methodology §10 (the lines of the figures and the word lists come on top). */
export const PARAMETER_KEYS: readonly string[] = [
  ...Object.keys(READERS),
  ...Object.keys(DEFAULT_LINES).flatMap((figure) => [`${figure}黄线`, `${figure}红线`]),
];

/**
 * The parameters in effect. A key that is not known is listed; a value that cannot be used leaves the default and is listed as
 * an error with its cell; of a repeated key the first row holds.
 */
export function readParameters(rows: readonly ParameterRow[]): {
  readonly parameters: Parameters;
  readonly own: ReadonlySet<string>;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const own = new Set<string>();
  const seen = new Set<string>();
  let parameters = DEFAULT_PARAMETERS;
  for (const row of rows) {
    const key = compact(row.key);
    if (key === "" || isEmptyCell(row.value)) continue;
    if (seen.has(key)) {
      issues.push(issue("parameterRepeated", row.place, { key: row.key.trim() }));
      continue;
    }
    seen.add(key);
    const reader = fixedReader(key) ?? lineReader(key) ?? wordReader(key);
    const change = reader?.(row.value, parameters) ?? null;
    if (reader === null) issues.push(issue("parameterUnknown", row.place, { key: row.key.trim() }));
    else if (change === null)
      issues.push(
        issue("parameterUnusable", row.place, {
          key: row.key.trim(),
          found: textOf(row.value),
          fallback: shown(key, DEFAULT_PARAMETERS),
        }),
      );
    else {
      parameters = { ...parameters, ...change };
      own.add(key);
    }
  }
  return { parameters, own, issues };
}

function fixedReader(key: string): Reader | null {
  return hasOwn(READERS, key) ? (READERS[key] ?? null) : null;
}

/** The value of a key as 参数 would show it. */
export function shown(key: string, parameters: Parameters): string {
  const line = /^(.*)(黄线|红线)$/u.exec(key);
  const lines = line === null ? undefined : parameters.lines[line[1] ?? ""];
  if (line !== null && lines !== undefined) return String(line[2] === "黄线" ? lines.yellow : lines.red);
  const values: Readonly<Record<string, string | number>> = {
    截止日: textOf(parameters.asOf),
    同步窗口: parameters.syncWindow,
    可评率下限: parameters.availability === 2 / 3 ? "2/3" : parameters.availability,
    耦合子系统: parameters.couplingSubsystems.join(","),
    联结子系统: parameters.linkageSubsystem,
    耦合公式: parameters.formula,
    耦合权重: parameters.couplingWeights?.join(",") ?? "equal",
    加分上限: parameters.bonusCap,
    档次: parameters.bands.join(","),
    协调等级: parameters.coordinationLevels.join(","),
    融合等级: parameters.fusionLevels.join(","),
    评选可评率: parameters.gateAvailability,
    评选子系统: parameters.gateSubsystems,
    评选融合指数: parameters.gateFusion,
    评选百分制: parameters.gateTotal,
    评选比例: parameters.quota,
    抽样次数: parameters.draws,
    随机种子: parameters.seed,
    扰动幅度: parameters.spread,
    显示名次: parameters.showRanks ? "是" : "否",
    空值: parameters.words.blankWords.join("、"),
  };
  return hasOwn(values, key) ? String(values[key]) : wordsShown(key, parameters.words);
}

function wordsShown(key: string, words: Words): string {
  const [kind = "", name = ""] = key.split(/[:：]/u);
  const list =
    kind === "列名" ? words.aliases[name] : kind === "同义词" ? words.synonyms[name] : words.categories[name];
  return (list ?? []).join("、");
}

/** 词表：类别, 同义词：党课, 列名：支部 — each replaces the list it names. */
function wordReader(key: string): Reader | null {
  const match = /^(词表|同义词|列名)[:：](.+)$/u.exec(key);
  const name = match?.[2] ?? "";
  if (match === null) return null;
  const field = match[1] === "词表" ? "categories" : match[1] === "同义词" ? "synonyms" : "aliases";
  if (field === "categories" && !hasOwn(DEFAULT_WORDS.categories, name)) return null;
  if (field === "aliases" && !TABLES.some(({ columns }) => hasOwn(columns, name))) return null;
  return (value, current) =>
    listOf(value, (list) => ({ words: { ...current.words, [field]: { ...current.words[field], [name]: list } } }));
}

function lineReader(key: string): Reader | null {
  const match = /^(.*)(黄线|红线)$/u.exec(key);
  const figure = match?.[1] ?? "";
  if (match === null || !hasOwn(DEFAULT_LINES, figure)) return null;
  const side = match[2] === "黄线" ? "yellow" : "red";
  return (value, current) =>
    numeric(Number.isFinite, (line) => ({
      lines: { ...current.lines, [figure]: { ...(current.lines[figure] ?? { yellow: 0, red: 0 }), [side]: line } },
    }))(value, current);
}

function numeric(usable: (value: number) => boolean, change: (value: number) => Change): Reader {
  return (value) => {
    const read = readQuotient(value);
    return read !== null && usable(read) ? change(read) : null;
  };
}

function numbersOf(
  value: CellValue,
  usable: (values: readonly number[]) => boolean,
  change: (values: readonly number[]) => Change,
): Change | null {
  const numbers = textOf(value)
    .split(/[,，、;；]+/u)
    .map(readQuotient)
    .filter((number) => number !== null);
  const complete = numbers.length === textOf(value).split(/[,，、;；]+/u).length;
  return complete && usable(numbers) ? change(numbers) : null;
}

function listOf(value: CellValue, change: (list: readonly string[]) => Change | null): Change | null {
  const list = splitCell(textOf(value)).map(compact);
  return list.length === 0 ? null : change(list);
}

function descending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value < (values[index - 1] ?? Infinity));
}
