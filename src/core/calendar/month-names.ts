import { withoutAccents } from '../text/accents.js';

/** How month names begin in English, German, French, Spanish and Portuguese, without accents. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'maer'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/**
 * The names in other languages, January first, as they stand in dates. A month is known by three letters or
 * more of its name, but not by what goes on otherwise: `lip` and `lipca` are July in Polish, `lipstick`
 * is not.
 */
const NAMES = [
  // Italian, Dutch, Danish and Norwegian, Catalan, Romanian
  'gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre',
  'januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december',
  'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,desember',
  'gener,febrer,marc,abril,maig,juny,juliol,agost,setembre,octubre,novembre,desembre',
  'ianuarie,februarie,martie,aprilie,mai,iunie,iulie,august,septembrie,octombrie,noiembrie,decembrie',
  // Polish and Czech, as on a calendar and in a date
  'styczen,luty,marzec,kwiecien,maj,czerwiec,lipiec,sierpien,wrzesien,pazdziernik,listopad,grudzien',
  'stycznia,lutego,marca,kwietnia,maja,czerwca,lipca,sierpnia,wrzesnia,pazdziernika,listopada,grudnia',
  'leden,unor,brezen,duben,kveten,cerven,cervenec,srpen,zari,rijen,listopad,prosinec',
  'ledna,unora,brezna,dubna,kvetna,cervna,cervence,srpna,zari,rijna,listopadu,prosince',
  // Turkish, Hungarian, Finnish, Indonesian
  'ocak,subat,mart,nisan,mayis,haziran,temmuz,agustos,eylul,ekim,kasim,aralik',
  'januar,februar,marcius,aprilis,majus,junius,julius,augusztus,szeptember,oktober,november,december',
  [
    'tammi,helmi,maalis,huhti,touko,kesa,heina,elo,syys,loka,marras,joulu'
      .split(',')
      .map(name => `${name}kuuta`)
      .join(','),
  ],
  'januari,februari,maret,april,mei,juni,juli,agustus,september,oktober,november,desember',
  // Russian and Ukrainian, as on a calendar and in a date; Greek
  'январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь',
  'января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря',
  'січень,лютий,березень,квітень,травень,червень,липень,серпень,вересень,жовтень,листопад,грудень',
  'січня,лютого,березня,квітня,травня,червня,липня,серпня,вересня,жовтня,листопада,грудня',
  'ιανουαριου,φεβρουαριου,μαρτιου,απριλιου,μαιου,ιουνιου,ιουλιου,αυγουστου,σεπτεμβριου,οκτωβριου,' +
    'νοεμβριου,δεκεμβριου',
]
  .flat()
  .map(names => names.split(',').map(plain));

/** Short forms that are no beginnings of a name. */
const SHORT: Readonly<Record<string, number>> = { mrt: 3, agt: 8, agu: 8, cvn: 6, cvc: 7 };

/** The number of a month by its name, 1 to 12; 0 if it is not a month. */
export function monthOf(name: string): number {
  const text = plain(name);
  const begun = BEGINNINGS.findIndex(names => names.some(n => text.startsWith(n))) + 1;
  if (begun > 0 || text.length < 3) return begun;
  for (const names of NAMES) {
    const month = names.findIndex(n => n.startsWith(text)) + 1;
    if (month > 0) return month;
  }
  return SHORT[text] ?? 0;
}

function plain(name: string): string {
  return withoutAccents(name).replaceAll('ı', 'i');
}
