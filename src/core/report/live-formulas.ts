import type { Assessment, BranchAssessment, SchemeLine } from "../assessment/assessment";
import { areaReference, reference, rowReference } from "./cells";
import type { LivePlan, LiveSettings, SharedRow } from "./live-plan";
import type { ReportMessages } from "./report-messages";

/** What the formulas of 指标得分 are made of: the namespace of the functions, what they read, and the settings in cells. */
export interface LiveScores {
  readonly namespace: string;
  readonly plan: LivePlan;
  readonly scheme: LiveSettings;
  readonly parameters: LiveSettings;
}

/** The cell of the first branch that `MEASURES` fills with an indicator's raw figure, and the column of the formula in that row. */
export interface MeasuredPlace {
  readonly row: number;
  readonly column: number;
  readonly anchor: number;
}

/** Where the tab's formulas find each other: zero-based rows, of 原始值 one a branch; the raw figures of `MEASURES` by 代码. */
export interface LivePlaces {
  readonly raw: readonly number[];
  readonly weights: number;
  readonly shared: Readonly<Record<SharedRow, number>>;
  readonly measured: Readonly<Record<string, MeasuredPlace>>;
}

/** The places of a tab that is drawn for the first time, to learn them. */
export const UNKNOWN_PLACES: LivePlaces = {
  raw: [],
  weights: 0,
  shared: {
    period: 0,
    availability: 0,
    formula: 0,
    couplingWeights: 0,
    coordinationLevels: 0,
    fusionLevels: 0,
    bands: 0,
    lower: 0,
    upper: 0,
    direction: 0,
  },
  measured: {},
};

/** A number in a formula. */
function literal(value: number): string {
  return String(value).toUpperCase();
}

/** Months that a branch's window touches, of those of a year by which goalposts are scaled (methodology §4, 折算). */
function windowMonths({ window }: BranchAssessment): number {
  if (window === null) return 0;
  const month = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  return month(window.last) - month(window.first) + 1;
}

/** The formulas of one drawing of the tab. */
export interface LiveFormulas {
  /** One `MEASURES` for a table: `branches` are the cells that name them. */
  readonly measures: (table: LivePlan["tables"][number] & { readonly kind: "formula" }, branches: string) => string;
  /** The raw figure of an indicator, from the cells that `MEASURES` fills; `null` where the table stands as values. */
  readonly raw: (code: string, branch: number) => string | null;
  /** Attainment of the raw figure in `column`, or 审定分 ÷ 分值. */
  readonly attainment: (line: SchemeLine, branch: BranchAssessment, index: number, column: number) => string;
  /** The cell of 评分标准 that holds an indicator's 分值; `null` where none does. */
  readonly weight: (code: string) => string | null;
  /** 分值 × 达成度, passing words on. */
  readonly points: (attainment: string, weight: string) => string;
  /** The mean of the figures of all branches that exist; 未评 where there are none. Headings may stand between them. */
  readonly average: (range: string) => string;
  readonly index: (key: string, row: IndexRow) => string | null;
}

/** One branch's row of 指数与百分制 and what it is made from. */
export interface IndexRow {
  /** The cell of another figure in the same row. */
  readonly at: (key: string) => string;
  /** Row of the branch in 达成度. */
  readonly attainment: number;
  /** First and last column of a subsystem's indicators; of all of them where `subsystem` is null. */
  readonly columns: (subsystem: string | null) => { readonly first: number; readonly last: number };
}

/**
 * The formulas of 指标得分 where it is written as a live chain. Only what is not assessed becomes 未评: an error, as of functions that are not
 * there, passes through to the band.
 */
