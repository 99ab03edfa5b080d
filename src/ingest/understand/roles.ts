import { inAllLanguages } from './header-names/names-of.js';
import { headerNames, type Role } from './role.js';

export type { Role, RoleKey } from './role.js';

const NAMED: readonly Role[] = [
  {
    key: 'orderId',
    label: 'Order id',
    content: 'any',
    names: headerNames(`
      order number, order id, order no, invoice no, inv no, inv number, belegnr, beleg, kassenbon,
      kassenbeleg, quittung, quittungsnr, quittungsnummer, rechnung, bestellung, faktura, booking ref,
      booking id, docket, docket no, check no, check number, num, number, invoice number, invoice id,
      invoice, transaction id, transaction number, transaction no, transaction, receipt number, order,
      sales order, bestellnummer, bestellnr, auftragsnummer, rechnungsnr, rechnungsnummer, belegnummer,
      numero de commande, no commande, commande, numero commande, id commande, reference commande,
      numero facture, no facture, n facture, facture, numero de facture, numero de pedido, numero
      pedido, no pedido, n pedido, codigo pedido, factura, numero factura, numero de factura, no
      factura, nota fiscal, fatura, numero fatura, codigo do pedido, id do pedido, id de pedido, id de
      orden, orden, numero de orden, no de orden, n de orden,
      amazon order id, sales order number, sales order no, so number, so no, sales
      document, billing document, document number, document no, document id, voucher no, vbeln, order
      key, payment id, charge id, receipt, receipt no, bon, bonnr, bon nr, bonnummer, bestell id,
      auftrag, auftragsnr, vorgangsnummer, transaktion, transaktions id, transaktionsnummer, ticket,
      ticket number, ticket id, slip, slip no, slip number, order number id, purchase order, po number,
      id, pedido, id pedido, numero do pedido, bestell nr, auftrags nr, rechnungs nr, beleg nr, n
      commande, no de commande, order ref, order reference, order name`),
  },
  {
    key: 'lineNumber',
    label: 'Line number',
    content: 'number',
    names: headerNames(`
      order line number, line number, line no, line item number, line item, line, order line, position, pos,
      positionsnr, order item id, order item number, posnr, ligne, numero de ligne, linea, numero de linea,
      linha`),
  },
  {
    key: 'date',
    label: 'Date',
    content: 'date',
    names: headerNames(`
      order date, invoice date, purchase date, transaction date, sale date, sales date, date, created
      at, order time, paid at, bestelldatum, rechnungsdatum, belegdatum, datum, date de commande, date
      commande, fecha, fecha de pedido, data, data do pedido, purchase history, invoice posted at,
      created, created utc, created date utc, created date, order created, date created, order placed,
      sold at, sale day, day, order day, timestamp, datetime, date time, transaction time, posting date,
      billing date, document date, erdat, fkdat, purchased at, completed at, bestellt am, verkaufsdatum,
      auftragsdatum, kaufdatum, buchungsdatum, rechnungs datum, bestell datum, tag, date facture, date
      de facture, date achat, date d achat, date de vente, date vente, jour, fecha pedido, fecha de
      compra, fecha compra, fecha de venta, fecha venta, fecha factura, fecha de factura, order purchase
      timestamp, purchase timestamp, data da compra, data compra, data da venda, data venda, data
      pedido, data de compra, data da fatura`),
  },
  {
    key: 'customerId',
    label: 'Customer id',
    content: 'any',
    names: headerNames(`
      customer id, customer number, customer no, client id, buyer id, user id, member id, account id,
      kundennr, kundennummer, kd nr, kdnr, kd nummer, kdnummer, deb nr, numero client, id client,
      id cliente, codigo cliente, customer code,
      customer key, cust id, cust no, client number, client no, customer ref, sold to party, sold to,
      kunnr, kundenid, kunden id, kunde id, numero de client, no client, code client, identifiant
      client, id de cliente, numero cliente, numero de cliente, id do cliente, codigo do cliente, cod
      cliente, shopper id, patron id, household key, loyalty id, contact id, subscriber id, customer
      uuid, customer unique id, debitor, debitorennummer, debitornr, kunden nr, n client, codigo de
      cliente`),
  },
  {
    key: 'customerName',
    label: 'Customer name',
    content: 'text',
    names: headerNames(`
      customer name, customer full name, full name, cust, cust name, guest, guest name, auftraggeber,
      who, card name, ship name, shipping name, recipient name, customer, client name, client, buyer
      name, buyer, billing name, sold to name, bill to name, bill to, party, party name, teilnehmer, 买家昵称,
      company, kunde, kundenname, name des kunden, kaufer, nom client, nom du
      client, acheteur, nombre cliente, nombre del cliente, comprador, nome do cliente, cliente, nombre
      cliente, nome cliente`),
  },
  {
    key: 'email',
    label: 'E-mail',
    content: 'text',
    names: headerNames(`
      customer email, email, e mail, email address, buyer email, billing email, contact email,
      e mail adresse, email adresse, correo, correo electronico, adresse email, adresse e mail, courriel,
      mail, e mail do cliente`),
  },
  {
    key: 'productId',
    label: 'Product id',
    content: 'any',
    names: headerNames(`
      product code, product id, stock code, sku, item code, item id, item number, custom label, asin,
      article number, artikelnr, artikel nr, artikelnummer, artikel id, material number, material,
      matnr, product sku, item sku, variant sku, product number, product no, product key, item no, upc,
      ean, barcode, gtin, reference, reference produit, ref, ref produit, code article, code produit, id
      produit, id producto, referencia, codigo producto, codigo de producto, codigo do produto, id
      produto, codigo produto, lineitem sku`),
  },
  {
    key: 'productName',
    label: 'Product',
    content: 'text',
    names: headerNames(`
      product name, product, item name, item title, listing title, item, description, product title,
      lineitem name, menu item, product description, item description, material description, product names,
      article, artikel, artikelname, artikelbezeichnung, bezeichnung, artikelbezeichnung, produktname,
      produkt, produit, nom produit, nom du produit, nom article, libelle, designation, producto, nombre
      producto, nombre del producto, produto, nome produto, nome do produto, articulo, artigo,
      descripcion, descricao`),
  },
  {
    key: 'category',
    label: 'Category',
    content: 'any',
    names: headerNames(`
      product line, product category, category, category name, product category name, item category,
      product family, product type, product group, department, warengruppe, produktgruppe,
      artikelgruppe, kategorie, produktkategorie, produktlinie, categorie, categorie produit, famille,
      rayon, categoria, categoria producto, categoria de producto, categoria do produto, familia, linea,
      rubro`),
  },
  {
    key: 'quantity',
    label: 'Quantity',
    content: 'number',
    names: headerNames(`
      quantity ordered, quantity, qty, quantity sold, quantity purchased, quantity shipped, qty ordered,
      qty sold, units, units sold, unit sold, no of units, number of units, pieces, order quantity,
      order qty, item quantity, items sold, count, lineitem quantity, menge, anzahl, stuck, stuckzahl,
      bestellmenge, kwmeng, fkimg, quantite, qte, quantite vendue, nombre, cantidad, cant, cantidad
      vendida, unidades, quantidade, qtd, qtde, unidades vendidas`),
  },
  {
    key: 'unitPrice',
    label: 'Unit price',
    content: 'number',
    names: headerNames(`
      price each, unit price, unit selling price, item cost, cost each, price per unit, price, item
      price, product price, list price, sale price, retail price, lineitem price, selling price, unit
      rate, rate, einzelpreis, stueckpreis, verkaufspreis, vk preis, netto preis, nettopreis, preis pro
      stuck, preis, stuckpreis, prix unitaire, prix unitaire ht, prix unitaire ttc, prix, prix de vente,
      pu, pu ht, precio unitario, precio unidad, precio por unidad, precio de venta, precio, preco
      unitario, preco, preco de venda, valor unitario`),
  },
  {
    key: 'amount',
    label: 'Amount',
    content: 'number',
    names: headerNames(`
      sales, money, line amount, line total, line item total, item total, extended price, extended amount,
      total sales, sales amount, sales value, amount, net amount, total amount, order total, total
      price, item subtotal, total, grand total, revenue, sale, net sales, net revenue, gross sales,
      gross revenue, gross amount, net value, netwr, total value, order value, order amount, total
      spent, amount paid, total paid, paid amount, total collected, net total, transaction amount,
      gross, net, invoice amount, invoice total, subtotal, turnover, purchase amount, purchase value,
      spend, value, umsatz, nettoumsatz, bruttoumsatz, netto umsatz, umsatz netto, umsatz brutto,
      betrag, gesamt, gesamtbetrag, gesamtpreis, zeilenbetrag, positionsbetrag, nettobetrag,
      bruttobetrag, rechnungsbetrag, warenwert, summe, montant, montant ht, montant ttc, montant total,
      prix total, total ligne, ca, ca ht, vente, ventes, total ttc, total ht, chiffre d affaires,
      importe, ventas, importe total, importe neto, monto, monto total, venta, total venta, total
      ventas, ingresos, total linea, valor, valor total, valor venda, valor da venda, total da venda,
      receita, faturamento, vendas, venda, total sales revenue, sales revenue`),
  },
  {
    key: 'discount',
    label: 'Discount',
    content: 'number',
    names: headerNames(`
      discount, discount percent, discount pct, discount rate, discount amount, item discount,
      total discount, lineitem discount, rabatt, nachlass, remise, reduction, descuento, desconto`),
  },
  {
    key: 'cost',
    label: 'Cost',
    content: 'number',
    names: headerNames(`
      cost, unit cost, cost price, total cost, cogs, cost of goods, product cost, purchase price,
      einkaufspreis, kosten, cout, costo, coste, custo`),
  },
  {
    key: 'profit',
    label: 'Profit',
    content: 'number',
    names: headerNames(`
      profit, total profit, gross profit, profit margin, margin, gross margin, gewinn, marge, rohertrag,
      benefice, beneficio, ganancia, lucro, margem`),
  },
  {
    key: 'currency',
    label: 'Currency',
    content: 'text',
    names: headerNames(`
      currency, currency code, presentment currency, settlement currency, wahrung, devise, moneda, divisa,
      moeda, waerk, waers`),
  },
  {
    key: 'transactionType',
    label: 'Sale or refund',
    content: 'text',
    names: headerNames(`
      transaction type, event type, type, record type, sale type, kind, vorgang, vorgangsart, belegart,
      buchungsart, type de transaction, tipo`),
  },
  {
    key: 'country',
    label: 'Country',
    content: 'any',
    names: headerNames(`
      country, ship country, shipping country, billing country, customer country, country name, country code,
      country region, delivery country, land, lieferland, rechnungsland, staat, pays, pays de livraison,
      pais, pais de envio, land1`),
  },
  {
    key: 'region',
    label: 'Region',
    content: 'any',
    names: headerNames(`
      region, sales region, territory, sales territory, area, ship region, market, market region,
      customer region, location, bundesland, gebiet, vertriebsgebiet, zone, comunidad, regiao`),
  },
  {
    key: 'state',
    label: 'State',
    content: 'any',
    names: headerNames(`
      state, state province, province, shipping province, billing province, shipping state, billing state,
      ship state, customer state, departement, provincia, estado, uf`),
  },
  {
    key: 'city',
    label: 'City',
    content: 'any',
    names: headerNames(`
      city, town, ship city, shipping city, billing city, customer city, store city, branch city, stadt, ort,
      wohnort, ville, commune, ciudad, localidad, municipio, cidade, localidade, poblacion, localite`),
  },
  {
    key: 'channel',
    label: 'Channel',
    content: 'any',
    names: headerNames(`
      channel, sales channel, order channel, source, source name, order source, acquisition channel,
      marketing channel, platform, vertriebskanal, vertriebsweg, verkaufskanal, kanal, canal, canal de vente,
      canal de venta, canal de vendas`),
  },
  {
    key: 'status',
    label: 'Status',
    content: 'text',
    names: headerNames(`
      order status, status, financial status, payment status, fulfillment status, delivery status,
      shipping status, transaction status, state of order, bestellstatus, auftragsstatus, lieferstatus,
      statut, statut commande, etat, etat commande, estado del pedido, estado pedido, estado do pedido,
      situacao, status do pedido, status pedido, estado`),
  },
  {
    key: 'promotion',
    label: 'Promotion',
    content: 'any',
    names: headerNames(`
      promotion, promotion code, promo, promo code, coupon, coupon code, discount code, promotion name,
      promotion ids, discount name, deal, offer, campaign, campaign name, voucher, voucher code,
      gutschein, gutscheincode, aktion, aktionscode, code promo, promocion, cupon, codigo promocional,
      codigo descuento, promocao, cupom`),
  },
  {
    key: 'rating',
    label: 'Rating',
    content: 'number',
    names: headerNames(`
      rating, customer rating, review rating, product rating, review score, satisfaction score, satisfaction,
      stars, score, bewertung, note, evaluation, calificacion, valoracion, avaliacao, nota`),
  },
  {
    key: 'age',
    label: 'Age',
    content: 'number',
    names: headerNames('age, customer age, age years, alter, edad, idade'),
  },
  {
    key: 'income',
    label: 'Income',
    content: 'number',
    names: headerNames(`
      income, income level, annual income, household income, salary, einkommen, revenu, ingresos, renda`),
  },
];
/** What columns of a sales file can be, and the header words that they go by, in all languages. */
export const ROLES = NAMED.map(inAllLanguages);
