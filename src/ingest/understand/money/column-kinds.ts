import { type ColumnSurvey, numberShare } from '../survey.js';

/**
 * What a column of numbers may be, by its name.
 * - `net`: after discounts; `gross`: before them, or with tax; `amount`: of a line, nobody says more;
 *   `subtotal`: goods of an order; `total`: all of an order, with tax and shipping where there are any.
 */
export type ColumnKind =
  | 'quantity'
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

const RATE = words(`rate, percent, percentage, pct, prozent, satz, taux, tasa, aliquota, perc`);
const DISCOUNT = words(`
  discounts?, discounted amount, disc, rabatte?, rabattbetrag, nachlass, preisnachlass, remises?,
  reductions?, ristournes?,
  descuentos?, descontos?, sconto, sconti, korting, rabat, rabatter, rebates?, promotional rebates?,
  markdowns?,
  coupon amount, coupons? discount, coupon value, voucher amount, voucher discount, gift discount, skonto,
  promo amount,
  indirim, alennus, kedvezmeny, sleva, скидка, 割引, 値引, 折扣, 优惠`);
const TAX = words(`
  tax, taxes, vat, mwst, ust, umsatzsteuer, mehrwertsteuer, steuer, steuerbetrag, tva, iva, gst, hst, pst,
  qst, cgst,
  sgst, igst, imposto, impostos, impuesto, impuestos, btw, moms, mva, kdv, dph, afa, duty, duties, ндс, 税,
  消費税, 税额`);
const WITHOUT_TAX = words(`
  excl, ex, excluding, exclusive, without, before, net of, netto, net, ohne, zzgl, hors, ht, sin, sem,
  untaxed, pre, pretax, taxable`);
const WITH_TAX = words(`incl, inc, including, inclusive, with, inkl, gross, brutto, ttc, con, com, after`);
const SHIPPING = words(`
  shipping, freight, versand, versandkosten, porto, portokosten, postage, delivery, deliveries, livraison,
  frais de port,
  port, envio, gastos de envio, frete, spedizione, verzending, verzendkosten, frakt, fragt, kargo,
  lieferkosten, lieferung,
  handling, packing, packaging, verpackung, courier, доставка, 送料, 运费`);
const TIP = words(
  `tips?, gratuity, gratuities, trinkgeld, pourboire, propina, gorjeta, mancia, fooi, dricks`,
);
const FEE = words(`
  fees?, commissions?, provision, gebuhr, gebuhren, comision, comisiones, comissao, frais, processing,
  surcharges?,
  chargeback, transaction charges?, service charges?, cargo, cargos, stripe, paypal, payment charges?`);
const REFUND = words(`
  refunds?, refunded, returns?, returned amount, erstattung, erstattet, gutschrift, rembourse,
  remboursement,
  reembolso, reembolsado, devolucion, devolucao, credit note, credited, chargebacks?`);
