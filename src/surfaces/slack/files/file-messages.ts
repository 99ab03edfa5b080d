import type { ActionsBlock, Button, ContainerBlock, KnownBlock } from '@slack/types';
import { plural } from '../../../core/answer/format.js';
import { kebab } from '../../../core/text/words.js';
import type { IngestResult, Understanding } from '../../../ingest/load/result.js';
import { leftOutReason } from '../../../ingest/report/left-out.js';
import { questionLines } from '../../../ingest/report/question.js';
import { loadedBefore, loadedSentence, refusedRowText, resultLines } from '../../../ingest/report/result.js';
import type { Progress } from '../../../ingest/understand/ingest-settings.js';
import type { FileQuestion } from '../../../ingest/understand/questions/question.js';
import { cut, cutLines, LIMITS } from '../blocks/limits.js';
import { literalSection, type Message, mrkdwn } from '../blocks/mrkdwn.js';
import { choiceText, type FileChoice } from './choice.js';

export const ANSWER_ACTION = /^file_answer_\d+$/;
export const LOAD_ACTION = 'file_load';
export const DISMISS_ACTION = 'file_dismiss';
export const UNDO_ACTION = /^file_undo_\d+$/;

/** Refused rows that a message shows; the report has all. */
const REFUSED_SHOWN = 3;
/** Columns that a message lists. */
const COLUMNS_SHOWN = 25;

/** A message of words that may have names in them, and more blocks. */
const literalMessage = (text: string, ...more: readonly KnownBlock[]): Message => ({
  text: cut(mrkdwn`${text}`.source, LIMITS.text),
  blocks: [literalSection(text), ...more],
});

/** How a file would be read, with buttons to load it or not. */
export function readingMessage(files: readonly Understanding[], choice: FileChoice): Message {
  const value = choiceText(choice);
  const intro = files.map(({ file, reading, rows }) => `${file}: ${plural(rows, 'row')}, ${reading}`);
  const buttons: Button[] =
    value === undefined
      ? []
      : [
          { ...button(LOAD_ACTION, 'Load it', value), style: 'primary' },
          button(DISMISS_ACTION, 'Do not load it', value),
        ];
  const remembered = files.flatMap(f =>
    f.remembered.map(m => `Read as somebody answered for ${m.file} on ${m.answeredAt.slice(0, 10)}.`),
  );
  return literalMessage(
    cutLines([...intro, 'Nothing is loaded yet.', ...remembered], LIMITS.section),
    ...files.slice(0, 5).map(columnsBlock),
    ...(value === undefined ? [literalSection(TOO_LONG)] : []),
    ...actions(buttons),
  );
}

const TOO_LONG = 'There are too many answers for a button: load it with `shopkeeper ingest` and `--map`.';

/** What each column was read as, folded. */
function columnsBlock({ file, recognised, dimensions, leftOut, assumptions }: Understanding): ContainerBlock {
  const columns = recognised.map(
    ({ header, role, confidence, reason }) =>
      `• ${header}: ${kebab(role).replaceAll('-', ' ')} (${Math.round(confidence * 100)}% sure; ${reason})`,
  );
  const more = columns.length - COLUMNS_SHOWN;
  const sections = [
    [
      'Columns:',
      ...columns.slice(0, COLUMNS_SHOWN),
      ...(more > 0 ? [`• ${plural(more, 'more column')}`] : []),
    ],
    dimensions.length > 0 ? [`Sales can be broken down by: ${dimensions.join(', ')}.`] : [],
    leftOut.length > 0
      ? ['Not used:', ...leftOut.map(column => `• ${column.header} (${leftOutReason(column)})`)]
      : [],
    assumptions.length > 0 ? ['Assumed:', ...assumptions.map(text => `• ${text}`)] : [],
  ];
  return {
    type: 'container',
    title: { type: 'plain_text', text: cut(`How ${file} is read`, LIMITS.header), emoji: false },
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: sections
      .filter(lines => lines.length > 0)
      .map(lines => literalSection(cutLines(lines, LIMITS.section))),
  };
}

/** What a file leaves open, with a button for each answer. */
export function questionMessage(question: FileQuestion, choice: FileChoice): Message {
  const { question: asked, choices } = questionLines(question);
  const lines = choices.map((text, i) => `${i + 1}. ${text}`);
  const buttons = question.choices.flatMap(({ reading }, i) => {
    const pairs = reading.maps.map(({ column, field }) => `${question.header[column]}=${field}`);
    const value = choiceText({ ...choice, map: [...choice.map, ...pairs] });
    return value === undefined ? [] : [button(`file_answer_${i}`, String(i + 1), value)];
  });
  const dismiss = choiceText(choice);
  return literalMessage(
    cutLines([`${asked} Nothing in the file tells for certain:`, ...lines], LIMITS.section),
    ...(buttons.length < question.choices.length ? [literalSection(TOO_LONG)] : []),
    ...actions([
      ...buttons.slice(0, 20),
      ...(dismiss === undefined ? [] : [button(DISMISS_ACTION, 'Do not load it', dismiss)]),
    ]),
  );
}

/** What a file's message says while it is loaded. */
export function progressText({ phase, bytes, totalBytes, rows }: Progress): string {
  const share = totalBytes > 0 ? Math.min(99, Math.floor((bytes / totalBytes) * 100)) : 0;
  return phase === 'looking' ? `Reading the file: ${share}%` : `Loading: ${share}%, ${plural(rows, 'row')}`;
}

/** What was loaded, what was left out and why, with a button to take each file back. */
export function loadedMessage(results: readonly IngestResult[]): Message {
  const undo = results
    .filter(result => result.loaded)
    .slice(0, LIMITS.actions)
    .map(({ id, file }, i): Button => {
      const what = results.length === 1 ? 'Undo' : `Undo ${file}`;
      return {
        ...button(`file_undo_${i}`, what, String(id)),
        confirm: {
          title: { type: 'plain_text', text: 'Take it back?' },
          text: { type: 'plain_text', text: cut(`All that ${file} brought is removed from the shop.`, 300) },
          confirm: { type: 'plain_text', text: 'Undo' },
          deny: { type: 'plain_text', text: 'Keep it' },
        },
      };
    });
  return literalMessage(cutLines(results.flatMap(linesOf), LIMITS.section), ...actions(undo));
}

function linesOf(result: IngestResult): string[] {
  if (!result.loaded) return [loadedBefore(result)];
  const { size, rest } = loadedSentence(result);
  return [`Loaded ${result.file}: ${size}${rest}`, ...resultLines(result), ...refusedLines(result)];
}

function refusedLines({ refusedCount, refused, repaired }: IngestResult): string[] {
  const mended = repaired > 0 ? [`${plural(repaired, 'row')} could be read after a repair.`] : [];
  if (refusedCount === 0) return mended;
  const more = refusedCount - REFUSED_SHOWN;
  return [
    ...mended,
    `${plural(refusedCount, 'row')} could not be loaded:`,
    ...refused.slice(0, REFUSED_SHOWN).map(row => `• ${refusedRowText(row)}`),
    ...(more > 0 ? [`• ${more} more, in the file below`] : []),
  ];
}

/** A message without buttons. */
export const statusMessage = (text: string): Message => literalMessage(text);

const button = (actionId: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: false },
  value,
});

const actions = (elements: readonly Button[]): ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', elements: [...elements] }];
