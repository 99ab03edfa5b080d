import { isGoods } from '../answering/field-roles.js';
import { type Format, formatFor } from '../core/answer/format.js';
import { ShopkeeperError } from '../core/errors.js';
import { unitsPerMajor } from '../core/money/currencies.js';
import { BAND, type BandFigure, type Bands, type NumberRange } from '../core/query/query.js';
import { recordedIn } from '../measures/recorded.js';
import { NO_DAY, orderFacts } from '../store/scope/order-facts.js';
import { groupedSums, type LookUp } from '../store/scope/sums.js';
import { customerFigures, FIGURE_WORDS } from './conditions.js';
import type { QueryField } from './fields.js';
import { missingCustomers, refuseMissing } from './figures.js';
import { measureCalled } from './measures.js';
import { inRange } from './ranges.js';
import type { Setting } from './setting.js';

/** The field that bands are. What lies in several of them is in the first. */
export function bandField(bands: Bands): QueryField {
  const label =
    bands.of === 'order-total' ? 'order total' : bands.of === 'price' ? 'price' : FIGURE_WORDS[bands.of];
  return {
    key: BAND,
    label: `Band of ${label}`,
    order: 'fixed',
    groupBy: setting => byBand(bands, setting),
    ids: bands.ranges.map((_, i) => i + 1),
  };
}

async function byBand(bands: Bands, setting: Setting): Promise<LookUp> {
  const { column, figures } = await figuresFor(bands, setting);
  const keeps = bands.ranges.map(inRange);
  const groups = Int32Array.from(figures, figure => keeps.findIndex(keep => keep(figure)) + 1);
  const format = formatFor(setting.view.currency);
  const names = new Map(bands.ranges.map((range, i) => [i + 1, bandName(range, bands.of, format)]));
  return { kind: 'lookUp', column, first: 0, groups, names };
}

/** A figure by the id of what it is of; NaN where there is none. Money in major units. */
async function figuresFor(
  { of, period }: Bands,
  setting: Setting,
): Promise<{ readonly column: LookUp['column']; readonly figures: Float64Array }> {
  const { store, currency } = setting.view;
  if (of === 'price') return pricesOf(setting);
  if (of === 'order-total') {
    const { total, day } = await orderFacts(store);
    const scale = unitsPerMajor(currency);
    return {
      column: 'order',
      figures: total.map((minor, order) => (day[order] === NO_DAY ? Number.NaN : minor / scale)),
    };
  }
  if (!(await recordedIn(store)).customers) throw missingCustomers('Customers cannot be told apart');
  const figures = await customerFigures({ figure: of, ...(period !== undefined && { period }) }, setting);
  // Lines without a customer are nobody's.
  figures[0] = Number.NaN;
  return { column: 'customer', figures };
}

/** What a unit of each product cost on average, returns subtracted. */
async function pricesOf(setting: Setting): Promise<{ column: `d${number}`; figures: Float64Array }> {
  const { view, fields } = setting;
  const price = measureCalled('price-per-unit');
  if (price) await refuseMissing([price], setting);
  const product = fields.find(f => f.key === 'product') ?? fields.find(isGoods);
  if (product?.by.kind !== 'dimension')
    throw new ShopkeeperError('The data names no products.', 'Load a file with a column of products.');
  const sums = await groupedSums(view.store, { filters: [] }, product.by);
  const scale = unitsPerMajor(view.currency);
  const figures = new Float64Array(sums.reduce((most, { id }) => Math.max(most, id), 0) + 1).fill(Number.NaN);
  for (const { id, revenue, quantity } of sums)
    if (id !== 0 && quantity !== 0) figures[id] = revenue / scale / (quantity / 1000);
  return { column: `d${product.by.dimension.id}`, figures };
}

const MONEY: ReadonlySet<BandFigure> = new Set(['order-total', 'spent', 'average-order', 'price']);

/** `Under $100`, `$100 to $500`, `3 or more`. */
function bandName({ from, to, isOver, isUnder }: NumberRange, of: BandFigure, format: Format): string {
  const isMoney = MONEY.has(of);
  const show = (value: number) =>
    isMoney ? format.money(value).replace(/\.0+$/, '') : format.figure(value, 'number');
  if (from !== undefined && from === to) return show(from);
  const low = from === undefined ? '' : show(from);
  const high = to === undefined ? '' : show(to);
  if (to === undefined) return isOver ? `Over ${low}` : `${low} or more`;
  if (from === undefined) return isUnder ? `Under ${high}` : `Up to ${high}`;
  return `${isOver ? 'over ' : ''}${low} to ${isUnder ? 'under ' : ''}${high}`.replace(/^o/, 'O');
}
