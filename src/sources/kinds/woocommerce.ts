import { z } from 'zod';
import { SourceError } from '../errors.js';
import type { OrderSource, Page, SourceCheck, SourceContext, SourceKind } from '../source.js';
import { type FoundOrder, type WooOrder, wooOrders, wooRefunds, wooStatus } from '../woocommerce/answers.js';
import { type Woo, wooClient } from '../woocommerce/client.js';
import { countsInWoo, oddOrder, orderOf } from '../woocommerce/order.js';

/** Orders a page: shared hosts are slow with more. */
const PAGE = 50;
/** Changes of the last minutes may become visible only later. */
const OVERLAP_MS = 10 * 60_000;

const DAY_MS = 86_400_000;

const stateSchema = z.object({
  /** The last change that was read, in UTC as WooCommerce writes it. */
  modified: z.string(),
  /** Up to when refunds were asked for. */
  refunds: z.string(),
});
type State = z.infer<typeof stateSchema>;

const START: State = { modified: '1970-01-01T00:00:00', refunds: '' };

export default {
  name: 'woocommerce',
  summary: 'a WooCommerce shop: url=https://SHOP key=env:NAME secret=env:NAME',
  settings: z.strictObject({
    url: z.string(),
    key: z.string(),
    secret: z.string(),
    private: z.enum(['yes', 'no']).optional(),
  }),
  open: (settings, context): OrderSource => {
    const woo = wooClient(settings, context);
    return {
      gives: 'orders',
      overlapMs: OVERLAP_MS,
      check: signal => check(woo, signal),
      changes: (state, signal) =>
        changes(woo, context, state === undefined ? START : stateSchema.parse(state), signal),
      everything: (since, signal) => everything(woo, since, signal),
    };
  },
} satisfies SourceKind;

/** @throws SourceError */
async function check(woo: Woo, signal: AbortSignal): Promise<SourceCheck> {
  const orders = wooOrders.parse(await woo.get('orders', { per_page: '1', status: 'any' }, signal));
  const status = wooStatus.safeParse(
    await woo.get('system_status', { _fields: 'environment,settings' }, signal, [403]),
  );
  const found = [`${woo.host} answers, and its orders can be read.`];
  const currency =
    (status.success ? status.data.settings?.currency : undefined) ?? orders.find(o => !o.isOdd)?.currency;
  const version = status.success ? status.data.environment?.version : undefined;
  if (version) found.push(`It runs WooCommerce ${version}.`);
  if (!(await canReadRefunds(woo, signal)))
    found.push('It has no list of refunds (before WooCommerce 9.0): partial refunds are found within a day.');
  return { ...(currency !== undefined && { currency }), findings: found };
}

const canReadRefunds = async (woo: Woo, signal: AbortSignal): Promise<boolean> =>
  (await woo.get('refunds', { per_page: '1' }, signal, [404])) !== undefined;

/**
 * Reads on from the last change: page numbers would skip orders that change while they are read. The change
 * itself is asked for again, since several orders may have the same second.
 */
async function* changes(
  woo: Woo,
  context: SourceContext,
  from: State,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const refundsUntil = utc(context.now().getTime() - OVERLAP_MS);
  let state = from;
  let seen: readonly number[] = [];
  // A state of before is read again for as long as changes may have become visible late.
  let after = utc(Date.parse(`${state.modified}Z`) - (state === START ? 0 : OVERLAP_MS));
  for (;;) {
    const query = {
      ...EVERY,
      orderby: 'modified',
      order: 'asc',
      modified_after: after,
      per_page: String(PAGE),
    };
    const found = wooOrders.parse(
      await woo.get('orders', { ...query, ...(seen.length > 0 && { exclude: seen.join(',') }) }, signal),
    );
    const last = found.at(-1)?.date_modified_gmt;
    if (last === undefined) break;
    if (last > state.modified) state = { ...state, modified: last };
    yield { ...(await pageOf(woo, found, signal)), state };
    const next = utc(Date.parse(`${last}Z`) - 1_000);
    const inSecond = found.filter(o => o.date_modified_gmt > next).map(o => o.id);
    seen = next === after ? [...new Set([...seen, ...inSecond])] : inSecond;
    after = next;
  }
  if (from.refunds !== '') yield* refunded(woo, from.refunds, { ...state, refunds: refundsUntil }, signal);
  else yield { orders: [], gone: [], state: { ...state, refunds: refundsUntil } };
}

/** A refund need not change its order's date: the orders of new refunds are read again. */
async function* refunded(woo: Woo, since: string, state: State, signal: AbortSignal): AsyncGenerator<Page> {
  const parents = new Set<number>();
  for (let page = 1; ; page++) {
    const query = { after: since, dates_are_gmt: 'true', per_page: '100', page: String(page) };
    const found = await woo.get('refunds', query, signal, [404]);
    const refunds = found === undefined ? [] : wooRefunds.parse(found);
    for (const { parent_id } of refunds) parents.add(parent_id);
    if (refunds.length < 100) break;
  }
  const ids = [...parents];
  for (let i = 0; i < ids.length; i += PAGE) {
    const include = ids.slice(i, i + PAGE).join(',');
    const found = wooOrders.parse(
      await woo.get('orders', { ...EVERY, include, per_page: String(PAGE) }, signal),
    );
    yield { ...(await pageOf(woo, found, signal)), state: { ...state, refunds: since } };
  }
  yield { orders: [], gone: [], state };
}

/** Every order by its number, which does not change. */
async function* everything(
  woo: Woo,
  since: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Pick<Page, 'orders'>> {
  let last = 0;
  // Orders are numbered as they are placed, and their lines may be later than that.
  for (let offset = 0; ; ) {
    const query = {
      ...EVERY,
      orderby: 'id',
      order: 'asc',
      per_page: String(PAGE),
      offset: String(offset),
      // A day of the shop may begin on the day before in UTC.
      ...(since !== undefined && { after: utc(Date.parse(since) - DAY_MS) }),
    };
    const found = wooOrders.parse(await woo.get('orders', query, signal));
    const fresh = found.filter(o => o.id > last);
    if (fresh.length > 0) yield { orders: (await pageOf(woo, fresh, signal)).orders };
    if (found.length < PAGE) return;
    last = Math.max(last, ...found.map(o => o.id));
    // Orders that were deleted meanwhile move the others up: the pages overlap by half.
    offset += PAGE / 2;
  }
}

const EVERY = { status: 'any', dates_are_gmt: 'true' } as const;

async function pageOf(
  woo: Woo,
  found: readonly FoundOrder[],
  signal: AbortSignal,
): Promise<Pick<Page, 'orders' | 'gone'>> {
  const orders: Page['orders'][number][] = [];
  const gone: string[] = [];
  for (const order of found) {
    if (!countsInWoo(order)) {
      gone.push(order.number);
      continue;
    }
    if (order.isOdd) {
      orders.push(oddOrder(order));
      continue;
    }
    const refunds = order.refunds.length === 0 ? [] : await refundsOf(woo, order, signal);
    orders.push(orderOf(order, refunds));
  }
  return { orders, gone };
}

async function refundsOf(woo: Woo, { id }: WooOrder, signal: AbortSignal) {
  const refunds = wooRefunds.parse(await woo.get(`orders/${id}/refunds`, { per_page: '100' }, signal));
  if (refunds.length < 100) return refunds;
  throw new SourceError(`Order ${id} has a hundred refunds or more.`, 'Please report it: it cannot be read.');
}

/** A point in time as WooCommerce writes it. */
const utc = (ms: number): string => new Date(Math.max(0, ms)).toISOString().slice(0, 19);
