import { HEADINGS } from '../../../read/group-headings.js';
import { quickBooksSales } from '../quickbooks.js';

const CUSTOMERS = ['Customer full name', 'Customer', 'Name'];

/** Sales by Product/Service Detail of QuickBooks Online: sales below a row with the product's name. */
const quickBooksByProduct = quickBooksSales({
  name: 'QuickBooks Online sales by product',
  signature: {
    all: ['Transaction Type', 'Num', 'Sales Price', 'Amount', 'Balance'],
    any: CUSTOMERS,
    none: ['Product/Service', 'Product/Service full name'],
  },
  roles: { customerName: CUSTOMERS, productName: HEADINGS },
  items: [HEADINGS],
});
export default quickBooksByProduct;
