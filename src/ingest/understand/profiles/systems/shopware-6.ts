import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The order export of Shopware 6: a row for each order, its items in one cell. */
const shopware6: Profile = {
  name: 'Shopware 6 orders',
  signature: { all: ['order_number', 'amount_total', 'order_state_id', 'order_date_time'] },
  roles: {
    orderId: 'order_number',
    date: 'order_date_time',
    email: 'customer_email',
    customerName: null,
    customerId: null,
    productId: null,
    // It has all the items of an order in one cell.
    productName: null,
    category: null,
    quantity: null,
    unitPrice: null,
    discount: null,
    // Ids that only the shop itself has names for.
    status: null,
    city: ['shipping_address_city', 'billing_address_city'],
    lineNumber: null,
  },
  money,
  ignore: [
    'id',
    'sales_channel_id',
    'order_state_id',
    'line_items',
    'customer_firstname',
    'customer_lastname',
    'billing_address_street',
    'shipping_address_street',
  ],
  documentation: {
    revenue: 'amount_total, with tax and shipping, since the file has neither',
    leftOut: 'nothing: the states of orders are ids, so that open and cancelled ones cannot be told',
  },
};
export default shopware6;

/** The file has nothing that its totals could be proved by, but ids for states and a row for each order. */
function money(file: ProfileFile): ProfileMoney | undefined {
  const [state, number] = [file.column('order_state_id'), file.column('order_number')];
  if (!state || !number) return undefined;
  const states = file.sample.texts(state);
  const numbers = file.sample.texts(number);
  const isIds = states.filter(id => /^[\da-f-]{8,36}$/i.test(id)).length >= states.length * 0.95;
  if (!isIds || new Set(numbers).size < numbers.length * 0.95) return undefined;
  return {
    base: { amount: 'amount_total' },
    says: [
      'Revenue is "amount_total", with tax and shipping: the file has neither beside it.',
      'The states of orders are ids ("order_state_id"), so cancelled orders cannot be told and count too.',
    ],
  };
}
