/** Words of headers that make no useful breakdown: contact data, and what the date already says. */
const WORDS = `
  phone mobile telefon tel telephone telefono fax address adresse street strasse postal zip plz
  contact url link note notes comment image password ip hash uuid qtr quarter quartal trimestre month
  monat mois mes year jahr annee ano week woche day date datum time zeit vorname nachname prenom
  apellido nombre latitude longitude lat lng lon timestamp tax vat mwst steuer iva freight shipping
  versand porto first last msrp shipped required
`;

const NEVER = new RegExp(`\\b(${WORDS.trim().split(/\s+/).join('|')})\\b`);
/**
 * Words that say how a thing is called: with the thing, `store name`, `warehouse id`, they make a
 * breakdown.
 */
const CALLED = /\b(name|id|number|nr|no|code)\b/;
const OF_PERSONS = new RegExp(
  String.raw`\b(first|last|middle|full|customer|client|buyer|user|billing|shipping|contact|order|` +
    String.raw`line|row|transaction|payment|tracking|session|product|item)\b`,
);

/** Whether a header, as words, makes no useful breakdown. */
export const isNoDimension = (words: string): boolean =>
  NEVER.test(words) || (CALLED.test(words) && (OF_PERSONS.test(words) || !/ /.test(words)));
