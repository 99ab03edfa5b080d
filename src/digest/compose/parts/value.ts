import { aheadOf, isTrusted, monthsWords } from '../../../answering/segments/ahead.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { isAhead, valuesEarlier } from '../../../measures/lifetime-value.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { periodTitle } from '../periods.js';

/** A smaller change of what is expected is no news. */
const LEAST_CHANGE = 0.05;

const part: DigestPart = {
  name: 'value',
  order: 23,
  description: 'what customers are expected to bring, if that rose or fell by 5% or more within the period',
  compose: valueAnswer,
};

export default part;

/** Customers who did the same within the period. Money in minor units. */
interface Group {
  readonly label: string;
  customers: number;
  before: number;
  now: number;
}

/** What new customers, those who ordered and those who did not changed of what is expected. */
async function valueAnswer(material: DigestMaterial): Promise<Answer[]> {
  const { shop, periods, data, shifts, scope, format, followUp } = material;
  const { period, before } = periods;
  const ahead = await aheadOf({}, { snapshot: shifts.after }, shop);
  if (!isAhead(ahead) || !isTrusted(ahead)) return [];
  const earlier = await valuesEarlier(shop.store, ahead, before.to);
  const [fresh, bought, silent] = ['New', 'Ordered', 'Did not order'].map(
    (label): Group => ({ label, customers: 0, before: 0, now: 0 }),
  ) as [Group, Group, Group];
  const { customer, lastDay } = shifts.after.scored.figures;
  for (let i = 0; i < customer.length; i++) {
    const place = ahead.placeOf(customer[i]!);
    if (place === undefined) continue;
    const was = earlier(customer[i]!);
    const group = was === undefined ? fresh : lastDay[i]! >= period.from ? bought : silent;
    group.customers++;
    group.before += was ?? 0;
    group.now += ahead.expected.value[place]!;
  }
  const groups = [fresh, bought, silent];
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0);
  const [was, is] = [sum(g => g.before), sum(g => g.now)];
  if (was <= 0 || Math.abs(is / was - 1) < LEAST_CHANGE) return [];
  const differs = is > was ? 'more' : 'less';
  const grain = periods.grain;
  return [
    answerOf({
      question: 'digest',
      title: 'What customers are worth',
      scope: [{ kind: 'words', text: periodTitle(periods) }, ...scope],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline:
        `Customers are expected to bring ${format.amount(is)} in the next ` +
        `${monthsWords(ahead.horizon.months)}: ${format.amount(Math.abs(is - was))} ${differs} than ` +
        `a ${grain} before (${format.change(is / was - 1)}).`,
      columns: [
        { key: 'group', label: `This ${grain}`, unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'before', label: 'Expected before', unit: 'money' },
        { key: 'now', label: 'Expected now', unit: 'money' },
        { key: 'difference', label: 'Difference', unit: 'money' },
      ],
      rows: groups
        .filter(group => group.customers > 0)
        .map(group => ({
          group: group.label,
          customers: group.customers,
          before: format.major(group.before),
          now: format.major(group.now),
          difference: format.major(group.now - group.before),
        })),
      observations:
        fresh.customers === 0
          ? []
          : [
              `${plural(fresh.customers, 'new customer')} of this ${grain} ` +
                `${fresh.customers === 1 ? 'is' : 'are'} expected to bring ${format.amount(fresh.now)}.`,
            ],
      followUps: [followUp('What customers are worth', `segment customers value as-of:${isoOf(period.to)}`)],
    }),
  ];
}
