import type { BrandState } from "../assessment/assessment";

/** The words of 品牌与荣誉. */
export interface BrandsMessages {
  readonly brands: string;
  /** How many branches have a brand, of how many that are judged, and how many stand in each state. */
  readonly summary: (named: number, judged: number, states: Readonly<Record<BrandState, number>>) => string;
  readonly brandHeadings: readonly string[];
  readonly states: Readonly<Record<BrandState, string>>;
  readonly duplicate: (others: readonly string[], all: number) => string;
  readonly sound: string;
  readonly brandNote: string;
  readonly honours: string;
  readonly noHonours: string;
  readonly unknownLevel: string;
  readonly unknownCategory: string;
  readonly all: string;
  readonly honourHeadings: (levels: readonly string[]) => readonly string[];
  readonly categories: (counts: readonly { readonly name: string; readonly count: number }[]) => string;
  readonly honourNote: string;
  readonly list: string;
  readonly listHeadings: readonly string[];
  readonly more: (listed: number, rest: number) => string;
  readonly signature: string;
}
