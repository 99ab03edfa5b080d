import { isBehind } from '../../answering/freshness.js';
import type { Shop } from '../../answering/shop.js';
import { isoOf } from '../../core/calendar/days.js';
import type { ScheduledDigest } from '../../digest/delivery/schedule.js';
import { nextDue } from '../../digest/subscriptions/when.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { sourceFreshness } from '../../store/tables/source-freshness.js';

/** How up to date the app is. It tells nothing of sales or customers. */
export interface AppState {
  /** The last day with sales; undefined without data. */
  readonly dataThrough: number | undefined;
  readonly dataAgeDays: number | undefined;
  /** Sources whose newest sales are missing. */
  readonly sourcesBehind: number;
  /** When the next digest is due; undefined if none is scheduled. */
  readonly nextDigest: Date | undefined;
}

/** Makes the function that looks the state up. */
export const appState =
  (
    shop: Pick<Shop, 'store' | 'today'>,
    digests: () => Promise<readonly Pick<ScheduledDigest, 'when'>[]>,
    now: () => Date,
  ): (() => Promise<AppState>) =>
  async () => {
    const { store } = shop;
    const through = (await dataExtent(store))?.to;
    const due = (await digests()).flatMap(({ when }) => nextDue(when, now()) ?? []);
    return {
      dataThrough: through,
      dataAgeDays: through === undefined ? undefined : shop.today() - through,
      sourcesBehind: (await sourceFreshness(store)).filter(source => isBehind(source, shop.today())).length,
      nextDigest: due.sort((a, b) => a.getTime() - b.getTime())[0],
    };
  };

/** The state as JSON, for `/readyz`. */
export const stateFacts = ({ dataThrough, nextDigest, ...rest }: AppState): Record<string, unknown> => ({
  dataThrough: dataThrough === undefined ? null : isoOf(dataThrough),
  ...rest,
  nextDigest: nextDigest?.toISOString() ?? null,
});
