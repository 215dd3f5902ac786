import { unzlibSync, zlibSync } from "fflate";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Rows of pixels, each as 0xRRGGBB. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/**
 * The same picture with at most 256 colours and far fewer bytes: the most frequent ones stay, the others take the nearest. Takes
 * what a browser writes, 8-bit RGB or RGBA without interlace, where alpha is not looked at; anything else throws.
 */
export function palettePng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = decode(Buffer.from(png));
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort(([a, often], [b, oftenB]) => oftenB - often || a - b)
    .slice(0, 256)
    .map(([colour]) => colour);
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = new Uint8Array(height * (width + 1));
  pixels.forEach((colour, at) => {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexOf.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, indexed colours.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", Buffer.from(zlibSync(rows, { level: 9 }))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Width and height of a PNG in pixels. */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const bytes = Buffer.from(png);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function parts(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearest(palette: readonly number[], colour: number): number {
  const own = parts(colour);
  const distances = palette.map((one) => parts(one).reduce((sum, part, at) => sum + (part - (own[at] ?? 0)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function decode(png: Buffer): Picture {
  const { width, height } = pngSize(png);
  const channels = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || channels === undefined || png.readUInt8(28) !== 0)
    throw new Error("the picture is not as browsers write them");
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const filtered = unzlibSync(Buffer.concat(data));
  const stride = width * channels;
  const bytes = new Uint8Array(height * stride);
  const byte = (row: number, at: number) => (row < 0 || at < 0 ? 0 : (bytes[row * stride + at] ?? 0));
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)];
    for (let at = 0; at < stride; at += 1) {
      const [left, above, corner] = [
        byte(row, at - channels),
        byte(row - 1, at),
        at < channels ? 0 : byte(row - 1, at - channels),
      ];
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? above
            : filter === 3
              ? (left + above) >> 1
              : filter === 4
                ? paeth(left, above, corner)
                : 0;
      bytes[row * stride + at] = (filtered[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(at * channels, at * channels + 3);
    pixels[at] = (red << 16) | (green << 8) | blue;
  }
  return { width, height, pixels };
}

/** The predictor of PNG's fourth filter. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

const crcs = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const crc = body.reduce((sum, byte) => (crcs[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return whole;
}
