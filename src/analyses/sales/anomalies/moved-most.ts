import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import { figuresFor, keyOf } from '../../../query/figures.js';
import { type GroupFigures, NO_FIGURES } from '../../../query/measures.js';
import type { Series } from '../../../query/series.js';
import type { Setting } from '../../../query/setting.js';
import type { Filter, GroupBy, LineScope } from '../../../store/scope/sums.js';
import { dimensionColumn } from '../../../store/tables/dimensions.js';
import { contribution } from './contribution.js';
import type { OutOfLine } from './figures.js';
import { onDaysOf } from './on-days.js';

/** What the search for causes knows: the periods out of line, each with those that it is held against. */
export interface Around {
  readonly around: ReadonlyMap<OutOfLine, readonly DayRange[]>;
  readonly series: Series;
  /** Periods, as lines are grouped by. */
  readonly time: GroupBy;
  readonly setting: Setting;
}

/**
 * The lines of the values that moved most, of a dimension of so many values that adding up each of them for
 * each day takes seconds: for each period those that differ most, in its direction, from their mean of all
 * the periods beside. Two passes tell, one of the periods themselves and one of all periods beside.
 * @param most values in all
 */
export async function linesOfMovedMost(
  { by, key, label }: GroupingField,
  known: Around,
  lines: LineScope,
  most: number,
): Promise<LineScope> {
  if (by.kind !== 'dimension') return lines;
  const ids = await movedMost(by, known, Math.max(1, Math.floor(most / known.around.size)));
  const values = ids.map(id => ({ id, value: String(id) }));
  const column = dimensionColumn(by.dimension);
  const filter: Filter = { field: { key, label }, column, values, exclude: false };
  return { ...lines, filters: [...lines.filters, filter] };
}

async function movedMost(by: GroupBy, known: Around, each: number): Promise<number[]> {
  const { around, series, time, setting } = known;
  const { measure, resolved } = series;
  const { currency } = setting.view;
  const beside = new Map([...around.values()].flat().map(period => [period.from, period]));
  const add = (bys: readonly GroupBy[], periods: Iterable<DayRange>) =>
    figuresFor([measure], bys, onDaysOf([...periods], resolved.lines), undefined, setting);
  const found = [...around.keys()];
  const now = await add(
    [by, time],
    found.map(one => one.period),
  );
  const whole = measure.isRatio
    ? (
        await add(
          [time],
          found.map(one => one.period),
        )
      ).groups
    : undefined;
  const before = await add([by], beside.values());
  // A rate is of all periods together; a sum is shared out among them.
  const count = measure.isRatio ? 1 : Math.max(1, beside.size);
  const of = (own: GroupFigures | undefined, all: GroupFigures | undefined) =>
    contribution(measure, own ?? NO_FIGURES, all ?? NO_FIGURES, currency);
  const usual = new Map([...before.groups.values()].map(g => [g.ids[0]!, of(g, before.total) / count]));
  const ids = new Set([...now.groups.values()].map(g => g.ids[0]!).concat([...usual.keys()]));
  ids.delete(0);
  const chosen = new Set<number>();
  for (const { period, value, usual: expected } of found) {
    const direction = Math.sign(value - expected);
    const all = whole?.get(keyOf([period.from]));
    const moved = Array.from(ids, id => ({
      id,
      by: direction * (of(now.groups.get(keyOf([id, period.from])), all) - (usual.get(id) ?? 0)),
    })).sort((a, b) => b.by - a.by || a.id - b.id);
    for (const { id } of moved.slice(0, each)) chosen.add(id);
  }
  return [...chosen].sort((a, b) => a - b);
}
