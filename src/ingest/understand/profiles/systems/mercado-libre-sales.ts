import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const INCOME = 'Ingresos por productos';
const BACK = 'Anulaciones y reembolsos';

/** The sales report of Mercado Libre (Ventas): a row for each sale, with the currency in the headers. */
const mercadoLibreSales: Profile = {
  name: 'Mercado Libre sales',
  signature: {
    all: ['# de venta', 'Fecha de venta', 'Estado', 'Unidades', INCOME, 'Total'],
    any: [BACK, 'Cargo por venta e impuestos', 'Costos de envío'],
  },
  roles: {
    orderId: '# de venta',
    date: 'Fecha de venta',
    email: null,
    customerId: null,
    customerName: 'Comprador',
    productId: 'SKU',
    productName: 'Título de la publicación',
    category: null,
    quantity: 'Unidades',
    unitPrice: null,
    amount: INCOME,
    status: 'Estado',
    lineNumber: null,
  },
  money,
  rows: [
    // A package's money stands in a row of its own, above those of its articles.
    { column: INCOME, values: 'blank', kind: 'notASale', what: 'articles of packages, without amounts' },
    { column: 'Estado', values: /^(venta )?cancelad/, kind: 'cancelled', what: 'cancelled orders' },
  ],
  ignore: ['Descripción del estado', 'Paquete de varios productos', '# de publicación'],
  documentation: {
    revenue: `${INCOME} and ${BACK} (below zero), with tax, since the file has none of it apart`,
    leftOut: 'fees, shipping; cancelled sales are kept and not counted; pieces of packages are not counted',
  },
};
export default mercadoLibreSales;

/** What else the payout is made of. */
const OTHERS = [
  'Cargo por venta e impuestos',
  'Cargo por venta',
  'Impuestos',
  'Ingresos por envío',
  'Costos de envío',
  'Descuentos y bonificaciones',
];

function money(file: ProfileFile): ProfileMoney | undefined {
  const plus = [INCOME, BACK, ...OTHERS.filter(h => file.has(h))];
  if (!file.holds({ total: 'Total', plus })) return undefined;
  return {
    base: { amount: INCOME },
    parts: [
      { what: 'refund', column: BACK, sign: -1, factor: 1 },
      { what: 'shipping', column: 'Ingresos por envío' },
      { what: 'fee', column: 'Cargo por venta e impuestos', sign: -1 },
    ],
    says: [
      '"Ingresos por productos" has the tax in it, which the file does not say apart; "Total" is what is ' +
        'paid out after fees.',
    ],
  };
}
