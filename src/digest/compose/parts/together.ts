import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { itemsAsked } from '../../../answering/items-asked.js';
import { liftText, offerText } from '../../../answering/together-words.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { listed, plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { freshPairs } from '../../../measures/together.js';
import { groupNames } from '../../../store/scope/sums.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { periodTitle } from '../periods.js';

/** Pairs that can be acted on in a week. */
const MOST_TOLD = 3;
/** A pair is news if it was in so many orders of the period. */
const FEWEST_RECENTLY = 3;
/** Sure is not strong: an offer is worth it for twice as often as by chance, and a tenth of the orders. */
const LEAST_LIFT = 2;
const LEAST_SHARE = 0.1;
/** With fewer orders before, all that is sure is new. */
const FEWEST_ORDERS = 500;

const part: DigestPart = {
  name: 'together',
  order: 35,
  description: 'what turned out to be bought together by more than chance; not in a daily digest',
  compose: togetherAnswer,
};

export default part;

/** Pairs that are surely no chance with the orders of the period, and were not without them. */
async function togetherAnswer(material: DigestMaterial): Promise<Answer[]> {
  const { shop, periods, data, filters, scope, format, followUp } = material;
  const { store } = shop;
  const { from, to } = periods.period;
  const asked = await itemsAsked({ filters }, store);
  if (periods.grain === 'day' || !asked) return [];
  const { field, dimension } = asked;
  const last = Math.min(to, data.to);
  const found = await freshPairs(store, { filters }, dimension, { from: data.from, to: last }, from);
  if (found.ordersBefore < FEWEST_ORDERS) return [];
  const fresh = found.rules.filter(
    ({ recently, lift, confidence }) =>
      recently >= FEWEST_RECENTLY && lift >= LEAST_LIFT && confidence >= LEAST_SHARE,
  );
  const names = await groupNames(store, field.by, [...new Set(fresh.flatMap(r => [r.first, r.second]))]);
  const { one, many } = dimensionWords(field);
  const name = (id: number) => nameOf(names.get(id) ?? { key: null, label: null }, one);
  const told = fresh.filter(rule => name(rule.first) !== name(rule.second)).slice(0, MOST_TOLD);
  const [first] = told;
  if (!first) return [];
  const offers = told.map(rule =>
    offerText(rule, [name(rule.first), name(rule.second)], found.orders, format),
  );
  return [
    answerOf({
      question: 'digest',
      title: 'Bought together',
      scope: [{ kind: 'words', text: periodTitle(periods) }, ...scope],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline:
        `${name(first.first)} and ${name(first.second)} turn out to go together: in ` +
        `${plural(first.together, 'order')}, ${liftText(first.lift, format)}.`,
      columns: [
        { key: 'first', label: `First ${one}`, unit: 'text' },
        { key: 'second', label: `Second ${one}`, unit: 'text' },
        { key: 'recently', label: `This ${periods.grain}`, unit: 'count' },
        { key: 'orders', label: 'Orders in all', unit: 'count' },
        { key: 'lift', label: 'Times chance', unit: 'number' },
      ],
      rows: told.map(rule => ({
        first: name(rule.first),
        second: name(rule.second),
        recently: rule.recently,
        orders: rule.together,
        lift: Math.round(rule.lift * 1e6) / 1e6,
      })),
      actions: [`Offer ${listed(offers)}.`],
      followUps: [followUp(`All ${many} bought together`, 'sales together')],
    }),
  ];
}
