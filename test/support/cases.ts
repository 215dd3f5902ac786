import { readFileSync } from "node:fs";
import path from "node:path";

/** A workbook with the result that an independent implementation expects. */
export interface Case {
  readonly name: string;
  readonly file: string;
  readonly period: string;
  readonly asOf: string | null;
  readonly formula: "standard" | "wang2021" | null;
  readonly expected: unknown;
}

/** The project's own cases, and those of the folder in RONGHE_CASES where it is set (for workbooks too large to keep here). */
export function cases(): readonly Case[] {
  const extra = process.env["RONGHE_CASES"];
  return [path.join(__dirname, "../cases"), ...(extra === undefined ? [] : [extra])].flatMap(casesIn);
}

function casesIn(folder: string): Case[] {
  const listed: unknown = JSON.parse(readFileSync(path.join(folder, "cases.json"), "utf8"));
  if (!Array.isArray(listed)) throw new Error(`${folder}: cases.json is no list`);
  return listed.map((entry) => {
    const { file, period, options, expected } = Object(entry);
    return {
      name: String(file),
      file: path.join(folder, String(file)),
      period: String(period),
      asOf: options?.asOf ?? null,
      formula: options?.formula ?? null,
      expected: JSON.parse(readFileSync(path.join(folder, String(expected)), "utf8")),
    };
  });
}
