import pc from 'picocolors';
import { formatFor, plural } from '../../../core/answer/format.js';
import { showRange } from '../../../core/calendar/grain.js';
import { currencyWith } from '../../../core/money/currencies.js';
import type { IngestResult, Understanding, Understood } from '../../../ingest/load/result.js';
import { loadedBefore, loadedSentence, refusedRowText, resultLines } from '../../../ingest/report/result.js';
import type { Ingest } from '../../../store/tables/ingests.js';
import { explainText } from './explain.js';
import { leftOutLines } from './left-out.js';
import { answerText } from './mappings.js';
import { newTable } from './new-table.js';

/** How much is shown. */
export interface Shown {
  /** All columns that are not used, rather than the first few. */
  readonly columns?: boolean;
}

/** The result of loading a file, as text for a terminal. */
export function ingestText(result: IngestResult, shown: Shown = {}): string {
  if (!result.loaded) return loadedBefore(result);
  return [
    ...(result.understood ? understoodLines(result.file, result.understood, shown) : []),
    '',
    `Loaded ${loadedText(result)}`,
    ...resultLines(result),
    ...refusedLines(result),
    pc.dim(`This is ingest number ${result.id}. To undo it: shopkeeper ingest --undo ${result.id}`),
  ].join('\n');
}

/** What was loaded, its size in bold. */
function loadedText(result: IngestResult): string {
  const { size, rest } = loadedSentence(result);
  return `${pc.bold(size)}${rest}`;
}

function refusedLines({ refusedCount, refusalReport, refused }: IngestResult): string[] {
  if (refusedCount === 0)
    return [
      `Refused 0 rows.${refusalReport ? ` Rows that were left out or mended are in ${refusalReport}` : ''}`,
    ];
  const report = refusalReport
    ? `the reasons are in ${refusalReport}`
    : 'a report could not be written beside the file';
  return [
    pc.yellow(`Refused ${plural(refusedCount, 'row')}; ${report}`),
    ...refused.slice(0, 3).map(r => `  ${refusedRowText(r)}`),
  ];
}

/** A preview of how a file would be read, as text for a terminal. */
export function understandingText(understanding: Understanding, shown: Shown = {}): string {
  const { explained } = understanding;
  return [
    ...understoodLines(understanding.file, understanding, shown),
    ...(explained.length > 0 ? ['', explainText(explained, understanding.header)] : []),
    '',
    `${plural(understanding.rows, 'row')}; nothing was written. To change a column: --map "COLUMN=FIELD"`,
  ].join('\n');
}

function understoodLines(
  file: string,
  { reading, recognised, dimensions, assumptions, leftOut, remembered, answered }: Understood,
  { columns = false }: Shown,
): string[] {
  const table = newTable(['Column', 'Read as', 'Confidence', 'Reason']);
  for (const r of recognised) table.push([r.header, r.role, `${Math.round(r.confidence * 100)}%`, r.reason]);
  return [
    `${pc.bold(file)}: ${reading}`,
    table.toString(),
    ...(dimensions.length > 0
      ? [`Sales can be broken down by: ${shortList(dimensions.map(d => d.toLowerCase()))}`]
      : []),
    ...leftOutLines(leftOut, columns),
    ...assumptions.map(a => pc.yellow(a)),
    ...remembered.map(
      m =>
        `Read as you answered for ${m.file} on ${m.answeredAt.slice(0, 10)}: ${answerText(m)}. ` +
        `To be asked again: shopkeeper mappings remove ${m.id}`,
    ),
    ...answered.map(
      a =>
        `Your answer is remembered for files with these columns: ${answerText({ columns: a.maps })} ` +
        '(shopkeeper mappings).',
    ),
  ];
}

const SHOWN = 20;

const shortList = (items: readonly string[]): string =>
  items.length > SHOWN
    ? `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`
    : items.join(', ');

/** The loaded files, as a table for a terminal. */
export function ingestsText(ingests: readonly Ingest[]): string {
  if (ingests.length === 0) return 'No file was loaded yet.';
  const table = newTable([
    'Number',
    'File',
    'Loaded',
    'Lines',
    'Refused',
    'Revenue',
    'Days',
    'Replaced since',
  ]);
  for (const i of ingests) {
    const format = formatFor(currencyWith(i.currency, i.minorDigits));
    table.push([
      i.id,
      i.file,
      i.loadedAt.slice(0, 16).replace('T', ' '),
      i.kind === 'customers' ? plural(i.rows, 'customer') : format.count(i.lines),
      format.count(i.refused),
      format.amount(i.revenue),
      i.firstDay === 0 ? '' : showRange({ from: i.firstDay, to: i.lastDay }),
      i.overtaken === 0 ? '' : plural(i.overtaken, i.kind === 'customers' ? 'customer' : 'order'),
    ]);
  }
  return `${table.toString()}\nTo undo one: shopkeeper ingest --undo NUMBER`;
}
