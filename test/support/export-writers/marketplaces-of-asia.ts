import { byOrder, type ExportWriter, money, netOf, productOf, skuOf, taxOn } from './writer.js';

const us = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/2026`;

const tikTok: ExportWriter = {
  profile: 'TikTok Shop orders',
  text: byOrder((o, rate) =>
    o.lines.map((l, i) => {
      const [gross, net, byPlatform] = [l.quantity * l.price, netOf(l), Math.round(l.price / 10)];
      return {
        'Order ID': `57600000000000${o.number}\t`,
        'Order Status': o.isCancelled ? 'Canceled' : 'Completed',
        'Seller SKU': skuOf(l),
        'Product Name': productOf(l),
        Quantity: l.quantity,
        'Sku Quantity of return': i === 0 && o.back > 0 ? l.quantity : 0,
        'SKU Unit Original Price': money(l.price),
        'SKU Subtotal Before Discount': money(gross),
        'SKU Platform Discount': money(byPlatform),
        'SKU Seller Discount': money(l.discount),
        'SKU Subtotal After Discount': money(net - byPlatform),
        'Shipping Fee After Discount': money(o.shipping),
        Taxes: money(taxOn(o.net, rate)),
        'Order Amount': money(o.total),
        'Order Refund Amount': money(o.backNet + o.backTax),
        'Created Time': `${us(o.date)} 10:00:00 AM\t`,
        'Cancelled Time': o.isCancelled ? `${us(o.date)} 11:00:00 AM\t` : '',
        'Buyer Username': o.name.slice(0, 3),
      };
    }),
  ),
};

const shopee: ExportWriter = {
  profile: 'Shopee orders',
  traits: { isTaxed: false },
  text: byOrder(o =>
    o.lines.map((l, i) => ({
      'No. Pesanan': `2603AA${o.number}`,
      'Status Pesanan': o.isCancelled ? 'Batal' : 'Selesai',
      'Waktu Pesanan Dibuat': `${o.date} 10:00`,
      'Nama Produk': productOf(l),
      'Nomor Referensi SKU': skuOf(l),
      'Harga Awal': money(l.price + 100),
      'Harga Setelah Diskon': money(l.price),
      Jumlah: l.quantity,
      'Returned quantity': i === 0 && o.back > 0 ? l.quantity : 0,
      'Total Harga Produk': money(l.quantity * l.price),
      'Voucher Ditanggung Penjual': money(o.discount),
      'Voucher Ditanggung Shopee': '1.50',
      'Total Pembayaran': money(o.net + o.shipping - 150),
      'Username (Pembeli)': o.name.slice(0, 3),
    })),
  ),
};

/** A row for each piece. */
const lazada: ExportWriter = {
  profile: 'Lazada orders',
  traits: { hasDiscounts: false, isTaxed: false },
  lacks: ['units'],
  text: byOrder(o =>
    o.lines.flatMap((l, i) =>
      Array.from({ length: l.quantity }, (_, piece) => ({
        orderItemId: 900_000 + o.at * 100 + i * 10 + piece,
        sellerSku: skuOf(l),
        createTime: `${o.date.slice(8)} Mar 2026 10:00`,
        orderNumber: 7000 + o.at,
        customerName: o.name,
        paidPrice: money(l.price - 100),
        unitPrice: money(l.price),
        sellerDiscountTotal: '0.00',
        shippingFee: i + piece === 0 ? money(o.shipping) : '0.00',
        itemName: productOf(l),
        status: o.isCancelled ? 'canceled' : i === 0 && o.back > 0 ? 'returned' : 'delivered',
        refundAmount: '',
      })),
    ),
  ),
};

export const MARKETPLACES_OF_ASIA = [tikTok, shopee, lazada];
