import { csvOf, type MadeUpShop } from '../made-up-shop.js';
import {
  byLine,
  byOrder,
  type ExportWriter,
  money,
  netOf,
  productOf,
  skuOf,
  taxOn,
  written,
} from './writer.js';

const us = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/26`;

const etsyItems: ExportWriter = {
  profile: 'Etsy sold order items',
  traits: { hasReturns: false, hasCancelled: false, isTaxed: false },
  text: byOrder(o =>
    o.lines.map((l, i) => ({
      'Sale Date': us(o.date),
      'Item Name': productOf(l),
      Buyer: `${o.name} (${o.name.slice(0, 3)})`,
      Quantity: l.quantity,
      Price: money(l.price),
      'Coupon Code': '',
      'Discount Amount': i === 0 ? money(o.discount) : '0.00',
      'Shipping Discount': '0.00',
      'Order Shipping': i === 0 ? money(o.shipping) : '0.00',
      'Order Sales Tax': '0.00',
      'Item Total': money(l.quantity * l.price),
      Currency: 'USD',
      'Transaction ID': 4_100_000_000 + o.at * 10 + i,
      'Listing ID': 1_000_000 + l.product,
      'Date Paid': `${o.date.slice(5, 7)}/${o.date.slice(8)}/2026`,
      'Order ID': 3_100_000 + o.at,
      SKU: skuOf(l),
    })),
  ),
};

const etsyOrders: ExportWriter = {
  profile: 'Etsy sold orders',
  traits: { hasReturns: false, isTaxed: false },
  text: byOrder(o => [
    {
      'Sale Date': us(o.date),
      'Order ID': 3_100_000 + o.at,
      'Buyer User ID': o.name.slice(0, 3),
      'Full Name': o.name,
      'Number of Items': o.pieces,
      Currency: 'USD',
      'Order Value': money(o.gross),
      'Coupon Code': '',
      'Discount Amount': money(o.discount),
      'Shipping Discount': '0.00',
      Shipping: money(o.shipping),
      'Sales Tax': '0.00',
      'Order Total': money(o.total),
      Status: o.isCancelled ? 'Canceled' : '',
      'Card Processing Fees': '1.00',
      'Order Net': money(o.total - 100),
      'Adjusted Order Total': '0.00',
      'Adjusted Net Order Amount': '0.00',
    },
  ]),
};

const ebayOrders: ExportWriter = {
  profile: 'eBay orders',
  traits: { hasReturns: false, hasDiscounts: false, hasCancelled: false, isTaxed: false },
  text: byOrder(o => {
    const day = `Mar-${o.date.slice(8)}-26`;
    const head = {
      'Sales Record Number': 101 + o.at,
      'Order Number': `12-00001-0${o.number}`,
      'Buyer Username': o.name.slice(0, 3),
    };
    const isOne = o.lines.length === 1;
    const paid = {
      'Shipping And Handling': `$${money(o.shipping)}`,
      'Total Price': `$${money(o.gross + o.shipping)}`,
    };
    const when = { 'Sale Date': day, 'Paid On Date': day };
    const items = o.lines.map(l => ({
      ...head,
      'Item Number': 2_000_001 + l.product,
      'Item Title': productOf(l),
      Quantity: l.quantity,
      'Sold For': `$${money(l.price)}`,
      ...(isOne ? paid : { 'Shipping And Handling': '', 'Total Price': '' }),
      ...when,
    }));
    const summary = {
      ...head,
      'Item Number': '',
      'Item Title': '',
      Quantity: o.pieces,
      'Sold For': `$${money(o.gross)}`,
      ...paid,
      ...when,
    };
    return isOne ? items : [summary, ...items];
  }),
};

const ebayTransactions: ExportWriter = {
  profile: 'eBay transactions',
  traits: { hasDiscounts: false, hasCancelled: false, isTaxed: false, isSingle: true },
  isReturnLater: true,
  text: byLine((l, o, { sign }) => {
    const [goods, shipping] = [sign * netOf(l), sign === 1 ? o.shipping : 0];
    return {
      'Transaction creation date': `Mar ${Number((sign === 1 ? o.date : o.later).slice(8))}, 2026`,
      Type: sign === 1 ? 'Order' : 'Refund',
      'Order number': `12-00001-0${o.number}`,
      'Buyer username': o.name.slice(0, 3),
      'Net amount': money(goods + shipping - sign * 30),
      'Payout currency': 'USD',
      'Item ID': 2_000_001 + l.product,
      'Item title': productOf(l),
      Quantity: l.quantity,
      'Item subtotal': money(goods),
      'Shipping and handling': money(shipping),
      'Seller collected tax': '--',
      'eBay collected tax': '--',
      'Final Value Fee - fixed': money(-sign * 30),
      'Final Value Fee - variable': '0.00',
      'Gross transaction amount': money(goods + shipping),
      'Transaction currency': 'USD',
    };
  }),
};

const amazonOrders: ExportWriter = {
  profile: 'Amazon all orders',
  traits: { hasReturns: false },
  lacks: ['customers'],
  file: 'orders.txt',
  text: shop =>
    byOrder(
      (o, rate) =>
        o.lines.map(l => ({
          'amazon-order-id': `111-000${o.number}-0000001`,
          'purchase-date': `${o.date}T10:00:00+00:00`,
          'order-status': o.isCancelled ? 'Cancelled' : 'Shipped',
          'sales-channel': 'Amazon.com',
          sku: skuOf(l),
          'item-status': o.isCancelled ? 'Cancelled' : 'Shipped',
          quantity: l.quantity,
          currency: 'USD',
          'item-price': money(l.quantity * l.price),
          'item-tax': money(taxOn(l.quantity * l.price, rate)),
          'shipping-price': '0.00',
          'item-promotion-discount': l.discount === 0 ? '' : money(l.discount),
        })),
      '\t',
    )({ ...shop, taxRate: 8.25 }),
};

const amazonDateRange: ExportWriter = {
  profile: 'Amazon date range transactions',
  traits: { hasCancelled: false },
  isReturnLater: true,
  lacks: ['customers'],
  text: byLine((l, o, { sign, rate }) => {
    const [goods, tax] = [l.quantity * l.price, taxOn(netOf(l), rate)];
    return {
      'date/time': `Mar ${Number((sign === 1 ? o.date : o.later).slice(8))}, 2026 1:05:07 AM PST`,
      'settlement id': 9001,
      type: sign === 1 ? 'Order' : 'Refund',
      'order id': `111-000${o.number}-0000001`,
      sku: skuOf(l),
      description: productOf(l),
      quantity: l.quantity,
      'product sales': money(sign * goods),
      'product sales tax': money(sign * tax),
      'shipping credits': '0',
      'promotional rebates': money(-sign * l.discount),
      'marketplace withheld tax': money(-sign * tax),
      'selling fees': '-1.00',
      'fba fees': '0',
      other: '0',
      total: money(sign * netOf(l) - 100),
    };
  }),
};

const amazonSettlement: ExportWriter = {
  profile: 'Amazon settlement',
  traits: { hasCancelled: false, hasReturns: false },
  lacks: ['customers'],
  file: 'settlement.txt',
  text: ({ orders, taxRate }: MadeUpShop) => {
    const row = { 'settlement-id': 9001, 'total-amount': '', currency: '' };
    const rows = orders
      .map(o => written(o, taxRate))
      .flatMap(o =>
        o.lines.flatMap((l, i) => {
          const of = (type: string, what: string, cents: number) => ({
            ...row,
            'transaction-type': 'Order',
            'order-id': `111-000${o.number}-0000001`,
            'amount-type': type,
            'amount-description': what,
            amount: money(cents),
            'posted-date': o.date,
            'order-item-code': 500_000 + o.at * 10 + i,
            sku: skuOf(l),
            'quantity-purchased': l.quantity,
          });
          return [
            of('ItemPrice', 'Principal', l.quantity * l.price),
            of('ItemPrice', 'Tax', taxOn(netOf(l), taxRate)),
            of('ItemFees', 'Commission', -120),
            ...(l.discount > 0 ? [of('Promotion', 'Principal', -l.discount)] : []),
          ];
        }),
      );
    const sum = rows.reduce((a, r) => a + Math.round(Number(r.amount) * 100), 0);
    const head = Object.fromEntries(Object.keys(rows[0] ?? {}).map(k => [k, '']));
    return csvOf(
      [{ ...head, ...row, 'total-amount': money(sum), currency: 'USD' }, ...rows],
      undefined,
      '\t',
    );
  },
};

const gumroad: ExportWriter = {
  profile: 'Gumroad sales',
  traits: { isSingle: true, hasDiscounts: false, hasCancelled: false },
  text: byOrder(o => [
    {
      'Purchase ID': `p${o.number}==`,
      'Item Name': o.lines.map(productOf).join(''),
      'Purchase Email': o.email,
      'Purchase Date': o.date,
      'Subtotal ($)': money(o.net),
      'Taxes ($)': money(o.tax),
      'Shipping ($)': money(o.shipping),
      'Sale Price ($)': money(o.total),
      'Fees ($)': '1.00',
      'Net Total ($)': money(o.total - 100),
      'Tip ($)': '0.0',
      'Refunded?': o.back > 0 ? 1 : 0,
      'Partial Refund ($)': '0.0',
      'Fully Refunded?': o.back > 0 ? 1 : 0,
      'Disputed?': 0,
      'Dispute Won?': 0,
      'Free trial purchase?': 0,
      Quantity: o.pieces,
      'Order Number': 700_000 + o.at,
    },
  ]),
};

const MONTH = 'marzo';

const mercadoLibre: ExportWriter = {
  profile: 'Mercado Libre sales',
  traits: { isSingle: true, hasDiscounts: false, isTaxed: false },
  text: byOrder(o => [
    {
      '# de venta': 2_000_000_000 + o.at,
      'Fecha de venta': `${Number(o.date.slice(8))} de ${MONTH} de 2026 10:00 hs.`,
      Estado: o.isCancelled ? 'Cancelada por el comprador' : 'Entregado',
      Unidades: o.pieces - (o.back > 0 ? o.pieces : 0),
      'Ingresos por productos (MXN)': money(o.net),
      'Cargo por venta e impuestos (MXN)': '-1.00',
      'Ingresos por envío (MXN)': money(o.shipping),
      'Costos de envío (MXN)': '-2.00',
      'Anulaciones y reembolsos (MXN)': o.back > 0 ? money(-o.backNet) : '',
      'Total (MXN)': money(o.net + o.shipping - o.backNet - 300),
      SKU: o.lines.map(skuOf).join(''),
      'Título de la publicación': o.lines.map(productOf).join(''),
      Comprador: o.name,
    },
  ]),
};

export const MARKETPLACES = [
  mercadoLibre,
  etsyItems,
  etsyOrders,
  ebayOrders,
  ebayTransactions,
  amazonOrders,
  amazonDateRange,
  amazonSettlement,
  gumroad,
];
