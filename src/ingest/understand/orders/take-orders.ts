import type { ColumnRoles } from '../column-roles.js';
import type { Orders } from '../money/figures.js';
import type { Profile } from '../profiles/profile.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey, Survey } from '../survey.js';
import { groupOrders } from './first-rows.js';
import { isFirstRowOnly } from './head-rows.js';
import { isLineNumber } from './line-number.js';
import { findOrderNumber, type OrderNumber } from './order-number.js';

/** The rows of each order, and the column of their number. */
export interface TakenOrders extends Orders {
  readonly number?: OrderNumber;
}

/** Finds the order's and the line's number, and groups the rows by order. */
export function takeOrders(sample: Sample, roles: ColumnRoles, profile: Profile | undefined): TakenOrders {
  const { survey } = sample;
  // A reference that is different on each row beside an order's number is no product.
  const product = roles.column('productId');
  const number = orderNumber(sample, roles, profile, product);
  if (number) {
    if (number.column === product) roles.untake('productId');
    roles.take('orderId', number.column, number.confidence, number.reason);
  }
  if (product && number && number.column !== product && isReferenceOfOrders(survey, product, roles))
    roles.untake('productId');
  const line = roles.byKey.lineNumber;
  if (line !== undefined && !roles.isSaid('lineNumber') && !isLineNumber(sample, roles.byKey))
    roles.untake('lineNumber');
  const numbering = roles.byKey.lineNumber === undefined ? [] : [roles.byKey.lineNumber];
  const texts = number ? sample.texts(number.column) : [];
  return { ...groupOrders(sample, number, i => texts[i] ?? '', numbering), number };
}

function orderNumber(
  sample: Sample,
  roles: ColumnRoles,
  profile: Profile | undefined,
  product: ColumnSurvey | undefined,
): OrderNumber | undefined {
  const customer = roles.column('customerId') ?? roles.column('email') ?? roles.column('customerName');
  const known = [roles.column('date'), customer].flatMap(c => (c ? [c] : []));
  const said = roles.column('orderId');
  if (said) {
    const reason = roles.isSaid('orderId') ? 'you said so' : (profile?.name ?? '');
    return { column: said, confidence: 1, reason, isOnFirstRow: isFirstRowOnly(sample, said, known) };
  }
  if (profile && 'orderId' in profile.roles) return undefined;
  const mayBe = product && !roles.isSaid('productId') ? [product] : [];
  return findOrderNumber(sample, [...roles.free(), ...mayBe], known);
}

/** `reference` and the like mean an order's as often as an article's; an article comes again. */
const isReferenceOfOrders = (survey: Survey, product: ColumnSurvey, roles: ColumnRoles): boolean =>
  /^(ref|reference|referencia|item id)$/.test(product.name) &&
  roles.byKey.productName === undefined &&
  product.distinct.size >= Math.min(survey.rows, 500);
