import { type ColumnSurvey, numberShare } from '../survey.js';

/** Names of a column that says what came back, without a word for pieces or for money. */
const CAME_BACK = new RegExp(
  '^(returns?|returned|refunded|retourniert|retouren|zuruck|retournes?|rendus?|' +
    'devueltos?|devueltas?|devolvid[ao]s?|resi|geretourneerd|retourer)$',
);
/** Names that say it outright: `Returned quantity`. */
const BACK =
  String.raw`(?:returned|refunded|returns?|refund|retourniert\p{L}*|retournee?s?|rendue?s?|` +
  'devuelt[ao]s?|devolvid[ao]s?|geretourneerd|retour)';
const PIECES =
  '(?:qty|quantity|units?|pieces|pcs|items|menge|anzahl|quantite|qte|cantidad|cant|unidades|quantidade|' +
  'qtd|aantal)';
const PIECES_BACK = new RegExp(String.raw`\b${BACK}\b.*\b${PIECES}\b|\b${PIECES}\b.*\b${BACK}\b`, 'u');
/** Names of a column that counts what went out, without a word for pieces. */
const WENT_OUT = new RegExp(
  '^(ordered|sold|shipped|delivered|purchased|bought|bestellt|verkauft|geliefert|' +
    'commandes?|vendus?|pedidos?|vendidos?|vendidas?|venduti|ordinati|besteld|verkocht|' +
    'bestallt|solgt)$',
);
/** Names of a column of quantities. */
const QUANTITY = new RegExp(
  String.raw`\b(qty|quantity|units?|pieces|pcs|menge|anzahl|quantite|qte|cantidad|quantidade|qtd|` +
    String.raw`quantita|aantal|antal)\b`,
);

/**
 * Whether `Returned` counts pieces: beside `Ordered`, or beside a quantity where it is above one somewhere.
 * Zeros and ones alone beside a quantity say yes and no.
 */
export function countsPiecesBack(column: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean {
  if (!isCount(column)) return false;
  if (PIECES_BACK.test(column.name)) return true;
  if (!CAME_BACK.test(column.name)) return false;
  const isBeside = (name: RegExp) =>
    columns.some(c => c !== column && name.test(c.name) && isCount(c) && c.max >= column.max);
  return isBeside(WENT_OUT) || (column.max > 1 && isBeside(QUANTITY));
}

const isCount = (c: ColumnSurvey): boolean =>
  c.filled > 0 && numberShare(c) >= 0.9 && c.integers === c.numbers && c.moneyLike === 0;
