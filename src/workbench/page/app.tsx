import { useEffect, useRef, useState } from "react";
import type { WorkbookDocument } from "../files/document";
import { open } from "../files/open";
import { save } from "../files/save";
import { fill, words as fileWords } from "../cli/words";
import { addInFrom } from "./add-in";
import { FileBar } from "./file-bar";
import { gridWords } from "./grid/univer";
import { HostBar } from "./host-bar";
import type { Loaded } from "./load";
import { queryOf, type PageOptions, type Sample } from "./options";
import { Ribbon } from "./ribbon";
import { openSession, type Session } from "./session";
import { calledBy, type Shortcut, shortcutsFrom } from "./shortcuts";
import { TracePanel } from "./trace-panel";
import type { TraceEntry } from "./trace";
import { pageWords } from "./words";

/** An open workbook as the page knows it: what is in it, and under which name it will be saved. */
interface Workbook {
  readonly document: WorkbookDocument;
  readonly name: string;
  /** Null for a file of the user. */
  readonly sample: Sample | null;
}

/** Something that the page tells. */
interface Message {
  readonly kind: "info" | "error";
  readonly text: string;
}

declare global {
  interface Window {
    /** The open workbook, for the console of developers and for tests; absent while one is being opened. */
    ronghe?: Session;
  }
}

const longestTrace = 500;
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The options that a workbook is opened with; the others can change while it is open. */
const openedWith = ({ transport, locale, theme, excelApi, payloadLimit }: PageOptions): string =>
  JSON.stringify([transport, locale, theme, excelApi, payloadLimit]);

