import { strToU8, unzipSync, zipSync } from "fflate";
import { pack, readZip, unpack, writeZip } from "../../../src/workbench/files/zip";

const EPOCH = new Date(Date.UTC(1980, 0, 1));

function entriesOf(bytes: Uint8Array): ReturnType<typeof readZip> & { kind: "read" } {
  const result = readZip(bytes);
  if (result.kind === "failed") throw new Error(result.failure);
  return result;
}

test("what is written is what another library reads, Chinese names too", () => {
  const written = writeZip([pack("说明.txt", strToU8("支部".repeat(100))), pack("空", new Uint8Array())], EPOCH);
  expect(unzipSync(written)).toEqual({ "说明.txt": strToU8("支部".repeat(100)), 空: new Uint8Array() });
});

test("what another library wrote is read, packed or stored, folders left out", () => {
  const source = zipSync({
    "a.txt": [strToU8("x".repeat(500)), { level: 9 }],
    "b.txt": [strToU8("y"), { level: 0 }],
    "c/": new Uint8Array(),
  });
  const { entries } = entriesOf(source);
  expect(entries.map((entry) => [entry.name, new TextDecoder().decode(unpack(entry) ?? undefined)])).toEqual([
    ["a.txt", "x".repeat(500)],
    ["b.txt", "y"],
  ]);
});

test("an entry that is copied keeps its packed bytes", () => {
  const source = zipSync({ "a.txt": [strToU8("支部".repeat(300)), { level: 1 }] });
  const [entry] = entriesOf(source).entries;
  const [copy] = entriesOf(writeZip(entriesOf(source).entries, EPOCH)).entries;
  expect(copy?.stored).toEqual(entry?.stored);
});

test("damaged data is told, not thrown", () => {
  const [entry] = entriesOf(zipSync({ "a.txt": strToU8("支部".repeat(300)) })).entries;
  if (entry === undefined) throw new Error("an entry expected");
  expect(unpack({ ...entry, stored: entry.stored.map((byte) => byte ^ 0xff) })).toBeNull();
  expect(unpack({ ...entry, size: entry.size + 1 })).toBeNull();
});
