/** Verbs of trade in all the persons and tenses in which French asks of them, without accents. */
const ER = 'e|es|ons|ez|ent|ais|ait|aient|ions|iez|era|eras|erons|eront|erait|eraient|er|ant|ee|ees|erent';
const RE = 's|ons|ez|ent|ais|ait|aient|ra|ront|rait|raient|re|ant|u|ue|us|ues';

/** Forms of verbs by their stems, without nouns that are written alike. */
const forms = (stems: string, endings: string, ...nouns: readonly string[]): string =>
  `${nouns.length > 0 ? `(?!(?:${nouns.join('|')})(?![a-z]))` : ''}(?:${stems})(?:${endings})`;

/** What customers do who buy; "commande" is an order, and stays. */
const BUYING = [
  forms('achet|rachet|command|recommand|consomm', ER, 'commande', 'commandes', 'commander'),
  'prend|prends|prennent|prenons|prenait|prenaient|prendre|prise?s?|repris',
].join('|');
const SPENDING = forms('depens', ER, 'depense', 'depenses');

/** What shops do that sell, and those who sell for them; "facture" is an invoice. */
const SELLING = [
  forms('vend', RE),
  forms('rapport|gener|encaiss|factur|ramen|ecoul', ER, 'facture', 'factures', 'rapporter', 'rapportee'),
].join('|');

export const verbParts = {
  buying: BUYING,
  spending: SPENDING,
  selling: SELLING,
  having: '(?:(?:a|ai|ont|avons|avez|avait|avaient|on a) )',
  trading: `{having}?(?:{bought}|depense|vendu|rapporte|genere|fait)|${BUYING}|${SPENDING}|${SELLING}|
      depense`,
  /** Verbs that only say that there were some. */
  being: `(?:il )?y a eu|(?:il )?y a|on a eu|on a|a eu|ont eu|avons eu|
    a t on eu|avons nous eu|a t on|avons nous|avait|avaient|ont|a|compte|comptent|
      fait|
    font|faisait|recoit|recoivent|recu|enregistre|enregistrent|totalise|concentre|concentrent`,
};
