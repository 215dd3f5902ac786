import type { Finding, Light, Measure } from "../assessment/assessment";

/** One entry of the library of 对策: what it answers (诊断项 of §7, or 代码 of indicators) and by when it is to be done. */
interface LibraryEntry {
  readonly key: string;
  /** Calendar months after 截止日 at whose end the task is due. */
  readonly due: number;
  readonly answers: readonly string[];
}

/**
 * The library of 对策: 思想认识 (政治机关意识, 服务大局意识, 党建管总业务支撑意识) × 工作机制 (工作指导, 监督制约, 考核评价) ×
 * 工作能力 (政治能力, 群众工作能力, 抓落实能力). Its order is the order of preference; the words are in the workbook's catalogue
 * (docs/methodology.md §7).
 */
const LIBRARY = [
  { key: "measure.politicalOrgan.1", due: 3, answers: ["B4"] },
  { key: "measure.politicalOrgan.2", due: 1, answers: ["B5"] },
  { key: "measure.serviceOverall.1", due: 3, answers: ["忙时弱化", "D4"] },
  { key: "measure.partySupports.1", due: 1, answers: ["未结合率", "R1", "联结度"] },
  { key: "measure.politicalOrgan.3", due: 3, answers: ["未结合率", "R1"] },
  { key: "measure.serviceOverall.2", due: 3, answers: ["未结合率", "R1"] },
  { key: "measure.partySupports.2", due: 3, answers: ["协调度", "两翼差"] },
  { key: "measure.guidance.1", due: 3, answers: ["宣传融合率"] },
  { key: "measure.guidance.2", due: 3, answers: ["事务化", "D10"] },
  { key: "measure.guidance.3", due: 6, answers: ["B1", "协调度", "两翼差"] },
  { key: "measure.supervision.1", due: 1, answers: ["B3"] },
  { key: "measure.supervision.2", due: 1, answers: ["B2"] },
  { key: "measure.supervision.3", due: 3, answers: ["联结度"] },
  { key: "measure.appraisal.1", due: 3, answers: ["三同步", "R2"] },
  { key: "measure.appraisal.2", due: 1, answers: ["部署时差", "R3"] },
  { key: "measure.appraisal.3", due: 1, answers: ["R7"] },
  { key: "measure.appraisal.4", due: 6, answers: ["联结度", "协调度", "三同步"] },
  { key: "measure.politicalAbility.1", due: 1, answers: ["部署时差", "R3", "忙时弱化"] },
  { key: "measure.politicalAbility.2", due: 3, answers: ["R5"] },
  { key: "measure.politicalAbility.3", due: 3, answers: ["D8"] },
  { key: "measure.massWork.1", due: 3, answers: ["形式单一"] },
  { key: "measure.massWork.2", due: 3, answers: ["D9"] },
  { key: "measure.massWork.3", due: 3, answers: ["R4", "宣传融合率"] },
  { key: "measure.execution.1", due: 3, answers: ["形式单一", "主题雷同"] },
  { key: "measure.execution.2", due: 1, answers: ["主题雷同"] },
  { key: "measure.execution.3", due: 3, answers: ["R6", "事务化"] },
  { key: "measure.execution.4", due: 3, answers: ["D1", "D2", "D3"] },
  { key: "measure.execution.6", due: 3, answers: ["D5", "D6"] },
  { key: "measure.execution.5", due: 1, answers: ["D7", "D11"] },
] as const satisfies readonly LibraryEntry[];

/** Name of a measure: `measure.<cell>.<n>`. */
export type MeasureKey = (typeof LIBRARY)[number]["key"];

/** Most measures that one branch is given: more than this nobody carries out. */
const MOST = 5;

function entryOf(key: string): LibraryEntry | undefined {
  return LIBRARY.find((entry) => entry.key === key);
}

/** Whether a text names a measure of the library. */
export function isMeasureKey(key: string): key is MeasureKey {
  return entryOf(key) !== undefined;
}

/** Calendar months after 截止日 at whose end a measure is due; 3 for one that the library does not hold. */
export function dueMonths(key: string): number {
  return entryOf(key)?.due ?? 3;
}

/** 诊断项 of the library: what a rule's figure or an indicator's 代码 can be answered with, for checks of completeness. */
export function answeredBy(need: string): readonly string[] {
  return LIBRARY.filter((entry) => entry.answers.some((answer) => answer === need)).map((entry) => entry.key);
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
 * each thing to mend, a second one for 红 while there is room, at most five, none twice.
 */
export function measuresFor(
  findings: readonly Finding[],
  obstacles: readonly (readonly [code: string, degree: number])[],
): Measure[] {
  const red = needsAt(findings, "红");
  const rounds = [red, needsAt(findings, "黄"), obstacles.map(([code]) => ({ asks: code, names: code })), red];
  const chosen: Measure[] = [];
  const answered = new Set<string>();
  rounds.forEach((needs, round) => {
    for (const { asks, names } of needs) {
      if (chosen.length >= MOST) return;
      // In the first three rounds a need that a chosen measure answers already asks for nothing more.
      if (round < 3 && answered.has(asks)) continue;
      const key = answeredBy(asks).find((candidate) => chosen.every((measure) => measure.key !== candidate));
      if (key === undefined) continue;
      chosen.push({ key, answers: names });
      for (const answer of entryOf(key)?.answers ?? []) answered.add(answer);
    }
  });
  return chosen;
}
