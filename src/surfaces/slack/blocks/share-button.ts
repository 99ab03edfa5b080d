import type { ActionsBlock } from '@slack/types';
import { z } from 'zod';
import { plural } from '../../../core/answer/format.js';
import { LIMITS } from './limits.js';

export const SHARE_ACTION = 'share_here';

const sharedSchema = z.object({
  /** The canonical text of the question. */
  question: z.string(),
  /** The thread that it was asked in, if any. */
  thread: z.string().optional(),
});
/** What a button to share an answer stands for. */
export type Shared = z.infer<typeof sharedSchema>;

/** What a button stands for. @throws ZodError, SyntaxError if it is another's */
export const sharedIn = (value: string): Shared => sharedSchema.parse(JSON.parse(value));

/**
 * The button that shows an answer to everybody where it was asked; it asks before it does.
 * @param rows how many customers or orders the answer has
 * @returns undefined if the question is too long for a button
 */
export function shareButton(shared: Shared, rows: number): ActionsBlock | undefined {
  const value = JSON.stringify(shared);
  if (value.length > LIMITS.buttonValue) return undefined;
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: SHARE_ACTION,
        text: { ...plain('Share here'), emoji: false },
        value,
        confirm: {
          title: plain('Share it here?'),
          text: plain(
            `Everybody in this channel will see ${plural(rows, 'row')} about single customers or orders, ` +
              'without e-mail addresses.',
          ),
          confirm: plain('Share it'),
          deny: plain('Cancel'),
        },
      },
    ],
  };
}
