import type { GroupingField } from '../../answering/grouping-fields.js';
import { CUSTOMER } from '../../answering/grouping-fields.js';
import { allowedTypos, normal, singularOf, type Token } from '../../core/text/normal-text.js';
import { typos } from '../../core/text/typos.js';
import { memoizedByDataVersion } from '../../store/engine/memoize.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { highestCustomer } from '../../store/tables/customers.js';
import { listAllValues } from '../../store/tables/dimensions.js';
import {
  customersWithNames,
  firstCustomers,
  type NamedCustomer,
} from '../../store/tables/named-customers.js';
import { COMMON_WORDS } from '../lexicon/common-words.js';
import { FILLERS } from '../lexicon/english.js';
import type { FoundValue } from '../lexicon/lexicon.js';
import { isWordByWord } from '../lexicon/lexicon.js';
import { otherNames } from '../lexicon/places.js';

/** Words that stand in many names, and say nothing of them alone. */
const COMMON: ReadonlySet<string> = new Set(
  `high low north south east west northern southern eastern western great little upper lower middle
  from free single`.split(/\s+/),
);

/** Of these there are so many that a single word means little. */
const MANY: ReadonlySet<string> = new Set(['product', 'customer']);

/**
 * Customers are looked up by whole names where there are more than these: comparing each would take too long.
 */
const MOST_CUSTOMERS = 20_000;

interface Named extends FoundValue {
  /** Value and label as they are compared. */
  readonly names: readonly string[];
}

/** Values by their names. Shared by all questions about the same data. */
class NameTable {
  readonly #byName = new Map<string, Named[]>();
  readonly #byWord = new Map<string, Named[]>();
  readonly #all: Named[] = [];
  #ends: Map<string, { readonly name: string; readonly value: Named }[]> | undefined;

