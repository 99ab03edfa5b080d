import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import type { Fault } from '../../src/playground/slack-stand-in/workspace.js';
import { blankPictures, type RunningApp, startApp } from '../support/app.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

/** A way to the asker, as the stand-in calls its faults. */
const CHANNEL = 'chat.postMessage in channel';
const DIRECT = 'chat.postMessage in direct';
const OPENING = 'conversations.open';
const EPHEMERAL = 'chat.postEphemeral';
const RESPONSE = 'response_url';
const DIALOG = 'views.update';
const WAYS = [CHANNEL, DIRECT, OPENING, EPHEMERAL, RESPONSE, DIALOG, 'chat.update'];

/** How a way fails. None asks to wait, so that the test does not. */
const MANNERS: Readonly<Record<string, Fault>> = {
  'rate limit': { status: 429, error: 'ratelimited', headers: { 'retry-after': '0' } },
  'server error': { status: 500, error: 'internal_error' },
  unavailable: { status: 503, error: 'service_unavailable' },
  'no answer': { hangs: true, onHang: () => giveUp(), error: '' },
  'no channel': { error: 'channel_not_found' },
  'no member': { error: 'not_in_channel' },
  'no scope': { error: 'missing_scope' },
  'bad blocks': { error: 'invalid_blocks', ofBlocks: true },
  'expired URL': { status: 404, error: 'expired_url' },
  'cut connection': { closesBefore: true, error: '' },
};
const MANNER_NAMES = Object.keys(MANNERS);
/** Requests that wait for an answer: what hangs is given up at once, and not after its time. */
const waiting = new Set<AbortController>();
function giveUp(): void {
  for (const request of waiting) request.abort(new DOMException('no answer', 'TimeoutError'));
  waiting.clear();
}

/** The fault of a way; what Slack says of blocks with an error code, it says at a response URL with 400. */
const faultOf = (way: string, manner: string): Fault => ({
  ...(MANNERS[manner] as Fault),
  ...(way === RESPONSE && manner === 'bad blocks' && { status: 400 }),
});
/** In which something reaches the asker nevertheless: a message without blocks. */
const isOpen = (manner: string | undefined) => manner === undefined || manner === 'bad blocks';

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const CASES = 300;
const TEXTS = ['sales', 'sales help', 'sales of teh wrld', 'sales top-countries'];
const isAnswered = (text: string) => text === 'sales' || text === 'sales top-countries';
/** Surfaces that are direct messages themselves; elsewhere these have to be opened. */
const OWN_MESSAGES = ['message', 'file'];
/** Each surface with its ways to the asker. */
const SURFACES: Readonly<Record<string, readonly string[]>> = {
  command: [CHANNEL, RESPONSE, EPHEMERAL, DIRECT],
  mention: [CHANNEL, EPHEMERAL, DIRECT],
  message: [DIRECT],
  button: [CHANNEL, RESPONSE, EPHEMERAL, DIRECT],
  file: [DIRECT],
  form: [DIALOG, RESPONSE, EPHEMERAL, DIRECT],
};

describe('300 faults of delivery', () => {
  let shop: TestShop;
  let running: RunningApp;
  let clock = Date.parse('2026-03-29T10:00:00Z');
  const restore: (() => void)[] = [];
  beforeAll(async () => {
    const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const request = new AbortController();
      waiting.add(request);
      return request.signal;
    });
    restore.push(() => spy.mockRestore());
    shop = await openTestShop({}, () => new Date(clock));
    await shop.ingest(CORNER_SHOP);
    for (const text of TEXTS) await shop.ask(text).catch(() => undefined);
    await shop.compute('goal', '500 revenue this year country:Spain');
    // Charts take most of the calls, and have tests of their own.
    const ask: typeof shop.ask = async (...asked) => ({ ...(await shop.ask(...asked)), charts: [] });
    running = await startApp({ ...shop, ask, charts: blankPictures }, 'http');
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
    for (const end of restore) end();
  });

  const settled = async () => {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise(resolve => setTimeout(resolve, 1));
      quiet = running.app.context.inFlight.count === 0 ? quiet + 1 : 0;
    }
  };
  /** Lets somebody do something on a surface. @returns whether a dialog told them what became of it */
  const act = async (surface: string, text: string, direct: string, from: Posted): Promise<boolean> => {
    const { workspace } = running;
    const { user, channel } = workspace;
    const ts = `${clock / 1000}.000100`;
    const message = { user, ts, event_ts: ts };
    switch (surface) {
      case 'command':
        await workspace.command('/sales', text.replace('sales', '').trim());
        break;
      case 'mention':
        await workspace.event({ ...message, type: 'app_mention', channel, text: `<@U0SHOPKEEPER> ${text}` });
        break;
      case 'message':
        await workspace.event({ ...message, type: 'message', channel_type: 'im', channel: direct, text });
        break;
      case 'button':
        await workspace.press(from, 'ask_0', text);
        break;
      case 'file':
        await workspace.shareFiles([{ name: 'x.csv', bytes: Buffer.from('a;b\n') }], { channel: direct });
        break;
      default: {
        await workspace.press(from, 'form_goal', '');
        await settled();
        const dialog = workspace.dialogs.of(user);
        if (!dialog?.view.submit) return JSON.stringify(dialog ?? '').includes('⚠️');
        const { errors } = (await workspace.dialogs.submit(user, { target: text })) ?? {};
        return Object.keys(errors ?? {}).length > 0;
      }
    }
    await settled();
    return false;
  };

  it('leave nobody without a word where a way was open, and tell them later where none was', async () => {
    const random = seeded(20261126);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const { workspace } = running;
    const first = workspace.nextPosted();
    await workspace.command('/sales', '');
    const from = await first;
    const direct = await workspace.openDirectMessage(workspace.user);
    const silent: string[] = [];
    const counts = { open: 0, closed: 0 };
    for (let i = 0; i < CASES; i++) {
      clock += 60_000;
      const surface = pick(Object.keys(SURFACES));
      const text = pick(TEXTS);
      const manners = new Map<string, string>();
      for (const way of WAYS) if (random() < 0.7) manners.set(way, pick(MANNER_NAMES));
      for (const [way, manner] of manners) workspace.failAlways(way, faultOf(way, manner));
      const before = workspace.posted.length;
      const isTold = await act(surface, text, direct, from);
      const isDirectOpen = isOpen(manners.get(DIRECT)) && isOpen(manners.get(OPENING));
      // Help, and what was not understood, is for the asker alone.
      const isPublic = isAnswered(text);
      const canReach = (SURFACES[surface] ?? []).some(way => {
        if (way === CHANNEL && !isPublic) return false;
        return way === DIRECT && !OWN_MESSAGES.includes(surface) ? isDirectOpen : isOpen(manners.get(way));
      });
      const reached = () => isTold || workspace.posted.length > before;
      const name = `${i} ${surface} "${text}" ${JSON.stringify([...manners])}`;
      for (const way of WAYS) workspace.clearFaults(way);
      if (canReach) {
        counts.open++;
        if (!reached()) silent.push(name);
      } else {
        counts.closed++;
        clock += 2 * 60_000;
        await running.app.context.unsent.sendDue();
        if (!reached()) silent.push(`later: ${name}`);
      }
      workspace.dialogs.close(workspace.user);
      // What was kept is sent now, so that the next case begins without it.
      clock += 3 * 3_600_000;
      await running.app.context.unsent.sendDue();
    }
    expect(silent).toEqual([]);
    expect(counts.open).toBeGreaterThan(150);
    expect(counts.closed).toBeGreaterThan(40);
    // A second each on a busy machine.
  }, 900_000);
});
