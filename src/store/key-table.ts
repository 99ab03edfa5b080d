import { hash } from 'node:crypto';

/** Bytes of a block: a key lies within one. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/** A longer key is kept as its digest: ids are short, and a million long ones would take hundreds of megabytes. */
const LONGEST = 40;
const DIGEST = 20;
/** In a key's first byte, beside its length: two bytes a character; or not the key but its digest. */
const WIDE = 64;
const IS_DIGEST = 128;

/**
 * Texts and the whole number of each, below 2^31: what a Map does, in a fifth of its memory, since there is no object
 * for each text. A table of open places leads to entries, whose keys lie one after another in blocks of bytes.
 */
export class KeyTable {
  /** Number of an entry and one; 0 where the place is open. */
  #places = new Int32Array(1_024);
  #hashes = new Int32Array(512);
  #numbers = new Int32Array(512);
  /** Where the entry's key begins, counted over all blocks. */
  #starts = new Uint32Array(512);
  readonly #blocks: Uint8Array[] = [new Uint8Array(BLOCK)];
  #used = 0;
  #size = 0;
  /** Another one in each process, so that no file can be made whose keys all meet in one place. */
  readonly #seed = (Math.random() * 0x1_0000_0000) | 0;

  get(key: string): number | undefined {
    const form = formOf(key);
    const entry = this.#find(form, this.#hashOf(form));
    return entry < 0 ? undefined : this.#numbers[entry];
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Sets the number of a key that has none yet. */
  add(key: string, number: number): void {
    const form = formOf(key);
    if (this.#size === this.#numbers.length) this.#growEntries();
    const entry = this.#size++;
    this.#hashes[entry] = this.#hashOf(form);
    this.#numbers[entry] = number;
    this.#starts[entry] = this.#write(form);
    if (this.#size * 2 > this.#places.length) this.#growPlaces();
    else this.#place(entry);
  }

  /** The number of the key's entry; below 0 where there is none. */
  #find(form: string | Uint8Array, hashed: number): number {
    const mask = this.#places.length - 1;
    for (let at = hashed & mask; ; at = (at + 1) & mask) {
      const entry = (this.#places[at] as number) - 1;
      if (entry < 0 || (this.#hashes[entry] === hashed && this.#isAt(entry, form))) return entry;
    }
  }

  #isAt(entry: number, form: string | Uint8Array): boolean {
    const start = this.#starts[entry] as number;
    const block = this.#blocks[start >>> BLOCK_BITS] as Uint8Array;
    let at = start & (BLOCK - 1);
    const first = block[at++] as number;
    if (typeof form !== 'string') {
      if (first !== IS_DIGEST) return false;
      for (let i = 0; i < DIGEST; i++) if (block[at + i] !== form[i]) return false;
      return true;
    }
    if ((first & ~WIDE) !== form.length) return false;
    const isWide = (first & WIDE) !== 0;
    for (let i = 0; i < form.length; i++) {
      const code = isWide
        ? (block[at + 2 * i] as number) | ((block[at + 2 * i + 1] as number) << 8)
        : (block[at + i] as number);
      if (code !== form.charCodeAt(i)) return false;
    }
    return true;
  }

  #write(form: string | Uint8Array): number {
    if (this.#used + 1 + 2 * LONGEST > BLOCK) {
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#used = 0;
    }
    const block = this.#blocks.at(-1) as Uint8Array;
    const start = (this.#blocks.length - 1) * BLOCK + this.#used;
    if (typeof form !== 'string') {
      block[this.#used++] = IS_DIGEST;
      block.set(form, this.#used);
      this.#used += form.length;
      return start;
    }
    const isWide = /[^\0-\xff]/.test(form);
    block[this.#used++] = form.length | (isWide ? WIDE : 0);
    for (let i = 0; i < form.length; i++) {
      const code = form.charCodeAt(i);
      block[this.#used++] = code & 255;
      if (isWide) block[this.#used++] = code >>> 8;
    }
    return start;
  }

  #hashOf(form: string | Uint8Array): number {
    let mixed = this.#seed;
    if (typeof form === 'string')
      for (let i = 0; i < form.length; i++) mixed = mix(mixed, form.charCodeAt(i));
    else for (let i = 0; i < 8; i++) mixed = mix(mixed, form[i] as number);
    return mixed ^ (mixed >>> 13);
  }

  #place(entry: number): void {
    const mask = this.#places.length - 1;
    let at = (this.#hashes[entry] as number) & mask;
    while (this.#places[at] !== 0) at = (at + 1) & mask;
    this.#places[at] = entry + 1;
  }

  #growPlaces(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let entry = 0; entry < this.#size; entry++) this.#place(entry);
  }

  #growEntries(): void {
    const length = Math.ceil(this.#numbers.length * 1.5);
    const larger = <T extends Int32Array | Uint32Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    this.#hashes = larger(this.#hashes, new Int32Array(length));
    this.#numbers = larger(this.#numbers, new Int32Array(length));
    this.#starts = larger(this.#starts, new Uint32Array(length));
  }
}

/** What is kept of a key: itself, or a digest that no two keys share. */
const formOf = (key: string): string | Uint8Array =>
  key.length <= LONGEST ? key : hash('sha256', key, 'buffer').subarray(0, DIGEST);

const mix = (mixed: number, code: number): number => {
  const next = Math.imul(mixed ^ code, 0x5bd1e995);
  return next ^ (next >>> 15);
};