/** The workbench: files above, the ribbon, the grid beside the pane, and below what the add-in asks of the host. */
export function App({ loaded, start }: { readonly loaded: Loaded; readonly start: PageOptions }) {
  const [options, setOptions] = useState(start);
  const [workbook, setWorkbook] = useState<Workbook | null>(null);
  const [isChanged, setChanged] = useState(false);
  const [undo, setUndo] = useState<WorkbookDocument | null>(null);
  const [redo, setRedo] = useState<WorkbookDocument | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<Message | null>(null);
  const [trace, setTrace] = useState<readonly TraceEntry[]>([]);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const gridParent = useRef<HTMLDivElement>(null);
  const paneParent = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const words = pageWords(options.locale);
  const addIn = addInFrom(loaded.manifest, options.locale);

  const tellError = (text: string) => setMessage({ kind: "error", text });
  const openBytes = (bytes: Uint8Array, name: string, sample: Sample | null) => {
    const opened = open(bytes, addIn === null ? {} : { addIn: addIn.reference.id });
    if (opened.kind === "failed") {
      tellError(fill(fileWords(options.locale).open[opened.failure], { path: name }));
      return;
    }
    const document = opened.document;
    setMessage(null);
    setChanged(false);
    setUndo(null);
    setRedo(null);
    setTrace([]);
    setWorkbook({
      document: addIn === null || document.addIn !== undefined ? document : { ...document, addIn: addIn.reference },
      name,
      sample,
    });
  };
  const mayLeave = () =>
    !isChanged || workbook === null || window.confirm(fill(words.discard, { name: workbook.name }));
  const openSample = (sample: Sample) => {
    if (!mayLeave()) return;
    setOptions((before) => ({ ...before, sample }));
    fetchBytes(`samples/${sample}.xlsx`).then(
      (bytes) => openBytes(bytes, `${sample}.xlsx`, sample),
      (error: unknown) => tellError(reasonOf(error)),
    );
  };
  const openFile = (file: File) => {
    file.arrayBuffer().then(
      (buffer) => {
        if (mayLeave()) openBytes(new Uint8Array(buffer), file.name, null);
      },
      () => tellError(fill(words.readFailed, { name: file.name })),
    );
  };
  const saveFile = async () => {
    if (session.current === null || workbook === null) return;
    const bytes = save(await session.current.document(), { modified: new Date() });
    download(bytes, workbook.name);
    setChanged(false);
    setMessage({ kind: "info", text: fill(words.saved, { name: workbook.name }) });
  };
  const press = async (functionName: string) => {
    if (session.current === null) return;
    setBusy(true);
    try {
      await session.current.press(functionName);
    } catch (error) {
      tellError(fill(words.commandFailed, { reason: reasonOf(error) }));
    } finally {
      setBusy(false);
    }
  };
  /** Opens the workbook as it was at the other side of a step, and keeps this side for the way back. */
  const step = async (there: WorkbookDocument, keep: (here: WorkbookDocument) => void) => {
    if (session.current === null || workbook === null) return;
    const here = structuredClone(await session.current.document());
    setUndo(null);
    setRedo(null);
    keep(here);
    setChanged(true);
    setWorkbook({ ...workbook, document: there });
  };
  const showPane = (isShown: boolean) => {
    setPaneOpen(isShown);
    session.current?.showPane(isShown);
  };
  /** Options with which the workbook must be opened anew are taken over with all that is in it. */
  const change = (options: PageOptions) => {
    setOptions(options);
    const current = session.current;
    if (current === null || workbook === null || openedWith(options) === openedWith(sessionOptions.current)) return;
    current.document().then(
      (document) => setWorkbook({ ...workbook, document: structuredClone(document) }),
      (error: unknown) => tellError(reasonOf(error)),
    );
  };

  const sessionOptions = useRef(options);
  useEffect(() => {
    const first = loaded.file === null ? `samples/${start.sample}.xlsx` : "file";
    fetchBytes(first).then(
      (bytes) => openBytes(bytes, loaded.file ?? `${start.sample}.xlsx`, loaded.file === null ? start.sample : null),
      (error: unknown) => tellError(reasonOf(error)),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page starts
  }, []);
  useEffect(() => {
    history.replaceState(null, "", `${location.pathname}${queryOf(options)}`);
    document.documentElement.lang = options.locale;
    document.documentElement.dataset["theme"] = options.theme;
    session.current?.apply(options);
  }, [options]);
  useEffect(() => {
    const [grid, pane] = [gridParent.current, paneParent.current];
    if (workbook === null || grid === null || pane === null || addIn === null) return;
    let isCurrent = true;
    sessionOptions.current = options;
    const begin = async () => {
      const found = await gridWords(options.locale);
      const metadata = addIn.functions === null ? null : await fetchJson(`addin/${addIn.functions.metadata}`);
      const keys = addIn.shortcuts === null ? null : await fetchJson(`addin/${addIn.shortcuts}`);
      if (!isCurrent) return;
      setShortcuts(shortcutsFrom(keys));
      const opened = openSession({
        document: workbook.document,
        addIn,
        tables: loaded.tables,
        metadata,
        options,
        words,
        gridWords: found,
        gridParent: grid,
        paneParent: pane,
        onTrace: (entry) => setTrace((before) => [...before.slice(1 - longestTrace), entry]),
        onChange: (by) => {
          setChanged(true);
          // What a person did since would be lost with what the add-in wrote before.
          if (by === "person") setUndo(null);
          setRedo(null);
        },
        onStep: setUndo,
        onFailed: () => setOptions((before) => ({ ...before, failure: null })),
        onRefused: (reason) => setMessage({ kind: "info", text: words.refused[reason] }),
        onPane: setPaneOpen,
        onDefect: (error) => {
          // eslint-disable-next-line no-console -- with its stack, for whoever looks for it
          console.error(error);
          tellError(fill(words.defect, { reason: reasonOf(error) }));
        },
      });
      session.current = opened;
      setPaneOpen(true);
      const expose = () => {
        if (isCurrent) window.ronghe = opened;
      };
      // Closed before it was drawn, it has nothing to show.
      opened.drawn.then(expose, () => undefined);
    };
    begin().catch((error: unknown) => {
      // eslint-disable-next-line no-console -- with its stack, for whoever looks for it
      console.error(error);
      tellError(fill(words.startFailed, { reason: reasonOf(error) }));
    });
    return () => {
      isCurrent = false;
      delete window.ronghe;
      session.current?.close();
      session.current = null;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a session lasts as long as its workbook; what else changes is applied to it
  }, [workbook]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (isChanged) event.preventDefault();
    };
    addEventListener("beforeunload", guard);
    return () => removeEventListener("beforeunload", guard);
  }, [isChanged]);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const called = calledBy(shortcuts, event);
      if (called === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isBusy) void press(called);
    };
    // Before the grid hears of it.
    addEventListener("keydown", follow, { capture: true });
    return () => removeEventListener("keydown", follow, { capture: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what `press` needs beside it lies in a ref
  }, [shortcuts, isBusy]);
  const [isDropping, setDropping] = useState(false);

  return (
    <div
      className="workbench"
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) openFile(file);
      }}
    >
      <FileBar
        words={words}
        name={workbook?.name ?? null}
        sample={workbook?.sample ?? null}
        isChanged={isChanged}
        options={options}
        onSample={openSample}
        onFile={openFile}
        onSave={() => void saveFile()}
        onUndo={undo === null ? null : () => void step(undo, setRedo)}
        onRedo={redo === null ? null : () => void step(redo, setUndo)}
        onOptions={change}
      />
      {options.hostBar && <HostBar words={words} options={options} onOptions={change} />}
      <Ribbon
        words={words}
        addIn={addIn}
        isBusy={isBusy || workbook === null}
        onPane={() => showPane(true)}
        onCommand={(functionName) => void press(functionName)}
      />
      {message !== null && (
        <div className={`message ${message.kind}`} role={message.kind === "error" ? "alert" : "status"}>
          <span>{message.text}</span>
          <button type="button" aria-label={words.dismiss} onClick={() => setMessage(null)}>
            ×
          </button>
        </div>
      )}
      <main>
        <section className="grid-side" aria-label={words.grid} ref={gridParent}>
          {workbook === null && <p className="starting">{words.starting}</p>}
        </section>
        <section className="pane-side" aria-label={words.pane} hidden={!isPaneOpen}>
          <header>
            <h2>{addIn?.name}</h2>
            <button type="button" aria-label={words.closePane} title={words.closePane} onClick={() => showPane(false)}>
              ×
            </button>
          </header>
          <div className="pane" ref={paneParent} />
        </section>
      </main>
      {options.trace && <TracePanel words={words} entries={trace} onClear={() => setTrace([])} />}
      {isDropping && <div className="drop">{words.drop}</div>}
    </div>
  );
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** Hands a file to the browser's downloads. */
function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
