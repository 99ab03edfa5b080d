import { SeededRandom } from '../../seeds/random.js';

/** An order line as the file has it. */
export interface PlainLine {
  readonly order: string;
  readonly date: string;
  /** `C3`; empty where nobody is named. */
  readonly customer: string;
  readonly country: string;
  readonly status: string;
  readonly category: string;
  readonly product: string;
  readonly rating: string;
  /** Below zero in a return. */
  readonly quantity: number;
  readonly cents: number;
  readonly isReturn: boolean;
  /** Cents beside the revenue; null where the file's cell is empty. */
  readonly discount: number | null;
  readonly tax: number | null;
  readonly shipping: number | null;
  readonly tip: number | null;
  readonly cost: number | null;
}

type Beside = Pick<PlainLine, 'discount' | 'tax' | 'shipping' | 'tip' | 'cost'>;

/** Of some lines all, of others none; below zero in a return, as its amount is. */
function besideOf(random: SeededRandom, isReturn: boolean): Beside {
  const some = (percent: number, most: number): number | null => {
    const size = random.whole(0, most) * (isReturn ? -1 : 1) + 0;
    return random.whole(1, 100) <= percent ? size : null;
  };
  const isPlain = random.whole(1, 100) <= 20;
  const parts = {
    discount: some(50, 900),
    tax: some(80, 2_500),
    shipping: some(75, 700),
    tip: some(75, 300),
    cost: some(70, 9_000),
  };
  return isPlain ? { discount: null, tax: null, shipping: null, tip: null, cost: null } : parts;
}

/** All random shops sell from the first to the last of these days, on both. */
export const FIRST_DAY = '2025-10-01';
export const LAST_DAY = '2026-02-28';
/** The clock of random shops; segments are as of this day unless a query says otherwise. */
export const TODAY = '2026-03-01';

export const COUNTRIES = ['France', 'Spain', 'South Korea', ''] as const;
export const STATUSES = ['Shipped', 'Shipped', 'Cancelled', 'Canceled by customer', 'On Hold', ''] as const;
/** The last product has no category. */
export const PRODUCTS = [
  ['Tea', 'Drinks'],
  ['Coffee', 'Drinks'],
  ['Soap, mild', 'Bath'],
  ['Sponge', 'Bath'],
  ['Cup 1', 'Kitchen'],
  ['Gift', ''],
] as const;
export const CUSTOMERS = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const;

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * A shop of some twenty orders: several lines an order, lines of one order on two days, returns, orders of
 * returns alone, customers who only returned something, lines without a customer, country, status, category
 * or rating, equal amounts, and amounts of nothing.
 */
export function randomShop(seed: number): PlainLine[] {
  const random = new SeededRandom(seed);
  const beside = new SeededRandom(seed + 1_000);
  const pick = <T>(from: readonly T[]): T => from[random.whole(0, from.length - 1)] as T;
  const chance = (percent: number) => random.whole(1, 100) <= percent;
  const [first, last] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];
  const lines: PlainLine[] = [];
  const count = random.whole(14, 30);
  for (let i = 0; i < count; i++) {
    const isFixed = i < 2;
    const day = i === 0 ? first : i === 1 ? last : random.whole(first, last);
    const onlyReturns = !isFixed && chance(12);
    // The first orders have everything that filters name.
    const given = i >= 2 && i < 2 + CUSTOMERS.length;
    const head = {
      order: `A${100 + i}`,
      customer: given ? (CUSTOMERS[i - 2] ?? '') : chance(15) ? '' : pick(CUSTOMERS),
      country: given ? (COUNTRIES[i % COUNTRIES.length] ?? '') : pick(COUNTRIES),
      status: given ? (STATUSES[i % STATUSES.length] ?? '') : pick(STATUSES),
    };
    for (let n = random.whole(1, 4); n > 0; n--) {
      const [product, category] = (given && n === 1 && PRODUCTS[i - 2]) || pick(PRODUCTS);
      const isReturn = onlyReturns || (n > 1 && chance(15));
      const cents = chance(4) && !isReturn ? 0 : chance(40) ? 1_000 : random.whole(1, 20_000);
      const quantity = random.whole(1, 9);
      lines.push({
        ...head,
        date: dateOf(chance(8) && !isFixed ? Math.min(last, day + random.whole(1, 40)) : day),
        product,
        category,
        rating: chance(30) ? '' : String(random.whole(1, 5)),
        quantity: isReturn ? -quantity : quantity,
        cents: isReturn ? -cents : cents,
        isReturn,
        ...besideOf(beside, isReturn),
      });
    }
  }
  return lines;
}

/** The file of a shop, and what its columns are: nothing about it is to be guessed. */
export function fileOf(lines: readonly PlainLine[]): string {
  const header =
    'Order,Line,Date,Customer,Customer Name,Country,Status,Category,Product,Rating,Quantity,' +
    'Gross,Discount,Net sales,Tax,Shipping,Tip,Total cost\n';
  const money = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2));
  const rows = lines.map((line, i) =>
    [
      line.order,
      i + 1,
      line.date,
      line.customer,
      line.customer === '' ? '' : `Name ${line.customer.slice(1)}`,
      line.country,
      line.status,
      line.category,
      `"${line.product}"`,
      line.rating,
      line.quantity,
      money(line.cents + (line.discount ?? 0)),
      money(line.discount),
      money(line.cents),
      money(line.tax),
      money(line.shipping),
      money(line.tip),
      money(line.cost),
    ].join(','),
  );
  return `${header}${rows.join('\n')}\n`;
}

export const COLUMNS = [
  'Order=orderId',
  'Line=lineNumber',
  'Date=date',
  'Customer=customerId',
  'Customer Name=customerName',
  'Country=country',
  'Status=status',
  'Category=category',
  'Product=productName',
  'Rating=rating',
  'Quantity=quantity',
  'Net sales=amount',
] as const;
