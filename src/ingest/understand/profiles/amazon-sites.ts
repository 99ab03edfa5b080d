import type { Survey } from '../survey.js';
import { nameOf } from './profile-file.js';

/** The currency of each of Amazon's marketplaces. */
const CURRENCIES: Readonly<Record<string, string>> = {
  'amazon.com': 'USD',
  'amazon.ca': 'CAD',
  'amazon.com.mx': 'MXN',
  'amazon.com.br': 'BRL',
  'amazon.co.uk': 'GBP',
  'amazon.de': 'EUR',
  'amazon.fr': 'EUR',
  'amazon.it': 'EUR',
  'amazon.es': 'EUR',
  'amazon.nl': 'EUR',
  'amazon.com.be': 'EUR',
  'amazon.ie': 'EUR',
  'amazon.se': 'SEK',
  'amazon.pl': 'PLN',
  'amazon.com.tr': 'TRY',
  'amazon.ae': 'AED',
  'amazon.sa': 'SAR',
  'amazon.eg': 'EGP',
  'amazon.in': 'INR',
  'amazon.co.jp': 'JPY',
  'amazon.com.au': 'AUD',
  'amazon.sg': 'SGD',
};
/** Languages of reports that are those of one currency, by the header of the date. */
const OF_LANGUAGES: Readonly<Record<string, string>> = {
  'Datum/Uhrzeit': 'EUR',
  'date/heure': 'EUR',
  'Data/Ora': 'EUR',
  'Data/Ora:': 'EUR',
  '日付/時間': 'JPY',
};

/**
 * The currency of a report of Amazon, which does not name it: that of its marketplaces, else that of its
 * language. Undefined where marketplaces have several.
 */
export function currencyOfSites({ columns }: Survey): string | undefined {
  const sites = columns.find(c => c.name === 'marketplace');
  const codes = new Set([...(sites?.distinct ?? [])].flatMap(v => CURRENCIES[v.trim().toLowerCase()] ?? []));
  if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined;
  const names = new Map(Object.entries(OF_LANGUAGES).map(([header, code]) => [nameOf(header), code]));
  return columns.map(c => names.get(nameOf(c.header))).find(code => code !== undefined);
}
