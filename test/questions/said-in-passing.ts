/** What owners say in passing, with greetings, reasons and slips, and the question it must become. */
export const IN_PASSING: readonly (readonly [text: string, question: string])[] = [
  ['which customers will leave', 'segment customers risk'],
  ['who might we lose', 'segment customers risk'],
  ['retention by month', 'sales cohorts'],
  ['retention each quarter', 'sales cohorts by quarter'],
  ['what sells together', 'sales together'],
  ['what is a typical customer worth to us', 'sales measure:revenue-per-customer'],
  ['which country took more money', 'sales top-countries'],
  ['planes or ships?', 'sales by product-line product-line:Planes,Ships'],
  ['how big is each segment', 'segment'],
  ['who spends over 5k', 'sales list:customers who(spent:>5000)'],
  ['how many customers came just once and never again', 'sales list:customers who(orders:1..1)'],
  ['favourite product line of customers in france', 'sales top-product-lines country:France'],
  ['list the cancelled orders', 'sales list:orders status:Cancelled'],
  ['are planes our best selling product line', 'sales top-product-lines 10'],
  ['ships share 2004', 'sales measure:revenue period:2004 product-line:Ships part-of:product-line'],
  ['why did feb 2005 drop so much compared to december', 'sales why 2005-02 vs 2004-12'],
  ['forecast for christmas', 'sales forecast period:2005-12'],
  ['will we hit 5 mil in 2005', 'sales forecast period:2005 goal:5000000'],
  ['grwoth 2004 over 2003', 'sales compare 2004 with 2003'],
  ['median ordr size', 'sales measure:median-order'],
  [
    'Hi, sorry to bother you again, but what is our revenue by country in 2004? I need it for the board.',
    'sales by country 2004',
  ],
  [
    'Morning! Quick one for the board deck: how many different customers have ever bought trains from us?',
    'sales customers total product-line:Trains',
  ],
  ['We may open an office there, so how much did we sell in france in 2004?', 'sales 2004 country:France'],
];

/** What must not be answered without what stands around it, and a part of what is said then. */
export const NOT_CUT_OFF: readonly (readonly [text: string, message: string])[] = [
  ['everything but cars', '"cars" matches 2 values: Classic Cars, Vintage Cars.'],
  ['sales 2004 but no unicorns', 'Without "unicorns" it asks for "Revenue, 2004".'],
  ['revenue by country: widgets', 'Without "widgets" it asks for "Revenue by country".'],
  [
    'Zorbing matters to us. Please ignore france. revenue 2004',
    'Without "zorbing", "matters", "ignore" it asks for',
  ],
  ['How many orders in 2004? And what about zorbing in 2003?', 'names several periods'],
  ['what was revenue in 2004? and which zorbs did they buy?', 'Without "zorbs" it asks for "Revenue, 2004".'],
  ["france's share of all non-usa sales", 'I cannot tell a share of what is left without others.'],
  ['forecast for summer', 'Whole days, weeks and months are forecast'],
];
