import type { GroupingField } from '../../answering/grouping-fields.js';
import { CUSTOMER } from '../../answering/grouping-fields.js';
import { allowedTypos, singularOf, type Token } from '../../core/text/normal-text.js';
import { typos } from '../../core/text/typos.js';
import { memoizedPerTransaction } from '../../store/engine/memoize.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { highestCustomer } from '../../store/tables/customers.js';
import { listAllValues } from '../../store/tables/dimensions.js';
import {
  customersWithNames,
  firstCustomers,
  type NamedCustomer,
} from '../../store/tables/named-customers.js';
import type { FoundValue } from '../lexicon/lexicon.js';
import { isWordByWord } from '../lexicon/lexicon.js';
import { endsOf, type Named, NamedValues } from './named-values.js';

/** What people call a country besides the name that a file gives it. */
const SAME: readonly (readonly string[])[] = [
  [
    'usa',
    'united states',
    'united states of america',
    'america',
    'u s a',
    'u s',
    'us',
    'the us',
    'the states',
    'eeuu',
    'ee uu',
    'etats unis',
    'vereinigte staaten',
    'american',
    'americans',
  ],
  ['uk', 'united kingdom', 'great britain', 'britain', 'gb', 'u k', 'england', 'british', 'the british'],
  ['uae', 'united arab emirates'],
  ['netherlands', 'the netherlands', 'holland', 'dutch', 'niederlande', 'pays bas', 'paises bajos'],
  ['germany', 'deutschland', 'german', 'germans', 'allemagne', 'alemania'],
  ['france', 'french', 'francia', 'frankreich', 'francais', 'francaise'],
  ['italy', 'italian', 'italians', 'italien', 'italie', 'italia'],
  ['sweden', 'swedish', 'swedes', 'schweden', 'suede', 'suecia'],
  ['norway', 'norwegian', 'norwegians', 'norwegen', 'norvege', 'noruega'],
  ['denmark', 'danish', 'danes', 'danemark', 'dinamarca'],
  ['finland', 'finnish', 'finns', 'finnland', 'finlande', 'finlandia'],
  ['australia', 'australian', 'australians', 'australien', 'australie'],
  ['japan', 'japanese', 'japon'],
  ['canada', 'canadian', 'canadians', 'kanada'],
  ['belgium', 'belgian', 'belgians', 'belgien', 'belgique', 'belgica'],
  ['portugal', 'portuguese'],
  ['poland', 'polish', 'polen', 'pologne', 'polonia'],
  ['eire', 'ireland', 'republic of ireland'],
  ['south korea', 'korea', 'republic of korea'],
  ['czechia', 'czech republic'],
  ['russia', 'russian federation'],
  ['switzerland', 'schweiz', 'suisse', 'swiss', 'suiza'],
  ['austria', 'osterreich', 'austrian', 'austrians', 'autriche'],
  ['spain', 'espana', 'spanish', 'spaniards', 'spanien', 'espagne'],
  ['canceled', 'cancelled'],
  ['female', 'females', 'woman', 'women', 'f'],
  ['male', 'males', 'man', 'men', 'm'],
];

/** The states of the USA, whose files mostly hold their two letters. */
const STATES = `AL Alabama,
  AK Alaska,
  AZ Arizona,
  AR Arkansas,
  CA California,
  CO Colorado,
  CT Connecticut,
  DE Delaware,
  FL Florida,
  GA Georgia,
  HI Hawaii,
  ID Idaho,
  IL Illinois,
  IN Indiana,
  IA Iowa,
  KS Kansas,
  KY Kentucky,
  LA Louisiana,
  ME Maine,
  MD Maryland,
  MA Massachusetts,
  MI Michigan,
  MN Minnesota,
  MS Mississippi,
  MO Missouri,
  MT Montana,
  NE Nebraska,
  NV Nevada,
  NH New Hampshire,
  NJ New Jersey,
  NM New Mexico,
  NY New York,
  NC North Carolina,
  ND North Dakota,
  OH Ohio,
  OK Oklahoma,
  OR Oregon,
  PA Pennsylvania,
  RI Rhode Island,
  SC South Carolina,
  SD South Dakota,
  TN Tennessee,
  TX Texas,
  UT Utah,
  VT Vermont,
  VA Virginia,
  WA Washington,
  WV West Virginia,
  WI Wisconsin,
  WY Wyoming`;

/** The other names of each name. */
const SAME_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...SAME,
    ...STATES.split(',').map(state => {
      const [letters = '', ...name] = state.trim().toLowerCase().split(' ');
      return [letters, name.join(' ')];
    }),
  ].flatMap(names => names.map(name => [name, names] as const)),
);

/** Words that stand in many names, and say nothing of them alone. */
const COMMON: ReadonlySet<string> = new Set(
  `high low north south east west northern southern eastern western great little upper lower middle
  from free single`.split(/\s+/),
);

/** Of these there are so many that a single word means little. */
const MANY: ReadonlySet<string> = new Set(['customer', 'product']);

/**
 * Customers are looked up by whole names where there are more than these: comparing each would take too long.
 */
const MOST_CUSTOMERS = 20_000;

