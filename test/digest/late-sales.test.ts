import { describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { type Day, dayFromIso } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { withLate } from '../../src/digest/compose/ledger.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('sales that were added late', () => {
  const notesOf = async (
    own: TestShop,
    name: string,
    asOf: string,
    request = '',
    isPosted = true,
  ): Promise<readonly string[]> => {
    const said: string[] = [];
    const day = dayFromIso(asOf) as Day;
    const compose = async (at: Day) =>
      composeDigest(own.shop, at, await readDigestRequest(request, own.shop));
    if (!isPosted) {
      const digest = await own.shop.read(async ({ store, currency }) =>
        withLate(await compose(day), store, currency),
      );
      return digest.headline.notes.map(noteText).filter(n => n.startsWith('Since'));
    }
    const outcome = await postDigest(
      {
        shop: own.shop,
        channel: 'C1',
        name,
        grain: 'week',
        compose,
        post: async (answer, { part }) => {
          if (part === 0) said.push(...answer.notes.map(noteText).filter(n => n.startsWith('Since')));
          return '1.1';
        },
        find: async () => ({ parts: new Map(), files: new Set() }),
        notPosted: () => true,
        needsPerson: () => false,
        notify: async () => true,
        log: own.log,
        now: () => new Date(`${asOf}T09:00:00Z`),
      },
      day,
    );
    expect(outcome).toBe('posted');
    return said;
  };
  const HEAD = 'Order ID,Order Date,Customer,Status,Amount';

  it('is noted once: orders that were added, corrected, undone or moved to other days', async () => {
    const own = await openTestShop({ EXCLUDED_STATUSES: 'Cancelled' }, '2026-06-01T00:00:00Z');
    const load = (name: string, rows: readonly string[]) => own.load(name, `${HEAD}\n${rows.join('\n')}\n`);
    const first = ['1,2026-05-04,a,Shipped,10', '2,2026-05-08,b,Shipped,20', '3,2026-05-09,c,Cancelled,99'];
    await load('first.csv', first);
    expect(await notesOf(own, 'x', '2026-05-11')).toEqual([]);
    // Sent again whole, with the next week: nothing is late.
    await load('second.csv', [...first, '4,2026-05-12,a,Shipped,10', '5,2026-05-17,b,Shipped,20']);
    expect(await notesOf(own, 'x', '2026-05-18')).toEqual([]);
    // An order more on 8 May, one that cost less; and the next week.
    await load('third.csv', [
      '6,2026-05-08,d,Shipped,5.50',
      '2,2026-05-08,b,Shipped,18',
      '7,2026-05-24,a,Shipped,1',
    ]);
    const late =
      'Since the previous digest, sales of May 8, 2026 were added late or corrected: 1 more order, +$3.50. It does not include them.';
    expect(await notesOf(own, 'preview', '2026-05-25', '', false)).toEqual([late]);
    expect(await notesOf(own, 'x', '2026-05-25')).toEqual([late]);
    // Another one that never had a digest before it says nothing, nor one of a part of the shop.
    expect(await notesOf(own, 'y', '2026-05-25')).toEqual([]);
    expect(await notesOf(own, 'z', '2026-05-25', 'status:Shipped')).toEqual([]);
    // Order 5 was of another day; the third file is taken back.
    await load('fourth.csv', ['5,2026-05-13,b,Shipped,20', '8,2026-05-31,a,Shipped,1']);
    expect(await notesOf(own, 'x', '2026-06-01')).toEqual([
      'Since the previous digest, sales of May 13 – May 17, 2026 were added late or corrected: the total is unchanged. It does not include them.',
    ]);
    const third = (await own.ingests()).find(i => i.file === 'third.csv');
    await own.undo(third?.id as number);
    await load('fifth.csv', ['9,2026-06-07,a,Shipped,1']);
    expect(await notesOf(own, 'x', '2026-06-08')).toEqual([
      'Since the previous digest, sales of May 8 – May 24, 2026 were added late or corrected: 2 fewer orders, -$4.50. It does not include them.',
    ]);
    await own.close();
  });

  it('is noted by its days: before the first known one, balanced out, of a week without data', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    const load = (name: string, rows: readonly string[]) => own.load(name, `${HEAD}\n${rows.join('\n')}\n`);
    const late = (when: string, what: string) => [
      `Since the previous digest, sales of ${when} were added late or corrected: ${what}. It does not include them.`,
    ];
    await load('first.csv', ['1,2026-05-08,a,S,20', '2,2026-05-09,b,S,30']);
    expect(await notesOf(own, 'x', '2026-05-11')).toEqual([]);
    await load('second.csv', ['3,2026-05-04,c,S,7', '4,2026-05-17,a,S,1']);
    expect(await notesOf(own, 'x', '2026-05-18')).toEqual(late('May 4, 2026', '1 more order, +$7.00'));
    // There is nothing of the next week when its digest is posted.
    expect(await notesOf(own, 'x', '2026-05-25')).toEqual([]);
    await load('third.csv', ['5,2026-05-20,a,S,40', '6,2026-05-31,a,S,1']);
    expect(await notesOf(own, 'x', '2026-06-01')).toEqual(late('May 20, 2026', '1 more order, +$40.00'));
    await load('fourth.csv', ['1,2026-05-08,a,S,25', '2,2026-05-09,b,S,25', '7,2026-06-07,a,S,1']);
    expect(await notesOf(own, 'x', '2026-06-08')).toEqual(
      late('May 8 – May 9, 2026', 'the total is unchanged'),
    );
    await own.close();
  });
});
