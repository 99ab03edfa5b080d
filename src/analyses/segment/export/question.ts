import { audienceAnswer } from '../../../answering/audiences/audience.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { customerColumns, customerRow } from '../../../answering/segments/customer-table.js';
import { offerMembers, offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { segmentTitled, segmentWord } from '../../../segments/maps/segment-names.js';
import { customerAt, membersOf, type ScoredCustomer } from '../../../segments/snapshots/snapshot.js';
import { allCustomers, customersById } from '../../../store/tables/customers.js';

const ORDER = [
  'customer',
  'name',
  'email',
  'recency',
  'frequency',
  'monetary',
  'r',
  'f',
  'm',
  'segment',
  'lastOrder',
];
/** More customers than this are read faster all at once than one by one. */
const FEW = 1_000;

/** Everybody's recency, frequency, monetary, scores and segment, or those of one segment, as a file. */
const exported = defineQuestion({
  family: 'segment',
  name: 'export',
  words: ['export', 'csv', 'download', 'file', 'export csv'],
  optional: ['segment', 'segmentation', 'filters', 'audience'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ segment }) => ({
    text: ['export', segment ? segmentWord(segment) : ''].filter(t => t !== '').join(' '),
    includes: ['segment'],
  }),
  helpOrder: 116,
  summary: 'All customers, or those of a segment, as a CSV file, or as an e-mail or ad tool takes them',
  examples: ['export', 'export at-risk', 'export at-risk for:klaviyo'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, format } = context;
    const segment = query.segment === undefined ? undefined : segmentTitled(query.segment, snapshot);
    const places = membersOf(snapshot, segment);
    const scored = Array.from(places, i => customerAt(snapshot, i));
    const [one, many] = segment ? [segment.one, segment.many] : ['customer', 'customers'];
    const file = `customers${segment ? `-${segmentWord(segment.title)}` : ''}-${isoOf(snapshot.asOf)}`;
    if (query.audience !== undefined) {
      const base = skeleton(query, context, shop, '');
      const wanted = { customers: scored.map(c => c.customerId), one, many, file };
      return answerOf(await audienceAnswer(base, query.audience, wanted, shop));
    }
    const customers =
      scored.length > FEW
        ? await allCustomers(shop.store)
        : await customersById(
            shop.store,
            scored.map(c => c.customerId),
          );
    const emailOf = (c: ScoredCustomer) => customers.get(c.customerId)?.email ?? null;
    const hasEmails = scored.some(c => emailOf(c) !== null);
    const rows = scored.map(c => ({
      ...customerRow(c, customers.get(c.customerId), context),
      ...(hasEmails && { email: emailOf(c) }),
    }));
    const columns: Column[] = [
      ...customerColumns([], context),
      ...(hasEmails ? [{ key: 'email', label: 'E-mail', unit: 'text' } as const] : []),
    ];
    const spent = scored.reduce((sum, c) => sum + c.spent, 0);
    return answerOf({
      ...skeleton(query, context, shop, segment ? `${segment.title} as a file` : 'Customers as a file'),
      headline: `${plural(scored.length, one, many)} who spent ${format.amount(spent)}, with their scores.`,
      columns: ORDER.flatMap(key => {
        const column = columns.find(c => c.key === key);
        return column ? [{ ...column, secondary: key.length === 1 || key === 'email' }] : [];
      }),
      rows,
      file: `${file}.csv`,
      followUps: followUps(shop, query, [segment ? offerMembers(segment) : offerQuestion('summary')]),
    });
  },
});
export default exported;
