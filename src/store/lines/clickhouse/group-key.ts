import { partsOf } from '../../../core/calendar/days.js';
import { type DayRange, periodOf } from '../../../core/calendar/grain.js';
import type { GroupBy, LookUp } from '../../columns/index.js';
import { numberAt } from './where.js';

/** What lines are grouped by, in SQL: the id of each line's group. @param days of all lines in scope */
export function keyOf(by: GroupBy, days: DayRange): string {
  switch (by.kind) {
    case 'dimension':
      return `d${by.dimension.id}`;
    case 'customer':
    case 'order':
      return `\`${by.kind}\``;
    case 'grain':
      return by.grain === 'day' ? 'day' : byDay(days, day => periodOf(by.grain, day).from);
    case 'weekday':
      return byDay(days, day => partsOf(day).weekday);
    case 'monthOfYear':
      return byDay(days, day => partsOf(day).month);
    case 'lookUp':
      return byLookUp(by);
  }
}

function byDay({ from, to }: DayRange, idOf: (day: number) => number): string {
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return `transform(day, [${days.join(',')}], [${days.map(idOf).join(',')}], 0)`;
}

/** Longer tables are a text of numbers: a list of so many would take ClickHouse long to read. */
const MOST_LISTED = 20_000;

function byLookUp({ column, first, groups }: LookUp): string {
  // Group 0 is none, and what the table has not.
  const listed = Array.from(groups.keys()).filter(i => groups[i] !== 0);
  if (listed.length === 0) return '0';
  if (listed.length <= MOST_LISTED)
    return `transform(\`${column}\`, [${listed.map(i => first + i).join(',')}], [${listed
      .map(i => groups[i])
      .join(',')}], 0)`;
  const highest = groups.reduce((most, group) => Math.max(most, group), 0);
  const size = highest < 256 ? 1 : highest < 65_536 ? 2 : 4;
  const bytes = Buffer.alloc(groups.length * size);
  for (let i = 0; i < groups.length; i++) bytes.writeUIntLE(groups[i] as number, i * size, size);
  const index = `(\`${column}\` - (${first}))`;
  return `if(${index} < 0, 0, ${numberAt(bytes, size, index)})`;
}
