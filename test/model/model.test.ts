import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NotUnderstood } from '../../src/core/errors.js';
import { completion, type ModelServer, modelServer } from '../support/model-server.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

/** A text that our own language does not understand. */
const UNREAD = 'tell me the baskets in each land, old chap';
const BY_COUNTRY = { rows: 'groups', by: ['country'], measures: ['orders'] };

describe('a language model', () => {
  let server: ModelServer;
  let shop: TestShop;
  let plain: TestShop;
  let now = Date.parse('2026-03-29T10:00:00Z');
  beforeAll(async () => {
    server = await modelServer();
    const env = { LLM_BASE_URL: `${server.baseUrl}/`, LLM_MODEL: 'small:1', LLM_API_KEY: 'key-123456' };
    shop = await openTestShop({ ...env, LLM_TIMEOUT_SECONDS: '1' }, () => new Date(now));
    plain = await openTestShop();
    for (const one of [shop, plain]) await one.ingest(CORNER_SHOP);
  });
  afterAll(async () => {
    await shop.close();
    await plain.close();
    await server.close();
  });
  beforeEach(() => {
    server.requests.length = 0;
    server.saying(JSON.stringify({ query: BY_COUNTRY }));
    // A rest after failures is over.
    now += 120_000;
  });

  const refusalOf = async (of: TestShop, text: string) => {
    const error = await of.ask(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(NotUnderstood);
    return error instanceof NotUnderstood ? [error.message, error.suggestions] : [];
  };
  /** Asks something new each time, so that no answer is cached. */
  let count = 0;
  const refusesLikeNoModel = async () => {
    const text = `${UNREAD} ${'abcdefghijklmnopqrstuvwxyz'[count++]}q`;
    expect(await refusalOf(shop, text)).toEqual(await refusalOf(plain, text));
  };

  it('reads what our own language does not, and the answer says so', async () => {
    const answer = await shop.answer(UNREAD);
    expect(answer.rows).toMatchObject([
      { country: 'Spain', orders: 4 },
      { country: 'France', orders: 2 },
      { country: 'Germany', orders: 2 },
    ]);
    expect(answer.notes).toContain('Understood as `measure:orders by:country` by the model small:1.');
    expect((await plain.answer(answer.question)).rows).toEqual(answer.rows);
    expect(server.requests).toHaveLength(1);
    await shop.answer(UNREAD);
    expect(server.requests).toHaveLength(1);
  });

  it('sees the text and names, and nothing of the data', async () => {
    await shop.ask(`${UNREAD} again`);
    const [request] = server.requests;
    expect(request).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer key-123456' });
    const sent = z
      .strictObject({
        model: z.literal('small:1'),
        stream: z.literal(false),
        messages: z.tuple([
          z.strictObject({ role: z.literal('system'), content: z.string() }),
          z.strictObject({ role: z.literal('user'), content: z.literal(`${UNREAD} again`) }),
        ]),
      })
      .parse(JSON.parse(request?.body ?? ''));
    const [{ content }] = sent.messages;
    for (const name of ['new-customers', 'country (dimension)', 'vip', 'inactive-days'])
      expect(content).toContain(name);
    // What the data lacks is no measure of this shop.
    expect(content).not.toContain('average-rating');
    const values = ['Spain', 'Germany', 'France', 'Tea', 'Mug', 'Coffee', 'Drinks', 'Shipped'];
    const customers = ['Ana', 'Bob', 'Dana', 'Eve', 'HYPERLINK', 'c1'];
    const figures = ['203.09', '12.50', '2026-03-28', '2026-01-05'];
    for (const part of [...values, ...customers, ...figures]) expect(content).not.toContain(part);
  });

  it('is asked about nothing else', async () => {
    await shop.ask('sales by country');
    for (const text of [
      'measure:unheard-of',
      'sales jan 2026 feb 2026 mar 2026',
      '',
      `${UNREAD} ${'x'.repeat(500)}`,
    ])
      await refusalOf(shop, text);
    await expect(plain.ask(UNREAD)).rejects.toThrow(NotUnderstood);
    expect(server.requests).toEqual([]);
  });

  it('may think first and put a fence around its reply', async () => {
    server.saying(`<think>{maybe}</think>\nHere:\n\`\`\`json\n${JSON.stringify(BY_COUNTRY)}\n\`\`\``);
    expect((await shop.answer(`${UNREAD} yz`)).rows).toHaveLength(3);
  });

  it('cannot have e-mail addresses shown', async () => {
    server.saying(JSON.stringify({ query: { rows: 'customers', show: ['email'] } }));
    const answer = await shop.answer(`${UNREAD} mail`);
    expect(answer.columns.map(column => column.key)).not.toContain('email');
  });

  const deep = `{"query":{"rows":"customers","who":${'{"kind":"not","of":'.repeat(2_000)}`;
  it.each(
    [
      'I believe it is 42.',
      '{}',
      '{"query": {}}',
      '{"query": null}',
      '{"query": {"rows": "groups", "by": ["country"], "sql": "drop table customers"}}',
      '{"query": {"rows": "groups", "by": ["planet"], "measures": ["orders"]}}',
      '{"query": {"measures": ["happiness"]}}',
      '{"query": {"measures": ["orders"], "where": [{"field": "country", "values": ["Narnia"]}]}}',
      '{"query": {"measures": ["orders"], "period": "when pigs fly"}}',
      `${deep}{"kind":"segment","values":["vip"]}${'}'.repeat(2_002)}`,
      '',
    ].map((content, i) => [i + 1, content] as const),
  )('that talks nonsense (%i) leads to the refusal of before', async (_i, content) => {
    server.saying(content);
    await refusesLikeNoModel();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    'no JSON',
    '{"choices": []}',
    '[]',
    `{"choices": "${'x'.repeat(2_000_000)}"}`,
  ])('whose server sends no completion leads to the refusal of before', async body => {
    server.answering(response => response.end(body));
    await refusesLikeNoModel();
  });

  it.each([400, 401, 429, 500])('that fails with HTTP %i leads to the refusal of before', async status => {
    server.answering(response => {
      response.statusCode = status;
      response.end(completion(JSON.stringify({ query: BY_COUNTRY })));
    });
    await refusesLikeNoModel();
  });

  it('is not followed to another address', async () => {
    server.answering((response, { url }) => {
      if (url?.startsWith('/v1')) response.writeHead(307, { location: '/elsewhere' }).end();
      else response.end(completion(JSON.stringify({ query: BY_COUNTRY })));
    });
    await refusesLikeNoModel();
    expect(server.requests.map(request => request.path)).toEqual(['/v1/chat/completions']);
  });

  it.each([
    ['says nothing', () => {}],
    ['never ends', (response: { write(text: string): void }) => response.write('{"choices":')],
  ])('that %s is given up', async (_how, answering) => {
    server.answering(answering);
    await refusesLikeNoModel();
  });

  it('rests after three failures, and is asked again a minute later', async () => {
    await shop.ask(`${UNREAD} at first`);
    server.requests.length = 0;
    server.answering(response => response.destroy());
    for (let i = 0; i < 4; i++) await refusesLikeNoModel();
    expect(server.requests).toHaveLength(3);
    now += 61_000;
    server.saying(JSON.stringify({ query: BY_COUNTRY }));
    expect((await shop.answer(`${UNREAD} at last`)).rows).toHaveLength(3);
  });
});
