import { byOrder, type ExportWriter, money, netOf, productOf, skuOf, taxOn } from './writer.js';

const shopify: ExportWriter = {
  profile: 'Shopify orders',
  text: byOrder(o =>
    o.lines.map((l, i) => ({
      Name: `#${o.number}`,
      Email: o.email,
      'Financial Status': i > 0 ? '' : o.back > 0 ? 'partially_refunded' : 'paid',
      Currency: i > 0 ? '' : 'USD',
      Subtotal: i > 0 ? '' : money(o.net),
      Shipping: i > 0 ? '' : money(o.shipping),
      Taxes: i > 0 ? '' : money(o.tax),
      Total: i > 0 ? '' : money(o.total),
      'Discount Code': '',
      'Discount Amount': i > 0 ? '' : money(o.discount),
      'Created at': `${o.date} 10:00:00 -0500`,
      'Lineitem quantity': l.quantity,
      'Lineitem name': productOf(l),
      'Lineitem price': money(l.price),
      'Lineitem requires shipping': 'true',
      'Lineitem taxable': 'true',
      'Cancelled at': o.isCancelled && i === 0 ? `${o.later} 10:00:00 -0500` : '',
      'Payment Method': i > 0 ? '' : 'Shopify Payments',
      'Refunded Amount': i > 0 ? '' : money(o.backNet + o.backTax),
      Vendor: 'Acme',
      'Lineitem discount': money(l.discount),
    })),
  ),
};

const wooItems: ExportWriter = {
  profile: 'WooCommerce orders with items',
  text: byOrder((o, rate) =>
    o.lines.map((l, i) => ({
      order_id: 90 + o.at,
      order_number_formatted: o.number,
      date: `${o.date} 10:00:00`,
      status: o.isCancelled ? 'cancelled' : 'completed',
      discount_total: money(o.discount),
      order_total: money(o.total),
      refunded_total: money(o.backNet + o.backTax),
      billing_email: o.email,
      item_name: productOf(l),
      item_sku: skuOf(l),
      item_price: money(l.price),
      item_quantity: l.quantity,
      item_subtotal: money(l.quantity * l.price),
      item_total: money(netOf(l)),
      item_total_tax: money(taxOn(netOf(l), rate)),
      item_refunded: i === 0 ? money(o.backNet) : '0.00',
      item_refunded_qty: i === 0 ? o.back : 0,
    })),
  ),
};

const wooAnalytics: ExportWriter = {
  profile: 'WooCommerce Analytics orders',
  isReturnLater: true,
  text: byOrder(o => {
    const row = (date: string, status: string, pieces: number, net: number) => ({
      Date: `${date} 10:00:00`,
      'Order #': o.number,
      Status: status,
      Customer: o.name,
      'Customer type': 'new',
      'Product(s)': o.lines.map(l => `${l.quantity}× ${productOf(l)}`).join(', '),
      'Items sold': pieces,
      'Coupon(s)': '',
      'Net sales': net / 100,
      Attribution: 'Direct',
    });
    const sold = row(o.date, o.isCancelled ? 'cancelled' : 'completed', o.pieces, o.net);
    return o.back > 0 ? [sold, row(o.later, 'completed', -o.back, -o.backNet)] : [sold];
  }),
};

const squarespace: ExportWriter = {
  profile: 'Squarespace orders',
  text: byOrder(o =>
    o.lines.map((l, i) => {
      const first = (text: string) => (i > 0 ? '' : text);
      return {
        'Order ID': `0${o.number}`,
        Email: first(o.email),
        'Financial Status': first(o.back > 0 ? 'PARTIALLY_REFUNDED' : 'PAID'),
        'Fulfillment Status': first(o.isCancelled ? 'CANCELED' : 'FULFILLED'),
        Currency: first('USD'),
        Subtotal: first(money(o.gross)),
        Shipping: first(money(o.shipping)),
        Taxes: first(money(o.tax)),
        'Amount Refunded': first(money(o.backNet + o.backTax)),
        Total: first(money(o.total)),
        'Discount Code': '',
        'Discount Amount': first(money(o.discount)),
        'Created at': first(`${o.date} 10:00:00`),
        'Lineitem quantity': l.quantity,
        'Lineitem name': productOf(l),
        'Lineitem price': money(l.price),
        'Lineitem sku': skuOf(l),
        'Lineitem variant': '',
        'Cancelled at': first(o.isCancelled ? `${o.later} 10:00:00` : ''),
      };
    }),
  ),
};

