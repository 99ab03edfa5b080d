/**
 * The program of a process that computes: the shop first, then one thing after another. It reads the store
 * and writes nothing.
 */
import { setFlagsFromString } from 'node:v8';
import { allQuestions } from '../../analyses/registry.js';
import type { Config } from '../../config/config.js';
import type { Day } from '../../core/calendar/days.js';
import { errorData } from '../../core/error-data.js';
import { openStoreForReading } from '../../store/engine/store.js';
import type { Portion, Reply } from './pool.js';
import { linesOfSettings, type ShopParts, shopOver, shopSettings, type UsedSettings } from './shop.js';
import { computingHere, type Sight, type TaskName, type Tasks } from './tasks.js';

/** Which shop the process computes for: the first message to it. */
export interface FirstMessage {
  readonly settings: Pick<Config, UsedSettings>;
}

/** One thing to compute. */
export interface TaskMessage<N extends TaskName = TaskName> {
  readonly name: N;
  readonly asked: Tasks[N]['asked'];
  readonly sight: Sight | undefined;
  /** The day it is where it was asked. */
  readonly today: Day;
}

type Parts = Pick<ShopParts, 'store' | 'segmenting' | 'currency' | 'calendar'>;

// As in the command line: its first answer comes sooner.
setFlagsFromString('--no-regexp-tier-up');

let settings: FirstMessage['settings'];
let parts: Promise<Parts> | undefined;

/** The shop's parts, made once. The store may be away, and come back by the next question. */
function opened(): Promise<Parts> {
  parts ??= open().catch(error => {
    parts = undefined;
    throw error;
  });
  return parts;
}

const open = async (): Promise<Parts> => ({
  ...shopSettings(settings),
  store: await openStoreForReading(settings.DATABASE_URL, linesOfSettings(settings)),
});

async function compute<N extends TaskName>({ name, asked, sight, today }: TaskMessage<N>) {
  const shop = shopOver({ ...(await opened()), today: () => today });
  return computingHere(shop)(name, asked, sight);
}

/** Rows of one portion: some five milliseconds of reading. */
const PORTION = 5_000;

function reply(message: Reply | Portion): void {
  process.send?.(message);
}

/** A result, after its rows in portions if they are many. */
function replyWith(result: Tasks[TaskName]['result']): void {
  const rows = 'rows' in result ? result.rows : [];
  const isLong = rows.length > PORTION;
  for (let i = 0; isLong && i < rows.length; i += PORTION) reply({ rows: rows.slice(i, i + PORTION) });
  reply({ result: isLong ? { ...result, rows: [] } : result });
}

process.on('message', async (message: FirstMessage | TaskMessage) => {
  if ('settings' in message) {
    settings = message.settings;
    // Ready before the first question. What fails is said with that.
    await Promise.all([opened(), allQuestions()]).catch(() => {});
    reply({ result: undefined });
    return;
  }
  try {
    replyWith(await compute(message));
  } catch (error) {
    reply({ error: errorData(error) });
  }
});
// The process that we compute for is gone.
process.on('disconnect', () => process.exit());
// A terminal and a supervisor signal us too: that process finishes what is under way, and then ends us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
