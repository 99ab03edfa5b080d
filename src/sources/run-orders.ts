import { plural } from '../core/answer/format.js';
import { dayFromIso, todayIn } from '../core/calendar/days.js';
import { currencyCode } from '../core/money/currencies.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { storedCurrency } from '../store/tables/amounts.js';
import { makeRoom } from '../store/tables/dimensions.js';
import { noteConversions } from '../store/tables/exchange-rates.js';
import { sumsOfIngest } from '../store/tables/ingest-sums.js';
import { beginIngest, finishIngest } from '../store/tables/ingests.js';
import { addNews } from '../store/tables/source-news.js';
import {
  fingerprintsOf,
  forgetOrders,
  noteOrders,
  noteProblems,
  replacedByFiles,
  solveProblems,
  unseenOrders,
} from '../store/tables/source-orders.js';
import { noteSource, sourceNamed } from '../store/tables/sources.js';
import { conversionFor } from './conversion.js';
import { missingOrders, missingText } from './missing.js';
import { changeMatching, isMatching, readPayments } from './payments.js';
import { type OwnKeys, type ReadOrder, readOrder, storedKey } from './read-order.js';
import { NIGHTLY_DAYS, type OrdersRead, type Running } from './running.js';
import type { OrderSource, Page, SourceOrder } from './source.js';
import { dimensionsOf, takeOut, writeOrders } from './write-orders.js';

/** Pages are written together until they have so many orders: what follows from the lines is done once. */
const ORDERS_AT_ONCE = 500;
/** A full reading that has not found more than this share of the orders stops and asks. */
const MOST_GONE = 0.05;
/** So few may always be removed. */
const FEW_GONE = 5;

/**
 * Reads what has changed of a source's orders, and everything again if a sweep is due. Each page is written
 * with the state that follows from it, in one transaction.
 * @throws SourceError, TakenOver
 */
export async function readOrders(
  running: Running,
  opened: OrderSource,
  sweep: { readonly isSwept: boolean; readonly since: string | undefined; readonly remove: boolean },
): Promise<OrdersRead> {
  const { source, signal } = running;
  const result: OrdersRead = { read: 0, changed: 0, gone: 0, setAside: 0 };
  const matches = await isMatching(running);
  const isAnew = matches !== source.isMatching;
  if (isAnew) await changeMatching(running, matches);
  const state: unknown = isAnew || source.state === null ? undefined : JSON.parse(source.state);
  if (matches) return readPayments(running, opened, state);
  let waiting: Page = { orders: [], gone: [], state };
  const flush = async () => {
    if (waiting.orders.length + waiting.gone.length === 0 && waiting.state === state) return;
    await writePage(running, waiting, result);
    waiting = { orders: [], gone: [], state: undefined };
  };
  for await (const page of opened.changes(state, signal)) {
    signal.throwIfAborted();
    waiting = inOrder(waiting, page);
    if (waiting.orders.length >= ORDERS_AT_ONCE) await flush();
  }
  await flush();
  if (sweep.isSwept) await sweepThrough(running, opened, sweep, result);
  if (result.changed + result.gone > 0)
    await running.write(async trx => {
      const ingestId = (await sourceNamed(trx, source.name))?.ingestId;
      if (typeof ingestId === 'number') await finishIngest(trx, ingestId, await sumsOfIngest(trx, ingestId));
    });
  return result;
}

/** Two pages as one: of an order that is in both, the later state counts. */
function inOrder(first: Page, second: Page): Page {
  const keys = new Set([...second.orders.map(o => o.key), ...second.gone]);
  const gone = new Set(second.gone);
  return {
    orders: [...first.orders.filter(o => !keys.has(o.key)), ...second.orders.filter(o => !gone.has(o.key))],
    gone: [...first.gone.filter(key => !keys.has(key)), ...second.gone],
    state: second.state,
  };
}

async function sweepThrough(
  running: Running,
  opened: OrderSource,
  { since: wanted, remove }: { readonly since: string | undefined; readonly remove: boolean },
  result: OrdersRead,
): Promise<void> {
  const { shop, source, signal } = running;
  const shown = await opened.firstDay?.(signal);
  const since = shown !== undefined && shown > (wanted ?? '') ? shown : wanted;
  let waiting: SourceOrder[] = [];
  const flush = async () => {
    if (waiting.length > 0) await writePage(running, { orders: waiting, gone: [], state: undefined }, result);
    waiting = [];
  };
  for await (const { orders } of opened.everything(since, signal)) {
    signal.throwIfAborted();
    waiting = [
      ...inOrder({ orders: waiting, gone: [], state: undefined }, { orders, gone: [], state: undefined })
        .orders,
    ];
    if (waiting.length >= ORDERS_AT_ONCE) await flush();
  }
  await flush();
  const { keys, covered } = await unseenOrders(
    shop.store,
    source.name,
    source.run,
    since === undefined ? undefined : dayFromIso(since),
  );
  if (keys.length === 0) return;
  if (keys.length > FEW_GONE && keys.length > covered * MOST_GONE && !remove) {
    result.question =
      `${plural(keys.length, 'order')} of ${covered} were not there any more, and none was removed. ` +
      `If that is right, run \`shopkeeper sources run ${source.name} --full --remove\`.`;
    return;
  }
  const stored = keys.map(key => storedKey(key, { prefix: prefixOf(source) }));
  result.missing = await missingOrders(shop.store, stored);
  const old = await missingOrders(shop.store, stored, todayIn(shop.zone, shop.now()) - NIGHTLY_DAYS);
  await writePage(running, { orders: [], gone: keys, state: undefined }, result, async trx => {
    if (old) await addNews(trx, { source: source.name, text: missingText(source.name, old) });
  });
}

