import type { KnownBlock } from '@slack/types';
import { NotPermitted } from '../../../access/permitted.js';
import type { Answer } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { scopeText } from '../../../core/answer/scope.js';
import { cellOf } from '../../../core/answer/table.js';
import { ShopkeeperError, StoreError } from '../../../core/errors.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { literalSection, mrkdwn, section } from '../blocks/mrkdwn.js';

/** Asks what a person may see; whatever they may not is refused. */
export type AskFor = (text: string) => Promise<Answer>;

/** The answer; undefined if this person may not see it, or the data has no such figure. */
async function perhaps(ask: AskFor, text: string): Promise<Answer | undefined> {
  try {
    return await ask(text);
  } catch (error) {
    if (error instanceof ShopkeeperError && !(error instanceof StoreError)) return undefined;
    throw error;
  }
}

const linesBlock = (heading: string, lines: readonly string[]): KnownBlock[] =>
  lines.length === 0 ? [] : [section(mrkdwn`*${heading}*`), literalSection(cutLines(lines, LIMITS.section))];

/** A headline after the days that it is of, unless it names them itself. */
function ofScope({ scope, headline }: Answer): string {
  const days = scopeText(scope);
  return headline.includes(days) ? `• ${headline}` : `• ${days}: ${headline}`;
}

/** The last day of the data, this week against the one before, and all that was sold. */
export async function salesBlocks(ask: AskFor): Promise<KnownBlock[]> {
  // Of an empty store it says how to load sales.
  const all = await ask('sales').catch(error => {
    if (error instanceof NotPermitted) return undefined;
    throw error;
  });
  // Not today, of which the data may have nothing yet: that is not a day on which nothing was sold.
  const day = all?.dataThrough ? await perhaps(ask, `sales ${all.dataThrough}`) : undefined;
  const week = await perhaps(ask, 'sales this week vs last week');
  return linesBlock('Sales', [
    ...(day ? [ofScope(day)] : []),
    ...(week ? [`• This week: ${week.headline}`] : []),
    ...(all ? [ofScope(all)] : []),
  ]);
}

/** How many customers each segment has, and how many more or fewer than before. */
export async function segmentBlocks(ask: AskFor): Promise<KnownBlock[]> {
  const segments = await perhaps(ask, 'segment');
  if (!segments) return [];
  const shifts = await perhaps(ask, 'segment shifts');
  const format = formatFor(segments.currency);
  const change = shifts ? changesIn(shifts) : new Map<string, number>();
  const lines = segments.rows.map(row => {
    const name = String(cellOf(row, 'segment'));
    const customers = plural(Number(cellOf(row, 'customers')), 'customer');
    const share = Number(cellOf(row, 'revenueShare') ?? 0);
    const net = change.get(name) ?? 0;
    const moved = net === 0 ? '' : ` (${format.figure(net, 'delta')})`;
    return `• ${name}: ${customers}${moved}, ${format.share(share)} of revenue`;
  });
  return linesBlock('Customer segments', [...lines, ...(shifts ? [shifts.headline] : [])]);
}

/** How many customers each segment has won, less those that left it. */
function changesIn({ rows }: Answer): Map<string, number> {
  const net = new Map<string, number>();
  for (const row of rows) {
    const customers = Number(cellOf(row, 'customers') ?? 0);
    const [from, to] = [String(cellOf(row, 'from')), String(cellOf(row, 'to'))];
    net.set(from, (net.get(from) ?? 0) - customers);
    net.set(to, (net.get(to) ?? 0) + customers);
  }
  return net;
}

/** What is out of line, and how far the goals are. */
export async function attentionBlocks(ask: AskFor): Promise<KnownBlock[]> {
  const odd = await perhaps(ask, 'sales anomalies');
  const goals = await perhaps(ask, 'sales goals');
  const reached = goals && goals.rows.length > 0 ? [goals.headline, ...goals.observations] : [];
  return [
    ...linesBlock('Out of line', odd ? [`• ${odd.headline}`] : []),
    ...linesBlock(
      'Goals',
      reached.map(line => `• ${line}`),
    ),
  ];
}
