import { type Counter, countAll } from './counter.js';
import type { LineScope } from './line-scope.js';
import { PairSet } from './pair-set.js';
import type { Lines, Scan } from './scan.js';

/**
 * What each customer with at least one order has bought, column by column: position i of each is one
 * customer.
 */
export interface CustomerPurchases {
  readonly count: number;
  /** Ids, rising. */
  readonly customer: Int32Array;
  /** Days of the first and the last order. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Distinct orders; an order of returns alone is none. */
  readonly orders: Int32Array;
  /** Lines that are no returns. */
  readonly lines: Int32Array;
  /** Distinct days with an order; all 0 unless asked for. */
  readonly days: Int32Array;
  /** All lines, returns subtracted. Minor units. */
  readonly revenue: Float64Array;
  /** Customers with returns but no order, who are not among these. */
  readonly returnsOnly: number;
  readonly linesWithoutCustomer: number;
  /** Customers among these who are known from a file of customer summaries alone. */
  readonly fromSummaries: number;
}

/**
 * Adds up the orders up to and including a day by customer, of the lines that filters leave. An order is of
 * the first day and the customer of the lowest id on its lines, as in `orders`; all of its lines are of that
 * day.
 * @param highest the highest customer id there is
 */
export async function scanPurchases(
  scan: Scan,
  highest: number,
  { through, filters }: { readonly through: number; readonly filters: LineScope['filters'] },
  { withDays = false } = {},
): Promise<CustomerPurchases> {
  const sums = new CustomerSums(highest, withDays);
  const counter = new OrderCounter(through, (customer, day, revenue, sales) =>
    sums.add(customer, day, revenue, sales),
  );
  await countAll(scan, { filters }, [counter]);
  return sums.figures(counter.linesWithoutCustomer);
}

/**
 * The same as of each of several days, in one pass over the lines.
 * @param days rising
 * @param take is given the figures as of each day in turn, in arrays that the next day's overwrite
 */
export async function scanPurchasesAsOfEach(
  scan: Scan,
  highest: number,
  days: readonly number[],
  { withDays = false },
  take: (figures: CustomerPurchases, day: number) => Promise<void> | void,
): Promise<void> {
  const last = days.at(-1) ?? 0;
  const sums = new CustomerSums(highest, withDays);
  // Orders up to the first day count on every day, and need not be buffered.
  const orders = days.map((_, i) => (i === 0 ? sums : new OrderBuffer()));
  const counter = new OrderCounter(last, (customer, day, revenue, sales) => {
    let at = 0;
    while (day > (days[at] as number)) at++;
    orders[at]?.add(customer, day, revenue, sales);
  });
  await countAll(scan, { filters: [] }, [counter]);
  const arrays = new Map<string, Int32Array | Float64Array>();
  for (const [i, day] of days.entries()) {
    const more = orders[i];
    if (more instanceof OrderBuffer) more.moveTo(sums);
    await take(sums.figures(0, arrays), day);
  }
}

type TakeOrder = (customer: number, day: number, revenue: number, sales: number) => void;

const ORDERS_IN_BLOCK = 16_384;

/** Orders in blocks of columns: a million of them take no more memory than their numbers. */
class OrderBuffer {
  #blocks: { customers: Int32Array; days: Int32Array; revenues: Float64Array; sales: Int32Array }[] = [];
  #inLast = ORDERS_IN_BLOCK;

  add(customer: number, day: number, revenue: number, sales: number): void {
    if (this.#inLast === ORDERS_IN_BLOCK) {
      const numbers = () => new Int32Array(ORDERS_IN_BLOCK);
      const revenues = new Float64Array(ORDERS_IN_BLOCK);
      this.#blocks.push({ customers: numbers(), days: numbers(), revenues, sales: numbers() });
      this.#inLast = 0;
    }
    const block = this.#blocks[this.#blocks.length - 1];
    if (!block) return;
    const at = this.#inLast++;
    block.customers[at] = customer;
    block.days[at] = day;
    block.revenues[at] = revenue;
    block.sales[at] = sales;
  }

  /** Adds all of them up, and drops them. */
  moveTo(sums: CustomerSums): void {
    for (const [b, { customers, days, revenues, sales }] of this.#blocks.entries()) {
      const count = b < this.#blocks.length - 1 ? ORDERS_IN_BLOCK : this.#inLast;
      for (let i = 0; i < count; i++)
        sums.add(customers[i] as number, days[i] as number, revenues[i] as number, sales[i] as number);
    }
    this.#blocks = [];
  }
}

