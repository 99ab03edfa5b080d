import { expect } from 'vitest';
import type { Shop } from '../../src/answering/shop.js';
import type { Day } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { plainScores } from './rfm.js';

/** An order line of a sales file, as the file has it. */
export interface PlainLine {
  readonly order: string;
  readonly customer: string;
  readonly day: Day;
  readonly cents: number;
}

/** The five segments as docs/segments.md has them. */
function plainSegment({ r, f, m }: { r: number; f: number; m: number }): string {
  if (r >= 4 && f >= 4 && m >= 4) return 'VIP';
  if (r >= 3) return f >= 3 ? 'Loyal Customers' : 'Potential Loyalists';
  return f >= 3 ? 'At-Risk Customers' : 'Lost Customers';
}

/** Everybody's segment and what they had spent as of a day, worked out from the lines by the definitions. */
function plainSegments(lines: readonly PlainLine[], asOf: Day, shop: Shop) {
  const owns = new Map<string, PlainLine[]>();
  for (const line of lines.filter(l => l.day <= asOf))
    owns.set(line.customer, [...(owns.get(line.customer) ?? []), line]);
  const buyers = [...owns].map(([key, own]) => ({
    key,
    lastDay: Math.max(...own.map(l => l.day)),
    orders: new Set(own.map(l => l.order)).size,
    revenue: own.reduce((sum, l) => sum + l.cents, 0),
  }));
  const scores = plainScores(buyers, asOf, shop.segmenting.segmentation.method);
  return {
    spent: new Map(buyers.map(b => [b.key, b.revenue])),
    segment: new Map(scores.map(s => [s.key, plainSegment(s)])),
  };
}

const cents = (value: unknown): number => Math.round(Number(value) * 100);

/**
 * Holds a shop's digest of a Monday against what its lines give: the week's sales, the segments, who moved,
 * and the plan's customers.
 */
export async function expectDigestOf(shop: Shop, lines: readonly PlainLine[], monday: Day): Promise<void> {
  const { headline, thread } = await composeDigest(shop, monday);
  const [before, after] = [plainSegments(lines, monday - 8, shop), plainSegments(lines, monday - 1, shop)];
  const week = lines.filter(l => l.day >= monday - 7 && l.day < monday);
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  const orders = new Set(week.map(l => l.order)).size;
  if (week.length > 0)
    expect(headline.headline).toContain(
      `${money.format(week.reduce((sum, l) => sum + l.cents, 0) / 100)} from ${orders} order${orders === 1 ? '' : 's'}`,
    );
  const counts: Record<string, number> = {};
  const moves: Record<string, [customers: number, cents: number]> = {};
  const members: Record<string, [customer: string, cents: number][]> = {};
  for (const [key, to] of after.segment) {
    const spent = after.spent.get(key) as number;
    counts[to] = (counts[to] ?? 0) + 1;
    members[to] = [...(members[to] ?? []), [key, spent]];
    const from = before.segment.get(key) ?? 'New';
    if (from === to) continue;
    const [customers, sum] = moves[`${from} > ${to}`] ?? [0, 0];
    moves[`${from} > ${to}`] = [customers + 1, sum + spent];
  }
  expect(
    Object.fromEntries(
      headline.rows.filter(r => r.customers !== 0).map(r => [String(r.segment), r.customers]),
    ),
  ).toEqual(counts);
  const shifts = thread.find(part => part.title === 'Who moved');
  expect(
    Object.fromEntries(
      (shifts?.rows ?? []).map(r => [`${r.from} > ${r.to}`, [r.customers, cents(r.monetary)]]),
    ),
  ).toEqual(moves);
  const isBySegment = thread.some(part => part.title === 'The plan: At-Risk Customers');
  for (const segment of isBySegment ? ['At-Risk Customers', 'Lost Customers'] : []) {
    const list = thread.find(part => part.title === `The plan: ${segment}`);
    expect((list?.rows ?? []).map(r => [r.customer, cents(r.monetary)]).sort()).toEqual(
      (members[segment] ?? []).sort(),
    );
  }
  // By money, each customer of a list spent what their lines come to, and is on one list alone.
  const listed = thread.filter(part => /^The plan: (Win back|Remind)$/.test(part.title)).flatMap(p => p.rows);
  expect(new Set(listed.map(r => r.customer)).size).toBe(listed.length);
  for (const row of listed) expect(cents(row.monetary)).toBe(after.spent.get(String(row.customer)));
}
