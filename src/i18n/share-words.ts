import { percent } from "./message";

/** A share as an official would write it: 三分之二, else a percentage. */
export function shareWords(share: number): string {
  return Math.abs(share - 2 / 3) < 1e-9 ? "三分之二" : percent(share);
}
