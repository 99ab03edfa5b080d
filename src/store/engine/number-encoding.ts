/**
 * A column of whole numbers as bytes: the smallest one, and the differences to it in one, two, four or eight
 * bytes each, whichever is the narrowest that holds all of them. It is read back by one copy of a typed
 * array, and a second pass only if the smallest number is not 0.
 *
 * The header has eight bytes with the smallest number and eight with the width, both as doubles, so that what
 * follows is aligned for typed arrays.
 */
const HEADER = 16;

/** Numbers of a column as they are worked with. */
export type Numbers = Int32Array | Float64Array;

/** What all numbers that `encodeNumbers` made bytes of are; undefined if they differ. Nothing is decoded. */
export const onlyNumber = (bytes: Buffer): number | undefined =>
  bytes.readDoubleLE(8) === 0 ? bytes.readDoubleLE(0) : undefined;

/** Whether a column that `encodeNumbers` made is all zero. */
export const isAllZero = (bytes: Buffer): boolean => onlyNumber(bytes) === 0;

/** @param values whole numbers whose differences a double holds exactly, so between -2^52 and 2^52 */
export function encodeNumbers(values: ArrayLike<number>): Buffer {
  const [lowest, most] = extremes(values);
  const width = widthFor(most - lowest);
  // 0 is the base if that needs no wider type: then nothing is added when it is read.
  const least = lowest > 0 && widthFor(most) === width ? 0 : lowest;
  const bytes = Buffer.alloc(HEADER + values.length * width);
  bytes.writeDoubleLE(least, 0);
  bytes.writeDoubleLE(width, 8);
  const packed = packedArray(bytes, width);
  for (let i = 0; i < packed.length; i++) packed[i] = values[i]! - least;
  return bytes;
}

/** Fills `into` with the numbers of bytes that `encodeNumbers` made. */
export function decodeNumbers(bytes: Buffer, into: Numbers): void {
  const least = bytes.readDoubleLE(0);
  const width = bytes.readDoubleLE(8);
  if (width === 0) {
    into.fill(least);
    return;
  }
  // The engine's own conversion is several times faster than a loop over arrays of changing kinds.
  into.set(packedArray(bytes, width));
  if (least !== 0) for (let i = 0; i < into.length; i++) into[i] = into[i]! + least;
}

function extremes(values: ArrayLike<number>): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.length === 0 ? [0, 0] : [least, most];
}

function widthFor(spread: number): 0 | 1 | 2 | 4 | 8 {
  if (spread === 0) return 0;
  if (spread < 2 ** 8) return 1;
  if (spread < 2 ** 16) return 2;
  return spread < 2 ** 32 ? 4 : 8;
}

/** The numbers after the header; a copy where a driver put the bytes at an unaligned address. */
function packedArray(bytes: Buffer, width: number): Uint8Array | Uint16Array | Uint32Array | Float64Array {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const { buffer, byteOffset } = aligned;
  const length = width === 0 ? 0 : (bytes.length - HEADER) / width;
  if (width === 8) return new Float64Array(buffer, byteOffset + HEADER, length);
  if (width === 4) return new Uint32Array(buffer, byteOffset + HEADER, length);
  if (width === 2) return new Uint16Array(buffer, byteOffset + HEADER, length);
  return new Uint8Array(buffer, byteOffset + HEADER, length);
}
