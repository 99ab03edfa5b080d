/** What strangers typed about shares, periods, people and sums, and the question that it becomes. */
export const AS_TYPED: readonly (readonly [text: string, question: string])[] = [
  // 176,609.81 of France's 1,110,916.52; it was a part of all before.
  [
    "how much of france's sales is vintage cars, in %",
    'sales measure:revenue country:France product-line:"Vintage Cars" part-of:product-line',
  ],
  ['what pct of orders gets cancelled', 'sales measure:orders status:Cancelled part-of:status'],
  ['classic cars in % of orders', 'sales measure:orders product-line:"Classic Cars" part-of:product-line'],
  ['top 5 customers = how much of the total', 'sales measure:revenue by:customer top:5 show:share'],
  [
    'how dependent are we on euro shopping channel? in %',
    'sales measure:revenue customer:"Euro Shopping Channel" part-of:customer',
  ],
  ['2004 without nov and dec', 'sales 2004-01..2004-10'],
  ['revenue 2004 except december', 'sales 2004-01..2004-11'],
  ['takings on the 31st', 'sales 2005-05-31'],
  ['wk commencing 15 nov 2004, sales', 'sales 2004-11-15..2004-11-21'],
  ["mon-fri, which day's slowest", 'sales measure:revenue by:weekday bottom:10 weekend:weekdays'],
  ['Q4 2004 vs Q4 2003. Variance in %.', 'sales compare 2004-Q4 with 2003-Q4'],
  [
    'who ordered in q1 2004 and q1 2005',
    'sales list:customers who(bought(period:2004-Q1) and bought(period:2005-Q1))',
  ],
  [
    'who bought last year but nothing yet this year',
    'sales list:customers who(bought(period:"last year") and not bought(period:"this year"))',
  ],
  [
    "Euro Shopping Channel or La Rochelle, who's spent more with us",
    'sales by customer customer:"Euro Shopping Channel","La Rochelle Gifts"',
  ],
  ['planes v ships', 'sales by product-line product-line:Planes,Ships'],
  ['planes, ships and trains together', 'sales product-line:Planes,Ships,Trains'],
  ['list of aussie customers', 'sales by customer country:Australia'],
  ['how many items does a normal order have', 'sales measure:units-per-order'],
  ['vip count by country', 'sales measure:customers,revenue by:country who(segment:vip)'],
  ['revenue of vips by country', 'sales measure:revenue by:country who(segment:vip)'],
  // Before, they were January 2005 alone, and December 2004.
  [
    'customers who bought in 2004 but not since january',
    'sales list:customers who(bought(period:2004) and not bought(period:"since 2005-01"))',
  ],
  ['november sales by year', 'sales measure:revenue by:year month-of-year:November'],
  // Before, the products were not told apart, or "planes" was dropped.
  ['which planes bring the most', 'sales top-products 10 product-line:Planes'],
  ['which ships sold least in 2004', 'sales bottom-products 10 2004 product-line:Ships'],
  // Both product lines that have the word in their names, which is said.
  ['cars', 'sales measure:revenue product-line:"*cars*"'],
  ['everything but cars', 'sales measure:revenue -product-line:"*cars*"'],
  [
    'bought in 03, bought in 04, silent so far in 05: how many accounts is that?',
    'sales list:customers who(bought(period:2003) and bought(period:2004) and not bought(period:2005))',
  ],
  [
    'customers who bought in 2003 and in 2004 but nothing yet in 2005, how many is that',
    'sales list:customers who(bought(period:2003) and bought(period:2004) and not bought(period:2005))',
  ],
  [
    'bought in 2003 AND again in 2004, how many folks',
    'sales list:customers who(bought(period:2003) and bought(period:2004))',
  ],
  [
    'clientes q compraron en 2003 y también en 2004, cuantos son',
    'sales list:customers who(bought(period:2003) and bought(period:2004))',
  ],
  ['customers with exactly 1 order', 'sales list:customers who(orders:1..1)'],
  ['n customers with exactly 1 invoice', 'sales list:customers who(orders:1..1)'],
  [
    'accounts that ordered 3x or more last year, how many r there',
    'sales list:customers period:"last year" who(orders("last year"):>=3)',
  ],
  [
    'customers who bought Motorcycles and Trains and Ships',
    'sales list:customers who(bought(product-line:Motorcycles) and bought(product-line:Trains) and bought(product-line:Ships))',
  ],
  ['any orders north of 60k? show', 'sales list:orders order-total:>60000 show:yes-no'],
  ['no. of orders between ten and twenty thousand', 'sales measure:orders order-total:10000..20000'],
  ['is there even one order over 100k in there', 'sales list:orders order-total:>100000 show:yes-no'],
  ['invoices north of 1000, count pls', 'sales measure:orders order-total:>1000'],
  ['do we even sell on sundays', 'sales measure:revenue weekday:Sunday show:yes-no'],
  ['Revenue per customer, 2003 v 2004.', 'sales measure:revenue-per-customer period:2004 versus:2003'],
  ['mean + median sale', 'sales measure:median-order,average-order'],
  ['how far is france behind germany', 'sales by country country:France,Germany'],
  ["who're our champions and how many of em", 'sales list:customers who(segment:vip)'],
  ['avrage order', 'sales average-order-value'],
  [
    'share of q4 in 2004',
    'sales measure:revenue period:2004 month-of-year:October,November,December part-of:month-of-year',
  ],
  [
    'q4 is what percent of 2004',
    'sales measure:revenue period:2004 month-of-year:October,November,December part-of:month-of-year',
  ],
  ['number of new customers in 2004', 'sales measure:new-customers period:2004'],
  ['revenue from new customers in 2004', 'sales measure:revenue period:2004 buyers:new'],
  ['howd may go', 'sales 2005-05'],
  ['ships over xmas, dec 04', 'sales measure:revenue period:2004-12 product-line:Ships'],
  ['where does france sit in the ranking', 'sales measure:revenue country:France show:place'],
  ['cuánta gente nos compró por primera vez en 2004', 'sales measure:new-customers period:2004'],
  ['commandes à plus de 60 000, il y en a eu combien', 'sales list:orders order-total:>60000'],
  ['Disputed and on-hold exposure, please.', 'sales status:Disputed,"On Hold"'],
  ['apac vs japan, all time', 'sales by territory territory:APAC,Japan'],
  ['planes - going up or down year on year?', 'sales trend by year product-line:Planes'],
  ['last 3 years, whats the trend', 'sales trend by year last 3 years'],
  ['what did we make on our very first day', 'sales 2003-01-06'],
  [
    'anybody buy 3+ times this yr? how many',
    'sales list:customers period:"this year" who(orders("this year"):>=3)',
  ],
  ['hey, what does a normal order cost? like the middle one not the average', 'sales measure:median-order'],
  // Before, each of these was answered with something else.
  ['on hold + disputed added together, how much money is stuck there', 'sales status:Disputed,"On Hold"'],
  ["what portion of last year's sales came out of the States?", 'sales last year country:USA'],
  [
    '2nd half of november 2004 vs first half',
    'sales compare 2004-11-16..2004-11-30 with 2004-11-01..2004-11-15',
  ],
  ['planes: how much of the pie', 'sales measure:revenue product-line:Planes part-of:product-line'],
  ['france spain usa - rank em', 'sales by country country:France,Spain,USA'],
  [
    'which customers have planes but never took ships',
    'sales list:customers who(bought(product-line:Planes) and not bought(product-line:Ships))',
  ],
  ['revenue the year before last', 'sales 2003'],
  ['sales 2 years ago', 'sales 2003'],
  ['sales the month before last', 'sales 2005-04'],
  ['Umsatz vorletztes Jahr', 'sales 2003'],
  [
    'which half of last yr was better, first or second',
    'sales compare 2004-07-01..2004-12-31 with 2004-01-01..2004-06-30',
  ],
  ['howd france do this yr vs last', 'sales compare this year with 2004 country:France'],
  ['¿quién nos compra más en Francia?', 'sales top-customers country:France'],
  ['custs w lifetime rev >150k: n', 'sales list:customers who(spent:>150000)'],
  // Before, it was how many of them bought each product.
  ['what do vips buy', 'sales measure:revenue by:product who(segment:vip)'],
  [
    'customers active in 2003 and 2004',
    'sales list:customers who(bought(period:2003) and bought(period:2004))',
  ],
  ['is france in our top 3 countries', 'sales measure:revenue country:France show:place'],
  [
    'rank of mini gifts among customers',
    'sales measure:revenue customer:"Mini Gifts Distributors Ltd." show:place',
  ],
  ['sales this quarter and last quarter', 'sales trend by quarter 2005-01-01..2005-06-30'],
  [
    'last year and this year by country',
    'sales measure:revenue by:year,country period:2004-01-01..2005-12-31',
  ],
  ['france in 2004 and the year before', 'sales trend by year 2003..2004 country:France'],
  ['planes 03 and 04', 'sales trend by year 2003..2004 product-line:Planes'],
  ['units oct nov and dec 2004, month by month', 'sales quantity trend by month 2004-Q4'],
  ['may so far against the same days in april', 'sales compare 2005-05 with 2005-04'],
  [
    'first 7 days of may 2005 against the 7 before',
    'sales compare 2005-05-01..2005-05-07 with 2005-04-24..2005-04-30',
  ],
  ['FY 03-04 (apr to mar)', 'sales 2003-04-01..2004-03-31'],
  ['last june', 'sales 2004-06'],
  // Before, they were all who bought in either.
  [
    'how many customers bought in both q1 and q2',
    'sales list:customers who(bought(period:2005-Q1) and bought(period:2005-Q2))',
  ],
  // Before, it was "1 customer" of each.
  ['customers who bought in january, february and march', 'sales by customer 2005-Q1'],
  [
    'how much of our turnover hangs on the top 10 customers',
    'sales measure:revenue by:customer top:10 show:share',
  ],
  ['how dependent are we on our nr 1 client, in %', 'sales measure:revenue by:customer top:1 show:share'],
  ['disputed orders, nr and dollars', 'sales measure:orders,revenue status:Disputed'],
  ['orders over 50000 - count n total', 'sales measure:orders,revenue order-total:>50000'],
  ['busiest month ever by units, need it for the rota', 'sales top-months by quantity'],
  ['at risk accounts, biggest spend first', 'sales list:customers top:10 who(segment:at-risk)'],
];
