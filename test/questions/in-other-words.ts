/** What people say in other words, asked of the toy shop, and the question that it becomes. */
export const IN_OTHER_WORDS: readonly (readonly [text: string, question: string])[] = [
  ['since christmas', 'sales since 2004-12-25'],
  ['sales last summer', 'sales 2004-06-01..2004-08-31'],
  ['this spring vs last spring', 'sales compare 2005-03-01..2005-05-31 with 2004-03-01..2004-05-31'],
  ['2nd half of november', 'sales 2004-11-16..2004-11-30'],
  ['first 10 days of may', 'sales 2005-05-01..2005-05-10'],
  ['how was monday', 'sales 2005-06-06'],
  ['dec so far', 'sales 2004-12'],
  ['nov + dec each year', 'sales measure:revenue by:year month-of-year:November,December'],
  ['jan to may 05 vs same period 04', 'sales compare 2005-01..2005-05 with 2004-01..2004-05'],
  ['last 30 days vs the 30 before', 'sales compare last 30 days'],
  ['customers that dropped off since christmas', 'sales list:customers who(last-order:"until 2004-12-24")'],
  ['who are our top 3 accounts and how much did each spend', 'sales top-customers 3'],
  ['which orders are on hold right now', 'sales list:orders status:"On Hold"'],
  [
    'euro shopping channel as pct of spain',
    'sales measure:revenue country:Spain customer:"Euro Shopping Channel" part-of:customer',
  ],
  ['avg order size by country', 'sales average-order-value by country'],
  ['ships or planes - whats bigger in the uk', 'sales by product-line product-line:Planes,Ships country:UK'],
  ['countries above 400k', 'sales measure:revenue by:country having:revenue:>400000'],
  [
    'last time la rochelle ordered and what was it',
    'sales list:orders top:1 rank:day customer:"La Rochelle Gifts"',
  ],
  ['2004 revenue net of cancelled, please', 'sales 2004 -status:Cancelled'],
  ['sales by weekdy', 'sales by weekday'],
];

/** What is refused rather than misread, and a part of what is said then. */
export const NOT_TAUGHT: readonly (readonly [text: string, message: string])[] = [
  ['will we beat 2004', 'Whether one period will beat another is not foretold'],
  ['how many active accounts do we have', 'Active since when?'],
  ['which countries have we never sold trains in', 'Which goods were not sold somewhere'],
  ['how many customers bought ships and how many bought planes', 'These are two questions'],
  ['which country buys most and which one least', 'These are two questions'],
  ['orders with under 5% discount', 'Orders cannot be picked by their discount in percent'],
  ['biggest single return & which customer', 'The largest single return'],
];
