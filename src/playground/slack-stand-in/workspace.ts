import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ApiAnswer } from './api-answer.js';
import { Chat } from './chat.js';
import { Dialogs } from './dialogs.js';
import { EmulatedApi } from './emulated-api.js';
import { listen, parseJson } from './http.js';
import { MessageLog } from './message-log.js';
import {
  blockAction,
  eventCallback,
  fileMessageEvent,
  homeAction,
  messageShortcut,
  type Origin,
  type Payload,
  signature,
  slashCommand,
} from './payloads.js';
import type { Posted } from './posted.js';
import { ResponseUrls } from './response-urls.js';
import { type ExtraRoutes, Routes } from './routes.js';
import { newSecrets, type Secrets, settingsFor } from './secrets.js';
import { SharedFiles } from './shared-files.js';
import { Sockets } from './sockets.js';
import { Uploads } from './uploads.js';
import { WebApi } from './web-api.js';
import { Workplace } from './workplace.js';

export type { Fault } from './faults.js';

const named = z.object({ id: z.string(), name: z.string() });
const createdChannel = z.object({ error: z.string().optional(), channel: named.optional() });

/**
 * A stand-in for a Slack workspace, on loopback. `emulate` answers the Web API. This adds what it lacks:
 * block limits, images that take time to process, response URLs, Socket Mode, slash commands, buttons, and
 * faults on demand. The playground and the tests use it.
 */
