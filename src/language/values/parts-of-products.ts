import { plural } from '../../core/answer/format.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { normal, type Token } from '../../core/text/normal-text.js';
import { COMMON_WORDS } from '../lexicon/common-words.js';
import type { FoundValue, Meaning } from '../lexicon/lexicon.js';
import { LONGEST_NAME, type ValueIndex } from './value-index.js';

/** What stands right before a name of something that is sold, or of somebody who buys. */
const BEFORE: ReadonlySet<string> = new Set(
  `of for from sell sells selling sold shift shifted buy buys buying bought order ordered ordering purchased
  many much and or vs versus without excluding except no not never any did does with by
  but most more less fewer`.split(/\s+/),
);
/** What stands right behind one. */
const AFTER: ReadonlySet<string> = new Set(
  `sales sale revenue turnover units orders sold did do does vs versus total totals numbers figures trend
  stuff things products items ones one customers buyers bought ordered spend spent`.split(/\s+/),
);
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an our my any some all those these this that both'.split(' '),
);

/** Words that stand in names, and what an answer says of it. */
export interface NamedPart {
  readonly span: {
    readonly text: string;
    readonly from: number;
    readonly to: number;
    readonly meanings: readonly Meaning[];
  };
  readonly note: Note;
}

/**
 * Words that no value is called by, and that stand in the names of products: `espresso` for each product
 * that has it in its name, or the one customer who has it. Only where a name can stand, and an answer says
 * so.
 */
export function partsOfNames(
  tokens: readonly Token[],
  isUnknown: ReadonlySet<Token>,
  index: ValueIndex,
): NamedPart[] {
  const parts: NamedPart[] = [];
  for (let n = Math.min(LONGEST_NAME, tokens.length); n > 0; n--)
    for (let i = 0; i + n <= tokens.length; i++) {
      const run = tokens.slice(i, i + n);
      if (!run.every(t => isUnknown.has(t) && t.quote === undefined) || !canBeName(tokens, i, n)) continue;
      if (parts.some(({ span }) => run.some(t => span.from <= t.from && t.to <= span.to))) continue;
      const part = partOf(run, index);
      if (part) parts.push(part);
    }
  return parts;
}

function canBeName(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens.slice(0, at).findLast(t => !DETERMINERS.has(t.text));
  const after = tokens[at + length];
  return before === undefined || BEFORE.has(before.text) || (after !== undefined && AFTER.has(after.text));
}

function partOf(run: readonly Token[], index: ValueIndex): NamedPart | undefined {
  const words = run.map(t => t.text);
  const text = words.join(' ');
  const isPlain = words.every(word => COMMON_WORDS.has(word) || !/\p{L}/u.test(word));
  if (isPlain && words.length === 1) return undefined;
  if (index.exact(text).length > 0 || index.near(text).length > 0) return undefined;
  const found = index.namedWith(words);
  const [first, ...others] = found?.values ?? [];
  if (!found || !first) return undefined;
  const span = { text, from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 };
  if (others.length === 0) {
    const note = { kind: 'readAs', typed: text, as: first.label ?? first.value } as const;
    return { span: { ...span, meanings: [{ kind: 'value', value: first }] }, note };
  }
  if (first.field.key !== 'product') return undefined;
  const { value, note } = partOfNames(first, found.part, found.values);
  return { span: { ...span, meanings: [{ kind: 'value', value }] }, note };
}

/** A part of names as a value, and what an answer says of it. */
function partOfNames(
  first: FoundValue,
  part: string,
  values: readonly FoundValue[],
): { readonly value: FoundValue; readonly note: Note } {
  const names = values.slice(0, 3).map(v => v.label ?? v.value);
  const more = values.length > 3 ? `, and ${values.length - 3} more` : '';
  const what = plural(values.length, first.field.label.toLowerCase());
  return {
    value: { ...first, value: `*${part}*`, label: null },
    note: remark(`${what} have "${part}" in their names: ${names.join(', ')}${more}.`),
  };
}

/** Fields whose values are each somebody or something of its own: a word in several names names none. */
const OF_ONE: ReadonlySet<string> = new Set(['customer', 'salesperson']);

/**
 * A word that stands in the names of several values of one field, as all of them: `rural` for "Alwar (Rural)"
 * and the like.
 */
export function allWith(
  part: string,
  values: readonly FoundValue[],
): ReturnType<typeof partOfNames> | undefined {
  const [first] = values;
  if (!first || values.length < 2 || OF_ONE.has(first.field.key)) return undefined;
  if (values.some(v => v.field.key !== first.field.key)) return undefined;
  // "States" may be found by "state": what is kept must stand in all of them.
  const isInAll = values.every(v => normal(v.label ?? v.value).includes(part));
  return isInAll ? partOfNames(first, part, values) : undefined;
}

/** A question as text names each of them by its id: with more characters than these it would be too long. */
const MOST_OF_IDS = 300;

/** Customers who have the same name, as all of them: who asks may not know their ids. */
export function namesakes(values: readonly FoundValue[]): ReturnType<typeof partOfNames> | undefined {
  const [first] = values;
  const name = first?.label;
  if (!name || values.length < 2 || first.field.key !== 'customer') return undefined;
  if (values.some(v => v.field.key !== 'customer' || v.label !== name)) return undefined;
  if (values.reduce((length, v) => length + v.value.length + 1, 0) > MOST_OF_IDS) return undefined;
  return {
    value: { ...first, value: name, label: null },
    note: remark(`${plural(values.length, 'customer')} are called ${name}; the figures are of all of them.`),
  };
}
