import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import type { DigestOutcome } from '../../src/digest/delivery/run.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { slackApp } from '../../src/surfaces/slack/app.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';
import { built } from '../support/built.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const CHILD = built('test/support/digest-child.ts');
const MONDAY = '2026-11-16';
/** After the lease of every earlier process has expired. */
const LATER = '2026-11-16T10:00:00Z';

/** Real processes are killed with -9 while they post a digest, against a stand-in for Slack. */
describe('a process that dies while it posts a digest', () => {
  let shop: TestShop;
  let workspace: Workspace;
  /** The parts and files of a digest that is posted without a crash. */
  let whole: { readonly parts: readonly number[]; readonly files: readonly (string | undefined)[] };
  /** The number of messages before the first file. */
  let beforeFile = 0;
  let now = '2026-11-22T09:00:00Z';
  beforeAll(async () => {
    workspace = await Workspace.open();
    shop = await openTestShop({ SLACK_MODE: 'http', ...workspace.settings }, () => new Date(now));
    await writeDemoShop(`${shop.folder}/demo.csv`, dayFromIso('2026-11-21') as number);
    await shop.ingest(`${shop.folder}/demo.csv`);
    expect(await next('2026-11-16T09:00:00Z')).toBe('posted');
    whole = { parts: parts(workspace.posted), files: files() };
    const firstFile = workspace.posted.findIndex(p => p.file);
    beforeFile = parts(workspace.posted.slice(0, firstFile)).length;
  });
  afterAll(async () => {
    await workspace.close();
    await shop.close();
  });

  /** A process left by a failed test must not post into the next test. */
  const running = new Set<ChildProcess>();
  afterEach(() => {
    for (const one of running) one.kill('SIGKILL');
  });

  /** Another process that looks for a digest to post. Nobody kills it, so it may run within this one. */
  const next = (at: string): Promise<DigestOutcome> => {
    now = at;
    const { context } = slackApp({ ...shop, messageGapMs: 0, chartDeadlineMs: 120_000 });
    return postDigest(digestJob(context, workspace.channel, []), dayFromIso(MONDAY) as number);
  };
  const child = (at: string): { process: ChildProcess; ended: Promise<string> } => {
    const process_ = spawn(process.execPath, [CHILD, workspace.channel, MONDAY, at], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: shop.config.DATABASE_URL,
        SLACK_MODE: 'http',
        ...workspace.settings,
      },
    });
    running.add(process_);
    let out = '';
    process_.stdout?.on('data', data => {
      out += data;
    });
    return {
      process: process_,
      ended: new Promise(resolve => process_.on('close', code => resolve(code === null ? 'killed' : out))),
    };
  };
  beforeEach(async () => {
    workspace.posted.length = 0;
    workspace.calls.length = 0;
    await databaseOf(shop.shop.store)('digest_runs').delete();
  });
  const parts = (posted: readonly Posted[]): number[] =>
    posted
      .filter(p => p.through === 'chat.postMessage')
      .map(p => (p.metadata as { event_payload: { part: number } }).event_payload.part);

  const files = () =>
    workspace.posted
      .filter(p => p.file)
      .map(p => p.file?.name)
      .sort();
  it('posts each part once if nothing goes wrong', () => {
    expect(whole.parts.length).toBeGreaterThanOrEqual(5);
    expect(whole.parts).toEqual(whole.parts.map((_, i) => i));
    expect(whole.files.length).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ['before anything is posted', () => 0],
    ['as Slack accepts the headline, before its answer arrives', () => 1],
    ['within the thread', () => 2],
    ['between a message and its file', () => beforeFile],
    ['after the last message', () => whole.parts.length],
  ])('killed %s: the next one posts what is missing, and nothing twice', async (_, messages) => {
    const first = child('2026-11-16T09:00:00Z');
    const kill = () => first.process.kill('SIGKILL');
    const stop = workspace.onPosted(() => {
      if (parts(workspace.posted).length === messages()) kill();
    });
    if (messages() === 0) {
      await expect.poll(() => workspace.calls.length).toBeGreaterThan(0);
      kill();
    }
    expect(await first.ended).toBe('killed');
    stop();
    // A process that starts at once leaves it alone; one that starts after the lease goes on.
    expect(await next('2026-11-16T09:01:00Z')).toBe('already claimed');
    expect(await next(LATER)).toBe('posted');
    expect(parts(workspace.posted).sort((a, b) => a - b)).toEqual(whole.parts);
    expect(files()).toEqual(whole.files);
    expect(await next(LATER)).toBe('already claimed');
  });

  it('of two processes at once exactly one posts', async () => {
    const both = [child('2026-11-16T09:00:00Z'), child('2026-11-16T09:00:00Z')];
    expect((await Promise.all(both.map(c => c.ended))).sort()).toEqual(['already claimed', 'posted']);
    const all = parts(workspace.posted);
    expect(all).toEqual(all.map((_, i) => i));
  });

  it('is not posted again while the channel cannot be searched', async () => {
    const first = child('2026-11-16T09:00:00Z');
    const stop = workspace.onPosted(() => first.process.kill('SIGKILL'));
    expect(await first.ended).toBe('killed');
    stop();
    workspace.fail('conversations.history', { error: 'missing_scope' });
    expect(await next(LATER)).toBe('unknown');
    expect(parts(workspace.posted)).toEqual([0]);
    // The next lease has expired, and Slack answers.
    expect(await next('2026-11-16T11:00:00Z')).toBe('posted');
    const all = parts(workspace.posted);
    expect(new Set(all).size).toBe(all.length);
  });
});
