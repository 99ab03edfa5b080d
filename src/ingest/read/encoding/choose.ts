import { analyse } from 'chardet';
import type { RolesNamed } from '../table.js';
import { decodeBytes, LEGACY, type LegacyEncoding } from './encodings.js';
import { decodeMixed } from './mixed.js';
import type { SampleCell } from './samples.js';
import { Sense, weightOf } from './sense.js';

/** What is known of a file's text before it can be read. */
export interface Undecoded {
  readonly head: Buffer;
  /** Different cells with bytes beyond ASCII. */
  readonly cells: readonly SampleCell[];
}

/** A way of reading bytes as text: an encoding; UTF-8; or UTF-8 with single bytes of an encoding in it. */
export interface Way {
  readonly encoding: LegacyEncoding | undefined;
  readonly isUtf8: boolean;
}

/** A way of reading a file, and how it was come by. */
export interface Choice extends Way {
  /** Whether its letters make sense at all. */
  readonly makesSense: boolean;
  /** A word beyond ASCII as it is read. */
  readonly example: string;
  /** The next best way, if it makes nearly as much sense and reads other letters. */
  readonly rival?: Way & { readonly example: string };
}

/** What a column's name that sales files have counts. */
const KNOWN_NAME = 5;
/** What chardet's full confidence counts; it goes by more text than a short file has. */
const DETECTED = 4;

/** A rival is named where it is not less likely than one to twenty. */
const NEARLY = 3;
/** Letters that make less sense than this, each on average, are none. */
const LEAST_SENSE = -9;

/** So much less likely than the best so far, a way of reading need not be weighed to the end. */
const HOPELESS = 60;
/** From this share of UTF-8 on, a file may be UTF-8 with other letters in it. */
const MUCH_UTF8 = 0.25;
/** How much rarer files are that several programs wrote. */
const MIXED = 7;

interface Candidate extends Way {
  readonly texts: readonly string[];
  readonly sense: number;
  readonly score: number;
}

/**
 * The way of reading whose letters make the most sense: most encodings decode any bytes, so decoding alone
 * proves nothing. Counted are words that look like those of a language, names of columns that sales files
 * have, what chardet makes of the bytes, and how usual the encoding is.
 */
export function chooseEncoding({ head, cells }: Undecoded, rolesNamed: RolesNamed): Choice {
  const sense = new Sense(asciiWords(head));
  const detected = confidences(cells);
  const top = head.subarray(0, 4_000);
  let best = Number.NEGATIVE_INFINITY;
  const weigh = (way: Way, rarity: number): Candidate => {
    const texts = cells.map(({ bytes }) => read(bytes, way));
    const made = sense.of(
      cells.map(({ count }, i) => ({ text: texts[i]!, count })),
      best - HOPELESS,
    );
    const names = made === Number.NEGATIVE_INFINITY ? 0 : knownNames(read(top, way), rolesNamed);
    const score = made - rarity + KNOWN_NAME * names;
    best = Math.max(best, score);
    return { ...way, texts, sense: made, score };
  };
  const candidates = LEGACY.map(encoding =>
    weigh({ encoding, isUtf8: false }, encoding.rarity - DETECTED * detected(encoding)),
  );
  if (shareOfUtf8(cells) > MUCH_UTF8) {
    candidates.push(weigh({ encoding: undefined, isUtf8: true }, 0));
    for (const encoding of LEGACY.filter(e => !e.isMultiByte))
      candidates.push(weigh({ encoding, isUtf8: true }, encoding.rarity + MIXED));
  }
  return choiceOf(
    cells,
    candidates.sort((a, b) => b.score - a.score),
  );
}

const read = (bytes: Buffer, { encoding, isUtf8 }: Way): string =>
  encoding === undefined
    ? bytes.toString('utf8')
    : isUtf8
      ? decodeMixed(bytes, encoding.key)
      : decodeBytes(bytes, encoding.key);

/** The share of characters beyond ASCII that are UTF-8: some are by chance in any encoding. */
function shareOfUtf8(cells: readonly SampleCell[]): number {
  let [fits, misfits] = [0, 0];
  for (const { bytes, count } of cells) {
    const text = bytes.toString('utf8');
    fits += count * (text.match(/[\x80-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0);
    misfits += count * (text.match(/\ufffd/g)?.length ?? 0);
  }
  return fits / (fits + misfits || 1);
}

function choiceOf(cells: readonly SampleCell[], [best, ...others]: readonly Candidate[]): Choice {
  const { texts, sense, encoding, isUtf8 } = best!;
  const letters = cells.reduce((sum, cell) => sum + weightOf(cell.count) * beyondAscii(cell.bytes), 0);
  const other = others.find(c => c.texts.some((text, i) => text !== texts[i]));
  const choice = { encoding, isUtf8, makesSense: sense / letters > LEAST_SENSE };
  if (!other || other.score < best!.score - NEARLY) {
    // Where the file is UTF-8 otherwise, the words that are not are worth showing.
    const odd = isUtf8 ? texts.findIndex((_, i) => !others.every(c => c.texts[i] === texts[i])) : 0;
    return { ...choice, example: wordOf(texts[Math.max(0, odd)] ?? '') };
  }
  // Where the two differ is what the person must look at.
  const at = texts.findIndex((text, i) => text !== other.texts[i]);
  const [mine, its] = [texts[at]!, other.texts[at]!];
  const rival = { encoding: other.encoding, isUtf8: other.isUtf8, example: wordOf(its, mine) };
  return { ...choice, example: wordOf(mine, its), rival };
}

const beyondAscii = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum + Number(byte > 0x7f), 0);

/** The first word of a text with a letter beyond ASCII that the other text has not. */
function wordOf(text: string, other = ''): string {
  const words = text.split(/\s+/).filter(word => /[^\0-\x7f]/.test(word));
  const others = new Set(other.split(/\s+/));
  return (words.find(word => !others.has(word)) ?? words[0] ?? text).slice(0, 40);
}

/** How many columns of the best of the first lines are named as sales files name them. */
function knownNames(head: string, rolesNamed: RolesNamed): number {
  const known = (names: readonly string[]) =>
    new Set(rolesNamed(names).filter(role => role !== undefined)).size;
  const lines = head.split(/\r\n?|\n/).slice(0, 10);
  return Math.max(...lines.map(line => known(line.split(/[,;\t|]/).map(name => name.replaceAll('"', '')))));
}

/** What chardet makes of the cells beyond ASCII; all else is the same in every encoding. */
function confidences(cells: readonly SampleCell[]): (encoding: LegacyEncoding) => number {
  const newline = Buffer.from('\n');
  const matches = analyse(Buffer.concat(cells.flatMap(({ bytes }) => [bytes, newline])));
  return ({ detected = [] }) =>
    Math.max(0, ...matches.filter(m => detected.includes(m.name)).map(m => m.confidence)) / 100;
}

const asciiWords = (head: Buffer): string[] => [
  ...new Set(
    head
      .subarray(0, 8_000)
      .toString('latin1')
      .match(/(?<![A-Za-z\x80-\xff])[A-Za-z]{3,}(?![A-Za-z\x80-\xff])/g)
      ?.slice(0, 60),
  ),
];
