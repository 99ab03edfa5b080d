import { monthOf } from '../../../core/calendar/month-names.js';
import { withoutAccents } from '../../../core/text/accents.js';
import { cellText } from '../survey.js';

const PREFIXES =
  'grand[ -]?|sub[ -]?|net |overall |(?:month|day|week|year|quarter|dai|page|shift|report)(?:ly)? |' +
  'tages|monats|jahres';
const WORDS =
  'totals?|totalt|sums?|summa|summe|delsumm?a?|totalsumma?|osszesen|ukupno|ogolem|' +
  'zwischensumme|gesamt\\p{L}*|insgesamt|sous[ -]total|totaux|suma|subtotal|totale|' +
  'итого|всего|合計|合计|小計|小计|' +
  'toplam|razem|celkem|yhteensa|i alt|totaal';
const TOTALS = new RegExp(`^\\W*(?:${PREFIXES})*(?:${WORDS})(?:\\b|$|[ :])`, 'iu');

/** Whether a row adds up others: its date, or its first value, says so. */
export function isTotalsRow(cells: readonly string[], date: string): boolean {
  if (date !== '') return TOTALS.test(date);
  const first = cells.find(cell => cellText(cell) !== '');
  return first !== undefined && TOTALS.test(first.trim());
}

const WHOLE_TOTALS = new RegExp(
  `^\\W*(?:${PREFIXES})*(?:${WORDS})(?:\\W*$|\\W+(?:for|of|fur|pour|por|de)\\b.*$|:.*$)`,
  'iu',
);

/** Totals of periods in one word, with the period's number: `Weektotaal 10`, `Wochensumme KW 11`. */
const OF_PERIODS = new RegExp(
  '^\\W*(?:dag|tages|dags|dagens|paivan|week|wochen|vecko|veckans|uge|uke|viikko|viikon|maand|monats|' +
    'manads|maneds|kuukausi|kwartaal|quartals|kvartals|jaar|jahres|ars)[ -]?' +
    '(?:totaa?l|totalen|summe|summa|sum|yhteensa)\\b[\\s\\S]{0,24}$',
  'i',
);
/** The total of a period that is named behind it: `Subtotal semana 23`, `Summe KW 11`, `Total junio 2026`. */
const OF_PERIOD = new RegExp(
  `^\\W*(?:${PREFIXES})*(?:${WORDS})\\W+` +
    '(?:(?:de|del|der|des|du|di|do|da|am|im|of|the|for|la|el|le) )*(.{1,24})$',
  'iu',
);
const PERIOD_WORDS = new RegExp(
  '^(?:dia|day|tag|jour|giorno|dag|den|dzien|week|woche|kw|wk|semaine|semana|settimana|vecka|uge|uke|' +
    'viikko|tydzien|tyden|hafta|het|month|monat|mois|mes|mese|maand|manad|maned|kuukausi|miesiac|mesic|' +
    'ay|honap|luna|year|jahr|an|annee|ano|anno|jaar|ar|vuosi|rok|yil|ev|quarter|quartal|trimestre|kwartaal|' +
    String.raw`kvartal|kvartaali|q)\W*(?:\d[\d\s./-]*)?$|^\d{1,4}(?:[./-]\d{1,4}){0,2}\.?$`,
);

/** Whether a text names a period: `semana 23`, `KW 11`, `junio`, `mars 2026`, `01/06/2026`. */
function isPeriod(text: string): boolean {
  if (PERIOD_WORDS.test(text)) return true;
  const month = /^(\p{L}{3,})\.?(?:\W+(?:de )?(?:\d{2}|\d{4}))?$/u.exec(text)?.[1];
  return month !== undefined && monthOf(month) > 0;
}

/** Totals up to a day: `Totaal t/m heden`, `Total to date`, `Summe bis heute`. */
const TO_DATE = new RegExp(
  `^\\W*(?:${PREFIXES})*(?:${WORDS})\\W+(?:to date|to now|so far|until|up to|through|t/m|tot (?:en met|nu)|` +
    `bis|jusqu|a ce jour|hasta|a la fecha|ate|fino|a oggi|till|hittills|til|do|к)(?:\\b|$).*$`,
  'iu',
);

/**
 * Whether a cell's whole text is that of a total: `Subtotal`, `Grand Total`, `Total for Ann Lee`; a
 * product may be called `Total Care`.
 */
export const isTotalsText = (text: string): boolean => {
  const written = text.trim();
  const plain = withoutAccents(written);
  if (WHOLE_TOTALS.test(written) || OF_PERIODS.test(plain) || TO_DATE.test(written)) return true;
  const period = OF_PERIOD.exec(plain)?.[1];
  return period !== undefined && isPeriod(period.trim().toLowerCase());
};

/**
 * Whether a row without a date is a note below or among the sales (`Exported by ...`, the name of a group):
 * it has no money, and says hardly anything else.
 * @param width how many columns the table has
 */
export function isNote(cells: readonly string[], money: readonly number[], width: number): boolean {
  const filled = cells.filter(cell => cellText(cell) !== '').length;
  return filled <= Math.max(2, width * 0.3) && money.every(c => cellText(cells[c]) === '');
}
