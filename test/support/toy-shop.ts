import { SeededRandom } from '../../seeds/random.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';

/**
 * Places as toy wholesalers have them: Singapore is a city and a country, Japan a territory and a country.
 */
const PLACES = [
  ['USA', 'NYC', 'NA'],
  ['USA', 'San Rafael', 'NA'],
  ['France', 'Nantes', 'EMEA'],
  ['France', 'Paris', 'EMEA'],
  ['Spain', 'Madrid', 'EMEA'],
  ['UK', 'London', 'EMEA'],
  ['Germany', 'Munich', 'EMEA'],
  ['Singapore', 'Singapore', 'Japan'],
  ['Japan', 'Tokyo', 'Japan'],
  ['Australia', 'Melbourne', 'APAC'],
] as const;
const CUSTOMERS = [
  'Euro Shopping Channel',
  'Mini Gifts Distributors Ltd.',
  'La Rochelle Gifts',
  'Land of Toys Inc.',
  'Muscle Machine Inc',
  'Danish Wholesale Imports',
  'Souveniers And Things Co.',
  'Rovelli Gifts',
  'Salzburg Collectables',
  'Dragon Souveniers, Ltd.',
] as const;
const LINES = [
  'Classic Cars',
  'Vintage Cars',
  'Motorcycles',
  'Trucks and Buses',
  'Planes',
  'Ships',
  'Trains',
] as const;
const STATUSES = ['Shipped', 'Shipped', 'Shipped', 'Shipped', 'Cancelled', 'On Hold', 'Disputed'] as const;
const PROMOTIONS = ['', '', '', 'SPRING10', 'SUMMER'] as const;

export const TOY_SHOP = { from: '2003-01-06', to: '2005-05-31', lines: 1_400 } as const;

/** A made-up toy wholesaler's sales from January 2003 to May 2005, the same on every run. */
export function toyShop(): string {
  const random = new SeededRandom(42);
  const pick = <T>(from: readonly T[]): T => from[random.whole(0, from.length - 1)] as T;
  const [first, last] = [dayFromIso(TOY_SHOP.from) as number, dayFromIso(TOY_SHOP.to) as number];
  const rows: string[] = [];
  for (let order = 0; rows.length < TOY_SHOP.lines; order++) {
    const day = order === 0 ? first : order === 1 ? last : random.whole(first, last);
    const customer = random.whole(0, CUSTOMERS.length - 1);
    const [country, city, territory] = PLACES[customer] as (typeof PLACES)[number];
    const status = pick(STATUSES);
    const promotion = pick(PROMOTIONS);
    const hour = String(random.whole(8, 19)).padStart(2, '0');
    for (let line = random.whole(1, 7); line > 0 && rows.length < TOY_SHOP.lines; line--) {
      const quantity = random.whole(10, 60);
      const cents = random.whole(2_000, 15_000);
      const size = quantity * cents < 300_000 ? 'Small' : quantity * cents < 700_000 ? 'Medium' : 'Large';
      rows.push(
        [
          10_000 + order,
          `${isoOf(day)} ${hour}:15`,
          `"${CUSTOMERS[customer]}"`,
          country,
          city,
          territory,
          pick(LINES),
          `S${random.whole(10, 49)}`,
          size,
          status,
          promotion,
          random.whole(1, 5),
          quantity,
          (cents / 100).toFixed(2),
        ].join(','),
      );
    }
  }
  const header =
    'Order Number,Order Date,Customer Name,Country,City,Territory,Product Line,Product Code,Deal Size,Status,Promotion,Rating,Quantity,Unit Price';
  return `${header}\n${rows.join('\n')}\n`;
}
