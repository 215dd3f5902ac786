import { REQUEST_BYTES } from "../../src/excel/payload";
import { runExcel } from "../../src/excel/run-excel";
import { send } from "../../src/excel/send";
import { emptyDocument } from "../workbench/office";
import { openOffice } from "./opened";

/** Requests that are sent for steps of so many bytes each. */
async function requestsFor(sizes: readonly number[]): Promise<number> {
  const office = await openOffice(emptyDocument());
  const before = office.host.requestCount();
  const sent = await runExcel((context) =>
    send(
      context,
      (function* () {
        for (const [row, bytes] of sizes.entries()) {
          context.workbook.worksheets.getFirst().getCell(row, 0).values = [[row]];
          yield bytes;
        }
      })(),
      null,
    ),
  );
  expect(sent.ok).toBe(true);
  const requests = office.host.requestCount() - before;
  office.close();
  return requests;
}

describe("queued steps", () => {
  it.each([
    ["no step at all", [], 1],
    ["steps that one request takes", Array.from({ length: 50 }, () => REQUEST_BYTES / 100), 1],
    ["steps that fill one request and begin another", Array.from({ length: 101 }, () => REQUEST_BYTES / 100), 2],
    ["ten times what a request takes, in small steps", Array.from({ length: 1001 }, () => REQUEST_BYTES / 100), 11],
    ["steps that fill a request each", [REQUEST_BYTES, REQUEST_BYTES, REQUEST_BYTES], 4],
  ] as const)(
    "are sent in a request for each payload that they fill, and one for the rest: %s",
    async (_, sizes, requests) => {
      expect(await requestsFor(sizes)).toBe(requests);
    },
  );
});
