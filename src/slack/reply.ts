import type { Answer } from '../answer/answer.js';
import { NotUnderstood, ShopkeeperError } from '../errors.js';
import { buttons, type Message, section } from './blocks/answer-blocks.js';
import { escapeMrkdwn } from './blocks/escape.js';
import { cut, LIMITS } from './blocks/limits.js';
import type { SlackContext } from './context.js';
import { deliver, type Place } from './deliver.js';
import { surelyRejected } from './failure.js';

/** Where an answer goes, and where what concerns only the asker goes. */
export interface Asking {
  readonly text: string;
  readonly user?: string;
  /** Tried in turn for the answer. */
  readonly places: readonly Place[];
  /** Seen by the asker alone: help, what was not understood, what went wrong. */
  readonly aside: Place;
}

/** Answers a text wherever it was asked. Never throws: what goes wrong is said to the asker and logged. */
export async function reply({ text, user, places, aside }: Asking, context: SlackContext): Promise<void> {
  const { ask, log } = context;
  try {
    const answer = await ask(text);
    if (isHelp(answer)) await deliver(answer, [aside], context);
    else await deliver(answer, places, context, user);
  } catch (error) {
    await aside
      .post(problemMessage(isUnsure(error) ? NOT_CONFIRMED : error))
      .catch(failure => log.error({ err: failure }, 'the asker could not be told'));
    if (error instanceof NotUnderstood) log.info({ text: cut(text, 200) }, 'not understood');
    else log.error({ err: error, text: cut(text, 200) }, 'question failed');
  }
}

/** Slack may or may not have posted the answer; the asker is told, and nothing is sent again. */
const NOT_CONFIRMED = new ShopkeeperError(
  'Slack did not confirm the answer; it may still appear.',
  'If it does not, ask again.',
);
const isUnsure = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  String(error.code).startsWith('slack_webapi') &&
  !surelyRejected(error);

const isHelp = (answer: Answer): boolean => answer.question.endsWith(' help');

/** What the asker is told when there is no answer. */
export function problemMessage(error: unknown): Message {
  if (error instanceof NotUnderstood) {
    const text = escapeMrkdwn(error.message);
    const offer = buttons([...error.suggestions.slice(0, 3), 'sales help', 'segment help'].slice(0, 4));
    return {
      text,
      blocks: [
        section(
          cut(`${text}${error.suggestions.length > 0 ? '\nDid you mean one of these?' : ''}`, LIMITS.section),
        ),
        ...(offer ? [offer] : []),
      ],
    };
  }
  const said =
    error instanceof ShopkeeperError
      ? [error.message, error.hint ?? '']
      : [
          'This could not be answered: the store or a part of Shopkeeper failed.',
          'It is in the log; `shopkeeper doctor` tells more.',
        ];
  const text = escapeMrkdwn(said.filter(s => s !== '').join('\n'));
  return { text, blocks: [section(cut(`:warning: ${text}`, LIMITS.section))] };
}
