import { expect } from 'vitest';
import type { Shopkeeper } from '../../src/app/shopkeeper.js';
import type { ServeTools } from '../../src/app/tool-asker.js';
import type { ChartRenderer } from '../../src/charts/renderer.js';
import { readConfig } from '../../src/config/config.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { type SlackApp, slackApp } from '../../src/surfaces/slack/app.js';

/** The real Bolt app, connected to a stand-in workspace. */
export interface RunningApp {
  readonly workspace: Workspace;
  readonly app: SlackApp;
  readonly url: string;
  close(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

/** @param env further settings, or what makes them of the workspace's ids */
export async function startApp(
  shopkeeper: Shopkeeper,
  mode: 'http' | 'socket',
  env: Settings | ((workspace: Workspace) => Settings | Promise<Settings>) = {},
  {
    noticeAfterMs = 600_000,
    people = [],
    onRemoved = () => {},
    serveTools,
  }: {
    readonly noticeAfterMs?: number;
    readonly people?: readonly string[];
    readonly onRemoved?: (reason: string) => void;
    readonly serveTools?: ServeTools;
  } = {},
): Promise<RunningApp> {
  const workspace = await Workspace.open(0, people);
  const own = typeof env === 'function' ? await env(workspace) : env;
  const config = readConfig({ SLACK_MODE: mode, ...workspace.settings, ...own });
  const app = slackApp({
    ...shopkeeper,
    config,
    messageGapMs: 0,
    noticeAfterMs,
    onRemoved,
    ...(serveTools && { serveTools }),
    chartDeadlineMs: 120_000,
  });
  const address = await app.start();
  const url = `http://127.0.0.1:${address?.port}/slack/events`;
  if (mode === 'http') workspace.connect(url);
  return {
    workspace,
    app,
    url,
    close: async () => {
      await app.stop();
      await workspace.close();
    },
  };
}

/** Stands in for drawing where nobody looks at the pictures, which take most of the time. */
export const blankPictures: ChartRenderer = {
  render: async () => new Uint8Array([1]),
  close: async () => {},
};

/** The types of a message's blocks, in order. */
export const blockTypes = (posted: { blocks: unknown[] }): string[] =>
  posted.blocks.map(block => (block as { type: string }).type);

/** All text in a message's blocks. */
export const textOf = (posted: { text: string; blocks: unknown[] }): string =>
  `${posted.text} ${JSON.stringify(posted.blocks)}`;

/** An old message with buttons, which somebody else's question brought. */
export const OLD_MESSAGE: Posted = {
  ts: '1770000000.000100',
  channel: '',
  threadTs: null,
  text: 'an old answer',
  blocks: [],
  ephemeral: false,
  through: 'chat.postMessage',
};

/** What comes of something that somebody does, of which there is a message at least. */
export async function postedBy(
  { workspace, app }: RunningApp,
  act: () => Promise<unknown>,
): Promise<readonly Posted[]> {
  const first = workspace.posted.length;
  const next = workspace.nextPosted();
  await act();
  await next;
  await expect.poll(() => app.context.inFlight.count).toBe(0);
  return workspace.posted.slice(first);
}
