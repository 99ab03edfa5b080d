/** What columns of sales files are called in German, and what they are called in English. */
export const fields = `
  (?:verkaufs|vertriebs)(?:mitarbeiter(?:n|in|innen)?|leute|person(?:en)?), verkaufer(?:n|in|innen|s)?,
      vertriebler(?:n|in|innen)?, aussendienstler(?:n|in|innen)?, sachbearbeiter(?:n|in|innen)?,
      mitarbeiter(?:n|in|innen)? => salesperson
  kellner(?:n|in|innen)?, bedienung(?:en)? => waiter
  zahl(?:ungs)?(?:methoden?|mittel|weisen?|arten?|wege?n?), bezahl(?:methoden?|arten?|weisen?)
      => payment method
  (?:mutter)?sprachen? => language
  berufe?n?, berufsgruppen?, beschaftigung(?:en)?, jobs? => occupation
  geschlecht(?:er|ern)? => gender
  familienstand, zivilstand, personenstand, beziehungsstatus => marital status
  (?:hochster )?bildungs(?:abschluss(?:e|en)?|stand|niveau|grade?|stufen?|weg), schulabschluss(?:e|en)?,
      bildung, ausbildung(?:en)?, abschluss(?:e|en)? => education level
  einkommens(?:klassen?|gruppen?|stufen?|schichten?|niveaus?), einkommen, gehalt(?:sklassen?)? => income group
  alters(?:klassen?|gruppen?|stufen?|bereiche?n?), alter => age group
  bewertung(?:en)?, sterne => rating
  standort(?:e|en)?, niederlassung(?:en)? => location
  bundeslander(?:n)?, bundesland, bundesstaat(?:en)? => state
  (?:vertriebs|verkaufs)?gebiete?n?, territori(?:um|en) => territory
  (?:bestell|auftrags)?status => status
  filialen?, laden, laeden, geschafte?n?(?= |$) => store
  lieferanten? => supplier
  hersteller(?:n)? => manufacturer
  versand(?:arten?|methoden?|wege?n?) => shipping method
  gutscheine?n?, gutscheincodes?, rabattcodes?, aktion(?:en|scodes?)? => promotion
  produktarten?, warenarten? => category
`;
