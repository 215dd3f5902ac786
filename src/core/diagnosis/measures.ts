import { dayOfIso, isoOf, monthOf, monthsRange } from "../calendar";
import type { Finding, Light, Measure } from "../assessment/assessment";
import type { LibraryMeasure } from "./library";

/** A measure as it is chosen, before anybody looks whether it was sent into 任务清单. */
export type ChosenMeasure = Omit<Measure, "sent">;

/** Most measures that one branch is given: more than this nobody carries out. */
const MOST = 5;

/**
 * What of a library answers a need (a 诊断项 or a 代码), the best first: the earlier a measure's 针对 names the need, the more it is
 * meant for it; of equals, the one that stands first.
 */
export function answersTo(need: string, library: readonly LibraryMeasure[]): readonly LibraryMeasure[] {
  return library
    .map((measure, row) => ({ measure, row, position: measure.answers.indexOf(need) }))
    .filter(({ position }) => position >= 0)
    .sort((one, other) => one.position - other.position || one.row - other.row)
    .map(({ measure }) => measure);
}

/** Last day of the month that is `months` after that of `asOf`, both yyyy-mm-dd; `asOf` itself where it is no date. */
export function dueDay(asOf: string, months: number): string {
  const start = dayOfIso(asOf);
  return start === null ? asOf : isoOf(monthsRange(monthOf(start) + months, 1).last);
}

/** One thing to mend: the 诊断项 or 代码 that the library is asked for, and the problem or 代码 that the measure names. */
interface Need {
  readonly asks: string;
  readonly names: string;
}

function needsAt(findings: readonly Finding[], light: Light): Need[] {
  return findings
    .filter((finding) => finding.level === light)
    .flatMap((finding) =>
      finding.rules
        .filter((rule) => rule.level === light)
        .map((rule) => ({ asks: rule.figure, names: finding.problem })),
    );
}

/**
 * The measures for one branch, worst first: what answers its 红 findings, then its 黄 ones, then its 障碍度; one measure for
 * each thing to mend, a second one for 红 while there is room, at most five, none twice. `asOf` is 截止日, yyyy-mm-dd.
 */
export function measuresFor(
  findings: readonly Finding[],
  obstacles: readonly (readonly [code: string, degree: number])[],
  library: readonly LibraryMeasure[],
  asOf: string,
): ChosenMeasure[] {
  const red = needsAt(findings, "红");
  const rounds = [red, needsAt(findings, "黄"), obstacles.map(([code]) => ({ asks: code, names: code })), red];
  const chosen: ChosenMeasure[] = [];
  const answered = new Set<string>();
  rounds.forEach((needs, round) => {
    for (const { asks, names } of needs) {
      if (chosen.length >= MOST) return;
      // In the first three rounds a need that a chosen measure answers already asks for nothing more.
      if (round < 3 && answered.has(asks)) continue;
      const found = answersTo(asks, library).find(({ key }) => chosen.every((measure) => measure.key !== key));
      if (found === undefined) continue;
      const { key, task, owner, months, moves } = found;
      chosen.push({ key, answers: names, figure: asks, task, owner, moves, due: dueDay(asOf, months) });
      for (const answer of found.answers) answered.add(answer);
    }
  });
  return chosen;
}
