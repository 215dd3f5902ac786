/** Where the command speaks: people read `say` and `progress`, programs read `print`. */
export interface Console {
  /** A line for people. */
  readonly say: (text: string) => void;
  /** How far the work is: on a terminal one line that is written over, elsewhere a line per stage. */
  readonly progress: (stage: string, done: number, total: number) => void;
  /** Data for programs; resolves when it is handed over. */
  readonly print: (text: string) => Promise<void>;
}

const ERASE_LINE = "\r\u001b[K";

/** The console of a process. */
export function processConsole(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Console {
  let stage = "";
  let isOpen = false;
  const closeLine = () => {
    if (isOpen) stderr.write(ERASE_LINE);
    isOpen = false;
  };
  return {
    say: (text) => {
      closeLine();
      stderr.write(`${text}\n`);
    },
    progress: (name, done, total) => {
      if (stderr.isTTY) {
        const share = total > 1 ? ` ${Math.floor((100 * done) / total)}%` : "";
        stderr.write(`${ERASE_LINE}${name}${share}`);
        isOpen = true;
      } else if (name !== stage) stderr.write(`${name}\n`);
      stage = name;
    },
    print: (text) => {
      closeLine();
      return new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)));
      });
    },
  };
}
