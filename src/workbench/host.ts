import type { WorkbookDocument } from "./files/document";
import { Book } from "./objects/book";
import type { UniverFactory } from "./objects/engine";
import { argumentsFor, type Given } from "./functions/arguments";
import type { HostMessage } from "./functions/calls";
import { readFunctionTable } from "./functions/metadata";
import { failedResult, type CallResult } from "./functions/values";
import { createService } from "./objects/services";
import { pendingError } from "./objects/function-executor";
import { RangeObject } from "./objects/range";
import { WorkbookObject } from "./objects/workbook";
import { WorksheetObject } from "./objects/worksheet";
import { ApiError } from "./wire/api-error";
import { createInterpreter } from "./wire/interpreter";
import type { MemberTables } from "./wire/member-tables";
import { parseBatch, type Batch, type BatchResponse } from "./wire/protocol";
import { defaultSets, type OfferedSets } from "./wire/requirement-sets";

/** What a host needs to know beside the workbook. */
export interface HostOptions {
  /** Members of the Excel classes, from the library that the page loads. */
  readonly tables: MemberTables;
  /** Requirement sets to offer; ExcelApi 1.14 and the shared runtime unless told otherwise. */
  readonly sets?: OfferedSets;
  /** Language of Excel's interface, e.g. `zh-CN`. */
  readonly locale?: string;
  /** Largest request or response in bytes; Excel on the web's 5 MB unless told otherwise. */
  readonly payloadLimit?: number;
  /** The add-in's worksheet functions: the namespace that its manifest gives them, and the parsed text of its functions.json. */
  readonly functions?: { readonly namespace: string; readonly metadata: unknown };
  /** Makes the engine under the workbook: one with a grid where the workbook is to be seen. */
  readonly makeUniver?: UniverFactory;
  /** Told of defects of the stand-in, which the page sees as an internal error of Excel; the console unless told otherwise. */
  readonly onDefect?: (error: unknown) => void;
}

/** Trouble that a test can make. */
export interface Faults {
  /** True while the user is typing in a cell: writes are refused, or wait if the client asked to. */
  cellEditing: boolean;
  /** True while the workbook lets nobody write: such requests end with AccessDenied. */
  isProtected: boolean;
  /** Milliseconds before each answer. */
  latency: number;
  /**
   * Fails one request: the `request`-th from now on (1 is the next), before or after its batch is carried out. The code is a
   * name such as `GeneralException`, or the number of an error of the request as a whole such as 5102.
   */
  failure: { readonly request: number; readonly code: number | string; readonly after: boolean } | null;
}

/** A Rich API request as a transport hands it over. */
export interface RichRequest {
  readonly body: string;
  /** Bits: 1 writes, 64 waits for the end of cell editing. */
  readonly flags: number;
}

/** The answer: a body, or the number of an error that concerns the request as a whole. */
export type RichResponse =
  { readonly kind: "answered"; readonly body: string } | { readonly kind: "refused"; readonly code: number };

/** Excel with the screen off: one workbook, open for one page at a time. */
export interface Host {
  readonly locale: string;
  readonly sets: OfferedSets;
  readonly faults: Faults;
  readonly book: Book;
  readonly settings: HostSettings;
  /**
   * Rich API requests so far, refused ones too: one per `context.sync()` that had something to send. The library's own requests
   * (it gives references back after each `Excel.run`, and reports to the host when it starts) do not count and are never failed.
   */
  readonly requestCount: () => number;
  readonly execute: (request: RichRequest) => Promise<RichResponse>;
  /**
   * Opens the way of the host's own messages to a page: each call brings those of one event. Calls of functions wait until the page says that
   * it takes them. The function given back closes the way, as when the page is closed: its functions are unknown from then on.
   */
  readonly onMessage: (listener: (messages: readonly HostMessage[]) => void) => () => void;
  /** Enters a value as a person does who types into a cell, past the page; the page hears of it where it listens. */
  readonly type: (address: string, value: string | number | boolean) => void;
  /** Waits until formula results are up to date, those that the page computes among them. */
  readonly settle: () => Promise<void>;
  /** Calls a function without a cell, by its name without the namespace; null where there is none of that name. */
  readonly callFunction: (name: string, given: readonly Given[]) => Promise<CallResult | null>;
  /** What the add-in said of the error that a cell shows (sheet by its name, row and column from 0); null where it said nothing. */
  readonly errorMessage: (sheet: string, row: number, column: number) => string | null;
  /** The workbook as it is now, for saving; call `settle` first. */
  readonly toDocument: () => WorkbookDocument;
  readonly dispose: () => void;
}

/** The document settings of the add-in: name → JSON text. */
export interface HostSettings {
  readonly all: () => Readonly<Record<string, string>>;
  /** Replaces all settings, as `saveAsync` of the page does, and tells the listeners. */
  readonly replace: (settings: Readonly<Record<string, string>>) => void;
  /** Calls back at every change; the function given back ends that. */
  readonly onChange: (listener: (settings: Readonly<Record<string, string>>) => void) => () => void;
}

const requestTooLarge = 5103;
const responseTooLarge = 5104;
const inCellEditMode = 5004;
const writesFlag = 1;
const waitsForCellEditFlag = 64;

