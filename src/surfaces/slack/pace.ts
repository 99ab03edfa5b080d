import PQueue from 'p-queue';

/** Makes calls for the same channel wait for each other. */
export type Pace = <T>(channel: string, call: () => Promise<T>) => Promise<T>;

/** Slack accepts about one message per second for a channel. */
export const MESSAGE_GAP_MS = 1_000;

/** Makes one call at a time for each channel, and starts no two of them within the gap. */
export function paceOf(gapMs: number): Pace {
  const channels = new Map<string, PQueue>();
  return async (channel, call) => {
    const queue = channels.get(channel) ?? new PQueue({ concurrency: 1, interval: gapMs, intervalCap: 1 });
    channels.set(channel, queue);
    return queue.add(call);
  };
}
