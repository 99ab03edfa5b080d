/** Dimensions, conditions, places and small words of German, which stand alone. */
export const words = `
  aufgeteilt nach, aufgeschlusselt nach, gruppiert nach, unterteilt nach => by
  in jede[mr], fur jede[ns]? => in each
  jede[srmn]? => each
  nach (?={country}) => in
  (?:pro|je) => per
  nach => by
  am wochenende, an wochenenden, wochenendes?, wochenenden => on weekends
  (?:unter der|in der) woche, an werktagen, werktags => on weekdays
  wochentag(?:e|en|s)? => weekday
  (?:die|top) ({number})(?= {field}) => top $1

  {count}(?:umsatze?n?|umsatzes|verkaufe?n?|einnahmen|erlose?|verkauft|umgesetzt|eingenommen|verdient)
      => revenue
  verkaufen wir => do we sell
  anteil (?:der |von |an )?(.+?) (?:am|an|vom) revenue => share of $1 of revenue
  (?:umsatz)?anteile? (?:der|von|des|an) => share of
  (?:umsatz)?anteile? => share of revenue
  entwicklung (?:von |des |der )? => trend
  entwicklung, trend => trend
  wachstum, zuwachs, steigerung => growth
  (?:kunden)?profil (?:von|des kunden) => customer
  landern?, lander, landes, land => country
  stadten?, stadt, ort, orte => city
  regionen, region => region
  produktlinien?, produktgruppen? => product line
  produkt(?:e|en|s)?, artikeln?, artikel, waren => product
  kategorien?, warengruppen? => category
  kanalen?, kanale, kanal, vertriebskanal, verkaufskanal, vertriebskanale => channel
  (?:kunden)?segmente?n?, kundengruppen? => segment
  marken => brand
  zahlungsart(?:en)?, zahlungsweise => payment method
  altersgruppen? => age group
  bestellungen, auftrage, einkaufe => orders
  bestellung, auftrag, einkauf => order
  kunden, kundinnen, kund\\*innen, kunde, kaufer => customers
  stuckzahl(?:en)?, mengen?, stuck, einheiten => units
  (?:abwanderungs)?gefahrdete[nr]?, gefahrdet, abwanderungsgefahrdet => at risk
  verlorene[nr]?, verloren, abgewanderte[nr]? => lost
  inaktive[nr]?, inaktiv => inactive
  potenzielle[nr]?, potentielle[nr]? => potential
  aber (?:auch )?(?:noch )?nie => but never
  aber (?:nicht|kein(?:e|en)?) => but not
  abzuglich, exklusive, ohne => without
  ausgenommen, abgesehen von, bis auf, ausser => except
  nur, ausschliesslich => only
  nicht => not
  nie, niemals => never
  und, sowie, u => and
  oder => or
  seit(?: dem| der| anfang)? => since
  vor(?: dem)? (?=\\u0001?\\d{4}|\\d{1,2} {month}|{month}) => before
  nach(?: dem)? (?=\\u0001?\\d{4}|{month}) => after
  (?:aus|in|im|fur|von|vom|zum|zur|auf|bei|mit|an) (?:der|den|dem) => in the
  aus, im, ins, auf => in
  uber(?: das| den| die)?(?! ?[$€]?\\d) => in
  fur => for
  von, vom => of
  bei => of
  mit => with
  (?:{the})?(?:grossbritannien|vereinigten konigreich|england) => uk
  (?:{the})?(?:vereinigten staaten|amerika) => usa
  holland => netherlands
  deutsche[nr]? => germany
  franzosische[nr]? => france
  spanische[nr]? => spain
  amerikanische[nr]? => usa
  britische[nr]?, englische[nr]? => uk
  italienische[nr]? => italy
  (?:(?:die|der|den|unsere[nr]?) )?(?:franzosen?) => france
  (?:(?:die|der|den|unsere[nr]?) )?(?:spaniern?|spanier) => spain
  (?:(?:die|der|den|unsere[nr]?) )?(?:italienern?|italiener) => italy
  (?:(?:die|der|den|unsere[nr]?) )?(?:briten?|englandern?|englander) => uk
  (?:(?:die|der|den|unsere[nr]?) )?(?:amerikanern?|amerikaner) => usa
  (?:(?:die|der|den|unsere[nr]?) )?(?:japanern?|japaner) => japan
  {the}(?:osis?) => austria
  {the}(?:amis?) => usa
  {the}(?:schweden|schwede)(?= |$) => sweden
  {the}(?:danen) => denmark
  {the}(?:finnen) => finland
  {the}norwegern?, {the}norweger => norway
  {the}(?:portugiesen?) => portugal
  {the}australiern?, {the}australier => australia
  {the}kanadiern?, {the}kanadier => canada
  {the}(?:iren) => ireland
  (?:(?:die|der|den|unsere[nr]?) )?(?:osterreichern?|osterreicher) => austria
  (?:(?:die|der|den|unsere[nr]?) )?(?:schweizern?|schweizer) => switzerland
  (?:(?:die|der|den|unsere[nr]?) )?(?:belgiern?|belgier) => belgium
  (?:(?:die|der|den|unsere[nr]?) )?(?:hollandern?|hollander|niederlandern?|niederlander) => netherlands
  {show}, liste, anzeigen, zeigen => show me
  was (?:sind|ist|war|waren), wie (?:hoch |gross )?(?:ist|sind|war|waren), welche[rs]? (?:ist|sind|war|
      waren), wer (?:ist|sind) => what is
  wie ?viele?, wie hoch => how much
  welche[rsnm]? => which
  wer => who
  wann => when
  am meisten (?=revenue|orders) => most
  am wenigsten (?=revenue|orders) => least
  (?:haben|hatten|machen|machten)? ?am meisten => most
  am wenigsten => least
  (?:haben|hatten|machen|machten|erzielen|erzielten) wir, haben, hat, hatten, hatte, gab es, gibt es,
      gibts, gemacht, gekauft, bestellt, kamen, kommen,
    kommt, gekommen, erzielt, lief, lauft, gelaufen, gegeben, gewahrt, getatigt =>
  monate?n?, monats => month
  jahre?n?, jahres => year
  wochen? => week
  quartale?n?, quartals => quarter
  tage?n? => day
  storniert => cancelled orders
  eins, ein mal => 1
  sechs => 6
  sieben => 7
  acht => 8
  zehn => 10
  zwolf => 12
  zwanzig => 20
  bring(?:t|en|st)?, brachten?, gebracht, eingebracht, mach(?:t|st)?, machen, machten?,
      lauf(?:t|en)?, liefe?n?,
      kaufe?n?t?, kauften?, bestellen, bestellte?n?, kriegen, gekriegt, geht, gehen, ging(?:en)?, verdienen
      =>
  noch, so, grad, halt, eben, jetzt, schon, mittlerweile, inzwischen, momentan, ja, doch, einfach, ungefahr,
      circa, ganz, uberhaupt, sich, man, ihr, euch, bzw, quasi, einmal kurz, gewesen, sein, konkret, genau
      =>
  hat's, wurden, wurde, worden, wird, werden, wurden, sind, ist, war, waren, is, was, etwas, irgendetwas,
      irgendwas, denn, eigentlich, gerade, aktuell, derzeit,
    unsere[nrsm]?, unser, mein(?:e[nrsm]?)?, der, die, das, den, dem, des, ein, eine[nrsm]?, es, und zwar,
      hallo, moin, danke, ich, kannst, du, brauche, mochte, hatte gern,
    am, an, zu, zum, zur, uns, wir, mir, bitte, mal, alle[rsn]?, insgesamt, gesamt, allen, sehen, wissen,
      dabei, davon, hier, da =>
`;
