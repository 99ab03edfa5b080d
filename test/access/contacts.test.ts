import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAccessFile } from '../../src/access/access-file.js';
import { hasContacts } from '../../src/access/contacts.js';
import { permittedAnswer } from '../../src/access/permitted.js';
import { rightsIn } from '../../src/access/rights.js';
import { describeError } from '../../src/core/errors.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** A shop that knows its customers by their e-mail addresses alone, so that these are their names as well. */
const LINES = [1, 2, 3, 4, 5, 6].map(i => `${i},2026-03-0${i},${i % 3 ? 'ana' : 'luc'}@example.com,1${i}`);
const FILE = parseAccessFile(
  `
roles:
  desk: { people: [U0DESK], may: [sales, customers, export] }
  owner: { people: [U0OWNER], may: [sales, customers, export, contacts] }
`,
  'access.yml',
);

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
  await shop.load('sales.csv', ['Order ID,Order Date,Email,Amount', ...LINES].join('\n'));
});
afterAll(() => shop.close());

const asked = (user: string, text: string) =>
  permittedAnswer(
    ({ part, names }) => shop.ask(text, undefined, part, names),
    rightsIn(FILE, { user, groups: [] }, undefined),
  );

describe('customers who are known by their e-mail addresses', () => {
  it.each([
    'sales top-customers',
    'sales list:customers',
    'sales list:orders',
    'sales dimensions',
    'segment export',
    'segment customer ana',
  ])('have a letter of it for those who may not see it: %s', async text => {
    const seen = await asked('U0DESK', text);
    expect(JSON.stringify(seen)).not.toContain('@example');
    expect(hasContacts(seen)).toBe(false);
    expect(JSON.stringify(seen)).toContain('a…@…');
    expect(JSON.stringify(await asked('U0OWNER', text))).toContain('ana@example.com');
  });

  it('are in no suggestion either', async () => {
    const refused = (user: string) =>
      asked(user, 'sales customer:anna@example.com').then(String, describeError);
    expect(await refused('U0OWNER')).toContain('ana@example.com');
    expect(await refused('U0DESK')).not.toContain('@example');
  });
});
