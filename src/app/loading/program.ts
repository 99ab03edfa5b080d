/**
 * The program of a process that works with files, one task at a time: it looks at them, loads them, or takes
 * a load back.
 */
import { todayIn } from '../../core/calendar/days.js';
import { openStore } from '../../store/engine/store.js';
import { linesOfSettings } from '../computing/shop.js';
import { type LoaderHere, loadingHere } from './in-this-process.js';
import { type LoadJob, type LoadMessage, type LoadTask, loadErrorData } from './messages.js';

/** Progress is said no more often: nobody reads faster. */
const PROGRESS_MS = 250;

const say = (message: LoadMessage): void => void process.send?.(message);

async function work(task: LoadTask, loader: LoaderHere): Promise<void> {
  if (task.kind === 'undo') return say({ result: await loader.undo(task.id) });
  let saidAt = 0;
  const results =
    task.kind === 'understand'
      ? loader.understandAll(task.paths, task.options)
      : loader.ingestAll(
          task.paths,
          progress => {
            if (Date.now() - saidAt < PROGRESS_MS) return;
            saidAt = Date.now();
            say({ progress });
          },
          task.options,
        );
  for await (const result of results) say({ result });
}

process.on('message', async ({ settings: config, now, task }: LoadJob) => {
  try {
    const store = await openStore(config.DATABASE_URL, undefined, linesOfSettings(config));
    const today = () => todayIn(config.SHOP_TIMEZONE, now);
    await work(task, loadingHere({ store, config, today, now: () => now })).finally(() => store.close());
    say({ done: true, bytes: process.memoryUsage.rss() });
  } catch (error) {
    say({ error: loadErrorData(error), bytes: process.memoryUsage.rss() });
  }
});
// The app is gone: what was not finished is not kept.
process.on('disconnect', () => process.exit());
// A terminal and a supervisor signal us too: the app gives what is under way some time, and then ends us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
