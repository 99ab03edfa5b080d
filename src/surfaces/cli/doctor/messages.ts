import type { WebClient } from '@slack/web-api';
import { answerOf } from '../../../core/answer/answer.js';
import { answerMessage } from '../../slack/blocks/answer-blocks.js';
import { rejectsBlocks, shortReason } from '../../slack/failure.js';
import type { CheckResult } from './check.js';

/**
 * Has Slack check a message with every kind of block that answers have (`blocks.validate`); nothing is
 * posted. Never throws.
 */
export async function checkMessages(client: WebClient): Promise<CheckResult> {
  const { blocks } = answerMessage(EXAMPLE);
  try {
    await client.blocks.validate({ message: { blocks } });
    return { state: 'ok', message: 'Slack takes the blocks that answers are made of.' };
  } catch (error) {
    if (rejectsBlocks(error))
      return {
        state: 'problem',
        message: `Slack rejects the blocks that answers are made of: ${shortReason(error)}.`,
        fix: 'Answers arrive in a simpler form. Update Shopkeeper.',
        cause: error,
      };
    return {
      state: 'note',
      message: `Slack did not check the blocks that answers are made of: ${shortReason(error)}.`,
      cause: error,
    };
  }
}

/** Made up: it has cards, a table to sort, details that are folded, buttons and votes. */
const EXAMPLE = answerOf({
  question: 'sales top-customers',
  title: 'Top customers',
  headline: 'Ana leads with $12.00 of $15.00.',
  columns: [
    { key: 'customer', label: 'Customer', unit: 'text' },
    { key: 'revenue', label: 'Revenue', unit: 'money' },
  ],
  rows: [
    { customer: 'Ana', revenue: 12 },
    { customer: 'Ben', revenue: 3 },
  ],
  observations: ['Ana and Ben are all of it.'],
  notes: ['An example.'],
  followUps: ['sales trend'],
  takesScope: true,
  dataThrough: '2026-03-28',
  basis: {
    figures: [{ label: 'Revenue', formula: 'the sum of the amounts of all lines' }],
    lines: 2,
    dataVersion: 1,
  },
});
