import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkBlocks } from '../../src/playground/slack-stand-in/check-blocks.js';
import { signature } from '../../src/playground/slack-stand-in/payloads.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { toolsOverHttp } from '../../src/surfaces/mcp/over-http.js';
import { toolAnswerSchema } from '../../src/surfaces/mcp/tool-answer.js';
import { type RunningApp, startApp } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const result = z.object({
  content: z.array(z.object({ text: z.string() })),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().optional(),
  _meta: z.object({ slack: z.object({ blocks: z.array(z.unknown()) }) }).optional(),
});

const ACCESS = 'everyone:\n  may: [sales]\n  scope: country:Spain\n';
const TEAM = 'T000000001';

/** Slackbot calls the tools as the official client does, with Slack's signature and the person who asks. */
describe('tools over HTTP', () => {
  let shop: TestShop;
  let running: RunningApp;
  let client: Client;
  let url: URL;
  beforeAll(async () => {
    shop = await openCornerShop();
    const path = join(shop.folder, 'access.yml');
    await writeFile(path, ACCESS);
    running = await startApp(
      shop,
      'http',
      { SLACK_MCP: 'true', ACCESS_FILE: path },
      { people: ['guest'], serveTools: toolsOverHttp(pino({ level: 'silent' }), '1') },
    );
    url = new URL('/mcp', running.url);
    client = new Client({ name: 'slackbot', version: '1' });
    const signed = async (to: string | URL, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(signedBy(String(init.body ?? '')))) headers.set(name, value);
      return fetch(to, { ...init, headers });
    };
    await client.connect(new StreamableHTTPClientTransport(url, { fetch: signed }));
  });
  afterAll(async () => {
    await client.close();
    await running.close();
    await shop.close();
  });
  const signedBy = (body: string) => signature(body, running.workspace.secrets.signingSecret);
  const call = async (
    name: string,
    args: Record<string, unknown>,
    slack: object | undefined = { user_id: running.workspace.user, team_id: TEAM },
  ) => result.parse(await client.callTool({ name, arguments: args, ...(slack && { _meta: { slack } }) }));

  it('are listed, and answer what the caller may see, with blocks within the limits', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'query', 'describe']);
    const answer = await call('ask', { text: 'sales' });
    const { headline } = await shop.ask('sales country:Spain');
    expect(toolAnswerSchema.parse(answer.structuredContent)).toMatchObject({ headline });
    const { blocks = [] } = answer._meta?.slack ?? {};
    expect(checkBlocks(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toContain(headline);
    expect(JSON.stringify(blocks)).not.toContain('action_id');
    const queried = await call('query', { rows: 'groups', by: ['country'], measures: ['revenue'] });
    expect(JSON.stringify(queried.structuredContent)).not.toContain('France');
    expect(JSON.stringify(await call('describe', {}))).not.toContain('France');
  });

  it('refuse customers, strangers, and whoever is not named, on record', async () => {
    const refusal = async (...asked: Parameters<typeof call>) => {
      const { isError, content } = await call(...asked);
      expect(isError).toBe(true);
      return content[0]?.text;
    };
    expect(await refusal('ask', { text: 'sales top-customers' })).toContain('may not see single customers');
    const guest = running.workspace.personCalled('guest');
    running.workspace.people.set(guest, { is_restricted: true });
    expect(await refusal('ask', { text: 'sales' }, { user_id: guest, team_id: TEAM })).toContain('guest');
    expect(await refusal('describe', {}, { user_id: running.workspace.user, team_id: 'T0OTHER' })).toContain(
      'other workspace',
    );
    expect(await refusal('ask', { text: 'sales' }, {})).toContain('Slack did not say who asks');
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: '1970', limit: 3 });
    expect(entries.map(({ surface, asked, outcome }) => [surface, asked, outcome])).toEqual([
      ['tool', 'describe', 'refused'],
      ['tool', 'sales', 'refused'],
      ['tool', 'sales top-customers', 'refused'],
    ]);
  });

  it('are called with a signature alone, once', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name: 'ask',
        arguments: { text: 'sales' },
        _meta: { slack: { user_id: running.workspace.user, team_id: TEAM } },
      },
    });
    const post = async (headers: Readonly<Record<string, string>>, sent = body) =>
      (
        await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            ...headers,
          },
          body: sent,
        })
      ).status;
    expect(await post({})).toBe(401);
    expect(await post(signature(body, 'another secret'))).toBe(401);
    expect(await post(signedBy(body), body.replace('sales', 'sales trend'))).toBe(401);
    expect(await post({ ...signedBy(body), 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await post(signedBy('ssl_check=1'), 'ssl_check=1')).toBe(400);
    expect(await post(signedBy(`[${body}]`), `[${body}]`)).toBe(400);
    const headers = signedBy(body);
    expect(await post(headers)).toBe(200);
    expect(await post(headers)).toBe(409);
    expect((await fetch(url)).status).toBe(405);
  });
});
