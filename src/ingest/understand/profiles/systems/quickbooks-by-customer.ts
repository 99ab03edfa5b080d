import { HEADINGS } from '../../../read/group-headings.js';
import { quickBooksSales } from '../quickbooks.js';

const ITEMS = ['Product/Service', 'Product/Service full name'];

/** Sales by Customer Detail of QuickBooks Online: the sales of each customer below a row with its name. */
const quickBooksByCustomer = quickBooksSales({
  name: 'QuickBooks Online sales by customer',
  signature: { all: ['Transaction Type', 'Num', 'Sales Price', 'Amount', 'Balance'], any: ITEMS },
  roles: {
    customerName: ['Customer full name', 'Customer', 'Name', HEADINGS],
    productName: ITEMS,
  },
  items: ITEMS,
});
export default quickBooksByCustomer;
