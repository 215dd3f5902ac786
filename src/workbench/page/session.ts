import type { ILocales, Univer } from "@univerjs/core";
import type { WorkbookDocument } from "../files/document";
import { createHost, type Host, type RichRequest } from "../host";
import { followEdits } from "../objects/edits";
import type { MemberTables } from "../wire/member-tables";
import { defaultSets } from "../wire/requirement-sets";
import type { AddIn } from "./add-in";
import { createChartLayer } from "./grid/charts";
import { functionHelp, registerHelp } from "./grid/function-help";
import { createMirror } from "./grid/mirror";
import { restoreSheetNames } from "./grid/sheet-bar";
import { carryOutStructure, forgetUndo } from "./grid/structure";
import { gridDrawn, gridUniver, keepCellColours } from "./grid/univer";
import { refuseInGrid, type Refusal } from "./grid/unsupported";
import type { PageOptions } from "./options";
import { openPaneFrame } from "./pane-frame";
import { changesWorkbook, traceEntry, type TraceEntry } from "./trace";
import type { PageWords } from "./words";

/** What a session needs: the workbook, the add-in, and where to show them. */
export interface SessionInput {
  readonly document: WorkbookDocument;
  readonly addIn: AddIn;
  readonly tables: MemberTables;
  /** The parsed functions.json. */
  readonly metadata: unknown;
  readonly options: PageOptions;
  readonly words: PageWords;
  readonly gridWords: ILocales;
  readonly gridParent: HTMLElement;
  readonly paneParent: HTMLElement;
  readonly onTrace: (entry: TraceEntry) => void;
  /** The workbook is no longer as it was saved; `by` says whose change it is. */
  readonly onChange: (by: "person" | "add-in") => void;
  /** The add-in begins to write: how the workbook was before, so that all of it can be taken back as one step. */
  readonly onStep: (before: WorkbookDocument) => void;
  /** The failure that was planned has happened. */
  readonly onFailed: () => void;
  /** Something was tried in the grid that is refused, and why. */
  readonly onRefused: (reason: Refusal) => void;
  /** The add-in showed or hid its pane. */
  readonly onPane: (isShown: boolean) => void;
  readonly onDefect: (error: unknown) => void;
}

/** A workbook that is open: the host with its grid, and the add-in's pane. */
export interface Session {
  readonly host: Host;
  /** Resolves once the grid can be worked with; rejects where the workbook is closed before. */
  readonly drawn: Promise<void>;
  /** Presses the ribbon button of a function; resolves when the command is completed. */
  readonly press: (functionName: string) => Promise<void>;
  /** Takes over what can change while the workbook is open: latency, cell editing, protection, failure. */
  readonly apply: (options: PageOptions) => void;
  /** Tells the add-in that its pane was shown or hidden. */
  readonly showPane: (isShown: boolean) => void;
  /** The workbook with all results. */
  readonly document: () => Promise<WorkbookDocument>;
  readonly close: () => void;
}

/** A burst of requests or edits is calculated once, when it is over. */
const calculateAfter = 60;

/** Writes of the add-in that are further apart than this are two steps. */
const stepPause = 5000;

/** Opens a workbook in the page. */
export function openSession(input: SessionInput): Session {
  const { addIn, options, words, gridParent } = input;
  const container = document.createElement("div");
  container.className = "grid";
  gridParent.append(container);
  const grids: Univer[] = [];
  const host = createHost(input.document, {
    tables: input.tables,
    sets: { ...defaultSets, ExcelApi: options.excelApi },
    locale: options.locale,
    payloadLimit: options.payloadLimit,
    ...(addIn.functions === null
      ? {}
      : { functions: { namespace: addIn.functions.namespace, metadata: input.metadata } }),
    onDefect: input.onDefect,
    makeUniver: () => {
      const made = gridUniver(
        container,
        { locale: options.locale, isDark: options.theme !== "light" },
        input.gridWords,
      );
      grids.push(made);
      return made;
    },
  });
  const { book } = host;
  book.isPaneShown = true;
  const [grid] = grids;
  if (grid === undefined) throw new Error("The host made no grid.");
  keepCellColours(grid);
  const mirror = createMirror(grid, book, words);
  refuseInGrid(grid, book, (reason) => {
    input.onRefused(reason);
    // Once the tab is no longer being edited.
    setTimeout(() => restoreSheetNames(container, book));
  });
  const charts = createChartLayer(grid, book, gridParent, words);
  if (addIn.functions !== null) registerHelp(grid, functionHelp(addIn.functions.namespace, input.metadata));

  let timer = 0;
  const calculateSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void host.settle(), calculateAfter);
  };
  let redrawing = 0;
  /** When the add-in wrote last; null where a person has changed something since. */
  let lastWrite: number | null = null;
  const edited = () => {
    // Once the grid is done with what it does: a new sheet comes to the front after it is there.
    clearTimeout(redrawing);
    redrawing = window.setTimeout(() => {
      mirror.takeSelection();
      mirror.refresh();
    });
    calculateSoon();
    lastWrite = null;
    input.onChange("person");
  };
  followEdits(book, edited);
  carryOutStructure(grid, book, { onEdit: edited, onRefused: input.onRefused });

  let requests = 0;
  let isClosed = false;
  const execute = async (request: RichRequest) => {
    const began = performance.now();
    const planned = host.faults.failure !== null;
    const wasShown = book.isPaneShown;
    mirror.takeSelection();
    const changes = changesWorkbook(request);
    if (changes && (lastWrite === null || began - lastWrite > stepPause))
      input.onStep(structuredClone(host.toDocument()));
    const response = await host.execute(request);
    // The workbook may have been closed meanwhile; nobody waits for the answer then.
    if (isClosed) return response;
    mirror.refresh();
    if (book.isPaneShown !== wasShown) input.onPane(book.isPaneShown);
    requests += 1;
    const entry = traceEntry(requests, request, response, performance.now() - began);
    input.onTrace(entry);
    if (planned && host.faults.failure === null) input.onFailed();
    calculateSoon();
    if (changes) {
      // What a person did before may stand elsewhere now, or be written over: Excel forgets it too.
      forgetUndo(grid, book);
      lastWrite = performance.now();
      input.onChange("add-in");
    }
    return response;
  };
  const pane = openPaneFrame(input.paneParent, {
    host: { ...host, execute },
    transport: options.transport,
    theme: options.theme,
    address: `addin/${addIn.page}`,
    title: addIn.name,
  });
  mirror.refresh();

  const apply = ({ latency, cellEditing, isProtected, failure }: PageOptions) => {
    host.faults.latency = latency;
    host.faults.cellEditing = cellEditing;
    host.faults.isProtected = isProtected;
    host.faults.failure = failure === null ? null : { ...failure, after: false };
  };
  apply(options);
  return {
    host,
    drawn: gridDrawn(grid),
    press: pane.invokeCommand,
    apply,
    showPane: (isShown) => {
      book.isPaneShown = isShown;
    },
    document: async () => {
      await host.settle();
      return host.toDocument();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(redrawing);
      charts.dispose();
      pane.close();
      host.dispose();
      container.remove();
    },
  };
}