  add(value: FoundValue): void {
    const names = [...new Set([value.value, value.label ?? ''].map(normal).filter(n => n !== ''))];
    const named = { ...value, names };
    this.#all.push(named);
    for (const name of names) {
      put(this.#byName, name, named);
      for (const word of new Set(name.split(' '))) if (word.length > 1) put(this.#byWord, word, named);
    }
  }

  called = (name: string): readonly Named[] => this.#byName.get(name) ?? [];
  withWord = (word: string): readonly Named[] => this.#byWord.get(word) ?? [];

  /** The values of a field in whose names a text stands. */
  including = (text: string, key: string): readonly Named[] =>
    this.#all.filter(v => v.field.key === key && v.names.some(name => name.includes(text)));

  /** Names that begin or end alike and are about as long. */
  *alike(phrase: string, typosAllowed: number): Generator<{ name: string; value: Named }> {
    this.#ends ??= this.#byEnds();
    for (let length = phrase.length - typosAllowed; length <= phrase.length + typosAllowed; length++)
      for (const key of endsOf(phrase, length)) yield* this.#ends.get(key) ?? [];
  }

  #byEnds() {
    const ends = new Map<string, { readonly name: string; readonly value: Named }[]>();
    for (const value of this.#all)
      for (const name of new Set([...value.names, ...withoutBrackets(value)]))
        for (const key of endsOf(name, name.length)) {
          const known = ends.get(key);
          if (known) known.push({ name, value });
          else ends.set(key, [{ name, value }]);
        }
    return ends;
  }
}

/** The values that a text can name: of all dimensions, and customers. */
export class ValueIndex {
  #budget = BUDGET;

  private constructor(private readonly tables: readonly NameTable[]) {}

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
    const isLarge = (await highestCustomer(store)) > MOST_CUSTOMERS;
    const all = await memoizedByDataVersion(store, 'names of values', async () => {
      const table = new NameTable();
      const byDimension = new Map(
        dimensions.flatMap(d => (d.by.kind === 'dimension' ? [[d.by.dimension.id, d] as const] : [])),
      );
      for (const { id, dimensionId, value, label } of await listAllValues(store)) {
        const field = byDimension.get(dimensionId);
        // Hours are numbers, which stand for other things in a question.
        if (field && field.key !== 'hour') table.add({ field, id, value, label });
      }
      if (!isLarge)
        for (const customer of await firstCustomers(store, MOST_CUSTOMERS))
          table.add({ field: CUSTOMER, ...customer });
      return table;
    });
    if (!isLarge) return new ValueIndex([all]);
    const named = new NameTable();
    for (const { id, value, label } of await customersNamedIn(store, tokens))
      named.add({ field: CUSTOMER, id, value, label });
    return new ValueIndex([all, named]);
  }

  #called = (name: string): readonly Named[] => this.tables.flatMap(table => table.called(name));

  /**
   * The values called exactly so, in any dimension; also in the plural or singular, and countries by other
   * names.
   */
  exact(phrase: string): FoundValue[] {
    const own = this.#called(phrase);
    if (own.length > 0) return [...own];
    // "mas" is no plural of the state MA.
    const forms = [
      ...(phrase.length > 3 ? [singularOf(phrase)] : []),
      `${phrase}s`,
      `${phrase}es`,
      ...otherNames(phrase),
    ];
    const found = forms.flatMap(this.#called);
    return [...new Set(found)];
  }

  /** The values whose name holds all of these words. */
  holding(words: readonly string[]): FoundValue[] {
    const of = (word: string) =>
      [word, singularOf(word), `${word}s`].flatMap(form =>
        this.tables.flatMap(table => table.withWord(form)),
      );
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
   * The products, or else customers, in whose names these words stand behind each other, and the form in
   * which all of them have the last one: "kettles" is "kettle" in "Electric Kettle".
   */
  namedWith(words: readonly string[]): { readonly part: string; readonly values: FoundValue[] } | undefined {
    const last = words.at(-1) ?? '';
    if (words.length === 1 && (last.length < 4 || COMMON.has(last))) return undefined;
    const forms = new Set([singularOf(last), last, `${last}s`].filter(form => form.length > 2));
    const parts = [...forms].map(form => [...words.slice(0, -1), form].join(' '));
    for (const key of MANY) {
      const found = this.tables.flatMap(table => [...forms].flatMap(form => table.withWord(form)));
      const isNamed = parts.filter(part =>
        found.some(v => v.field.key === key && v.names.some(name => ` ${name} `.includes(` ${part} `))),
      );
      const part = isNamed.sort((a, b) => a.length - b.length)[0];
      if (part === undefined) continue;
      const values = this.tables.flatMap(table => table.including(part, key));
      return { part, values: [...new Set(values)] };
    }
    return undefined;
  }

  /** The customers with this word in their names, at most so many; none in a shop with very many. */
  customersWith(word: string): FoundValue[] {
    if (COMMON.has(word)) return [];
    const found = this.tables.flatMap(table => table.withWord(word));
    return [...new Set(found)].filter(value => value.field.key === 'customer');
  }

  /**
   * The values whose name is a misspelling away. Only names that begin or end alike are compared, and for a
   * text of many unknown words in a large store only so many: a question must not hold up others.
   */
  near(phrase: string): FoundValue[] {
    let least = allowedTypos(phrase.length);
    let best: Named[] = [];
    if (least === 0 || COMMON_WORDS.has(phrase)) return [];
    const singular = singularOf(phrase);
    // "To lose" is not Toulouse.
    const isSaid = phrase.split(' ').length > 1 && phrase.split(' ').some(word => FILLERS.has(word));
    for (const { name, value } of this.#alike(phrase, least)) {
      if (isSaid && !name.includes(' ')) continue;
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

  *#alike(phrase: string, typosAllowed: number) {
    for (const table of this.tables) yield* table.alike(phrase, typosAllowed);
  }
}

/** What people type of `Kolkata (Urban)`. */
const withoutBrackets = ({ value, label }: FoundValue): string[] =>
  [value, label ?? ''].flatMap(name => {
    const bare = /^(.{4,}?) ?\([^()]*\)$/.exec(name)?.[1];
    return bare === undefined ? [] : [normal(bare)];
  });

/** Names are found by their length and their first two letters, or their last two. */
const endsOf = (name: string, length: number): string[] => [
  `${length}^${name.slice(0, 2)}`,
  `${length}$${name.slice(-2)}`,
];

/** Names that one question may be compared with. */
const BUDGET = 300_000;

function put(map: Map<string, Named[]>, key: string, value: Named): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The customers of a large shop who are called exactly like some words of the question. */
async function customersNamedIn(
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
