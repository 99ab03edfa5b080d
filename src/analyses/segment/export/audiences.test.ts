import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';
import { addressOf } from '../../../answering/audiences/audience.js';
import { answerCsv } from '../../../core/answer/answer-csv.js';
import { noteText } from '../../../core/answer/notes.js';

const HEADER = 'Order ID,Order Date,Customer ID,Customer Name,Email,Accepts Marketing,Product,Amount';
/**
 * By hand: c1 and c6 agreed; c2 refused; c3 agreed and has no address; c4 agreed first and refused later; c5
 * has the address of c1 in other letters; c7 never said anything; c8 agreed and refused on one day.
 */
const ROWS = [
  '1,2026-01-10,c1,Ada Byron, Ada@Example.com ,yes,Tea,80',
  '2,2026-01-11,c2,Bea Roe,bea@example.com,no,Tea,70',
  '3,2026-01-12,c3,Cyd Roe,,yes,Cup,60',
  '4,2026-01-13,c4,Dan Poe,dan@example.com,yes,Tea,50',
  '5,2026-02-10,c4,Dan Poe,dan@example.com,no,Tea,5',
  '6,2026-01-14,c5,Ada B,ADA@example.com,yes,Tea,40',
  '7,2026-01-15,c6,Eva Maria von Lo,eva@example.com,yes,Cup,30',
  '8,2026-01-16,c7,Fay Moe,fay@example.com,,Cup,20',
  '9,2026-01-17,c8,Gus Koe,gus@example.com,no,Cup,10',
  '10,2026-01-17,c8,Gus Koe,gus@example.com,yes,Cup,10',
];

