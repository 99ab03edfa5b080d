import type { Values } from '../money/equations.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, DISTINCT_MOST, numberShare } from '../survey.js';
import { isGiftCard } from './gift-cards.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

/** What such rows are called. */
export const DISCOUNT_ROWS = 'vouchers and discounts';

/** What a discount or voucher is called where it stands among the goods, as `valueKey` writes it. */
const CALLED_DISCOUNT = new RegExp(
  `^(?:${[
    String.raw`(?:\d+(?:[.,]\d+)? ?% )?(?:${[
      '(?:customer|staff|loyalty|member|order|cart|line|item|bundle|promo|student|welcome|sales|manual|',
      'special|trade|volume|birthday|quantity|happy hour|early bird|multi ?buy) ',
    ].join('')})?(?:discounts?|vouchers?|coupons?|promo(?:tion)?s?|promo ?codes?|rebates?|off|money off)`,
    String.raw`(?:\p{L}+-?)?(?:rabatt|gutschein|nachlass|skonto|coupon)(?:e|s|en)?|aktionscode`,
    '(?:bon de |code )?(?:reductions?|remises?|promo|rabais)|bon d.achat|ristourne',
    'descuentos?|cupon(?:es)?|vales? (?:de )?(?:descuento|compra)|rebaja|bonificacion',
    'descontos?|cupo(?:m|ns)',
    'sconti|sconto|buon[oi] sconto|abbuono',
    String.raw`(?:\p{L}+)?korting(?:en|scode|sbon)?|waardebon|(?:\p{L}+)?rabat(?:ter|kode)?|rabattkod`,
    String.raw`(?:\p{L}+)?alennus|alekoodi|etukuponki|rabat|znizka|kupon|bon rabatowy|opust|slev[ay]`,
    'slevovy kupon|zlava|poukaz|popust|kedvezmeny|engedmeny|reducere|indirim',
    'скидка|купон|промокод|割引|値引|クーポン|优惠|折扣|優惠|할인|쿠폰',
  ].join('|')})(?![a-zа-я])`,
  'u',
);

/**
 * Discounts and vouchers as rows of their own, below zero, among rows of goods: what they take off counts,
 * but they are no pieces and no returns. A voucher that was also sold, above zero, is a product.
 * @param columns of kinds and of products
 * @param amounts row by row
 */
export function discountRows(sample: Sample, columns: readonly ColumnSurvey[], amounts: Values): RowRule[] {
  return columns.flatMap((column): RowRule[] => {
    if (column.distinct.size >= DISTINCT_MOST || numberShare(column) > 0.5) return [];
    const keys = sample.texts(column).map(valueKey);
    const rows = new Map<string, boolean>();
    for (const [i, key] of keys.entries())
      if (CALLED_DISCOUNT.test(key) && !isGiftCard(key))
        rows.set(key, (rows.get(key) ?? true) && (amounts[i] ?? 0) <= 0);
    const found = [...rows].flatMap(([key, isBelow]) => (isBelow ? [key] : []));
    const count = keys.filter(key => found.includes(key)).length;
    const isAny = keys.some((key, i) => found.includes(key) && (amounts[i] ?? 0) < 0);
    // Where hardly another row is left, the column says something else.
    return isAny && count < keys.length / 2
      ? [{ column: column.index, values: new Set(found), kind: 'deduction', what: DISCOUNT_ROWS }]
      : [];
  });
}
