import { isCurrency } from './currencies.js';

/** Signs and words of one currency, by its code, separated by spaces; `_` stands for a space within one. */
const OF_ONE: Readonly<Record<string, string>> = {
  USD: 'us$ $us us_$ $_us u.s.$',
  CAD: 'c$ ca$ can$ $ca $can $c c_$ ca_$ can_$',
  AUD: 'a$ au$ $a a_$ au_$',
  NZD: 'nz$ nz_$',
  HKD: 'hk$ hk_$',
  SGD: 's$ sg$',
  TWD: 'nt$ ntd',
  MXN: 'mx$ mex$ $mx m.n',
  BRL: 'r$ reais reai',
  DOP: 'rd$',
  JMD: 'j$',
  TTD: 'tt$',
  CLP: 'cl$',
  COP: 'col$ co$',
  ARS: 'ar$',
  UYU: '$u',
  EUR: '€ euro euros евро ευρώ',
  GBP: '£ pound pounds',
  JPY: '円 yen jp¥',
  CNY: '元 圆 圓 rmb yuan cn¥ 人民币',
  KRW: '₩ 원 won',
  INR: '₹ रु रू',
  RUB: '₽ руб рубль рублей рубля р rubl rubles roubles',
  UAH: '₴ грн гривень hrn',
  BYN: 'бел.руб',
  BGN: 'лв lv лева',
  PLN: 'zł zl zloty zlotych złotych',
  CZK: 'kč kc korun',
  HUF: 'ft forint',
  RON: 'lei leu ron',
  RSD: 'din дин rsd динара',
  MKD: 'ден',
  HRK: 'kn',
  ISK: 'ikr ísk',
  SEK: 'skr kronor',
  NOK: 'nkr',
  DKK: 'dkr',
  CHF: 'fr sfr franken',
  TRY: '₺ tl',
  ILS: '₪ nis ש״ח שח shekel shekels',
  AED: 'dh dhs aed د.إ dirham dirhams',
  SAR: 'sr ر.س riyal riyals',
  QAR: 'qr ر.ق',
  KWD: 'kd د.ك',
  BHD: 'bd د.ب',
  EGP: 'le e£ ج.م',
  MAD: 'د.م.',
  IDR: 'rp rupiah',
  MYR: 'rm ringgit',
  THB: '฿ baht บาท',
  VND: '₫ đ vnđ đồng dong',
  PHP: '₱ php',
  BDT: '৳ tk taka',
  ZAR: 'rand',
  KES: 'ksh kshs',
  UGX: 'ush',
  TZS: 'tsh',
  NGN: '₦ naira',
  GHS: '₵ gh₵ gh¢ cedi cedis',
  XOF: 'fcfa f_cfa cfa xof',
  PEN: 's/ soles sol',
  PAB: 'b/',
  GTQ: 'quetzales',
  PYG: '₲ gs',
  CRC: '₡ colones',
  KZT: '₸ тг тенге',
  AZN: '₼ manat',
  GEL: '₾',
  AMD: '֏',
  MNT: '₮',
  KHR: '៛',
  LAK: '₭',
  UZS: 'сум',
};

/** Signs and words of several currencies, the likeliest first. */
const OF_SEVERAL: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD HKD SGD MXN ARS CLP COP TWD UYU DOP JMD TTD',
  dollar: 'USD CAD AUD NZD HKD SGD',
  dollars: 'USD CAD AUD NZD HKD SGD',
  '¥': 'JPY CNY',
  rs: 'INR PKR LKR NPR MUR SCR',
  '₨': 'INR PKR LKR NPR MUR SCR',
  rupee: 'INR PKR LKR NPR MUR SCR',
  rupees: 'INR PKR LKR NPR MUR SCR',
  kr: 'SEK NOK DKK ISK',
  kroner: 'NOK DKK',
  peso: 'MXN ARS CLP COP PHP UYU DOP',
  pesos: 'MXN ARS CLP COP PHP UYU DOP',
  bs: 'BOB VES',
  r: 'ZAR',
  q: 'GTQ',
};

const KNOWN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...Object.entries(OF_ONE).flatMap(([code, words]) =>
    words.split(' ').map(word => [word.replaceAll('_', ' '), [code]] as const),
  ),
  ...Object.entries(OF_SEVERAL).map(([word, codes]) => [word, codes.split(' ')] as const),
]);

/** Words that mean something else in other letters: `12 ft` are feet, `5 gs` grams, `DIN 912` a standard. */
const SPELT: ReadonlyMap<string, readonly string[]> = new Map([
  ['ft', ['Ft']],
  ['gs', ['Gs']],
  ['bs', ['Bs']],
  ['din', ['din', 'Din']],
  ['le', ['LE']],
]);

/** Codes that are also words or units: `2 cup`, `5 KGS`. In small letters they are no currency. */
const CODES_THAT_ARE_WORDS = new Set('ALL BAM BOB COP CUP GEL KGS MAD MOP PEN SIT SOS TOP TRY'.split(' '));

/** A currency as a file writes it beside an amount. */
export interface CurrencyWord {
  /** As it is written, without the spaces and points around it: `Rs`, `€`, `US$`. */
  readonly word: string;
  /** The currencies that it stands for, the likeliest first (ISO 4217). */
  readonly codes: readonly string[];
}

/**
 * The currency that a sign, a word or a code stands for: `€`, `Rs.`, `kr`, `US$`, `eur`.
 * @returns undefined if it is none that is known
 */
export function currencyWord(text: string): CurrencyWord | undefined {
  const word = text.trim().replace(/\s+/g, ' ');
  if (word === '' || word.length > LONGEST_WORD) return undefined;
  const key = word.toLowerCase();
  const bare = key.length > 1 ? key.replace(/^\.+|\.+$/g, '') : key;
  const codes = KNOWN.get(key) ?? KNOWN.get(bare);
  const plain = word.replace(/\.+$/, '');
  if (codes) return SPELT.get(bare)?.includes(plain) === false ? undefined : { word: plain, codes };
  if (!/^[A-Za-z]{3}\.?$/.test(word)) return undefined;
  const code = bare.toUpperCase();
  const isWord = CODES_THAT_ARE_WORDS.has(code) && !word.startsWith(code);
  return isCurrency(code) && !isWord ? { word: code, codes: [code] } : undefined;
}

const LONGEST_WORD = 12;

/** Whether a code is an ordinary word or unit too, so that beside a bare whole number it may be that. */
export const isAlsoWord = (code: string): boolean => CODES_THAT_ARE_WORDS.has(code);