describe('an audience file', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, ROWS);
  });
  afterAll(() => shop.close());

  it.each([
    ['klaviyo', 'Email,First Name,Last Name'],
    ['mailchimp', 'Email Address,First Name,Last Name'],
    ['hubspot', 'Email,First name,Last name'],
  ])('has the columns of %s, and only who agreed, last', async (tool, header) => {
    const answer = await shop.ask(`segment export for:${tool}`);
    const lines = (await answerCsv(answer)).split('\r\n');
    expect(lines[0]).toBe(`${header},Consent in shop data`);
    // A name of more than two words is not cut.
    expect(lines.slice(1).sort()).toEqual([
      '',
      'ada@example.com,Ada,Byron,accepts marketing: yes',
      'eva@example.com,,,accepts marketing: yes',
    ]);
    const out =
      '(4 left out: no consent; 1 left out: no e-mail address; 1 left out: the address of another one)';
    expect(answer.headline.replace(/ for \w+ /, ' ')).toBe(`2 of 8 customers ${out}.`);
    expect(answer).toMatchObject({ audience: 'asker', file: `customers-2026-02-11-${tool}.csv` });
    expect(answer.notes.map(noteText).join(' ')).toContain(
      `Consent is what the data says in "Accepts marketing", each customer's latest. ` +
        'The file sets no consent in ',
    );
  });

  it("has telephone numbers in E.164 by the customer's country, else by the shop's", async () => {
    const own = await openTestShop({ SHOP_COUNTRY: 'fr' }, '2026-12-01T00:00:00Z');
    const file = join(own.folder, 'mobiles.csv');
    await writeFile(
      file,
      `Order ID,Order Date,Customer ID,Email,Accepts Marketing,Country,Mobile,Amount
1,2026-01-10,c1,ada@example.com,yes,Germany,0171 2345678,80
2,2026-01-11,c2,bea@example.com,yes,USA,(212) 736-5000,70
3,2026-01-12,c3,cyd@example.com,yes,,+44 20 7946 0958,60
4,2026-01-13,c4,dan@example.com,yes,,01 42 68 53 00,50
5,2026-01-14,c5,eva@example.com,yes,Italy,12,40
6,2026-01-15,c6,fay@example.com,no,Germany,0171 7654321,30
`,
    );
    await own.ingest(file, undefined, { map: ['Mobile=dimension'] });
    const answer = await own.ask('segment export for:klaviyo');
    const phones = new Map(answer.rows.map(row => [row.Email, row['Phone Number']]));
    // As the tools read it, without an apostrophe before the plus.
    expect(await answerCsv(answer)).toMatch(/^ada@example\.com,(,,)?\+491712345678,/m);
    expect(Object.fromEntries(phones)).toEqual({
      'ada@example.com': '+491712345678',
      'bea@example.com': '+12127365000',
      'cyd@example.com': '+442079460958',
      'dan@example.com': '+33142685300',
      'eva@example.com': null,
    });
    const notes = answer.notes.map(noteText).join(' ');
    expect(notes).toContain("1 telephone number left out: no number of the customer's country or of FR");
    expect(notes).toContain('Consent to e-mail is none to calls or text messages');
    const sha = createHash('sha256').update('491712345678').digest('hex');
    expect((await own.ask('segment export for:meta')).rows.map(row => row.phone)).toContain(sha);
    // It is contact data, and nothing to break sales down by.
    await expect(own.ask('sales by mobile')).rejects.toThrow();
    await own.close();
  });

  it.each([
    ['France', '06.12.34.56.81', '+33612345681'],
    ['United Kingdom', '020 7946 0958', '+442079460958'],
    ['Vereinigtes Königreich', '020 7946 0958', '+442079460958'],
    ['', '00 33 6 12 34 56 81', '+33612345681'],
    ['Germany', '0049 (0)171 2345678', '+491712345678'],
    ['United States', '(212) 736-5000 ext. 4', '+12127365000'],
    ['Russia', '8 (912) 345-67-89', '+79123456789'],
    ['Serbia', '064 1234567', '+381641234567'],
  ])('reads a number of %s, %s', async (country, written, phone) => {
    const own = await openTestShop({}, '2026-12-01T00:00:00Z');
    const file = join(own.folder, 'phones.csv');
    await writeFile(
      file,
      `Order ID,Order Date,Customer ID,Email,Country,Phone,Amount
1,2026-01-10,c1,ada@example.com,${country},${written},80
2,2026-01-11,c2,bea@example.com,Italy,+39 02 1234 5678,70
`,
    );
    await own.ingest(file, undefined, { map: ['Phone=dimension'] });
    const { rows } = await own.ask('segment export for:klaviyo');
    expect(rows.find(row => row.Email === 'ada@example.com')?.['Phone Number']).toBe(phone);
    await own.close();
  });

  it.each([
    ['Ada <ADA@Example.com>', 'ada@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['ada@example.com.', 'ada@example.com'],
    ['ada+tea@example.co.uk', 'ada+tea@example.co.uk'],
    ['ada@\u200bexample.com\u00a0', 'ada@example.com'],
    ['ade\u0301@mu\u0308ller.de', 'ad\u00e9@m\u00fcller.de'],
    ['ada@example..com', undefined],
    ['.ada@example.com', undefined],
    ['a..da@example.com', undefined],
    ['ada@@example.com', undefined],
    ['ada@example.com;bea@example.com', undefined],
    ['=ada@example.com', undefined],
    ['ada@localhost', undefined],
    ['ada@-example.com', undefined],
  ])('takes %j for %s', (written, address) => {
    expect(addressOf(written)).toBe(address);
  });

  it('hashes addresses and names for Meta', async () => {
    const answer = await shop.ask('segment export for:meta');
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const lines = (await answerCsv(answer)).split('\r\n');
    expect(lines[0]).toBe('email,fn,ln');
    expect(lines).toContain(`${sha('ada@example.com')},${sha('ada')},${sha('byron')}`);
    // Of "test@example.com", as any other tool makes it.
    expect(sha('test@example.com')).toBe('973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b');
    expect(await answerCsv(answer)).not.toContain('@');
  });

  it("hashes Meta's own examples to what its documentation says", async () => {
    // Customer information parameters: e-mail address, a first name, and two that are not in ASCII.
    const own = await shopOf(HEADER, [
      '1,2026-01-10,c1,Mary Valéry,John_Smith@gmail.com,yes,Tea,80',
      '2,2026-01-11,c2,Mary 정,other@example.com,yes,Tea,80',
    ]);
    const csv = await answerCsv(await own.ask('segment export for:meta'));
    const mary = '6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec';
    const address = '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f';
    expect(csv).toContain(
      `${address},${mary},08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c`,
    );
    expect(csv).toContain(`${mary},8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14`);
    await own.close();
  });

  it.each([
    ['export for mailchimp', 'segment export for:mailchimp'],
    ['segment export vip for:klaviyo', 'segment export vip for:klaviyo'],
    ['export vips for Mailchimp', 'segment export vip for:mailchimp'],
    ['vips for hubspot', 'segment export vip for:hubspot'],
    ['export lost customers as a facebook custom audience', 'segment export lost for:meta'],
    ['customers who bought Tea for Klaviyo', 'sales list:customers who(bought(product:Tea)) for:klaviyo'],
  ])('is asked for as %s', async (text, question) => {
    const answer = await shop.ask(text);
    expect(answer.question).toBe(question);
    expect((await shop.ask(answer.question)).rows).toEqual(answer.rows);
  });

  it('has all customers of a query, however many a page would show', async () => {
    const { headline, rows } = await shop.ask('sales list:customers who(orders:>0) product:Tea for:klaviyo');
    // c1, c2, c4 and c5 bought tea.
    expect(headline).toBe(
      '1 of 4 customers for Klaviyo (2 left out: no consent; 1 left out: the address of another one).',
    );
    expect(rows.map(row => row.Email)).toEqual(['ada@example.com']);
  });

  it('is refused for what lists no customers, and for a tool that is not known', async () => {
    await expect(shop.ask('sales by product for:klaviyo')).rejects.toThrow('is no list of customers');
    await expect(shop.ask('segment export for:nobody')).rejects.toThrow('Customers cannot be listed for');
  });
});

