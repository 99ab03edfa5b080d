import type { FollowUp } from '../../core/answer/follow-up.js';
import { NotUnderstood, ShopkeeperError } from '../../core/errors.js';
import { labelOfQuery } from '../../core/query/query-label.js';
import { buttons } from './blocks/answer-blocks.js';
import { joined, type Message, Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { isUnsure, shortReason, slackCode, slackRemedy } from './failure.js';

/** An error with a text that mentions people or channels. */
export class ProblemWithReferences extends ShopkeeperError {
  override readonly name = 'ProblemWithReferences';

  constructor(
    readonly text: Mrkdwn,
    readonly advice: Mrkdwn,
  ) {
    super(text.source, advice.source);
  }
}

const HELP: readonly FollowUp[] = [
  { label: 'Help with sales', text: 'sales help' },
  { label: 'Help with segments', text: 'segment help' },
];

/** The message to the asker if there is no answer. The text of an unexpected error is only in the log. */
export function problemMessage(error: unknown): Message {
  if (error instanceof NotUnderstood) {
    // Suggestions are labelled with their text, which shows how to ask; queries as people would say them.
    const suggestions = error.suggestions
      .slice(0, 3)
      .filter(text => !HELP.some(help => help.text === text))
      .map(text => ({ label: labelOfQuery(text), text }));
    const actions = buttons([...suggestions, ...HELP].slice(0, 4));
    const question = error.suggestions.length > 0 ? '\nDid you mean one of these?' : '';
    return textMessage(mrkdwn`${error.message}${Mrkdwn.ofEscaped(question)}`, ...(actions ? [actions] : []));
  }
  return textMessage(mrkdwn`⚠️ ${problemText(error)}`);
}

function problemText(error: unknown): Mrkdwn {
  if (error instanceof ProblemWithReferences) return mrkdwn`${error.text}\n${error.advice}`;
  if (error instanceof ShopkeeperError)
    return error.hint ? mrkdwn`${error.message}\n${error.hint}` : mrkdwn`${error.message}`;
  // Nothing is sent again, since the answer may have arrived.
  if (isUnsure(error))
    return mrkdwn`Slack did not confirm the answer.\nIf you do not see it, please ask again.`;
  if (slackCode(error) !== undefined) {
    const advice = slackRemedy(error) ?? ASK_AGAIN;
    return mrkdwn`Slack did not accept the answer (${shortReason(error)}).\n${advice}`;
  }
  return joined(
    [
      mrkdwn`I could not answer this: the store or a part of Shopkeeper failed.`,
      mrkdwn`The details are in the log; \`shopkeeper doctor\` helps to find the problem.`,
    ],
    '\n',
  );
}

const ASK_AGAIN = 'Please ask again in a minute.';

/** The error for questions that are still waiting when the process stops. */
export const restartingError = (): ShopkeeperError => new ShopkeeperError('I am being restarted.', ASK_AGAIN);
