import { isBehind, noteOf } from '../../../answering/freshness.js';
import { checkSource } from '../../../app/check-source.js';
import type { Config } from '../../../config/config.js';
import { plural } from '../../../core/answer/format.js';
import { noteText } from '../../../core/answer/notes.js';
import { todayIn } from '../../../core/calendar/days.js';
import { describeError } from '../../../core/errors.js';
import { storedRates } from '../../../ingest/understand/currencies/stored-rates.js';
import type { Store } from '../../../store/engine/store.js';
import { listNews } from '../../../store/tables/source-news.js';
import { listSources, type StoredSource } from '../../../store/tables/sources.js';
import { type CheckResult, DETAILS } from './check.js';

/** Clocks that are apart by less are right enough. */
const MOST_CLOCK_MINUTES = 2;

/** Looks whether each source can be read, by whom, and whether it is behind. Never throws. */
export async function checkSources(config: Config, store: Store): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const source of await listSources(store))
    results.push(...(await resultsOf(source, config, store)), ...lateness(source, config));
  for (const { text } of await listNews(store)) results.push({ state: 'note', message: text });
  return results;
}

/** Whether it is reached, with which rights, in which zone and currency, and what its clock shows. */
async function resultsOf(source: StoredSource, config: Config, store: Store): Promise<CheckResult[]> {
  const { name } = source;
  if (source.isPaused)
    return [
      {
        state: 'note',
        message: `The source ${name} is paused.`,
        fix: `shopkeeper sources resume ${name}`,
      },
    ];
  try {
    const check = await checkSource(source, {
      store,
      currency: config.SHOP_CURRENCY,
      zone: config.SHOP_TIMEZONE,
      now: () => new Date(),
      rates: async () => config.RATES_FILE ?? storedRates(store),
    });
    const message = `The source ${name} can be read. ${check.findings.join(' ')}`;
    return [{ state: 'ok', message }, ...clockOf(name, check.clockAheadMs)];
  } catch (error) {
    const message = `The source ${name}: ${describeError(error, DETAILS)}`;
    return [{ state: 'problem', message, cause: error }];
  }
}

function clockOf(name: string, aheadMs = 0): CheckResult[] {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (minutes < MOST_CLOCK_MINUTES) return [];
  const apart = `${plural(minutes, 'minute')} ${aheadMs > 0 ? 'ahead of' : 'behind'} that of this machine`;
  return [
    {
      state: 'problem',
      message: `The clock of the source ${name} is ${apart}.`,
      fix: 'Have both set theirs by the network (NTP), or sales count on the wrong day.',
    },
  ];
}

function lateness(source: StoredSource, { SHOP_TIMEZONE }: Config): CheckResult[] {
  const results: CheckResult[] = [];
  if (!source.isPaused && isBehind(source, todayIn(SHOP_TIMEZONE, new Date())))
    results.push({
      state: 'problem',
      message: noteText(noteOf(source)),
      fix: `shopkeeper sources run ${source.name}`,
    });
  if (source.question !== null) results.push({ state: 'problem', message: source.question });
  return results;
}
