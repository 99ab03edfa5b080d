import iconv from 'iconv-lite';

/** An encoding that sales files come in, where they are neither UTF-8 nor UTF-16. */
export interface LegacyEncoding {
  /** As iconv-lite knows it. */
  readonly key: string;
  /** As people know it. */
  readonly name: string;
  /** What chardet calls it, or a page of which it is nearly the double. */
  readonly detected?: readonly string[];
  readonly isMultiByte?: boolean;
  /** How much rarer than CP1252 it is, as the logarithm of a probability. */
  readonly rarity: number;
}

/**
 * The likelier first. Windows pages come before their ISO twins, which have the same letters but for a few:
 * spreadsheet programs write the former.
 */
export const LEGACY: readonly LegacyEncoding[] = [
  { key: 'windows-1252', name: 'CP1252', detected: ['ISO-8859-1', 'windows-1252'], rarity: 0 },
  { key: 'cp850', name: 'CP850', rarity: 2 },
  { key: 'cp437', name: 'CP437', rarity: 3 },
  { key: 'windows-1250', name: 'CP1250', detected: ['ISO-8859-2', 'windows-1250'], rarity: 1.5 },
  { key: 'windows-1251', name: 'CP1251', detected: ['windows-1251'], rarity: 1 },
  { key: 'windows-1254', name: 'CP1254', detected: ['ISO-8859-9', 'windows-1254'], rarity: 1 },
  { key: 'windows-1253', name: 'CP1253', detected: ['ISO-8859-7', 'windows-1253'], rarity: 2 },
  { key: 'windows-1255', name: 'CP1255', detected: ['ISO-8859-8', 'windows-1255'], rarity: 3 },
  { key: 'windows-1256', name: 'CP1256', detected: ['ISO-8859-6', 'windows-1256'], rarity: 3 },
  { key: 'windows-1257', name: 'CP1257', detected: ['windows-1257'], rarity: 3 },
  { key: 'windows-874', name: 'CP874', detected: ['windows-874'], rarity: 3 },
  { key: 'shift_jis', name: 'Shift-JIS', detected: ['Shift_JIS'], isMultiByte: true, rarity: 2 },
  { key: 'gb18030', name: 'GB18030', detected: ['GB18030'], isMultiByte: true, rarity: 2 },
  { key: 'big5', name: 'Big5', detected: ['Big5'], isMultiByte: true, rarity: 3 },
  { key: 'cp949', name: 'EUC-KR', detected: ['EUC-KR'], isMultiByte: true, rarity: 2 },
  { key: 'euc-jp', name: 'EUC-JP', detected: ['EUC-JP'], isMultiByte: true, rarity: 4 },
  { key: 'macintosh', name: 'MacRoman', rarity: 4 },
  { key: 'iso-8859-15', name: 'ISO-8859-15', detected: ['ISO-8859-1'], rarity: 3 },
  { key: 'iso-8859-2', name: 'ISO-8859-2', detected: ['ISO-8859-2'], rarity: 3.5 },
  { key: 'iso-8859-5', name: 'ISO-8859-5', detected: ['ISO-8859-5'], rarity: 5 },
  { key: 'iso-8859-7', name: 'ISO-8859-7', detected: ['ISO-8859-7'], rarity: 3.5 },
  { key: 'iso-8859-9', name: 'ISO-8859-9', detected: ['ISO-8859-9'], rarity: 3.5 },
  { key: 'koi8-r', name: 'KOI8-R', detected: ['KOI8-R'], rarity: 3 },
  { key: 'koi8-u', name: 'KOI8-U', detected: ['KOI8-R'], rarity: 4 },
  { key: 'cp852', name: 'CP852', rarity: 4 },
  { key: 'cp866', name: 'CP866', rarity: 4 },
  { key: 'cp857', name: 'CP857', rarity: 5 },
];

/** The text of bytes in an encoding. */
export const decodeBytes = (bytes: Buffer, encoding: string): string =>
  withEuro(iconv.decode(bytes, encoding), encoding);

/** Macs have written the euro sign since 1998 where iconv-lite's table has the sign for any currency. */
export const withEuro = (text: string, encoding: string): string =>
  encoding === 'macintosh' ? text.replaceAll('¤', '€') : text;
