import { audienceAnswer } from '../../../answering/audiences/audience.js';
import { statusesOfKind } from '../../../answering/cancelled.js';
import { answerContext, lineNotes } from '../../../answering/context.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { monthsWords, trustWords } from '../../../answering/segments/ahead.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { formatFor } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { type Scope, scopeText } from '../../../core/answer/scope.js';
import { isoOf } from '../../../core/calendar/days.js';
import { isByHemisphere, seasonsConvention } from '../../../core/calendar/seasons.js';
import { queryText } from '../../../core/query/query-text.js';
import { seasonNamed } from '../../../query/calendar-fields.js';
import { everybodyExpected } from '../../../query/expected.js';
import { isExpectedFigure } from '../../../query/expected-figures.js';
import { neededParts } from '../../../query/figures.js';
import { listCustomers, listOrders } from '../../../query/lists.js';
import { averageNotes } from '../../../query/per-period.js';
import { withOwnScores } from '../../../query/rescore.js';
import { type ResolvedQuery, resolveQuery, runGroups } from '../../../query/run.js';
import { type Setting, settingOf } from '../../../query/setting.js';
import { countLines } from '../../../store/scope/line-count.js';
import { totalSums } from '../../../store/scope/sums.js';
import type { QueryAnswer, QueryContext } from './context.js';
import { customersAnswer } from './customers-answer.js';
import { groupsAnswer } from './groups-answer.js';
import { newInPeriod } from './new-in-period.js';
import { offersFor } from './offers.js';
import { ordersAnswer } from './orders-answer.js';
import { partNotes } from './part-notes.js';
import { totalAnswer } from './total-answer.js';

/** Whatever can be said of measures, groups, filters and customers, and has no question of its own. */
const query = defineQuestion({
  family: 'sales',
  name: 'query',
  helpOrder: 90,
  words: [],
  required: ['query'],
  optional: ['audience'],
  canonicalText: ({ query: asked }) => ({ text: asked ? queryText(asked) : '', includes: [] }),
  summary: 'Any measure by any fields, under any filters, and lists of customers and orders: docs/query.md',
  examples: ['new customers by month', 'customers with more than 3 orders', 'top 3 products in each country'],

  async answer(asked, shop) {
    const setting = await withOwnScores(asked.query, await settingOf(asked.query, shop));
    const resolved = await resolveQuery(asked.query, setting);
    const context = await contextOf(asked, resolved, setting);
    const base = skeleton(asked, context, shop, context.title);
    const parts: QueryContext = {
      resolved,
      setting,
      format: formatFor(shop.currency),
      text: scopeText(context.covers),
    };
    if (asked.audience !== undefined && resolved.query.rows === 'customers') {
      const { rows } = await listCustomers(resolved, setting, true);
      const customers = rows.map(row => row.id);
      const wanted = {
        customers,
        one: 'customer',
        many: 'customers',
        file: `customers-${isoOf(shop.today())}`,
      };
      return answerOf(await audienceAnswer(base, asked.audience, wanted, shop));
    }
    const answer = await partsOf(parts);
    const alsoSaid = await newInPeriod(parts);
    return answerOf({
      ...base,
      ...answer,
      ...(alsoSaid.length > 0 && { observations: [...(answer.observations ?? []), ...alsoSaid] }),
      linesCounted: await countLines(shop.store, resolved.lines),
      notes: [...context.notes, ...(answer.notes ?? [])],
      followUps: offersFor(asked.query, answer.notes ?? []),
    });
  },
});
export default query;

async function partsOf(context: QueryContext): Promise<QueryAnswer> {
  const { resolved, setting } = context;
  switch (resolved.query.rows) {
    case 'customers':
      return customersAnswer(context, await listCustomers(resolved, setting));
    case 'orders':
      return ordersAnswer(context, await listOrders(resolved, setting));
    case 'groups':
      return groupsAnswer(context, await runGroups(resolved, setting));
    case 'total':
      return totalAnswer(context, await runGroups(resolved, setting));
  }
}

