import { pluralOf } from '../../../answering/grouping-fields.js';
import type { Row } from '../../../core/answer/answer.js';
import { scopeText } from '../../../core/answer/scope.js';
import { type DayRange, showRange } from '../../../core/calendar/grain.js';
import { reachesBack, sameDateYearBefore } from '../../../core/calendar/period.js';
import { kebab } from '../../../core/text/words.js';
import { fieldCalled } from '../../../query/fields.js';
import { figuresFor } from '../../../query/figures.js';
import { goalsOfFigure } from '../../../query/goals/goals.js';
import { besideFigure } from '../../../query/goals/shown.js';
import type { QueryMeasure } from '../../../query/measures.js';
import { eachNamedValue } from '../../../query/named-values.js';
import { wholeOf } from '../../../query/part-of.js';
import { placeAmong } from '../../../query/place-among.js';
import { placedFilter } from '../../../query/placed-filter.js';
import { figureText, nameOfRow } from '../../../query/row-words.js';
import { type GroupResult, type GroupRow, resolveQuery, runGroups } from '../../../query/run.js';
import type { QueryAnswer, QueryContext } from './context.js';
import { camel, changeBetween } from './words.js';

/** One figure, or several, of everything in scope. */
export async function totalAnswer(
  context: QueryContext,
  { total, totalBefore }: GroupResult,
): Promise<QueryAnswer> {
  const { resolved, setting, format, text } = context;
  const { measures, comparison, query } = resolved;
  const [measure] = measures;
  if (!measure) throw new Error('A query has at least one measure.');
  const rows: Row[] = measures.map((m, i) => ({
    measure: camel(m.key),
    label: m.label,
    value: total[i] ?? null,
    ...(totalBefore && {
      previous: totalBefore[i] ?? null,
      change: changeBetween(total[i] ?? null, totalBefore[i] ?? null),
    }),
    unit: m.unit,
  }));
  const change = changeBetween(total[0] ?? null, totalBefore?.[0] ?? null);
  const against = change === null ? 'after' : `${format.change(change)} against`;
  const previous = figureText(totalBefore?.[0] ?? null, measure, format);
  const compared =
    comparison && totalBefore ? `, ${against} ${previous} in ${showRange(comparison.before)}` : '';
  const isYesNo = query.show.includes('yes-no');
  const isYes = measure.key === 'profit' ? (total[0] ?? 0) > 0 : (total[0] ?? 0) !== 0;
  const lead = isYesNo ? (isYes ? 'Yes: ' : 'No: ') : '';
  const part = await partSentence(context, total[0] ?? null);
  const ranked = query.show.includes('place') ? await placeOf(context) : undefined;
  // Several amounts of money, and one alone, need their names; with counts beside it, one says itself.
  const isNamed = measures.length === 1 || measures.filter(m => !m.nouns).length > 1;
  const named = (m: QueryMeasure) => (m.numbers || (!m.nouns && isNamed) ? `${m.label}: ` : '');
  const figures = measures.map((m, i) => named(m) + figureText(total[i] ?? null, m, format)).join(' · ');
  return {
    headline: `${lead}${figures}${ranked?.words ?? part}${compared} (${text}).`,
    columns: [
      { key: 'measure', label: 'Measure', unit: 'text' },
      { key: 'value', label: comparison ? showRange(comparison.now) : 'Value', unit: 'perRow' },
      ...(comparison && totalBefore
        ? ([
            { key: 'previous', label: showRange(comparison.before), unit: 'perRow' },
            { key: 'change', label: 'Change', unit: 'change' },
          ] as const)
        : []),
    ],
    rows: ranked ? [...rows, ranked.row] : rows,
    observations:
      query.goal === undefined
        ? [
            ...(await eachNamedValue(query, setting, format)),
            ...(ranked?.beside ?? []),
            ...(await setGoals(context)),
          ]
        : await goalSentences(context, query.goal, total[0] ?? 0),
  };
}

