import type { ContextActionsBlock } from '@slack/types';
import { LIMITS } from './limits.js';

export const FEEDBACK_ACTION = 'feedback';

/** What people think of an answer. */
export interface Vote {
  /** The question that was answered, as it can be asked again. */
  readonly question: string;
  readonly isHelpful: boolean;
}

/** Buttons that say whether an answer helped; undefined if its question is too long for a button. */
export function feedbackBlock(question: string): ContextActionsBlock | undefined {
  if (question.length + 2 > LIMITS.buttonValue) return undefined;
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK_ACTION,
        positive_button: {
          text: { type: 'plain_text', text: 'Helpful', emoji: false },
          accessibility_label: 'This answer helped me',
          value: `+ ${question}`,
        },
        negative_button: {
          text: { type: 'plain_text', text: 'Not helpful', emoji: false },
          accessibility_label: 'This answer is wrong, or not what I asked',
          value: `- ${question}`,
        },
      },
    ],
  };
}

/** The vote in a button's value; undefined for any other value. */
export function voteIn(value: string): Vote | undefined {
  const [, sign, question] = /^([+-]) (.+)$/s.exec(value) ?? [];
  return sign === undefined || question === undefined ? undefined : { question, isHelpful: sign === '+' };
}
