import type { ActionsBlock, KnownBlock } from '@slack/types';
import { type Answer, rowsToShow, type Startable, USUAL_TEST } from '../../../core/answer/answer.js';
import type { FollowUp } from '../../../core/answer/follow-up.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { noteText } from '../../../core/answer/notes.js';
import { scopeText } from '../../../core/answer/scope.js';
import { computedBlock, shownNotes } from './computed.js';
import { customerCards } from './customer-cards.js';
import { feedbackBlock } from './feedback.js';
import { cut, cutLines, LIMITS } from './limits.js';
import {
  code,
  context,
  escaped,
  literalContext,
  literalSection,
  type Message,
  type Mrkdwn,
  mrkdwn,
  section,
  userReference,
} from './mrkdwn.js';
import { scopeButton } from './scope-button.js';
import { dataTableBlock, tableBlock } from './table.js';

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

/**
 * The blocks that a message may have: all; all but cards, which are the newest; or only those that every
 * client of Slack has known for long. Slack rejects a message with a block that it does not take where the
 * message goes.
 */
export type BlockForm = 'full' | 'without cards' | 'simple';

const BUTTONS = 4;
const PLAIN_ROWS = 10;

/** An answer as a Slack message within Slack's limits. */
export function answerMessage(
  answer: Answer,
  envelope: MessageEnvelope = {},
  form: BlockForm = 'full',
): Message {
  const isFull = form !== 'simple';
  const table = isFull ? (dataTableBlock(answer) ?? tableBlock(answer)) : tableBlock(answer);
  const computed = isFull ? computedBlock(answer) : undefined;
  const blocks: (KnownBlock | undefined)[] = [
    askedBlock(answer, envelope),
    { type: 'header', text: { type: 'plain_text', text: cut(answer.title, LIMITS.header), emoji: false } },
    literalSection(answer.headline),
    ...(envelope.chartFiles ?? []).map(
      ({ id, alt }): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: cut(alt, LIMITS.alt) }),
    ),
    bullets(answer.observations),
    table?.block,
    form === 'full' ? customerCards(answer) : undefined,
    answer.actions.length > 0 ? section(mrkdwn`*What to do*`) : undefined,
    bullets(answer.actions),
    startButtons(answer.startable ?? []),
    ...smallPrint(answer, envelope, { remark: table?.remark, hasComputed: computed !== undefined }),
    computed,
    withScopeButton(buttons(answer.followUps), answer),
    computed && feedbackBlock(answer.question),
  ];
  return {
    text: cut(mrkdwn`${answer.title}: ${answer.headline}`.source, LIMITS.text),
    blocks: blocks.filter(b => b !== undefined).slice(0, LIMITS.blocks),
  };
}

const canonicalOf = ({ question }: Answer): Mrkdwn => code(cut(`/${question}`, 200));

function askedBlock(answer: Answer, { askedBy, asked }: MessageEnvelope): KnownBlock | undefined {
  if (!askedBy) return undefined;
  return context(mrkdwn`${userReference(askedBy)} asked ${asked ?? canonicalOf(answer)}`);
}

/** What the figures cover and what limits them, in small print. */
function smallPrint(
  answer: Answer,
  { askedBy, asked, remark: sent }: MessageEnvelope,
  { remark: left, hasComputed }: { readonly remark: string | undefined; readonly hasComputed: boolean },
): KnownBlock[] {
  const notes = hasComputed ? shownNotes(answer) : answer.notes.map(noteText);
  const lines = [scopeText(answer.scope), ...notes, left ?? '', sent ?? ''].filter(text => text !== '');
  const canonical = canonicalOf(answer);
  const isReworded = askedBy && asked && asked.source !== canonical.source;
  return [
    ...(lines.length > 0 ? [literalContext(lines.join('  ·  '))] : []),
    ...(isReworded ? [context(mrkdwn`Read as ${canonical}`)] : []),
  ];
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

/** The row of follow-ups with the button that changes period and filters, if the question takes them. */
function withScopeButton(row: ActionsBlock | undefined, answer: Answer): KnownBlock | undefined {
  const button = scopeButton(answer);
  return button ? { type: 'actions', elements: [...(row?.elements ?? []), button] } : row;
}

/** One button for each follow-up question. @param from the number of the first, if others come before */
export function buttons(followUps: readonly FollowUp[], from = 0): ActionsBlock | undefined {
  const fitting = followUps.filter(({ text }) => text.length <= LIMITS.buttonValue).slice(0, BUTTONS);
  if (fitting.length === 0) return undefined;
  return {
    type: 'actions',
    elements: fitting.map(({ label, text }, i) => ({
      type: 'button',
      action_id: `ask_${from + i}`,
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
          `${plural(customers, 'customer')} are recorded for ${USUAL_TEST.days} days. ` +
            `${USUAL_TEST.percent} % of them, drawn at random, are left alone, so that the result can ` +
            'be seen.',
          LIMITS.confirmText,
        ),
        confirm: plain('Do this', LIMITS.confirmButton),
        deny: plain('Cancel', LIMITS.confirmButton),
      },
    })),
  };
}

function bullets(items: readonly string[]): KnownBlock | undefined {
  if (items.length === 0) return undefined;
  return literalSection(
    cutLines(
      items.map(item => `• ${item}`),
      LIMITS.section,
    ),
  );
}
