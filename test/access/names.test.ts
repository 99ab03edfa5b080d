import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAccessFile } from '../../src/access/access-file.js';
import { permittedAnswer } from '../../src/access/permitted.js';
import { rightsIn } from '../../src/access/rights.js';
import { namesCustomers } from '../../src/core/answer/answer.js';
import { NotUnderstood, ShopkeeperError } from '../../src/core/errors.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Nobody learns the name of a customer or an order that they may not see: not from answers, and not from
 * suggestions, examples, help and errors.
 */
const IN_SPAIN = ['kx01,Ana Gilmar,ana@in.example', 'kx02,Bea Tormo,bea@in.example'];
const ELSEWHERE = ['zq71,Zorblax Quentin,zor@out.example', 'zq72,Ana Gilmore,agm@out.example'];

const FILE = parseAccessFile(
  `
roles:
  totals: { people: [U0TOTALS], may: [sales] }
  own: { people: [U0SPAIN], may: [sales, customers, export], scope: 'country:Spain' }
  own-totals: { people: [U0SPAINTOTALS], may: [sales], scope: 'country:Spain' }
  all-totals: { people: [U0BOTH], may: [sales] }
  own-customers: { people: [U0BOTH], may: [customers], scope: 'country:Spain' }
`,
  'access.yml',
);
const words = (customers: readonly string[]) => customers.flatMap(customer => customer.split(','));
const emails = words([...IN_SPAIN, ...ELSEWHERE]).filter(word => word.includes('@'));
const OUTSIDE = [...words(ELSEWHERE), 'Gizmotron', 'Freedonia', 'ZZO'];
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  U0TOTALS: [...words(IN_SPAIN), ...words(ELSEWHERE), 'INO', 'ZZO'],
  U0SPAIN: [...OUTSIDE, ...emails],
  U0SPAINTOTALS: [...OUTSIDE, ...words(IN_SPAIN), 'INO'],
  U0BOTH: [...words(ELSEWHERE), ...emails, 'ZZO'],
};

const TEXTS = [
  'segment customer Zorblak',
  'segment customer Ana',
  'segment customer Ana Gilmar',
  'sales customer:Zorblax',
  'sales customer:"Zorblax Quentim"',
  'sales for Ana Gilmarr',
  'what did Bea Tormo buy',
  'sales dimensions',
  'segment help',
  'sales help',
  'sales by customer',
  'sales top-customers',
  'pareto of customers',
  'deal sizes by customer',
  'sales measure:revenue by:customer,country',
  'sales measure:revenue by:order',
  'sales list:customers show:email',
  'sales list:orders',
  'sales list:orders order:INO1',
  'what is in order ZZO1',
  'order ZZO1',
  'best customer in Freedonia',
  'segment export',
  'segment report',
  'segment members',
  'who moved between segments',
  'sales country:Freedonya',
  'sales for Gizmotrn',
  'sales by product',
];

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
  const line = (prefix: string, i: number, customer: string, rest: string) =>
    `${prefix}${i},2026-0${1 + (i % 3)}-1${i},${customer},${rest},${100 + i}`;
  const lines = [1, 2, 3, 4].flatMap(i => [
    line('INO', i, IN_SPAIN[i % 2]!, `Spain,${i > 2 ? 'Ketch' : 'Sloop'}`),
    line('ZZO', i, ELSEWHERE[i % 2]!, `Freedonia,${i > 2 ? 'Gizmotron' : 'Sloop'}`),
  ]);
  const header = 'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Product,Amount';
  await shop.load('sales.csv', [header, ...lines].join('\n'));
});
afterAll(() => shop.close());

/** All that somebody is shown for a text. */
const shown = (user: string, text: string): Promise<string> =>
  permittedAnswer(
    ({ part, names }) => shop.ask(text, undefined, part, names),
    rightsIn(FILE, { user, groups: [] }, undefined),
  ).then(JSON.stringify, error => {
    if (!(error instanceof ShopkeeperError)) throw error;
    const offered = error instanceof NotUnderstood ? error.suggestions : [];
    return [error.message, error.hint, ...offered].join('\n');
  });

describe('what somebody may not see', () => {
  it.each(Object.keys(HIDDEN))('is not named to %s', async user => {
    for (const text of TEXTS) {
      const answer = await shown(user, text);
      const named = HIDDEN[user]!.filter(word => !text.includes(word) && answer.includes(word));
      expect({ text, named }).toEqual({ text, named: [] });
    }
  });

  it('is not known by asking either: there or not, the refusal is the same', async () => {
    const refusal =
      'You may not see single customers or orders here.\n' +
      'Your administrator decides it, in the access file.';
    for (const name of ['Ana Gilmar', 'Nobody Atall'])
      for (const text of [`segment customer ${name}`, `sales customer:"${name}"`])
        expect(await shown('U0TOTALS', text)).toBe(refusal);
    for (const order of ['INO1', 'NONE1'])
      expect(await shown('U0TOTALS', `sales list:orders order:${order}`)).toBe(refusal);
    // Spain's own, and what is not there, look alike.
    expect(await shown('U0SPAIN', 'sales list:orders order:ZZO1')).toBe(
      (await shown('U0SPAIN', 'sales list:orders order:ZZO9')).replace('ZZO9', 'ZZO1'),
    );
  });

  it('is recognised in every answer that names it', async () => {
    const questions = await shop.shop.read(async view => view.questions);
    const texts = questions.flatMap(q => q.examples.map(text => `${q.family} ${text}`));
    // Help is for the asker alone wherever it is asked for.
    for (const text of [...texts, ...TEXTS].filter(one => !one.endsWith(' help'))) {
      const answer = await shop
        .ask(text.replace('{year}', '2026').replace('{before}', '2025'))
        .catch(() => null);
      if (!answer) continue;
      const json = JSON.stringify(answer);
      const isNamed = [...words(IN_SPAIN), ...words(ELSEWHERE), 'INO', 'ZZO'].some(word =>
        json.includes(word),
      );
      expect({ text, isNamed: isNamed && !namesCustomers(answer) }).toEqual({ text, isNamed: false });
    }
  });

  it('leaves those named who may be seen', async () => {
    expect(await shown('U0BOTH', 'sales dimensions')).toContain('Ana Gilmar');
    expect(await shown('U0BOTH', 'sales customer:"Bea Tormo"')).toContain(
      '{"kind":"part","lists":[[{"field":"country","values":["Spain"]}]]}',
    );
    expect(await shown('U0SPAIN', 'sales list:orders order:INO1')).toContain('"order":"INO1"');
  });
});
