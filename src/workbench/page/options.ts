/** Languages of Excel that the workbench plays. */
export type Locale = "zh-CN" | "en-US";

/** How the page reaches the host: as in Excel on the web, over messages; or as in Excel on Windows, over `window.external`. */
export type Transport = "web" | "desktop";

/** Colours of Excel. */
export type Theme = "light" | "dark" | "high-contrast";

/** Sample workbooks. */
export type Sample = "clean" | "messy" | "branches" | "minimal";

/** What the host does at one request instead of answering it. */
export interface PlannedFailure {
  /** 1 is the next request. */
  readonly request: number;
  /** A name such as `GeneralException`, or the number of an error of the request as a whole such as 5102. */
  readonly code: string | number;
}

/** What the address of the page can say; everything that the bar of the host shows. */
export interface PageOptions {
  readonly sample: Sample;
  readonly transport: Transport;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Highest version of ExcelApi that the host offers. */
  readonly excelApi: string;
  /** Milliseconds before each answer. */
  readonly latency: number;
  /** Largest request or response in bytes. */
  readonly payloadLimit: number;
  /** True while somebody types in a cell. */
  readonly cellEditing: boolean;
  /** True where the host refuses every write. */
  readonly isProtected: boolean;
  readonly failure: PlannedFailure | null;
  /** True where the requests are shown. */
  readonly trace: boolean;
  /** True where the bar of the host is shown. */
  readonly hostBar: boolean;
}

/** Versions of ExcelApi that can be chosen; 1.13 is what the add-in needs, 1.14 what LTSC 2021 has. */
export const excelApiVersions = ["1.7", "1.9", "1.12", "1.13", "1.14", "1.15"] as const;

const megabyte = 1024 * 1024;

/** What holds where the address says nothing. */
const standardOptions: PageOptions = {
  sample: "clean",
  transport: "desktop",
  locale: "zh-CN",
  theme: "light",
  excelApi: "1.14",
  latency: 0,
  payloadLimit: 5 * megabyte,
  cellEditing: false,
  isProtected: false,
  failure: null,
  trace: false,
  hostBar: false,
};

function oneOf<T extends string>(text: string | null, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === text) ?? otherwise;
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** Reads `3` or `3:5102` or `3:AccessDenied`; null for anything else. */
function failureFrom(text: string | null): PlannedFailure | null {
  const found = /^([1-9]\d{0,5})(?::(\w+))?$/.exec(text ?? "");
  if (found === null) return null;
  const [, request, code = "GeneralException"] = found;
  return { request: Number(request), code: /^\d+$/.test(code) ? Number(code) : code };
}

/** Reads the query of the page's address; what it does not say, or says wrongly, is as usual. */
export function optionsFrom(query: string): PageOptions {
  const said = new URLSearchParams(query);
  const usual = standardOptions;
  return {
    sample: oneOf(said.get("sample"), ["clean", "messy", "branches", "minimal"], usual.sample),
    transport: oneOf(said.get("transport"), ["web", "desktop"], usual.transport),
    locale: oneOf(said.get("language"), ["zh-CN", "en-US"], usual.locale),
    theme: oneOf(said.get("theme"), ["light", "dark", "high-contrast"], usual.theme),
    excelApi: oneOf(said.get("excelapi"), excelApiVersions, "1.14"),
    latency: wholeNumber(said.get("latency"), usual.latency),
    payloadLimit: wholeNumber(said.get("payload"), usual.payloadLimit),
    cellEditing: said.get("editing") === "1",
    isProtected: said.get("protected") === "1",
    failure: failureFrom(said.get("fail")),
    trace: said.get("trace") === "1",
    hostBar: said.get("host") === "1",
  };
}

/** The query that says the options: only what is not as usual, so that an address stays short. */
export function queryOf(options: PageOptions): string {
  const usual = standardOptions;
  const { failure } = options;
  const parts: readonly (readonly [string, string, boolean])[] = [
    ["sample", options.sample, options.sample !== usual.sample],
    ["transport", options.transport, options.transport !== usual.transport],
    ["language", options.locale, options.locale !== usual.locale],
    ["theme", options.theme, options.theme !== usual.theme],
    ["excelapi", options.excelApi, options.excelApi !== usual.excelApi],
    ["latency", String(options.latency), options.latency !== usual.latency],
    ["payload", String(options.payloadLimit), options.payloadLimit !== usual.payloadLimit],
    ["editing", "1", options.cellEditing],
    ["protected", "1", options.isProtected],
    ["fail", failure === null ? "" : `${failure.request}:${failure.code}`, failure !== null],
    ["trace", "1", options.trace],
    ["host", "1", options.hostBar],
  ];
  const said = new URLSearchParams(parts.filter(([, , isSaid]) => isSaid).map(([name, value]) => [name, value]));
  return said.size === 0 ? "" : `?${said.toString()}`;
}
