import { isTrusted } from '../../../answering/segments/ahead.js';
import { atStakeOf, riskOf } from '../../../answering/segments/risk.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { isAhead } from '../../../measures/lifetime-value.js';
import { customerAt } from '../../../segments/snapshots/snapshot.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { peopleTable } from '../people.js';
import { periodTitle } from '../periods.js';

const part: DigestPart = {
  name: 'risk',
  order: 25,
  description: 'who became overdue by their own rhythm within the period, with what is at stake',
  compose: riskAnswer,
};

export default part;

/** Those whose silence passed what is late within the period: they are news, the others were told before. */
async function riskAnswer(material: DigestMaterial): Promise<Answer[]> {
  const { shop, periods, data, shifts, scope, format, question, followUp } = material;
  const { from, to } = periods.period;
  const snapshot = shifts.after;
  const risk = await riskOf({}, { snapshot }, shop);
  if (!('customers' in risk)) return [];
  const days = Math.max(0, risk.through - from + 1);
  const fresh = risk.customers.filter(c => c.isLate && c.silent - days <= c.usual * risk.late);
  if (fresh.length === 0) return [];
  const stake = isAhead(risk.ahead) && isTrusted(risk.ahead) ? atStakeOf(fresh) : undefined;
  const { revenue } = snapshot.scored.figures;
  if (stake === undefined) fresh.sort((a, b) => revenue[b.at]! - revenue[a.at]! || a.at - b.at);
  const table = await peopleTable(
    fresh,
    {
      customer: c => customerAt(snapshot, c.at),
      columns: [
        ...(stake === undefined ? [] : [{ key: 'atStake', label: 'At stake', unit: 'money' } as const]),
        { key: 'usualGap', label: 'Usual gap', unit: 'days' },
      ],
      cells: c => ({
        ...(stake !== undefined && { atStake: c.atStake === undefined ? null : format.major(c.atStake) }),
        usualGap: Math.round(c.usual),
      }),
      file: `overdue-${isoOf(to)}.csv`,
      question: question(`segment customers risk as-of:${isoOf(to)}`),
    },
    { store: shop.store, format },
  );
  const atStake = stake === undefined || stake <= 0 ? '' : `: ${format.amount(stake)} is at stake`;
  return [
    answerOf({
      question: 'digest',
      title: 'Newly overdue',
      scope: [{ kind: 'words', text: periodTitle(periods) }, ...scope],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline:
        `${plural(fresh.length, 'customer')} became overdue ` +
        `${periods.grain === 'day' ? 'that day' : `this ${periods.grain}`}${atStake}.`,
      ...table,
      followUps: [followUp('Everybody at risk', `segment customers risk as-of:${isoOf(to)}`)],
    }),
  ];
}
