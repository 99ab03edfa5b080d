import { actionFor, adviceFor, byUrgency } from '../../answering/segments/advice.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import { customerAt, membersOf } from '../../segments/snapshots/snapshot.js';
import { type SegmentSummary, summarise } from '../../segments/summary.js';
import type { DigestMaterial } from './material.js';
import { peopleTable } from './people.js';

/** The customers of so many actions are listed; the other actions have a button each. */
const MOST_LISTS = 3;
const MOST_BUTTONS = 4;

/** What to do for each segment, where too few came back to tell who is overdue. */
export async function planBySegment(material: DigestMaterial): Promise<Answer[]> {
  const filled = byUrgency(summarise(material.shifts.after).filter(s => s.customers > 0));
  if (filled.length === 0) return [];
  // The lists hardly change from one day to the next, so a daily digest has buttons instead.
  const most = material.periods.grain === 'day' ? 0 : MOST_LISTS;
  const urgent = filled.filter(s => s.segment.leaving).slice(0, most);
  const lists: Answer[] = [];
  for (const summary of urgent) lists.push(await listAnswer(summary, material));
  return [planAnswer(filled, urgent, material), ...lists];
}

/** The action for each segment, with the number of its customers and their revenue. */
function planAnswer(
  filled: readonly SegmentSummary[],
  listed: readonly SegmentSummary[],
  { shop, periods, data, scope, format, followUp }: DigestMaterial,
): Answer {
  const { to } = periods.period;
  const leaving = filled.filter(s => s.segment.leaving);
  const atStake = leaving.reduce((sum, s) => sum + s.revenue, 0);
  const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
  const others = filled.filter(s => !listed.includes(s));
  return answerOf({
    question: 'digest',
    title: 'The plan',
    scope: [{ kind: 'words', text: `Segments as of ${showDay(to)}` }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline:
      concerned > 0
        ? `${plural(concerned, 'customer')} who spent ${format.amount(atStake)} ` +
          `${concerned === 1 ? 'is' : 'are'} slipping away or lost.`
        : 'Nobody is slipping away or lost.',
    actions: filled.map(s => actionFor(s, format)),
    // As of the digest's day, so that they list the customers that it counts.
    followUps: others
      .slice(0, MOST_BUTTONS)
      .map(({ segment: { title, many } }) =>
        followUp(`Export ${many}`, `segment export ${segmentWord(title)} as-of:${isoOf(to)}`),
      ),
  });
}

/** The customers whom an action is for, those who spent the most first. */
async function listAnswer(
  summary: SegmentSummary,
  { shop, periods, data, shifts, scope, format, question }: DigestMaterial,
): Promise<Answer> {
  const { segment, customers, revenue } = summary;
  const { to } = periods.period;
  const table = await peopleTable(
    Array.from(membersOf(shifts.after, segment)),
    {
      customer: i => customerAt(shifts.after, i),
      columns: [{ key: 'frequency', label: 'Orders', unit: 'count' }],
      cells: i => ({ frequency: customerAt(shifts.after, i).orders }),
      file: `plan-${segmentWord(segment.title)}-${isoOf(to)}.csv`,
      question: question(`segment export ${segmentWord(segment.title)} as-of:${isoOf(to)}`),
    },
    { store: shop.store, format },
  );
  return answerOf({
    question: 'digest',
    title: `The plan: ${segment.title}`,
    scope: [{ kind: 'asOf', day: to }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline:
      `${plural(customers, segment.one, segment.many)} who ${customers === 1 ? 'has' : 'have'} ` +
      `spent ${format.amount(revenue)} so far.`,
    ...table,
    actions: adviceFor(summary, format)
      .slice(0, 1)
      .map(action => `${action}.`),
  });
}
