import { type Day, isoOf, partsOf } from '../src/core/calendar/days.js';
import { writePrivateFile } from '../src/core/files/private-file.js';
import { csvText } from '../src/core/text/csv.js';
import { COUNTRIES, type Country, FIRMS, FIRST_NAMES, LAST_NAMES, PRODUCT_LINES } from './demo-catalogue.js';
import { SeededRandom } from './random.js';

const SEED = 20_040;
const CUSTOMERS = 400;
const DAYS = 3 * 365;
/** Above all that the export can come to. */
const FIRST_LATER_ORDER = 20_001;
/** Orders a day and active customer, before all that makes a customer order more or less. */
const BASE_RATE = 0.0178;

/** How a customer's interest goes over the years, as a factor on how often they order. */
type Course = (daysSinceJoining: number, daysToEnd: number) => number;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly country: Country;
  readonly city: string;
  readonly age: number;
  readonly income: number;
  readonly education: string;
  readonly joins: number;
  readonly rate: number;
  readonly basket: number;
  readonly course: Course;
}

/**
 * The rows of the demo shop's order export: some 400 customers, 6,000 orders and 15,000 lines in the three years to
 * `end`. The same for the same day on every machine. Customers join, slow down, leave and come back, so that
 * segments shift from week to week.
 */
export function demoRows(end: Day): Record<string, string | number>[] {
  const random = new SeededRandom(SEED);
  const people = makePeople(random);
  const rows: Record<string, string | number>[] = [];
  let number = 10_000;
  for (let offset = 0; offset < DAYS; offset++) {
    const day = end - DAYS + 1 + offset;
    const interest = season(day) * weekday(day);
    for (const person of people) {
      if (offset < person.joins) continue;
      const first = offset === person.joins;
      const likely = BASE_RATE * person.rate * interest * person.course(offset - person.joins, DAYS - offset);
      if (first || random.chance(likely)) rows.push(...makeOrder(random, person, day, end, ++number));
    }
  }
  return rows;
}

/**
 * Orders that are placed after the export ends, by the same customers.
 * @returns makes the next one, with the rows that the export would have of it
 */
export function laterOrders(): (day: Day) => Record<string, string | number>[] {
  const people = makePeople(new SeededRandom(SEED));
  const random = new SeededRandom(SEED + 1);
  let number = FIRST_LATER_ORDER;
  return day => makeOrder(random, random.pick(people), day, day, number++);
}

/** Writes the demo shop as a sales file, to be ingested like any other. */
export async function writeDemoShop(path: string, end: Day): Promise<void> {
  const rows = demoRows(end);
  const columns = Object.keys(rows[0] ?? {});
  await writePrivateFile(path, csvText([columns, ...rows.map(row => columns.map(column => row[column]))]));
}

/** A name that nobody has yet, with the next family name where it is taken: visitors should not meet two of a name. */
function freeName(first: string, last: string, names: Set<string>): string {
  let name = `${first} ${last}`;
  for (let i = LAST_NAMES.indexOf(last) + 1; names.has(name); i++)
    name = `${first} ${LAST_NAMES[i % LAST_NAMES.length]}`;
  names.add(name);
  return name;
}

function makePeople(random: SeededRandom): Person[] {
  const names = new Set<string>();
  return Array.from({ length: CUSTOMERS }, (_, i) => makePerson(random, i, names));
}

function makePerson(random: SeededRandom, index: number, names: Set<string>): Person {
  const country = random.weighted(COUNTRIES);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const isFirm = random.chance(0.12);
  const id = `C${String(1_000 + index)}`;
  return {
    id,
    name: freeName(isFirm ? random.pick(FIRMS) : first, last, names),
    email: `${id.toLowerCase()}@example.com`,
    country,
    city: random.pick(country.cities),
    age: Math.min(84, Math.max(19, Math.round(24 + random.next() * 34 + random.next() * 16))),
    income: Math.round((21_000 + random.next() ** 1.6 * 118_000) / 100) * 100,
    education: random.weighted(
      [
        { name: 'Secondary school', weight: 26 },
        { name: 'Vocational training', weight: 30 },
        { name: "Bachelor's degree", weight: 24 },
        { name: "Master's degree", weight: 16 },
        { name: 'Doctorate', weight: 4 },
      ].map(e => ({ ...e })),
    ).name,
    // Half were customers when the export begins; the others join over the three years.
    joins: index % 2 === 0 ? random.whole(0, 60) : random.whole(60, DAYS - 5),
    rate: (isFirm ? 1.6 : 0.5) + random.next() ** 3 * 2.4,
    basket: isFirm ? 2.2 : 1,
    course: makeCourse(random),
  };
}