/** True for requests that no page asked for: the library gives references back, or reports to the host's services. */
function isLibraryOwn(batch: Batch): boolean {
  return batch.actions.every(
    ({ kind, name, path }) =>
      kind === "instantiate" || name === "_RemoveReference" || batch.paths.get(path)?.kind === "newObject",
  );
}

/** Opens a workbook in the stand-in. The document is the host's from now on. */
export function createHost(document: WorkbookDocument, options: HostOptions): Host {
  const table =
    options.functions === undefined ? null : readFunctionTable(options.functions.namespace, options.functions.metadata);
  const book = new Book(
    document,
    (self) => ({
      range: (sheetId, box) => new RangeObject(self, sheetId, box),
      worksheet: (sheetId) => new WorksheetObject(self, sheetId),
    }),
    table,
    options.makeUniver,
  );
  const sets = options.sets ?? defaultSets;
  const payloadLimit = options.payloadLimit ?? 5 * 1024 * 1024;
  const interpreter = createInterpreter({
    root: new WorkbookObject(book),
    createService: (typeName) => createService(typeName, book),
    tables: options.tables,
    offered: sets,
    settle: () => book.settle(),
    // eslint-disable-next-line no-console -- a defect must be seen even where nobody asked to be told
    onDefect: options.onDefect ?? ((error) => console.error(error)),
    beforeBatch: () => book.calculation(),
    afterBatch: () => book.endRequest(),
  });
  const faults: Faults = { cellEditing: false, isProtected: false, latency: 0, failure: null };
  const listeners = new Set<(settings: Readonly<Record<string, string>>) => void>();
  let requests = 0;

  const dueFailure = (): Faults["failure"] => {
    const { failure } = faults;
    if (failure === null) return null;
    if (failure.request > 1) {
      faults.failure = { ...failure, request: failure.request - 1 };
      return null;
    }
    faults.failure = null;
    return failure;
  };
  const failed = (code: number | string, results: BatchResponse["Results"]): RichResponse => {
    if (typeof code === "number") return { kind: "refused", code };
    const error = new ApiError(code);
    const body: BatchResponse = {
      Error: {
        Code: error.code,
        Message: error.message,
        HttpStatusCode: error.httpStatusCode,
        Location: "",
        ActionIndex: 0,
      },
      Results: results,
      TraceIds: [],
    };
    return { kind: "answered", body: JSON.stringify(body) };
  };
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  let isDisposed = false;
  const isEditing = () => faults.cellEditing && !isDisposed;
  /** Nobody waits for an answer of a host that was given up. */
  const isGivenUp = () => isDisposed;
  const byteLength = (text: string) => new TextEncoder().encode(text).length;

  return {
    locale: options.locale ?? "zh-CN",
    sets,
    faults,
    book,
    settings: {
      all: () => book.document.settings,
      replace: (settings) => {
        book.document.settings = { ...settings };
        for (const listener of listeners) listener(book.document.settings);
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    requestCount: () => requests,
    execute: async ({ body, flags }) => {
      const batch = parseBatch(body);
      const isHousekeeping = isLibraryOwn(batch);
      if (!isHousekeeping) requests += 1;
      if (faults.latency > 0) await pause(faults.latency);
      const failure = isHousekeeping ? null : dueFailure();
      if (failure !== null && !failure.after) return failed(failure.code, []);
      if (byteLength(body) > payloadLimit) return { kind: "refused", code: requestTooLarge };
      if (faults.cellEditing && (flags & writesFlag) !== 0) {
        if ((flags & waitsForCellEditFlag) === 0) return { kind: "refused", code: inCellEditMode };
        while (isEditing()) await pause(10);
        if (isGivenUp()) return failed("GeneralException", []);
      }
      if (faults.isProtected && !isHousekeeping && (flags & writesFlag) !== 0) return failed("AccessDenied", []);
      const response = await interpreter.execute(batch);
      if (failure !== null) return failed(failure.code, response.Results);
      const text = JSON.stringify(response);
      if (byteLength(text) > payloadLimit) return { kind: "refused", code: responseTooLarge };
      return { kind: "answered", body: text };
    },
    onMessage: (listener) => {
      book.calls.attach(listener);
      book.changes.attach(listener);
      return () => book.pageClosed();
    },
    type: (address, value) => {
      const cell = book.locate(address, book.activeSheet);
      if (cell === null) throw new Error(`There is no cell ${address}.`);
      book.changes.byPerson(() => new RangeObject(book, cell.sheetId, cell.box).enterAll([[value]]));
    },
    settle: () => book.settled(),
    callFunction: async (name, given) => {
      const fn = table?.byName.get(name.toUpperCase());
      if (fn === undefined) return null;
      const called = argumentsFor(fn, given, pendingError);
      if ("refused" in called) return failedResult(called.refused);
      for (;;) {
        const result = book.calls.call(fn, called.args, null);
        if (result !== null) return result;
        book.calls.flush();
        await book.calls.nextAnswer();
      }
    },
    errorMessage: (sheet, row, column) => {
      const sheetId = book.sheetNamed(sheet);
      return sheetId === undefined ? null : book.errorMessage(sheetId, row, column);
    },
    toDocument: () => book.toDocument(),
    dispose: () => {
      isDisposed = true;
      book.dispose();
    },
  };
}
