import { changesWorkbook, traceEntry } from "../../../src/workbench/page/trace";

const paths = {
  "1": { Id: 1, ObjectPathType: 1, Name: "" },
  "2": { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
  "3": { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["名册"] } },
  "4": { Id: 4, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["A1"] } },
};
const request = (flags: number, ...actions: readonly object[]) => ({
  flags,
  body: JSON.stringify({ Actions: actions, ObjectPaths: paths }),
});
const write = { Id: 9, ActionType: 4, Name: "Values", ObjectPathId: 4, ArgumentInfo: { Arguments: [[[1]]] } };
const load = { Id: 8, ActionType: 2, Name: "", ObjectPathId: 4, QueryInfo: { Select: ["Values"] } };
const keep = { Id: 7, ActionType: 3, Name: "_KeepReference", ObjectPathId: 4, ArgumentInfo: {} };

test("a request is told in the words of the object model, with its bytes and its time", () => {
  const entry = traceEntry(5, request(1, write, load), { kind: "answered", body: '{"Results":[]}' }, 12);
  expect(entry).toEqual({
    sequence: 5,
    actions: [
      'worksheets.getItem("名册").getRange("A1").values = [[1]]',
      'worksheets.getItem("名册").getRange("A1").load(values)',
    ],
    bytesSent: new TextEncoder().encode(request(1, write, load).body).length,
    bytesReceived: 14,
    milliseconds: 12,
    error: null,
  });
});

test("errors of an action and of the request as a whole are told by their codes", () => {
  const failed = { kind: "answered", body: '{"Error":{"Code":"ItemNotFound","Message":"…"},"Results":[]}' } as const;
  expect(traceEntry(1, request(0, load), failed, 1).error).toBe("ItemNotFound");
  expect(traceEntry(1, request(0, load), { kind: "refused", code: 5103 }, 1).error).toBe("5103");
});

test("only writes change the workbook, and the library's own do not", () => {
  expect(changesWorkbook(request(1, write))).toBe(true);
  expect(changesWorkbook(request(1, keep))).toBe(false);
  expect(changesWorkbook(request(0, load))).toBe(false);
});
