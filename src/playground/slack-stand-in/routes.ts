import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { EmulatedApi } from './emulated-api.js';
import type { Fault, Faults } from './faults.js';
import { refuseOtherSites, SECURITY_HEADERS } from './guard.js';
import { HttpError, parameters, readBody, sendError, sendJson, sendText } from './http.js';
import type { ResponseUrls } from './response-urls.js';
import { isSecret, type Secrets } from './secrets.js';
import { FILES_PATH, type SharedFiles } from './shared-files.js';
import type { Sockets } from './sockets.js';
import type { Uploads } from './uploads.js';
import type { WebApi } from './web-api.js';

/** The longest request bodies that are read, in bytes: of a call or an answer, and of a file. */
const LONGEST_CALL = 2_000_000;
const LONGEST_FILE = 50_000_000;

/** Handles more paths on the stand-in's port. @returns whether it handled the request */
export type ExtraRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface RouteParts {
  /** The address of the workspace. */
  readonly url: string;
  /** The name of each Web API call is added to this list. */
  readonly calls: string[];
  readonly emulated: EmulatedApi;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly uploads: Uploads;
  readonly sharedFiles: SharedFiles;
  readonly secrets: Secrets;
  readonly responseUrls: ResponseUrls;
  readonly webApi: WebApi;
}

/** Takes the requests that arrive at the stand-in's port: from the app, and from the playground's page. */
export class Routes {
  extra: ExtraRoutes | undefined;

  constructor(private readonly parts: RouteParts) {}

  /** Answers a request. Errors become HTTP errors. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    this.#handle(request, response).catch(error => sendError(response, error));
  }

  /** Opens a Socket Mode connection, or refuses it. */
  openSocket(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    try {
      refuseOtherSites(request, this.#port);
      if (this.parts.sockets.connect(request, socket, head)) return;
    } catch {
      // Refused below, like a connection without a ticket.
    }
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  }

  get #port(): number {
    return Number(new URL(this.parts.url).port);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    refuseOtherSites(request, this.#port);
    const path = new URL(request.url ?? '/', this.parts.url).pathname;
    if (path.startsWith('/api/')) return this.#call(path.slice(5), request, response);
    if (path.startsWith('/response/')) return this.#respond(path.slice(10), request, response);
    if (path.startsWith('/upload/')) return this.#upload(path, request, response);
    if (path.startsWith(FILES_PATH)) return this.#sendFile(path, request, response);
    if (this.extra && (await this.extra(request, response))) return;
    throw new HttpError(404, 'not found');
  }

  /** A Web API call. */
  async #call(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { webApi, calls, faults } = this.parts;
    const sent = parameters(request, await readBody(request, LONGEST_CALL));
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? sent.token;
    const error = webApi.tokenError(method, token);
    if (error) return sendJson(response, { ok: false, error });
    calls.push(method);
    const { channel, blocks } = sent;
    const fault = faults.take({ method, channel, hasBlocks: blocks !== undefined });
    if (fault && !fault.closesAfterCall) return sendFault(response, fault, 200);
    const answer = await webApi.call({ method, parameters: sent });
    for (const [name, value] of Object.entries(webApi.headers)) response.setHeader(name, value);
    if (fault?.closesAfterCall) response.destroy();
    else sendText(response, answer);
  }

  /** A message sent to a response URL. */
  async #respond(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = String(await readBody(request, LONGEST_CALL));
    const hasBlocks = body.includes('"blocks"');
    const fault = this.parts.faults.take({ method: 'response_url', hasBlocks });
    if (fault) return sendFault(response, fault, 500);
    sendText(response, this.parts.responseUrls.post(id, body));
  }

  /** A file that a person shared, for an app that may read it; others get the page to sign in. */
  #sendFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const bytes = this.parts.sharedFiles.at(path);
    const fault = this.parts.faults.take({ method: 'file_download' });
    if (fault) sendFault(response, fault, 500);
    else if (!isSecret(token ?? '', this.parts.secrets.botToken) || !bytes)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>');
    else response.writeHead(200, { 'content-type': 'text/csv' }).end(bytes);
  }

  /** The bytes of a file. */
  async #upload(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request, LONGEST_FILE);
    const status = await this.parts.emulated.upload(path, bytes.length);
    if (status === 200) this.parts.uploads.store(path, bytes);
    response.writeHead(status).end();
  }
}

function sendFault(
  response: ServerResponse,
  { hangs, onHang, closesBefore, error, errors, status, headers }: Fault,
  usualStatus: number,
): void {
  if (closesBefore) return void response.destroy();
  onHang?.();
  if (!hangs) sendJson(response, { ok: false, error, errors }, status ?? usualStatus, headers);
}
