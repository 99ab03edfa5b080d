import { standsOutText } from '../../../answering/cohort-words.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { isoOf } from '../../../core/calendar/days.js';
import { labelPeriod, periodKey, periodOf, showPeriod } from '../../../core/calendar/grain.js';
import { cohortsOf, standingOutIn } from '../../../measures/cohorts.js';
import { countCohorts } from '../../../store/scope/cohorts.js';
import { hasCustomers } from '../../../store/tables/customers.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';

/** The surest are told; all are in the answer to `sales cohorts`. */
const MOST_TOLD = 3;

const part: DigestPart = {
  name: 'cohorts',
  order: 22,
  description: 'months whose new customers came back unusually often or seldom; once a month is over',
  compose: cohortsAnswer,
};

export default part;

/** Told with the digest in whose period a month ends, so once each month. */
async function cohortsAnswer({ shop, periods, data, filters, scope, format, followUp }: DigestMaterial) {
  const { from, to } = periods.period;
  const month = periodOf('month', to).to === to ? periodOf('month', to) : periodOf('month', from);
  if (month.to > to || month.to > data.to || month.from <= data.from) return [];
  if (!(await hasCustomers(shop.store))) return [];
  const days = { from: data.from, to: month.to };
  const all = cohortsOf(await countCohorts(shop.store, { filters }, days, 'month'), days, days);
  // Who came in the first month of the data may have been a customer before.
  const found = standingOutIn(
    all.filter(({ period }) => period.from > data.from),
    month,
  ).slice(0, MOST_TOLD);
  const [first] = found;
  if (!first) return [];
  const share = ({ part, whole }: { part: number; whole: number }) => format.share(part / whole);
  const answer: Answer = answerOf({
    question: 'digest',
    title: 'Who comes back',
    scope: [{ kind: 'words', text: labelPeriod('month', month.from) }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline:
      `${share(first.own)} of the new customers of ${showPeriod('month', first.cohort.period.from)} ` +
      'ordered ' +
      `in ${showPeriod('month', month.from)}; of those before them ${share(first.earlier)} did at that age.`,
    columns: [
      { key: 'cohort', label: 'First order', unit: 'text' },
      { key: 'newCustomers', label: 'New customers', unit: 'count' },
      { key: 'months', label: 'Months since', unit: 'count' },
      { key: 'ordered', label: 'Ordered', unit: 'count' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'before', label: 'Those before', unit: 'share' },
    ],
    rows: found.map(({ cohort, age, own, earlier }) => ({
      cohort: periodKey('month', cohort.period.from),
      newCustomers: cohort.size,
      months: age,
      ordered: own.part,
      share: Math.round((own.part / own.whole) * 1e6) / 1e6,
      before: Math.round((earlier.part / earlier.whole) * 1e6) / 1e6,
    })),
    observations: found.map(one => standsOutText(one, 'month', format)),
    followUps: [followUp('All cohorts', 'sales cohorts')],
  });
  return [answer];
}
