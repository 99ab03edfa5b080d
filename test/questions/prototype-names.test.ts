import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { readConfig } from '../../src/config/config.js';
import { settings } from '../../src/config/settings.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { answerCsv } from '../../src/core/answer/answer-csv.js';
import { ShopkeeperError } from '../../src/core/errors.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import { readSubscription } from '../../src/digest/subscriptions/subscribe.js';
import { verbFor } from '../../src/digest/subscriptions/verbs.js';
import { readMap } from '../../src/segments/maps/maps.js';
import { SEGMENTATION_OPTIONS } from '../../src/segments/segmentation/options.js';
import { CORNER_SHOP, openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/** Names that every plain object answers to, although nobody has put them there. */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'] as const;

/**
 * What was refused in words counts as answered; any other error is a defect. @returns what the person reads
 */
async function answered(text: string, work: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await work()) ?? '';
  } catch (error) {
    expect(error, text).toBeInstanceOf(ShopkeeperError);
    return (error as ShopkeeperError).message;
  }
}

/** Source code in an answer is a function that was taken for a value. */
const expectWords = (said: string, text: string) =>
  expect(said, text).not.toMatch(/native code|is not a function/);

describe('names of the object prototype', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  const askAll = async (of: TestShop, texts: readonly string[]) => {
    for (const text of texts)
      expectWords(await answered(text, async () => answerJson(await of.ask(text))), text);
  };

  it.each(NAMES)('as the value and as the name of each option and filter: %s', async name => {
    const options = SEGMENTATION_OPTIONS.flatMap(o => [
      `segment ${o.name}:${name}`,
      `segment ${o.name}:1,${name}`,
    ]);
    const filters = ['country', 'status', 'product', 'customer', 'category'].flatMap(field => [
      `sales ${field}:${name}`,
      `segment -${field}:${name}`,
    ]);
    await askAll(shop, [
      ...options,
      ...filters,
      `segment page:${name}`,
      `segment ${name}:1`,
      `sales ${name}:1`,
    ]);
  });

  it.each(NAMES)('as a word behind each question: %s', async name => {
    const texts = (await allQuestions()).flatMap(q =>
      (q.words.length > 0 ? q.words.slice(0, 1) : ['']).flatMap(word =>
        [name, `by ${name}`, `in ${name}`].map(said => `${q.family} ${word} ${said}`.replace(/ +/g, ' ')),
      ),
    );
    await askAll(shop, [...texts, `${name}`, `sales since ${name}`, `segment as of ${name}`]);
  });

  it.each(NAMES)('as a word, an option and a condition of a digest: %s', async name => {
    const desk = {
      shop: shop.shop,
      digests: shop.config,
      now: shop.now,
      where: String,
      command: String,
      code: String,
      typed: String,
    };
    for (const text of [
      name,
      `${name} monthly`,
      `parts:${name}`,
      `quiet:${name}`,
      `map:${name}`,
      `scoring:${name}`,
      `country:${name}`,
      `${name}:1`,
      `only if ${name} fell by more than 10%`,
      `monday 9:00 ${name}`,
      `cron:${name}`,
      `daily ${name}/${name}`,
    ]) {
      expectWords(await answered(text, () => readDigestRequest(text, shop.shop)), text);
      expectWords(await answered(text, () => readSubscription(text, desk)), text);
    }
    expect(verbFor(name, ['subscribe', 'list']).verb).toBeUndefined();
  });

  it.each(NAMES)('as the value of each setting, and as a column of NUMBER_GROUPS: %s', async name => {
    for (const setting of Object.keys(settings)) {
      // The store's address is only a path, and a segment map may be a file that is missing.
      const said = await answered(setting, () => readConfig({ [setting]: name }));
      expectWords(said, `${setting}=${name}`);
    }
    const groups = readConfig({ NUMBER_GROUPS: `${name}:1,2` }).NUMBER_GROUPS;
    expect([...groups.values()]).toEqual([[1, 2]]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each(NAMES)('as a column and as a field of --map, and as a sheet: %s', async name => {
    for (const map of [`${name}=amount`, `amount=${name}`, `${name}=${name}`])
      expect(await answered(map, () => shop.understand(CORNER_SHOP, { map: [map] }))).toMatch(
        /has no column|there is no field/,
      );
    const said = await answered(name, () => shop.understand(CORNER_SHOP, { sheet: name }));
    expectWords(said, name);
  });

  it.each(NAMES)('as a key, a name and a segment of a map: %s', name => {
    const map = (changes: string) =>
      `{"name":"two","title":"Two","segments":[{"key":"good","title":"good","one":"good","many":"good","colour":"#000000","who":"","impact":"","actions":["do"]}],"rules":[{"segment":"good"}]${changes}}`;
    expect(() => readMap('own.json', map(''))).not.toThrow();
    expect(() => readMap('own.json', map(`,"${name}":{"a":1}`))).toThrow(
      expect.objectContaining({ name: 'ConfigError' }),
    );
    expect(() => readMap('own.json', map(`,"weights":{"${name}":1,"r":1,"f":1,"m":1}`))).toThrow(
      expect.objectContaining({ name: 'ConfigError' }),
    );
    expect(() => readMap('own.json', map('').replace('{"segment":"good"}', `{"segment":"${name}"}`))).toThrow(
      `there is no segment "${name}"`,
    );
  });
});

describe('a file whose columns and values have such names', () => {
  let shop: TestShop;
  afterAll(() => shop.close());

  it('is loaded and answered like any other', async () => {
    shop = await openTestShop();
    // Two lines of 10.00 for each name in each column; the numbers of `valueOf` are no groups, since none are
    // set.
    const rows = NAMES.flatMap((name, i) =>
      [0, 1].map(
        line =>
          `${i * 2 + line + 1},2026-03-0${i + 1},${name},${name},10.00,${NAMES.map((_, c) => (c === 4 ? 30 + i : name)).join(',')}`,
      ),
    );
    const path = join(shop.folder, 'own.csv');
    await writeFile(path, `order,date,customer,product,amount,${NAMES.join(',')}\n${rows.join('\n')}\n`);
    // `valueOf` could be an amount as well.
    await shop.ingest(path, undefined, { map: ['amount=amount'] });
    expect(await shop.answer('sales')).toMatchObject({ headline: expect.stringContaining('$100.00') });
    for (const dimension of ['customer', 'product', 'constructor', 'to-string', 'has-own-property'])
      expect(await shop.figures(`sales by ${dimension}`, 'revenue'), dimension).toEqual(
        Object.fromEntries(NAMES.map(name => [name, 20])),
      );
    for (const name of NAMES) {
      expect((await shop.answer(`sales customer:${name} product:${name}`)).headline, name).toContain(
        '$20.00',
      );
      expect((await shop.answer(`segment customer ${name}`)).headline, name).toContain('$20.00');
    }
    const csv = await answerCsv(await shop.ask('segment export'));
    for (const name of NAMES)
      expect(
        csv.split('\r\n').filter(l => l.includes(name)),
        name,
      ).toHaveLength(1);
  });

  it('is refused in words if its currencies are such names', async () => {
    const line = (n: number, code: string) => `${n},2026-03-01,Ann,10.00,${code}`;
    await expect(
      shop.load(
        'currencies.csv',
        `order,date,customer,amount,currency\n${[line(1, 'constructor'), line(2, 'toString')].join('\n')}\n`,
      ),
    ).rejects.toThrow(/several currencies: CONSTRUCTOR, TOSTRING/);
  });
});
