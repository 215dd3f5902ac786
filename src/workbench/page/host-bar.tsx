import { useState } from "react";
import { fill } from "../cli/words";
import { excelApiVersions, type PageOptions } from "./options";
import type { PageWords } from "./words";

/** What the bar of the host needs. */
export interface HostBarProps {
  readonly words: PageWords;
  readonly options: PageOptions;
  readonly onOptions: (options: PageOptions) => void;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string, boolean?])[];
  readonly hint?: string;
  readonly onChoice: (value: T) => void;
}

function Choice<T extends string>({ label, value, choices, hint, onChoice }: ChoiceProps<T>) {
  return (
    <label title={hint}>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([one]) => one === target.value);
          if (chosen !== undefined) onChoice(chosen[0]);
        }}
      >
        {choices.map(([one, text, isDisabled]) => (
          <option key={one} value={one} disabled={isDisabled === true}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly onNumber: (value: number) => void;
}

function NumberField({ label, value, step, onNumber }: NumberProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        step={step}
        defaultValue={value}
        onBlur={({ target }) => {
          const number = Math.trunc(Number(target.value));
          if (number >= 0 && number !== value) onNumber(number);
        }}
      />
    </label>
  );
}

/** Names of failures that an add-in should bear; the numbers are errors of a request as a whole. */
const failures = ["GeneralException", "AccessDenied", "InvalidOperation", "5102", "5103", "5104", "7000"];

/** The controls of the host, for developers and tests. */
export function HostBar({ words, options, onOptions }: HostBarProps) {
  const [nth, setNth] = useState(1);
  const [code, setCode] = useState("GeneralException");
  const set = (change: Partial<PageOptions>) => onOptions({ ...options, ...change });
  const isSecure = location.protocol === "https:";
  return (
    <section className="host" aria-label={words.host}>
      <Choice
        label={words.transport}
        value={options.transport}
        choices={[
          ["desktop", words.transports.desktop],
          ["web", words.transports.web, !isSecure],
        ]}
        {...(isSecure ? {} : { hint: words.webNeedsHttps })}
        onChoice={(transport) => set({ transport })}
      />
      <Choice
        label={words.language}
        value={options.locale}
        choices={[
          ["zh-CN", words.languages["zh-CN"]],
          ["en-US", words.languages["en-US"]],
        ]}
        onChoice={(locale) => set({ locale })}
      />
      <Choice
        label={words.theme}
        value={options.theme}
        choices={[
          ["light", words.themes.light],
          ["dark", words.themes.dark],
          ["high-contrast", words.themes["high-contrast"]],
        ]}
        onChoice={(theme) => set({ theme })}
      />
      <Choice
        label={words.excelApi}
        value={options.excelApi}
        choices={excelApiVersions.map((version) => [version, version])}
        onChoice={(excelApi) => set({ excelApi })}
      />
      <NumberField label={words.latency} value={options.latency} step={100} onNumber={(latency) => set({ latency })} />
      <NumberField
        label={words.payload}
        value={options.payloadLimit}
        step={1024}
        onNumber={(payloadLimit) => set({ payloadLimit })}
      />
      <label>
        <input
          type="checkbox"
          checked={options.cellEditing}
          onChange={({ target }) => set({ cellEditing: target.checked })}
        />
        {words.editing}
      </label>
      <label>
        <input
          type="checkbox"
          checked={options.isProtected}
          onChange={({ target }) => set({ isProtected: target.checked })}
        />
        {words.protectedBook}
      </label>
      <span className="fail">
        <label>
          {words.failNth}
          <input
            type="number"
            min={1}
            value={nth}
            onChange={({ target }) => setNth(Math.max(1, Number(target.value)))}
          />
        </label>
        <label>
          {words.failAs}
          <select value={code} onChange={({ target }) => setCode(target.value)}>
            {failures.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => set({ failure: { request: nth, code: /^\d+$/.test(code) ? Number(code) : code } })}
        >
          {words.fail}
        </button>
        {options.failure !== null && (
          <output>{fill(words.failPlanned, { request: options.failure.request, code: options.failure.code })}</output>
        )}
      </span>
    </section>
  );
}
