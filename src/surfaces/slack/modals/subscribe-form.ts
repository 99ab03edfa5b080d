import type { ModalView } from '@slack/types';
import { WEEKDAYS } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { PARTS } from '../../../digest/compose/parts.js';
import { takeZone } from '../../../digest/subscriptions/zone-words.js';
import { addSubscription, readSchedule } from '../add-subscription.js';
import { cutAtClause, LIMITS } from '../blocks/limits.js';
import { textMessage } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { isDirect, isManager } from '../subscriptions.js';
import { at, readInSteps } from './faults.js';
import type { FilledIn } from './filled-in.js';
import {
  type Choice,
  channelInput,
  choiceInput,
  choicesInput,
  fieldBlock,
  formView,
  textInput,
  tickInput,
  timeInput,
} from './form.js';
import type { Submission } from './submission.js';

export const SUBSCRIBE_FORM = 'subscribe';
export const SUBSCRIBE_TITLE = 'Add a digest';

const DAYS: readonly Choice[] = [
  ...WEEKDAYS.map(day => ({ value: day.toLowerCase(), label: `Each ${day}` })),
  { value: 'daily', label: 'Each day' },
  { value: 'weekdays', label: 'Monday to Friday' },
  { value: 'monthly', label: 'The first of each month' },
];
const QUIET = { value: 'nothing', label: 'Post nothing if nothing happened' };
const PART_CHOICES: readonly Choice[] = PARTS.map(({ name, description }) => ({
  value: name,
  label: cutAtClause(`${name}: ${description}`, LIMITS.optionText),
}));

/** @param channel where it was opened; undefined on the Home tab */
export function subscribeForm(
  channel: string | undefined,
  { digests }: Pick<SlackContext, 'digests'>,
): ModalView {
  const here = channel !== undefined && !isDirect(channel) ? channel : undefined;
  return formView({
    id: SUBSCRIBE_FORM,
    title: SUBSCRIBE_TITLE,
    submit: 'Add it',
    state: { channel },
    blocks: [
      fieldBlock({
        id: 'channel',
        label: 'Channel',
        element: channelInput(here),
        hint: 'Leave it empty to get the digest yourself, as a direct message.',
      }),
      fieldBlock({ id: 'day', label: 'Day', element: choiceInput(DAYS, 'monday'), isRequired: true }),
      fieldBlock({ id: 'time', label: 'Time', element: timeInput('09:00'), isRequired: true }),
      fieldBlock({
        id: 'zone',
        label: 'Time zone',
        element: textInput('Europe/Berlin', digests.SHOP_TIMEZONE),
        isRequired: true,
      }),
      fieldBlock({
        id: 'parts',
        label: 'Details in the thread',
        element: choicesInput(PART_CHOICES),
        hint: 'All of them unless you choose some.',
      }),
      fieldBlock({
        id: 'filters',
        label: 'Part of the shop, or segment map',
        element: textInput('country:Spain map:eleven'),
      }),
      fieldBlock({
        id: 'condition',
        label: 'Only if',
        element: textInput('revenue fell by more than 10%'),
        hint: 'Or: at-risk grew by more than 5; a day is out of line by more than 10%; a goal is off pace.',
      }),
      fieldBlock({ id: 'quiet', label: 'Quiet weeks', element: tickInput(QUIET) }),
    ],
  });
}

/** What follows `/digest subscribe`, up to each field. */
function stepsOf(values: FilledIn) {
  const parts = values.many('parts');
  const when = `${values.one('day') ?? ''} ${values.one('time') ?? ''} ${values.one('zone') ?? ''}`;
  const what = [
    when,
    parts.length > 0 ? `parts:${parts.join(',')}` : '',
    values.many('quiet').length > 0 ? 'quiet:nothing' : '',
  ].join(' ');
  const filtered = `${what} ${values.one('filters') ?? ''}`;
  const condition = values.one('condition')?.replace(/^(?:only )?(?:if|when)\s+/i, '');
  const whole = condition === undefined ? filtered : `${filtered} only if ${condition}`;
  const step = (field: string, text: string) => ({ field, text: text.replace(/\s+/g, ' ').trim() });
  return [step('zone', what), step('filters', filtered), step('condition', whole)] as const;
}

/** The command that does the same. */
export const subscribeText = (values: FilledIn): string =>
  `/digest subscribe ${values.one('channel') ?? 'me'} ${stepsOf(values)[2].text}`;

export async function submitSubscription(
  { user, values, show }: Submission,
  context: SlackContext,
): Promise<void> {
  const channel = values.one('channel');
  if (channel !== undefined && !(await isManager(user, context))) await at('channel', () => refuseChannel());
  await at('zone', () => mustBeZone(values.one('zone') ?? ''));
  const schedule = await readInSteps(stepsOf(values), text => readSchedule(text, user, context));
  const to = { channel, person: channel === undefined ? user : null };
  const said = await at('channel', () => addSubscription(schedule, to, user, context));
  await show(textMessage(said));
}

function refuseChannel(): never {
  throw new ShopkeeperError(
    'Digests in channels are managed by others.',
    'Leave the channel empty to get it yourself.',
  );
}

/** @throws ShopkeeperError if it is not the name of a zone, or a city that tells one */
function mustBeZone(text: string): void {
  const { zone, rest } = takeZone(text);
  if (zone === undefined || rest.trim() !== '')
    throw new ShopkeeperError(`There is no time zone called "${text}".`, 'For example: Europe/Berlin');
}
