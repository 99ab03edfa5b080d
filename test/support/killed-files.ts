import { expect } from 'vitest';
import { KILLS, kill } from './killed-source.js';
import type { Clock } from './ledger-shop.js';
import { random } from './made-up-shop.js';
import { openTestShop } from './shop.js';
import { storedSales } from './stored-sales.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const MINUTE = 60_000;
/** A process waits a second for files to be whole: it is killed while it waits, or looks at the first. */
const BEFORE_THE_FIRST_MS = 2_500;
/** Between two files. */
const WITHIN_MS = 300;

/** A place where files arrive. */
export interface FilePlace {
  readonly kind: string;
  /** @returns the settings of a source that reads it */
  readonly start: () => Promise<Readonly<Record<string, string>>>;
  /** Puts a file there, last written to at a time. @param whole all orders of all files so far, as they are now */
  readonly put: (name: string, content: string, at: number, whole: string) => Promise<void>;
  /** Looks at what is left there, once all was read. @param names of all files */
  readonly look?: (names: readonly string[]) => Promise<void>;
  /** How many files a run loads at most, if not the three that arrive before it. */
  readonly most?: number;
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
  const loaded = async () => (await shop.ingests()).length;
  const most = place.most ?? 3;
  try {
    await shop.sources.add({ kind: place.kind, name: 'web', settings: await place.start() });
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      for (let n = 0; n < 3; n++) await till.write();
      clock.at += MINUTE;
      // Once none, one, two or three files were loaded.
      const more = i % (most + 1);
      const wanted = (await loaded()) + more;
      const isReached = async () => (await loaded()) >= wanted;
      const moment = { isReached, withinMs: more === 0 ? BEFORE_THE_FIRST_MS : WITHIN_MS };
      if (await kill(shop.shop.store.url, new Date(clock.at), {}, i, moment)) killed++;
      // What it held is free for others after ten minutes.
      clock.at += 11 * MINUTE;
    }
    expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
    const early = await loaded();
    // Not only before the first file.
    expect(early).toBeGreaterThanOrEqual(killed / 4);
    expect(await shop.sources.run('web')).toMatchObject({ outcome: 'done', files: { refused: [] } });
    expect(await storedSales(shop)).toEqual(till.truth());
    const version = await shop.shop.store.dataVersion();
    expect(await shop.sources.run('web')).toMatchObject({ files: { loaded: [], refused: [] } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
    await place.look?.(till.names);
    if (KILLS > 5)
      console.log(
        `${place.kind}: ${killed} of ${KILLS} processes were killed; they had loaded ${early} files`,
      );
  } finally {
    await place.stop();
    await shop.close();
  }
}
