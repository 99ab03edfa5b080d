import { type ChosenAction, type ChosenActions, chosenActions } from '../../answering/actions/chosen.js';
import {
  actionSentence,
  chosenHeadline,
  moneyWords,
  monthsOf,
  trustNotes,
} from '../../answering/actions/chosen-answer.js';
import { isTrusted } from '../../answering/segments/ahead.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { capital, plural } from '../../core/answer/format.js';
import { remark } from '../../core/answer/notes.js';
import { isoOf } from '../../core/calendar/days.js';
import { isAhead } from '../../measures/lifetime-value.js';
import { customerAt } from '../../segments/snapshots/snapshot.js';
import type { DigestMaterial } from './material.js';
import { peopleTable } from './people.js';

const MOST_BUTTONS = 4;

/**
 * The plan of `segment actions` as of the digest's last day, with the customers who are on their way out;
 * undefined where too few came back to tell who is overdue.
 */
export async function planByMoney(material: DigestMaterial): Promise<Answer[] | undefined> {
  const chosen = await toldActions(material);
  if (chosen === undefined) return undefined;
  // The lists hardly change from one day to the next, so a daily digest has buttons instead.
  const listed = material.periods.grain === 'day' ? [] : chosen.actions.filter(({ kind }) => kind.isLeaving);
  const lists: Answer[] = [];
  for (const action of listed) lists.push(await listAnswer(action, chosen, material));
  return [planAnswer(chosen, listed, material), ...lists];
}

/** What to do first, in one sentence for the headline; undefined where nothing is urgent. */
export async function firstAction(material: DigestMaterial): Promise<string | undefined> {
  const chosen = await toldActions(material);
  const first = chosen?.actions.find(({ kind }) => kind.isLeaving);
  if (!chosen || !first) return undefined;
  const { format } = material;
  const who = `${first.kind.title} ${plural(first.customers.length, 'customer')}`;
  return first.atStake === undefined
    ? `${who}, who spent ${format.amount(first.spent)} so far.`
    : `${who}: ${format.amount(first.atStake)} of the next ${monthsOf(chosen.risk)} is at stake.`;
}

/** Amounts of models that do not fit the shop, or were never tested on it, are not told unasked. */
async function toldActions({ shop, shifts }: DigestMaterial): Promise<ChosenActions | undefined> {
  const chosen = await chosenActions({ snapshot: shifts.after }, shop);
  if (!('actions' in chosen) || chosen.actions.length === 0) return undefined;
  const { risk } = chosen;
  if (!isAhead(risk.ahead) || isTrusted(risk.ahead)) return chosen;
  const actions = chosen.actions.map(({ kind, customers, spent }) => ({ kind, customers, spent }));
  return { risk, actions };
}

function planAnswer(
  chosen: ChosenActions,
  listed: readonly ChosenAction[],
  { shop, periods, data, scope, format, followUp }: DigestMaterial,
): Answer {
  const { to } = periods.period;
  const told = chosen.actions.filter(({ kind }) => kind.name !== 'leave-alone');
  return answerOf({
    question: 'digest',
    title: 'The plan',
    scope: [{ kind: 'asOf', day: to }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: chosenHeadline(chosen, format),
    actions: told.map(action => actionSentence(action, monthsOf(chosen.risk), format)),
    notes: [
      ...trustNotes(chosen.risk),
      remark('To see what comes of an action, start it: `segment actions` has a button for each.'),
    ],
    // As of the digest's day, so that they list the customers that it counts.
    followUps: told
      .filter(action => !listed.includes(action))
      .slice(0, MOST_BUTTONS)
      .map(({ kind: { name, many } }) =>
        followUp(capital(many), `segment action ${name} as-of:${isoOf(to)}`),
      ),
  });
}

/** The customers whom an action is for, those with the most money first. */
async function listAnswer(
  action: ChosenAction,
  { risk }: ChosenActions,
  { shop, periods, data, shifts, scope, format, question }: DigestMaterial,
): Promise<Answer> {
  const { kind, customers } = action;
  const { to } = periods.period;
  const hasStakes = action.atStake !== undefined;
  const table = await peopleTable(
    customers,
    {
      customer: c => customerAt(shifts.after, c.at),
      columns: [
        ...(hasStakes ? [{ key: 'atStake', label: 'At stake', unit: 'money' } as const] : []),
        { key: 'usualGap', label: 'Usual gap', unit: 'days' },
      ],
      cells: c => ({
        ...(hasStakes && { atStake: c.atStake === undefined ? null : format.major(c.atStake) }),
        usualGap: c.risk ? Math.round(c.risk.usual) : null,
      }),
      file: `plan-${kind.name}-${isoOf(to)}.csv`,
      question: question(`segment action ${kind.name} as-of:${isoOf(to)}`),
    },
    { store: shop.store, format },
  );
  return answerOf({
    question: 'digest',
    title: `The plan: ${kind.title}`,
    scope: [{ kind: 'asOf', day: to }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline:
      `${plural(customers.length, kind.one, kind.many)}: ` +
      `${hasStakes ? `${moneyWords(action, monthsOf(risk), format)}, ` : ''}` +
      `${format.amount(action.spent)} spent so far.`,
    ...table,
  });
}
