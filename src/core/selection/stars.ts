import { type DayRange, inside, isoOf, monthOf, monthsRange, monthsTouched } from "../calendar";
import type { Star, StarCheck } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import { dutyDone } from "../assessment/item-measures";
import { type LedgerRow, fieldOf, placeOf } from "../ledger/ledger";
import { readNumber } from "../ledger/read-number";
import { periodName } from "../ledger/read-period";
import { CRITERIA, DUTIES } from "../ledger/schema";
import { comparable, textOf } from "../ledger/text";
import { isBlank, personNames } from "../ledger/vocabulary";
import { round9 } from "../methods/round9";

const KINDS = { 1: "每月之星", 3: "季度之星" } as const;
type StarKind = (typeof KINDS)[1 | 3];

interface Candidate {
  readonly row: LedgerRow;
  readonly span: DayRange;
  readonly kind: StarKind;
  readonly name: string;
  /** Index of the branch. */
  readonly branch: number;
  readonly duties: number;
  readonly sum: number;
}

/**
 * 每月之星 and 季度之星 (methodology §8): per month and quarter inside the period the posts whose three criteria are all filled,
 * ordered by kinds of duty done, then by their sum (text counts 1); the first-placed, all where joint.
 */
export function starsOf(frame: Frame): readonly Star[] {
  const periods = new Map<string, Candidate[]>();
  for (const candidate of candidates(frame)) {
    const key = nameOf(candidate.span);
    const own = periods.get(key);
    if (own === undefined) periods.set(key, [candidate]);
    else own.push(candidate);
  }
  const ordered = [...periods.entries()].sort(([, [a]], [, [b]]) =>
    a === undefined || b === undefined ? 0 : a.span.first - b.span.first || a.span.last - b.span.last,
  );
  return ordered.flatMap(([period, all]) => {
    const duties = Math.max(...all.map((candidate) => candidate.duties));
    const most = all.filter((candidate) => candidate.duties === duties);
    const sum = Math.max(...most.map((candidate) => candidate.sum));
    const people = new Set<string>();
    return most.flatMap((candidate): Star[] => {
      const { kind, name, branch, row } = candidate;
      const person = `${branch}\u0000${personNames(name).map(comparable).join("、")}`;
      if (candidate.sum !== sum || people.has(person)) return [];
      people.add(person);
      return [
        {
          period,
          kind,
          name,
          branch: frame.ledger.branches[branch]?.name ?? "",
          duties,
          sum,
          place: placeOf(row, "姓名"),
        },
      ];
    });
  });
}

function candidates(frame: Frame): Candidate[] {
  return posts(frame).flatMap(({ row, span, kind, branch }): Candidate[] => {
    if (CRITERIA.some((criterion) => isBlank(fieldOf(row, criterion), frame.words))) return [];
    const done = DUTIES.filter((duty) => dutyDone(row, duty, frame));
    const sum = done.reduce((total, duty) => {
      const read = readNumber(fieldOf(row, duty));
      return total + (read?.exact === true && Number.isFinite(read.value) ? read.value : 1);
    }, 0);
    const name = textOf(fieldOf(row, "姓名")).trim();
    return [{ row, span, kind, name, branch, duties: done.length, sum: Math.min(round9(sum), Number.MAX_VALUE) }];
  });
}

interface Post {
  readonly row: LedgerRow;
  readonly span: DayRange;
  readonly kind: StarKind;
  readonly branch: number;
}

/** Rows of 先锋岗 with a name and a 期间 that is a month or a quarter inside the assessed period. */
function posts(frame: Frame): Post[] {
  return (frame.views["先锋岗"]?.table.rows ?? []).flatMap((row): Post[] => {
    const branch = row.branches.find((index) => frame.windows[index] != null);
    const kind = row.span === null ? null : kindOf(row.span);
    if (
      row.span === null ||
      kind === null ||
      branch === undefined ||
      frame.assessed === null ||
      !inside(row.span, frame.assessed)
    )
      return [];
    if (isBlank(fieldOf(row, "期间"), frame.words) || isBlank(fieldOf(row, "姓名"), frame.words)) return [];
    return [{ row, span: row.span, kind, branch }];
  });
}

