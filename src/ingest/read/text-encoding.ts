import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import type { FileFacts } from './table.js';

/** The single-byte readings tried where a file is not UTF-8, the likelier first. */
const SINGLE_BYTE = ['windows-1252', 'cp850', 'cp437'] as const;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (typeof SINGLE_BYTE)[number];

/** An encoding as people know it. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'CP1252',
  cp850: 'CP850',
  cp437: 'CP437',
};

const SAMPLES = 5_000;

/**
 * Finds the encoding of a text file. UTF-16 by its mark or its zeros, UTF-8 where (nearly) every letter fits,
 * otherwise the single-byte reading whose letters make sense: any bytes decode as CP1252, so decoding alone
 * proves nothing.
 */
export async function findEncoding(file: FileFacts): Promise<Encoding> {
  const wide = utf16(file.head);
  if (wide) return wide;
  // Most files are ASCII from end to end.
  if (file.isAscii) return 'utf-8';
  const decoder = new TextDecoder('utf-8');
  const samples: Buffer[] = [];
  let letters = 0;
  let misfits = 0;
  let isPlain = true;
  const count = (text: string) => {
    letters += text.match(/[^\0-\x7f]/g)?.length ?? 0;
    misfits += text.match(/\ufffd/g)?.length ?? 0;
  };
  for await (const chunk of file.content()) {
    if (isPlain && isAscii(chunk)) continue;
    isPlain = false;
    count(decoder.decode(chunk, { stream: true }));
    if (samples.length < SAMPLES) collect(chunk, samples);
  }
  count(decoder.decode());
  // One damaged byte does not make UTF-8 something else; in any other encoding hardly a letter fits.
  if (misfits === 0 || misfits * 10 <= letters) return 'utf-8';
  return bestSingleByte(samples);
}

/** UTF-16 by its byte order mark; without one by the zeros beside ASCII letters. */
export function utf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2_000);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2] = zeros[i % 2]! + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked * 0.3 && even < looked * 0.02) return 'utf-16le';
  return even > looked * 0.3 && odd < looked * 0.02 ? 'utf-16be' : undefined;
}

/** PostgreSQL keeps no NUL, and no half of a character. */
export const clean = (text: string): string =>
  text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;

/** The file's text in pieces, without a byte order mark. */
export async function* decoded(
  file: FileFacts,
  encoding: Encoding,
  onBytes?: (read: number) => void,
): AsyncGenerator<string> {
  // What is ASCII from end to end is the same in every encoding, and read fastest as single bytes.
  const decoder = iconv.getDecoder(file.isAscii && encoding === 'utf-8' ? 'latin1' : encoding);
  for await (const chunk of file.content(onBytes)) {
    const text = decoder.write(chunk);
    if (text !== '') yield clean(text);
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
function collect(chunk: Buffer, samples: Buffer[]): void {
  for (let i = 1; i < chunk.length - 1 && samples.length < SAMPLES; i++) {
    if (chunk[i]! >= 0x80) samples.push(Buffer.from(chunk.subarray(i - 1, i + 2)));
  }
}

/** The reading with the highest sense; on a tie the likelier encoding. Exported for its tests. */
export function bestSingleByte(samples: readonly Buffer[]): Encoding {
  let best: Encoding = SINGLE_BYTE[0];
  let bestSense = Number.NEGATIVE_INFINITY;
  for (const encoding of SINGLE_BYTE) {
    let sense = 0;
    for (const sample of samples) sense += senseOf(iconv.decode(sample, encoding));
    if (sense > bestSense) {
      best = encoding;
      bestSense = sense;
    }
  }
  return best;
}

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const QUOTE_OR_DASH = /[’‘“”–—€£°®™§ºª²³½¼]/u;

/**
 * How much sense a non-ASCII character makes between its neighbours: letters among letters do, symbols in
 * words do not.
 */
function senseOf(text: string): number {
  const [before = '', middle = '', after = ''] = [...text];
  const inWord = LETTER.test(before) || LETTER.test(after);
  if (LOWER.test(middle)) return UPPER.test(before) && UPPER.test(after) ? -1 : inWord ? 2 : 0.5;
  if (UPPER.test(middle)) return LOWER.test(before) ? -2 : inWord ? 1.5 : 0.5;
  if (QUOTE_OR_DASH.test(middle)) return 0.5;
  return inWord ? -3 : -1;
}
