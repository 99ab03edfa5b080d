import { normal } from '../../core/text/normal-text.js';
import type { FoundValue } from '../lexicon/lexicon.js';

/** A value with what it is called. */
export interface Named extends FoundValue {
  /** Value and label as they are compared. */
  readonly names: readonly string[];
}

/** Values by their names and by the words of these. */
export class NamedValues {
  readonly #byName = new Map<string, Named[]>();
  readonly #byWord = new Map<string, Named[]>();
  readonly #all: Named[] = [];
  readonly #ends = new Map<string, { readonly name: string; readonly value: Named }[]>();

  constructor(values: readonly FoundValue[]) {
    for (const value of values) this.#add(value);
  }

  #add(value: FoundValue): void {
    const names = [...new Set([value.value, value.label ?? ''].map(normal).filter(n => n !== ''))];
    const named = { ...value, names };
    this.#all.push(named);
    for (const name of names) {
      put(this.#byName, name, named);
      for (const word of new Set(name.split(' '))) if (word.length > 1) put(this.#byWord, word, named);
    }
  }

  called(name: string): readonly Named[] {
    return this.#byName.get(name) ?? [];
  }

  withWord(word: string): readonly Named[] {
    return this.#byWord.get(word) ?? [];
  }

  /** Names of this length that begin or end alike. */
  alike(key: string): readonly { readonly name: string; readonly value: Named }[] {
    if (this.#ends.size === 0)
      for (const value of this.#all)
        for (const name of value.names)
          for (const end of endsOf(name, name.length)) {
            const known = this.#ends.get(end);
            if (known) known.push({ name, value });
            else this.#ends.set(end, [{ name, value }]);
          }
    return this.#ends.get(key) ?? [];
  }
}

/** Names are found by their length and their first two letters, or their last two. */
export const endsOf = (name: string, length: number): string[] => [
  `${length}^${name.slice(0, 2)}`,
  `${length}$${name.slice(-2)}`,
];

function put(map: Map<string, Named[]>, key: string, value: Named): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