export class Workspace extends Workplace {
  /** The Web API calls so far, in order. */
  readonly calls: string[] = [];
  readonly #messages = new MessageLog();
  readonly #sockets = new Sockets();
  readonly #uploads: Uploads;
  readonly #responseUrls: ResponseUrls;
  /** Files that people shared. */
  readonly sharedFiles: SharedFiles;
  /** Dialogs that the app shows to people. */
  readonly dialogs = new Dialogs(payload => this.#deliver(payload));
  readonly #webApi: WebApi;
  readonly #routes: Routes;
  /** The address at which the app receives requests from Slack; undefined in Socket Mode. */
  #appUrl: string | undefined;

  private constructor(
    private readonly server: Server,
    private readonly emulated: EmulatedApi,
    readonly secrets: Secrets,
    readonly url: string,
    readonly channel: string,
    readonly user: string,
    private readonly ids: ReadonlyMap<string, string>,
  ) {
    super(channel);
    this.#uploads = new Uploads(this.#messages, this.directory);
    const chat = new Chat(this.#messages, this.directory, this.#uploads);
    this.#responseUrls = new ResponseUrls(this.#messages, chat);
    this.sharedFiles = new SharedFiles(url);
    const newSocketUrl = () => url.replace('http', 'ws') + this.#sockets.newPath();
    const [directory, uploads, sharedFiles] = [this.directory, this.#uploads, this.sharedFiles];
    this.#webApi = new WebApi({
      emulated,
      secrets,
      directory,
      chat,
      uploads,
      sharedFiles,
      dialogs: this.dialogs,
      url,
      newSocketUrl,
    });
    this.#routes = new Routes({
      url,
      calls: this.calls,
      emulated,
      faults: this.faults,
      sockets: this.#sockets,
      uploads,
      sharedFiles,
      secrets,
      responseUrls: this.#responseUrls,
      webApi: this.#webApi,
    });
  }

  /** @param people names of people beside `you` */
  static async open(port = 0, people: readonly string[] = []): Promise<Workspace> {
    const handler: { handle?: (request: IncomingMessage, response: ServerResponse) => void } = {};
    const server = createServer((request, response) => handler.handle?.(request, response));
    const url = `http://127.0.0.1:${await listen(server, port)}`;
    const secrets = newSecrets();
    const emulated = await EmulatedApi.open(secrets, people);
    const call = async <T>(method: string, schema: z.ZodType<T>) =>
      parseJson((await emulated.call(method, {}, secrets.setupToken, url)).body, schema);
    const { channels } = await call('conversations.list', z.object({ channels: z.array(named) }));
    const { members } = await call('users.list', z.object({ members: z.array(named) }));
    const channel = channels.find(c => c.name === 'sales')?.id ?? '';
    const ids = new Map(members.map(({ id, name }) => [name, id]));
    const user = ids.get('you') ?? '';
    const workspace = new Workspace(server, emulated, secrets, url, channel, user, ids);
    handler.handle = (request, response) => workspace.#routes.handle(request, response);
    server.on('upgrade', (request, socket, head) => workspace.#routes.openSocket(request, socket, head));
    return workspace;
  }

  get posted(): Posted[] {
    return this.#messages.posted;
  }

  /** Has messages show the time of another clock than this machine's. */
  set clock(now: () => Date) {
    this.#messages.clock = now;
  }

  /** The bytes of uploaded files by their ids. */
  get files(): Map<string, Buffer> {
    return this.#uploads.files;
  }

  /** The id of a person by name. */
  personCalled(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`there is no ${name}`);
    return id;
  }

  /** The Home tab as last published. */
  get home(): unknown {
    return this.#webApi.home;
  }

  /** The Home tabs as last published, by person. */
  get homes(): ReadonlyMap<string, unknown> {
    return this.#webApi.homes;
  }

  /** Opens a person's conversation with the bot. @returns its id */
  async openDirectMessage(user: string): Promise<string> {
    const { body } = await this.#webApi.call({ method: 'conversations.open', parameters: { users: user } });
    return parseJson(body, z.object({ channel: z.object({ id: z.string() }) })).channel.id;
  }

  /** Shows what a person wrote, which Slack does by itself. */
  showPersonMessage(
    message: Pick<Posted, 'by' | 'channel' | 'text' | 'ts' | 'seenBy'> & Partial<Pick<Posted, 'threadTs'>>,
  ): void {
    this.#messages.add({ threadTs: null, blocks: [], ephemeral: false, through: 'person', ...message });
  }

  /** The Web API's address for `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** The settings that an app of this workspace needs, in either mode. */
  get settings(): Readonly<Record<string, string>> {
    return settingsFor(this.secrets, this.apiUrl);
  }

  /** Creates a channel with the bot as a member. @returns its id */
  async addChannel(name: string): Promise<string> {
    const { body } = await this.emulated.call(
      'conversations.create',
      { name },
      this.secrets.setupToken,
      this.url,
    );
    const { error, channel } = parseJson(body, createdChannel);
    if (!channel) throw new Error(`no channel ${name}: ${error}`);
    this.channels.push({ id: channel.id, name });
    return channel.id;
  }

  /** Sends signed requests to an app at this address. Without it they go to the connected socket. */
  connect(appUrl: string): void {
    this.#appUrl = appUrl;
  }

  /** Adds paths to the stand-in's port. */
  serve(extraRoutes: ExtraRoutes): void {
    this.#routes.extra = extraRoutes;
  }

  /** Calls the listener for each new message. @returns a function that stops it */
  onPosted(listener: (posted: Posted) => void): () => void {
    return this.#messages.onPosted(listener);
  }

  /** Waits for the next matching message. */
  nextPosted(matches: (posted: Posted) => boolean = () => true, timeoutMs = 120_000): Promise<Posted> {
    const onTimeout = () => `no message within ${timeoutMs} ms; calls: ${this.calls.join(', ')}`;
    return this.#messages.next(matches, timeoutMs, onTimeout);
  }

  /**
   * Types a slash command.
   * @param from who types it and where: `you` in the first channel unless given
   * @returns the status of the app's acknowledgement (200 for a socket's)
   */
  command(command: string, text: string, from: Partial<Origin> = {}): Promise<number> {
    const origin = this.#origin(from);
    return this.#send(
      slashCommand(origin, this.newResponseUrl(origin), command, text, this.#trigger(origin)),
    );
  }

  /** Presses a button of a message. */
  press(posted: Posted, actionId: string, value: string, from: Partial<Origin> = {}): Promise<number> {
    const origin = this.#origin(from);
    const [url, trigger] = [this.newResponseUrl(origin), this.#trigger(origin)];
    return this.#send(blockAction(origin, url, posted, actionId, value, trigger));
  }

  /** Presses a button of the Home tab. */
  pressOnHome(actionId: string, value: string, from: Partial<Origin> = {}): Promise<number> {
    const origin = this.#origin(from);
    return this.#send(homeAction(origin, actionId, value, this.#trigger(origin)));
  }

  /** Chooses a shortcut in the menu of a message. */
  shortcut(callback: string, posted: Posted, from: Partial<Origin> = {}): Promise<number> {
    const origin = this.#origin(from);
    return this.#send(messageShortcut(origin, this.newResponseUrl(origin), callback, posted));
  }

  /** Delivers an event; the same id again repeats it. */
  event(event: Record<string, unknown>, eventId: string = randomUUID()): Promise<number> {
    return this.#send(eventCallback(event, eventId));
  }

  /**
   * Shares files in a conversation, with a text that mentions the bot in a channel.
   * @param from who shares them and where: `you` in the first channel unless given
   */
  shareFiles(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    from: Partial<Origin> = {},
    ts: string = String(Date.now() / 1000),
  ): Promise<number> {
    const shared = files.map(({ name, bytes }) => this.sharedFiles.add(name, bytes));
    return this.event(fileMessageEvent(this.#origin(from), shared, ts));
  }

  /** Breaks all Socket Mode connections. */
  disconnect(): void {
    this.#sockets.disconnect();
  }

  /** A new address that an app may answer a command or a button press at. */
  newResponseUrl(from: Partial<Origin> = {}): string {
    return `${this.url}/response/${this.#responseUrls.create(this.#origin(from))}`;
  }

  #trigger({ user }: Origin): string {
    return this.dialogs.newTrigger(user);
  }

  #origin({ user = this.user, channel = this.channel }: Partial<Origin>): Origin {
    return { user, channel };
  }

  async close(): Promise<void> {
    this.#sockets.close();
    await this.emulated.close();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  async #send(payload: Payload): Promise<number> {
    return (await this.#deliver(payload)).status;
  }

  /** @returns the app's acknowledgement */
  async #deliver(payload: Payload): Promise<ApiAnswer> {
    if (!this.#appUrl) return this.#sockets.send(payload);
    const { body, contentType } = payload;
    const headers = { 'content-type': contentType, ...signature(body, this.secrets.signingSecret) };
    const response = await fetch(this.#appUrl, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  }
}
