import type { RoleKey } from '../role.js';
import { ROLES } from '../roles.js';
import { type ColumnSurvey, numberShare } from '../survey.js';
import { isInPercent } from './percent-signs.js';
import { PIECES_IN_PACK } from './unit-names.js';

/**
 * What a column of numbers may be, by its name.
 * - `net`: after discounts; `gross`: before them, or with tax; `amount`: of a line, nobody says more;
 *   `subtotal`: goods of an order; `total`: all of an order, with tax and shipping where there are any.
 */
export type ColumnKind =
  | 'quantity'
  /** Pieces that came back. */
  | 'piecesBack'
  | 'price'
  | 'net'
  | 'gross'
  | 'amount'
  | 'subtotal'
  | 'total'
  | 'discount'
  | 'discountRate'
  | 'tax'
  | 'taxRate'
  | 'shipping'
  | 'tip'
  | 'fee'
  | 'refund'
  | 'cost'
  | 'profit'
  | 'payout'
  | 'paid'
  | 'otherNumber'
  | 'unknown';

const words = (list: string): RegExp =>
  new RegExp(
    `(?:^| )(?:${list
      .trim()
      .split(/\s*,\s*/)
      .join('|')})(?= |$)`,
  );

const RATE = words(`rate, percent, percentage, pct, prozent, satz, taux, tasa, aliquota, alicuota, perc,
  orani, oran, oranı, stawka, sazba, satsi, kulcs, kulcsa, kanta, stopa, cota, tarief, sats, ставка, 税率,
  세율`);
const DISCOUNT = words(`
  discounts?, discounted amount, disc, rabatte?, rabattbetrag, nachlass, preisnachlass, remises?,
  reductions?, ristournes?,
  descuentos?, descontos?, sconto, sconti, korting, rabat, rabatter, rebates?, promotional rebates?,
  markdowns?,
  coupons?, coupon amount, coupons? discount, coupon value, vouchers?, voucher amount, voucher discount,
  gift discount, skonto, promo amount, gutscheine?, gutscheinbetrag, gutscheinwert, gutscheinrabatt,
  cupon, cupom, kupon, kupong, kortingsbon, buono sconto,
  indirim, alennus, kedvezmeny, sleva, diskon, скидка, 割引, 値引, 折扣, 优惠, 할인, 할인액, 할인금액`);
const TAX = words(`
  tax, taxes, vat, mwst, mw st, ust, umsatzsteuer, mehrwertsteuer, steuer, steuerbetrag, tva, iva, gst,
  hst, pst,
  qst, cgst,
  sgst, igst, imposto, impostos, impuesto, impuestos, btw, moms, mva, kdv, dph, afa, duty, duties, ндс, 税,
  消費税, 税额, 税額, 税费, 增值税, 부가세, imposta, imposte, podatek, skatt, alv, kdv, пдв`);
const WITHOUT_TAX = words(`
  excl, ex, excluding, exclusive, without, before, net of, netto, net, ohne, zzgl, hors, ht, sin, sem,
  untaxed, pre, pretax, taxable, exkl, exklusive, exclusief, excluido, escl, esclusa, base, imponible,
  imponibile, bez, haric, uden, utan, ilman, eks, ekskl, без, 税抜, 税別, 不含税`);
const WITH_TAX = words(
  `incl, inc, including, inclusive, with, inkl, gross, brutto, ttc, con, com, after, inklusive,
  inclusief, incluido, incluso, ivato, compris, dahil, sis, mit, avec, met, med, s, z, ze, с, 税込, 含税`,
);
const SHIPPING = words(`
  shipping, freight, versand, versandkosten, porto, portokosten, postage, delivery, deliveries, livraison,
  frais de port,
  port, envio, gastos de envio, frete, spedizione, verzending, verzendkosten, frakt, fragt, kargo,
  lieferkosten, lieferung,
  handling, packing, packaging, verpackung, courier, dostawa, dostawy, wysyłka, wysylka, доставка, 送料,
  运费, 邮费, 運費, 买家应付邮费, 배송비, ongkos kirim`);
const TIP = words(
  `tips?, gratuity, gratuities, trinkgeld, pourboire, propina, gorjeta, mancia, fooi, dricks`,
);
const FEE = words(`
  fees?, commissions?, commissie, kommission, prowizja, provize, komisyon, provision, gebuhr, gebuhren,
  comision, comisiones, comissao, frais, processing,
  surcharges?,
  chargeback, transaction charges?, service charges?, cargo, cargos, stripe, paypal, payment charges?`);
