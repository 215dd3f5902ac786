import type { ReportCell } from "./report-model";

/** Makes the places of one tab in which the clerk may write, each under its own name. */
export interface NoteCells {
  /** An empty place for a remark on `about`, which is the same from run to run; said again, it gets a number. */
  readonly note: (...about: readonly string[]) => ReportCell;
}

/** The places for remarks of one tab. */
export function noteCells(): NoteCells {
  const given = new Map<string, number>();
  return {
    note: (...about) => {
      const name = ["note", ...about].join(":");
      const count = (given.get(name) ?? 0) + 1;
      given.set(name, count);
      return { value: null, role: "input", input: count === 1 ? name : `${name}#${count}` };
    },
  };
}
