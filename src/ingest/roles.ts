import { wordsOf } from './header-words.js';

/**
 * What a column of a sales file can be. `names` are the header words it goes by (see header-words), the best
 * known first; English, German, French, Spanish and Portuguese, and the common exports.
 */
export interface Role {
  readonly key: RoleKey;
  readonly label: string;
  readonly names: readonly string[];
  /** What its values must look like for the name to count. */
  readonly content: 'any' | 'number' | 'date' | 'text';
}

export type RoleKey =
  | 'orderId'
  | 'lineNumber'
  | 'date'
  | 'customerId'
  | 'customerName'
  | 'email'
  | 'productId'
  | 'productName'
  | 'category'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'discount'
  | 'country'
  | 'region'
  | 'state'
  | 'city'
  | 'channel'
  | 'status'
  | 'promotion'
  | 'rating'
  | 'age'
  | 'income';

/** Names separated by commas, as they are easiest to read and to add to. */
const list = (names: string): string[] => names.split(',').map(name => wordsOf(name).join(' '));

export const ROLES: readonly Role[] = [
  {
    key: 'orderId',
    label: 'Order id',
    content: 'any',
    names: list(`
      order number, order id, order no, invoice no, invoice number, invoice id, invoice,
      transaction id, receipt number, order, sales order, bestellnummer, bestellnr,
      auftragsnummer, rechnungsnr, rechnungsnummer, belegnummer, numero de commande,
      no commande, commande, numero de pedido, pedido, id pedido, numero do pedido, bestell nr, auftrags nr, rechnungs nr, beleg nr, n commande, no de commande, order ref, order reference, order name`),
  },
  {
    key: 'lineNumber',
    label: 'Line number',
    content: 'number',
    names: list(
      `order line number, line number, line no, line item, line, order line, position, item number`,
    ),
  },
  {
    key: 'date',
    label: 'Date',
    content: 'date',
    names: list(`
      order date, invoice date, purchase date, transaction date, sale date, sales date, date,
      created at, order time, paid at, bestelldatum, rechnungsdatum, belegdatum, datum,
      date de commande, date commande, fecha, fecha de pedido, data, data do pedido,
      purchase history`),
  },
  {
    key: 'customerId',
    label: 'Customer id',
    content: 'any',
    names: list(`
      customer id, customer number, customer no, client id, buyer id, user id, member id,
      account id, kundennr, kundennummer, numero client, id client, id cliente, codigo cliente,
      customer code, kunden nr, n client, codigo de cliente`),
  },
  {
    key: 'customerName',
    label: 'Customer name',
    content: 'text',
    names: list(`
      customer name, customer, client name, client, buyer name, buyer, billing name, company,
      kunde, kundenname, nom client, cliente, nombre cliente, nome cliente`),
  },
  {
    key: 'email',
    label: 'E-mail',
    content: 'text',
    names: list(`customer email, email, e mail, email address, correo, courriel`),
  },
  {
    key: 'productId',
    label: 'Product id',
    content: 'any',
    names: list(`
      product code, product id, stock code, sku, item code, item id, asin, article number,
      artikelnr, artikel nr, artikelnummer, reference, ref, codigo producto, codigo produto, lineitem sku`),
  },
  {
    key: 'productName',
    label: 'Product',
    content: 'text',
    names: list(`
      product name, product, item name, item, description, product title, lineitem name,
      article, artikel, bezeichnung, artikelbezeichnung, produktname, produkt, produit, designation, producto, produto,
      descripcion, descricao`),
  },
  {
    key: 'category',
    label: 'Category',
    content: 'any',
    names: list(`
      product line, product category, category, product type, product group, department,
      warengruppe, kategorie, produktlinie, categorie, categoria`),
  },
  {
    key: 'quantity',
    label: 'Quantity',
    content: 'number',
    names: list(`
      quantity ordered, quantity, qty, quantity sold, units, units sold, order quantity,
      lineitem quantity, menge, anzahl, stuck, quantite, cantidad, quantidade`),
  },
  {
    key: 'unitPrice',
    label: 'Unit price',
    content: 'number',
    names: list(`
      price each, unit price, item cost, cost each, price per unit, price, item price, lineitem price, selling price, einzelpreis,
      preis, stuckpreis, prix unitaire, prix, precio unitario, precio, preco unitario, preco`),
  },
  {
    key: 'amount',
    label: 'Amount',
    content: 'number',
    names: list(`
      sales, line amount, line total, total sales, sales amount, amount, net amount,
      total amount, order total, total price, total, revenue, sale, net sales, subtotal,
      turnover, purchase amount, umsatz, betrag, gesamt, gesamtbetrag, summe, montant,
      total ttc, total ht, chiffre d affaires, importe, ventas, valor, valor total, vendas,
      total sales revenue, sales revenue`),
  },
  {
    key: 'discount',
    label: 'Discount',
    content: 'number',
    names: list(`discount, discount percent, rabatt, remise, descuento, desconto`),
  },
  {
    key: 'country',
    label: 'Country',
    content: 'any',
    names: list(`
      country, ship country, shipping country, billing country, customer country, land, pays,
      pais`),
  },
  {
    key: 'region',
    label: 'Region',
    content: 'any',
    names: list(`region, sales region, territory, area, ship region, bundesland, zone`),
  },
  {
    key: 'state',
    label: 'State',
    content: 'any',
    names: list(`state, province, shipping province, estado`),
  },
  {
    key: 'city',
    label: 'City',
    content: 'any',
    names: list(`city, town, ship city, shipping city, billing city, stadt, ort, ville, ciudad, cidade`),
  },
  {
    key: 'channel',
    label: 'Channel',
    content: 'any',
    names: list(`channel, sales channel, source, marketing channel, vertriebskanal, kanal, canal`),
  },
  {
    key: 'status',
    label: 'Status',
    content: 'text',
    names: list(`
      status, order status, financial status, state of order, bestellstatus, statut,
      estado del pedido, situacao`),
  },
  {
    key: 'promotion',
    label: 'Promotion',
    content: 'any',
    names: list(`
      promotion, promotion code, promo, promo code, coupon, coupon code, discount code,
      campaign, voucher, aktion`),
  },
  {
    key: 'rating',
    label: 'Rating',
    content: 'number',
    names: list(`rating, review score, stars, bewertung, note, calificacion, avaliacao`),
  },
  {
    key: 'age',
    label: 'Age',
    content: 'number',
    names: list(`
      age, customer age, alter, edad, idade`),
  },
  {
    key: 'income',
    label: 'Income',
    content: 'number',
    names: list(`
      income, income level, annual income, household income, salary, einkommen, revenu, ingresos, renda`),
  },
];

/** Columns that would make no useful breakdown: contact data, and what the date already says. */
export const NO_DIMENSION =
  /\b(phone|telefon|fax|address|adresse|street|strasse|postal|zip|plz|contact|url|link|note|notes|comment|image|password|ip|hash|uuid|qtr|quarter|month|monat|year|jahr|week|day|date|datum|time|name|id|number|first|last|msrp|shipped|required)\b/;
