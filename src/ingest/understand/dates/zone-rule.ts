import { showDay } from '../../../core/calendar/days.js';
import { minutesIn } from '../../../core/calendar/written-times.js';
import { offsetIn, showOffset, zoneNamed } from '../../../core/calendar/zones.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import type { ZoneRule } from './date-rules.js';
import { type DateMapping, momentReader } from './moment-reader.js';

/** The zone of a file's times, and what is said of it. */
export interface ZoneChoice {
  readonly rule?: ZoneRule;
  readonly said: readonly string[];
}

const ZONE_COLUMN =
  /^(?:time ?zone|zeitzone|fuseau horaire|zona horaria|fuso orario|tijdzone|fuso horario|tz)$/;
const EPOCH = /^\d{10}/;
const NOTHING: ZoneChoice = { said: [] };

/**
 * Decides how times with an offset, in a column said to be UTC, or as seconds since 1970 are counted: on the
 * shop's clock where its zone is set, else as they are written.
 */
export function zoneChoice(
  survey: Survey,
  column: ColumnSurvey,
  mapping: DateMapping,
  shop: string | undefined,
): ZoneChoice {
  const zoneColumn = survey.columns.find(c => ZONE_COLUMN.test(c.name) && c.filled > 0);
  const time = survey.columns[mapping.dates.time?.column ?? -1];
  const written = zoneInHeader(column) ?? (time && zoneInHeader(time));
  const offsets = survey.first.flatMap(row => {
    const date = cellText(row[column.index]);
    const clock = time ? cellText(row[time.index]) : date;
    if (date === '' || (!time && minutesIn(date) === undefined)) return [];
    if (EPOCH.test(date)) return [0];
    const zone = cellText(row[zoneColumn?.index ?? -1]);
    return [offsetIn(clock) ?? (zone === '' ? undefined : zoneNamed(zone)) ?? written];
  });
  const named = offsets.filter(offset => offset !== undefined);
  if (named.length === 0) return NOTHING;
  if (shop !== undefined) {
    const rule = { shop, written, column: zoneColumn?.index };
    const said = example(survey, mapping, rule);
    return {
      rule,
      said: said ? [`Times in "${column.header}" were turned into the shop's (${shop}): ${said}.`] : [],
    };
  }
  const isEpoch = EPOCH.test(cellText(survey.first[0]?.[column.index]));
  if (named.length <= offsets.length / 2 || isEpoch) return NOTHING;
  return { said: [asWritten(column, [...new Set(named)])] };
}

const IN_BRACKETS =
  /[([] ?([A-Z]{2,4}|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|[A-Z_]+\/[A-Z_]+)(?: time ?zone)? ?[)\]]/i;

/** `Created (UTC)` and `created_utc` say the zone of what is below them. */
function zoneInHeader({ header }: ColumnSurvey): string | number | undefined {
  const name = IN_BRACKETS.exec(header)?.[1];
  if (name) return zoneNamed(name);
  return /(?:^|[ _-])utc(?:$|[ _-])/i.test(header) ? 0 : undefined;
}

/** The first sampled time that another day or hour came of. */
function example(survey: Survey, mapping: DateMapping, rule: ZoneRule): string | undefined {
  const before = momentReader({ ...mapping, dates: { ...mapping.dates, zone: undefined } });
  const after = momentReader({ ...mapping, dates: { ...mapping.dates, zone: rule } });
  for (const row of survey.first) {
    const [day, hour] = [after.day(row), after.hour(row)];
    if (day === undefined || hour === undefined) continue;
    if (day === before.day(row) && hour === before.hour(row)) continue;
    const time = mapping.dates.time === undefined ? '' : ` ${cellText(row[mapping.dates.time.column])}`;
    const zone = rule.column === undefined ? '' : ` ${cellText(row[rule.column])}`;
    const shown = `${String(hour).padStart(2, '0')}:00`;
    return `"${after.written(row)}${time}${zone}" counts on ${showDay(day)} in the hour from ${shown}`;
  }
  return undefined;
}

function asWritten(column: ColumnSurvey, offsets: readonly (string | number)[]): string {
  const times = `Times in "${column.header}"`;
  if (offsets.every(offset => offset === 0 || offset === 'UTC'))
    return (
      `${times} are in UTC and counted so; to count them on the shop's clock, set SHOP_TIMEZONE and ` +
      'load the file again.'
    );
  const numbers = offsets.filter(offset => typeof offset === 'number');
  const shown = offsets.slice(0, 3).map(o => (typeof o === 'number' ? showOffset(o) : o));
  const isOneZone =
    offsets.length === 1 || (numbers.length === 2 && Math.abs(numbers[0]! - numbers[1]!) <= 60);
  return isOneZone
    ? `${times} are local (${shown.join(' and ')}) and counted as written.`
    : `${times} are of several zones (${shown.join(', ')}) and counted as written; SHOP_TIMEZONE turns ` +
        "them into the shop's.";
}