export function liveFormulas(
  { namespace, plan, scheme, parameters }: LiveScores,
  assessment: Assessment,
  messages: ReportMessages,
  places: LivePlaces,
  left: number,
): LiveFormulas {
  const call = (name: string, ...args: readonly string[]) => `${namespace}.${name}(${args.join(",")})`;
  const word = (text: string) => `"${text}"`;
  const unassessed = word(messages.words.unassessed);
  const notApplicable = word(messages.words.notApplicable);
  const known = (formula: string) => `IFNA(${formula},${unassessed})`;
  const shared = (row: SharedRow, count = 1) =>
    count === 1
      ? reference({ row: places.shared[row], column: left })
      : rowReference(places.shared[row], left, left + count - 1);
  const { couplingSubsystems, couplingWeights, thresholds, linkageSubsystem } = assessment;
  const canCouple = couplingSubsystems.every((name) => assessment.subsystems.includes(name));
  const coupled = ({ at }: IndexRow) =>
    `${at(`index:${couplingSubsystems[0] ?? ""}`)}:${at(`index:${couplingSubsystems[couplingSubsystems.length - 1] ?? ""}`)}`;
  const weights = couplingWeights === null ? null : shared("couplingWeights", couplingWeights.length);
  const scores = (row: IndexRow, subsystem: string | null) => {
    const { first, last } = row.columns(subsystem);
    return { scores: rowReference(row.attainment, first, last), weights: rowReference(places.weights, first, last) };
  };
  const pointsOf = (subsystem: string | null) =>
    assessment.scheme.reduce(
      (sum, line) => sum + (subsystem === null || line.subsystem === subsystem ? line.points : 0),
      0,
    );
  const weighted = (row: IndexRow, subsystem: string | null) => {
    const own = scores(row, subsystem);
    return pointsOf(subsystem) > 0 ? call("WEIGHTED", own.scores, own.weights, shared("availability")) : null;
  };
  const availability = (row: IndexRow, subsystem: string | null) => {
    const own = scores(row, subsystem);
    const applicable = `SUM(${own.weights})-SUMIF(${own.scores},${notApplicable},${own.weights})`;
    // SUMIF passes over errors: without the sum of the scores, functions that are not there would look like data that are not.
    const assessed = `SUMIF(${own.scores},">=0",${own.weights})+0*SUM(${own.scores})`;
    return `IF(${applicable}=0,${unassessed},(${assessed})/(${applicable}))`;
  };

  return {
    measures: ({ table, ledger }, branches) =>
      call(
        "MEASURES",
        word(table),
        areaReference(ledger),
        areaReference(scheme.place),
        branches,
        shared("period"),
        plan.roster === null ? "" : areaReference(plan.roster),
        areaReference(parameters.place),
      ),
    raw: (code, branch) => {
      const found = places.measured[code];
      if (found === undefined) return null;
      const cell = reference({ row: found.row + branch, column: found.column });
      const anchor = reference({ row: found.row, column: found.anchor });
      // Where the table cannot be measured its formula shows why in its own cell, and the others stay blank: no zeros.
      return known(cell === anchor ? cell : `IF(ISBLANK(${cell}),IF(ISERROR(${anchor}),${anchor},NA()),${cell})`);
    },
    attainment: (line, branch, index, column) => {
      const review = branch.indicators[line.code];
      const approved = review?.review?.approved ?? null;
      if (review?.reviewed === true && approved !== null) return `${literal(approved)}/${literal(line.points)}`;
      const months = windowMonths(branch);
      const scaled = line.prorated && months !== 12 ? `*${months}/12` : "";
      const at = (row: number) => reference({ row, column });
      const { lower, upper, direction } = places.shared;
      return call("ATTAIN", at(places.raw[index] ?? 0), at(lower) + scaled, at(upper) + scaled, at(direction));
    },
    weight: (code) => {
      const cell = scheme.at(code, "分值");
      return cell === null ? null : reference(cell);
    },
    points: (attainment, weight) => `IF(ISNUMBER(${attainment}),${attainment}*${weight},${attainment})`,
    average: (range) => {
      const missing = `COUNTIF(${range},${unassessed})+COUNTIF(${range},${notApplicable})`;
      return `IF(${missing}=${assessment.branches.length},${unassessed},AVERAGE(${range}))`;
    },
    index: (key, row) => {
      const { at } = row;
      const [kind = "", subsystem = ""] = key.split(":");
      switch (kind) {
        case "index": {
          const mean = weighted(row, subsystem);
          return mean === null ? null : known(mean);
        }
        case "availability":
          return availability(row, subsystem === "" ? null : subsystem);
        case "coupling":
          return canCouple ? known(call("COUPLING", coupled(row), shared("formula"))) : null;
        case "development": {
          if (!canCouple) return null;
          const indices = coupled(row);
          const mean = weights === null ? `AVERAGE(${indices})` : `SUMPRODUCT(${indices},${weights})/SUM(${weights})`;
          return `IF(COUNTIF(${indices},${unassessed})>0,${unassessed},${mean})`;
        }
        case "coordination":
          return canCouple ? known(call("COORDINATION", coupled(row), weights ?? "", shared("formula"))) : null;
        case "coordinationLevel":
          return known(call("LEVEL", at("coordination"), shared("coordinationLevels", thresholds.coordination.length)));
        case "linkage":
          return assessment.subsystems.includes(linkageSubsystem) ? at(`index:${linkageSubsystem}`) : null;
        case "fusion":
          return known(call("FUSION", at("coordination"), at("linkage")));
        case "fusionLevel":
          return known(call("FUSION_LEVEL", at("fusion"), shared("fusionLevels", thresholds.fusion.length)));
        case "base": {
          const mean = weighted(row, null);
          return mean === null ? null : known(`100*${mean}`);
        }
        case "total":
          return `IF(ISTEXT(${at("base")}),${unassessed},MAX(0,${at("base")}+${at("bonus")}-${at("deduction")}))`;
        case "band":
          return known(call("BAND", at("total"), shared("bands", thresholds.bands.length)));
        default:
          return null;
      }
    },
  };
}
