import { withoutAccents } from '../../../core/text/accents.js';
import { ROLES } from '../roles.js';
import type { Survey } from '../survey.js';

/** Countries by currency, for the currencies that share a sign or a word with others; without accents. */
const COUNTRIES: Readonly<Record<string, string>> = {
  SEK: 'se swe sweden sverige schweden suede suecia suecia',
  NOK: 'no nor norway norge norwegen norvege noruega',
  DKK: 'dk dnk denmark danmark danemark dinamarca',
  ISK: 'is isl iceland island islande islandia',
  USD: 'us usa united_states united_states_of_america america estados_unidos etats-unis vereinigte_staaten',
  CAD: 'ca can canada kanada',
  AUD: 'au aus australia australien australie',
  NZD: 'nz nzl new_zealand neuseeland',
  HKD: 'hk hkg hong_kong',
  SGD: 'sg sgp singapore singapur',
  TWD: 'tw twn taiwan',
  MXN: 'mx mex mexico mexiko mexique',
  ARS: 'ar arg argentina argentinien',
  CLP: 'cl chl chile',
  COP: 'co col colombia kolumbien',
  UYU: 'uy ury uruguay',
  DOP: 'do dom dominican_republic republica_dominicana',
  INR: 'in ind india indien inde',
  PKR: 'pk pak pakistan',
  LKR: 'lk lka sri_lanka',
  NPR: 'np npl nepal',
  MUR: 'mu mus mauritius',
  SCR: 'sc syc seychelles',
  JPY: 'jp jpn japan',
  CNY: 'cn chn china',
  BOB: 'bo bol bolivia',
  VES: 've ven venezuela',
  PHP: 'ph phl philippines filipinas',
  GBP: 'gb gbr uk united_kingdom great_britain england',
  CHF: 'ch che switzerland schweiz suisse svizzera',
  EUR: `de deu germany deutschland at aut austria osterreich fr fra france frankreich es esp spain espana
    spanien it ita
    italy italia italien nl nld netherlands niederlande be bel belgium belgien ie irl ireland pt prt
    portugal fi fin finland`,
};

const CURRENCY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([code, names]) =>
    names.split(/\s+/).map(name => [name.replaceAll('_', ' '), code] as const),
  ),
);

/** Rows of a country that make the file that country's. */
const MOST = 0.8;

/** The currency of the country that most rows are of, by the columns that are called a country. */
export function currencyOfCountry({ columns, first }: Survey): string | undefined {
  const names = ROLES.find(role => role.key === 'country')?.names ?? [];
  const column = columns.find(c => c.filled > 0 && names.includes(c.name));
  if (!column) return undefined;
  const counts = new Map<string | undefined, number>();
  let filled = 0;
  for (const row of first) {
    const country = withoutAccents(row[column.index] ?? '')
      .trim()
      .toLowerCase();
    if (country === '') continue;
    filled++;
    const code = CURRENCY_OF.get(country);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= filled * MOST ? most[0] : undefined;
}

/** Header words of one language among those that share a word for their money. */
const HEADER_WORDS: Readonly<Record<string, RegExp>> = {
  SEK: /\b(kund|belopp|summa|antal artiklar|ordernummer|artikel|moms|försäljning|forsaljning)\b/,
  NOK: /\b(antall|belop|beløp|ordrenummer|mva|varenavn|salg)\b/,
  DKK: /\b(belob|beløb|varenummer|antal|stykpris|ordrenr)\b/,
  ISK: /\b(dagsetning|upphaed|fjoldi)\b/,
};

/** The currency that the language of the headers is at home with, among the given. */
export function currencyOfHeaders({ columns }: Survey, codes: readonly string[]): string | undefined {
  const names = columns.map(c => `${c.header} ${c.name}`.toLowerCase()).join(' | ');
  const fitting = codes.filter(code => HEADER_WORDS[code]?.test(names));
  return fitting.length === 1 ? fitting[0] : undefined;
}