const COST = words(`
  costs?, cogs, cost of goods, unit cost, einkaufspreis, ek, einstand, wareneinsatz, buying price,
  purchase price, coste,
  costo, custo, cout, kostpris, landed`);
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
  cantitate, количество, кол во, 数量, 個数, 件数, 수량, items? sold, number of items, item count, items,
  num items, no of items,
  count of items, quantities, quantity ordered, order quantity, order qty, pieces sold, total quantity,
  total units, volume sold`);
const PRICE = words(`
  price, prices, unit price, price each, each, preis, einzelpreis, stuckpreis, vk, prix, prix unitaire, pu,
  precio, precio unitario,
  preco, preco unitario, valor unitario, prezzo, pris, prijs, cena, fiyat, ar, hinta, rate, unit rate,
  unit amount, selling price,
  sale price, item cost, цена, 単価, 价格, 单价, 가격, 단가`);
const SUBTOTAL = words(`
  subtotal, sub total, sub-total, zwischensumme, sous total, order value, merchandise, goods, items total,
  products total,
  basket value, cart total, product sales, merchandise total, ordersubtotal, products value, warenwert`);
const TOTAL = words(`
  total, totals, grand total, order total, invoice total, gesamt, gesamtsumme, gesamtbetrag, gesamtpreis,
  summe, rechnungsbetrag,
  montant total, total ttc, suma, importe total, valor total, totale, totaal, totalt, toplam, celkem,
  razem, итого, 合計, 总计, 总额, 총액,
  amount incl, amount with tax, invoice amount, endbetrag, endsumme`);
const NET = words(`
  net, netto, nett, net sales, net amount, net revenue, net total, nettobetrag, nettoumsatz, montant ht,
  total ht, ht, neto, importe neto, liquido,
  sales net, after discount, discounted, discounted price, discounted total, final, final amount,
  final price, taxable amount, untaxed`);
const GROSS = words(`
  gross, brutto, bruttobetrag, bruttoumsatz, gross sales, gross amount, gross amt, gross revenue, brut,
  bruto, before discount, list amount,
  undiscounted, original amount, amount before, full amount`);
const AMOUNT = words(`
  amount, amt, sales, sale, revenue, turnover, betrag, umsatz, erlos, erlose, wert, montant, ca,
  chiffre d affaires, vente, ventes, importe, monto,
  ventas, venta, valor, receita, faturamento, vendas, venda, importo, fatturato, bedrag, omzet, belob,
  belopp, belop, omsetning, omsattning,
  summa, tutar, tutari, ciro, kwota, wartosc, castka, trzba, osszeg, suma, сумма, выручка, стоимость, 金額,
  売上, 金额, 销售额, 매출,
  금액, earned, spent, spend, value, line total, linetotal, item total, extended price, ext price, extended,
  price total, total price,
  income, ertrag, sold for, charged, charge, proceeds, takings, payment, netwr, dollars, usd, eur, gbp,
  inr`);

/** The kind of a column of numbers,
  by its name; the more telling word decides where several stand in it. */
export function kindOf(column: ColumnSurvey): ColumnKind {
  const { name } = column;
  if (column.isCalledDate && !AMOUNT.test(name) && !TOTAL.test(name)) return 'otherNumber';
  const isRate = RATE.test(name) && !/^(unit )?rate$/.test(name);
  if (DISCOUNT.test(name) && !WITH_DISCOUNT.test(name)) return isRate ? 'discountRate' : 'discount';
  if (PROFIT.test(name)) return 'profit';
  if (TAX.test(name) && !WITHOUT_TAX.test(name) && !WITH_TAX.test(name)) {
    if (isRate) return 'taxRate';
    if (!SUBTOTAL.test(name) || !AMOUNT_ONLY.test(name)) return 'tax';
  }
  if (REFUND.test(name) && !/ order| policy/.test(name)) return 'refund';
  if (TIP.test(name)) return 'tip';
  if (
    SHIPPING.test(name) &&
    !/ (tax|days|status|method|address|country|city|zip|name|number|no|id)( |$)/.test(` ${name}`)
  )
    return 'shipping';
  if (FEE.test(name)) return 'fee';
  if (PAYOUT.test(name)) return 'payout';
  if (COST.test(name) && !/^item cost$/.test(name)) return 'cost';
  if (QUANTITY.test(name) && !PRICE_WORD.test(name) && !/ id( |$)/.test(` ${name}`)) return 'quantity';
  if (isRate) return 'otherNumber';
  if (NET.test(name)) return PRICE_OF_ONE.test(name) ? 'price' : 'net';
  if (GROSS.test(name)) return PRICE_OF_ONE.test(name) ? 'price' : 'gross';
  if (SUBTOTAL.test(name)) return 'subtotal';
  if (LINE_TOTAL.test(name)) return 'amount';
  if (TOTAL.test(name)) return 'total';
  if (PRICE.test(name) && !/(total|extended|ext) price|price total|line price/.test(name)) return 'price';
  if (NOT_MONEY.test(name)) return 'otherNumber';
  if (PAID.test(name) && !AMOUNT.test(name)) return 'paid';
  if (AMOUNT.test(name)) return PAID.test(name) && !/^amount$/.test(name) ? 'paid' : 'amount';
  return 'unknown';
}

const WITH_DISCOUNT = words(
  `after discount, discounted price, discounted total, less discount, net of discount, before discount,
  without discount, ohne rabatt, nach rabatt`,
);
const AMOUNT_ONLY = AMOUNT;
const PRICE_WORD = words(`price, preis, prix, precio, preco, prezzo, cost, amount, value, wert,
  total price`);
const PRICE_OF_ONE = words(
  `unit price, price each, einzelpreis, stuckpreis, prix unitaire, precio unitario, preco unitario, unit,
  each`,
);
const LINE_TOTAL = words(`
  line total, linetotal, item total, line amount, row total, position total, total price, price total,
  total sales, total revenue,
  total amount sold, extended price, ext price, zeilensumme, positionssumme, total linea, total ligne`);

/** Whether a column holds numbers and might be money. */
export const isMoneyLike = (column: ColumnSurvey): boolean =>
  column.filled > 0 &&
  column.emails <= column.tested.count * 0.1 &&
  (numberShare(column) >= 0.9 || (column.quantities !== undefined && kindOf(column) === 'quantity'));
