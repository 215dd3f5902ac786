/** Languages of the command line. */
export type Locale = "zh-CN" | "en-US";

/**
 * One call of the command. Paths are as written; `json` is `-` for standard output. `freeze`: the workbook's assessment tabs are turned into
 * values, and nothing is assessed.
 */
export interface Call {
  readonly input: string;
  readonly output: string | null;
  readonly json: string | null;
  readonly period: string | null;
  readonly asOf: string | null;
  readonly formula: "standard" | "wang2021" | null;
  /** How the tab 指标得分 is written; `null` leaves it to the add-in. */
  readonly formulas: "values" | "live" | null;
  readonly freeze: boolean;
  readonly locale: Locale;
  readonly force: boolean;
}

/** What the arguments ask for, or why they cannot be used; `found` is the argument that is wrong. */
export type Parsed =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "help"; readonly locale: Locale }
  | { readonly kind: "wrong"; readonly locale: Locale; readonly why: UsageError; readonly found: string };

export type UsageError =
  | "inputMissing"
  | "inputTwice"
  | "optionUnknown"
  | "optionTwice"
  | "valueMissing"
  | "formulaUnknown"
  | "formulasUnknown"
  | "localeUnknown"
  | "notWithFreeze";

/** Options that take a value, by each way to write them. */
const OPTIONS = {
  "--period": "period",
  "--as-of": "asOf",
  "-o": "output",
  "--output": "output",
  "--json": "json",
  "--locale": "locale",
  "--formula": "formula",
  "--formulas": "formulas",
} as const;

type Option = (typeof OPTIONS)[keyof typeof OPTIONS];

function isOption(text: string): text is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, text);
}

function isLocale(text: string | undefined): text is Locale {
  return text === "zh-CN" || text === "en-US";
}

/** Options that say how to assess: they mean nothing where nothing is assessed. */
const ASSESSING: readonly Option[] = ["period", "asOf", "json", "formula", "formulas"];

/** The language to complain in: the one asked for, wherever it stands, else Chinese. */
function localeIn(args: readonly string[]): Locale {
  const asked = args.flatMap((arg, index) =>
    arg === "--locale" ? [args[index + 1]] : arg.startsWith("--locale=") ? [arg.slice(9)] : [],
  );
  return asked.find(isLocale) ?? "zh-CN";
}

/** `--period=2021` as `--period 2021`. */
function spread(args: readonly string[]): string[] {
  return args.flatMap((arg) => {
    const match = /^(--[a-z-]+)=([\s\S]*)$/.exec(arg);
    return match?.[1] === undefined || match[2] === undefined ? [arg] : [match[1], match[2]];
  });
}

/** Reads the arguments behind the command's name. */
export function parseArguments(given: readonly string[]): Parsed {
  const locale = localeIn(given);
  const wrong = (why: UsageError, found: string): Parsed => ({ kind: "wrong", locale, why, found });
  const args = spread(given);
  const values = new Map<Option, string>();
  const inputs: string[] = [];
  let force = false;
  let freeze = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--help" || arg === "-h") return { kind: "help", locale };
    if (arg === "--force") force = true;
    else if (arg === "--freeze") freeze = true;
    else if (isOption(arg)) {
      const value = args[index + 1];
      const isMissing = value === undefined || value === "" || (value.startsWith("-") && value !== "-");
      if (isMissing) return wrong("valueMissing", arg);
      if (values.has(OPTIONS[arg])) return wrong("optionTwice", arg);
      values.set(OPTIONS[arg], value);
      index += 1;
    } else if (arg.startsWith("-")) return wrong("optionUnknown", arg);
    else inputs.push(arg);
  }
  const [input, second] = inputs;
  const formula = values.get("formula") ?? null;
  const formulas = values.get("formulas") ?? null;
  const unsuited = Object.entries(OPTIONS).find(([, option]) => ASSESSING.includes(option) && values.has(option));
  const language = values.get("locale");
  if (input === undefined) return wrong("inputMissing", "");
  if (second !== undefined) return wrong("inputTwice", second);
  if (formula !== null && formula !== "standard" && formula !== "wang2021") return wrong("formulaUnknown", formula);
  if (formulas !== null && formulas !== "values" && formulas !== "live") return wrong("formulasUnknown", formulas);
  if (freeze && unsuited !== undefined) return wrong("notWithFreeze", unsuited[0]);
  if (language !== undefined && !isLocale(language)) return wrong("localeUnknown", language);
  return {
    kind: "call",
    call: {
      input,
      output: values.get("output") ?? null,
      json: values.get("json") ?? null,
      period: values.get("period") ?? null,
      asOf: values.get("asOf") ?? null,
      formula,
      formulas,
      freeze,
      locale: language ?? locale,
      force,
    },
  };
}
