import type { MemberTables } from "../wire/member-tables";
import { isRecord } from "../wire/json";

/** What the page fetches once. */
export interface Loaded {
  readonly manifest: string;
  readonly tables: MemberTables;
  /** Name of the user's file that the server was started with; null where there is none. */
  readonly file: string | null;
}

const isTables = (value: unknown): value is MemberTables => isRecord(value) && isRecord(value["Range"]);

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Fetches what does not depend on the workbook. Rejects where the server does not have it. */
export async function load(): Promise<Loaded> {
  const json = async (address: string): Promise<unknown> => (await fetched(address)).json();
  const [manifest, tables, start] = await Promise.all([
    fetched("addin/manifest.xml").then((response) => response.text()),
    json("member-tables.json"),
    json("start.json"),
  ]);
  if (!isTables(tables)) throw new Error("member-tables.json");
  const file = isRecord(start) ? start["file"] : null;
  return { manifest, tables, file: typeof file === "string" ? file : null };
}