async function contextOf(asked: ParsedQuery, resolved: ResolvedQuery, setting: Setting) {
  const { period, view, comparison } = { ...setting, ...resolved };
  const context = await answerContext({ period, filters: [], remarks: asked.remarks }, view);
  const [first, ...rest] = context.covers;
  const days: Scope = comparison
    ? [{ kind: 'comparison', now: comparison.now, before: comparison.before }]
    : first
      ? [first]
      : [];
  const returns: Note[] =
    resolved.query.rows === 'total' || resolved.query.rows === 'groups'
      ? await sumNotes(resolved, setting)
      : [];
  return {
    ...context,
    title: titleOf(resolved),
    covers: [...days, ...rest, ...resolved.kept],
    notes: [
      ...(await conventions(resolved, setting)),
      ...(await expectedNotes(resolved, setting)),
      ...context.notes,
      ...returns,
    ],
  };
}

/** What the shop or the asker says: the days of fiscal years and seasons, and who is scored among whom. */
async function conventions({ query: asked, fields }: ResolvedQuery, setting: Setting): Promise<Note[]> {
  const said = fields.flatMap(field => field.convention?.(setting) ?? []);
  const isBySeason = asked.where.some(
    f => f.field === 'season' && f.values?.some(value => isByHemisphere(seasonNamed(value))),
  );
  if (isBySeason) said.push(seasonsConvention(setting.hemisphere));
  if (/fy|fiscal/i.test(asked.period ?? '') && setting.period?.remark) said.push(setting.period.remark);
  const own: Note[] = asked.scored
    ? [{ kind: 'scoredAmongFiltered', customers: (await setting.segments()).segment.length }]
    : [];
  return [...[...new Set(said)].map(text => remark(text)), ...own];
}

/** Of which time what is expected is, and how far to trust it. */
async function expectedNotes({ query, measured }: ResolvedQuery, setting: Setting): Promise<Note[]> {
  const named = [query.rank?.by ?? '', ...query.measures];
  if (!measured.some(m => m.isExpected) && !named.some(isExpectedFigure)) return [];
  const ahead = await everybodyExpected(setting);
  const trust = trustWords(ahead);
  return [
    remark(
      `Expected in the next ${monthsWords(ahead.horizon.months)}, of the customers who bought in the days ` +
        'above (`customers value` says how well it was foretold before).',
    ),
    ...(trust === undefined ? [] : [remark(trust)]),
  ];
}

/** Notes on the lines that figures are of. */
async function sumNotes(resolved: ResolvedQuery, setting: Setting): Promise<Note[]> {
  const { store } = setting.view;
  const sums = await totalSums(store, resolved.lines, neededParts(resolved.measured));
  const average = resolved.per ? await averageNotes(resolved.per, resolved.lines, setting) : [];
  const notes = [...average, ...lineNotes(sums), ...(await partNotes(resolved, sums, setting))];
  return [...notes, ...(await returnedNotes(resolved, sums.returns, setting))];
}

const OF_RETURN_LINES: ReadonlySet<string> = new Set(['return-rate', 'refunds', 'return-lines']);

/** Where returns are told by a status and not by lines, a figure of return lines is nothing. */
async function returnedNotes(
  { measures, lines }: ResolvedQuery,
  returns: number,
  { view }: Setting,
): Promise<Note[]> {
  if (returns > 0 || !measures.some(({ key }) => OF_RETURN_LINES.has(key))) return [];
  const filter = await statusesOfKind('returned', view);
  if (!filter) return [];
  const { orders } = await totalSums(view.store, { ...lines, filters: [...lines.filters, filter] });
  if (orders === 0) return [];
  const have = orders === 1 ? '1 order has' : `${orders.toLocaleString('en-US')} orders have`;
  return [
    remark(`${have} a status that says returned: \`measure:order-return-rate,returned-orders\` counts them.`),
  ];
}

function titleOf({ query: asked, measures, fields }: ResolvedQuery): string {
  if (asked.rows === 'customers') return 'Customers';
  if (asked.rows === 'orders') return 'Orders';
  const what = measures[0]?.label ?? 'Sales';
  const by = fields.map(field => field.label.toLowerCase()).join(' and ');
  return by === '' ? what : `${what} by ${by}`;
}
