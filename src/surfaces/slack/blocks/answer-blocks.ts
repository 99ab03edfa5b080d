import type { KnownBlock } from '@slack/types';
import { type Answer, rowsToShow } from '../../../core/answer/answer.js';
import type { FollowUp } from '../../../core/answer/follow-up.js';
import { formatFor } from '../../../core/answer/format.js';
import { noteText } from '../../../core/answer/notes.js';
import { scopeText } from '../../../core/answer/scope.js';
import { cut, cutLines, LIMITS } from './limits.js';
import {
  code,
  context,
  escaped,
  joined,
  type Message,
  Mrkdwn,
  mrkdwn,
  section,
  userReference,
} from './mrkdwn.js';
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

const BUTTONS = 4;
const PLAIN_ROWS = 10;

/** An answer as a Slack message, within all limits. */
export function answerMessage(answer: Answer, around: Around = {}): Message {
  const table = answer.rows.length > 0 ? tableBlock(answer) : undefined;
  const small = [
    scopeText(answer.scope),
    ...answer.notes.map(noteText),
    table?.remark ?? '',
    around.remark ?? '',
  ].filter(text => text !== '');
  const blocks: (KnownBlock | undefined)[] = [
    around.askedBy ? context(askedLine(around.askedBy, answer.question)) : undefined,
    { type: 'header', text: { type: 'plain_text', text: cut(answer.title, LIMITS.header), emoji: false } },
    section(escaped(answer.headline)),
    ...(around.chartFiles ?? []).map(
      ({ id, alt }): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: cut(alt, LIMITS.alt) }),
    ),
    bullets(mrkdwn``, answer.observations),
    table?.block,
    bullets(mrkdwn`*What to do*\n`, answer.actions),
    small.length > 0 ? context(joined(small.map(escaped), '  ·  ')) : undefined,
    buttons(answer.followUps),
  ];
  return {
    text: cut(mrkdwn`${answer.title}: ${answer.headline}`.source, LIMITS.text),
    blocks: blocks.filter(b => b !== undefined).slice(0, LIMITS.blocks),
  };
}

const askedLine = (user: string, question: string): Mrkdwn =>
  mrkdwn`${userReference(user)} asked ${code(cut(`/${question}`, 200))}`;

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
  const below = [answer.headline, ...rows, ...answer.observations, ...answer.notes.map(noteText), remark]
    .filter(line => line !== '')
    .map(escaped);
  return cutLines(
    [mrkdwn`*${answer.title}*`, ...below].map(line => line.source),
    LIMITS.text,
  );
}

/** Buttons that ask a question each. */
export function buttons(followUps: readonly FollowUp[]): KnownBlock | undefined {
  const fit = followUps.filter(({ text }) => text.length <= LIMITS.buttonValue).slice(0, BUTTONS);
  if (fit.length === 0) return undefined;
  return {
    type: 'actions',
    elements: fit.map(({ label, text }, i) => ({
      type: 'button',
      action_id: `ask_${i}`,
      text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: false },
      value: text,
    })),
  };
}

function bullets(heading: Mrkdwn, items: readonly string[]): KnownBlock | undefined {
  if (items.length === 0) return undefined;
  const lines = items.map(item => mrkdwn`• ${item}`.source);
  const all = cutLines(lines, LIMITS.section - heading.source.length);
  return section(mrkdwn`${heading}${Mrkdwn.ofEscaped(all)}`);
}
