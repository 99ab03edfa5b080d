import type { ForeignLexicon } from '../foreign.js';
import { around } from './around.js';
import { clauses } from './clauses.js';
import { closing } from './closing.js';
import { asked, conceptParts, concepts } from './concepts.js';
import { courtesy, courtesyParts } from './courtesy.js';
import { customers } from './customers.js';
import { early } from './early.js';
import { everyday } from './everyday.js';
import { fields } from './fields.js';
import { measures } from './measures.js';
import { most, mostParts } from './most.js';
import { nouns } from './nouns.js';
import { periods } from './periods.js';
import { questionParts, questions } from './questions.js';
import { sums, sumsParts } from './sums.js';
import { talk, talkParts } from './talk.js';
import { times } from './times.js';
import { values } from './values.js';
import { words } from './words.js';

/** Words whose umlauts are written with two letters by some. */
const UMLAUTS = new RegExp(
  'kaeuf|laeuf|laend|kanael|auftraeg|geschaeft|gefaehrd|fuer|ueber|groess|hoech|hoeh|staedt|stueck|staerk|' +
    'tuerk|zuerich|muench|aender|oefter|haeuf|saetz|raed|kuerz',
  'g',
);

/** `Wachstum ggü. Vorjahr für 21, 22 und 23 in Prozent`: the first and the last year. */
const YEARLY_GROWTH = new RegExp(
  String.raw`(?:umsatz)?(?:wachstum|veranderung) (?:gegenuber|ggub?\.?|zum|zu|vs\.?)(?: dem)? +vorjahr ` +
    String.raw`(?:fur|in|von) (?:20)?(\d\d)(?:,? (?:20)?\d\d)* (?:und|u|bis) (?:20)?(\d\d)(?!\d)` +
    '(?: in)?(?: prozent| percent| ?%)?',
  'g',
);

/** Each year's change needs the year before the first one. */
const yearsWithTheOneBefore = (_: string, first: string, last: string): string =>
  `umsatz pro jahr von ${Number(first) + 1999} bis ${Number(last) + 2000}`;

