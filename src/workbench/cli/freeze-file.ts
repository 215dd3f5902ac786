import type { Call } from "./arguments";
import { EXIT, pressOnFile, type Surroundings } from "./press-on-file";
import { words } from "./words";

/** Turns the assessment tabs of one workbook that are written as formulas into values; gives the exit code. */
export function freezeFile(call: Call, surroundings: Surroundings): Promise<number> {
  return pressOnFile(call, "freeze", surroundings, ({ report, write }) => {
    if (report.outcome === "frozen") return Promise.resolve(write([]) ?? EXIT.done);
    surroundings.console.say(words(call.locale).notFrozen);
    return Promise.resolve(report.because === "nothingToFreeze" ? EXIT.nothing : EXIT.unusable);
  });
}
