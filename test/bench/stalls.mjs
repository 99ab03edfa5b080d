/**
 * Loaded into the app by `--import`: tells how long its event loop stood still at most since it was asked last,
 * and how much of that its thread computed (Linux). The rest it waited for a core, which is the machine's matter.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const EACH_MS = 5;

/** Milliseconds that the main thread has had a core; undefined on other systems. */
function computed() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

if (isMainThread && process.send) {
  let longest = { stoodMs: 0, computedMs: 0 };
  let [last, lastComputed] = [performance.now(), computed()];
  setInterval(() => {
    const [now, nowComputed] = [performance.now(), computed()];
    const [stoodMs, computedMs] = [now - last - EACH_MS, nowComputed - lastComputed];
    longest = {
      stoodMs: Math.max(longest.stoodMs, stoodMs),
      computedMs: Math.max(longest.computedMs, computedMs),
    };
    [last, lastComputed] = [now, nowComputed];
  }, EACH_MS).unref();
  process.on('message', () => {
    process.send(longest);
    longest = { stoodMs: 0, computedMs: 0 };
  });
  // It does not keep the app from ending.
  process.channel.unref();
}
