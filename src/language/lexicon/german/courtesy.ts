/** Greetings, thanks, what a question is asked for and how politely, in German: nothing of it is asked. */
export const courtesy = `
  (?:schonen |guten? )?(?:morgen|tag|abend|mittag|nachmittag) (?:zusammen|allerseits|an alle|{all})(?:
      ,)?,?,
    (?:schonen )?guten (?:morgen|tag|abend)(?: frau [a-z]+| herr [a-z]+)?,?,
    (?:hallo|hi|hey|moin|servus|gruss gott|gruezi|tach)(?: zusammen| allerseits| an alle| {all})?,?,
    (?:liebe[rs]?|sehr geehrte[rs]?) (?:{all}|alle|damen und herren),?, {all},?(?=
      (?:ich|wir|wie|was|kann|konn|wer|wann))
      ->
  (?:vielen|besten|herzlichen|lieben|schonen|tausend|1000) dank(?: {thanked})*,
    (?:danke|dankeschon|dank|merci)(?: {thanked})*(?: (?:fur (?:die|eure|ihre|deine)
      (?:hilfe|muhe|antwort|unterstutzung)))?,
    (?:viele|liebe|beste|schone|mit freundlichen|freundliche|herzliche) grussen?, (?:lg|vg|mfg|bg)(?= *$),
    fur (?:die|eure|ihre|deine) (?:hilfe|muhe|antwort|unterstutzung)
      ->
  (?:nur )?(?:mal )?(?:eine |ne )?(?:kurze|schnelle|kleine) (?:frage|ruckfrage|info|zwischenfrage),?:?,
    (?:ich )?(?:habe?|hatte|hab) (?:da )?(?:mal |noch |nur )*(?:eine?|ne) (?:kurze |kleine |schnelle
      )?frage(?: an (?:euch|dich|sie))?,?:?,
    (?:sorry|entschuldigung|entschuldigt|verzeihung|entschuldigen sie)(?: (?:fur|wegen) (?:die |der
      )?(?:storung|frage))?,?(?: aber| doch)?
      ->
  (?:es )?(?:ist )?(?:fur|wegen) {ones}{occasion}(?: {when})?
      (?:brauche?n?|brauch|benotige?n?|bereite) (?:ich|wir)(?: {it}| noch| bitte| dringend)*,?:?,
    (?:(?:ich|wir) )?(?:brauche?n?|brauch|benotige?n?) (?:{it}
      )(?:(?:noch|dringend|bitte|nur|heute|sofort|schnell) )*(?:fur {ones}{occasion}(?: {when})?)?,
    (?:es |das )?ist (?:nur )?fur {ones}{occasion}(?: {when})?, (?:fur|in|zu) {ones}{occasion}(?: {when})?,?
      ->
  {could}(?: mir| uns)?
      {someone}(?: {softly}| mir| uns)*(?: {tell}(?: {softly})*)?,?(?: ob)?,
    (?:weiss|wisst|wissen|weisst) {someone}(?: {softly})*,?(?: ob)?,
    (?:hat|habt|hast|haben) (?:jemand|ihr|du|sie|wer) (?:{softly} )*(?:eine ahnung|die zahl(?:en)?|eine
      zahl),?,
    (?:ich|wir|mich|uns)
      {would}(?: (?:ich|wir|mich|uns|es|{softly}))*(?: interessieren)?(?: (?:wissen|erfahren|sehen))?,?(?:
      ob)?,
    (?:wurde?n?|mochte?n?|brauchte?n?) (?:ich|wir|mich|uns)(?: {softly})*,?
      ->
  (?:hatten|hattest|hattet) (?:sie|du|ihr)(?: {softly})*, (?:parat|zur hand|griffbereit), sag(?:t)? mal,?,
    (?:kurz )?(?:eine )?(?:kurze |kleine )?bitte,?:,?, (?:eine )?frage fur {ones}{occasion}(?: {when})? ->
  {tell}(?=[ ,]*$), (?:bitte|freundlicherweise|netterweise), wenn (?:es )?(?:geht|moglich)(?: ist)?, falls
      moglich
      ->
`;

/** Parts of the patterns. */
export const courtesyParts = {
  all: `(?:team|leute|freunde|kollegen|kolleginnen|kolleg[a-z]* und kolleg[a-z]*|ihr lieben)`,
  thanked: '(?:(?:und|schon|mal|sehr|dir|euch|ihnen|im|in|vorab|voraus|jetzt)(?![a-z]))',
  someone: `(?:jemand|wer|einer|irgendwer|irgendjemand|man|du|sie|ihr|jmd)`,
  softly: `(?:bitte|mal|kurz|schnell|eben|gerade|vielleicht|eventuell|freundlicherweise|auch|noch|hier|
      gerne?|denn|
    zufallig|von euch|einmal|rasch)`,
  tell: `(?:sagen|zeigen|mitteilen|verraten|nennen|heraussuchen|raussuchen|schicken|zusammenstellen|
      ausgeben|
    ausrechnen|berechnen|auflisten|anzeigen|helfen|beantworten|durchgeben|rausgeben)`,
  ones: `(?:(?:das|die|den|der|dem|mein[a-z]*|unser[a-z]*|eine?[nrm]?|heutige[snr]?|morgige[snr]?|
      nachste[snr]?) )+`,
  occasion: `(?:[a-z]*(?:meeting|besprechung|sitzung|prasentation|bericht|report|chefin|chef|vorstand|
    geschaftsfuhrung|geschaftsleitung|steuerberaterin|steuerberater|investoren|investorenupdate|buchhaltung|
    newsletter|gesprach|call|termin|jahresabschluss|bankgesprach|folien|folie|planung|budgetplanung))`,
  when: `(?:heute|morgen|ubermorgen|nachher|gleich|nachste woche|morgen fruh|heute nachmittag|
    am (?:montag|dienstag|mittwoch|donnerstag|freitag)|um \\d{1,2}(?: uhr)?)`,
  it: '(?:es|das|die zahl(?:en)?|den wert|die info|die angaben?|dies)',
  could: `(?:konntest|konnten|konnte|konntet|kannst|konnt|kann|konnen|wurdest|wurden|wurdet|wurde)`,
  would: `(?:wurde?n?|mochte?n?|wollte?n?|hatten?|brauchte?n?|brauche?n?|benotige?n?|
    interessier(?:t|en|te|ten))`,
};
