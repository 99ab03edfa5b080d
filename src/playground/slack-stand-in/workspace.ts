import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { refuseOtherSites, SECURITY_HEADERS } from '../guard.js';
import { HttpError, parameters, parseJson, readBody, sendError, sendJson, sendText } from '../http.js';
import { isSecret, newSecrets, type Secrets } from '../secrets.js';
import { checkBlocks, filesIn } from './check-blocks.js';
import { EmulatedApi } from './emulated-api.js';
import { history } from './history.js';
import { blockAction, eventCallback, homeAction, type Payload, signature, slashCommand } from './payloads.js';
import type { Posted } from './posted.js';
import { Sockets } from './sockets.js';

/** What a fault answers instead: an HTTP status, and a body with Slack's error code. */
export interface Fault {
  readonly status?: number;
  readonly error: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is carried out, and then the connection is cut before its answer. */
  readonly cutAfter?: boolean;
  /** No answer ever comes. */
  readonly hangs?: boolean;
}

/** The longest bodies that are read, in bytes: of a call or an answer, and of a file. */
const MOST_IN_CALL = 2_000_000;
const MOST_IN_FILE = 50_000_000;

const named = z.object({ id: z.string(), name: z.string() });
const postedAnswer = z.object({ ok: z.boolean(), ts: z.string().optional() });
const completedFile = z.object({ id: z.string(), title: z.string().optional() });
const responseMessage = z.object({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  response_type: z.string().optional(),
  parse: z.string().optional(),
});

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
  readonly #sockets = new Sockets();
  /** Where the app receives requests from Slack. */
  #app: string | undefined;
  #extra: ExtraRoutes | undefined;
  /** The Home tab as it was published last. */
  home: unknown;
  /** Those that there are, the one that people write in first. */
  readonly channels: { readonly id: string; readonly name: string }[];
  /** What `users.info` tells of people beyond their names: guests, people of other workspaces, bots. */
  readonly people = new Map<string, Readonly<Record<string, unknown>>>();
  /** Requests that the bot may not write to the channel with. */
  botIsMember = true;

  private constructor(
    private readonly server: Server,
    private readonly api: EmulatedApi,
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
    const api = await EmulatedApi.open(secrets);
    const call = async <T>(method: string, schema: z.ZodType<T>) =>
      schema.parse(JSON.parse((await api.call(method, {}, secrets.setupToken, url)).body));
    const { channels } = await call('conversations.list', z.object({ channels: z.array(named) }));
    const { members } = await call('users.list', z.object({ members: z.array(named) }));
    const channel = channels.find(c => c.name === 'sales')?.id ?? '';
    const user = members.find(u => u.name === 'you')?.id ?? '';
    const workspace = new Workspace(server, api, secrets, url, channel, user);
    handler.handle = (request, response) => {
      workspace.#handle(request, response).catch(error => sendError(response, error));
    };
    server.on('upgrade', (request, socket, head) => workspace.#link(request, socket, head));
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
    const { body } = await this.api.call('conversations.create', { name }, this.secrets.setupToken, this.url);
    const created = z.object({ error: z.string().optional(), channel: named.optional() });
    const { error, channel } = created.parse(JSON.parse(body));
    if (!channel) throw new Error(`no channel ${name}: ${error}`);
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

  /** The next calls of a method, or of any `response_url`, are answered with these faults, one each. */
  fail(method: string, ...faults: Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  /** The calls of a method work again. */
  mend(method: string): void {
    this.#faults.delete(method);
  }

  onPosted(listener: (posted: Posted) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for the next message that fits. */
  nextPosted(fits: (posted: Posted) => boolean = () => true, timeoutMs = 120_000): Promise<Posted> {
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
    return this.#send(slashCommand(this, this.newResponseUrl(), command, text));
  }

  /** Presses a button of a message. */
  press(posted: Posted, actionId: string, value: string): Promise<number> {
    return this.#send(blockAction(this, this.newResponseUrl(), posted, actionId, value));
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
    this.#sockets.disconnect();
  }

  async close(): Promise<void> {
    this.#sockets.close();
    await this.api.close();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  async #send(payload: Payload): Promise<number> {
    if (!this.#app) return this.#sockets.send(payload);
    const { body, contentType } = payload;
    const headers = { 'content-type': contentType, ...signature(body, this.secrets.signingSecret) };
    return (await fetch(this.#app, { method: 'POST', headers, body })).status;
  }

  /** An address that an app may answer to. */
  newResponseUrl(): string {
    const id = randomUUID();
    this.#responses.set(id, { channel: this.channel, uses: 0 });
    return `${this.url}/response/${id}`;
  }

  get #port(): number {
    return Number(new URL(this.url).port);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    refuseOtherSites(request, this.#port);
    const path = new URL(request.url ?? '/', this.url).pathname;
    if (path.startsWith('/api/')) return this.#api(path.slice(5), request, response);
    if (path.startsWith('/response/')) return this.#respond(path.slice(10), request, response);
    if (path.startsWith('/upload/')) return this.#upload(path, request, response);
    if (this.#extra && (await this.#extra(request, response))) return;
    throw new HttpError(404, 'not found');
  }

  /** A connection for Socket Mode. */
  #link(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    try {
      refuseOtherSites(request, this.#port);
      if (this.#sockets.connect(request, socket, head)) return;
    } catch {
      // Refused below, as without a ticket.
    }
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  }

  async #api(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = parameters(request, await readBody(request, MOST_IN_CALL));
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? given.token;
    const isOpening = method === 'apps.connections.open';
    if (!isSecret(token, isOpening ? this.secrets.appToken : this.secrets.botToken))
      return sendJson(response, { ok: false, error: token ? 'invalid_auth' : 'not_authed' });
    this.calls.push(method);
    const fault = this.#faults.get(method)?.shift();
    if (fault?.hangs) return;
    if (fault && !fault.cutAfter)
      return sendJson(response, { ok: false, error: fault.error }, fault.status ?? 200, fault.headers);
    if (isOpening)
      return sendJson(response, {
        ok: true,
        url: this.url.replace('http', 'ws') + this.#sockets.newPath(),
      });
    if (method === 'files.completeUploadExternal') return this.#complete(given, response);
    if (method === 'conversations.history' || method === 'conversations.replies')
      return this.#messages(given, response);
    if (method === 'views.publish') this.home = parseJson(given.view ?? '{}', z.unknown());
    const person = method === 'users.info' ? this.people.get(given.user ?? '') : undefined;
    if (person) return sendJson(response, { ok: true, user: { id: given.user, ...person } });
    if (method === 'chat.delete' || method === 'files.delete') return this.#delete(given, response);
    if (method === 'chat.postEphemeral') return this.#postEphemeral(given, response);
    if (method === 'chat.postMessage') return this.#postMessage(given, response, fault?.cutAfter);
    sendText(response, await this.#call(method, given));
  }

  /** @param cut whether the connection is cut instead of answering */
  async #postMessage(
    given: Record<string, string>,
    response: ServerResponse,
    cut: boolean | undefined,
  ): Promise<void> {
    if (this.#isOutside(given.channel)) return sendJson(response, { ok: false, error: 'not_in_channel' });
    const blocks = given.blocks ? parseJson(given.blocks, z.array(z.unknown())) : [];
    const errors = this.#rejections(blocks);
    if (errors.length > 0) {
      const body = { error: 'invalid_blocks', errors, response_metadata: { messages: errors } };
      return sendJson(response, { ok: false, ...body });
    }
    const answer = await this.#call('chat.postMessage', given);
    const { ok, ts = momentNow() } = postedAnswer.parse(JSON.parse(answer.body));
    if (ok)
      this.#post({
        ts,
        channel: given.channel ?? '',
        threadTs: given.thread_ts ?? null,
        text: given.text ?? '',
        blocks,
        ephemeral: false,
        through: 'chat.postMessage',
        parse: given.parse,
        ...(given.metadata && { metadata: JSON.parse(given.metadata) }),
      });
    if (cut) response.destroy();
    else sendText(response, answer);
  }

  async #upload(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MOST_IN_FILE);
    const status = await this.api.upload(path, body.length);
    if (status === 200) this.files.set(path.split('/').at(-1) ?? '', body);
    response.writeHead(status).end();
  }

  #call(method: string, given: Record<string, string>): Promise<{ status: number; body: string }> {
    return this.api.call(method, given, this.secrets.botToken, this.url);
  }

  /** Whether the bot is no member; its conversations with people are always open to it. */
  #isOutside(channel = ''): boolean {
    return !this.botIsMember && channel.startsWith('C');
  }

  /** A message that one person alone sees. */
  #postEphemeral(given: Record<string, string>, response: ServerResponse): void {
    const blocks = given.blocks ? parseJson(given.blocks, z.array(z.unknown())) : [];
    const errors = this.#rejections(blocks);
    const error = this.#isOutside(given.channel) ? 'not_in_channel' : errors[0] && 'invalid_blocks';
    if (error) {
      sendJson(response, { ok: false, error, errors });
      return;
    }
    const ts = momentNow();
    this.#post({
      ts,
      channel: given.channel ?? '',
      threadTs: given.thread_ts ?? null,
      text: given.text ?? '',
      blocks,
      ephemeral: true,
      through: 'chat.postEphemeral',
      parse: given.parse,
    });
    sendJson(response, { ok: true, message_ts: ts });
  }

  /** Takes a message back, or the one that shows a file. */
  #delete({ channel, ts, file }: Record<string, string>, response: ServerResponse): void {
    const isIt = (p: Posted) =>
      file === undefined ? p.channel === channel && p.ts === ts && !p.ephemeral : p.file?.id === file;
    const at = this.posted.findIndex(isIt);
    if (at >= 0) this.posted.splice(at, 1);
    sendJson(response, at >= 0 ? { ok: true } : { ok: false, error: 'message_not_found' });
  }

  #rejections(blocks: unknown): string[] {
    const unready = filesIn(blocks).filter(id => (this.#completed.get(id)?.times ?? 0) < 2);
    return [...checkBlocks(blocks), ...unready.map(id => `invalid slack file ${id}`)];
  }

  /** The first completion is accepted, the file type is known from the second on: processing takes a while. */
  async #complete(given: Record<string, string>, response: ServerResponse): Promise<void> {
    const [file] = parseJson(given.files ?? '[]', z.array(completedFile));
    const id = String(file?.id);
    if (given.channel_id) return this.#share(given, { id, name: String(file?.title) }, response);
    const known = this.#completed.get(id) ?? {
      times: 0,
      body: (await this.#call('files.completeUploadExternal', given)).body,
    };
    known.times++;
    this.#completed.set(id, known);
    const result = JSON.parse(known.body);
    if (known.times === 1) for (const file of result.files ?? []) delete file.filetype;
    sendJson(response, result);
  }

  #messages(given: Record<string, string>, response: ServerResponse): void {
    const { channel } = given;
    const isUnknown = channel?.startsWith('C') && !this.channels.some(c => c.id === channel);
    if (isUnknown || this.#isOutside(channel))
      sendJson(response, { ok: false, error: isUnknown ? 'channel_not_found' : 'not_in_channel' });
    else sendJson(response, { ok: true, messages: history(this.posted, given) });
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
    if (this.#isOutside(channel)) {
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
    const message = parseJson(String(await readBody(request, MOST_IN_CALL)), responseMessage);
    const fault = this.#faults.get('response_url')?.shift();
    if (fault?.hangs) return;
    if (fault)
      return sendJson(response, { ok: false, error: fault.error }, fault.status ?? 500, fault.headers);
    if (!known || known.uses >= 5) return sendJson(response, { ok: false, error: 'used_url' }, 404);
    known.uses++;
    const { blocks } = message;
    const errors = [
      ...this.#rejections(blocks),
      ...(filesIn(blocks).length > 0 ? ['slack_file is not allowed here'] : []),
    ];
    if (errors.length > 0) return sendJson(response, { ok: false, error: 'invalid_blocks', errors }, 400);
    this.#post({
      ts: momentNow(),
      channel: known.channel,
      threadTs: null,
      text: message.text,
      blocks,
      ephemeral: message.response_type !== 'in_channel',
      through: 'response_url',
      parse: message.parse,
    });
    sendJson(response, { ok: true });
  }

  #post(posted: Posted): void {
    this.posted.push(posted);
    for (const listener of [...this.#listeners]) listener(posted);
  }
}

/** A message's timestamp, as Slack writes it. */
const momentNow = (): string =>
  `${Math.floor(Date.now() / 1000)}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
