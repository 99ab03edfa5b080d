/**
 * What a named question would take while dropping a word of it, about the toy shop, and what it must
 * become.
 */
export const NOT_MISREAD: readonly (readonly [text: string, question: string])[] = [
  ['customers with between 2 and 3 orders', 'sales list:customers who(orders:2..3)'],
  [
    'customers who only bought trains',
    'sales list:customers who(bought(product-line:Trains) and not bought(-product-line:Trains))',
  ],
  ['customers who bought in 2004', 'sales list:customers period:2004'],
  ['newest customers', 'sales list:customers top:10 rank:first-order'],
  ['3 oldest customers in france', 'sales list:customers bottom:3 rank:first-order country:France'],
  ['customers sorted by orders', 'sales list:customers top:10 rank:orders'],
  ['customers lost in 2004', 'sales list:customers who(bought(period:2003) and not bought(period:2004))'],
  ['customers that grew in 2004', 'sales compare 2004 by customer'],
  ['best sellers per country', 'sales measure:revenue by:country,product top:1 within:country'],
  ['top 3 of each product line', 'sales measure:revenue by:product-line,product top:3 within:product-line'],
  ['largest order by country', 'sales measure:revenue by:country,order top:1 within:country'],
  ['what sells in 2004', 'sales top-products 10 2004'],
  ['share of repeat customers', 'sales measure:customers buyers:returning part-of:buyers'],
  ['revenue from repeat customers', 'sales measure:revenue buyers:returning'],
  ['sales by month 2004 vs 2003', 'sales compare 2004 with 2003 by month-of-year'],
  ['sales every december', 'sales measure:revenue month-of-year:December'],
  ['orders with more than 5 lines', 'sales list:orders having:lines:>5'],
  ['orders with more than 100 units', 'sales list:orders having:units:>100'],
  ['revenue by first order month', 'sales measure:revenue by:first-order-month'],
  ['orders over 2000', 'sales list:orders order-total:>2000'],
  ['sales by season', 'sales measure:revenue by:season'],
  ['sales without customer', 'sales measure:revenue without:customer'],
  ['what share of orders has no customer', 'sales measure:orders without:customer part-of:without'],
  ['anonymous revenue by year', 'sales measure:revenue by:year without:customer'],
  ['umsatz in Spanien 2004', 'sales 2004 country:Spain'],
  ['ventas Francia', 'sales country:France'],
  ["chiffre d'affaires en Espagne", 'sales country:Spain'],
  ['sales ES', 'sales country:Spain'],
  ['revenue FR vs ES', 'sales by country country:France,Spain'],
];

/** What is refused rather than read as something near, and a word of why. */
export const REFUSED_RATHER: readonly (readonly [text: string, message: string])[] = [
  ['which flowers sell better in may than in april', '"flowers"'],
  ['q3 2004 vs q3 last year', 'Both periods are 2004-Q3'],
  ['average order without the returns', 'Of returns, only revenue can be told without them'],
  ['at least 2 products in france', 'at least 2'],
  ['customers under 40k lifetime in 2004', 'customers under 40k lifetime'],
  ['products sold in france but not in spain', 'not sold'],
  ['products never sold in france', 'not sold'],
  ['customers who bought 3 product lines', 'How many different product lines'],
  ['sales by quarter 2004 vs 2003', 'not compared by quarter'],
  ['biggest order early 2004', '"early"'],
  ['first order by country', 'I do not understand all of "first order by country".'],
  ['countries that shrank', '"shrank"'],
  ['sales ENTIRELY made up', '"entirely"'],
];
