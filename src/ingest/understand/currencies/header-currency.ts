import { type CurrencyWord, currencyWord, isAlsoWord } from '../../../core/money/currency-words.js';

/** A currency that a column's name has. */
export interface HeaderCurrency {
  readonly currency: CurrencyWord;
  /** The name without it: `Umsatz` of `Umsatz in €`; `Amount` where it says nothing else. */
  readonly rest: string;
}

/** Codes that count outside brackets too, in any letters; others are too often ordinary words. */
const MAJOR = new Set(
  `USD EUR GBP CHF CAD AUD NZD JPY CNY INR BRL MXN SEK NOK DKK PLN CZK HUF RON TRY ZAR AED SGD HKD KRW TWD THB
  IDR MYR PHP VND ILS SAR RUB UAH COP CLP ARS PEN PKR LKR BDT NGN KES EGP QAR KWD ISK BGN RSD`.split(/\s+/),
);
/** Words that count outside brackets. */
const WORDS = /^(?:rs|euros?|kr|zł|kč|руб|грн|лв|rmb|fcfa|円|元|원|rp)\.?$/iu;
/** `USD rate` is a rate, no amount. */
const RATE = /\b(rate|kurs|wechselkurs|taux|cambio|tasa|fx)\b/i;
const BRACKETS = /[([{]([^)\]}]*)[)\]}]/g;

/**
 * The currency in a column's name: `Total (EUR)`, `Umsatz in €`, `Amount USD`, `price_eur`.
 * @returns undefined if there is none
 */
export function headerCurrency(header: string): HeaderCurrency | undefined {
  if (RATE.test(header.replaceAll('_', ' '))) return undefined;
  for (const [part, inside = ''] of header.matchAll(BRACKETS)) {
    const currency = inside
      .split(/[\s,;/]+/)
      .map(inBrackets)
      .find(Boolean);
    if (currency) return { currency, rest: orAmount(header.replace(part, ' ')) };
  }
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_,:;/-]+/)
    .filter(word => word !== '');
  const isUpper = header === header.toUpperCase();
  for (const at of [words.length - 1, 0]) {
    const currency = outside(words[at] ?? '', isUpper);
    if (!currency) continue;
    const others = words.filter((_, i) => i !== at);
    if (at > 0 && /^(?:in|en|em|i|v|w|в)$/i.test(others.at(-1) ?? '')) others.pop();
    return { currency, rest: orAmount(others.join(' ')) };
  }
  return undefined;
}

const orAmount = (rest: string): string => (rest.trim() === '' ? 'Amount' : rest.trim());

function inBrackets(word: string): CurrencyWord | undefined {
  const currency = currencyWord(word);
  // `Sales (all)`, `Weight (kgs)`, `Quantity (R)` say no currency.
  if (!currency || /^(?:.|all|cup|kgs|top|ft|le|fr|sol)$/i.test(word))
    return isSign(word) ? currency : undefined;
  return currency;
}

function outside(word: string, isUpper: boolean): CurrencyWord | undefined {
  const currency = currencyWord(word);
  if (!currency || isSign(word) || WORDS.test(word)) return currency;
  const code = word.toUpperCase();
  if (!MAJOR.has(code)) return undefined;
  return isAlsoWord(code) && (isUpper || word !== code) ? undefined : currency;
}

const isSign = (word: string): boolean => /\p{Sc}/u.test(word);
