import type { ShopView } from '../../src/answering/shop.js';
import { formatFor } from '../../src/core/answer/format.js';
import type { Grain } from '../../src/core/calendar/grain.js';
import { queryOf } from '../../src/core/query/query.js';
import { customersAhead, isAhead, ordersThrough } from '../../src/measures/lifetime-value.js';
import { FEWEST_VALUES, forecastOf } from '../../src/models/forecast/forecast.js';
import { probabilityAlive, probabilityOfOrder } from '../../src/models/lifetime-value/bg-nbd.js';
import { fitOf } from '../../src/models/lifetime-value/fit.js';
import { WEEK } from '../../src/models/lifetime-value/histories.js';
import type { Foretold } from '../../src/models/lifetime-value/holdout.js';
import { rhythmsOf } from '../../src/models/lifetime-value/rhythm.js';
import { seriesOf } from '../../src/query/series.js';
import { settingOf } from '../../src/query/setting.js';
import { dataExtent } from '../../src/store/tables/order-lines.js';
import { number } from './timing.js';

const headOf = (...columns: readonly string[]): string =>
  `| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`;
const rowOf = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const HEADS = {
  value: headOf(
    'data',
    'held back',
    'customers',
    'repeat orders',
    'expected',
    'naive',
    'value',
    'expected',
    'naive',
    'correlation: model, naive (orders)',
    '(value)',
  ),
  risk: headOf(
    'data',
    'held back',
    'came back before',
    'did not come',
    'of those at risk or gone',
    'of the others',
    'told apart by the model',
    'by their rhythm',
    'by days since (naive)',
  ),
  forecast: headOf('data', 'measure', 'by', 'tests x steps', 'forecast', 'naive', 'seasonal naive', 'held'),
};

