import { velocities } from '../../../analyses/sales/restock/figures.js';
import { RESTOCK_RULES } from '../../../analyses/sales/restock/findings.js';
import { nameOf } from '../../../answering/dimension-words.js';
import { groupingFields } from '../../../answering/grouping-fields.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import { breakdown } from '../../../measures/breakdown.js';
import { ofKind } from '../../../measures/order-statuses.js';
import { standOuts, trend } from '../../../measures/trend.js';
import { groupNames, totalSums } from '../../../store/scope/sums.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { PERIOD_RULES, type PeriodFacts } from '../period-findings.js';
import { periodTitle, periodWord } from '../periods.js';

const part: DigestPart = {
  name: 'findings',
  order: 40,
  description:
    'what else stood out: an unusual period, cancellations, products that sell faster, slower or not at all',
  compose: findingsAnswer,
};

export default part;

async function findingsAnswer(material: DigestMaterial): Promise<Answer[]> {
  const { shop, periods, data } = material;
  const { period } = periods;
  const facts = await periodFacts(material);
  const ofPeriod = findingsOf(PERIOD_RULES, facts).observations;
  const products = await productFindings(material);
  const observations = [...ofPeriod, ...products];
  const [headline, ...others] = observations;
  if (headline === undefined) return [];
  const fourWeeks = `the four weeks up to ${showDay(Math.min(period.to, data.to))}`;
  return [
    answerOf({
      question: 'digest',
      title: 'What else stood out',
      scope: [{ kind: 'words', text: periodTitle(periods) }, ...material.scope],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline,
      observations: others,
      notes: products.length > 0 ? [`Products: ${fourWeeks}, compared with the four before.`] : [],
      // Of the days that these sentences are about.
      followUps: [
        material.followUp(
          'Peaks of the last year',
          `sales peaks ${periodWord({ from: Math.max(data.from, period.to - 363), to: period.to })}`,
        ),
        material.followUp(
          'Products to restock',
          `sales restock ${periodWord({ from: data.from, to: period.to })}`,
        ),
      ],
    }),
  ];
}

async function periodFacts(material: DigestMaterial): Promise<PeriodFacts> {
  const { shop, periods, data, filters, sales, format } = material;
  const { grain, period, before } = periods;
  const upTo = { from: data.from, to: Math.min(period.to, data.to) };
  const points = await trend(shop.store, { range: upTo, filters }, { days: upTo, data: upTo }, grain);
  const unusual = standOuts(points, p => p.sums.revenue, grain).find(s => s.index === points.length - 1);
  const now = await cancelledIn(material, period);
  const then = await cancelledIn(material, before);
  const sumsBefore = await totalSums(shop.store, { range: before, filters });
  return {
    grain,
    format,
    revenue: sales.now.revenue,
    usual: unusual?.usual,
    orders: sales.now.orders,
    cancelled: now,
    ordersBefore: sumsBefore.orders,
    cancelledBefore: then.orders,
  };
}

/** Cancelled orders; none if the files have no order status. */
async function cancelledIn(
  { shop, filters }: DigestMaterial,
  range: DayRange,
): Promise<{ orders: number; revenue: number }> {
  const status = (await groupingFields(shop.store)).find(d => d.key === 'status');
  if (!status) return { orders: 0, revenue: 0 };
  const { rows } = await breakdown(shop.store, { range, filters }, status.by);
  const cancelled = ofKind({ rows }, 'cancelled');
  return {
    orders: cancelled.reduce((sum, r) => sum + r.orders, 0),
    revenue: cancelled.reduce((sum, r) => sum + Math.abs(r.revenue), 0),
  };
}

/** Products that sell faster, slower or not at all in the four weeks up to the end of the period. */
async function productFindings({ shop, periods, data, filters, format }: DigestMaterial): Promise<string[]> {
  const product = (await groupingFields(shop.store)).find(d => d.key === 'product');
  const to = Math.min(periods.period.to, data.to);
  if (!product) return [];
  const days = { from: data.from, to };
  const products = await velocities(shop.store, { range: days, filters }, days, product.by);
  // The rules name only products whose sales changed.
  const named = products.filter(p => p.trend !== 'steady' && p.trend !== 'new');
  const names = await groupNames(
    shop.store,
    product.by,
    named.map(p => p.id),
  );
  return findingsOf(RESTOCK_RULES, {
    format,
    products,
    isOfGoods: true,
    name: p => nameOf(names.get(p.id) ?? { key: null, label: null }, 'product'),
  }).observations;
}
