import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAccessFile } from '../../src/access/access-file.js';
import { hasContacts } from '../../src/access/contacts.js';
import { permittedAnswer } from '../../src/access/permitted.js';
import { rightsIn } from '../../src/access/rights.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const mayDo = (may: string) => {
  const file = `roles:\n  marketing:\n    people: [U1]\n    may: [${may}]\n`;
  return rightsIn(parseAccessFile(file, 'access.yml'), { user: 'U1', groups: [] }, undefined);
};

describe('an audience file', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer ID,Email,Amount', [
      '1,2026-01-10,c1,ada@example.com,50',
      '2,2026-01-11,c2,bea@example.com,40',
    ]);
  });
  afterAll(() => shop.close());

  const asked = (may: string, tool = 'klaviyo') =>
    permittedAnswer(() => shop.ask(`segment export for:${tool}`), mayDo(may));

  it.each([
    ['sales, customers, contacts', 'You may not get lists of customers as files'],
    ['sales, customers, export', 'You may not see e-mail addresses here'],
    ['sales, contacts, export', 'You may not see single customers or orders here'],
  ])('is refused to who may %s alone', async (may, message) => {
    await expect(asked(may)).rejects.toThrow(message);
    await expect(asked(may, 'meta')).rejects.toThrow(message);
  });

  it('is given to who may all of it, as an answer with addresses', async () => {
    const answer = await asked('sales, customers, contacts, export');
    expect(answer.rows.map(row => row.Email).sort()).toEqual(['ada@example.com', 'bea@example.com']);
    expect(hasContacts(answer)).toBe(true);
    expect(hasContacts(await asked('sales, customers, contacts, export', 'meta'))).toBe(true);
  });
});
