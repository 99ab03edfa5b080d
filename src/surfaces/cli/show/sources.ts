import type { ListedSource } from '../../../app/sources.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { showMoment } from '../../../digest/subscriptions/when.js';
import type { MatchedPayment } from '../../../sources/payments.js';
import type { SourceCheck } from '../../../sources/source.js';
import type { SourceProblem } from '../../../store/tables/source-orders.js';
import { newTable } from './new-table.js';

/** The sources, as a table for a terminal. */
export function sourcesText(sources: readonly ListedSource[]): string {
  if (sources.length === 0)
    return 'There are no sources. Add one: shopkeeper sources add folder exports path=/data/exports';
  const table = newTable(['Name', 'Kind', 'Read', 'Complete through', 'Orders', 'State']);
  for (const s of sources)
    table.push([
      s.name,
      s.kind,
      s.schedule,
      s.freshThrough === null ? 'not read yet' : showMoment(new Date(s.freshThrough), s.zone),
      s.orders === 0 ? '' : s.orders,
      stateOf(s),
    ]);
  return table.toString();
}

function stateOf({ isPaused, problem, question, problems }: ListedSource): string {
  const states = [
    isPaused ? 'paused' : '',
    problem ?? '',
    question ?? '',
    problems > 0 ? `${plural(problems, 'order')} set aside (sources problems)` : '',
  ].filter(text => text !== '');
  return states.length === 0 ? 'ok' : states.join('\n');
}

/** What a check found, a line each. */
export const checkText = ({ findings }: SourceCheck): string => findings.join('\n');

/** Orders that could not be read, as a table for a terminal. */
export function problemsText(problems: readonly SourceProblem[]): string {
  if (problems.length === 0) return 'Every order could be read.';
  const table = newTable(['Source', 'Order', 'Why', 'Since']);
  for (const p of problems) table.push([p.source, p.key, p.reason, p.since.slice(0, 10)]);
  return table.toString();
}

/** Payments of which no order is certain, as a table for a terminal. */
export function paymentsText(payments: readonly MatchedPayment[] | undefined): string {
  if (payments === undefined) return 'Its payments are sales of their own: no shop is a source beside it.';
  const open = payments.filter(p => !p.isCertain);
  const likely = open.filter(p => p.order !== undefined).length;
  const summary =
    `${plural(payments.length, 'payment')}: ${payments.length - open.length} of an order by its number, ` +
    `${likely} likely of one (the same e-mail address, day and amount), ${open.length - likely} of none.`;
  if (open.length === 0) return summary;
  const table = newTable(['Payment', 'Day', 'Amount', 'E-mail', 'State', 'Likely order']);
  for (const p of open)
    table.push([p.key, isoOf(p.day), p.amount, p.email ?? '', p.status ?? '', p.order ?? '']);
  return `${summary}\n${table.toString()}`;
}
