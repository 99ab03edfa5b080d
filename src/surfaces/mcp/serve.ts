import { Console } from 'node:console';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { z } from 'zod';
import type { Shopkeeper } from '../../app/shopkeeper.js';
import { projectFile } from '../../core/files/project-file.js';
import type { DescribeInput } from '../../query/described.js';
import { mcpServer } from './server.js';

/** How long answers under way may take once the client has sent all that it asks. */
const LAST_ANSWERS_MS = 30_000;

/** Serves one client over standard input and output until it goes away or a signal comes. */
export async function serveMcp(shopkeeper: Shopkeeper): Promise<void> {
  // Standard output is the protocol's: whatever a package prints goes where the log is.
  globalThis.console = new Console(process.stderr, process.stderr);
  const { log } = shopkeeper;
  const { ask, answerQuery, compute } = shopkeeper;
  const asker = {
    ask,
    answerQuery,
    describe: (input: DescribeInput) => compute('describe', input),
  };
  const server = mcpServer({ asker, log, version: await versionOf() });
  const transport = new StdioServerTransport();
  const allAnswered = answersUnderWay(transport);
  const inputEnded = new Promise<void>(resolve => {
    process.stdin.once('end', resolve).once('close', resolve);
  });
  const stopped = new Promise<void>(resolve => {
    server.server.onclose = resolve;
    // Without the error, whose text has a part of what was sent.
    server.server.onerror = () => log.warn('the client sent something that is no message');
    // A client that no longer reads is gone.
    process.stdout.on('error', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(transport);
  log.info('serving the Model Context Protocol on standard input and output');
  await Promise.race([stopped, inputEnded.then(allAnswered)]);
  await server.close();
}

/** Watches a transport. @returns a function that waits until every request has its answer */
function answersUnderWay(transport: Transport): () => Promise<void> {
  const open = new Set<string | number>();
  let onAnswer = () => {};
  transport.onmessage = message => {
    if ('method' in message && 'id' in message) open.add(message.id);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    await send(message, options);
    if (!('method' in message) && message.id !== undefined) open.delete(message.id);
    onAnswer();
  };
  return async () => {
    const all = new Promise<void>(resolve => {
      onAnswer = () => {
        if (open.size === 0) resolve();
      };
      onAnswer();
    });
    await Promise.race([all, wait(LAST_ANSWERS_MS, undefined, { ref: false })]);
  };
}

/** The version of Shopkeeper. */
export async function versionOf(): Promise<string> {
  const content: unknown = JSON.parse(await readFile(projectFile('package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(content).version;
}
