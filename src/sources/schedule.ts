import type { Logger } from 'pino';
import { isBehind, noteOf } from '../answering/freshness.js';
import { plural } from '../core/answer/format.js';
import { noteText } from '../core/answer/notes.js';
import { todayIn } from '../core/calendar/days.js';
import { lastDue, nextDue, type When } from '../digest/subscriptions/when.js';
import { pollEachMinute } from '../jobs/poll.js';
import type { Store } from '../store/engine/store.js';
import { listNews, newsTold } from '../store/tables/source-news.js';
import { listProblems, problemsTold } from '../store/tables/source-orders.js';
import { listSources, noteSource, type StoredSource } from '../store/tables/sources.js';
import type { RunResult, RunWishes } from './running.js';

/** What sources are read with when they are due. */
export interface SourceJobs {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Logger;
  readonly zone: string;
  readonly run: (name: string, wishes: RunWishes) => Promise<RunResult>;
  /** When digests are due, which are to have fresh data. */
  readonly digests: () => Promise<readonly When[]>;
  /** Tells whoever runs Shopkeeper. @returns whether somebody was reached */
  readonly tell: (text: string) => Promise<boolean>;
}

/** A source is read so long before a digest is due, if it was not read within the last hour. */
const BEFORE_DIGEST_MS = 10 * 60_000;
const OLD_MS = 60 * 60_000;

/** Whether a source is to be read now. @param digests when digests are due */
export function isSourceDue(source: StoredSource, now: Date, digests: readonly When[]): boolean {
  if (source.isPaused) return false;
  const retryAt = source.retryAt === null ? undefined : Date.parse(source.retryAt);
  if (retryAt !== undefined) return retryAt <= now.getTime();
  const ranAt = Date.parse(source.ranAt ?? source.addedAt);
  const due = lastDue(source, now);
  // A clock that was set back must not keep it from being read.
  if (ranAt > now.getTime() || (due && due.getTime() > ranAt)) return true;
  if (source.ranAt === null || now.getTime() - ranAt < OLD_MS) return source.ranAt === null;
  return digests.some(when => {
    const next = nextDue(when, now);
    return next !== undefined && next.getTime() - now.getTime() <= BEFORE_DIGEST_MS;
  });
}

/** Reads sources when they are due, each in its own time, and tells once what a person has to know. */
export function scheduleSources(jobs: SourceJobs): { stop(): Promise<void> } {
  const { store, now, log } = jobs;
  const stopping = new AbortController();
  const busy = new Map<string, Promise<void>>();
  const read = async (name: string): Promise<void> => {
    try {
      const result = await jobs.run(name, { signal: stopping.signal });
      if (result.outcome === 'done') log.info({ source: name, ...result.orders }, 'a source was read');
    } catch (error) {
      log.error({ err: error, source: name }, 'a source could not be read');
    } finally {
      busy.delete(name);
    }
  };
  const polls = pollEachMinute('sources', log, async () => {
    const sources = await listSources(store);
    if (sources.length === 0) return;
    const digests = await jobs.digests();
    for (const source of sources)
      if (!busy.has(source.name) && isSourceDue(source, now(), digests))
        busy.set(source.name, read(source.name));
    await tellNews(jobs);
  });
  return {
    stop: async () => {
      stopping.abort();
      await polls.stop();
      await Promise.all(busy.values());
    },
  };
}

/**
 * Tells of each source once that it is behind, of each order once that it could not be read, and what a
 * reading took out of months that may have been reported long ago.
 */
export async function tellNews({
  store,
  now,
  zone,
  tell,
}: Pick<SourceJobs, 'store' | 'now' | 'zone' | 'tell'>): Promise<void> {
  await tellWhatRunsDid({ store, tell });
  for (const source of await listSources(store)) {
    const { name, isTold, isPaused, question, problem } = source;
    const late = !isPaused && isBehind(source, todayIn(zone, now()));
    const ask = question ?? undefined;
    if (!isTold && (late || ask !== undefined)) {
      const hint = problem?.split('\n').slice(1).join(' ') ?? '';
      const text = [
        late ? noteText(noteOf(source)) : '',
        late ? hint : '',
        ask ? `Source ${name}: ${ask}` : '',
      ];
      if (await tell(text.filter(part => part !== '').join(' ')))
        await store.write(trx => noteSource(trx, name, { isTold: true }));
    }
    const news = (await listProblems(store, name)).filter(p => !p.isTold);
    const [first] = news;
    if (first === undefined) continue;
    const text =
      `${plural(news.length, 'order')} of the source ${name} could not be read, and the others are in. ` +
      `${first.key}: ${first.reason}. shopkeeper sources problems ${name} lists them.`;
    if (await tell(text)) await store.write(trx => problemsTold(trx, name));
  }
}

/** So many of a source are told in full at once. */
const MOST_TOLD = 3;

/** What runs refused or took out: a hundred wrong files in a folder are one message, and not a hundred. */
async function tellWhatRunsDid({ store, tell }: Pick<SourceJobs, 'store' | 'tell'>): Promise<void> {
  const all = await listNews(store);
  for (const source of new Set(all.map(news => news.source))) {
    const news = all.filter(n => n.source === source);
    const more = news.length - MOST_TOLD;
    const texts = news.slice(0, MOST_TOLD).map(n => n.text);
    if (more > 0) texts.push(`And ${more} more of the source ${source}.`);
    if (await tell(texts.join('\n')))
      await store.write(async trx => {
        for (const told of news) await newsTold(trx, told);
      });
  }
}
