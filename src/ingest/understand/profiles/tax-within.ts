import { isTaxWithin } from '../money/taxes.js';
import type { ProfilePart } from './profile.js';
import type { ProfileFile } from './profile-file.js';

/**
 * The tax of an order, where its prices include it: taken out of the goods, but for the share of it that is
 * in shipping, unless rates show that it is of the goods alone.
 */
export function taxWithin(
  file: ProfileFile,
  { tax, goods, total }: { readonly tax: string; readonly goods: string; readonly total: string },
): ProfilePart {
  const isOfGoods = isTaxWithin(file.values(tax, 'order'), file.values(goods, 'order'));
  return { what: 'tax', column: tax, per: 'order', factor: -1, ...(!isOfGoods && { ofTotal: total }) };
}
