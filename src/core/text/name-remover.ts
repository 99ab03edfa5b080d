import { withoutAccents } from './accents.js';

/** A person whose names are taken out of texts. */
export interface RemovedPerson {
  /** Names and e-mail addresses, which are taken out wherever they stand. */
  readonly names: readonly string[];
  /** Ids, which mean the person only after the word "customer": `103` may be a figure. */
  readonly ids: readonly string[];
  /** What stands in their place. */
  readonly alias: string;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Wanted {
  readonly words: readonly string[];
  readonly alias: string;
  readonly afterCustomer: boolean;
}

/** Between two words of a name there may be spaces, a hyphen, or ` &amp; `. */
const FARTHEST = 8;
/** Shorter names are words of other things as well. */
const SHORT = 3;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u;

/**
 * Makes a function that takes people's names out of texts, whatever their case, accents and the signs between
 * words. Texts that are JSON stay JSON. A text that names nobody is returned as it is.
 */
export function nameRemover(people: readonly RemovedPerson[]): (text: string) => string {
  const byFirst = new Map<string, Wanted[]>();
  const unspaced: (readonly [string, string])[] = [];
  const want = (text: string, alias: string, isId: boolean) => {
    if (!isId && UNSPACED.test(text)) unspaced.push([text, alias]);
    const words = wordsIn(text).map(w => w.text);
    const [first] = words;
    if (first === undefined) return;
    const isVague = words.length === 1 && (first.length < SHORT || /^\d+$/.test(first));
    const wanted = { words, alias, afterCustomer: isId || isVague };
    byFirst.set(first, [...(byFirst.get(first) ?? []), wanted]);
  };
  for (const { names, ids, alias } of people) {
    for (const name of names) want(name, alias, false);
    for (const id of ids) want(id, alias, true);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const fromText = (text: string) => withoutNames(withoutUnspaced(text, unspaced), byFirst);
  return text => fromAnything(text, fromText);
}

function withoutUnspaced(text: string, names: readonly (readonly [string, string])[]): string {
  let rest = text;
  for (const [name, alias] of names) rest = rest.replaceAll(name, alias);
  return rest;
}

function withoutNames(text: string, byFirst: ReadonlyMap<string, readonly Wanted[]>): string {
  const words = wordsIn(text);
  let result = '';
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const found = byFirst.get(words[i]?.text ?? '')?.find(wanted => standsAt(words, i, wanted));
    if (!found) continue;
    const last = i + found.words.length - 1;
    result += text.slice(at, words[i]?.from) + found.alias;
    at = words[last]?.to ?? at;
    i = last;
  }
  return at === 0 ? text : result + text.slice(at);
}

function standsAt(words: readonly Word[], at: number, { words: wanted, afterCustomer }: Wanted): boolean {
  if (afterCustomer && !/^customers?$/.test(words[at - 1]?.text ?? '')) return false;
  return wanted.every((text, i) => {
    const [word, before] = [words[at + i], words[at + i - 1]];
    return word?.text === text && (i === 0 || word.from - (before?.to ?? 0) <= FARTHEST);
  });
}

/** Words in lower case without accents; those of `&amp;` and the like are none. */
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/&(?:amp|lt|gt|quot|#39);|[\p{L}\p{N}\p{M}]+/gu)]
    .filter(m => !m[0].startsWith('&'))
    .map(m => ({ text: withoutAccents(m[0]), from: m.index, to: m.index + m[0].length }));

/** A text, or all texts within JSON: a line break is `\n` there, and would seem a part of a name after it. */
function fromAnything(text: string, fromText: (text: string) => string): string {
  if (!/^\s*[[{"]/.test(text)) return fromText(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fromText(text);
  }
  let isChanged = false;
  const made = JSON.stringify(
    within(value, one => {
      const changed = fromAnything(one, fromText);
      if (changed !== one) isChanged = true;
      return changed;
    }),
  );
  return isChanged ? made : text;
}

function within(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(one => within(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [change(key), within(own, change)]));
}
