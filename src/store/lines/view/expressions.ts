import type { ViewDimension, ViewPlan } from '../../tables/lines-view.js';

/** Names of tables with the ids of orders, customers and values; each is kept in memory by ClickHouse. */
export const idTables = (base: number) =>
  ({
    orders: `ids_${base}_orders`,
    customers: `ids_${base}_customers`,
    values: `ids_${base}_values`,
  }) as const;

/** A column's name as it is written in SQL. */
export const quoted = (name: string): string => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/** A text as it is written in SQL. */
export const literal = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A table's name, with or without its database. */
export const quotedTable = (view: string): string => view.split('.').map(quoted).join('.');

/** The text of a column, as a file would have it; '' for nothing. */
export const textOf = (column: string): string =>
  `replaceRegexpAll(ifNull(toString(${quoted(column)}), ''), '^\\\\s+|\\\\s+$', '')`;

/** The customer that a line names; '' for nobody. */
export function customerOf({ customers, email, nobody }: ViewPlan): string {
  const known = (column: string) => {
    const text = column === email ? `lowerUTF8(${textOf(column)})` : textOf(column);
    return nobody.length === 0
      ? text
      : `if(lowerUTF8(${text}) in (${nobody.map(literal).join(', ')}), '', ${text})`;
  };
  return customers.reduceRight((rest, column) => {
    const own = known(column);
    return rest === "''" ? own : `if(${own} != '', ${own}, ${rest})`;
  }, "''");
}

/** A line's value of a dimension; '' for none. */
export const dimensionValue = ({ column, labelColumn }: ViewDimension): string =>
  labelColumn === undefined
    ? textOf(column)
    : `if(${textOf(column)} != '', ${textOf(column)}, ${textOf(labelColumn)})`;

/** What a dimension's value is known by among the values of all dimensions. */
export const keyOfValue = (dimensionId: number, dimension: ViewDimension): string =>
  `concat('${dimensionId} ', ${dimensionValue(dimension)})`;

/** Days since 1970-01-01; 0 where there is none. */
export const dayOf = ({ date }: ViewPlan): string => `toInt32(ifNull(toDate(${quoted(date)}), toDate(0)))`;

/** A number times a power of ten, before it is rounded: exact to far less than a unit below 2^43. */
const scaled = (column: string, factor: number): string => `(toFloat64(${quoted(column)}) * ${factor})`;

/** The amount in the store's decimals, before it is rounded and signed; null where the view has none. */
export const amountBeforeRounding = (plan: ViewPlan): string =>
  'column' in plan.amount
    ? scaled(plan.amount.column, 10 ** plan.decimals)
    : `(toFloat64(${quoted(plan.amount.quantity)}) * ${scaled(plan.amount.price, 10 ** plan.decimals)})`;

/** Thousandths; one piece where the view says nothing. */
export const quantityOf = (plan: ViewPlan): string =>
  plan.quantity === undefined
    ? 'toInt64(1000)'
    : `ifNull(toInt64(round(${scaled(plan.quantity, 1000)})), toInt64(1000))`;

/** A negative amount or quantity is a return. */
export function moneyOf(plan: ViewPlan): { readonly amount: string; readonly isReturn: string } {
  const amount = `ifNull(toInt64(round(${amountBeforeRounding(plan)})), toInt64(0))`;
  const isReturn = `(${amount} < 0 or ${quantityOf(plan)} < 0)`;
  return { amount: `if(${isReturn}, -abs(${amount}), ${amount})`, isReturn: `toUInt8(${isReturn})` };
}
