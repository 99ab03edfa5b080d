import { remark } from '../../core/answer/notes.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import { RESCORED } from '../options.js';
import { type Draft, type Pass, take } from './draft.js';

const AS_OF = /\b(?:(?:back )?(?:as (?:of|at)|at|by|on|around)(?: the)? end of(?: the)?|as (?:of|at))(?= \S)/;
/** Words that make a period the day that somebody was in a segment: "who was", "how many did we have". */
const WAS = /\b(?:was|were|used to be|(?:did|had) we(?: have| had)?|we had)\b/;

/** `rescored`, `as of`: how segments are made, before periods and words are read. */
export const segmentOptions: Pass = draft => {
  if (take(draft, new RegExp(RESCORED.source, 'u'))) draft.isRescored = true;
  if (take(draft, AS_OF, 'in')) draft.isAsOf = true;
  // "The end of the year" is that of the current one.
  if (draft.isAsOf) draft.text = draft.text.replace(/\bin (week|month|quarter|year)\b/, 'this $1');
};

/**
 * `who was vip on 1 march 2004`: the period is the day that segments are as of, not when something was
 * bought. "As of" that is said of anything else is not understood.
 */
export const segmentsAsOfDay: Pass = draft => {
  const isOfSegments = draft.by.includes('segment') || draft.who.some(c => c.kind === 'segment');
  if (draft.isRescored && !isOfSegments && draft.rows !== 'customers') draft.text = `${draft.text} rescored`;
  // A goal is to be reached by the end of a period.
  if (draft.isAsOf && !(isOfSegments && draft.period) && draft.goal === undefined)
    draft.text = `${draft.text} as of`;
  const { period } = draft;
  if (!period || !isOfSegments || draft.versus) return;
  if (!draft.isAsOf && !(WAS.test(draft.whole) && isWhoOnly(draft))) return;
  draft.asOf = isoOf(period.range.to);
  draft.period = undefined;
  draft.isComposed = true;
  // A named question lists them with what they had bought by then, and says the day.
  draft.isStrong = isWhoOnly(draft);
  if (!draft.isStrong && period.range.from < period.range.to)
    draft.remarks.push(
      remark(`Segments as of ${showDay(period.range.to)}, the last day of "${period.text}".`),
    );
};

/** Whether it is asked who is in a segment, or how many, and nothing about what they bought. */
const isWhoOnly = ({ rows, by, measures, who, having, rank }: Draft): boolean =>
  rows !== 'orders' &&
  by.length === 0 &&
  measures.every(measure => measure === 'customers') &&
  who.length === 1 &&
  having.length === 0 &&
  rank === undefined;
