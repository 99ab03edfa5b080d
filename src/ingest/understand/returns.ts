import { withoutAccents } from '../../core/text/accents.js';
import type { RoleKey } from './roles.js';
import type { ColumnSurvey, Survey } from './survey.js';

/** How a file says that a line is a return, where a negative quantity or amount does not. */
export interface Returns {
  /** Values of the column of sales and refunds that are refunds, lower-case. */
  readonly types?: readonly string[];
  /** Order ids that begin so are credit notes, `C536379`. */
  readonly orderPrefix?: string;
  readonly assumptions: readonly string[];
}

/** A text that holds one of these words. */
const anyOf = (words: string): RegExp => new RegExp(words.trim().split(/\s+/).join('|'));

const REFUND = anyOf(`
  refund return credit chargeback reversal void storn retour gutschrift erstattung ruckgabe
  rembours avoir devol devuelt reembols estorn annul
`);
const SALE = anyOf(`
  sale sold payment charge purchase order invoice verkauf rechnung kauf vente achat facture
  commande venta compra factura pedido venda
`);

/**
 * Finds how the file marks returns. A column of kinds of transaction counts where it holds sales and refunds
 * both: an order's status does not, since an order that was returned was sold before in the same row.
 * @param type the column named like one of transaction kinds
 */
export function returnsOf(
  survey: Survey,
  roles: Partial<Record<RoleKey, number>>,
  type: ColumnSurvey | undefined,
): Returns {
  const column = survey.columns[roles.transactionType ?? -1] ?? type;
  const values = [...(column?.distinct ?? [])].map(withoutAccents);
  const refunds = values.filter(v => REFUND.test(v));
  const isType = refunds.length > 0 && values.some(v => SALE.test(v) && !REFUND.test(v));
  const orderPrefix = creditNotes(survey, roles.orderId);
  const isSeen = survey.first.some(row => /^C\d/i.test((row[roles.orderId ?? -1] ?? '').trim()));
  return {
    ...(isType && { types: refunds }),
    ...(orderPrefix && { orderPrefix }),
    assumptions: [
      ...(isType && column ? [`Rows whose "${column.header}" is ${refunds.join(' or ')} are returns.`] : []),
      ...(orderPrefix && isSeen
        ? [`Orders whose id begins with ${orderPrefix} are credit notes, that is returns.`]
        : []),
    ],
  };
}

/** Whether a value of the column of sales and refunds is a refund. */
export const isRefund = (types: readonly string[], value: string): boolean =>
  types.includes(withoutAccents(value));

/** `C` where some order ids are that and a number, and all others the number alone. */
function creditNotes(survey: Survey, orderId: number | undefined): string | undefined {
  const ids = [...(survey.columns[orderId ?? -1]?.distinct ?? [])];
  const credits = ids.filter(id => /^C\d+$/i.test(id)).length;
  const numbers = ids.filter(id => /^\d+$/.test(id)).length;
  // Not every id is known here; the first credit note may stand further down.
  return numbers > 10 && credits < ids.length * 0.4 && credits + numbers >= ids.length * 0.98
    ? 'C'
    : undefined;
}
