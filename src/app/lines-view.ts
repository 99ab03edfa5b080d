import type { Config } from '../config/config.js';
import { ShopkeeperError } from '../core/errors.js';
import type { IngestSettings } from '../ingest/understand/ingest-settings.js';
import type { IngestOptions } from '../ingest/understand/plan.js';
import { understandView } from '../ingest/view/understand-view.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { type NotedView, refreshView } from '../store/lines/index.js';
import { linesView } from '../store/tables/lines-view.js';

/** What became of a view: how it is read, and what it has. */
export interface AskedView extends NotedView {
  readonly view: string;
  readonly notes: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * Has the store ask LINES_VIEW for its order lines; again, notes what has come to it since.
 * @throws ShopkeeperError if it cannot be asked
 */
export async function askView(
  store: Store,
  { LINES_VIEW: view, LINES_URL }: Pick<Config, 'LINES_VIEW' | 'LINES_URL'>,
  settings: IngestSettings,
  afterChange: (trx: WriteTransaction) => Promise<void>,
  options: IngestOptions,
): Promise<AskedView> {
  if (view === undefined || LINES_URL === undefined)
    throw new ShopkeeperError(
      `${view === undefined ? 'LINES_VIEW' : 'LINES_URL'} is not set.`,
      'Set LINES_URL to a ClickHouse, and LINES_VIEW to a table or view that it has.',
    );
  const before = await linesView(store);
  if (before && before.plan.view !== view)
    throw new ShopkeeperError(
      `This store asks ${before.plan.view}, and LINES_VIEW names ${view}.`,
      'Use a new store for another view: another DATABASE_URL.',
    );
  const isAsBefore = before !== undefined && (options.map ?? []).length === 0;
  const { plan, currency, notes } = isAsBefore
    ? { plan: before.plan, currency: settings.currency, notes: [] }
    : await understandView(store, view, settings, options);
  const { today, now } = settings;
  const noted = await refreshView(store, plan, { currency, today, now, afterChange });
  return { ...noted, view, notes, currency };
}
