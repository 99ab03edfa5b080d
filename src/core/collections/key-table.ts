import { hash } from 'node:crypto';

/** In bytes. A key lies within one block. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/**
 * In characters. Of a longer key only a hash is stored: a million long keys would take hundreds of megabytes.
 */
const LONGEST = 40;
const DIGEST = 20;
/** Entries are allocated in blocks too, so that nothing is copied as the table grows. */
const ENTRIES_BITS = 14;
const ENTRIES = 1 << ENTRIES_BITS;
const [NUMBER, START] = [0, 1];
const PARTS = 2;
/**
 * Flags in a key's first byte, beside its length: two bytes for each character; or a hash instead of the key.
 */
const WIDE = 64;
const IS_DIGEST = 128;

/**
 * A hash table from strings to whole numbers below 2^31, in a fifth of the memory of a Map, since there is no
 * object for each string. Open addressing with linear probing; the keys lie one after another in blocks of
 * bytes. A key that is a whole number, as most numbers of orders are, takes no bytes of its own: it stands
 * in its entry. Hashes are not stored, but worked out again where the table grows.
 */
export class KeyTable {
  /** The buckets: an entry's index plus 1, or 0 if empty. */
  #buckets = new Int32Array(1_024);
  /**
   * Two numbers for each entry: its number, and where the key is: its offset over all blocks, or the key
   * itself.
   */
  readonly #entries: Int32Array[] = [];
  readonly #blocks: Uint8Array[] = [new Uint8Array(BLOCK)];
  #used = 0;
  #size = 0;
  /** Differs between processes, so that no file can be made whose keys all collide. */
  readonly #seed = (Math.random() * 0x1_0000_0000) | 0;

  get(key: string): number | undefined {
    const form = formOf(key);
    const entry = this.#find(form, this.#hashOf(form));
    return entry < 0 ? undefined : this.#part(entry, NUMBER);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Adds a key, which must not be in the table yet. */
  add(key: string, number: number): void {
    const form = formOf(key);
    const entry = this.#size++;
    if (entry % ENTRIES === 0) this.#entries.push(new Int32Array(ENTRIES * PARTS));
    const entries = this.#entries.at(-1) as Int32Array;
    entries.set([number, this.#write(form)], (entry % ENTRIES) * PARTS);
    if (this.#size * 2 > this.#buckets.length) this.#growBuckets();
    else this.#place(entry, this.#hashOf(form));
  }

  #part(entry: number, part: number): number {
    return this.#entries[entry >>> ENTRIES_BITS]![(entry & (ENTRIES - 1)) * PARTS + part] as number;
  }

  /** The index of the key's entry; negative if there is none. */
  #find(form: Form, hashed: number): number {
    const mask = this.#buckets.length - 1;
    for (let at = hashed & mask; ; at = (at + 1) & mask) {
      const entry = this.#buckets[at]! - 1;
      if (entry < 0 || this.#isAt(entry, form)) return entry;
    }
  }

  #isAt(entry: number, form: Form): boolean {
    const start = this.#part(entry, START);
    // The complement of a whole number is below zero, as no offset is.
    if (typeof form === 'number') return start === ~form;
    if (start < 0) return false;
    const block = this.#blocks[start >>> BLOCK_BITS] as Uint8Array;
    let at = start & (BLOCK - 1);
    const first = block[at++]!;
    if (typeof form !== 'string') {
      if (first !== IS_DIGEST) return false;
      for (let i = 0; i < DIGEST; i++) if (block[at + i] !== form[i]) return false;
      return true;
    }
    if ((first & ~WIDE) !== form.length) return false;
    const isWide = (first & WIDE) !== 0;
    for (let i = 0; i < form.length; i++) {
      const code = isWide ? block[at + 2 * i]! | (block[at + 2 * i + 1]! << 8) : block[at + i]!;
      if (code !== form.charCodeAt(i)) return false;
    }
    return true;
  }

  /** @returns what the entry has of the key */
  #write(form: Form): number {
    if (typeof form === 'number') return ~form;
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

  #hashOf(form: Form): number {
    let mixed = this.#seed;
    if (typeof form === 'number') mixed = mix(mix(mixed, form), form >>> 16);
    else if (typeof form === 'string')
      for (let i = 0; i < form.length; i++) mixed = mix(mixed, form.charCodeAt(i));
    else for (let i = 0; i < HASHED; i++) mixed = mix(mixed, form[i]!);
    return mixed ^ (mixed >>> 13);
  }

  /** The hash of a key that is in the table. */
  #hashAt(entry: number): number {
    const start = this.#part(entry, START);
    if (start < 0) return this.#hashOf(~start);
    const block = this.#blocks[start >>> BLOCK_BITS] as Uint8Array;
    const at = (start & (BLOCK - 1)) + 1;
    const first = block[at - 1]!;
    if (first === IS_DIGEST) return this.#hashOf(block.subarray(at, at + DIGEST));
    let mixed = this.#seed;
    const isWide = (first & WIDE) !== 0;
    for (let i = 0; i < (first & ~WIDE); i++)
      mixed = mix(mixed, isWide ? block[at + 2 * i]! | (block[at + 2 * i + 1]! << 8) : block[at + i]!);
    return mixed ^ (mixed >>> 13);
  }

  #place(entry: number, hashed: number): void {
    const mask = this.#buckets.length - 1;
    let at = hashed & mask;
    while (this.#buckets[at] !== 0) at = (at + 1) & mask;
    this.#buckets[at] = entry + 1;
  }

  #growBuckets(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 2);
    for (let entry = 0; entry < this.#size; entry++) this.#place(entry, this.#hashAt(entry));
  }
}

/** How a key is stored: as the number that it is, as it stands, or as 160 bits of its SHA-256. */
type Form = number | string | Uint8Array;
/** Bytes of a digest that its hash is made of. */
const HASHED = 8;

function formOf(key: string): Form {
  const number = wholeNumber(key);
  if (number >= 0) return number;
  return key.length <= LONGEST ? key : hash('sha256', key, 'buffer').subarray(0, DIGEST);
}

/** Digits of the numbers that are stored as such, all of which are below 2^31. */
const MOST_DIGITS = 9;

/** The whole number that a key is, written as numbers are (not `007`); -1 if it is none. */
function wholeNumber(key: string): number {
  const { length } = key;
  if (length === 0 || length > MOST_DIGITS) return -1;
  const first = key.charCodeAt(0) - 48;
  if (first === 0) return length === 1 ? 0 : -1;
  let number = 0;
  for (let i = 0; i < length; i++) {
    const digit = key.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const mix = (mixed: number, code: number): number => {
  const next = Math.imul(mixed ^ code, 0x5bd1e995);
  return next ^ (next >>> 15);
};
