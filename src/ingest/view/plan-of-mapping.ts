import { IngestError } from '../../core/errors.js';
import type { ViewSample } from '../../store/lines/index.js';
import type { ViewPlan } from '../../store/tables/lines-view.js';
import type { Mapping } from '../understand/mapping.js';

/** What a view is read by, and columns that nothing is made of, with the reason. */
export interface PlannedView {
  readonly plan: ViewPlan;
  readonly notes: readonly string[];
}

/**
 * Turns the mapping of a view's columns into what ClickHouse reads them by. A file is read row by row, with
 * the rows before in mind; a view is not.
 * @throws IngestError that says what a view has to have, or must not
 */
export function planOfMapping(
  view: string,
  { header, types }: Pick<ViewSample, 'header' | 'types'>,
  mapping: Mapping,
  decimals: number,
): PlannedView {
  const named = (column: number | undefined) => header[column ?? -1] ?? '';
  const columns: Columns = { named, typeOf: column => types[column] ?? '' };
  const [fault] = [...orderFaults(mapping, columns), ...moneyFaults(mapping, columns)];
  if (fault) throw new IngestError(`${view} cannot be asked for order lines: ${fault[0]}.`, fault[1]);
  const { roles, money, order } = mapping;
  const { base } = money;
  const plain = mapping.dimensions.filter(d => !d.edges && !d.isHour);
  return {
    plan: {
      view,
      order: named(order.column),
      date: named(roles.date),
      customers: mapping.customerColumns.map(named),
      ...(roles.email !== undefined && { email: named(roles.email) }),
      ...(roles.customerName !== undefined && { name: named(roles.customerName) }),
      nobody: [...mapping.nobody],
      amount:
        base.kind === 'amount'
          ? { column: named(base.column) }
          : { quantity: named(base.quantity), price: named(base.price) },
      ...(roles.quantity !== undefined && { quantity: named(roles.quantity) }),
      dimensions: plain.map(({ key, label, column, labelColumn }) => ({
        key,
        label,
        column: named(column),
        ...(labelColumn !== undefined && { labelColumn: named(labelColumn) }),
      })),
      decimals,
    },
    notes: [
      ...mapping.dimensions
        .filter(d => !plain.includes(d))
        .map(d => `${d.label} is left out: a view is not grouped by hours or by ranges of numbers.`),
      ...money.parts.map(p => `${named(p.column)} is left out: beside the amount, a view gives no money.`),
    ],
  };
}

interface Columns {
  named(column: number): string;
  typeOf(column: number): string;
}

/** Why a view cannot be asked, and what to do about it. */
type Fault = readonly [what: string, hint: string];

function* orderFaults(
  { roles, order, rowRules, dates, creditPrefix, fromFirstRow }: Mapping,
  { named, typeOf }: Columns,
): Generator<Fault> {
  if (order.column === undefined)
    yield ['no column has the number of the order', 'Name it: --map COLUMN=orderId'];
  if (order.withDay || order.withColumns.length > 0 || creditPrefix !== undefined)
    yield ['the number of the order is not enough to tell orders apart', 'Have the view make one that is.'];
  if (roles.date === undefined || dates.parts || dates.time)
    yield ['no column has the date alone', 'Have the view give one of type Date or DateTime.'];
  else if (!/^(?:Nullable\()?Date/.test(typeOf(roles.date)))
    yield [
      `${named(roles.date)} is of type ${typeOf(roles.date)}`,
      'Have the view give it as Date or DateTime.',
    ];
  if (dates.zone)
    yield ['its times would have to be those of SHOP_TIMEZONE', 'Have the view give the date of the shop.'];
  if (rowRules.length > 0)
    yield [
      'by the value of a column, some rows are no sales',
      'Have the view leave out these rows and the column.',
    ];
  const [first] = fromFirstRow;
  if (first !== undefined)
    yield [`${named(first)} stands in the first row of each order only`, 'Have the view fill all rows.'];
}

function* moneyFaults({ roles, money }: Mapping, { named, typeOf }: Columns): Generator<Fault> {
  const changing = money.parts.find(p => p.factor !== 0 || p.what === 'refund');
  if (changing)
    yield [
      `${named(changing.column)} would change the amount`,
      `Have the view give net amounts of lines, and leave ${named(changing.column)} out.`,
    ];
  const { base, orderNet } = money;
  if (orderNet !== undefined || (base.kind === 'amount' && (base.per === 'order' || base.instead)))
    yield ['it has amounts of orders, not of lines', 'Have the view give the amount of each line.'];
  const added = base.kind === 'amount' ? [base.column] : [base.quantity, base.price];
  for (const column of roles.quantity === undefined ? added : [...added, roles.quantity])
    if (!/^(?:Nullable\(|LowCardinality\()*(?:U?Int|Float|Decimal)/.test(typeOf(column)))
      yield [`${named(column)} is of type ${typeOf(column)}, not a number`, 'Have the view convert it.'];
}
