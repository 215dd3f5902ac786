import { parseArgs } from "node:util";

/** How `npm start` was called. */
export interface StartOptions {
  /** The port to begin with; where it is taken the next ones are tried. */
  readonly port: number;
  /** The name or address to listen on. */
  readonly host: string;
  /** A workbook to open first, as written; null for the sample. */
  readonly file: string | null;
  /** False: a browser is never opened. */
  readonly opensBrowser: boolean;
}

/** What the arguments ask for; `wrong` says what cannot be used, in the words of Node or with the argument. */
export type StartCall =
  | { readonly kind: "start"; readonly options: StartOptions }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly found: string };

const highestPort = 65535;

/** Reads the arguments of `npm start`. */
export function parseStart(args: readonly string[]): StartCall {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "3000" },
        host: { type: "string", default: "localhost" },
        file: { type: "string" },
        open: { type: "boolean", default: true },
        help: { type: "boolean", short: "h", default: false },
      },
      allowNegative: true,
    });
    if (values.help) return { kind: "help" };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > highestPort) return { kind: "wrong", found: `--port ${values.port}` };
    return {
      kind: "start",
      options: { port, host: values.host, file: values.file ?? null, opensBrowser: values.open },
    };
  } catch (error) {
    return { kind: "wrong", found: error instanceof Error ? error.message : String(error) };
  }
}
