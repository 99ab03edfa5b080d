import type { KnownBlock } from '@slack/types';
import { type Answer, rowsToShow, type Startable } from '../../../core/answer/answer.js';
import type { FollowUp } from '../../../core/answer/follow-up.js';
import { formatFor, plural } from '../../../core/answer/format.js';
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

/** What a message shows in addition to its answer. */
export interface MessageEnvelope {
  /** The uploaded charts, with alternative texts. */
  readonly chartFiles?: readonly { readonly id: string; readonly alt: string }[];
  /** A remark in small print at the end, for example why a chart is missing. */
  readonly remark?: string;
  /** The asker's Slack user id. The channel does not show who typed a slash command. */
  readonly askedBy?: string;
  /** The question in the asker's own words; its canonical text unless given. */
  readonly asked?: Mrkdwn;
}

const BUTTONS = 4;
const PLAIN_ROWS = 10;

/** An answer as a Slack message within Slack's limits. */
export function answerMessage(answer: Answer, envelope: MessageEnvelope = {}): Message {
  const table = answer.rows.length > 0 ? tableBlock(answer) : undefined;
  const small = [
    scopeText(answer.scope),
    ...answer.notes.map(noteText),
    table?.remark ?? '',
    envelope.remark ?? '',
  ].filter(text => text !== '');
  const canonical = code(cut(`/${answer.question}`, 200));
  const isReworded = envelope.askedBy && envelope.asked && envelope.asked.source !== canonical.source;
  const details = [...small.map(escaped), ...(isReworded ? [mrkdwn`Read as ${canonical}`] : [])];
  const blocks: (KnownBlock | undefined)[] = [
    envelope.askedBy
      ? context(mrkdwn`${userReference(envelope.askedBy)} asked ${envelope.asked ?? canonical}`)
      : undefined,
    { type: 'header', text: { type: 'plain_text', text: cut(answer.title, LIMITS.header), emoji: false } },
    section(escaped(answer.headline)),
    ...(envelope.chartFiles ?? []).map(
      ({ id, alt }): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: cut(alt, LIMITS.alt) }),
    ),
    bullets(mrkdwn``, answer.observations),
    table?.block,
    bullets(mrkdwn`*What to do*\n`, answer.actions),
    details.length > 0 ? context(joined(details, '  ·  ')) : undefined,
    startButtons(answer.startable ?? []),
    buttons(answer.followUps),
  ];
  return {
    text: cut(mrkdwn`${answer.title}: ${answer.headline}`.source, LIMITS.text),
    blocks: blocks.filter(b => b !== undefined).slice(0, LIMITS.blocks),
  };
}

/** The last fallback step: an answer as plain text, for when Slack rejects all blocks. */
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
  const lines = [answer.headline, ...rows, ...answer.observations, ...answer.notes.map(noteText), remark]
    .filter(line => line !== '')
    .map(escaped);
  return cutLines(
    [mrkdwn`*${answer.title}*`, ...lines].map(line => line.source),
    LIMITS.text,
  );
}

/** One button for each follow-up question. */
export function buttons(followUps: readonly FollowUp[]): KnownBlock | undefined {
  const fitting = followUps.filter(({ text }) => text.length <= LIMITS.buttonValue).slice(0, BUTTONS);
  if (fitting.length === 0) return undefined;
  return {
    type: 'actions',
    elements: fitting.map(({ label, text }, i) => ({
      type: 'button',
      action_id: `ask_${i}`,
      text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: false },
      value: text,
    })),
  };
}

/** One button for each action that can be started, which asks before it starts it. */
function startButtons(startable: readonly Startable[]): KnownBlock | undefined {
  const fitting = startable.filter(({ text }) => text.length <= LIMITS.buttonValue).slice(0, BUTTONS);
  if (fitting.length === 0) return undefined;
  const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: cut(text, most) });
  return {
    type: 'actions',
    elements: fitting.map(({ label, text, customers }, i) => ({
      type: 'button',
      action_id: `start_${i}`,
      text: { ...plain(`Do this: ${label}`, LIMITS.buttonText), emoji: false },
      value: text,
      confirm: {
        title: plain(label, LIMITS.confirmTitle),
        text: plain(
          `${plural(customers, 'customer')} are recorded for 30 days. A tenth of them, drawn at random, is ` +
            'left alone, so that the result can be seen.',
          LIMITS.confirmText,
        ),
        confirm: plain('Do this', LIMITS.confirmButton),
        deny: plain('Cancel', LIMITS.confirmButton),
      },
    })),
  };
}

function bullets(heading: Mrkdwn, items: readonly string[]): KnownBlock | undefined {
  if (items.length === 0) return undefined;
  const lines = items.map(item => mrkdwn`• ${item}`.source);
  const all = cutLines(lines, LIMITS.section - heading.source.length);
  return section(mrkdwn`${heading}${Mrkdwn.ofEscaped(all)}`);
}
