import type { Note } from '../core/answer/notes.js';
import { type Scope, scopeText } from '../core/answer/scope.js';
import { showDay } from '../core/calendar/days.js';
import { type DayRange, periodOf, showRange } from '../core/calendar/grain.js';
import { namedRange } from '../core/calendar/named-range.js';
import { type Comparison, comparisonFor, comparisonOf, fromDataStart } from '../core/calendar/period.js';
import { ShopkeeperError } from '../core/errors.js';
import type { ReadTransaction } from '../store/engine/transaction.js';
import { dataExtent } from '../store/tables/order-lines.js';
import type { AnswerContext } from './context.js';
import type { Declaration } from './declaration.js';
import { singular } from './grouping-fields.js';
import type { ParsedQuery } from './question.js';

/** What people call a change, whether they ask for it or for its causes. */
export const CHANGE_WORDS: readonly string[] = [
  'growth',
  'change',
  'changes',
  'changed',
  'growing',
  'grew',
  'grow',
  'declining',
  'decline',
  'declined',
  'differ',
  'difference',
  'differences',
  'fall',
  'fell',
  'falling',
  'rise',
  'rose',
  'increase',
  'increased',
  'decrease',
  'decreased',
  'dropped',
  'lower',
  'higher',
];

/**
 * The two periods that a question about a change is about: what is later is compared with what was before.
 * Without a period, the last year of the data.
 */
export function comparedPeriods(
  { period, versus }: Partial<Pick<ParsedQuery, 'period' | 'versus'>>,
  data: DayRange,
): Comparison {
  if (period && versus) return fromDataStart(comparisonOf(period, versus, data.to), data.from);
  const now = period ?? { ...namedRange(periodOf('year', data.to)), grain: 'year' as const };
  return fromDataStart(comparisonFor(now, data.to), data.from);
}

/** The context of an answer about two periods; a note says if only parts of them are compared. */
export function comparisonContext(context: AnswerContext, comparison: Comparison): AnswerContext {
  const { data, covers, notes } = context;
  const compared: Scope = [
    { kind: 'comparison', now: comparison.now, before: comparison.before },
    ...covers.filter(part => part.kind === 'filter'),
  ];
  const { partial: isCutAtEnd, isCutAtStart } = comparison;
  const partial: Note[] =
    isCutAtEnd && isCutAtStart
      ? [{ kind: 'comparedWhereCovered', data }]
      : [
          ...(isCutAtEnd ? [{ kind: 'comparedInPart', part: 'first', day: data.to } as const] : []),
          ...(isCutAtStart ? [{ kind: 'comparedInPart', part: 'last', day: data.from } as const] : []),
        ];
  return { ...context, covers: compared, text: scopeText(compared), notes: [...partial, ...notes] };
}

/** @throws ShopkeeperError if the data starts after the earlier period */
export function refuseNothingBefore(before: DayRange, { data, dataText }: AnswerContext): void {
  if (before.to >= data.from) return;
  throw new ShopkeeperError(
    'There is nothing to compare with: ' +
      `the data starts on ${showDay(data.from)}, after ${showRange(before)}.`,
    `The data covers ${dataText}.`,
  );
}

/** The canonical text of a question about two periods: `compare 2004 with 2003 by country`. */
export const comparedText =
  (word: string, between: string): NonNullable<Declaration['canonicalText']> =>
  ({ period, versus, dimension }) => ({
    text: [
      word,
      period?.text,
      versus && `${between} ${versus.text}`,
      dimension && `by ${singular(dimension)}`,
    ]
      .filter(part => part)
      .join(' '),
    includes: ['period', 'versus', 'dimension'],
  });

/** Whether the data reaches back to the earlier of the two periods. */
export async function coversEarlierPeriod(
  query: Parameters<typeof comparedPeriods>[0],
  store: ReadTransaction,
): Promise<boolean> {
  const data = await dataExtent(store);
  return data !== undefined && comparedPeriods(query, data).before.to >= data.from;
}
