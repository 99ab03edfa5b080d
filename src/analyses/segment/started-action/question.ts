import { actionNamed, adviceOf } from '../../../answering/actions/kinds.js';
import { daysOf } from '../../../answering/actions/outcomes.js';
import { audienceAnswer } from '../../../answering/audiences/audience.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { isoOf } from '../../../core/calendar/days.js';
import { showRange } from '../../../core/calendar/grain.js';
import { NotUnderstood } from '../../../core/errors.js';
import { customersOfAction, listActions } from '../../../store/tables/actions.js';
import { allCustomers } from '../../../store/tables/customers.js';
import { dataExtent } from '../../../store/tables/order-lines.js';

/** Whom a started action is for, without those who are left alone: the list to write to. */
const startedAction = defineQuestion({
  family: 'segment',
  name: 'started-action',
  words: ['started action', 'customers of action', 'customers of started action'],
  required: ['limit'],
  optional: ['audience'],
  canonicalText: ({ limit }) => ({ text: `started-action ${limit ?? ''}`.trim(), includes: ['limit'] }),
  helpOrder: 107,
  summary: 'Whom to write to for an action that was started, as a file: those left alone are not in it',
  examples: ['started-action 1', 'started-action 1 for:mailchimp'],

  async answer(query, shop) {
    const action = (await listActions(shop.store)).find(({ id }) => id === query.limit);
    if (!action)
      throw new NotUnderstood(`No action ${query.limit} was started.`, [
        'segment outcomes',
        'segment actions',
      ]);
    const data = await dataExtent(shop.store);
    const kind = actionNamed(action.name);
    const context = {
      covers: [{ kind: 'words', text: showRange({ from: action.firstDay, to: action.lastDay }) } as const],
      dataThrough: isoOf(data?.to ?? shop.today()),
      notes: query.remarks,
    };
    const base = skeleton(query, context, shop, `Action ${action.id}: ${kind?.title ?? action.name}`);
    const recorded = await customersOfAction(shop.store, action.id);
    const byKey = new Map([...(await allCustomers(shop.store)).values()].map(c => [c.key, c]));
    const customers = recorded.flatMap(({ key, isHeldOut }) => (isHeldOut ? [] : (byKey.get(key) ?? [])));
    const file = `action-${action.id}-${action.name}`;
    const [one, many] = kind ? [kind.one, kind.many] : ['customer', 'customers'];
    if (query.audience !== undefined) {
      const wanted = { customers: customers.map(c => c.id), one, many, file };
      return answerOf(await audienceAnswer(base, query.audience, wanted, shop));
    }
    const hasEmails = customers.some(c => c.email !== null);
    const columns: Column[] = [
      { key: 'customer', label: 'Customer', unit: 'text' },
      { key: 'name', label: 'Name', unit: 'text' },
      ...(hasEmails ? [{ key: 'email', label: 'E-mail', unit: 'text' } as const] : []),
    ];
    const left = recorded.filter(c => c.isHeldOut).length;
    return answerOf({
      ...base,
      headline:
        `${plural(customers.length, one, many)}; ${left} left alone ` +
        `${left === 1 ? 'is' : 'are'} not listed.`,
      columns,
      rows: customers.map(({ key, name, email }) => ({
        customer: key,
        name,
        ...(hasEmails && { email }),
      })),
      ...(kind && { actions: [`${adviceOf(kind, customers.length)}.`] }),
      notes: [
        ...base.notes,
        remark(`Chosen on ${isoOf(action.firstDay)} as \`${action.question}\`, for ${daysOf(action)}.`),
      ],
      audience: 'asker',
      file: `${file}.csv`,
      followUps: followUps(shop, query, [
        { family: 'segment', question: 'outcomes', limit: action.id, label: 'What came of it' },
      ]),
    });
  },
});
export default startedAction;
