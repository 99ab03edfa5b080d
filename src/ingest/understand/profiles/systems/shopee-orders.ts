import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The orders export of Shopee's Seller Centre: a row for each article, the order's vouchers on each. */
const shopeeOrders: Profile = {
  name: 'Shopee orders',
  signature: {
    all: ['Order ID', 'Order Status', 'Deal Price', 'Quantity', 'Product Subtotal'],
    any: ['Seller Voucher', 'Returned quantity', 'Username (Buyer)'],
  },
  otherNames: {
    'Order ID': ['No. Pesanan'],
    'Order Status': ['Status Pesanan'],
    'Order Creation Date': ['Waktu Pesanan Dibuat'],
    'Product Name': ['Nama Produk'],
    'SKU Reference No.': ['Nomor Referensi SKU'],
    'Original Price': ['Harga Awal'],
    'Deal Price': ['Harga Setelah Diskon'],
    Quantity: ['Jumlah'],
    'Product Subtotal': ['Total Harga Produk'],
    'Seller Voucher': ['Voucher Ditanggung Penjual'],
    'Shopee Voucher': ['Voucher Ditanggung Shopee'],
    'Grand Total': ['Total Pembayaran', 'Dibayar Pembeli'],
    'Username (Buyer)': ['Username (Pembeli)'],
    'Buyer Paid Shipping Fee': ['Ongkos Kirim Dibayar oleh Pembeli'],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Order Creation Date',
    email: null,
    customerId: 'Username (Buyer)',
    customerName: null,
    productId: 'SKU Reference No.',
    productName: 'Product Name',
    category: null,
    quantity: 'Quantity',
    unitPrice: 'Deal Price',
    amount: 'Product Subtotal',
    status: 'Order Status',
    country: 'Country',
    state: ['State', 'Provinsi'],
    city: ['City', 'Kota/Kabupaten'],
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Order Status',
      values: /^(unpaid|belum bayar)/,
      kind: 'notASale',
      what: 'orders that are not paid',
    },
    { column: 'Order Status', values: /^(cancell?ed|batal)/, kind: 'cancelled', what: 'cancelled orders' },
  ],
  ignore: ['Original Price', 'Returned quantity', 'Shopee Voucher', 'Grand Total', 'Cancel reason'],
  documentation: {
    revenue:
      'Product Subtotal (Deal Price x Quantity) less Seller Voucher of the order; less the pieces that ' +
      'came back. What Shopee pays of the price is not taken off; tax is within where prices include it',
    leftOut: 'shipping; unpaid orders; cancelled orders are kept and not counted',
  },
};
export default shopeeOrders;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Product Subtotal', plus: ['Quantity x Deal Price'] })) return undefined;
  return {
    base: { amount: 'Product Subtotal' },
    parts: [
      { what: 'discount', column: 'Seller Voucher', per: 'order', factor: -1 },
      { what: 'shipping', column: 'Buyer Paid Shipping Fee', per: 'order' },
      {
        what: 'refund',
        column: 'Returned quantity',
        unit: 'piecesAtPrice',
        factor: -1,
        pieces: 'Returned quantity',
      },
    ],
  };
}