const bigCommerce: ExportWriter = {
  profile: 'BigCommerce orders',
  // Of an order of several items it does not say which came back.
  traits: { isSingle: true },
  text: byOrder((o, rate) => [
    {
      'Order ID': o.number,
      'Customer Email': o.email,
      'Order Date': `${o.date.slice(5, 7)}/${o.date.slice(8)}/2026`,
      'Order Status': o.isCancelled ? 'Cancelled' : 'Completed',
      'Subtotal (inc tax)': money(o.gross + taxOn(o.gross, rate)),
      'Subtotal (ex tax)': money(o.gross),
      'Tax Total': money(o.tax),
      'Shipping Cost (ex tax)': money(o.shipping),
      'Coupon Value': money(o.discount),
      'Order Total (inc tax)': money(o.total),
      'Order Total (ex tax)': money(o.total - o.tax),
      'Refund Amount': money(o.backNet + o.backTax),
      'Total Quantity': o.pieces,
      'Product Details': o.lines
        .map(l => `Product ID: ${l.product}, Product Qty: ${l.quantity}, Product Name: ${productOf(l)}`)
        .join('|'),
    },
  ]),
  lacks: ['units'],
};

const magento: ExportWriter = {
  profile: 'Magento order grid',
  // Totals are with tax and shipping, and a grid has no pieces.
  traits: { isTaxed: false, hasShipping: false },
  lacks: ['units'],
  text: byOrder(o => [
    {
      ID: `00000${o.number}`,
      'Purchase Point': 'Main Website',
      'Purchase Date': `Mar ${o.day}, 2026, 10:00:00 AM`,
      'Bill-to Name': o.name,
      'Grand Total (Base)': `${money(o.net)}00`,
      'Grand Total (Purchased)': `${money(o.net)}00`,
      Status: o.isCancelled ? 'canceled' : 'complete',
      'Customer Email': o.email,
      Subtotal: `${money(o.gross)}00`,
      'Shipping and Handling': '0.0000',
      'Total Refunded': `${money(o.backNet)}00`,
    },
  ]),
};

const prestaShop: ExportWriter = {
  profile: 'PrestaShop orders',
  traits: { isTaxed: false, hasShipping: false, hasReturns: false },
  lacks: ['units'],
  text: byOrder(
    o => [
      {
        ID: o.at + 12,
        Reference: `ABCDEFG${'ABCDEFGHIJ'[Math.floor(o.at / 10)]}${'ABCDEFGHIJ'[o.at % 10]}`,
        'New client': 0,
        Delivery: 'France',
        Customer: o.name,
        Total: money(o.net),
        Payment: 'Card',
        Status: o.isCancelled ? 'Canceled' : 'Delivered',
        Date: `${o.date} 10:00:00`,
      },
    ],
    ';',
  ),
};

const shopware5: ExportWriter = {
  profile: 'Shopware 5 orders',
  traits: { hasDiscounts: false, hasReturns: false },
  text: byOrder((o, rate) => {
    const comma = (cents: number) => money(cents).replace('.', ',');
    const lines = o.lines.map(l => ({ ...l, withTax: l.price + taxOn(l.price, rate) }));
    return lines.map((l, i) => ({
      orderId: 70 + o.at,
      orderDetailId: 200 + o.at * 5 + i,
      number: `2${o.number}`,
      customerId: 30 + o.customer,
      status: o.isCancelled ? 4 : 2,
      orderTime: `${o.date} 10:00:00`,
      invoiceAmount: comma(lines.reduce((sum, m) => sum + m.quantity * m.withTax, 0) + o.shipping),
      invoiceAmountNet: comma(o.net + o.shipping),
      invoiceShipping: comma(o.shipping),
      invoiceShippingNet: comma(o.shipping),
      taxRate: rate,
      articleNumber: skuOf(l),
      price: comma(l.withTax),
      quantity: l.quantity,
      articleName: productOf(l),
    }));
  }, ';'),
};

const wix: ExportWriter = {
  profile: 'Wix orders',
  text: byOrder(o =>
    o.lines.map((l, i) => ({
      'Order number': o.number,
      'Date created': `Mar ${Number(o.date.slice(8))}, 2026`,
      Time: '2:10:40 PM',
      'Total order quantity': o.pieces,
      'Contact email': o.email,
      Item: productOf(l),
      Variant: '',
      SKU: skuOf(l),
      Qty: l.quantity,
      'Quantity refunded': i === 0 && o.back > 0 ? l.quantity : 0,
      Price: money(l.price),
      'Payment status': 'Paid',
      'Coupon code': o.discount > 0 ? 'SPRING' : '',
      'Shipping rate': money(o.shipping),
      'Total tax': money(o.tax),
      Total: money(o.total),
      Currency: 'USD',
      'Refunded amount': money(o.backNet + o.backTax),
      'Net amount': money(o.total - o.backNet - o.backTax),
      'Fulfillment status': o.isCancelled ? 'Canceled' : 'Fulfilled',
    })),
  ),
};

export const SHOPS = [
  wix,
  shopify,
  wooItems,
  wooAnalytics,
  squarespace,
  bigCommerce,
  magento,
  prestaShop,
  shopware5,
];
