import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { projectFile } from '../core/files/project-file.js';
import type { ArrivingOrders } from './arriving-orders.js';
import { type PageClock, shownClock } from './page-clock.js';
import { answerPost } from './page-requests.js';
import type { PartChannel } from './part-channel.js';
import { PEOPLE, type PersonOnPage, type PlaygroundPerson } from './people.js';
import type { OpenDialog } from './slack-stand-in/dialogs.js';
import { HttpError, sendJson } from './slack-stand-in/http.js';
import { isSecret } from './slack-stand-in/secrets.js';
import type { Workspace } from './slack-stand-in/workspace.js';

/** The page is bundled from its source when the playground starts. */
const PAGE = 'src/playground/page/index.html';

/** A file of the page. */
interface PageFile {
  readonly type: string;
  readonly body: string | Buffer;
}

/** What the page needs to know beside the workspace. */
interface AroundPage {
  readonly people?: readonly PlaygroundPerson[];
  readonly clock?: PageClock;
  readonly orders?: ArrivingOrders;
  readonly part?: PartChannel;
}

/**
 * Serves the page of a Slack workspace on the workspace's own port.
 * @param suggestions questions to choose from on the page
 * @param around whom one can be on the page, `you` alone unless given; the clock that it may set forward; a
 *   shop that orders can be placed in; and a channel whose answers are of a part of the shop
 * @returns the address to open. It ends with `#` and the key to the data; browsers do not send that part
 */
export async function servePage(
  workspace: Workspace,
  suggestions: readonly string[],
  { people: named = PEOPLE.slice(0, 1), clock, orders, part }: AroundPage = {},
): Promise<string> {
  const page = await pageFiles();
  const people = await peopleOf(workspace, named);
  const eventStreams = new Set<ServerResponse>();
  workspace.onPosted(posted => {
    for (const response of eventStreams) response.write(`data: ${JSON.stringify(posted)}\n\n`);
  });

  const dialogs: Record<string, OpenDialog | null> = {};
  workspace.dialogs.onChange((user, dialog) => {
    dialogs[user] = dialog ?? null;
    const data = JSON.stringify({ user, dialog: dialog ?? null });
    for (const response of eventStreams) response.write(`event: dialog\ndata: ${data}\n\n`);
  });

  const answerGet = (path: string, response: ServerResponse): boolean => {
    const { posted } = workspace;
    const channels = workspace.channels.map(c => (c.id === part?.id ? { ...c, scope: part.scope } : c));
    if (path === '/state') {
      const now = clock ? shownClock(clock) : null;
      const takesOrders = orders !== undefined;
      sendJson(response, { people, channels, posted, suggestions, dialogs, clock: now, takesOrders });
    } else if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
      eventStreams.add(response);
      response.on('close', () => eventStreams.delete(response));
    } else return sendFile(path, workspace, response);
    return true;
  };

  workspace.serve(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', workspace.url);
    const isGet = request.method === 'GET';
    const file = isGet ? page.get(path) : undefined;
    if (file) {
      response.writeHead(200, { 'content-type': file.type }).end(file.body);
      return true;
    }
    // The browser cannot add a header to requests for images and event streams.
    const key = request.headers['x-playground-key'] ?? (isGet ? searchParams.get('key') : undefined);
    if (!isSecret(String(key ?? ''), workspace.secrets.pageKey))
      throw new HttpError(
        403,
        'Open the address printed in the terminal: it contains the key, which is new at each start.',
      );
    if (isGet) return answerGet(path, response);
    if (request.method === 'POST' && path === '/clock' && clock) {
      await clock.moveToNextDigest();
      sendJson(response, shownClock(clock));
      return true;
    }
    if (request.method === 'POST') return answerPost(path, request, response, workspace, orders);
    throw new HttpError(405, 'Only GET and POST are supported.');
  });
  return `${workspace.url}/#${workspace.secrets.pageKey}`;
}

/** The people whom one can be on the page, each with their conversation with the bot. */
async function peopleOf(workspace: Workspace, named: readonly PlaygroundPerson[]): Promise<PersonOnPage[]> {
  const people: PersonOnPage[] = [];
  for (const { name, role } of named) {
    const id = workspace.personCalled(name);
    people.push({ id, name, role, direct: await workspace.openDirectMessage(id) });
  }
  return people;
}

/** Sends an uploaded file: images to be shown, everything else as a download. */
function sendFile(path: string, { files }: Workspace, response: ServerResponse): boolean {
  const file = path.startsWith('/files/') ? files.get(path.slice(7)) : undefined;
  if (!file) return false;
  const headers =
    file.subarray(1, 4).toString() === 'PNG'
      ? { 'content-type': 'image/png' }
      : { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment' };
  response.writeHead(200, headers).end(file);
  return true;
}

/** The page's files by their paths. They contain no data of the shop. */
async function pageFiles(): Promise<Map<string, PageFile>> {
  const folder = new URL('.', projectFile(PAGE));
  const { js, css } = await bundle(folder);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: await readFile(new URL('index.html', folder)) }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: js }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: css }],
    ['/logo.svg', { type: 'image/svg+xml', body: await readFile(new URL('logo.svg', folder)) }],
  ]);
}

async function bundle(folder: URL): Promise<{ js: string; css: string }> {
  const options = {
    bundle: true,
    write: false,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  } as const;
  const [js, css] = await Promise.all([
    build({
      ...options,
      entryPoints: [fileURLToPath(new URL('main.tsx', folder))],
      format: 'esm',
      jsx: 'automatic',
    }),
    build({ ...options, entryPoints: [fileURLToPath(new URL('page.css', folder))] }),
  ]);
  return { js: js.outputFiles[0]?.text ?? '', css: css.outputFiles[0]?.text ?? '' };
}
