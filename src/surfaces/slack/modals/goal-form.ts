import type { ModalView } from '@slack/types';
import { ShopkeeperError } from '../../../core/errors.js';
import { NUMBER } from '../../../language/compose/numbers.js';
import { textMessage } from '../blocks/mrkdwn.js';
import { mustSetGoals, permittedGoalChange } from '../change-goals.js';
import type { SlackContext } from '../context.js';
import { at, readInSteps } from './faults.js';
import type { FilledIn } from './filled-in.js';
import { type Choice, choiceInput, fieldBlock, formView, textInput } from './form.js';
import type { Submission } from './submission.js';

export const GOAL_FORM = 'goal';
export const GOAL_TITLE = 'Set a goal';

const choices = (...values: readonly string[]): Choice[] =>
  values.map(value => ({ value, label: `${value.charAt(0).toUpperCase()}${value.slice(1)}` }));
/** What adds up day by day, as it is said. */
const MEASURES = choices('revenue', 'orders', 'units', 'new customers');
const PERIODS = choices('this month', 'next month', 'this quarter', 'next quarter', 'this year', 'next year');

export const goalForm = (channel: string | undefined): ModalView =>
  formView({
    id: GOAL_FORM,
    title: GOAL_TITLE,
    submit: 'Set it',
    state: { channel },
    blocks: [
      fieldBlock({
        id: 'measure',
        label: 'What',
        element: choiceInput(MEASURES, 'revenue'),
        isRequired: true,
      }),
      fieldBlock({ id: 'target', label: 'To reach', element: textInput('500k'), isRequired: true }),
      fieldBlock({
        id: 'period',
        label: 'By the end of',
        element: choiceInput(PERIODS, 'this year'),
        isRequired: true,
      }),
      fieldBlock({ id: 'filters', label: 'Part of the shop', element: textInput('country:Spain') }),
    ],
  });

/** What follows `/digest goal`, up to each field. */
function stepsOf(values: FilledIn) {
  const target = values.one('target') ?? '';
  const plain = `${target} revenue this year`;
  const measured = `${target} ${values.one('measure') ?? 'revenue'}`;
  const whole = `${measured} ${values.one('period') ?? 'this year'}`;
  return [
    { field: 'target', text: plain },
    { field: 'measure', text: `${measured} this year` },
    { field: 'period', text: whole },
    { field: 'filters', text: `${whole} ${values.one('filters') ?? ''}`.trim() },
  ] as const;
}

/** The command that does the same. */
export const goalText = (values: FilledIn): string => `/digest goal ${stepsOf(values)[3].text}`;

export async function submitGoal({ user, values, show }: Submission, context: SlackContext): Promise<void> {
  await mustSetGoals(user, context);
  await at('target', () => mustBeNumber(values.one('target') ?? ''));
  const steps = stepsOf(values);
  await readInSteps(steps, text => context.compute('goal', text));
  await show(textMessage(await permittedGoalChange(steps[3].text, user, context)));
}

const A_NUMBER = new RegExp(`^(?:${NUMBER})$`, 'i');

/** Any other words would be read as a measure, a period or a filter. @throws ShopkeeperError */
function mustBeNumber(text: string): void {
  if (!A_NUMBER.test(text))
    throw new ShopkeeperError(`"${text}" is not a number.`, 'For example: 500k, 1.2 million or 40,000');
}
