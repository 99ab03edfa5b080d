import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeOutput } from '../../src/query/described.js';
import { toolAnswerSchema } from '../../src/surfaces/mcp/tool-answer.js';
import { MAIN, ROOT } from '../support/built.js';
import { runInProcess } from '../support/command-in-process.js';
import { runCommand, withoutSettings } from '../support/command-line.js';

const SHOP = `Order ID,Order Date,Customer,Email,Product,Country,Quantity,Amount
1,2026-01-05,Ann,ann@shop.example,Tea,Spain,2,4.10
2,2026-01-20,Bob,bob@shop.example,Cup,Italy,1,9.00
3,2026-02-03,Ann,ann@shop.example,Tea,Spain,1,2.05
4,2026-03-01,Cem,cem@shop.example,Pot,Spain,1,30.00
`;

/** A shop whose customers are known by their addresses alone. */
const BY_ADDRESS = `Order ID,Order Date,Email,Amount
1,2026-01-05,ann@shop.example,4.10
2,2026-01-20,bob@shop.example,9.00
`;

const result = z.object({
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().optional(),
});

/** The official client, connected to a process of its own. */
async function connected(folder: string, name: string, content: string) {
  const env = { DATABASE_URL: `sqlite:${join(folder, `${name}.sqlite`)}` };
  await writeFile(join(folder, `${name}.csv`), content);
  expect((await runInProcess(['ingest', join(folder, `${name}.csv`)], env)).code).toBe(0);
  const machine = Object.entries(withoutSettings()).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, 'mcp'],
    cwd: ROOT,
    env: { ...Object.fromEntries(machine), ...env },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' });
  const strangeLines: Error[] = [];
  client.onerror = error => strangeLines.push(error);
  await client.connect(transport);
  const call = async (tool: string, input: Record<string, unknown>) =>
    result.parse(await client.callTool({ name: tool, arguments: input }));
  return {
    client,
    strangeLines,
    call,
    answer: async (tool: string, input: Record<string, unknown>) =>
      toolAnswerSchema.parse((await call(tool, input)).structuredContent),
    refusal: async (tool: string, input: Record<string, unknown>) => {
      const { isError, content } = await call(tool, input);
      expect(isError).toBe(true);
      return content.map(part => part.text).join('\n');
    },
  };
}

