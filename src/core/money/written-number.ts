import { type CurrencyWord, currencyWord, isAlsoWord } from './currency-words.js';

/** A number apart from what is written around it. */
export interface WrittenNumber {
  /** Digits and their marks: `1,200` of `Rs. 1,200/-`. */
  readonly numeral: string;
  readonly isNegative: boolean;
  /** The sign or word of a currency beside it. */
  readonly currency?: CurrencyWord;
  /** A mark with a dash for the cents, `12,-`: the mark. */
  readonly centsMark?: '.' | ',';
}

/** What stands around a number, read. */
interface Frame extends Omit<WrittenNumber, 'numeral'> {
  /** Whether the currency stands before the number, in letters that touch it: `RM12`. */
  readonly isTouching: boolean;
  readonly isBehind: boolean;
}

const NUMERAL = /^[.,]?\d+(?:[.,'’\s]\d+)*(?:e[+-]?\d{1,2})?$/i;
const HAS_WIDE_DIGITS = /[\uff10-\uff19]/;

/**
 * Takes a number out of what is written around it: brackets, minus signs on either side, a currency before or
 * behind it. Anything else beside it (`12 apples`, `M12`) makes it no number.
 * @param text trimmed
 */
export function writtenNumber(text: string): WrittenNumber | undefined {
  // Most texts have no digit.
  let first = 0;
  while (first < text.length && !isDigit(text.charCodeAt(first))) first++;
  if (first === text.length)
    return HAS_WIDE_DIGITS.test(text) ? writtenNumber(text.normalize('NFKC')) : undefined;
  let end = text.length;
  while (!isDigit(text.charCodeAt(end - 1))) end--;
  if (first > 0 && isMark(text.charCodeAt(first - 1)) && !isOfWord(text, first - 1)) first--;
  const frame = frameOf(text.slice(0, first), text.slice(end));
  if (!frame) return undefined;
  const numeral = text.slice(first, end);
  if (!NUMERAL.test(numeral)) return undefined;
  if (frame.currency && !isAmount(numeral, frame.currency, frame)) return undefined;
  const { isNegative, currency, centsMark } = frame;
  return { numeral, isNegative, currency, centsMark };
}

const isDigit = (code: number): boolean => code > 47 && code < 58;
const isMark = (code: number): boolean => code === 46 || code === 44;
/** The point of `$.50` is the number's, that of `Rs.50` the word's. */
const isOfWord = (text: string, at: number): boolean => /[\p{L}/]/u.test(text.charAt(at - 1));

/** A column has a few frames and many numbers. */
const frames = new Map<string, Frame | undefined>();
const FRAMES_KEPT = 2_000;
/** Longer texts may be slices, which would keep the file's text in memory. */
const LONGEST_KEPT = 12;
const PLAIN_FRAME: Frame = { isNegative: false, isTouching: false, isBehind: false };

function frameOf(head: string, tail: string): Frame | undefined {
  if (head === '' && tail === '') return PLAIN_FRAME;
  const key = `${head}\n${tail}`;
  const known = frames.get(key);
  if (known || frames.has(key)) return known;
  const frame = readFrame(head, tail);
  if (key.length <= LONGEST_KEPT && frames.size < FRAMES_KEPT) frames.set(key, frame);
  return frame;
}

/** `12.-`, `12,–`, `CHF 12.--`: no cents. */
const NO_CENTS = /^([.,])\s?[-−–—]{1,2}/;
/** `Rs. 500/-` */
const ONLY = /^\s?\/[-=]/;

function readFrame(before: string, after: string): Frame | undefined {
  const noCents = NO_CENTS.exec(after);
  const behind = after.slice(noCents?.[0].length ?? 0).replace(ONLY, '');
  const head = affix(before);
  const tail = affix(isMark(behind.charCodeAt(0)) ? behind.slice(1) : behind);
  if (!head || !tail || head.isCredit || head.closes > 0 || tail.opens > 0) return undefined;
  const minuses = head.minuses + tail.minuses;
  const isBracketed = head.opens === 1 && tail.closes === 1;
  if (!isBracketed && head.opens + tail.closes > 0) return undefined;
  if (minuses > 1 || head.pluses + tail.pluses + minuses > 1) return undefined;
  const [currency, ...others] = [...head.words, ...tail.words];
  if (others.some(other => currency && !goTogether(currency, other))) return undefined;
  return {
    isNegative: isBracketed || minuses === 1 || tail.isCredit,
    currency: others.find(other => other.codes.length === 1) ?? currency,
    centsMark: noCents?.[1] as '.' | ',' | undefined,
    isTouching: /\p{L}[-−–—]?$/u.test(before),
    isBehind: tail.words.length > 0,
  };
}

/** `$12.00 USD`, `Rs. 500 INR` */
const goTogether = (a: CurrencyWord, b: CurrencyWord): boolean =>
  a.codes.some(code => b.codes.includes(code));

/** Codes that stand behind a number as units more often than as currencies. */
const UNITS = new Set(['ALL', 'CUP', 'KGS', 'TOP']);

/**
 * A word that touches a whole number may be an article's code instead: `CUP12`, `R12`, `R-7001`, `RM0012`.
 * With cents or thousands marks it is an amount.
 */
function isAmount(numeral: string, { word, codes }: CurrencyWord, { isTouching, isBehind }: Frame): boolean {
  if (!isTouching && !isBehind) return true;
  if (/[.,\s'’]/.test(numeral)) return true;
  const mayBeWord = isAlsoWord(codes[0] ?? '') && /^[A-Z]{3}$/.test(word);
  if (isBehind) return !mayBeWord || !UNITS.has(word);
  return !/^0\d/.test(numeral) && !mayBeWord && !/^[a-z]$/i.test(word);
}

/** What stands on one side of a number. */
interface Affix {
  readonly minuses: number;
  readonly pluses: number;
  readonly opens: number;
  readonly closes: number;
  readonly isCredit: boolean;
  readonly words: readonly CurrencyWord[];
}

const DASHES = '-−–—';
/**
 * Ignored beside a number: quotes, the apostrophe that keeps spreadsheets from running a formula, and
 * percent.
 */
const IGNORED = '\'’"%';

/** Reads one side of a number; undefined if there is something that does not belong there. */
function affix(text: string): Affix | undefined {
  let [minuses, pluses, opens, closes] = [0, 0, 0, 0];
  let rest = '';
  for (const c of text) {
    if (DASHES.includes(c)) minuses++;
    else if (c === '+') pluses++;
    else if (c === '(') opens++;
    else if (c === ')') closes++;
    else if (!IGNORED.includes(c)) rest += c;
  }
  rest = rest.trim();
  const counts = { minuses, pluses, opens, closes, isCredit: false };
  if (rest === '') return { ...counts, words: [] };
  const whole = currencyWord(rest);
  if (whole) return { ...counts, words: [whole] };
  const parts = rest.split(/\s+/);
  // In India "1.2 Cr" is twelve million, so it is credit in capitals only.
  const isMarked = /^(?:CR|DR)\.?$/.test(parts.at(-1) ?? '');
  const words = (isMarked ? parts.slice(0, -1) : parts).map(currencyWord);
  if (!words.every(word => word !== undefined)) return undefined;
  return { ...counts, isCredit: isMarked && parts.at(-1)?.startsWith('CR') === true, words };
}

/** No longer text is a dash for zero: `US$  -   `. */
const LONGEST_DASH = 16;

/** How people write that there is none. */
const NOTHING = new Set(
  (
    'none nil keine keiner kein aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma geen ingen ' +
    'inget intet brak žádná žádný ei'
  ).split(' '),
);

/**
 * Whether a text is a zero as spreadsheets write it in accounting formats: a dash, with a currency beside it
 * or not; or a word that says there is none. It is a zero only in a column of numbers; alone it is nothing.
 */
export function isDashForZero(text: string): boolean {
  if (text.length > LONGEST_DASH) return false;
  if (NOTHING.has(text.toLowerCase())) return true;
  if (!/[-−–—]/.test(text) || /\d/.test(text)) return false;
  // `CHF -.--`
  const read = affix(text.replace(/([-−–—])[.,](?=[-−–—])/, '$1'));
  return read !== undefined && read.minuses > 0 && read.pluses === 0 && read.opens === read.closes;
}
