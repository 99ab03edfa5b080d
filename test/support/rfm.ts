import type { Method } from '../../src/segments/scoring/method.js';
import type { ScoringContext } from '../../src/segments/scoring/scores.js';
import type { CustomerPurchases } from '../../src/store/scope/customer-purchases.js';

/** One customer as tests describe them. Money in minor units. */
export interface Buyer {
  readonly key: string;
  readonly lastDay: number;
  readonly orders: number;
  readonly lines?: number;
  readonly days?: number;
  readonly revenue: number;
}

/** Buyers as the store gives them; their ids are their places from 1. */
export function figuresOf(buyers: readonly Buyer[]): CustomerPurchases {
  const column = (of: (b: Buyer) => number) => Int32Array.from(buyers, of);
  return {
    count: buyers.length,
    customer: Int32Array.from(buyers, (_, i) => i + 1),
    firstDay: column(b => b.lastDay),
    lastDay: column(b => b.lastDay),
    orders: column(b => b.orders),
    lines: column(b => b.lines ?? b.orders),
    days: column(b => b.days ?? b.orders),
    revenue: Float64Array.from(buyers, b => b.revenue),
    returnsOnly: 0,
    linesWithoutCustomer: 0,
    fromSummaries: 0,
  };
}

/** Dollars, and customers in the order of their keys by code units. */
export function contextOf(buyers: readonly Buyer[]): ScoringContext {
  const keys = buyers.map(b => b.key).sort();
  const placeOf = (key: string) => keys.indexOf(key);
  return {
    major: 100,
    keys: () => ({ rank: Int32Array.from(buyers, b => placeOf(b.key)), keys, placeOf }),
  };
}

/**
 * Scores computed directly from the definitions in docs/segments.md, one customer at a time, with nothing of
 * the product's code: what it is held against.
 */
export function plainScores(
  buyers: readonly Buyer[],
  asOf: number,
  method: Method,
): { key: string; r: number; f: number; m: number }[] {
  const frequency = (b: Buyer) =>
    method.frequency === 'orders' ? b.orders : (b[method.frequency] ?? b.orders);
  const monetary = (b: Buyer) => (method.monetary === 'total' ? b.revenue : b.revenue / b.orders);
  const r = plainGroups(buyers, b => asOf - b.lastDay, method.r, method.bins, 1, method.cuts.r, true);
  const f = plainGroups(buyers, frequency, method.f, method.bins, 1, method.cuts.f, false);
  const m = plainGroups(buyers, monetary, method.m, method.bins, 100, method.cuts.m, false);
  return buyers.map((b, i) => ({
    key: b.key,
    r: method.bins + 1 - (r[i] as number),
    f: f[i] as number,
    m: m[i] as number,
  }));
}

function plainGroups(
  buyers: readonly Buyer[],
  of: (b: Buyer) => number,
  scoring: string,
  bins: number,
  step: number,
  cutoffs: readonly number[] | undefined,
  isLowBest: boolean,
): number[] {
  const n = buyers.length;
  const sorted = buyers.map(of).sort((a, b) => a - b);
  const at = (p: number): number => {
    const h = (n - 1) * p;
    const low = sorted[Math.floor(h)] as number;
    return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] as number) - low);
  };
  const steps = Array.from({ length: bins - 1 }, (_, i) => i + 1);
  const placed = (isWorstFirst: boolean) =>
    [...buyers].sort((a, b) => (isWorstFirst ? of(b) - of(a) : of(a) - of(b)) || (a.key < b.key ? -1 : 1));
  return buyers.map(buyer => {
    const value = of(buyer);
    switch (scoring) {
      case 'quantile':
        return 1 + steps.filter(i => value > at(i / bins)).length;
      case 'quantile-half-open':
        return 1 + steps.filter(i => value >= at(i / bins) + step).length;
      case 'rank': {
        const rank = placed(false).indexOf(buyer) + 1;
        // (n - 1) i / bins as a fraction of whole numbers, so that a rank on a cut is on it.
        return 1 + steps.filter(i => (rank - 1) * bins > (n - 1) * i).length;
      }
      case 'ntile': {
        const rank = placed(isLowBest).indexOf(buyer);
        const large = n % bins;
        const size = Math.floor(n / bins);
        const group =
          rank < large * (size + 1)
            ? Math.floor(rank / (size + 1))
            : large + Math.floor((rank - large * (size + 1)) / size);
        return isLowBest ? bins - group : group + 1;
      }
      case 'ntile-best-first': {
        const rank = placed(!isLowBest).indexOf(buyer);
        const large = n % bins;
        const size = Math.floor(n / bins);
        const group =
          rank < large * (size + 1)
            ? Math.floor(rank / (size + 1))
            : large + Math.floor((rank - large * (size + 1)) / size);
        return isLowBest ? group + 1 : bins - group;
      }
      default:
        return 1 + (cutoffs ?? []).filter(cut => value > cut * step).length;
    }
  });
}
