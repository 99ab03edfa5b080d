import type { Button } from '@slack/types';
import type { Answer } from '../../../core/answer/answer.js';

/** In characters: the form keeps the question, within the limits of its state. */
const LONGEST = 1_000;

export const SCOPE_ACTION = 'form_scope';

/** The button that asks the same of another period or with other filters; undefined if it takes neither. */
export const scopeButton = ({ question, takesScope }: Answer): Button | undefined =>
  takesScope && question.length <= LONGEST
    ? {
        type: 'button',
        action_id: SCOPE_ACTION,
        text: { type: 'plain_text', text: 'Period and filters …', emoji: false },
        value: question,
      }
    : undefined;
