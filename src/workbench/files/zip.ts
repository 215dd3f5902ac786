import { deflateSync, inflateSync } from "fflate";

/** One file of a zip archive with its bytes as stored, so that an untouched one is copied without being packed again. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly stored: Uint8Array;
}

export type ZipRead =
  | { readonly kind: "read"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "failed"; readonly failure: "notZip" | "truncated" };

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_SIZE = 22;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 0x0001;

/** Reads the directory of a zip archive. Nothing is unpacked yet; folders are left out. */
export function readZip(bytes: Uint8Array): ZipRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_HEADER) return { kind: "failed", failure: "notZip" };
  const truncated = { kind: "failed", failure: "truncated" } as const;
  const end = endOfDirectory(view);
  if (end === null) return truncated;
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = end.offset;
  for (let index = 0; index < end.count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) return truncated;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
    const sizes = entrySizes(view, at, at + 46 + nameLength, extraLength);
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0 || (method !== 0 && method !== 8))
      return { kind: "failed", failure: "notZip" };
    const { header } = sizes;
    if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL_HEADER) return truncated;
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (start + sizes.packed > bytes.length) return truncated;
    if (!name.endsWith("/")) {
      entries.push({
        name,
        method,
        crc: view.getUint32(at + 16, true),
        size: sizes.size,
        stored: bytes.subarray(start, start + sizes.packed),
      });
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return { kind: "read", entries };
}

function endOfDirectory(view: DataView): { count: number; offset: number } | null {
  const lowest = Math.max(0, view.byteLength - END_OF_DIRECTORY_SIZE - 0xffff);
  for (let at = view.byteLength - END_OF_DIRECTORY_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY)
      return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
  }
  return null;
}

/** Sizes of an entry; streaming writers put them into a zip64 field even for small files. */
function entrySizes(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { packed: number; size: number; header: number } {
  let packed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let header = view.getUint32(at + 42, true);
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    const next = (): number => {
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (size === 0xffffffff) size = next();
    if (packed === 0xffffffff) packed = next();
    if (header === 0xffffffff) header = next();
  }
  return { packed, size, header };
}

/** Unpacks one entry; null where its data is damaged. */
export function unpack(entry: ZipEntry): Uint8Array | null {
  if (entry.method === 0) return entry.stored;
  try {
    const out = inflateSync(entry.stored, { out: new Uint8Array(entry.size) });
    return out.length === entry.size ? out : null;
  } catch {
    // fflate reports damaged data by throwing; for the caller a damaged file is an expected outcome.
    return null;
  }
}

/** Packs the bytes of one file. Small or incompressible files come out no larger than they are. */
export function pack(name: string, bytes: Uint8Array): ZipEntry {
  const deflated = deflateSync(bytes, { level: 6 });
  const smaller = deflated.length < bytes.length;
  return { name, method: smaller ? 8 : 0, crc: crc32(bytes), size: bytes.length, stored: smaller ? deflated : bytes };
}

/** Writes an archive, entries in the given order, all with the same time stamp (UTC, even seconds): same input, same bytes. */
export function writeZip(entries: readonly ZipEntry[], modified: Date): Uint8Array {
  const encoder = new TextEncoder();
  const names = entries.map((entry) => encoder.encode(entry.name));
  const size = entries.reduce(
    (sum, entry, index) => sum + 76 + 2 * (names[index]?.length ?? 0) + entry.stored.length,
    END_OF_DIRECTORY_SIZE,
  );
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const stamp = dosTime(modified);
  const offsets: number[] = [];
  let at = 0;
  const common = (entry: ZipEntry, nameLength: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8_NAMES, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, stamp, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.stored.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, nameLength, true);
    at += 26;
  };
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, LOCAL_HEADER, true);
    at += 4;
    common(entry, name.length);
    out.set(name, at);
    out.set(entry.stored, at + name.length);
    at += name.length + entry.stored.length;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, CENTRAL_HEADER, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    common(entry, name.length);
    view.setUint32(at + 10, offsets[index] ?? 0, true);
    at += 14;
    out.set(name, at);
    at += name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** MS-DOS date and time of an instant, in UTC so that the time zone of the machine does not matter. Years before 1980 become 1980. */
function dosTime(instant: Date): number {
  const year = Math.max(0, instant.getUTCFullYear() - 1980);
  const date = (year << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate();
  const time = (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index += 1)
    crc = (CRC_TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