/** What comes before the keys of a source's orders in the store; nothing where it shares them with files. */
const prefixOf = ({ name, settings }: Running['source']): string =>
  settings.keys === 'files' ? '' : `${name}/`;

/**
 * Writes a page of orders, and with it how far the source was read.
 * @param beside what is written in the same transaction
 */
async function writePage(
  running: Running,
  page: Page,
  result: OrdersRead,
  beside?: (trx: WriteTransaction) => Promise<void>,
): Promise<void> {
  const { shop, source } = running;
  const { name } = source;
  result.read += page.orders.length;
  const currency = await currencyFor(running, page);
  const conversion = await conversionFor(running, page, currency);
  const keys: OwnKeys = { prefix: prefixOf(source), zone: shop.zone, currency, conversion };
  const read = page.orders.map(order => ({ key: order.key, made: readOrder(order, keys) }));
  const good = read.flatMap(({ made }) => ('reason' in made ? [] : [made]));
  const bad = read.flatMap(({ key, made }) => ('reason' in made ? [{ key, reason: made.reason }] : []));
  await makeRoom(shop.store, dimensionsOf(good));
  await running.write(async trx => {
    const before = (await sourceNamed(trx, name))?.ingestId ?? undefined;
    if (page.state !== undefined) await noteSource(trx, name, { state: JSON.stringify(page.state) });
    await beside?.(trx);
    result.setAside += bad.length;
    // The first order that can be read settles the currency.
    if (before === undefined && good.length === 0) return noteBad(running, trx, good, bad);
    const ingestId = before ?? (await beginSourceIngest(running, trx, currency));
    const writing = {
      trx,
      source: name,
      ingestId,
      keys,
      excludedStatuses: shop.excludedStatuses,
      now: shop.now,
    };
    const changed = await changedOf(running, trx, ingestId, keys, good);
    const filled = changed.filter(o => o.lines.length > 0);
    const gone = [...page.gone, ...changed.filter(o => o.lines.length === 0).map(o => o.key)];
    if (filled.length > 0) await writeOrders(writing, filled);
    const others = new Set(filled.map(o => o.order.currency.toUpperCase()).filter(code => code !== currency));
    if (others.size > 0) await noteConversions(trx, ingestId, [...others]);
    const known = gone.length === 0 ? new Map() : await fingerprintsOf(trx, name, gone);
    if (known.size > 0) await takeOut(writing, [...known.keys()]);
    await forgetOrders(trx, name, page.gone);
    await noteOrders(trx, name, source.run, good.map(noteOf));
    await noteBad(running, trx, good, bad);
    result.changed += filled.length;
    result.gone += known.size;
    if (filled.length + known.size === 0) return;
    await raiseDataVersion(trx);
    await shop.afterChange(trx);
  });
}

const noteOf = ({ key, fingerprint, lines }: ReadOrder) => ({
  key,
  fingerprint,
  day: lines.length === 0 ? null : Math.min(...lines.map(l => l.day)),
});

async function noteBad(
  { shop, source }: Running,
  trx: WriteTransaction,
  good: readonly ReadOrder[],
  bad: readonly { readonly key: string; readonly reason: string }[],
): Promise<void> {
  await solveProblems(
    trx,
    source.name,
    good.map(o => o.key),
  );
  await noteProblems(trx, source.name, shop.now().toISOString(), bad);
  // It is read again as soon as it changes, and is no order that has gone.
  const known = await fingerprintsOf(
    trx,
    source.name,
    bad.map(p => p.key),
  );
  const stay = bad
    .filter(p => known.has(p.key))
    .map(({ key }) => ({ key, fingerprint: 'unreadable', day: null }));
  await noteOrders(trx, source.name, source.run, stay);
}

/** Those that are not as they were written last, or that a file has replaced since. */
async function changedOf(
  { source }: Running,
  trx: WriteTransaction,
  ingestId: number,
  keys: OwnKeys,
  orders: readonly ReadOrder[],
): Promise<readonly ReadOrder[]> {
  const known = await fingerprintsOf(
    trx,
    source.name,
    orders.map(o => o.key),
  );
  const byKey = orders.map(o => storedKey(o.key, keys));
  const replaced = new Set(keys.prefix === '' ? await replacedByFiles(trx, ingestId, byKey) : []);
  return orders.filter(o => known.get(o.key) !== o.fingerprint || replaced.has(storedKey(o.key, keys)));
}

/**
 * The currency that orders must have: that of the store or the settings, else of the source's first order.
 */
async function currencyFor({ shop }: Running, page: Page): Promise<string> {
  const stored = await storedCurrency(shop.store);
  const first = page.orders.find(order => order.unreadable === undefined && order.currency !== '');
  return currencyCode(stored ?? shop.currency ?? first?.currency.toUpperCase() ?? 'USD');
}

async function beginSourceIngest(
  { shop, source }: Running,
  trx: WriteTransaction,
  currency: string,
): Promise<number> {
  const id = await beginIngest(trx, {
    file: `source ${source.name}`,
    contentKey: `source:${source.name}:${source.addedAt}`.slice(0, 80),
    kind: 'sales',
    currency,
    bytes: 0,
    rows: 0,
    mapping: {},
    loadedAt: shop.now().toISOString(),
  });
  await noteSource(trx, source.name, { ingestId: id });
  return id;
}
