import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../support/expect-totals.js';

/** Days of a few sales each; a total may stand below each day, each week and the whole. */
const line = fc.record({
  item: fc.constantFrom('Mug', 'Pot', 'Tray', 'Bowl', 'Vase'),
  pieces: fc.integer({ min: 1, max: 6 }),
  cents: fc.integer({ min: 101, max: 9_999 }),
});
const days = fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { minLength: 6, maxLength: 15 });

/** Words of no language. */
const WORDS = ['Zumqua', 'Ekbar', 'Wirtle'] as const;

const money = (cents: number) => (cents / 100).toFixed(2);
const dayOf = (i: number) => `2026-05-${String(i + 1).padStart(2, '0')}`;

interface Sums {
  readonly pieces: number;
  readonly cents: number;
}
type Line = { readonly item: string } & Sums;
const sumOf = (lines: readonly Sums[]): Sums => ({
  pieces: lines.reduce((sum, l) => sum + l.pieces, 0),
  cents: lines.reduce((sum, l) => sum + l.pieces * l.cents, 0),
});

/** Where a total's word and date stand, and whether it counts pieces. */
interface Layout {
  readonly isDated: boolean;
  readonly hasPieces: boolean;
  readonly isAbove: boolean;
}

function written(shop: readonly (readonly Line[])[], levels: readonly boolean[], layout: Layout): string {
  let receipt = 100;
  const rows: string[] = [];
  const total = (word: string, day: number, lines: readonly Line[]) => {
    const { pieces, cents } = sumOf(lines);
    const date = layout.isDated ? dayOf(day) : '';
    return `,${date},${word},${layout.hasPieces ? pieces : ''},,${money(cents)}`;
  };
  const level = (
    isThere: boolean | undefined,
    word: string,
    day: number,
    lines: readonly Line[],
    at: number,
  ) => {
    if (isThere) rows.splice(layout.isAbove ? at : rows.length, 0, total(word, day, lines));
  };
  let week = rows.length;
  for (const [i, lines] of shop.entries()) {
    const first = rows.length;
    for (const { item, pieces, cents } of lines)
      rows.push(`${receipt++},${dayOf(i)},${item},${pieces},${money(cents)},${money(pieces * cents)}`);
    level(levels[0], WORDS[0], i, lines, first);
    if (i % 5 !== 4 && i !== shop.length - 1) continue;
    level(levels[1], WORDS[1], i, shop.slice(i - (i % 5), i + 1).flat(), week);
    week = rows.length;
  }
  level(levels[2], WORDS[2], shop.length - 1, shop.flat(), 0);
  return `${['Receipt,Date,Item,Pieces,Price,Sum', ...rows].join('\n')}\n`;
}

describe('rows of totals in words that nobody listed', () => {
  it('are left out, or asked about, at whatever level and place they stand', async () => {
    const layout = fc.record({ isDated: fc.boolean(), hasPieces: fc.boolean(), isAbove: fc.boolean() });
    const levels = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(days, levels, layout, async (shop, has, how) => {
        const read = await readWritten({ 'sales.csv': written(shop, has, how) });
        if (read.kind === 'asked') {
          asked++;
          return;
        }
        const { cents, pieces } = sumOf(shop.flat());
        expect(read).toMatchObject({
          kind: 'read',
          totals: { revenue: cents, units: pieces, orders: shop.flat().length },
        });
      }),
      { numRuns: 60, seed: 15 },
    );
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('are not seen among sales of which some say less', async () => {
    const sale = fc.record({ line, hasItem: fc.integer({ max: 3 }), customer: fc.integer({ max: 3 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sale, { minLength: 4, maxLength: 40 }),
        fc.boolean(),
        async (sales, whole) => {
          const amount = ({ cents, pieces }: Line) =>
            (whole ? Math.ceil(cents / 2_000) * 500 : cents) * pieces;
          const rows = sales.map(
            (s, i) =>
              `${dayOf(i % 28)},${s.customer < 2 ? `Ann ${s.customer}` : ''},` +
              `${s.hasItem > 0 ? s.line.item : ''},${money(amount(s.line))}`,
          );
          const read = await readWritten({
            'sales.csv': `${['Date,Customer,Item,Amount', ...rows].join('\n')}\n`,
          });
          if (read.kind === 'asked') return;
          const revenue = sales.reduce((sum, s) => sum + amount(s.line), 0);
          expect(read).toMatchObject({ kind: 'read', totals: { revenue } });
        },
      ),
      { numRuns: 60, seed: 15 },
    );
  });
});
