import type { KnownBlock } from '@slack/types';
import { type Answer, rowsToShow } from '../../answer/answer.js';
import { formatFor } from '../../answer/format.js';
import { escapeMrkdwn } from './escape.js';
import { cut, cutLines, LIMITS } from './limits.js';
import { tableBlock } from './table.js';

/** What is shown around an answer. */
export interface Around {
  /** The uploaded charts, with their figures in words. */
  readonly chartFiles?: readonly { readonly id: string; readonly alt: string }[];
  /** Said at the end, in small: why there is no chart. */
  readonly remark?: string;
  /** Who asked, a Slack user id; a slash command leaves no trace in the channel by itself. */
  readonly askedBy?: string;
}

/** A message: blocks, and the text that notifications and old clients show. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const BUTTONS = 4;
const PLAIN_ROWS = 10;

/** An answer as a Slack message, within all limits. */
export function answerMessage(answer: Answer, around: Around = {}): Message {
  const table = answer.rows.length > 0 ? tableBlock(answer) : undefined;
  const small = [answer.scope, ...answer.notes, table?.remark, around.remark]
    .filter(t => t !== undefined && t !== '')
    .map(t => escapeMrkdwn(t as string));
  const blocks: (KnownBlock | undefined)[] = [
    around.askedBy
      ? context(
          `<@${around.askedBy}> asked \`/${escapeMrkdwn(cut(answer.question, 200)).replaceAll('`', "'")}\``,
        )
      : undefined,
    { type: 'header', text: { type: 'plain_text', text: cut(answer.title, LIMITS.header), emoji: false } },
    section(cut(escapeMrkdwn(answer.headline), LIMITS.section)),
    ...(around.chartFiles ?? []).map(
      ({ id, alt }): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: cut(alt, LIMITS.alt) }),
    ),
    bullets('', answer.observations),
    table?.block,
    bullets('*What to do*\n', answer.actions),
    small.length > 0 ? context(cut(small.join('  ·  '), LIMITS.section)) : undefined,
    buttons(answer.followUps),
  ];
  return {
    text: cut(`${escapeMrkdwn(answer.title)}: ${escapeMrkdwn(answer.headline)}`, LIMITS.text),
    blocks: blocks.filter(b => b !== undefined).slice(0, LIMITS.blocks),
  };
}

/** The last rung: an answer in words alone, for when every block was rejected. */
export function plainAnswer(answer: Answer, remark = ''): string {
  const format = formatFor(answer.currency);
  const [first, ...others] = answer.columns.filter(c => !c.secondary);
  const rows = rowsToShow(answer, PLAIN_ROWS).map(
    row =>
      `• ${first ? format.cell(row, first) : ''}: ${others
        .slice(0, 3)
        .map(c => format.cell(row, c))
        .join(', ')}`,
  );
  const all = [
    `*${answer.title}*`,
    answer.headline,
    ...rows,
    ...answer.observations,
    ...answer.notes,
    remark,
  ].filter(line => line !== '');
  return cutLines(all.map(escapeMrkdwn), LIMITS.text);
}

/** Buttons that ask a question each. */
export function buttons(questions: readonly string[]): KnownBlock | undefined {
  const fit = questions.filter(q => q.length <= LIMITS.buttonValue).slice(0, BUTTONS);
  if (fit.length === 0) return undefined;
  return {
    type: 'actions',
    elements: fit.map((question, i) => ({
      type: 'button',
      action_id: `ask_${i}`,
      text: { type: 'plain_text', text: cut(question, LIMITS.buttonText), emoji: false },
      value: question,
    })),
  };
}

export const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  expand: true,
});
export const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text }],
});

function bullets(heading: string, items: readonly string[]): KnownBlock | undefined {
  if (items.length === 0) return undefined;
  return section(
    heading +
      cutLines(
        items.map(item => `• ${escapeMrkdwn(item)}`),
        LIMITS.section - heading.length,
      ),
  );
}
