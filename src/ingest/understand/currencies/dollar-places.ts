import { cellText, type Survey } from '../survey.js';

/** Columns in which a place stands, beside those that are called a country. */
const OF_PLACES = new RegExp(
  String.raw`\b(store|shop|branch|location|outlet|site|city|town|state|province|region|country|place|` +
    String.raw`warehouse|market|address|ship to|tienda|sucursal|ciudad|provincia|ville|pays|magasin)\b`,
);

/** Places by which other dollars (and pesos) than those of the United States are told. */
const PLACES: Readonly<Record<string, RegExp>> = {
  CAD: new RegExp(
    String.raw`\b(?:canada|toronto|montr[eé]al|vancouver|calgary|edmonton|ottawa|winnipeg|halifax|` +
      String.raw`qu[eé]bec|ontario|british columbia|alberta|manitoba|saskatchewan|nova scotia)\b`,
    'i',
  ),
  AUD: /\b(?:australia|sydney|brisbane|adelaide|canberra|hobart|new south wales|queensland|tasmania)\b/i,
  NZD: /\b(?:new zealand|auckland|christchurch|dunedin)\b/i,
  SGD: /\bsingapore\b/i,
  HKD: /\b(?:hong kong|kowloon)\b/i,
  MXN: /\b(?:m[eé]xico|cdmx|guadalajara|monterrey|tijuana)\b/i,
};
/** Codes of provinces and states, at the end of a text. */
const CODES: Readonly<Record<string, RegExp>> = {
  CAD: /(?:^|[, ])(?:ON|QC|BC|AB|MB|SK|NS|NB|PE)$/,
  AUD: /(?:^|[, ])(?:NSW|VIC|QLD|TAS)$/,
};

/** A text of a place whose dollars are not those of the United States, and its column. */
export interface DollarPlace {
  readonly code: string;
  readonly column: string;
  readonly text: string;
}

/** The first place in the rows looked at that is at home with another currency that is written `$`. */
export function otherDollarPlace({ columns, first }: Survey): DollarPlace | undefined {
  for (const column of columns.filter(c => OF_PLACES.test(c.name) && c.numbers < c.filled / 2)) {
    const texts = new Set(first.map(row => cellText(row[column.index])));
    for (const text of texts)
      for (const [code, pattern] of Object.entries(PLACES))
        if (!/new mexico/i.test(text) && (pattern.test(text) || CODES[code]?.test(text)))
          return { code, column: column.header, text };
  }
  return undefined;
}
