import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { sightOfQuestion } from '../../../access/permitted.js';
import type { ScopeChoices, WantedScope } from '../../../app/computing/change-scope.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { cut } from '../blocks/limits.js';
import { code, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { channelDestination, directMessage, ephemeralMessage, firstSuccessful } from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { at } from './faults.js';
import type { FilledIn } from './filled-in.js';
import {
  type Choice,
  choiceInput,
  choicesInput,
  chosenValues,
  dateInput,
  fieldBlock,
  formView,
  isMark,
  noticeView,
} from './form.js';
import type { Submission } from './submission.js';

export const SCOPE_FORM = 'scope';
export const SCOPE_TITLE = 'Period and filters';

/** The answer whose scope is changed: its question, and the thread that the new answer goes to. */
const stateSchema = z.object({
  question: z.string(),
  channel: z.string().optional(),
  thread: z.string().optional(),
});
export type ScopeState = z.infer<typeof stateSchema>;
export const scopeState = (metadata: string): ScopeState => stateSchema.parse(JSON.parse(metadata));

const ALL = 'all';
const USUAL_PERIODS = [
  'this month',
  'last month',
  'this quarter',
  'last quarter',
  'this year',
  'last year',
  'last 30 days',
  'last 12 months',
];
const MOST_YEARS = 5;
const FILTER = /^filter:/;

/** @throws NotPermitted, NotUnderstood */
export async function scopeForm(state: ScopeState, user: string, context: SlackContext): Promise<ModalView> {
  const rights = await context.permissions.of(user, state.channel);
  const choices = await context.compute('scopeChoices', state.question, sightOfQuestion(rights));
  const blocks = [...periodBlocks(choices), ...filterBlocks(choices)];
  if (blocks.length === 0)
    return noticeView(SCOPE_TITLE, [section(mrkdwn`There is nothing to choose from for this answer.`)]);
  const asked = section(mrkdwn`Ask ${code(cut(`/${state.question}`, 300))} again, of:`);
  return formView({
    id: SCOPE_FORM,
    title: SCOPE_TITLE,
    submit: 'Ask',
    state,
    blocks: [asked, ...blocks],
  });
}

function periodBlocks({ takesPeriod, period, dataFrom, dataThrough }: ScopeChoices): KnownBlock[] {
  if (!takesPeriod) return [];
  const [first, last] = [dataFrom, dataThrough].map(day => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, i) => String(last - i));
  const texts = [...new Set([...(period === undefined ? [] : [period]), ...USUAL_PERIODS, ...years])];
  const named: Choice[] = texts.map(text => ({
    value: text,
    label: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
  }));
  return [
    fieldBlock({
      id: 'period',
      label: 'Period',
      element: choiceInput([{ value: ALL, label: 'All of the data' }, ...named], period ?? ALL),
      isRequired: true,
      hint: `The data goes from ${dataFrom} through ${dataThrough}.`,
    }),
    fieldBlock({ id: 'from', label: 'Or from', element: dateInput() }),
    fieldBlock({ id: 'to', label: 'Through', element: dateInput() }),
  ];
}

const filterBlocks = ({ fields }: ScopeChoices): KnownBlock[] =>
  fields
    .filter(({ values }) => values.length > 0)
    .map(({ key, label, values, chosen, count }) =>
      fieldBlock({
        id: `filter:${key}`,
        label: `Only ${label.toLowerCase()}`,
        ...(count > values.length && {
          hint: `The ${values.length} largest of ${count}; name others in a question: ${key}:"..."`,
        }),
        element: choicesInput(
          // What is chosen now may be beyond the end of a long list.
          [...chosen, ...values.filter(value => !chosen.includes(value))].map(value => ({
            value,
            label: value,
          })),
          chosen,
        ),
      }),
    );

/**
 * @param fields what could be chosen from
 * @throws FieldFault if the days make no period, or a value is not there any more
 */
async function wantedScope(values: FilledIn, fields: () => Promise<Fields>): Promise<WantedScope> {
  const [from, to] = [values.one('from'), values.one('to')];
  const named = values.one('period');
  await at('to', () => mustBeInOrder(from, to));
  const days =
    from === undefined ? to && `until ${to}` : to === undefined ? `since ${from}` : `${from}..${to}`;
  const filters: { readonly field: string; readonly values: readonly string[] }[] = [];
  for (const id of values.ids.filter(id => FILTER.test(id))) {
    const field = id.replace(FILTER, '');
    const chosen = values.many(id);
    filters.push({ field, values: chosen.some(isMark) ? await longValues(id, chosen, fields) : chosen });
  }
  return { period: days ?? (named === ALL ? undefined : named), filters };
}

type Fields = ScopeChoices['fields'];

/** The values that options of a field stand for, which were too long for them. @throws FieldFault */
async function longValues(
  id: string,
  chosen: readonly string[],
  fields: () => Promise<Fields>,
): Promise<string[]> {
  const field = (await fields()).find(({ key }) => key === id.replace(FILTER, ''));
  return at(id, () =>
    chosenValues(chosen, [...(field?.values ?? []), ...(field?.chosen ?? [])]).map(value => {
      if (value !== undefined) return value;
      throw new ShopkeeperError('One of these is not there any more: please open the form again.');
    }),
  );
}

function mustBeInOrder(from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new ShopkeeperError('The last day is before the first.');
}

/** Answers the question of the changed scope in the thread of the answer before. */
export async function submitScope(
  { user, values, request, reply, close }: Submission,
  { question, channel, thread }: ScopeState,
  context: SlackContext,
): Promise<void> {
  const { client, log, unsent } = context;
  const sight = sightOfQuestion(await context.permissions.of(user, channel));
  const fields = async () => (await context.compute('scopeChoices', question, sight)).fields;
  const wanted = await wantedScope(values, fields);
  const field = values.ids.includes('period') ? 'period' : (values.ids[0] ?? '');
  const changed = await at(field, () => context.compute('changeScope', { question, wanted }, sight));
  await close();
  const inPlace = channel
    ? [ephemeralMessage(client, { channel, user, ...(thread && { threadTs: thread }) })]
    : [];
  const privately = firstSuccessful([...inPlace, unsent.retriedDirectMessage(user)], log);
  const text = `/${changed.question}`;
  const asked = code(cut(text, 200));
  await answerQuestion(
    {
      text: changed.question,
      asker: user,
      user,
      request: { ...request, question: asked, text, privately },
      channel,
      namesAsker: true,
      asked,
      destinations: channel ? [channelDestination(client, channel, thread)] : [],
      directMessage: unsent.directMessage(user),
      isShared: channel !== undefined,
      privately,
      rightNow: firstSuccessful([...inPlace, directMessage(client, user)], log),
    },
    context,
    reply,
  );
}
