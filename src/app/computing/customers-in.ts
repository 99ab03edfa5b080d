import { maskedText } from '../../access/contacts.js';
import type { ShopView } from '../../answering/shop.js';
import { type Customer, customersCalledOneOf, nameToAsk } from '../../store/tables/customers.js';

/** Words of a text that are looked at, and of one name. */
const MOST_WORDS = 400;
const LONGEST_NAME = 7;
/** Customers that are offered. */
const MOST_CUSTOMERS = 3;
/** A number is most likely that of an order, a price or a year, unless it is said to be a customer's. */
const NUMBER = /^\d+$/;
const SAYS_CUSTOMER = /^(?:customer|client|kunde|kundin|cliente?)$/i;

/** A run of words of a text. */
interface Run {
  readonly text: string;
  readonly words: number;
}

/**
 * The customers whom a text names by their id or name, or by their e-mail address. Of names within names the
 * longest counts: "Euro Shopping Channel" is not Euro.
 */
export async function customersIn(
  text: string,
  withEmail: boolean,
  { store }: ShopView,
): Promise<{ readonly names: readonly string[] }> {
  const runs = runsOf(text);
  const found = await customersCalledOneOf(
    store,
    runs.map(run => run.text),
    withEmail,
  );
  const wordsOf = (customer: Customer) => Math.max(0, ...runs.filter(naming(customer)).map(run => run.words));
  const longest = Math.max(0, ...found.map(wordsOf));
  const names: string[] = [];
  for (const customer of found.filter(one => wordsOf(one) === longest).slice(0, MOST_CUSTOMERS))
    names.push(await calledFor(store, customer, withEmail));
  return { names };
}

/**
 * What to ask for a customer by. A shop may know customers by their e-mail address alone: who may not see
 * addresses, and knows the id, is not told the address.
 */
const calledFor = async (
  store: ShopView['store'],
  customer: Customer,
  withEmail: boolean,
): Promise<string> => {
  const name = await nameToAsk(store, customer);
  return withEmail || maskedText(name) === name ? name : customer.key;
};

const naming =
  ({ key, name, email }: Customer) =>
  ({ text }: Run): boolean =>
    [key, name, email ?? ''].some(called => called.toLowerCase() === text.toLowerCase());

/** All runs of words that may be a name, the punctuation around words left out, and with it. */
function runsOf(text: string): Run[] {
  const words = text
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, MOST_WORDS);
  const runs = new Map<string, Run>();
  for (const [i] of words.entries())
    for (let count = 1; count <= LONGEST_NAME && i + count <= words.length; count++) {
      const run = words.slice(i, i + count).join(' ');
      const isPlainNumber = NUMBER.test(trimmed(run)) && !SAYS_CUSTOMER.test(trimmed(words[i - 1] ?? ''));
      if (isPlainNumber) continue;
      for (const called of new Set([run, trimmed(run)]))
        if (called.length > 1) runs.set(called, { text: called, words: count });
    }
  return [...runs.values()];
}

const trimmed = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/, '');
