import { fill } from "../cli/words";
import type { TraceEntry } from "./trace";
import type { PageWords } from "./words";

/** What the panel of requests needs. */
export interface TracePanelProps {
  readonly words: PageWords;
  readonly entries: readonly TraceEntry[];
  readonly onClear: () => void;
}

const mostActions = 200;

function bytes(count: number): string {
  return count < 1024
    ? `${count} B`
    : count < 1024 * 1024
      ? `${(count / 1024).toFixed(1)} KB`
      : `${(count / 1024 / 1024).toFixed(2)} MB`;
}

/** The requests of the add-in, the last one first: what each did, how large it was, how long it took. */
export function TracePanel({ words, entries, onClear }: TracePanelProps) {
  const [sequence, actions, sent, received, milliseconds, error] = words.columns;
  return (
    <section className="trace" aria-label={words.trace}>
      <header>
        <h2>{words.requests}</h2>
        <button type="button" onClick={onClear}>
          {words.clear}
        </button>
      </header>
      {entries.length === 0 ? (
        <p>{words.noRequests}</p>
      ) : (
        <div className="rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{sequence}</th>
                <th scope="col">{actions}</th>
                <th scope="col">{sent}</th>
                <th scope="col">{received}</th>
                <th scope="col">{milliseconds}</th>
                <th scope="col">{error}</th>
              </tr>
            </thead>
            <tbody>
              {[...entries].reverse().map((entry) => (
                <tr key={entry.sequence} className={entry.error === null ? "" : "failed"}>
                  <td>{entry.sequence}</td>
                  <td>
                    <details>
                      <summary>
                        {entry.actions[0] ?? "—"}
                        {entry.actions.length > 1 && (
                          <span className="count">{fill(words.moreActions, { count: entry.actions.length })}</span>
                        )}
                      </summary>
                      <ol>
                        {entry.actions.slice(0, mostActions).map((action, index) => (
                          <li key={index}>{action}</li>
                        ))}
                      </ol>
                    </details>
                  </td>
                  <td>{bytes(entry.bytesSent)}</td>
                  <td>{bytes(entry.bytesReceived)}</td>
                  <td>{entry.milliseconds.toFixed(0)}</td>
                  <td>{entry.error ?? ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
