import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

/** The single-byte readings tried where a file is not UTF-8, the likelier first. */
const SINGLE_BYTE = ['windows-1252', 'cp850', 'cp437'] as const;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (typeof SINGLE_BYTE)[number];

const SAMPLES = 5_000;

/**
 * Finds the encoding of a text file. UTF-16 by its mark, UTF-8 where every byte fits, otherwise the single-byte
 * reading whose letters make sense: any bytes decode as CP1252, so decoding alone proves nothing.
 */
export async function findEncoding(path: string, head: Buffer): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const samples: Buffer[] = [];
  let utf8 = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (utf8) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        utf8 = false;
      }
    }
    if (samples.length < SAMPLES) collect(chunk, samples);
  }
  if (utf8) {
    try {
      decoder.decode();
      return 'utf-8';
    } catch {
      // The file ends within a character.
    }
  }
  return bestSingleByte(samples);
}

function collect(chunk: Buffer, samples: Buffer[]): void {
  for (let i = 1; i < chunk.length - 1 && samples.length < SAMPLES; i++) {
    if ((chunk[i] as number) >= 0x80) samples.push(chunk.subarray(i - 1, i + 2));
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

/** How much sense a non-ASCII character makes between its neighbours: letters among letters do, symbols in words do not. */
function senseOf(text: string): number {
  const [before = '', middle = '', after = ''] = [...text];
  const inWord = LETTER.test(before) || LETTER.test(after);
  if (LOWER.test(middle)) return UPPER.test(before) && UPPER.test(after) ? -1 : inWord ? 2 : 0.5;
  if (UPPER.test(middle)) return LOWER.test(before) ? -2 : inWord ? 1.5 : 0.5;
  if (QUOTE_OR_DASH.test(middle)) return 0.5;
  return inWord ? -3 : -1;
}
