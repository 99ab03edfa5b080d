import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { built } from '../support/built.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const CHILD = built('test/support/digest-child.ts');
const MONDAY = '2026-11-16';
/** Later than any lease of a process that was at it. */
const LATER = '2026-11-16T10:00:00Z';

/** Real processes that are killed with -9 while they post a digest, against a stand-in for Slack. */
describe('a process that dies while it posts a digest', () => {
  let shop: TestShop;
  let workspace: Workspace;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-11-22T09:00:00Z');
    await writeDemoShop(`${shop.folder}/demo.csv`, dayFromIso('2026-11-21') as number);
    await shop.ingest(`${shop.folder}/demo.csv`);
    workspace = await Workspace.open();
  });
  afterAll(async () => {
    await workspace.close();
    await shop.close();
  });

  /** One that is left by a test that failed must not post into the next one. */
  const running = new Set<ChildProcess>();
  afterEach(() => {
    for (const one of running) one.kill('SIGKILL');
  });

  const child = (now: string): { process: ChildProcess; ended: Promise<string> } => {
    const process_ = spawn(process.execPath, [CHILD, workspace.channel, MONDAY, now], {
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
  const startOver = async () => {
    workspace.posted.length = 0;
    workspace.calls.length = 0;
    await databaseOf(shop.shop.store)('digest_runs').delete();
  };
  const parts = (posted: readonly Posted[]): number[] =>
    posted
      .filter(p => p.through === 'chat.postMessage')
      .map(p => (p.metadata as { event_payload: { part: number } }).event_payload.part);

  it('leaves it to the next one, which posts what is missing, and nothing twice', async () => {
    await startOver();
    const whole = child('2026-11-16T09:00:00Z');
    expect(await whole.ended).toBe('posted');
    const all = parts(workspace.posted);
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(all).toEqual(all.map((_, i) => i));
    const files = () =>
      workspace.posted
        .filter(p => p.file)
        .map(p => p.file?.name)
        .sort();
    const allFiles = files();
    expect(allFiles.length).toBeGreaterThanOrEqual(2);
    const beforeFile = parts(
      workspace.posted.slice(
        0,
        workspace.posted.findIndex(p => p.file),
      ),
    ).length;
    // Before anything is posted; as Slack takes the headline, before its answer comes; within the thread; between a message
    // and its file; at the end.
    for (const dies of [0, 1, 2, beforeFile, all.length]) {
      await startOver();
      const first = child('2026-11-16T09:00:00Z');
      const kill = () => first.process.kill('SIGKILL');
      const stop = workspace.onPosted(() => {
        if (workspace.posted.filter(p => p.through === 'chat.postMessage').length === dies) kill();
      });
      if (dies === 0) {
        await expect.poll(() => workspace.calls.length).toBeGreaterThan(0);
        kill();
      }
      expect(await first.ended, `dies at ${dies}`).toBe('killed');
      stop();
      // Another one that comes at once leaves it alone; one that comes later goes on.
      expect(await child('2026-11-16T09:01:00Z').ended, `dies at ${dies}`).toBe('already claimed');
      expect(await child(LATER).ended, `dies at ${dies}`).toBe('posted');
      expect(
        parts(workspace.posted).sort((a, b) => a - b),
        `dies at ${dies}`,
      ).toEqual(all);
      expect(files(), `dies at ${dies}`).toEqual(allFiles);
      expect(await child(LATER).ended, `dies at ${dies}`).toBe('already claimed');
    }
  });

  it('of two processes at once exactly one posts', async () => {
    await startOver();
    const both = [child('2026-11-16T09:00:00Z'), child('2026-11-16T09:00:00Z')];
    expect((await Promise.all(both.map(c => c.ended))).sort()).toEqual(['already claimed', 'posted']);
    const all = parts(workspace.posted);
    expect(all).toEqual(all.map((_, i) => i));
  });

  it('is not posted again while the channel cannot be looked into', async () => {
    await startOver();
    const first = child('2026-11-16T09:00:00Z');
    const stop = workspace.onPosted(() => first.process.kill('SIGKILL'));
    expect(await first.ended).toBe('killed');
    stop();
    workspace.fail('conversations.history', { error: 'missing_scope' });
    expect(await child(LATER).ended).toBe('unknown');
    expect(parts(workspace.posted)).toEqual([0]);
    // The next lease has run out, and Slack answers.
    expect(await child('2026-11-16T11:00:00Z').ended).toBe('posted');
    const all = parts(workspace.posted);
    expect(new Set(all).size).toBe(all.length);
  });
});
