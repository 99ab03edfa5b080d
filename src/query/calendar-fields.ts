import { partsOf } from '../core/calendar/days.js';
import { fiscalConvention, fiscalPart, fiscalPlace, fiscalYear } from '../core/calendar/fiscal.js';
import type { DayRange } from '../core/calendar/grain.js';
import { daysOfSeason, SEASONS, seasonCalled, seasonsConvention } from '../core/calendar/seasons.js';
import { NotUnderstood } from '../core/errors.js';
import { typed } from '../core/text/typed-text.js';
import { kebab } from '../core/text/words.js';
import type { LookUp } from '../store/scope/sums.js';
import { type ComputedField, lookUp } from './field.js';
import type { Setting } from './setting.js';

/** Fields of the calendar that are no plain periods. */
export const CALENDAR_FIELDS: readonly ComputedField[] = [
  {
    key: 'season',
    label: 'Season',
    about: 'spring, summer, autumn and winter, of all years together',
    order: 'fixed',
    convention: ({ hemisphere }) => seasonsConvention(hemisphere),
    groupBy: bySeason,
  },
  {
    key: 'weekend',
    label: 'Part of the week',
    about: 'Monday to Friday, or the weekend',
    order: 'fixed',
    groupBy: byWeekend,
  },
  {
    key: 'fiscal-year',
    label: 'Fiscal year',
    about:
      'years from the month of `FISCAL_YEAR_START` or of `fiscal-start` on, named by the year they end in',
    order: 'time',
    convention: aboutFiscalYears,
    idsIn: (days, setting) => fiscalIds(days, setting, 1),
    rangeOf: (id, { fiscalStart }) => fiscalYear(id, fiscalStart),
    groupBy: setting => byFiscalPart(setting, 1),
  },
  {
    key: 'fiscal-quarter',
    label: 'Fiscal quarter',
    about: 'quarters of fiscal years',
    order: 'time',
    convention: aboutFiscalYears,
    idsIn: (days, setting) => fiscalIds(days, setting, 4),
    rangeOf: (id, { fiscalStart }) =>
      fiscalPart(Math.floor(id / 4), { of: 4, nth: (id % 4) + 1 }, fiscalStart),
    groupBy: setting => byFiscalPart(setting, 4),
  },
];

function aboutFiscalYears({ data, fiscalStart }: Setting): string {
  return fiscalConvention(fiscalPlace(data.to, fiscalStart).year, fiscalStart);
}

/** A number for the fiscal year or quarter of a day, in the order of time. */
function fiscalId(day: number, start: number, parts: 1 | 4): number {
  const { year, quarter } = fiscalPlace(day, start);
  return year * parts + (parts === 4 ? quarter - 1 : 0);
}

function fiscalIds({ from, to }: DayRange, { fiscalStart }: Setting, parts: 1 | 4): number[] {
  const first = fiscalId(from, fiscalStart, parts);
  return Array.from({ length: fiscalId(to, fiscalStart, parts) - first + 1 }, (_, i) => first + i);
}

function byFiscalPart(setting: Setting, parts: 1 | 4): LookUp {
  const { data, fiscalStart } = setting;
  const groups = new Int32Array(data.to - data.from + 1);
  for (let at = 0; at < groups.length; at++) groups[at] = fiscalId(data.from + at, fiscalStart, parts);
  const nameOf = (id: number) =>
    parts === 1 ? `FY${id}` : `FY${Math.floor(id / parts)} Q${(id % parts) + 1}`;
  const names = fiscalIds(data, setting, parts).map((id): [number, string] => [id, nameOf(id)]);
  return lookUp('day', data.from, groups, new Map(names));
}

function bySeason({ data, hemisphere }: Setting): LookUp {
  const groups = new Int32Array(data.to - data.from + 1);
  const four = SEASONS.slice(0, 4);
  for (const [i, season] of four.entries()) {
    const marks = daysOfSeason(season, data, hemisphere);
    for (let at = 0; at < marks.length; at++) if (marks[at] === 1) groups[at] = i + 1;
  }
  return lookUp('day', data.from, groups, new Map(four.map((season, i) => [i + 1, season.label])));
}

function byWeekend({ data }: Setting): LookUp {
  const groups = new Int32Array(data.to - data.from + 1);
  for (let at = 0; at < groups.length; at++) groups[at] = partsOf(data.from + at).weekday >= 6 ? 2 : 1;
  return lookUp(
    'day',
    data.from,
    groups,
    new Map([
      [1, 'Monday to Friday'],
      [2, 'Weekend'],
    ]),
  );
}

/** The season that a value of the field `season` names. @throws NotUnderstood */
export function seasonNamed(value: string) {
  const season = seasonCalled(kebab(value.toLowerCase().replaceAll(' ', '-').replaceAll("'", '')));
  if (season) return season;
  throw new NotUnderstood(
    `${typed(value)} is no season. There are: ${SEASONS.map(s => s.key).join(', ')}.`,
    [],
  );
}