describe('shopkeeper mcp', () => {
  let folder: string;
  let shop: Awaited<ReturnType<typeof connected>>;
  let byAddress: Awaited<ReturnType<typeof connected>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-mcp-'));
    shop = await connected(folder, 'shop', SHOP);
    byAddress = await connected(folder, 'by-address', BY_ADDRESS);
  });
  afterAll(async () => {
    await shop.client.close();
    await byAddress.client.close();
    expect([...shop.strangeLines, ...byAddress.strangeLines]).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  it('has three tools that only read, with schemas for what they take and return', async () => {
    const { tools } = await shop.client.listTools();
    expect(tools.map(tool => tool.name)).toEqual(['ask', 'query', 'describe']);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(outputSchema?.type).toBe('object');
    }
    const [ask, query] = tools;
    expect(Object.keys(ask?.inputSchema.properties ?? {})).toEqual(['text', 'before']);
    expect(Object.keys(query?.inputSchema.properties ?? {})).toEqual(
      expect.arrayContaining(['rows', 'by', 'measures', 'period', 'where', 'who', 'rank']),
    );
  });

  it('answers a question with rows, canonical text, scope, currency and the last day of the data', async () => {
    const answer = await shop.answer('ask', { text: 'what are our top countries?' });
    expect(answer.rows.map(row => [row.country, row.revenue, row.orders])).toEqual([
      ['Spain', 36.15, 3],
      ['Italy', 9, 1],
    ]);
    expect(answer).toMatchObject({
      currency: 'USD',
      dataThrough: '2026-03-01',
      scope: 'Jan 5 – Mar 1, 2026',
    });
    expect((await shop.answer('ask', { text: answer.question })).rows).toEqual(answer.rows);
  });

  it('answers a query as data', async () => {
    const answer = await shop.answer('query', {
      rows: 'groups',
      by: ['month'],
      measures: ['new-customers', 'revenue'],
      where: [{ field: 'country', values: ['Spain'] }],
    });
    expect(answer.rows).toMatchObject([
      { month: '2026-01', newCustomers: 1, revenue: 4.1 },
      { month: '2026-02', newCustomers: 0, revenue: 2.05 },
      { month: '2026-03', newCustomers: 1, revenue: 30 },
    ]);
    expect(answer.columns.map(column => column.unit)).toContain('money');
  });

  it('refuses what it does not understand, and says what can be asked', async () => {
    expect(await shop.refusal('ask', { text: 'flurbs of wozzle' })).toContain('Try: `sales');
    expect(await shop.refusal('query', { measures: ['conversion'] })).toContain('There are: revenue, orders');
    expect(
      await shop.refusal('query', { measures: ['revenue'], where: [{ field: 'country', values: ['Span'] }] }),
    ).toContain('Near it: Spain');
  });

  it('refuses what is no query', async () => {
    expect(await shop.refusal('query', { rows: 'groups' })).toContain('Groups need a field');
    expect(await shop.refusal('query', { sql: 'select 1' })).toContain('sql');
    expect(await shop.refusal('ask', { text: 'x'.repeat(10_000) })).toContain('characters long');
    const values = Array.from({ length: 3_000 }, String);
    expect(await shop.refusal('query', { where: [{ field: 'country', values }] })).toContain('2000');
    let who: object = { kind: 'segment', values: ['vip'] };
    for (let i = 0; i < 900; i++) who = { kind: 'not', of: who };
    await shop.call('query', { rows: 'customers', who });
    expect((await shop.answer('ask', { text: 'sales' })).rows).not.toEqual([]);
  });

  it('describes the shop: measures, fields, values, days, segments, filters', async () => {
    const { structuredContent } = await shop.call('describe', {});
    const described = describeOutput.parse(structuredContent);
    expect(described.shop).toMatchObject({
      currency: 'USD',
      dataFrom: '2026-01-05',
      dataThrough: '2026-03-01',
    });
    const measures = described.measures ?? [];
    expect(measures.find(m => m.key === 'average-order')).toMatchObject({
      unit: 'money',
      formula: 'revenue / orders',
    });
    expect(measures.find(m => m.key === 'average-rating')?.missing).toContain('no ratings');
    expect(described.fields?.map(field => field.key)).toEqual(
      expect.arrayContaining(['country', 'product', 'customer', 'month', 'segment']),
    );
    expect(described.values.find(of => of.field === 'country')).toEqual({
      field: 'country',
      count: 2,
      values: ['Spain', 'Italy'],
    });
    expect(described.segments?.map(segment => segment.key)).toContain('vip');
    expect(JSON.stringify(described)).not.toContain('Ann');
    expect(
      (await shop.call('describe', { field: 'product', contains: 'po', limit: 5 })).structuredContent,
    ).toEqual({
      values: [{ field: 'product', count: 1, values: ['Pot'] }],
    });
    expect(await shop.refusal('describe', { field: 'colour' })).toContain('There are: ');
  });

  it('has e-mail addresses only in an answer to a query that shows them', async () => {
    const asked = await shop.answer('query', { rows: 'customers', show: ['email'] });
    expect(asked.rows.map(row => row.email)).toContain('cem@shop.example');
    const exported = await shop.answer('ask', { text: 'segment export' });
    expect(JSON.stringify(exported)).not.toMatch(/(ann|bob|cem)@/);
    expect(exported.notes.join()).toContain('E-mail addresses are left out');
    const listed = await byAddress.answer('query', { rows: 'customers' });
    expect(listed.rows.map(row => row.customer)).toEqual(['b…@shop.example', 'a…@shop.example']);
    expect(listed.headline + listed.notes.join()).not.toMatch(/(ann|bob)@/);
    const top = await byAddress.answer('ask', { text: 'sales top-customers' });
    expect(JSON.stringify(top)).not.toMatch(/(ann|bob)@/);
  });

  it('answers all that was sent before its input ends, with nothing else on standard output', async () => {
    const requests = [
      {
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-06-18',
          capabilities: {},
          clientInfo: { name: 'test', version: '1' },
        },
      },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: { name: 'ask', arguments: { text: 'segment report' } } },
    ];
    const path = join(folder, 'requests');
    const lines = [...requests.map(request => JSON.stringify({ jsonrpc: '2.0', ...request })), 'no message'];
    await writeFile(path, `${lines.join('\n')}\n`);
    const { code, out, err } = await runCommand(['mcp'], {
      env: { DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}` },
      first: `exec < '${path}'`,
    });
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map(line => z.object({ id: z.number() }).parse(JSON.parse(line)));
    expect(answers.map(answer => answer.id)).toEqual([1, 2]);
    expect(err).toContain('the client sent something that is no message');
  });
});