/** Which star a 期间 is for: a calendar month, a calendar quarter, or none. */
function kindOf(span: DayRange): StarKind | null {
  const months = monthsTouched(span);
  const whole = monthsRange(monthOf(span.first), months);
  if (whole.first !== span.first || whole.last !== span.last) return null;
  return months === 1 ? KINDS[1] : months === 3 && monthOf(span.first) % 3 === 0 ? KINDS[3] : null;
}

function nameOf(span: DayRange): string {
  return periodName(span, isoOf);
}

/** 星级记录 against the posts: a winner without a post, a winner twice running, a period of the recorded kind without one. */
export function starChecks(frame: Frame): readonly StarCheck[] {
  const held = new Map<string, DayRange[]>();
  for (const { span, branches, ...post } of frame.views["先锋岗"]?.table.rows ?? []) {
    if (span === null) continue;
    for (const name of personNames(textOf(fieldOf(post, "姓名"))))
      for (const branch of branches) {
        const key = postKey(branch, name);
        held.set(key, [...(held.get(key) ?? []), span]);
      }
  }
  /** A post in any part of the 期间 will do: a 季度之星 may hold posts by the month, a post without 期间 is for the whole period. */
  const hasPost = (name: string, branches: readonly number[], span: DayRange): boolean =>
    branches.some((branch) =>
      held.get(postKey(branch, name))?.some((post) => post.first <= span.last && post.last >= span.first),
    );
  const records = (frame.views["星级记录"]?.table.rows ?? [])
    .flatMap((row) => {
      const kind = row.span === null ? null : kindOf(row.span);
      if (row.span === null || kind === null || frame.assessed === null || !inside(row.span, frame.assessed)) return [];
      return [{ row, span: row.span, kind, names: personNames(textOf(fieldOf(row, "姓名"))), branches: row.branches }];
    })
    .sort((a, b) => a.span.first - b.span.first);
  const checks: StarCheck[] = records.flatMap(({ row, span, kind, names, branches }) =>
    names
      .filter((name) => branches.length > 0 && !hasPost(name, branches, span))
      .map((name): StarCheck => ({
        code: "winnerWithoutPost",
        period: nameOf(span),
        kind,
        name,
        place: placeOf(row, "姓名"),
      })),
  );
  for (const record of records) {
    const before = records.filter(({ kind, span }) => kind === record.kind && span.last === record.span.first - 1);
    for (const name of record.names) {
      if (
        before.some(
          ({ names, branches }) => names.includes(name) && branches.some((branch) => record.branches.includes(branch)),
        )
      ) {
        checks.push({
          code: "winnerTwiceRunning",
          period: nameOf(record.span),
          kind: record.kind,
          name,
          place: placeOf(record.row, "姓名"),
        });
      }
    }
  }
  return [...checks, ...periodsWithout(records, frame)];
}

function postKey(branch: number, name: string): string {
  return `${branch}\u0000${comparable(name)}`;
}

function periodsWithout(
  records: readonly { readonly kind: StarKind; readonly span: DayRange }[],
  frame: Frame,
): StarCheck[] {
  const { assessed } = frame;
  if (assessed === null) return [];
  return ([1, 3] as const).flatMap((months) => {
    const kind = KINDS[months];
    if (!records.some((record) => record.kind === kind)) return [];
    const recorded = new Set(records.filter((record) => record.kind === kind).map(({ span }) => span.first));
    const checks: StarCheck[] = [];
    for (
      let month = Math.ceil(monthOf(assessed.first) / months) * months;
      month <= monthOf(assessed.last);
      month += months
    ) {
      const span = monthsRange(month, months);
      if (inside(span, assessed) && !recorded.has(span.first))
        checks.push({ code: "periodWithoutWinner", period: nameOf(span), kind, name: null, place: null });
    }
    return checks;
  });
}
