import { formatFor } from '../core/answer/format.js';
import { NO_DAY, orderFacts } from '../store/scope/order-facts.js';
import type { LookUp } from '../store/scope/sums.js';
import type { Setting } from './setting.js';

/** Orders in up to five bands, whose round limits are near the fifths of all orders. */
export async function byOrderSize({ view }: Setting): Promise<LookUp> {
  const { total, day } = await orderFacts(view.store);
  const format = formatFor(view.currency);
  const sorted = total.filter((_, order) => day[order] !== NO_DAY).sort();
  const edges = [
    ...new Set([0.2, 0.4, 0.6, 0.8].map(p => roundNumber(sorted[Math.floor(p * sorted.length)] ?? 0))),
  ].filter(edge => edge > 0);
  const names = new Map<number, string>();
  for (let i = 0; i <= edges.length; i++) {
    const [from, to] = [edges[i - 1], edges[i]];
    const low = from === undefined ? '' : format.amountShort(from);
    const high = to === undefined ? '' : format.amountShort(to);
    names.set(
      i + 1,
      low === ''
        ? high === ''
          ? 'All orders'
          : `Under ${high}`
        : high === ''
          ? `${low} and more`
          : `${low} to ${high}`,
    );
  }
  const groups = new Int32Array(total.length);
  for (let order = 0; order < total.length; order++)
    if (day[order] !== NO_DAY)
      groups[order] = 1 + edges.filter(edge => (total[order] as number) >= edge).length;
  return { kind: 'lookUp', column: 'order', first: 0, groups, names };
}

/** 1, 2 or 5 times a power of ten. */
function roundNumber(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const [best = 1] = [1, 2, 5, 10].sort((a, b) => Math.abs(value / power - a) - Math.abs(value / power - b));
  return best * power;
}
