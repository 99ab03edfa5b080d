import { chosenActions, idsOf, inSegment } from '../../../answering/actions/chosen.js';
import { unfitAside, whoWords } from '../../../answering/actions/chosen-answer.js';
import { ACTION_KINDS, actionNamed, adviceOf } from '../../../answering/actions/kinds.js';
import { concernedTable } from '../../../answering/actions/people-table.js';
import { startable } from '../../../answering/actions/startable.js';
import { audienceAnswer } from '../../../answering/audiences/audience.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { FEWEST_GAPS } from '../../../answering/segments/risk.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { listActions } from '../../../store/tables/actions.js';

/** Customers on the list, unless another number is asked for. */
const LISTED = 25;

/** Whom one recommended action is for, as a list or as a tool takes it. */
const action = defineQuestion({
  family: 'segment',
  name: 'action',
  words: [],
  figures: Object.fromEntries(
    ACTION_KINDS.map(({ name, many }) => [
      name,
      [`action ${name.replaceAll('-', ' ')}`, ...(many.includes(' to ') ? [many] : [])],
    ]),
  ),
  isSlow: true,
  required: ['figure'],
  optional: ['segment', 'limit', 'segmentation', 'filters', 'audience'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ figure = '', segment }) => ({
    text: [`action ${figure}`, segment ? segmentWord(segment) : ''].filter(t => t !== '').join(' '),
    includes: ['figure', 'segment'],
  }),
  helpOrder: 105,
  summary: 'Whom one recommended action is for, and why them: a list to act on',
  examples: ['action win-back', 'action second-order 50', 'action win-back for:klaviyo'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, format } = context;
    const kind = actionNamed(query.figure) ?? ACTION_KINDS[0];
    const base = skeleton(query, context, shop, kind.title);
    const chosen = await chosenActions(context, shop, inSegment(snapshot, query.segment));
    if (!('actions' in chosen))
      return answerOf({
        ...base,
        headline:
          `Whom to choose cannot be said: customers came back ${plural(chosen.gaps, 'time')} in all; ` +
          `${FEWEST_GAPS} are needed to see how often they order.`,
        followUps: followUps(shop, query, [offerQuestion('actions')]),
      });
    const found = chosen.actions.find(a => a.kind.name === kind.name);
    if (!found)
      return answerOf({
        ...base,
        headline: `There are no ${kind.many} now.`,
        followUps: followUps(shop, query, [offerQuestion('actions')]),
      });
    const { customers } = found;
    const file = `${kind.name}-${isoOf(snapshot.asOf)}`;
    if (query.audience !== undefined) {
      const wanted = { customers: idsOf(found).slice(0, query.limit), one: kind.one, many: kind.many, file };
      return answerOf(await audienceAnswer(base, query.audience, wanted, shop));
    }
    const shown = customers.slice(0, query.limit ?? LISTED);
    const { hasEmails, ...table } = await concernedTable(shown, context, shop);
    const hidden = customers.length - shown.length;
    const stake =
      found.atStake === undefined
        ? ''
        : `, ${format.amount(found.atStake)} at stake${unfitAside(chosen.risk)}`;
    return answerOf({
      ...base,
      headline:
        `${plural(customers.length, kind.one, kind.many)}: ` +
        `${format.amount(found.spent)} spent so far${stake}.`,
      ...table,
      observations: [`Chosen by their figures: ${whoWords(found)}.`],
      actions: [`${adviceOf(kind, customers.length)}.`],
      startable: startable([found], query),
      notes: [
        ...(hidden > 0
          ? [{ kind: 'notShown', count: hidden, one: 'customer', many: 'customers' } as const]
          : []),
        ...(await underWay(base.question, shop)),
        ...base.notes,
      ],
      ...(hasEmails && { audience: 'asker' as const }),
      followUps: followUps(shop, query, [offerQuestion('actions')]),
    });
  },
});
export default action;

/** Says that the same action was started: whom to write to is then recorded, and some are left alone. */
async function underWay(question: string, { store, part, today }: ShopView): Promise<Note[]> {
  if (part) return [];
  const same = (await listActions(store)).find(a => a.question === question && a.lastDay >= today());
  return same
    ? [
        remark(
          `It was started on ${showDay(same.firstDay)}: \`segment started-action ${same.id}\` lists whom ` +
            'to write to, without those who are left alone.',
        ),
      ]
    : [];
}
