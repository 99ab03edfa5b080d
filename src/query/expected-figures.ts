import { unitsPerMajor } from '../core/money/currencies.js';
import {
  type CustomerFigure,
  EXPECTED_FIGURES,
  type ExpectedFigure,
  type Query,
} from '../core/query/query.js';
import { everybodyExpected } from './expected.js';
import type { Setting } from './setting.js';

/** Whether a figure is what a customer is expected to do, rather than what they did. */
export const isExpectedFigure = (figure: CustomerFigure | string): figure is ExpectedFigure =>
  EXPECTED_FIGURES.some(f => f === figure);

/**
 * A figure that is expected of each customer, by id; NaN where there is none, as the probability of being
 * alive of customers with one order. Money in major units.
 */
export async function expectedFigures(figure: ExpectedFigure, setting: Setting): Promise<Float64Array> {
  const { fit, expected } = await everybodyExpected(setting);
  const scale = figure === 'lifetime-value' ? unitsPerMajor(setting.view.currency) : 1;
  const column = {
    'expected-orders': expected.orders,
    'probability-alive': expected.alive,
    'lifetime-value': expected.value,
  }[figure];
  const values = new Float64Array(setting.highestCustomer + 1).fill(Number.NaN);
  const { customer } = fit.histories;
  for (let i = 0; i < customer.length; i++) values[customer[i]!] = column[i]! / scale;
  return values;
}

/** Figures that are expected of a customer, as far as they were asked for; NaN where there is none. */
export type ExpectedFigures = Readonly<Partial<Record<ExpectedFigure, number>>>;
export type ExpectedBy = (customerId: number) => ExpectedFigures;

/** What is expected of customers, of the figures that a query shows, ranks or keeps by. */
export async function expectedFor({ measures, rank, having }: Query, setting: Setting): Promise<ExpectedBy> {
  const named = [...measures, ...(rank?.by === undefined ? [] : [rank.by]), ...having.map(h => h.measure)];
  const columns: [ExpectedFigure, Float64Array][] = [];
  for (const figure of EXPECTED_FIGURES)
    if (named.includes(figure)) columns.push([figure, await expectedFigures(figure, setting)]);
  return (id: number): ExpectedFigures =>
    Object.fromEntries(columns.map(([figure, of]) => [figure, of[id] ?? Number.NaN]));
}