/** The values that a text can name: of all dimensions, and customers. */
export class ValueIndex {
  #budget = BUDGET;

  private constructor(private readonly parts: readonly NamedValues[]) {}

  /**
   * @param dimensions what sales can be broken down by
   * @param tokens the words of the question: of very many customers only those are looked up whose names
   * stand in it
   */
  static async of(
    store: StoreReader,
    dimensions: readonly GroupingField[],
    tokens: readonly Token[],
  ): Promise<ValueIndex> {
    // A question is read in several ways, and what it offers to ask next is read as well.
    const all = await memoizedPerTransaction(store, 'named values', () => valuesOf(store, dimensions));
    if (all.hasCustomers) return new ValueIndex([all.values]);
    return new ValueIndex([all.values, new NamedValues(asValues(await customersCalled(store, tokens)))]);
  }

  /**
   * The values called exactly so, in any dimension; also in the plural or singular, and countries by other
   * names.
   */
  exact(phrase: string): FoundValue[] {
    const own = this.#called(phrase);
    if (own.length > 0) return own;
    // "mas" is no plural of the state MA.
    const forms = [
      ...(phrase.length > 3 ? [singularOf(phrase)] : []),
      `${phrase}s`,
      `${phrase}es`,
      ...(SAME_NAMES.get(phrase) ?? []),
    ];
    const found = forms.flatMap(form => this.#called(form));
    return [...new Set(found)];
  }

  #called(name: string): Named[] {
    return this.parts.flatMap(part => part.called(name));
  }

  /** The values whose name holds all of these words. */
  holding(words: readonly string[]): FoundValue[] {
    const of = (word: string) =>
      [word, singularOf(word), `${word}s`].flatMap(form => this.parts.flatMap(part => part.withWord(form)));
    const [first, ...others] = words;
    let found = new Set(of(first ?? ''));
    for (const word of others) {
      const also = new Set(of(word));
      found = new Set([...found].filter(value => also.has(value)));
    }
    // One word of many names of products or customers is no name of one of them.
    const [only] = words.length === 1 ? words : [];
    if (only !== undefined && (only.length < 4 || COMMON.has(only))) return [];
    return [...found].filter(value => words.length > 1 || !MANY.has(value.field.key));
  }

  /**
   * The values whose name is a misspelling away. Only names that begin or end alike are compared, and for a
   * text of many unknown words in a large store only so many: a question must not hold up others.
   */
  near(phrase: string): FoundValue[] {
    let least = allowedTypos(phrase.length);
    let best: Named[] = [];
    if (least === 0) return [];
    const singular = singularOf(phrase);
    for (const { name, value } of this.#alike(phrase, least)) {
      if (this.#budget-- <= 0) return [];
      const far = Math.min(typos(phrase, name), typos(singular, name));
      // "unmarried" is no misspelling.
      if (far > least || !isWordByWord(phrase, name) || phrase.endsWith(name)) continue;
      if (far < least) best = [];
      least = far;
      best.push(value);
    }
    return [...new Set(best)];
  }

  *#alike(phrase: string, typosAllowed: number): Generator<{ name: string; value: Named }> {
    for (let length = phrase.length - typosAllowed; length <= phrase.length + typosAllowed; length++)
      for (const key of endsOf(phrase, length)) for (const part of this.parts) yield* part.alike(key);
  }
}

/** Names that one question may be compared with. */
const BUDGET = 300_000;

/** The values of all dimensions, and all customers of a small shop. */
async function valuesOf(
  store: StoreReader,
  dimensions: readonly GroupingField[],
): Promise<{ readonly values: NamedValues; readonly hasCustomers: boolean }> {
  const byDimension = new Map(
    dimensions.flatMap(d => (d.by.kind === 'dimension' ? [[d.by.dimension.id, d] as const] : [])),
  );
  const values: FoundValue[] = [];
  for (const { id, dimensionId, value, label } of await listAllValues(store)) {
    const field = byDimension.get(dimensionId);
    // Hours are numbers, which stand for other things in a question.
    if (field && field.key !== 'hour') values.push({ field, id, value, label });
  }
  const hasCustomers = (await highestCustomer(store)) <= MOST_CUSTOMERS;
  if (hasCustomers) values.push(...asValues(await firstCustomers(store, MOST_CUSTOMERS)));
  return { values: new NamedValues(values), hasCustomers };
}

const asValues = (customers: readonly NamedCustomer[]): FoundValue[] =>
  customers.map(({ id, value, label }) => ({ field: CUSTOMER, id, value, label }));

/** Of a large shop's customers those that are called exactly like some words of the question. */
async function customersCalled(
  store: StoreReader,
  tokens: readonly Token[],
): Promise<readonly NamedCustomer[]> {
  const phrases = tokens.flatMap((_, i) =>
    Array.from({ length: LONGEST_NAME }, (_none, n) =>
      tokens
        .slice(i, i + n + 1)
        .map(t => t.text)
        .join(' '),
    ),
  );
  return customersWithNames(store, [...new Set(phrases)]);
}

/** The longest name of a value that is looked for, in words. */
export const LONGEST_NAME = 8;
