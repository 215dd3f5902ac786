import axe from "axe-core";
import type { Frame } from "playwright-core";

declare global {
  interface Window {
    /** There once {@link axeFindings} has looked at the page. */
    axe?: typeof axe;
  }
}

/**
 * What axe finds wrong in a frame, `rule: target: what to do`; elements that one of the selectors in `without` finds are left out, and
 * so must be the frames inside it. It runs in the frame itself, which stays as it is for the next look: a second is saved each time
 * over an axe that is brought to the page, and to another that adds up, anew.
 */
export async function axeFindings(frame: Frame, without: readonly string[] = []): Promise<readonly string[]> {
  const isThere = await frame.evaluate(() => window.axe !== undefined);
  if (!isThere) await frame.evaluate(axe.source);
  return frame.evaluate(
    async (exclude) => {
      if (window.axe === undefined) throw new Error("axe has not arrived in the page.");
      const { violations } = await window.axe.run({ exclude }, { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
      );
    },
    [...without],
  );
}
