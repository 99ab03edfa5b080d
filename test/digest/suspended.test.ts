import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { SeededRandom } from '../../seeds/random.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { built } from '../support/built.js';
import { busyLoops } from '../support/busy.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const CHILD = built('test/support/digest-child.ts');
/** The shortest lease, in place of ten minutes. */
const SHORTEST_LEASE_MS = 8_000;
/** A long run, such as `SUSPENSIONS=50`, beside busy loops. */
const LONG_RUN = Number(process.env.SUSPENSIONS ?? 0);
/** The number of suspensions. One is enough for the SQL of claims and leases on PostgreSQL. */
const RUNS = LONG_RUN || (process.env.TEST_STORE === 'postgres' ? 1 : 2);
/** As Slack accepts a reply, before the process gets the answer; at the first call; and others. */
const POINTS: readonly ((workspace: Workspace) => boolean)[] = [
  w => w.posted.length >= 3,
  w => w.calls.length > 0,
  w => w.posted.length >= 1,
  w => w.calls.length >= 12,
  w => w.calls.length >= 18,
  w => w.posted.some(p => p.file),
];
const random = new SeededRandom(17);

/** Real processes that are suspended while they post a digest, and resumed later. */
describe('a process that is suspended while it posts a digest', () => {
  let shop: TestShop;
  let workspace: Workspace;
  let busy: ReturnType<typeof busyLoops>;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-11-22T09:00:00Z');
    await writeDemoShop(`${shop.folder}/demo.csv`, dayFromIso('2026-11-21') as number);
    await shop.ingest(`${shop.folder}/demo.csv`);
    workspace = await Workspace.open();
    busy = busyLoops(LONG_RUN ? 2 : 0);
  });
  afterAll(async () => {
    busy.end();
    for (const one of running) one.kill('SIGKILL');
    await workspace.close();
    await shop.close();
  });
  beforeEach(async () => {
    workspace.posted.length = 0;
    workspace.calls.length = 0;
    await databaseOf(shop.shop.store)('digest_runs').delete();
  });

  /** A process left by a failed test would try again for ever. */
  const running = new Set<ChildProcess>();
  const child = (leaseMs: number): { process: ChildProcess; ended: Promise<string> } => {
    const own = spawn(process.execPath, [CHILD, workspace.channel, '2026-11-16', 'now', String(leaseMs)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: shop.config.DATABASE_URL,
        SLACK_MODE: 'http',
        ...workspace.settings,
      },
    });
    running.add(own);
    let out = '';
    own.stdout?.on('data', data => {
      out += data;
    });
    return { process: own, ended: new Promise(resolve => own.on('close', () => resolve(out))) };
  };
  /** The messages in the channel: parts by number, files by name. */
  const inChannel = () =>
    workspace.posted
      .map(p =>
        p.file
          ? p.file.name
          : `part ${(p.metadata as { event_payload: { part: number } }).event_payload.part}`,
      )
      .sort();

  it('sends nothing more once another process has taken over: each part and file is there once', async () => {
    const began = Date.now();
    expect(await child(600_000).ended).toBe('posted');
    // What was in flight when a process was suspended must arrive within the lease, as within ten minutes:
    // the busier the machine, the longer the lease, with room for a machine that becomes busier still.
    const leaseMs = Math.max(SHORTEST_LEASE_MS, 3 * (Date.now() - began));
    const all = inChannel();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(7);
    for (let run = 0; run < RUNS; run++) {
      workspace.posted.length = 0;
      workspace.calls.length = 0;
      await databaseOf(shop.shop.store)('digest_runs').delete();
      const first = child(leaseMs);
      const isReached = POINTS[run % POINTS.length] as (w: Workspace) => boolean;
      const halt = () => isReached(workspace) && first.process.kill('SIGSTOP');
      const stop = workspace.onPosted(halt);
      await expect.poll(() => isReached(workspace), { interval: 5 }).toBe(true);
      // Some milliseconds later it is elsewhere: before, within or after the request.
      if (run >= POINTS.length) await wait(random.whole(0, 60));
      first.process.kill('SIGSTOP');
      stop();
      const second = child(leaseMs);
      expect(await second.ended, `run ${run}`).toBe('posted');
      first.process.kill('SIGCONT');
      await first.ended;
      expect(inChannel(), `run ${run}`).toEqual(all);
    }
  }, 3_600_000);
});
