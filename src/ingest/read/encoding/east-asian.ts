import iconv from 'iconv-lite';
import type { LetterPairs } from './letter-pairs.js';
import { FOREIGN, namesIn } from './letter-pairs.js';

/** What a character costs: one of the names that Node has, one of the usual few thousand, another. */
const FREQUENT = -5.5;
const USUAL = -7.5;
const RARE = -11;
const KANA = -4.5;
const NARROW_KANA = -6.5;

/** The rows of a national standard that hold its usual characters, by what their first bytes are. */
const USUAL_ROWS: Readonly<Record<string, readonly [encoding: string, from: number, to: number]>> = {
  'zh-CN': ['gb18030', 0xb0, 0xd7],
  'zh-TW': ['big5', 0xa4, 0xc6],
  ja: ['euc-jp', 0xb0, 0xcf],
  ko: ['cp949', 0xb0, 0xc8],
};

/**
 * Chinese, Japanese and Korean have too many characters for pairs of them: each counts by how usual it is.
 */
export function usualCharacters(language: string): LetterPairs {
  const frequent = new Set(namesIn(language).join(''));
  const usual = charactersOf(...USUAL_ROWS[language]!);
  const cost = (letter: string): number => {
    if (language === 'ja') {
      if (/[\u3041-\u30fe]/.test(letter)) return KANA;
      if (/[\uff66-\uff9f]/.test(letter)) return NARROW_KANA;
    }
    if (!/[\p{sc=Han}\p{sc=Hangul}]/u.test(letter)) return FOREIGN;
    return frequent.has(letter) ? FREQUENT : usual.has(letter) ? USUAL : RARE;
  };
  const score = (word: string): number => {
    let sum = 0;
    for (const letter of word) if (letter > '\x7f') sum += cost(letter);
    return sum;
  };
  return { score, scoreAll: score };
}

function charactersOf(encoding: string, from: number, to: number): Set<string> {
  const bytes: number[] = [];
  for (let first = from; first <= to; first++)
    for (let second = encoding === 'big5' ? 0x40 : 0xa1; second <= 0xfe; second++)
      if (second <= 0x7e || second >= 0xa1) bytes.push(first, second);
  return new Set(iconv.decode(Buffer.from(bytes), encoding));
}
