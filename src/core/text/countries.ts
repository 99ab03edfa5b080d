import { z } from 'zod';
import { withoutAccents } from './accents.js';

/** The languages in which a file may name countries. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
/** What countries are called besides. */
const ALIASES: readonly (readonly [name: string, code: string])[] = [
  ['usa', 'US'],
  ['us', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['eire', 'IE'],
  ['holland', 'NL'],
  ['uae', 'AE'],
  ['korea', 'KR'],
  ['czech republic', 'CZ'],
];

const normal = (name: string): string =>
  withoutAccents(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();

const englishNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

const isCountryCode = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && englishNames.of(code) !== undefined;

/** The code in use: FR for FX, which is France too, and GB for UK. */
const currentCode = (code: string): string => new Intl.Locale(`und-${code}`).region ?? code;

/** The ISO 3166 code of a country, in letters of either case. */
export const countryCode = z
  .string()
  .toUpperCase()
  .refine(isCountryCode, 'is not an ISO 3166 country code')
  .transform(currentCode);

let known: ReadonlyMap<string, string> | undefined;

/** All names of countries, by `normal`. Made when it is first needed: a file without phones needs none. */
function codesByName(): ReadonlyMap<string, string> {
  if (known) return known;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap(a => letters.map(b => a + b))
    .filter(c => isCountryCode(c) && c === currentCode(c));
  const named = LANGUAGES.flatMap(language => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap(code => {
      const name = names.of(code);
      return name === undefined ? [] : [[normal(name), code] as const];
    });
  });
  known = new Map([...named, ...codes.map(code => [code.toLowerCase(), code] as const), ...ALIASES]);
  return known;
}

/** The ISO 3166 code of a country by its name in some languages or by the code; undefined if unknown. */
export const countryCodeOf = (name: string): string | undefined => codesByName().get(normal(name));
