import type { ReportModel } from "../core/report/report-model";
import { packedText, unpackedText } from "./packed-text";
import { parseReport } from "./parse-report";
import { PAYLOAD_BYTES } from "./payload";
import type { Attempt } from "./run-excel";
import { runExcel } from "./run-excel";
import { nextTurn } from "./turns";

/** Namespace of the custom XML part in which a run leaves its result. */
const NAMESPACE = "urn:ronghe:assessment:1";

/** What the last run left in the workbook: its result as JSON text, and the report that it wrote. */
export interface StoredRun {
  readonly partId: string;
  /** The part as it is, for putting it back. */
  readonly xml: string;
  readonly result: string | null;
  readonly report: ReportModel | null;
}

/**
 * JSON text as the content of a CDATA section. `]]>` and the code points that XML does not allow stand only inside JSON
 * strings, where an escape means the same.
 */
function inCdata(json: string): string {
  return json
    .replace(/\]\]>/gu, "]]\\u003e")
    .replace(/\ufffe/gu, "\\ufffe")
    .replace(/\uffff/gu, "\\uffff");
}

/** Bytes of a text in UTF-8, at most. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) bytes += text.charCodeAt(index) < 0x80 ? 1 : 3;
  return bytes;
}

function xmlOf(result: string, packed: string | null): string {
  const reportXml = packed === null ? "" : `<report>${packed}</report>`;
  return `<assessment xmlns="${NAMESPACE}"><result><![CDATA[${inCdata(result)}]]></result>${reportXml}</assessment>`;
}

/** How deep the rows of a report lie: among its tabs, in a tab, among its rows. */
const DEPTH_OF_ROWS = 4;

/** The JSON text of a value, in parts: what lies `depth` levels below is a part each. */
function* jsonParts(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== "object" || value === null) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  let mark = isList ? "[" : "{";
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue;
    yield isList ? mark : `${mark}${JSON.stringify(key)}:`;
    yield* jsonParts(one, depth - 1);
    mark = ",";
  }
  if (mark !== ",") yield mark;
  yield isList ? "]" : "}";
}

/**
 * The XML that holds a run: its result as it is, for whoever looks for it, the report packed. A report too large for one request even
 * so is left out: the next run then finds its tabs by their marks, but cannot tell what on them is the clerk's.
 */
export async function storedXml(result: string, report: ReportModel): Promise<string> {
  const packed = await packedText(jsonParts(report, DEPTH_OF_ROWS));
  await nextTurn();
  const xml = xmlOf(result, packed);
  return utf8Bytes(xml) > PAYLOAD_BYTES ? xmlOf(result, null) : xml;
}

/** Queues the storing of a run: in the part that holds the last one, else in a new one. One call, the last of a run. */
export function queueStore(context: Excel.RequestContext, partId: string | null, xml: string): void {
  const parts = context.workbook.customXmlParts;
  if (partId === null) parts.add(xml);
  else parts.getItem(partId).setXml(xml);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads back what `storedXml` wrote; what cannot be read is null. */
async function parseStored(partId: string, xml: string): Promise<StoredRun> {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const textOf = (name: string) => document.getElementsByTagNameNS(NAMESPACE, name).item(0)?.textContent ?? null;
  const packed = textOf("report");
  const unpacked = packed === null ? null : await unpackedText(packed);
  // A large report is unpacked, read and checked in a turn each.
  await nextTurn();
  const parsed = unpacked === null ? null : parseJson(unpacked);
  await nextTurn();
  return { partId, xml, result: textOf("result"), report: parsed === null ? null : parseReport(parsed) };
}

/** The parts that runs have left, with their ids: loaded, to be read after the next sync. */
export function storedParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  parts.load("items/id");
  return parts;
}

/** Queues the undoing of `queueStore`; `parts` are those that stand now, loaded by `storedParts`. */
export function queueRestore(parts: Excel.CustomXmlPartScopedCollection, stored: StoredRun | null): void {
  for (const part of parts.items) {
    if (stored === null) part.delete();
    else if (part.id === stored.partId) part.setXml(stored.xml);
  }
}

/** What the last run left in this workbook; null where there was none. */
export function loadPrevious(): Promise<Attempt<StoredRun | null>> {
  return runExcel(async (context) => {
    const parts = storedParts(context);
    await context.sync();
    const part = parts.items[0];
    if (part === undefined) return null;
    const content = { xml: part.getXml() };
    await context.sync();
    return parseStored(part.id, content.xml.value);
  });
}
