import { isBehind, noteOf } from '../../../answering/freshness.js';
import type { Config } from '../../../config/config.js';
import { noteText } from '../../../core/answer/notes.js';
import { todayIn } from '../../../core/calendar/days.js';
import { describeError } from '../../../core/errors.js';
import { currencyCode } from '../../../core/money/currencies.js';
import { storedRates } from '../../../ingest/understand/currencies/stored-rates.js';
import { expectFits } from '../../../sources/fits.js';
import { openSource } from '../../../sources/open.js';
import type { Store } from '../../../store/engine/store.js';
import { storedCurrency } from '../../../store/tables/amounts.js';
import { listSources, type StoredSource } from '../../../store/tables/sources.js';
import { type CheckResult, DETAILS } from './check.js';

const CHECK_MS = 60_000;

/** Looks whether each source can be read, by whom, and whether it is behind. Never throws. */
export async function checkSources(config: Config, store: Store): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const source of await listSources(store))
    results.push(await checkSource(source, config, store), ...lateness(source, config));
  return results;
}

async function checkSource(source: StoredSource, config: Config, store: Store): Promise<CheckResult> {
  if (source.isPaused)
    return {
      state: 'note',
      message: `The source ${source.name} is paused.`,
      fix: `shopkeeper sources resume ${source.name}`,
    };
  try {
    const now = new Date();
    const check = await openSource(source, () => now).check(AbortSignal.timeout(CHECK_MS));
    const stored = await storedCurrency(store);
    const currency = stored === undefined ? config.SHOP_CURRENCY : currencyCode(stored);
    const hasRates = config.RATES_FILE !== undefined || (await storedRates(store)) !== undefined;
    expectFits(check, { currency, zone: config.SHOP_TIMEZONE, now, hasRates });
    return { state: 'ok', message: `The source ${source.name} can be read. ${check.findings.join(' ')}` };
  } catch (error) {
    const message = `The source ${source.name}: ${describeError(error, DETAILS)}`;
    return { state: 'problem', message, cause: error };
  }
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
