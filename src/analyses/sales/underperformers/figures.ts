import type { PairBreakdown, PairSums } from '../../../measures/pairs.js';

/**
 * A product line that brings less in a region than its share of everything would have it. Money in minor
 * units.
 */
export interface Shortfall {
  readonly first: number;
  readonly second: number;
  readonly actual: number;
  /** The region's revenue times the line's share of all revenue. */
  readonly expected: number;
  readonly shortfall: number;
  readonly share: number;
  readonly usual: number;
}

/** Regions and lines below this share of all revenue say nothing. */
const WORTH_SAYING = 0.01;

/**
 * How far each pair is below what it would bring at the line's share of all revenue, the largest first;
 * negative if it is above.
 * @param breakdown lines by regions
 */
export function shortfalls({ total, firstSums, secondSums, pairs }: PairBreakdown): Shortfall[] {
  if (total.revenue <= 0) return [];
  const pairSums = new Map<string, PairSums>(pairs.map(p => [`${p.first}|${p.second}`, p]));
  const enough = (s: { id: number; revenue: number }) =>
    s.id !== 0 && s.revenue >= total.revenue * WORTH_SAYING;
  return firstSums
    .filter(enough)
    .flatMap(line =>
      secondSums.filter(enough).map((region): Shortfall => {
        const actual = pairSums.get(`${line.id}|${region.id}`)?.revenue ?? 0;
        const usual = line.revenue / total.revenue;
        const expected = region.revenue * usual;
        return {
          first: line.id,
          second: region.id,
          actual,
          expected,
          shortfall: expected - actual,
          share: actual / region.revenue,
          usual,
        };
      }),
    )
    .sort((a, b) => b.shortfall - a.shortfall);
}

/**
 * How much more a line would have to bring in a region to reach its usual share there, if all other lines
 * went on as they are. More than the shortfall: what the line adds makes the region's revenue larger as well.
 * Minor units.
 */
export const toUsualShare = ({ shortfall, usual }: Shortfall): number =>
  usual < 1 ? shortfall / (1 - usual) : 0;
