import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { projectFile } from '../project-file.js';
import { checkBlocks, filesIn } from './check-blocks.js';
import { parameters, readBody, sendJson } from './http.js';
import { blockAction, eventCallback, homeAction, type Payload, signature, slashCommand } from './payloads.js';
import type { Posted } from './posted.js';
import { newSecrets, type Secrets } from './secrets.js';

/** What a fault answers instead: an HTTP status, and a body with Slack's error code. */
export interface Fault {
  readonly status?: number;
  readonly error: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is carried out, and then the connection is cut before its answer. */
  readonly cutAfter?: boolean;
}

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** The scopes that manifest.json asks for: what works here works with an app installed from it. */
async function manifestScopes(): Promise<string[]> {
  const text = await readFile(projectFile('manifest.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).oauth_config.scopes.bot;
}

/** Serves more paths on the stand-in's port; true where it took the request. */
export type ExtraRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * A stand-in for a Slack workspace, on loopback. `emulate` answers the Web API; before it stands what it lacks:
 * block limits, images that are processed only after a while, response addresses, Socket Mode, slash commands and
 * buttons, and faults on demand. For the playground and the tests.
 */
export class Workspace {
  readonly posted: Posted[] = [];
  /** Every Web API call, in order. */
  readonly calls: string[] = [];
  readonly files = new Map<string, Buffer>();
  readonly #faults = new Map<string, Fault[]>();
  readonly #completed = new Map<string, { times: number; body: string }>();
  readonly #listeners = new Set<(posted: Posted) => void>();
  readonly #responses = new Map<string, { channel: string; uses: number }>();
  readonly #sockets = new Set<WebSocket>();
  /** Where the app receives requests from Slack. */
  #app: string | undefined;
  #extra: ExtraRoutes | undefined;
  /** The Home tab as it was published last. */
  home: unknown;
  /** Those that there are, the one that people write in first. */
  readonly channels: { readonly id: string; readonly name: string }[];
  /** Requests that the bot may not write to the channel with. */
  botIsMember = true;

  private constructor(
    private readonly server: Server,
    private readonly sockets: WebSocketServer,
    private readonly emulator: Emulator,
    readonly secrets: Secrets,
    readonly url: string,
    readonly channel: string,
    readonly user: string,
  ) {
    this.channels = [{ id: channel, name: 'sales' }];
  }

  static async open(port = 0): Promise<Workspace> {
    const handler: { handle?: (request: IncomingMessage, response: ServerResponse) => void } = {};
    const server = createServer((request, response) => handler.handle?.(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const secrets = newSecrets();
    const emulator = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          team: { name: 'The shop', domain: 'the-shop' },
          users: [
            { name: 'you', real_name: 'You' },
            { name: 'shopkeeper', real_name: 'Shopkeeper' },
          ],
          channels: [{ name: 'sales' }],
          strict_scopes: true,
          tokens: [
            { token: secrets.botToken, user: 'shopkeeper', type: 'bot', scopes: await manifestScopes() },
            {
              token: secrets.setupToken,
              user: 'shopkeeper',
              type: 'bot',
              scopes: ['channels:read', 'channels:manage', 'users:read'],
            },
          ],
        },
      },
    });
    const call = async (method: string) =>
      (
        await fetch(`${emulator.url}/api/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secrets.setupToken}` },
        })
      ).json();
    const channels: { channels: { id: string; name: string }[] } = await call('conversations.list');
    const users: { members: { id: string; name: string }[] } = await call('users.list');
    const channel = channels.channels.find(c => c.name === 'sales')?.id ?? '';
    const user = users.members.find(u => u.name === 'you')?.id ?? '';
    const workspace = new Workspace(
      server,
      new WebSocketServer({ server, path: '/link' }),
      emulator,
      secrets,
      url,
      channel,
      user,
    );
    handler.handle = (request, response) => {
      workspace.#handle(request, response).catch(error => response.writeHead(500).end(String(error)));
    };
    workspace.sockets.on('connection', socket => workspace.#greet(socket));
    return workspace;
  }

  /** The Web API's address for `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** What an app of this workspace needs as its settings, in either mode. */
  get settings(): Readonly<Record<string, string>> {
    return {
      SLACK_BOT_TOKEN: this.secrets.botToken,
      SLACK_APP_TOKEN: this.secrets.appToken,
      SLACK_SIGNING_SECRET: this.secrets.signingSecret,
      SLACK_API_URL: this.apiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
    };
  }

  /** Makes a channel that the bot is a member of. @returns its id */
  async addChannel(name: string): Promise<string> {
    const response = await fetch(`${this.emulator.url}/api/conversations.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secrets.setupToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const { ok, error, channel } = (await response.json()) as {
      ok: boolean;
      error?: string;
      channel?: { id: string };
    };
    if (!ok || !channel) throw new Error(`no channel ${name}: ${error}`);
    this.channels.push({ id: channel.id, name });
    return channel.id;
  }

  /** Sends commands and buttons to an app at this address, signed; without it they go to the connected socket. */
  connect(appUrl: string): void {
    this.#app = appUrl;
  }

  serve(extra: ExtraRoutes): void {
    this.#extra = extra;
  }

  /** The next calls of a method are answered with these faults, one each. */
  fail(method: string, ...faults: Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  onPosted(listener: (posted: Posted) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for the next message that fits. */
  nextPosted(fits: (posted: Posted) => boolean = () => true, timeoutMs = 20_000): Promise<Posted> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`no message within ${timeoutMs} ms; calls: ${this.calls.join(', ')}`));
      }, timeoutMs);
      const stop = this.onPosted(posted => {
        if (!fits(posted)) return;
        clearTimeout(timer);
        stop();
        resolve(posted);
      });
    });
  }

  /** Types a slash command. @returns the status of the app's acknowledgement (200 for a socket's) */
  command(command: string, text: string): Promise<number> {
    return this.#send(slashCommand(this, this.#responseUrl(), command, text));
  }

  /** Presses a button of a message. */
  press(posted: Posted, actionId: string, value: string): Promise<number> {
    return this.#send(blockAction(this, this.#responseUrl(), posted, actionId, value));
  }

  /** Presses a button of the Home tab. */
  pressOnHome(actionId: string, value: string): Promise<number> {
    return this.#send(homeAction(this, actionId, value));
  }

  /** Delivers an event, once or again under the same id. */
  event(event: Record<string, unknown>, eventId: string = randomUUID()): Promise<number> {
    return this.#send(eventCallback(event, eventId));
  }

  /** Breaks every Socket Mode connection. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async close(): Promise<void> {
    this.disconnect();
    this.sockets.close();
    await this.emulator.close();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  async #send({ type, payload, body, contentType }: Payload): Promise<number> {
    if (this.#app) {
      const headers = { 'content-type': contentType, ...signature(body, this.secrets.signingSecret) };
      return (await fetch(this.#app, { method: 'POST', headers, body })).status;
    }
    const socket = [...this.#sockets][0];
    if (!socket) throw new Error('no app is connected');
    const envelopeId = randomUUID();
    return new Promise(resolve => {
      socket.on('message', function acknowledged(data) {
        if (JSON.parse(String(data)).envelope_id !== envelopeId) return;
        socket.off('message', acknowledged);
        resolve(200);
      });
      socket.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
        }),
      );
    });
  }

  #greet(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: 1,
        connection_info: { app_id: 'A000000001' },
        debug_info: { host: 'stand-in' },
      }),
    );
  }

  #responseUrl(): string {
    const id = randomUUID();
    this.#responses.set(id, { channel: this.channel, uses: 0 });
    return `${this.url}/response/${id}`;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.url).pathname;
    if (path.startsWith('/api/')) return this.#api(path.slice(5), request, response);
    if (path.startsWith('/response/')) return this.#respond(path.slice(10), request, response);
    if (path.startsWith('/upload/')) {
      const body = await readBody(request);
      this.files.set(path.split('/').at(-1) ?? '', body);
      return this.#forward(request, body, response);
    }
    if (this.#extra && (await this.#extra(request, response))) return;
    response.writeHead(404).end('not found');
  }

  async #api(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls.push(method);
    const body = await readBody(request);
    const fault = this.#faults.get(method)?.shift();
    if (fault && !fault.cutAfter)
      return sendJson(response, { ok: false, error: fault.error }, fault.status ?? 200, fault.headers);
    if (method === 'apps.connections.open')
      return sendJson(response, { ok: true, url: `${this.url.replace('http', 'ws')}/link` });
    const given = parameters(request, body);
    if (method === 'files.completeUploadExternal') return this.#complete(given, request, body, response);
    if (method === 'conversations.history' || method === 'conversations.replies')
      return this.#messages(given, response);
    if (method === 'views.publish') this.home = JSON.parse(given.view ?? '{}');
    if (method !== 'chat.postMessage') return this.#forward(request, body, response);
    if (!this.botIsMember) return sendJson(response, { ok: false, error: 'not_in_channel' });
    const blocks: unknown = given.blocks ? JSON.parse(given.blocks) : [];
    const errors = this.#rejections(blocks);
    if (errors.length > 0)
      return sendJson(response, {
        ok: false,
        error: 'invalid_blocks',
        errors,
        response_metadata: { messages: errors },
      });
    const answer = await this.#forwarded(request, body);
    const result = JSON.parse(answer.body);
    if (result.ok)
      this.#post({
        ts: result.ts,
        channel: given.channel ?? '',
        threadTs: given.thread_ts ?? null,
        text: given.text ?? '',
        blocks: blocks as unknown[],
        ephemeral: false,
        through: 'chat.postMessage',
        ...(given.metadata && { metadata: JSON.parse(given.metadata) }),
      });
    if (fault) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }

  #rejections(blocks: unknown): string[] {
    const unready = filesIn(blocks).filter(id => (this.#completed.get(id)?.times ?? 0) < 2);
    return [...checkBlocks(blocks), ...unready.map(id => `invalid slack file ${id}`)];
  }

  /** The first completion is accepted, the file type is known from the second on: processing takes a while. */
  async #complete(
    given: Record<string, string>,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const [file] = JSON.parse(given.files ?? '[]');
    const id = String(file?.id);
    if (given.channel_id) return this.#share(given, { id, name: String(file?.title) }, response);
    const known = this.#completed.get(id) ?? { times: 0, body: (await this.#forwarded(request, body)).body };
    known.times++;
    this.#completed.set(id, known);
    const result = JSON.parse(known.body);
    if (known.times === 1) for (const file of result.files ?? []) delete file.filetype;
    sendJson(response, result);
  }

  /** What stands in the channel, or in a thread of it, the newest first. */
  #messages({ channel, ts, oldest = '0' }: Record<string, string>, response: ServerResponse): void {
    const isUnknown = channel?.startsWith('C') && !this.channels.some(c => c.id === channel);
    if (isUnknown || !this.botIsMember) {
      sendJson(response, { ok: false, error: isUnknown ? 'channel_not_found' : 'not_in_channel' });
      return;
    }
    const messages = this.posted.filter(
      p =>
        p.channel === channel &&
        !p.ephemeral &&
        Number(p.ts) >= Number(oldest) &&
        (ts === undefined ? p.threadTs === null : p.threadTs === ts || p.ts === ts),
    );
    sendJson(response, {
      ok: true,
      messages: messages
        .map(p => ({
          ts: p.ts,
          text: p.text,
          metadata: p.metadata,
          ...(p.file && { files: [{ id: p.file.id, name: p.file.name }] }),
        }))
        .reverse(),
    });
  }

  /** A file that is shared with a channel stands there as a message of its own. */
  #share(
    {
      channel_id: channel = '',
      thread_ts: threadTs = null,
    }: { channel_id?: string; thread_ts?: string | null },
    file: { id: string; name: string },
    response: ServerResponse,
  ): void {
    if (!this.botIsMember) {
      sendJson(response, { ok: false, error: 'not_in_channel' });
      return;
    }
    this.#post({
      ts: momentNow(),
      channel,
      threadTs,
      text: file.name,
      blocks: [],
      ephemeral: false,
      through: 'file',
      file,
    });
    sendJson(response, { ok: true, files: [{ id: file.id, title: file.name }] });
  }

  /** Messages through a response address: five at the most, and no image of a file in one only the asker sees. */
  async #respond(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = this.#responses.get(id);
    const message = JSON.parse(String(await readBody(request)));
    if (!known || known.uses >= 5) return sendJson(response, { ok: false, error: 'used_url' }, 404);
    known.uses++;
    const blocks = message.blocks ?? [];
    const errors = [
      ...this.#rejections(blocks),
      ...(filesIn(blocks).length > 0 ? ['slack_file is not allowed here'] : []),
    ];
    if (errors.length > 0) return sendJson(response, { ok: false, error: 'invalid_blocks', errors }, 400);
    this.#post({
      ts: momentNow(),
      channel: known.channel,
      threadTs: null,
      text: message.text ?? '',
      blocks,
      ephemeral: message.response_type !== 'in_channel',
      through: 'response_url',
    });
    sendJson(response, { ok: true });
  }

  #post(posted: Posted): void {
    this.posted.push(posted);
    for (const listener of [...this.#listeners]) listener(posted);
  }

  async #forwarded(request: IncomingMessage, body: Buffer): Promise<{ status: number; body: string }> {
    const headers = Object.fromEntries(
      ['authorization', 'content-type'].flatMap(name =>
        request.headers[name] ? [[name, String(request.headers[name])]] : [],
      ),
    );
    const answer = await fetch(`${this.emulator.url}${request.url}`, {
      method: request.method,
      headers,
      body: body.length > 0 ? Uint8Array.from(body) : undefined,
    });
    // Addresses that it hands out lead through here, so that what is uploaded can be shown.
    return { status: answer.status, body: (await answer.text()).replaceAll(this.emulator.url, this.url) };
  }

  async #forward(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const answer = await this.#forwarded(request, body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }
}

/** A message's timestamp, as Slack writes it. */
const momentNow = (): string =>
  `${Math.floor(Date.now() / 1000)}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