/** Which place the one value that is named has among all of its field, and who is next to it. */
async function placeOf({ resolved, setting, format }: QueryContext) {
  const { query, measures } = resolved;
  const [measure] = measures;
  const found = await placeAmong(query, setting);
  if (!measure || !found) return undefined;
  const { place, of, above, below } = found;
  const field = fieldCalled(placedFilter(query).field, setting);
  const many = pluralOf(kebab(field.label)).replaceAll('-', ' ');
  const row: Row = {
    measure: 'place',
    label: `Place among ${format.count(of)}`,
    value: place,
    of,
    unit: 'count',
  };
  const name = (next: GroupRow) =>
    `${nameOfRow(next, [field])} with ${figureText(next.values[0] ?? null, measure, format)}`;
  const beside = [above && `Ahead of it: ${name(above)}.`, below && `Behind it: ${name(below)}.`].filter(
    sentence => sentence !== undefined,
  );
  const last = place === of && of > 1 ? ', the last' : '';
  return { words: `, number ${format.count(place)} of ${format.count(of)} ${many}${last}`, row, beside };
}

/** Where the goals stand that were set for this very figure. */
async function setGoals({ resolved, setting, format }: QueryContext): Promise<string[]> {
  const { query, measures } = resolved;
  const [measure] = measures;
  if (!measure || measures.length > 1 || !setting.period || query.map !== undefined || query.per) return [];
  const { where, who } = query;
  const { range } = setting.period;
  return besideFigure(await goalsOfFigure({ measure: measure.key, range, where, who }, setting.view), format);
}

/**
 * How far the measure is on the way to a goal: evenly through the days, and at the pace of the year before
 * where the data has it.
 */
async function goalSentences(context: QueryContext, goal: number, soFar: number): Promise<string[]> {
  const { resolved, setting, format } = context;
  const { period, data } = setting;
  const [measure] = resolved.measures;
  if (!measure || !period) return [];
  const figure = (value: number) => format.figure(value, measure.unit);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const side = (value: number) => (value >= goal ? 'above' : 'below');
  const end = Math.min(period.range.to, Math.max(data.to, period.range.from));
  const passed = (end - period.range.from + 1) / (period.range.to - period.range.from + 1);
  const sentences = [
    `${format.share(soFar / goal)} of the goal of ${figure(goal)} is reached, ` +
      `with ${format.share(passed)} of the time passed.`,
  ];
  if (end >= period.range.to) return sentences;
  const even = soFar / passed;
  sentences.push(`At the same pace it comes to ${figure(rounded(even))} by the end, ${side(even)} the goal.`);
  const before: DayRange = {
    from: sameDateYearBefore(period.range.from),
    to: sameDateYearBefore(period.range.to),
  };
  if (!reachesBack(before, data.from)) return sentences;
  const sum = async (range: DayRange) => {
    const { total } = await figuresFor(resolved.measures, [], { ...resolved.lines, range }, range, setting);
    return measure.of(total, setting.view.currency) ?? 0;
  };
  const [whole, part] = [await sum(before), await sum({ from: before.from, to: sameDateYearBefore(end) })];
  if (part <= 0 || whole <= 0) return sentences;
  const seasonal = (soFar * whole) / part;
  sentences.push(
    `If the rest of the year goes as the year before, when ${format.share(part / whole)} had come in ` +
      `by this date, it comes to ${figure(rounded(seasonal))}, ${side(seasonal)} the goal.`,
  );
  return sentences;
}

/** The share that the first measure has of the same without some of the filters, or the condition. */
async function partSentence(
  { resolved, setting, format }: QueryContext,
  value: number | null,
): Promise<string> {
  const { query, measures } = resolved;
  const [measure] = measures;
  if (!query.partOf || !measure || value === null) return '';
  const without = await resolveQuery(wholeOf(query), setting);
  const { total } = await runGroups(without, setting);
  const whole = total[0] ?? null;
  if (whole === null || whole === 0) return '';
  const of = without.kept.length === 0 ? 'all' : scopeText(without.kept);
  return `, ${format.share(value / whole)} of ${format.figure(whole, measure.unit)} (${of})`;
}
