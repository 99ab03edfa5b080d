import { normal } from '../../core/text/normal-text.js';
import { VALUE_NAMES } from './value-names.js';

/** What people call a country besides the name that a file gives it. */
const SAME: readonly (readonly string[])[] = [
  [
    'usa',
    'united states',
    'united states of america',
    'america',
    'u s a',
    'u s',
    'us',
    'the us',
    'the states',
    'eeuu',
    'ee uu',
    'etats unis',
    'vereinigte staaten',
    'american',
    'yanks',
    'americans',
  ],
  [
    'uk',
    'united kingdom',
    'great britain',
    'britain',
    'gb',
    'u k',
    'england',
    'british',
    'the british',
    'brits',
  ],
  ['uae', 'united arab emirates'],
  ['netherlands', 'the netherlands', 'holland', 'dutch', 'niederlande', 'pays bas', 'paises bajos'],
  ['germany', 'deutschland', 'german', 'germans', 'allemagne', 'alemania'],
  ['france', 'french', 'francia', 'frankreich', 'francais', 'francaise'],
  ['italy', 'italian', 'italians', 'italien', 'italie', 'italia'],
  ['sweden', 'swedish', 'swedes', 'schweden', 'suede', 'suecia'],
  ['norway', 'norwegian', 'norwegians', 'norwegen', 'norvege', 'noruega'],
  ['denmark', 'danish', 'danes', 'danemark', 'dinamarca'],
  ['finland', 'finnish', 'finns', 'finnland', 'finlande', 'finlandia'],
  ['australia', 'australian', 'australians', 'aussie', 'aussies', 'oz', 'australien', 'australie'],
  ['japan', 'japanese', 'japon'],
  ['canada', 'canadian', 'canadians', 'kanada'],
  ['belgium', 'belgian', 'belgians', 'belgien', 'belgique', 'belgica'],
  ['portugal', 'portuguese'],
  ['new zealand', 'nz', 'kiwi', 'kiwis'],
  ['poland', 'polish', 'polen', 'pologne', 'polonia'],
  ['eire', 'ireland', 'republic of ireland'],
  ['south korea', 'korea', 'republic of korea'],
  ['czechia', 'czech republic'],
  ['russia', 'russian federation'],
  ['switzerland', 'schweiz', 'suisse', 'swiss', 'suiza'],
  ['austria', 'osterreich', 'austrian', 'austrians', 'autriche'],
  ['singapore', 'singaporean', 'singapur', 'singapour'],
  ['philippines', 'filipino', 'filipinos', 'philippine'],
  ['spain', 'espana', 'spanish', 'spaniards', 'spanien', 'espagne'],
  ['marketplace', 'marktplatz', 'place de marche'],
  ['phone', 'telephone', 'telefon', 'telefono'],
  ['web shop', 'webshop', 'online shop', 'onlineshop', 'boutique en ligne', 'tienda online', 'tienda web'],
  ['vienna', 'wien', 'vienne', 'viena'],
  ['cologne', 'koln', 'colonia'],
  ['munich', 'munchen'],
  ['nuremberg', 'nurnberg'],
  ['hamburg', 'hambourg', 'hamburgo'],
  ['brussels', 'brussel', 'bruxelles', 'bruselas'],
  ['geneva', 'geneve', 'genf', 'ginebra'],
  ['lisbon', 'lisboa', 'lissabon', 'lisbonne'],
  ['london', 'londres'],
  ['milan', 'milano', 'mailand'],
  ['rome', 'roma', 'rom'],
  ['turin', 'torino'],
  ['florence', 'firenze', 'florenz', 'florencia'],
  ['naples', 'napoli', 'neapel', 'napoles'],
  ['copenhagen', 'kobenhavn', 'kopenhagen', 'copenhague'],
  ['warsaw', 'warszawa', 'warschau', 'varsovie', 'varsovia'],
  ['prague', 'praha', 'prag', 'praga'],
  ['bordeaux', 'burdeos'],
  ['marseille', 'marsella'],
  ['seville', 'sevilla'],
  ['new york', 'nyc', 'new york city', 'nueva york'],
  [
    'canceled',
    'cancelled',
    'anulada',
    'anulado',
    'cancelada',
    'cancelado',
    'storniert',
    'annule',
    'annulee',
    'annullato',
  ],
  ['female', 'females', 'woman', 'women', 'f'],
  ['male', 'males', 'man', 'men', 'm'],
];

