/** What people type about the toy shop (support/toy-shop.ts), and the query that it must become. */
export const QUERIES: readonly (readonly [string, string])[] = [
  ['new customers', 'measure:new-customers'],
  ['new customers per month', 'measure:new-customers by:month'],
  ['repeat rate by country', 'measure:repeat-rate by:country'],
  ['units per order', 'measure:units-per-order'],
  ['lines per order', 'measure:lines-per-order'],
  ['median order value by year', 'measure:median-order by:year'],
  ['cancel rate by country', 'measure:cancel-rate,cancelled-orders by:country'],
  ['how much did cancelled orders cost us in 2004', 'measure:cancelled-revenue,cancelled-orders period:2004'],
  ['who has not bought since 2004', 'list:customers who(last-order:"until 2003-12-31")'],
  ['customers with more than 3 orders', 'list:customers who(orders:>3)'],
  ['customers with at least 2 orders in 2004', 'list:customers period:2004 who(orders(2004):>=2)'],
  ['which customers only came once', 'list:customers who(orders:1..1)'],
  ['customers who spent over 10k', 'list:customers who(spent:>10000)'],
  ['customers with only one order', 'list:customers who(orders:1..1)'],
  [
    'customers who bought trains but never planes',
    'list:customers who(bought(product-line:Trains) and not bought(product-line:Planes))',
  ],
  ['orders over 1000', 'list:orders order-total:>1000'],
  ['how many orders between 1k and 2k', 'measure:orders order-total:1000..2000'],
  ['biggest order ever', 'list:orders top:1'],
  ['best customer per country', 'measure:revenue by:country,customer top:1 within:country'],
  ['top 3 products in each country', 'measure:revenue by:country,product top:3 within:country'],
  ['top countries and products', 'measure:revenue by:country,product top:10'],
  ['sales on weekends', 'measure:revenue weekend:weekend'],
  ['revenue at christmas by year', 'measure:revenue by:year season:christmas'],
  ['new vs returning revenue', 'measure:revenue by:buyers'],
  ['what % of spain is trains', 'measure:revenue country:Spain product-line:Trains part-of:product-line'],
  ['what share of revenue comes from the top 3 customers', 'measure:revenue by:customer top:3 show:share'],
  ['our small customers', 'list:customers bottom:10'],
  ['running total by month 2004', 'measure:revenue by:month period:2004 show:running'],
  ['are we on track for 3m this year', 'measure:revenue period:"this year" goal:3000000'],
  ['when did La Rochelle Gifts last order', 'list:customers customer:"La Rochelle Gifts"'],

  [
    'orders under 100, 100-200, over 200',
    'measure:orders,revenue by:band bands:order-total:<100,100..200,>200',
  ],
  [
    'customers by spend: <100, 100-500, 500+',
    'measure:customers,revenue by:band bands:spent:<100,100..500,>=500',
  ],
  [
    'order size distribution: under 1k, 1-2k, over 2k by year',
    'measure:orders,revenue by:year,band bands:order-total:<1000,1000..2000,>2000',
  ],
  [
    'customers with 1, 2-3, 4+ orders in 2004',
    'measure:customers,revenue by:band bands:orders(2004):1..1,2..3,>=4 period:2004',
  ],
  [
    'customers by average order: under 100, 100 to 200, 200 or more',
    'measure:customers,revenue by:band bands:average-order:<100,100..200,>=200',
  ],
  ['products by price: under 5, 5-50, over 50', 'measure:revenue,units by:band bands:price:<5,5..50,>50'],
  ['customers who spent over 100 and under 900', 'list:customers who(spent:>100&<900)'],

  ['wie viele neue Kunden pro Monat', 'measure:new-customers by:month'],
  ['combien de nouveaux clients par mois', 'measure:new-customers by:month'],
  ['cuantos clientes nuevos por mes', 'measure:new-customers by:month'],
];

/** Texts that become a named question, though not in its own words. */
export const SHORTENED: readonly (readonly [string, string])[] = [
  ['rev by prod line q4 04', 'sales by product-line 2004-Q4'],
  ['umsatz nach land 2004', 'sales by country 2004'],
  ['ventas por país 2004', 'sales by country 2004'],
  ["chiffre d'affaires par pays en 2004", 'sales by country 2004'],
  ['avg days between orders', 'sales repeat'],
  ['products not selling', 'sales restock'],
  ['everything except trains', 'sales -product-line:Trains'],
  ['sales for the last 6 months of 2004', 'sales 2004-07-01..2004-12-31'],
];

/** Two texts one after the other, and what the second becomes. */
export const FOLLOWED: readonly (readonly [first: string, then: string, question: string])[] = [
  ['sales 2004', 'and in France?', 'sales 2004 country:France'],
  ['sales in France', 'same for 2004', 'sales 2004 country:France'],
  ['sales by country', 'by month', 'sales trend by month'],
  ['sales 2004', 'only trains', 'sales 2004 product-line:Trains'],
  ['new customers per month', 'and in france', 'sales measure:new-customers by:month country:France'],
  ['customers with more than 3 orders', 'in spain', 'sales list:customers country:Spain who(orders:>3)'],
  ['sales 2004', 'as a table', 'sales measure:revenue period:2004 show:table'],
];
