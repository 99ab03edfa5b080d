import { ownCopy } from '../../store/keys.js';

/** Bytes of a block: a text lies within one. */
const BLOCK = 1_048_576;
/** Longer texts are kept as they are: many cells may name one, and each reading would make it again. */
const LONG = 4_096;
/** Texts that were read last. */
const REMEMBERED = 4_096;

/**
 * Many texts by number, as UTF-8 in blocks: a few bytes beside the text itself, where a JavaScript string takes some
 * thirty and may hold on to all of the file around it.
 */
export class StringTable {
  readonly #blocks: Buffer[] = [Buffer.allocUnsafeSlow(BLOCK)];
  /** Bytes of the last block that are taken. */
  #used = 0;
  /** Where each text ends, counted over all blocks. */
  #ends = new Uint32Array(1_024);
  readonly #long = new Map<number, string>();
  #length = 0;
  #longBytes = 0;
  readonly #lastTexts: string[] = new Array(REMEMBERED).fill('');
  readonly #lastNumbers = new Int32Array(REMEMBERED).fill(-1);

  get length(): number {
    return this.#length;
  }

  /** What the texts take in memory. */
  get bytes(): number {
    return this.#blocks.length * BLOCK + this.#longBytes;
  }

  push(text: string): void {
    if (this.#length === this.#ends.length) this.#grow();
    const number = this.#length++;
    if (text.length > LONG) {
      this.#long.set(number, ownCopy(text));
      // A single letter beyond Latin-1 has all of them take two.
      this.#longBytes += text.length * 2;
    } else this.#append(text);
    this.#ends[number] = (this.#blocks.length - 1) * BLOCK + this.#used;
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

  #append(text: string): void {
    // A character takes three bytes at most.
    const most = text.length * 3;
    if (this.#used + most > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      this.#used = 0;
    }
    this.#used += (this.#blocks.at(-1) as Buffer).write(text, this.#used, 'utf8');
  }

  #read(number: number): string {
    const end = this.#ends[number] as number;
    const before = number === 0 ? 0 : (this.#ends[number - 1] as number);
    if (end === before) return '';
    const block = Math.floor((end - 1) / BLOCK);
    // The text before may lie in the block before.
    const start = Math.max(before, block * BLOCK);
    return this.#blocks[block]?.toString('utf8', start - block * BLOCK, end - block * BLOCK) ?? '';
  }

  #grow(): void {
    const larger = new Uint32Array(this.#ends.length * 2);
    larger.set(this.#ends);
    this.#ends = larger;
  }
}
