import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFacts } from '../../src/ingest/read/file-facts.js';
import { decodeHead, findEncoding } from '../../src/ingest/read/text-encoding.js';
import { rolesNamed } from '../../src/ingest/understand/roles-named.js';
import { openTestShop } from '../support/shop.js';

/** Small made-up files: what they say, and the encoding they are saved in. Bars stand for the delimiter. */
const FILES = readFileSync(new URL('../data/encodings.txt', import.meta.url), 'utf8')
  .split(/\n?^# /m)
  .slice(1)
  .map(file => {
    const [head = '', ...rows] = file.trimEnd().split('\n');
    const [name = '', encoding = '', delimiter = ''] = head.split(' ');
    return [name, encoding, rows.join('\n').replaceAll('|', delimiter)] as const;
  });
/** Files of so few letters that two readings make sense: the likelier is taken, and said. */
const DOUBTED = new Set(['hu-1250-one', 'tr-1254-one', 'zh-gb-one', 'ko-one']);

describe('encodings of small files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(bytes: Buffer) {
    const path = join(folder, 'sales.csv');
    await writeFile(path, bytes);
    const reading = await findEncoding(await fileFacts(path), rolesNamed);
    return { text: decodeHead(bytes, reading), said: reading.assumptions };
  }

  it.each(FILES)('%s', async (name, encoding, text) => {
    const { text: came, said } = await read(iconv.encode(text, encoding));
    expect(came).toBe(text);
    if (DOUBTED.has(name)) expect(said.join()).toContain('could not be made out for certain');
    else expect(said).toEqual([]);
  });

  it('reads the euro sign of a Mac', async () => {
    const bytes = iconv.encode('Datum;Kunde;Ort;Betrag\n05.01.2026;Jörn Lüders;Fürth;12,50 ¤', 'macintosh');
    expect((await read(bytes)).text).toContain('Jörn Lüders;Fürth;12,50 €');
  });

  it('keeps UTF-8 with one damaged letter, and says so', async () => {
    const before = Buffer.from('date,customer,amount\n2026-01-05,Müller,1\n2026-01-05,Jörg B');
    const after = Buffer.from('cker,1\n2026-01-06,Käthe,1\n');
    const { text, said } = await read(Buffer.concat([before, Buffer.from([0xc3]), after]));
    expect(text).toContain('Jörg B\ufffdcker');
    expect(text).toContain('Müller');
    expect(said.join()).toContain('damaged');
  });

  it.each([
    ['windows-1252', 'Müller', 'Käthe Schön'],
    ['windows-1250', 'Żaneta Śliwa', 'Wiśniewski'],
  ])('reads UTF-8 with lines of %s after it', async (encoding, one, other) => {
    const utf8 = Buffer.from(`date,customer,amount\n2026-01-05,${one},1\n2026-01-05,${one},1\n`);
    const { text, said } = await read(
      Buffer.concat([utf8, iconv.encode(`2026-01-06,${other},1\n`, encoding)]),
    );
    expect(text).toBe(
      `date,customer,amount\n2026-01-05,${one},1\n2026-01-05,${one},1\n2026-01-06,${other},1\n`,
    );
    expect(said.join()).toContain('UTF-8');
  });
});

describe('columns of other languages', () => {
  it.each([
    ['windows-1251', 'Дата,Клиент,Город,Сумма', 'Рязань', 'город'],
    ['cp949', '주문일,고객명,도시,금액', '대구', '도시'],
    ['shift_jis', '注文日,顧客名,市区町村,金額', '横浜市', '市区町村'],
    ['windows-1253', 'Ημερομηνία,Πελάτης,Πόλη,Ποσό', 'Καλαμάτα', 'πόλη'],
  ])('a question names the city as a file in %s does', async (encoding, header, city, word) => {
    const shop = await openTestShop();
    const text = `${header}\n2026-01-05,A,${city},12.50\n2026-01-06,B,X,100\n2026-01-07,A,${city},30\n`;
    await shop.load('sales.csv', iconv.encode(text, encoding));
    expect(await shop.figures(`sales by ${word}`, 'revenue')).toEqual({ [city]: 42.5, X: 100 });
    expect(await shop.figures('sales by city', 'revenue')).toEqual({ [city]: 42.5, X: 100 });
    await shop.close();
  });

  it('keeps letters that are no accented ones in the names of dimensions', async () => {
    const shop = await openTestShop();
    await shop.load('sales.csv', 'date,amount,район\n2026-01-05,12.50,Юг\n2026-01-06,100,Север\n');
    const { columns } = await shop.answer('sales by район');
    expect(columns[0]).toMatchObject({ key: 'район', label: 'Район' });
    await shop.close();
  });
});

describe('what spreadsheets do to rows', () => {
  it('unwraps rows that are one quoted cell each', async () => {
    const shop = await openTestShop();
    const text =
      '"Name,Email,Total,""Created at"",Note";\r\n"1001,ana@example.com,12.50,2026-03-05,""Hello, you""";\r\n' +
      '"1002,ben@example.com,20.00,2026-03-06,";\r\n';
    expect(await shop.load('sales.csv', text)).toMatchObject({ lines: 2, revenue: 3250, customers: 2 });
    await shop.close();
  });

  it('reads values without the apostrophe or tab before them', async () => {
    const shop = await openTestShop();
    const text =
      "Order #,Date,City,Net sales\n'75102,2026-03-05,'t Hart,\"\t-42.00\"\n'75103,2026-03-06,Ede,'-10.00\n" +
      '75104,2026-03-07,Ede,100.00\n';
    expect(await shop.load('sales.csv', text)).toMatchObject({ lines: 3, refusedCount: 0, revenue: 4800 });
    expect(await shop.figures('sales by city', 'revenue')).toEqual({ "'t Hart": -42, Ede: 90 });
    await shop.close();
  });
});