const share = (value: number): string => `${(value * 100).toFixed(0)} %`;
const change = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value * 100).toFixed(1)} %`;

/** The models' holdout, as `customers value` tells it. */
export async function valueRow(name: string, view: ShopView): Promise<string> {
  const data = await dataExtent(view.store);
  const ahead = data && (await customersAhead(view.store, data.to));
  if (!ahead || !isAhead(ahead)) return rowOf(name, ahead ? `no model: ${ahead.why}` : 'no data');
  const { holdout } = ahead.fit;
  if (!holdout) return rowOf(name, 'too short a history');
  const { major, wholeMinor } = formatFor(view.currency);
  const money = (amount: number) => number(Math.round(major(wholeMinor(amount))));
  const off = ({ total }: Foretold, actual: number, text = (v: number) => number(Math.round(v))) =>
    `${text(total)} (${change(total / actual - 1)})`;
  const both = (...of: readonly Foretold[]) => of.map(f => f.correlation?.toFixed(3) ?? '–').join(', ');
  return rowOf(
    name,
    `${holdout.days} days`,
    number(holdout.customers),
    number(holdout.actualOrders),
    off(holdout.orders, holdout.actualOrders),
    off(holdout.naiveOrders, holdout.actualOrders),
    money(holdout.actualValue),
    off(holdout.value, holdout.actualValue, money),
    off(holdout.naiveValue, holdout.actualValue, money),
    both(holdout.orders, holdout.naiveOrders),
    both(holdout.value, holdout.naiveValue),
  );
}

/** Below this probability of being a customer somebody is at risk, as in `customers risk`. */
const DOUBT = 0.5;

/** Who `customers risk` would have named, and who of them came back in the part that was held back. */
export async function riskRow(name: string, view: ShopView): Promise<string> {
  const data = await dataExtent(view.store);
  const ahead = data && (await customersAhead(view.store, data.to));
  const holdout = ahead && isAhead(ahead) ? ahead.fit.holdout : undefined;
  if (!data || !holdout) return rowOf(name, 'no holdout');
  const orders = await ordersThrough(view.store, data.to);
  const sales = Array.from(orders.day.keys()).filter(i => orders.isReturn[i] === 0);
  const came = new Set(sales.filter(i => orders.day[i]! > holdout.cut).map(i => orders.customer[i]!));
  const known = sales.filter(i => orders.day[i]! <= holdout.cut);
  const fit = fitOf(
    {
      customer: Int32Array.from(known, i => orders.customer[i]!),
      day: Int32Array.from(known, i => orders.day[i]!),
      amount: Float64Array.from(known, i => orders.amount[i]!),
      isReturn: new Uint8Array(known.length),
    },
    holdout.cut,
  );
  const alive = new Map<number, number>();
  const comes = new Map<number, number>();
  if (fit.isFitted)
    for (const [i, id] of fit.histories.customer.entries()) {
      const { orders: model, showsLeaving } = fit.model;
      const { repeats, recency, age } = fit.histories;
      const history = { x: repeats[i]!, recency: recency[i]! / WEEK, age: age[i]! / WEEK };
      if (showsLeaving) alive.set(id, probabilityAlive(model, history));
      comes.set(id, probabilityOfOrder(model, history, holdout.days / WEEK));
    }
  const rhythms = rhythmsOf(orders, holdout.cut);
  const people = Array.from(rhythms.customer, (id, i) => ({
    stayedAway: !came.has(id),
    silent: rhythms.silent[i]!,
    times: rhythms.silent[i]! / rhythms.usual[i]!,
    gone: 1 - (alive.get(id) ?? 1),
    stays: 1 - (comes.get(id) ?? 1),
  }));
  const isNamed = (p: (typeof people)[number]) => p.times > rhythms.late || p.gone > 1 - DOUBT;
  const away = (of: typeof people) => share(of.filter(p => p.stayedAway).length / Math.max(1, of.length));
  const apart = (score: (p: (typeof people)[number]) => number) =>
    areaUnderCurve(people.filter(p => p.stayedAway).map(score), people.filter(p => !p.stayedAway).map(score));
  const named = people.filter(isNamed);
  return rowOf(
    name,
    `${holdout.days} days`,
    number(people.length),
    away(people),
    `${away(named)} of ${number(named.length)}`,
    `${away(people.filter(p => !isNamed(p)))} of ${number(people.length - named.length)}`,
    comes.size > 0 ? apart(p => p.stays).toFixed(3) : '–',
    apart(p => p.times).toFixed(3),
    apart(p => p.silent).toFixed(3),
  );
}

/** How often one of the first is above one of the second; .5 is chance (Mann & Whitney 1947). */
function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const sorted = Float64Array.from(second).sort();
  const below = (score: number, isEqualToo: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < score || (isEqualToo && sorted[middle] === score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = first.reduce((sum, score) => sum + (below(score, false) + below(score, true)) / 2, 0);
  return wins / (first.length * second.length);
}

/** How often a history is cut, and how far it is forecast each time. */
const CUTS: readonly { readonly grain: Grain; readonly season: number; readonly steps: number }[] = [
  { grain: 'day', season: 7, steps: 14 },
  { grain: 'week', season: 52, steps: 4 },
  { grain: 'month', season: 12, steps: 3 },
];
const MOST_TESTS = 10;

/** Mean absolute errors of forecasts of the end of a history, of which they knew nothing. */
export async function forecastRows(name: string, view: ShopView): Promise<string[]> {
  const rows: string[] = [];
  for (const measure of ['revenue', 'orders'])
    for (const cut of CUTS) {
      const query = queryOf({ measures: [measure] });
      const { values } = await seriesOf(query, cut.grain, await settingOf(query, view));
      const cells = tested(values, cut);
      if (cells) rows.push(rowOf(name, measure, cut.grain, ...cells));
    }
  return rows;
}

/** Cuts lie a forecast apart, or a period if the history is too short for four of those. */
function tested(
  values: readonly number[],
  { season, steps }: { readonly season: number; readonly steps: number },
): string[] | undefined {
  const room = values.length - steps - FEWEST_VALUES;
  const apart = room / steps >= 4 ? steps : 1;
  const tests = Math.min(MOST_TESTS, Math.floor(room / apart) + 1);
  if (tests < 4) return undefined;
  const misses = { forecast: [] as number[], naive: [] as number[], seasonal: [] as number[] };
  let [held, told, seasons] = [0, 0, 0];
  for (let test = 0; test < tests; test++) {
    const end = values.length - steps - test * apart;
    const known = values.slice(0, end);
    const made = forecastOf({ values: known, season, steps, sum: { from: 0, to: steps - 1 } });
    if (known.length >= season) seasons++;
    for (const [h, { value, likely }] of made.steps.entries()) {
      const actual = values[end + h]!;
      misses.forecast.push(Math.abs(value - actual));
      misses.naive.push(Math.abs(known.at(-1)! - actual));
      if (known.length >= season)
        misses.seasonal.push(Math.abs(known[end - season + (h % season)]! - actual));
      if (!likely) continue;
      told++;
      if (actual >= likely.low && actual <= likely.high) held++;
    }
  }
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const figure = (value: number) => number(value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
  return [
    `${tests} x ${steps}`,
    figure(mean(misses.forecast)),
    figure(mean(misses.naive)),
    seasons === tests ? figure(mean(misses.seasonal)) : '–',
    told > 0 ? share(held / told) : '–',
  ];
}