describe('consent', () => {
  const only = (column: string, values: readonly string[]) =>
    shopOf(
      `Order ID,Order Date,Customer ID,Email,${column},Amount`,
      values.map((value, i) => `${i},2026-01-1${i},c${i},c${i}@example.com,${value},${10 + i}`),
    );

  it.each([
    ['Newsletter', ['ja', 'nein', 'ja'], 2],
    ['accepts_marketing', ['TRUE', 'FALSE', 'FALSE'], 1],
    ['Acepta marketing', ['Sí', 'No', 'sí'], 2],
    // Nobody agreed: a column of one value counts as well.
    ['Accepts Marketing', ['no', 'no', 'no'], 0],
    ['Accepts Marketing', ['yes', 'yes', 'yes'], 3],
    ['Email Opt-In', ['1', '0', '0'], 1],
  ])('is read from %s: %j', async (column, values, count) => {
    const shop = await only(column, values);
    const answer = await shop.ask('segment export for:klaviyo');
    expect(answer.rows).toHaveLength(count);
    expect(answer.notes.map(noteText).join(' ')).toContain('Consent is what the data says in');
    await shop.close();
  });

  it('is of customers whom files know by their address alone', async () => {
    const shop = await shopOf('Order ID,Order Date,Email,Newsletter,Amount', [
      '1,2026-01-10,Ada@example.com,yes,50',
      '2,2026-01-11,bea@example.com,no,40',
    ]);
    const answer = await shop.ask('segment export for:klaviyo');
    expect(answer.headline).toBe('1 of 2 customers for Klaviyo (1 left out: no consent).');
    expect(answer.rows).toEqual([
      {
        Email: 'ada@example.com',
        'First Name': null,
        'Last Name': null,
        'Consent in shop data': 'newsletter: yes',
      },
    ]);
    await shop.close();
  });

  it('is not known without a column, and said so', async () => {
    const shop = await only('Channel', ['web', 'shop', 'web']);
    const answer = await shop.ask('segment export for:klaviyo');
    expect(answer.rows).toHaveLength(3);
    expect(answer.columns.map(c => c.key)).toEqual(['Email', 'First Name', 'Last Name']);
    expect(answer.notes.map(noteText)).toContain(
      'The data does not say who agreed to marketing: check it before you write to anybody.',
    );
    await shop.close();
  });

  it('is refused by who unsubscribed, though it is not known who agreed', async () => {
    const shop = await only('Unsubscribed', ['yes', 'no', 'no']);
    const answer = await shop.ask('segment export for:klaviyo');
    expect(answer.rows).toHaveLength(2);
    expect(answer.notes.map(noteText)).toContain(
      'The data says in "Unsubscribed" who refused, but not who agreed to marketing: ' +
        'check it before you write to anybody.',
    );
    await shop.close();
  });
});
