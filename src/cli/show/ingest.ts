import Table from 'cli-table3';
import pc from 'picocolors';
import { formatFor, plural } from '../../answer/format.js';
import { showRange } from '../../calendar/grain.js';
import type { IngestResult } from '../../ingest/ingest.js';

/** What came of a file, as text for a terminal. */
export function ingestText(result: IngestResult, currency: string): string {
  const format = formatFor(currency);
  const money = format.amount(result.revenue);
  const days = showRange({ from: result.firstDay, to: result.lastDay });
  if (!result.loaded) {
    return `${result.file} was loaded before (${result.loadedAt.slice(0, 10)}: ${plural(result.lines, 'line')}, ${money}). Nothing changed.`;
  }
  const table = new Table({
    head: ['Column', 'Understood as', 'Sure', 'Because'],
    style: { head: [], border: pc.isColorSupported ? ['grey'] : [], compact: true },
  });
  for (const r of result.mapping?.recognised ?? [])
    table.push([r.header, r.role, `${Math.round(r.confidence * 100)}%`, r.reason]);
  const refused = result.refused.length;
  return [
    `${pc.bold(result.file)}: ${result.reading}`,
    table.toString(),
    `Sales can be broken down by: ${result.mapping?.dimensions.map(d => d.label.toLowerCase()).join(', ') || 'customer only'}`,
    ...(result.mapping?.assumptions ?? []).map(a => pc.yellow(a)),
    '',
    `Loaded ${pc.bold(plural(result.lines, 'line'))}: ${plural(result.orders, 'order')} of ${plural(result.customers, 'customer')}, ${money}, ${days}.`,
    ...(result.ordersReplaced > 0
      ? [`${plural(result.ordersReplaced, 'order')} of earlier files replaced.`]
      : []),
    ...(result.ordersContinued > 0
      ? ['The first order goes on from the file before: its lines were added.']
      : []),
    refused === 0
      ? 'Refused 0 rows.'
      : pc.yellow(
          `Refused ${plural(refused, 'row')}; ${result.refusalReport ? `the reasons are in ${result.refusalReport}` : 'a report could not be written beside the file'}`,
        ),
    ...result.refused
      .slice(0, 3)
      .map(r => `  row ${r.row}${r.column ? `, ${r.column}` : ''}: "${r.value}" ${r.reason}`),
  ].join('\n');
}
