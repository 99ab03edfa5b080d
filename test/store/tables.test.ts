import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { IdSet } from '../../src/core/collections/id-set.js';
import { KeyTable } from '../../src/core/collections/key-table.js';
import { StringTable } from '../../src/ingest/read/workbook/string-table.js';

const PIECES = ['a', '7', ' ', '"', 'é', 'ÿ', 'Ā', '客', '🛒', '\0', 'é', 'xyz-000'];

/** A text of 0 to so many pieces: ASCII, Latin-1, wider, and letters of two code units. */
function text(random: SeededRandom, most: number): string {
  const plain = random.chance(0.5);
  return Array.from(
    { length: random.whole(0, most) },
    () => PIECES[random.whole(0, plain ? 3 : PIECES.length - 1)],
  ).join('');
}

describe('the compact tables of a load', () => {
  it('of keys hold what a Map holds: short and long, narrow and wide, the empty one too', () => {
    const random = new SeededRandom(3);
    const map = new Map<string, number>();
    const table = new KeyTable();
    for (let i = 0; i < 60_000; i++) {
      const key = text(random, random.chance(0.1) ? 200 : 12);
      expect(table.get(key)).toBe(map.get(key));
      if (map.has(key)) continue;
      const number = random.whole(0, 2 ** 31 - 1);
      map.set(key, number);
      table.add(key, number);
    }
    for (const [key, number] of map) if (table.get(key) !== number) expect({ key }).toBe(number);
    expect(map.size).toBeGreaterThan(30_000);
    // A key and what is kept of a longer one are told apart, and so are keys of one beginning.
    for (const length of [39, 40, 41, 64]) {
      const wide = new KeyTable();
      for (const last of ['a', 'b', 'é', '客']) wide.add('x'.repeat(length - 1) + last, last.charCodeAt(0));
      for (const last of ['a', 'b', 'é', '客'])
        expect(wide.get('x'.repeat(length - 1) + last)).toBe(last.charCodeAt(0));
      expect(wide.get('x'.repeat(length))).toBeUndefined();
    }
  });

  it('of keys tell whole numbers from what looks like them', () => {
    const keys = [
      '0',
      '7',
      '07',
      '007',
      '7.0',
      '-7',
      '+7',
      ' 7',
      '７',
      '999999999',
      '0999999999',
      '1000000000',
    ];
    keys.push('2147483647', '2147483648', '4294967303', '12345678901234567890', '1e3', '1000');
    const table = new KeyTable();
    for (const [i, key] of keys.entries()) {
      expect(table.has(key)).toBe(false);
      table.add(key, i);
    }
    for (let i = 10; i < 50_000; i++) if (i !== 1_000) table.add(String(i), i);
    expect(keys.map(key => table.get(key))).toEqual([...keys.keys()]);
    expect([10, 999, 1_001, 49_999].map(i => table.get(String(i)))).toEqual([10, 999, 1_001, 49_999]);
    expect(table.has('50000')).toBe(false);
  });

  it('of ids hold what a Set holds, and go through it rising', () => {
    const random = new SeededRandom(4);
    const set = new Set<number>();
    const ids = new IdSet();
    for (let i = 0; i < 20_000; i++) {
      const id = random.whole(0, 3_000) * (random.chance(0.01) ? 1_000 : 1);
      if (random.chance(0.4)) expect(ids.delete(id)).toBe(set.delete(id));
      else {
        ids.add(id);
        set.add(id);
      }
      expect(ids.has(id)).toBe(set.has(id));
    }
    expect(ids.size).toBe(set.size);
    expect([...ids]).toEqual([...set].sort((a, b) => a - b));
  });

  it('of texts give each back, over blocks, whatever its length', () => {
    const random = new SeededRandom(5);
    const texts = Array.from({ length: 20_007 }, () => {
      const most = random.chance(0.01) ? 9_000 : random.chance(0.1) ? 900 : 20;
      return text(random, most).toWellFormed();
    });
    const table = new StringTable(262_144);
    for (const [i, one] of texts.entries()) {
      table.push(one);
      if (table.at(i) !== one) expect({ i }).toBe(one);
    }
    for (let i = 0; i < 60_000; i++) {
      const number = random.whole(0, texts.length - 1);
      if (table.at(number) !== texts[number]) expect({ number }).toBe(texts[number]);
    }
    expect(table.bytes).toBeGreaterThan(4 * 262_144);
    expect([table.length, table.at(-1), table.at(0.5), table.at(texts.length), table.at(Number.NaN)]).toEqual(
      [texts.length, undefined, undefined, undefined, undefined],
    );
  });
});