const REFUND = words(`
  refunds?, refunded, returns?, returned amount, erstattung, erstattet, gutschrift, rembourse,
  remboursement,
  reembolsos?, reembolsad[ao]s?, devolucion, devolucao, credit note, credited, chargebacks?, returns? credit,
  aterbetalt, aterbetalat, aterbetalning, tilbagebetalt, tilbakebetalt, refunderet, refundert,
  terugbetaald, terugbetaling, rimborso, rimborsato, rimborsi, zwrot, zwroty, zwrocono`);
const COST = words(`
  costs?, cogs, cost of goods, unit cost, einkaufspreis, ek, einstand, wareneinsatz, buying price,
  purchase price, coste, costo, custo, cout, kostpris, landed`);
const PROFIT = words(`
  profit, margin, gross income, gross profit, earnings, gewinn, marge, rohertrag, benefice, beneficio,
  ganancia, lucro, margem, markup`);
const PAYOUT = words(
  `payout, payouts, settlement, settled, net payout, deposit, balance, disbursement, auszahlung, saldo,
  running balance`,
);
const PAID = words(`
  paid, received, tendered, tender, change due, change given, outstanding, due, owed, amount due,
  amount paid, cash, card, credit,
  debit, gift card, store credit, deposit paid, prepaid, bezahlt, offen, refundable, budget, target,
  forecast, limit`);
const NOT_MONEY = words(`
  year, month, day, week, hour, quarter, age, rating, score, stars, weight, gewicht, kg, height, width,
  length, size, volume, ml,
  stock, inventory, points, zip, postal, postcode, plz, phone, latitude, longitude, lat, lng, index, rank,
  position, line, row,
  distance, duration, minutes, days, id, nr, code, barcode, ean, upc, gtin, batch, version, reviews?,
  views, clicks, sessions,
  exchange, fx, conversion rate, msrp, rrp, compare, list price, original price, uvp, installments,
  instalments, experience,
  temperature, income, salary, children, household`);
const QUANTITY = words(`
  quantity, quantite, quantidade, qty, qte, qtd, qnt, qnty, menge, anzahl, stuck, stuckzahl, stk, pcs,
  pieces, pieza, piezas, units?,
  units? sold, unidades, cantidad, cant, nombre d articles, antal, aantal, maara, adet, mnozstvi, ilosc,
  mennyiseg, antall,
  cantitate, nb, nbre, nombre, ordered, pieces ordered, numero pezzi, pezzi, количество, кол во, 数量, 個数,
      件数, 수량, items? sold, number of items, item count, items,
  num items, no of items,
  count of items, quantities, quantity ordered, order quantity, order qty, pieces sold, total quantity,
  total units, volume sold, boxes, cartons, crates, packs, kartons, kisten, cajas, colis, dozen`);
const PRICE = words(`
  price, prices, unit price, price each, each, preis, einzelpreis, stuckpreis, vk, prix, prix unitaire, pu,
  precio, precio unitario,
  preco, preco unitario, valor unitario, prezzo, pris, prijs, cena, fiyat, ar, hinta, rate, unit rate,
  unit amount, selling price, nettopreis, bruttopreis, listenpreis, verkaufspreis, harga,
  sale price, sold at, item cost, цена, 単価, 价格, 单价, 가격, 단가, 상품가격, 판매가, 판매가격, 商品价格, 商品单价, 販売価格, 商品単価`);
const SUBTOTAL = words(`
  subtotal, sub total, sub-total, delsumma, suma czesciowa, wartosc towarow, subtotale, subtotaal,
  zwischensumme, sous total, order value, merchandise, goods, items total,
  products total, 买家应付货款, 商品总价, 货款,
  basket value, cart total, product sales, merchandise total, ordersubtotal, products value, warenwert`);
const TOTAL = words(`
  total, totals, grand total, att betala, do zapłaty, 合計金額, 請求金額, 总金额, 總金額, 订单金额, 訂單金額, 총액, 총금액,
   order total, invoice total, gesamt, gesamtsumme, gesamtbetrag, gesamtpreis,
  summe, rechnungsbetrag,
  montant total, total ttc, suma, importe total, valor total, totale, totaal, totalt, toplam, celkem,
  razem, итого, 合計, 总计, 总额, 총액,
  amount incl, amount with tax, invoice amount, endbetrag, endsumme`);
const NET = words(`
  net, netto, nett, nettowert, imponibile, base imponible, bemessungsgrundlage, net sales, net amount,
  net revenue, net total, nettobetrag, nettoumsatz, montant ht,
  total ht, ht, neto, importe neto, liquido,
  sales net, after discount, discounted, discounted price, discounted total, final, final amount,
  final price, taxable amount, untaxed`);
const GROSS = words(`
  gross, brutto, bruttobetrag, bruttoumsatz, gross sales, gross amount, gross amt, gross revenue, brut,
  bruto, before discount, list amount,
  undiscounted, original amount, amount before, full amount`);