function makeCourse(random: SeededRandom): Course {
  const kind = random.next();
  const turn = random.whole(120, 700);
  if (kind < 0.45) return () => 1;
  if (kind < 0.62) return since => Math.max(0.06, 1 - since / (turn * 1.4));
  if (kind < 0.8) return since => (since < turn ? 1.1 : 0.01);
  if (kind < 0.9) return (since, left) => (since < turn ? 1.1 : left < 45 + (turn % 90) ? 1.3 : 0.01);
  return since => Math.min(1.8, 0.4 + since / 500);
}

/** The year's course: quiet summers, a Christmas trade that peaks in late November and December. */
function season(day: Day): number {
  const { month, date } = partsOf(day);
  const byMonth = [0.85, 0.9, 1, 0.95, 0.92, 0.8, 0.72, 0.75, 1, 1.08, 1.5, 1.75][month - 1] as number;
  return month === 12 && date > 21 ? 0.5 : byMonth * (promotionOn(day) ? 1.25 : 1);
}

const weekday = (day: Day): number =>
  [1.15, 1.1, 1.05, 1.05, 0.95, 0.8, 0.9][partsOf(day).weekday - 1] as number;

/** Promotions of the year; a third of the orders in their time do not use them. */
function promotionOn(day: Day): string {
  const { month, date } = partsOf(day);
  if (month === 3 && date >= 15) return 'Spring Tasting';
  if (month === 7 && date <= 14) return 'Summer Sale';
  if (month === 11 && date >= 22) return 'Black Week';
  if (month === 12 && date <= 15) return 'Advent Box';
  return '';
}

function makeOrder(
  random: SeededRandom,
  person: Person,
  day: Day,
  end: Day,
  number: number,
): Record<string, string | number>[] {
  const promotion = random.chance(0.66) ? promotionOn(day) : '';
  const status = statusOf(random, end - day);
  const channel = random.weighted([
    { name: 'Web shop', weight: 70 },
    { name: 'Marketplace', weight: 20 },
    { name: 'Phone', weight: 10 },
  ]).name;
  const rating = random.chance(0.6)
    ? random.weighted([5, 5, 4, 4, 3, 2, 1].map((stars, i) => ({ stars, weight: 7 - i }))).stars
    : '';
  const lines = 1 + random.whole(0, 3);
  return Array.from({ length: lines }, (_, i) => {
    const productLine = random.weighted(PRODUCT_LINES);
    const at = Math.floor(random.next() ** 1.5 * productLine.products.length);
    const [product, price] = productLine.products[at] as readonly [string, number];
    const quantity = price > 100 ? 1 : Math.max(1, Math.round(person.basket * (1 + random.next() * 2.4)));
    const cents = Math.round(price * (promotion === '' ? 100 : 85));
    const amount = (cents * quantity) / 100;
    return {
      'Order ID': `A-${number}`,
      'Line Number': i + 1,
      'Order Date': isoOf(day),
      'Customer ID': person.id,
      'Customer Name': person.name,
      Email: person.email,
      Country: person.country.name,
      Region: person.country.region,
      City: person.city,
      'Product Code': `${productLine.name.slice(0, 2).toUpperCase()}-${String(at + 1).padStart(2, '0')}`,
      'Product Name': product,
      'Product Line': productLine.name,
      Quantity: quantity,
      'Unit Price': (cents / 100).toFixed(2),
      Amount: amount.toFixed(2),
      'Deal Size': amount < 25 ? 'Small' : amount < 90 ? 'Medium' : 'Large',
      Status: status,
      Promotion: promotion,
      Channel: channel,
      Rating: rating,
      Age: person.age,
      Income: person.income,
      Education: person.education,
      Language: person.country.language,
    };
  });
}

function statusOf(random: SeededRandom, daysAgo: number): string {
  const chance = random.next();
  if (chance < 0.02) return 'Cancelled';
  if (chance < 0.026) return 'Disputed';
  if (daysAgo <= 2) return 'In process';
  return daysAgo <= 6 ? 'Shipped' : 'Delivered';
}
