import type { ContainerBlock, SectionBlock } from '@slack/types';
import type { Answer } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { type Note, noteText } from '../../../core/answer/notes.js';
import { type ScopePart, scopeText } from '../../../core/answer/scope.js';
import { cut } from './limits.js';
import { code, joined, literalSection, type Mrkdwn, mrkdwn, section } from './mrkdwn.js';

/** Notes that every reader of the figures must see; all others say how they were counted. */
const ALWAYS_SHOWN: ReadonlySet<Note['kind']> = new Set([
  'stale',
  'periodIncomplete',
  'periodAfterData',
  'firstPeriodCut',
  'lastPeriodCut',
  'periodBeforeCut',
  'dataCovers',
  'tooFewOrders',
  'notShown',
  'readAs',
  'remark',
]);

/** The notes that stand below the answer itself. */
export const shownNotes = ({ notes }: Answer): string[] =>
  notes.filter(note => ALWAYS_SHOWN.has(note.kind)).map(noteText);

/**
 * How an answer was computed, folded: what its figures are, the period, the filters, what was left out, how
 * many lines were counted, and of which data. Undefined if the answer was not computed from the data, as help
 * is not.
 */
export function computedBlock(answer: Answer): ContainerBlock | undefined {
  const { basis, dataThrough, question } = answer;
  if (!basis || dataThrough === null) return undefined;
  const parts: readonly (SectionBlock | undefined)[] = [
    listOf(
      'What it is',
      basis.figures.length > 0
        ? basis.figures.map(({ label, formula }) => `${label}: ${formula}`)
        : [basis.about ?? ''].filter(about => about !== ''),
    ),
    listOf('What it covers', coveredLines(answer)),
    listOf(
      'What was counted and left out',
      answer.notes.filter(note => !ALWAYS_SHOWN.has(note.kind)).map(noteText),
    ),
    section(joined([...dataLines(answer), mrkdwn`To ask it again: ${code(cut(`/${question}`, 500))}`], '\n')),
  ];
  return {
    type: 'container',
    title: { type: 'plain_text', text: 'How this was computed', emoji: false },
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: parts.filter(part => part !== undefined),
  };
}

/** A heading with lines; undefined without lines. Names in them are shown as they are. */
const listOf = (heading: string, lines: readonly string[]): SectionBlock | undefined =>
  lines.length === 0
    ? undefined
    : literalSection([`${heading}:`, ...lines.map(line => `• ${line}`)].join('\n'));

function coveredLines({ scope }: Answer): string[] {
  const isFilter = (part: ScopePart) => part.kind === 'filter';
  const period = scopeText(scope.filter(part => !isFilter(part)));
  const filters = scope.filter(isFilter).map(part => scopeText([part]));
  return [
    ...(period === '' ? [] : [period]),
    filters.length === 0 ? 'No filters.' : `Only lines whose ${filters.join(', and whose ')}.`,
  ];
}

function dataLines({ basis, dataThrough }: Answer): Mrkdwn[] {
  if (!basis) return [];
  const lines = basis.lines === undefined ? [] : [mrkdwn`Counted: ${plural(basis.lines, 'order line')}.`];
  return [...lines, mrkdwn`Data through ${dataThrough ?? ''}, version ${basis.dataVersion} of the store.`];
}
