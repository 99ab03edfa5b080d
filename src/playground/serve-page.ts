import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { projectFile } from '../core/files/project-file.js';
import { HttpError, parseJson, readBody, sendJson } from './slack-stand-in/http.js';
import { isSecret } from './slack-stand-in/secrets.js';
import type { Workspace } from './slack-stand-in/workspace.js';

const messageRequest = z.object({ text: z.string().max(5_000, 'more than 5,000 characters') });
const pressRequest = z.object({ ts: z.string(), actionId: z.string(), value: z.string() });
/** Bytes; a message has at most 5,000 characters. */
const LONGEST_POST = 64_000;
/** The page is bundled from its source when the playground starts. */
const PAGE = 'src/playground/page/index.html';

/** A file of the page. */
interface PageFile {
  readonly type: string;
  readonly body: string | Buffer;
}

/**
 * Serves the page of a Slack channel on the workspace's own port.
 * @param suggestions questions to choose from on the page
 * @returns the address to open. It ends with `#` and the key to the data; browsers do not send that part
 */
export async function servePage(workspace: Workspace, suggestions: readonly string[]): Promise<string> {
  const page = await pageFiles();
  const eventStreams = new Set<ServerResponse>();
  workspace.onPosted(posted => {
    for (const response of eventStreams) response.write(`data: ${JSON.stringify(posted)}\n\n`);
  });

  const answerGet = (path: string, response: ServerResponse): boolean => {
    const { user, channels, posted } = workspace;
    if (path === '/state') sendJson(response, { user, channels, posted, suggestions });
    else if (path === '/events') {
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
    if (request.method === 'POST') return answerPost(path, request, response, workspace);
    throw new HttpError(405, 'Only GET and POST are supported.');
  });
  return `${workspace.url}/#${workspace.secrets.pageKey}`;
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

async function answerPost(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  workspace: Workspace,
): Promise<boolean> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'The body must be application/json.');
  const body = String(await readBody(request, LONGEST_POST));
  if (path === '/say') await sendMessage(workspace, parseJson(body, messageRequest).text);
  else if (path === '/press') {
    const { ts, actionId, value } = parseJson(body, pressRequest);
    const posted = workspace.posted.find(p => p.ts === ts);
    if (!posted) throw new HttpError(404, 'There is no such message.');
    await workspace.press(posted, actionId, value);
  } else return false;
  response.writeHead(204).end();
  return true;
}

/** Sends a slash command as such, and any other text as a mention of the bot. */
async function sendMessage(workspace: Workspace, text: string): Promise<void> {
  const [, command, rest = ''] = /^(\/(?:sales|segment|digest|shop))\b\s*(.*)$/s.exec(text.trim()) ?? [];
  if (command !== undefined) await workspace.command(command, withChannelIds(rest, workspace.channels));
  else {
    const ts = String(Date.now() / 1000);
    await workspace.event({
      type: 'app_mention',
      text: `<@U0SHOPKEEPER> ${text}`,
      user: workspace.user,
      channel: workspace.channel,
      ts,
      event_ts: ts,
    });
  }
}

/** Replaces `#sales` by the channel's id, as Slack does in a command. */
const withChannelIds = (text: string, channels: Workspace['channels']): string =>
  channels.reduce(
    (replaced, { id, name }) =>
      replaced.replaceAll(new RegExp(`(?<!\\S)#${name}(?!\\S)`, 'g'), `<#${id}|${name}>`),
    text,
  );

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
