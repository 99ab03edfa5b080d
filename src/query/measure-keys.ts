/** Measures of named questions, as queries call them. */
export const MEASURE_KEYS: Readonly<Record<string, string>> = {
  revenue: 'revenue',
  orders: 'orders',
  customers: 'customers',
  quantity: 'units',
  lines: 'lines',
  averageOrderValue: 'average-order',
  averageLine: 'average-line',
  averageRating: 'average-rating',
};
