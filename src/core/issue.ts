/** `error` stops something (named by the message); `warning` asks for a look; `info` is only told. */
export type Severity = "error" | "warning" | "info";

/** Where in the workbook; `cell` is A1 style. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Something to tell the clerk. The text is made from `code` and `params` by the message catalogue. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place | null;
  readonly params: Readonly<Record<string, string | number>>;
}