/** German for what people ask, without accents. */
export const german: ForeignLexicon = {
  language: 'German',
  code: 'de',
  accented: 'für über',
  // "wv kd je land", "top land"
  turns:
    /^wv [a-z]|(?:^| )kd (?:je|pro|in|aus|mit|unter|uber|die)(?= )|^(?:top|flop) (?:\d+ )?land(?:er)?(?= |$)/,
  smallWords: `der die das den dem des ein eine einen einem einer in im am an zu so um auf es er sie
      wir von und war was
    mit fur bei du ich is`,
  markers: `(?:monats|quartals|jahres|wochen|tages|umsatz|kunden|bestell|weihnachts)[a-z]+
    (?:sommer|winter|oster|wochenend)[a-z]+
    gut guter gute verkauft verkaufen entwickelt umsatz kunden welche welcher welches wie viele zeige
    oder gabs gibts gab grad halt eben eigentlich denn noch jetzt bitte mal wieviel wieviele wer wo wann
    womit woher bringt bringen macht machen lauft laufen kaufe kauf kohle geld leute abnehmer verkaufer
    sachen hangen rum seit bis vor nach uhr letztes letzten letzte dieses diesen vorjahr anteil
    hat haben hatten waren sind ist zeig gib nur nicht kein keine keinen ohne aber besser schlechter
    meisten wenigsten alle zusammen insgesamt ubrig gerechnet zuruckgeschickt retourniert bestellt gekauft
    kd bestellnummern auftragsnummern artikelnummern verschiedene
    verglichen vergleiche nichts niemand gewachsen erwarten lauft laufts schnitt durchschnitt
    motorrader flugzeuge schiffe zuge lastwagen spielzeug bucher kleidung elektronik frauen manner
    verheiratete ledige arzte lehrer anwalte ingenieure kosmetik`,
  parts: {
    ...courtesyParts,
    ...talkParts,
    ...questionParts,
    ...mostParts,
    ...sumsParts,
    ...conceptParts,
    have: 'haben|hat|hatten|hatte|habe',
    bought: 'gekauft|bestellt|eingekauft|geordert|erworben|bezogen|mitgenommen|genommen|geholt',
    buy: 'kaufen|kauft|kauften|kaufte|bestellen|bestellten|bestellte|ordern|orderten|bezogen',
    spend: 'geben|gaben|gibt',
    months:
      'januar|janner|februar|feb|marz|mrz|april|mai|juni|juli|august|september|oktober|okt|' +
      'november|nov|dezember|dez|jan',
    customers: '\u0001customers',
    who: '\u0001who',
    month: `\u0001(?:january|february|march|april|may|june|july|august|september|october|november|
      december)`,
    whos: `(?:kunden,? (?:die|welche)|wer|(?:welche|alle) (?:unserer |der )?kunden|
      alle,? die|leute,? die)`,
    no: `(?:noch |gar |bisher |bislang |schon |uberhaupt )*(?:nichts|nicht|niemals|nie|
      kein(?:e[nrs]?)?)(?: mehr| wieder| nochmal)?
      (?: bestellung(?:en)?| kauf| einkauf| auftrag| auftrage)?`,
    only: '(?:nur|bloss|genau|erst|lediglich)(?: ein einziges mal)?',
    number: '\\d+|ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|zwanzig',
    amount: '[$€£]?\\d[\\d.,]*k?(?: ?(?:tsd|tausend|mio|millionen))?',
    money: 'euro|€|eur|dollar|\\$|usd|pfund',
    more: 'mehr als|uber|mindestens|wenigstens|weniger als|unter|hochstens|maximal',
    over: 'uber|oberhalb von|ab|von mehr als|von uber',
    days: 'tage?n?|wochen?|monate?n?|jahre?n?|quartale?n?',
    average: `durchschn(?:itt(?:lich(?:e[rsn]?)?)?|\\.)?|im schnitt|im mittel|im durchschnitt|
      mittlere[rsn]?`,
    figures: `umsatze?|umsatzzahlen|verkaufe|verkaufszahlen|bestellungen|einnahmen|gewinne?|zahlen|
      erlose|absatz|vergleich|entwicklung`,
    figure: `umsatze?|verkaufe?|bestellungen|bestellung|gewinne?|einnahmen|kunden|stuckzahl|stuckzahlen|
      absatz|menge`,
    field: `landern?|lander|land|kunden?|kundinnen|produkten?|produkt|artikeln?|artikel|stadten?|stadt|
      kategorien?|produktlinien?|produktgruppen?|warengruppen?|kanalen?|kanale|kanal|regionen|region|
      marken?|segmenten?|
      segment|monaten?|monat|wochentagen?|wochentag|tage?n?|quartalen?|quartal|jahre?n?|bestellungen|wochen?|
      stunden?|verkauferi?n?n?e?n?|vertriebler|mitarbeiter|zahlungsarten?|sprachen?|berufe?n?|geschlechter?|
      altersgruppen?|ort(?:en?)?|gebieten?|branchen?|lieferanten?|standorte?n?|
      bundeslander|bundesland|bundesstaat(?:en)?|filialen?|rabattcodes?`,
    again: `(?:wieder|zuruck|erneut|nochmal|mehrfach|mehrmals|mehr als einmal|ein zweites mal)(?: zuruck)?`,
    returns: '(?:retouren|rucksendungen|ruckgaben|erstattungen|ruckerstattungen|reklamationen)',
    sentback: `(?:zuruckgegeben|zuruckgeschickt|retourniert|reklamiert|zuruckgesendet|
      umgetauscht)(?: worden)?`,
    country: `deutschland|osterreich|der schweiz|frankreich|spanien|italien|japan|england|
      grossbritannien|usa|\u0001[a-z]+(?! by)`,
    brings: `bringen|bringt|brachten|brachte|machen|macht|machten|machte|haben|hat|hatten|hatte|
      erzielen|erzielt|erzielten|
      generieren|generiert|liefern|liefert|kaufen|kauft|kauften|bestellen|bestellt|bestellten|sorgen fur|
      sorgt fur`,
    the: '(?:dem |den |der |die |das )?',
    inthe: '(?:(?:in|im|wahrend|fur|am|der|des|dem|den|die|das) )*',
    show: `zeig(?:e|t|en)?(?: sie)?(?: mir| uns)?(?: mal)?(?: bitte)?|gib(?: mir| uns)?(?: mal)?(?: bitte)?|
      liste(?: mir| uns)?|nenne?(?: mir| uns)?`,
    count: '(?:gesamt|netto)?',
  },
  spellings: [
    [/(\p{L})-(?=\p{L})/gu, '$1 '],
    [/'/g, ''],
    // "laeuft", "fuer", "groesste": but "neue" and "steuer" stay.
    [UMLAUTS, word => word.replace(/([aou])e/g, '$1')],
    [YEARLY_GROWTH, words => words.replace(YEARLY_GROWTH, yearsWithTheOneBefore)],
    [/(?<![a-z])ggu?b?\.?(?= )/g, 'gegenuber'],
    [/(?<![a-z])vgl\.? (?=zu|mit)/g, 'vergleich '],
    [/(?<![a-z])mind\.?(?= )/g, 'mindestens'],
    [/(?<![a-z])max\.?(?= ?\d)/g, 'maximal'],
    [/(?<![a-z])(?:ø|durchschn|schn|dschn)\.?(?= )/g, 'durchschnittlicher'],
    [/(?<![a-z])(?:stk|stck)\.?(?= |$)/g, 'stuck'],
    [/(?<=letzten? (?:\d+|drei|sechs|zwolf) )mon\b/g, 'monate'],
    [/(?<=\d) ?(?:tsd|tausend)\b/g, 'k'],
    [/(?<=\d) ?(?:mio|millionen?)\b/g, 'm'],
    [/(?<=\d)\.(?= ?(?:quartal|halbjahr))/g, ''],
  ],
  phrases: [
    asked,
    most,
    sums,
    early,
    concepts,
    courtesy,
    around,
    everyday,
    nouns,
    talk,
    questions,
    customers,
    clauses,
    periods,
    measures,
    times,
    words,
    fields,
    closing,
  ],
  goods: `
    territory, state => location
    klassische[nr]? (?:autos?|wagen) => classic cars
    autos?, wagen, pkws? => cars
    zuge?n?, eisenbahne?n?, modelleisenbahne?n? => trains
    schiffe?n? => ships
    flugzeuge?n?, fliegern? => planes
    motorrade?r?n? => motorcycles
    lastwagen, lastern?, lkws? => trucks
    oldtimern? => vintage cars
    spielzeuge?n?s?, spielsachen => toys
    buchern?, buch(?:es|s)? => books
    spielzeuge?n?, spielwaren, spielsachen => toys
    schuhe?n? => shoes
    taschen? => bags
    kaffees? => coffee
    tees? => tea
    muhlen?, kaffeemuhlen? => grinders
    maschinen?, kaffeemaschinen? => machines
    tassen? => cups
    zubehor => accessories
    sussigkeiten, susswaren => sweets
    ${values}
  `,
};