/** Makes orders of lines: the customer, the first day, the sum of its lines, and how many are not returns. */
class OrderCounter implements Counter {
  readonly columns = ['order', 'customer', 'day', 'amount', 'isReturn'] as const;
  linesWithoutCustomer = 0;

  constructor(
    private readonly through: number,
    private readonly takeOrder: TakeOrder,
  ) {}

  take(lines: Lines): void {
    const [orders, customers, days] = [lines.column('order'), lines.column('customer'), lines.column('day')];
    const [amounts, isReturn] = [lines.column('amount'), lines.column('isReturn')];
    for (let from = 0; from < orders.length; ) {
      let to = from;
      let [buyer, day, sum, sales, without] = [0, LATEST, 0, 0, 0];
      const order = orders[from];
      for (; to < orders.length && orders[to] === order; to++) {
        const customer = customers[to] as number;
        if (customer === 0) without++;
        else if (buyer === 0 || customer < buyer) buyer = customer;
        if ((days[to] as number) < day) day = days[to] as number;
        sum += amounts[to] as number;
        if (isReturn[to] === 0) sales++;
      }
      if (day <= this.through) {
        this.linesWithoutCustomer += without;
        if (buyer > 0) this.takeOrder(buyer, day, sum, sales);
      }
      from = to;
    }
  }
}

/** Sums of orders by customer. */
class CustomerSums {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #orders: Int32Array;
  readonly #lines: Int32Array;
  readonly #days: Int32Array;
  readonly #revenue: Float64Array;
  readonly #isSeen: Uint8Array;
  readonly #daySeen: PairSet | undefined;

  constructor(highest: number, withDays: boolean) {
    const numbers = () => new Int32Array(highest + 1);
    this.#first = numbers().fill(LATEST);
    this.#last = numbers();
    this.#orders = numbers();
    this.#lines = numbers();
    this.#days = numbers();
    this.#revenue = new Float64Array(highest + 1);
    this.#isSeen = new Uint8Array(highest + 1);
    this.#daySeen = withDays ? new PairSet() : undefined;
  }

  add(customer: number, day: number, revenue: number, sales: number): void {
    this.#isSeen[customer] = 1;
    this.#revenue[customer] = (this.#revenue[customer] as number) + revenue;
    if (sales === 0) return;
    const isFirst = this.#orders[customer] === 0;
    this.#orders[customer] = (this.#orders[customer] as number) + 1;
    this.#lines[customer] = (this.#lines[customer] as number) + sales;
    if (isFirst || day < (this.#first[customer] as number)) this.#first[customer] = day;
    if (isFirst || day > (this.#last[customer] as number)) this.#last[customer] = day;
    if (this.#daySeen?.add(day + DAYS_BEFORE_1970, customer))
      this.#days[customer] = (this.#days[customer] as number) + 1;
  }

  /** @param arrays of an earlier day, to write into */
  figures(linesWithoutCustomer: number, arrays?: Map<string, Int32Array | Float64Array>): CustomerPurchases {
    let count = 0;
    let returnsOnly = 0;
    for (let id = 1; id < this.#orders.length; id++) {
      if ((this.#orders[id] as number) > 0) count++;
      else returnsOnly += this.#isSeen[id] as number;
    }
    const array = <T extends Int32Array | Float64Array>(name: string, make: (length: number) => T): T => {
      if (!arrays) return make(count);
      if (!arrays.has(name)) arrays.set(name, make(this.#orders.length));
      return (arrays.get(name) as T).subarray(0, count) as T;
    };
    const customer = array('customer', numbersOf);
    for (let id = 1, i = 0; i < count; id++) if ((this.#orders[id] as number) > 0) customer[i++] = id;
    const some = (name: string, all: Int32Array): Int32Array => {
      const own = array(name, numbersOf);
      for (let i = 0; i < count; i++) own[i] = all[customer[i] as number] as number;
      return own;
    };
    const revenue = array('revenue', length => new Float64Array(length));
    for (let i = 0; i < count; i++) revenue[i] = this.#revenue[customer[i] as number] as number;
    return {
      count,
      customer,
      firstDay: some('firstDay', this.#first),
      lastDay: some('lastDay', this.#last),
      orders: some('orders', this.#orders),
      lines: some('lines', this.#lines),
      days: some('days', this.#days),
      revenue,
      returnsOnly,
      linesWithoutCustomer,
      fromSummaries: 0,
    };
  }
}

const numbersOf = (length: number): Int32Array => new Int32Array(length);
const LATEST = 2 ** 31 - 1;
/** A pair's first number is not below zero. */
const DAYS_BEFORE_1970 = 2 ** 25;