const AMOUNT = words(`
  amount, amt, money, sales, sale, revenue, turnover, betrag, umsatz, erlos, erlose, wert, montant, ca,
  chiffre d affaires, vente, ventes, importe, monto,
  ventas, venta, valor, receita, faturamento, vendas, venda, importo, fatturato, bedrag, omzet, belob,
  belopp, belop, omsetning, omsattning,
  summa, tutar, tutari, ciro, kwota, wartosc, castka, trzba, osszeg, suma, сумма, выручка, стоимость, 金額,
  売上, 金额, 销售额, 매출,
  금액, earned, spent, spend, value, line total, linetotal, item total, extended price, ext price, extended,
  price total, total price,
  income, ertrag, sold for, charged, charge, proceeds, takings, payment, netwr, dollars, usd, eur, gbp,
  inr`);

/**
 * The kind of a column of numbers, by its name; the more telling word decides where several stand in it.
 * Words that are put together of two (`Momsbelopp`) are taken apart where they are not known as they are.
 */
export function kindOf(column: ColumnSurvey): ColumnKind {
  const kind = kindByName(column, column.name);
  const apart = column.name.replace(PUT_TOGETHER, '$1 $2');
  return kind === 'unknown' && apart !== column.name ? kindByName(column, apart) : kind;
}

const PUT_TOGETHER =
  /(\p{L}{3,})(belopp|belop|belob|betrag|bedrag|kostnad|kosten|preis|prijs|pris|summe|summa|wert)(?= |$)/gu;

/** Whether a column is called a rate, and not a price: `margin rate`, `discount pct`. */
export const isRateName = (name: string): boolean => RATE.test(name) && !/^(unit )?rate$/.test(name);

function kindByName(column: ColumnSurvey, name: string): ColumnKind {
  const isSoldAt = name === 'sold at' && column.moneyLike > 0;
  if (column.isCalledDate && !isSoldAt && !AMOUNT.test(name) && !TOTAL.test(name)) return 'otherNumber';
  const isRate = isRateName(name) || isInPercent(column);
  if (PAID_BY.test(name)) return 'paid';
  if (PER_HUNDRED.test(name) || PIECES_IN_PACK.test(name)) return 'otherNumber';
  if (DISCOUNT.test(name) && !WITH_DISCOUNT.test(name)) return isRate ? 'discountRate' : 'discount';
  if (PROFIT.test(name)) return 'profit';
  if (TAX.test(name) && !WITHOUT_TAX.test(name) && !WITH_TAX.test(name)) {
    if (isRate) return 'taxRate';
    if (!SUBTOTAL.test(name) || !AMOUNT_ONLY.test(name)) return 'tax';
  }
  if (PIECES_BACK.test(name) && PIECES.test(name) && !PRICE_WORD.test(name)) return 'piecesBack';
  if (REFUND.test(name) && !/ order| policy/.test(name)) return 'refund';
  if (TIP.test(name)) return 'tip';
  if (
    SHIPPING.test(name) &&
    !/ (tax|days|status|method|address|country|city|zip|name|number|no|id)( |$)/.test(` ${name}`)
  )
    return 'shipping';
  if (FEE.test(name) && !TOTAL_WITH.test(name)) return 'fee';
  if (PAYOUT.test(name)) return 'payout';
  if (COST.test(name) && !/^item cost$/.test(name)) return 'cost';
  if (QUANTITY.test(name) && !PRICE_WORD.test(name) && !/ id( |$)/.test(` ${name}`)) return 'quantity';
  if (isRate) return 'otherNumber';
  const isOfOne = PRICE_OF_ONE.test(name) && !TOTAL.test(name);
  if (NET.test(name)) return isOfOne ? 'price' : 'net';
  if (GROSS.test(name)) return isOfOne ? 'price' : 'gross';
  if (SUBTOTAL.test(name)) return 'subtotal';
  if (LINE_TOTAL.test(name)) return 'amount';
  if (TOTAL.test(name)) return 'total';
  if (PRICE.test(name) && !/(total|extended|ext) price|price total|line price/.test(name)) return 'price';
  if (NOT_MONEY.test(name)) return 'otherNumber';
  if (NUMBERED.test(name)) return 'otherNumber';
  if (PAID.test(name) && !AMOUNT.test(name)) return 'paid';
  if (AMOUNT.test(name)) return PAID.test(name) && !/^amount$/.test(name) ? 'paid' : 'amount';
  return kindOfRole(name);
}

/** Whether a column's name says that its amounts are without tax: `Betrag exkl. MWST`. */
export const isWithoutTax = ({ name }: ColumnSurvey): boolean => TAX.test(name) && WITHOUT_TAX.test(name);

/** What the names of a role are, in all languages. */
const OF_ROLES: readonly (readonly [RoleKey, ColumnKind])[] = [
  ['quantity', 'quantity'],
  ['unitPrice', 'price'],
  ['amount', 'amount'],
  ['discount', 'discount'],
  ['cost', 'cost'],
];

