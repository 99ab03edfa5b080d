import { expect } from 'vitest';
import { Killer } from './killed-process.js';
import type { Clock } from './ledger-shop.js';
import { random } from './made-up-shop.js';
import { openTestShop } from './shop.js';
import { storedSales } from './stored-sales.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const MINUTE = 60_000;

/** A place where files arrive. */
export interface FilePlace {
  readonly kind: string;
  /** @returns the settings of a source that reads it */
  readonly start: () => Promise<Readonly<Record<string, string>>>;
  /** Puts a file there, last written to at a time. @param whole all orders of all files so far, as they are now */
  readonly put: (name: string, content: string, at: number, whole: string) => Promise<void>;
  /** Looks at what is left there, once all was read. @param names of all files */
  readonly look?: (names: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Small files of new orders, each with a correction of an earlier one. */
class Till {
  readonly names: string[] = [];
  readonly #orders = new Map<number, { readonly day: string; readonly cents: number }>();
  readonly #next = random(11);

  constructor(
    private readonly place: FilePlace,
    private readonly clock: Clock,
  ) {}

  async write(): Promise<void> {
    const numbers = [1, 2, 3].map(i => this.#orders.size + i);
    const earlier = 1 + Math.floor(this.#next() * this.#orders.size);
    for (const number of this.#orders.size === 0 ? numbers : [...numbers, earlier]) {
      const day = `2026-02-${String(1 + (number % 28)).padStart(2, '0')}`;
      this.#orders.set(number, { day, cents: 100 + Math.floor(this.#next() * 5_000) });
    }
    const name = `sales-${String(this.names.length + 1).padStart(4, '0')}.csv`;
    this.names.push(name);
    this.clock.at += 1_000;
    const whole = this.#rows([...this.#orders.keys()]);
    await this.place.put(name, this.#rows([...new Set([earlier, ...numbers])]), this.clock.at, whole);
  }

  truth(): { readonly byDay: Record<string, number>; readonly orders: number } {
    const byDay: Record<string, number> = {};
    for (const { day, cents } of this.#orders.values()) byDay[day] = (byDay[day] ?? 0) + cents;
    return { byDay, orders: this.#orders.size };
  }

  #rows(numbers: readonly number[]): string {
    const rows = numbers.flatMap(number => {
      const order = this.#orders.get(number);
      return order ? `${number},${order.day},c${number % 9},Tea,${(order.cents / 100).toFixed(2)}` : [];
    });
    return `${HEADER}${rows.join('\n')}\n`;
  }
}

/** Kills processes while they take files, takes the rest, and compares with what the files say. */
export async function expectFilesAfterKills(place: FilePlace): Promise<void> {
  const clock = { at: Date.parse('2026-03-02T10:00:00Z') };
  const shop = await openTestShop({}, () => new Date(clock.at));
  const till = new Till(place, clock);
  const killer = new Killer(shop.shop.store.url);
  try {
    await shop.sources.add({ kind: place.kind, name: 'web', settings: await place.start() });
    while (!killer.isOver) {
      for (let n = 0; n < 3; n++) await till.write();
      clock.at += MINUTE;
      await killer.killOne(new Date(clock.at));
      // What it held is free for others after ten minutes.
      clock.at += 11 * MINUTE;
    }
    killer.expectAllStages(place.kind);
    expect(await shop.sources.run('web')).toMatchObject({ outcome: 'done', files: { refused: [] } });
    expect(await storedSales(shop)).toEqual(till.truth());
    const version = await shop.shop.store.dataVersion();
    expect(await shop.sources.run('web')).toMatchObject({ files: { loaded: [], refused: [] } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
    await place.look?.(till.names);
  } finally {
    killer.stop();
    await place.stop();
    await shop.close();
  }
}