/** The states of the USA, whose files mostly hold their two letters. */
const STATES = `AL Alabama,
  AK Alaska,
  AZ Arizona,
  AR Arkansas,
  CA California,
  CO Colorado,
  CT Connecticut,
  DE Delaware,
  FL Florida,
  GA Georgia,
  HI Hawaii,
  ID Idaho,
  IL Illinois,
  IN Indiana,
  IA Iowa,
  KS Kansas,
  KY Kentucky,
  LA Louisiana,
  ME Maine,
  MD Maryland,
  MA Massachusetts,
  MI Michigan,
  MN Minnesota,
  MS Mississippi,
  MO Missouri,
  MT Montana,
  NE Nebraska,
  NV Nevada,
  NH New Hampshire,
  NJ New Jersey,
  NM New Mexico,
  NY New York,
  NC North Carolina,
  ND North Dakota,
  OH Ohio,
  OK Oklahoma,
  OR Oregon,
  PA Pennsylvania,
  RI Rhode Island,
  SC South Carolina,
  SD South Dakota,
  TN Tennessee,
  TX Texas,
  UT Utah,
  VT Vermont,
  VA Virginia,
  WA Washington,
  WV West Virginia,
  WI Wisconsin,
  WY Wyoming`;

/** The other names of each name. */
const SAME_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...SAME,
    ...VALUE_NAMES,
    ...STATES.split(',').map(state => {
      const [letters = '', ...name] = state.trim().toLowerCase().split(' ');
      return [letters, name.join(' ')];
    }),
  ].flatMap(names => names.map(name => [name, names] as const)),
);

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

/**
 * What countries are called in the languages that are read, by each of these names and by their two
 * letters.
 */
let countryNames: ReadonlyMap<string, readonly string[]> | undefined;

function namesOfCountries(): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, readonly string[]>();
  const speakers = LANGUAGES.map(
    language => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (const code of regionCodes()) {
    const names = speakers.flatMap(speaker => comparable(speaker.of(code) ?? ''));
    const known = [...new Set(names.filter(name => name !== ''))];
    if (known.length === 0) continue;
    for (const name of known) if (!byName.has(name)) byName.set(name, known);
    byName.set(code, known);
  }
  return byName;
}

/** Two letters that may be a country's; "ZZ" and others like it are none, and "EU" and "UN" are several. */
function regionCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap(a => letters.map(b => a + b))
    .filter(code => !/^(?:ZZ|EU|EZ|UN|QO|X[A-Z])$/.test(code));
}

/** A name as it is compared, and without what stands in brackets behind it. */
const comparable = (name: string): string[] =>
  [name, name.replace(/\s*[([].*$/, '')].map(text => normal(text.replaceAll('ß', 'ss')));

/**
 * Other names of what a phrase names, compared as `normal` makes them: those of countries in the
 * languages we read.
 */
export function otherNames(phrase: string): readonly string[] {
  countryNames ??= namesOfCountries();
  const countries = countryNames.get(phrase) ?? [];
  const all = [phrase, ...(SAME_NAMES.get(phrase) ?? []), ...countries];
  return [...new Set([...all, ...countries.flatMap(name => SAME_NAMES.get(name) ?? [])])].slice(1);
}

/** The names of the country with these two letters; none where they are no country's. */
export function namesOfCountry(code: string): readonly string[] {
  countryNames ??= namesOfCountries();
  return (countryNames.get(code) ?? []).flatMap(name => [name, ...(SAME_NAMES.get(name) ?? [])]);
}

const inLanguage = new Map<string, ReadonlyMap<string, string>>();

/** What countries are called in a language, without accents, with their English names; the longest first. */
export function countriesIn(language: 'de' | 'fr' | 'es'): ReadonlyMap<string, string> {
  const known = inLanguage.get(language);
  if (known) return known;
  const [own, english] = [language, 'en'].map(
    code => new Intl.DisplayNames(code, { type: 'region', fallback: 'none' }),
  );
  const names = regionCodes().flatMap((code): [string, string][] => {
    const name = english?.of(code);
    return name === undefined
      ? []
      : comparable(own?.of(code) ?? '')
          .filter(word => word.length > 3 && word !== normal(name))
          .map(word => [word, normal(name)]);
  });
  const found = new Map(names.sort(([a], [b]) => b.length - a.length));
  inLanguage.set(language, found);
  return found;
}
