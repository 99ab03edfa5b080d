import { NotUnderstood, ShopkeeperError } from '../../core/errors.js';
import { buttons } from './blocks/answer-blocks.js';
import { type Message, Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { isUnsure, shortReason, slackCode, slackRemedy } from './failure.js';

/** An error whose text refers to people or channels; `describeError` has it without. */
export class ProblemWithReferences extends ShopkeeperError {
  override readonly name = 'ProblemWithReferences';

  constructor(
    readonly text: Mrkdwn,
    readonly advice: Mrkdwn,
  ) {
    super(text.source, advice.source);
  }
}

/** What the asker is told when there is no answer. Of an error that is no ShopkeeperError only the log has the text. */
export function problemMessage(error: unknown): Message {
  if (error instanceof NotUnderstood) {
    const texts = [...error.suggestions.slice(0, 3), 'sales help', 'segment help'].slice(0, 4);
    // The texts themselves, as they show how to say it.
    const offer = buttons(texts.map(text => ({ label: text, text })));
    const question = error.suggestions.length > 0 ? '\nDid you mean one of these?' : '';
    return textMessage(mrkdwn`${error.message}${Mrkdwn.ofEscaped(question)}`, ...(offer ? [offer] : []));
  }
  return textMessage(mrkdwn`⚠️ ${problemText(error)}`);
}

function problemText(error: unknown): Mrkdwn {
  if (error instanceof ProblemWithReferences) return mrkdwn`${error.text}\n${error.advice}`;
  if (error instanceof ShopkeeperError)
    return error.hint ? mrkdwn`${error.message}\n${error.hint}` : mrkdwn`${error.message}`;
  // Nothing is sent again: the person decides.
  if (isUnsure(error))
    return mrkdwn`Slack did not confirm the answer, so I do not send it twice.\nIf you do not see it, please ask again.`;
  if (slackCode(error) !== undefined)
    return mrkdwn`Slack did not take the answer (${shortReason(error)}).\n${slackRemedy(error) ?? 'Please ask again in a minute.'}`;
  return mrkdwn`This could not be answered: the store or a part of Shopkeeper failed.\nThe details are in the log; \`shopkeeper doctor\` tells more.`;
}

/** For questions that are still waiting when the process stops. */
export const restarting = (): ShopkeeperError =>
  new ShopkeeperError('I am being restarted.', 'Please ask again in a minute.');
