import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from 'canvas';

/** Colours that one byte can name. */
const MOST_PADDING = 256;

/** Colours closer than this to each other, in each shade, are counted together. */
const COARSE_BITS = 2;

/** A picture of a page as a PNG with a palette, a third of its size: pages have few colours. */
export async function smallPng(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(i * 4, i * 4 + 3);
    return (red << 16) | (green << 8) | blue;
  });
  return pngOf(width, height, withPalette(colours));
}

interface Indexed {
  readonly palette: readonly number[];
  readonly pixels: Uint8Array;
}

/** The most frequent colours, and for each pixel the one that is nearest to its own. */
function withPalette(colours: readonly number[]): Indexed {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([colour]) => colour);
  // Of colours that are much alike, the most frequent stands for all: room for those that are rare.
  const alike = new Map<number, number>();
  for (const colour of byCount) {
    const key = shades(colour).reduce((sum, shade) => sum * 256 + (shade >> COARSE_BITS), 0);
    if (!alike.has(key)) alike.set(key, colour);
  }
  const palette = (byCount.length <= MOST_PADDING ? byCount : [...alike.values()]).slice(0, MOST_PADDING);
  const index = new Map(byCount.map(colour => [colour, nearest(colour, palette)]));
  return { palette, pixels: Uint8Array.from(colours, colour => index.get(colour) ?? 0) };
}

const shades = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

function nearest(colour: number, palette: readonly number[]): number {
  const own = shades(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [i, other] of palette.entries()) {
    const distance = shades(other).reduce((sum, shade, j) => sum + (shade - (own[j] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** Bytes of a PNG by its specification (ISO/IEC 15948), without filters, as is best with a palette. */
function pngOf(width: number, height: number, { palette, pixels }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each an index of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(shades))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32 as PNG uses it; Node has its own from 22 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
