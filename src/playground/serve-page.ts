import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { projectFile } from '../core/files/project-file.js';
import { HttpError, parseJson, readBody, sendJson } from './http.js';
import { isSecret } from './secrets.js';
import type { Workspace } from './slack-stand-in/workspace.js';

const said = z.object({ text: z.string().max(5_000, 'more than 5,000 characters') });
const pressed = z.object({ ts: z.string(), actionId: z.string(), value: z.string() });
/** Bytes; the longest text that may be said has 5,000 characters. */
const MOST_IN_POST = 64_000;
/** The page is bundled from source, also when this runs built: the playground is only for a checkout. */
const PAGE = 'src/playground/page/index.html';

/** A file of the page, or of the workspace. */
interface Served {
  readonly type: string;
  readonly body: string | Buffer;
}

/**
 * Serves the page of a Slack channel on the workspace's own port. `suggestions` are shown to be clicked.
 * @returns the address to open: its end, which browsers keep to themselves, is the key to what the page shows
 */
export async function servePage(workspace: Workspace, suggestions: readonly string[]): Promise<string> {
  const page = await pageFiles();
  const listening = new Set<ServerResponse>();
  workspace.onPosted(posted => {
    for (const response of listening) response.write(`data: ${JSON.stringify(posted)}\n\n`);
  });

  const show = (path: string, response: ServerResponse): boolean => {
    const { user, channels, posted } = workspace;
    if (path === '/state') sendJson(response, { user, channels, posted, suggestions });
    else if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
      listening.add(response);
      response.on('close', () => listening.delete(response));
    } else return showFile(path, workspace, response);
    return true;
  };

  workspace.serve(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', workspace.url);
    const isGet = request.method === 'GET';
    const served = isGet ? page.get(path) : undefined;
    if (served) {
      response.writeHead(200, { 'content-type': served.type }).end(served.body);
      return true;
    }
    // Images and event streams cannot send a header of their own.
    const key = request.headers['x-playground-key'] ?? (isGet ? searchParams.get('key') : undefined);
    if (!isSecret(String(key ?? ''), workspace.secrets.pageKey))
      throw new HttpError(403, 'Open the address that the terminal printed: it has the key of this start.');
    if (isGet) return show(path, response);
    if (request.method === 'POST') return receive(path, request, response, workspace);
    throw new HttpError(405, 'Only GET and POST.');
  });
  return `${workspace.url}/#${workspace.secrets.pageKey}`;
}

/** Shows images; everything else is a file to save. */
function showFile(path: string, { files }: Workspace, response: ServerResponse): boolean {
  const file = path.startsWith('/files/') ? files.get(path.slice(7)) : undefined;
  if (!file) return false;
  const headers =
    file.subarray(1, 4).toString() === 'PNG'
      ? { 'content-type': 'image/png' }
      : { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment' };
  response.writeHead(200, headers).end(file);
  return true;
}

async function receive(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  workspace: Workspace,
): Promise<boolean> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'Only application/json.');
  const body = String(await readBody(request, MOST_IN_POST));
  if (path === '/say') await say(workspace, parseJson(body, said).text);
  else if (path === '/press') {
    const { ts, actionId, value } = parseJson(body, pressed);
    const posted = workspace.posted.find(p => p.ts === ts);
    if (!posted) throw new HttpError(404, 'There is no such message.');
    await workspace.press(posted, actionId, value);
  } else return false;
  response.writeHead(204).end();
  return true;
}

/** A slash command as one, anything else as a mention of the bot. */
async function say(workspace: Workspace, text: string): Promise<void> {
  const command = /^(\/(?:sales|segment|digest))\b\s*(.*)$/s.exec(text.trim());
  // Slack sends channels that are typed in a command as their ids.
  const named = (words: string) =>
    workspace.channels.reduce(
      (all, { id, name }) => all.replaceAll(new RegExp(`(?<!\\S)#${name}(?!\\S)`, 'g'), `<#${id}|${name}>`),
      words,
    );
  if (command) await workspace.command(command[1] as string, named(command[2] as string));
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

/** The page's own files by their paths. They are the same for everybody, and show nothing of the shop. */
async function pageFiles(): Promise<Map<string, Served>> {
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
