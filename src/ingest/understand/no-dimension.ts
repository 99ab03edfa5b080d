/** Words of headers that make no useful breakdown: contact data, and what the date already says. */
const WORDS = `
  phone mobile telefon tel telephone telefono fax address adresse street strasse postal zip plz
  contact url link note notes comment image password ip hash uuid qtr quarter quartal trimestre month
  monat mois mes year jahr annee ano week woche day date datum time zeit name vorname nachname prenom
  apellido nombre latitude longitude lat lng lon timestamp tax vat mwst steuer iva freight shipping
  versand porto id number first last msrp shipped required
`;

/** Finds such a word in a header. */
export const NO_DIMENSION = new RegExp(`\\b(${WORDS.trim().split(/\s+/).join('|')})\\b`);