const BY_ROLE: ReadonlyMap<string, ColumnKind> = new Map(
  OF_ROLES.flatMap(([key, kind]) =>
    (ROLES.find(role => role.key === key)?.names ?? []).map(name => [name, kind] as const),
  ),
);

const kindOfRole = (name: string): ColumnKind => BY_ROLE.get(name) ?? 'unknown';

/** Numbers of documents: `Payment no`. */
const NUMBERED = /(^| )(no|number|num|nummer|numero|ref|reference)$/;

const PIECES = words(`
  qty, quantity, units?, pieces, pcs, items?, menge, anzahl, stuck, stuckzahl, quantite, qte, cantidad,
  unidades, quantidade, qtd, quantita, aantal, antal, jumlah`);
const PIECES_BACK = words(`
  returns?, returned, refunded, retourniert, retouren, zuruck, retournes?, retournee, rendus?, devueltas?,
  devueltos?, devolvid[ao]s?, resi, geretourneerd, retourer`);
const WITH_DISCOUNT = words(
  `after discount, discounted price, discounted total, less discount, net of discount, before discount,
  without discount, ohne rabatt, nach rabatt, abzuglich rabatt, setelah diskon, apres remise, avant remise,
  hors remise, con descuento, despues de descuento, sin descuento, com desconto, apos desconto, sem desconto,
  scontato, al netto dello sconto, met korting, na korting, efter rabat, efter rabatt, po rabacie, po sleve,
  indirimli, 割引後, 折后`,
);
const AMOUNT_ONLY = AMOUNT;
const PRICE_WORD =
  words(`sales, revenue, price, preis, prix, precio, preco, prezzo, cost, amount, value, wert,
  total price`);
const PRICE_OF_ONE = words(
  `unit price, price each, einzelpreis, stuckpreis, prix unitaire, precio unitario, preco unitario,
  cena netto,
  cena brutto, cena jednostkowa, cena jedn, preis netto, preis brutto, vk netto, vk brutto,
  verkaufspreis netto,
  verkaufspreis brutto, prix ht, prix ttc, precio neto, preco liquido, prezzo netto, prijs netto, pris netto,
  unit, each, pu, pu ht, pu ttc, p u, p u ht, p u ttc, prix unit, pvu, ppu, ep, e preis, ep netto, ep brutto,
  precio unit, preco unit, prezzo unit, prezzo unitario, stukprijs, styckpris, stykpris`,
);
/** Prices of a hundred grams, which neither are what was sold for nor times the quantity come to it. */
const PER_HUNDRED =
  /\b(price|preis|prix|precio|preco|prezzo|prijs|pris)\b.*\b(per|pro|je|par|por|al|per le|a)\b 100/;
/** What was paid in some way, which is a part of the sale: `Réglé en bon cadeau`, `Mit Gutschein bezahlt`. */
const PAID_BY = new RegExp(
  [
    String.raw`\b(paid|settled) (by|with|in|via)\b|\b(by|with|via) [\p{L} ]+ paid\b`,
    String.raw`\b(reglee?s?|payee?s?|regle|paye|reglement|paiement) (en|par|avec)\b`,
    String.raw`\b(mit|per|durch|in|via|davon) [\p{L} ]+ (bezahlt|gezahlt|eingelost|beglichen)\b`,
    String.raw`\b(bezahlt|gezahlt|eingelost) (mit|per|durch|in|via)\b|\bdavon (gutscheine?|bar|karte)\b`,
    String.raw`\bpagad[oa]s? (con|en|por|com|em)\b|\bpagat[oa] (con|in|per)\b|\bbetaald (met|per|via)\b`,
    String.raw`\bbetalt med\b|\bbetald med\b|\b(gift ?card|voucher|store credit) (redeemed|used)\b`,
  ].join('|'),
  'u',
);
const LINE_TOTAL = words(`
  line total, linetotal, item total, line amount, row total, position total, total price, price total,
  total sales, total revenue,
  total amount sold, line value, line net, line gross, item value, extended price, ext price, zeilensumme,
  positionssumme, total linea, total ligne`);

/** Totals that say what comes on top in them: `Item Total with Tax/Fee Amount`. */
const TOTAL_WITH =
  /\b(total|amount|betrag|montant|import[eo]|totaal|totalt)\b.* (with|incl|including|inkl|avec|con|met|med) /;

/** Whether a column holds numbers and might be money. */
export const isMoneyLike = (column: ColumnSurvey): boolean =>
  column.filled > 0 &&
  column.emails <= column.tested.count * 0.1 &&
  (numberShare(column) >= 0.9 || (column.quantities !== undefined && kindOf(column) === 'quantity'));
