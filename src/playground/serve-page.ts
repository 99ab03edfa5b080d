import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { projectFile } from '../project-file.js';
import type { Workspace } from './workspace.js';

const said = z.object({ text: z.string().max(5_000) });
const pressed = z.object({ ts: z.string(), actionId: z.string(), value: z.string() });
/** The page is bundled from source, also when this runs built: the playground is only for a checkout. */
const PAGE = 'src/playground/page/index.html';

/** Serves the page of a Slack channel on the workspace's own port. `suggestions` are shown to be clicked. */
export async function servePage(workspace: Workspace, suggestions: readonly string[]): Promise<void> {
  const folder = new URL('.', projectFile(PAGE));
  const { js, css } = await bundle(folder);
  const html = await readFile(new URL('index.html', folder));
  const logo = await readFile(new URL('logo.svg', folder));
  const listening = new Set<ServerResponse>();
  workspace.onPosted(posted => {
    for (const response of listening) response.write(`data: ${JSON.stringify(posted)}\n\n`);
  });

  workspace.serve(async (request, response) => {
    const path = new URL(request.url ?? '/', workspace.url).pathname;
    const give = (type: string, body: string | Buffer) =>
      void response.writeHead(200, { 'content-type': type }).end(body);
    if (request.method === 'POST') return receive(path, request, response, workspace);
    if (path === '/') give('text/html; charset=utf-8', html);
    else if (path === '/page.js') give('text/javascript; charset=utf-8', js);
    else if (path === '/page.css') give('text/css; charset=utf-8', css);
    else if (path === '/logo.svg') give('image/svg+xml', logo);
    else if (path === '/state')
      give(
        'application/json',
        JSON.stringify({
          user: workspace.user,
          channels: workspace.channels,
          posted: workspace.posted,
          suggestions,
        }),
      );
    else if (path === '/events') {
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .write(': open\n\n');
      listening.add(response);
      response.on('close', () => listening.delete(response));
    } else if (path.startsWith('/files/')) {
      const file = workspace.files.get(path.slice(7));
      if (!file) return false;
      // The browser shows images and saves everything else.
      give(file.subarray(1, 4).toString() === 'PNG' ? 'image/png' : 'text/csv; charset=utf-8', file);
    } else return false;
    return true;
  });
}

async function receive(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  workspace: Workspace,
): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body: unknown = JSON.parse(String(Buffer.concat(chunks)) || '{}');
  if (path === '/say') await say(workspace, said.parse(body).text);
  else if (path === '/press') {
    const { ts, actionId, value } = pressed.parse(body);
    const posted = workspace.posted.find(p => p.ts === ts);
    if (posted) await workspace.press(posted, actionId, value);
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
