import { ownCopy } from '../../../store/engine/key-numbers.js';

/** Texts that are written together and found by one position: those before one in its group are read past. */
const GROUP = 16;
/**
 * Bytes of a block: a group lies within one. From this size on the C library gives memory back as soon as it
 * is freed, and pages that are never written to take none.
 */
const BLOCK = 33_554_432;
/** Longer texts are kept as they are: many cells may name one, and each reading would make it again. */
const LONG = 4_096;
/** Texts that were read last. */
const REMEMBERED = 4_096;

/**
 * Many texts by number, as UTF-8 in blocks: two bytes beside the text itself, where a JavaScript string takes
 * some thirty and may hold on to all of the file around it. Before each text stands its length, of one or two
 * bytes.
 */
export class StringTable {
  readonly #blocks: Buffer[] = [];
  /** Bytes of the last block that are taken. */
  #used: number;
  /** Where each group begins, counted over all blocks. */
  #groups = new Uint32Array(1_024);
  /** The last texts, until they are a group. */
  #pending: string[] = [];
  #length = 0;
  readonly #long = new Map<number, string>();
  #longBytes = 0;
  readonly #lastTexts: string[] = new Array(REMEMBERED).fill('');
  readonly #lastNumbers = new Int32Array(REMEMBERED).fill(-1);

  /** @param blockBytes at least a group of the longest texts, 200 kB */
  constructor(private readonly blockBytes = BLOCK) {
    this.#used = blockBytes;
  }

  get length(): number {
    return this.#length;
  }

  /** What the texts take in memory. */
  get bytes(): number {
    return (this.#blocks.length - 1) * this.blockBytes + this.#used + this.#longBytes;
  }

  push(text: string): void {
    const number = this.#length++;
    if (text.length > LONG) {
      this.#long.set(number, ownCopy(text));
      // A single letter beyond Latin-1 has all of them take two.
      this.#longBytes += text.length * 2;
    }
    this.#pending.push(text.length > LONG ? '' : text);
    if (this.#pending.length === GROUP) this.#writeGroup();
  }

  /** @returns undefined where there is no text of that number */
  at(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.#length) return undefined;
    const place = number % REMEMBERED;
    if (this.#lastNumbers[place] === number) return this.#lastTexts[place];
    const text = this.#long.get(number) ?? this.#read(number);
    this.#lastNumbers[place] = number;
    this.#lastTexts[place] = text;
    return text;
  }

  #writeGroup(): void {
    const group = this.#length / GROUP - 1;
    if (group === this.#groups.length) this.#grow();
    // A character takes three bytes at most, a length two.
    const most = this.#pending.reduce((sum, text) => sum + text.length * 3 + 2, 0);
    if (this.#used + most > this.blockBytes) {
      this.#blocks.push(Buffer.allocUnsafeSlow(this.blockBytes));
      this.#used = 0;
    }
    this.#groups[group] = (this.#blocks.length - 1) * this.blockBytes + this.#used;
    for (const text of this.#pending) this.#write(text);
    this.#pending = [];
  }

  #write(text: string): void {
    const block = this.#blocks.at(-1) as Buffer;
    const isShort = text.length * 3 < 128;
    const start = this.#used + (isShort ? 1 : 2);
    const length = block.write(text, start, 'utf8');
    block[this.#used] = isShort ? length : 128 | (length >>> 8);
    if (!isShort) block[this.#used + 1] = length & 255;
    this.#used = start + length;
  }

  #read(number: number): string {
    const group = Math.floor(number / GROUP);
    const within = number % GROUP;
    if (group * GROUP + this.#pending.length === this.#length) return this.#pending[within] as string;
    const begins = this.#groups[group]!;
    const block = this.#blocks[Math.floor(begins / this.blockBytes)] as Buffer;
    let at = begins % this.blockBytes;
    for (let i = 0; ; i++) {
      const first = block[at++]!;
      const length = first < 128 ? first : ((first & 127) << 8) | block[at++]!;
      if (i === within) return block.toString('utf8', at, at + length);
      at += length;
    }
  }

  #grow(): void {
    const larger = new Uint32Array(this.#groups.length * 2);
    larger.set(this.#groups);
    this.#groups = larger;
  }
}
