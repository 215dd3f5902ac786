import { useRef } from "react";
import type { PageOptions, Sample } from "./options";
import type { PageWords } from "./words";

const sampleNames = ["clean", "messy", "branches", "minimal"] as const;

/** What the bar of files needs. */
export interface FileBarProps {
  readonly words: PageWords;
  /** Name of the open workbook; null while there is none. */
  readonly name: string | null;
  readonly sample: Sample | null;
  readonly isChanged: boolean;
  readonly options: PageOptions;
  readonly onSample: (sample: Sample) => void;
  readonly onFile: (file: File) => void;
  readonly onSave: () => void;
  /** Takes back what the add-in wrote last; null where there is nothing to take back. */
  readonly onUndo: (() => void) | null;
  /** Brings it back; null where nothing was taken back, or something was done since. */
  readonly onRedo: (() => void) | null;
  readonly onOptions: (options: PageOptions) => void;
}

/** Files: what is open, the samples, opening and saving; and what the page is. */
export function FileBar(props: FileBarProps) {
  const { words, name, sample, isChanged, options, onOptions } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className="files">
      <h1>{words.title}</h1>
      <select
        aria-label={words.sample}
        value={sample ?? ""}
        onChange={({ target }) => {
          const chosen = sampleNames.find((one) => one === target.value);
          if (chosen !== undefined) props.onSample(chosen);
        }}
      >
        {sample === null && <option value="">{name ?? words.starting}</option>}
        {sampleNames.map((one) => (
          <option key={one} value={one}>
            {words.samples[one]}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => input.current?.click()}>
        {words.open}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label={words.open}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) props.onFile(file);
          // The same file may be chosen again.
          target.value = "";
        }}
      />
      <button type="button" onClick={props.onSave} disabled={name === null}>
        {words.save}
      </button>
      <button type="button" title={words.undoHint} onClick={() => props.onUndo?.()} disabled={props.onUndo === null}>
        {words.undo}
      </button>
      <button type="button" title={words.redoHint} onClick={() => props.onRedo?.()} disabled={props.onRedo === null}>
        {words.redo}
      </button>
      {isChanged && <span className="unsaved">{words.unsaved}</span>}
      <p>{words.notice}</p>
      <button
        type="button"
        aria-pressed={options.hostBar}
        onClick={() => onOptions({ ...options, hostBar: !options.hostBar })}
      >
        {words.host}
      </button>
      <button
        type="button"
        aria-pressed={options.trace}
        onClick={() => onOptions({ ...options, trace: !options.trace })}
      >
        {words.trace}
      </button>
    </header>
  );
}
