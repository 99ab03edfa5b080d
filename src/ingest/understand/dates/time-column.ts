import {
  minutesAlone,
  minutesIn,
  TIME_STYLES,
  type TimeStyle,
} from '../../../core/calendar/written-times.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';

/** A column with the time of day, beside one with the date. */
export interface TimeColumn {
  readonly column: number;
  readonly style: TimeStyle;
}

/** Finds one of the words in a name, whole. */
const anyWord = (words: string): RegExp =>
  new RegExp(`(?:^| )(?:${words.trim().split(/\s+/).join('|')})(?: |$)`);

const NAMED = anyWord(`
  time hour uhrzeit zeit stunde heure hora ora tijd uur saat czas godzina время час tid klockslag klokkeslett
  aika cas hodina idopont jam gio 时间 時間 時刻 시간 시각 \\S+(?:uhrzeit|zeit|时间|時刻)`);
/** Times of something else than the sale, and times that are no time of day. */
const OF_OTHERS = anyWord(`
  zone zeitzone duration dauer duree duracion wait waiting prep preparation lead processing response delivery
  liefer lieferzeit bearbeitungszeit livraison entrega ship shipping shipped delivered end finish closed
  printed print export due pickup estimated spent per avg average first last updated full part`);
const OF_HOURS = /(?:^| )(?:hour|stunde|uur|saat|godzina|hodina|час|hora|heure|ora|jam)(?: |$)/;
const OF_SALES =
  /(?:^| )(?:order|sale|sales|transaction|purchase|sold|bestell|verkauf|vente|venta|venda)(?: |$)/;

/** The share of its values that must be times. */
const SHARE = 0.9;

/** Finds the column that has the times of day of a date without. */
export function timeColumn(survey: Survey, columns: readonly ColumnSurvey[]): TimeColumn | undefined {
  const found = columns
    .filter(c => c.filled >= survey.rows * 0.5 && !OF_OTHERS.test(c.name))
    .flatMap(c => {
      const style = styleOf(survey, c);
      return style
        ? [{ column: c.index, style, rank: OF_SALES.test(c.name) ? 2 : NAMED.test(c.name) ? 1 : 0 }]
        : [];
    })
    .sort((a, b) => b.rank - a.rank);
  const [best, second] = found;
  // Two columns of times without a known name: neither is known to be the sale's.
  if (!best || (second && best.rank === 0)) return undefined;
  return { column: best.column, style: best.style };
}

function styleOf(survey: Survey, column: ColumnSurvey): TimeStyle | undefined {
  const texts = textsOf(survey, column.index);
  const isNamed = NAMED.test(column.name);
  return TIME_STYLES.find(style => {
    // Without a name, `1.00` is rather an amount.
    if (!isNamed && (style !== 'clock' || !texts.every(text => text.includes(':')))) return false;
    // A column of whole numbers up to 23 are hours only where it is called so.
    if (style === 'hour' && !OF_HOURS.test(column.name)) return false;
    return texts.filter(text => minutesAlone(text, style) !== undefined).length >= texts.length * SHARE;
  });
}

const textsOf = (survey: Survey, column: number): string[] =>
  survey.first.map(row => cellText(row[column])).filter(text => text !== '');

/** Whether times say something: an export that writes 0:00 behind every date has none. */
export function hasHours(
  survey: Survey,
  date: number,
  time: TimeColumn | undefined,
  isHourKnown: boolean,
): boolean {
  const texts = textsOf(survey, time?.column ?? date);
  const minutes = texts
    .map(text => (time ? minutesAlone(text, time.style) : minutesIn(text)))
    .filter(m => m !== undefined);
  const hours = new Set(minutes.map(m => Math.floor(m / 60)));
  return minutes.length > 0 && minutes.length >= texts.length * SHARE && hours.size >= (isHourKnown ? 1 : 2);
}
