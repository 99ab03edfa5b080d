import { isAscii, isUtf8 } from 'node:buffer';

/** How many different cells are kept, and how many are looked at for them. */
const MOST_CELLS = 4_000;
const MOST_SEEN = 40_000;
const FEW = 200;
/** Bytes of a cell. */
const LONGEST = 200;
/** Bytes of the cells that are judged: of those that are no UTF-8, and of the others. */
const JUDGED = 5_000;
const JUDGED_UTF8 = 1_000;

/** A cell with bytes beyond ASCII, and how often it was seen. */
export interface SampleCell {
  readonly bytes: Buffer;
  readonly count: number;
}

const SEPARATORS = /[,;\t"\r\n]+/;

/**
 * Collects what stands between the commas, semicolons, tabs, quotes and line ends of a file and has bytes
 * beyond ASCII; each once. In no encoding is one of those a part of another character.
 */
export class CellSamples {
  readonly #cells = new Map<string, number>();
  #seen = 0;
  #rest = '';

  /** Whether there are too few to tell what the file is like. */
  get isFew(): boolean {
    return this.#seen < FEW;
  }

  /** Takes in the next piece of the file; the last cell of it may be cut, and waits for the one after it. */
  add(chunk: Buffer): void {
    if (this.#cells.size >= MOST_CELLS || this.#seen >= MOST_SEEN) return;
    if (this.#rest === '' && isAscii(chunk)) return;
    const cells = (this.#rest + chunk.toString('latin1')).split(SEPARATORS);
    this.#rest = (cells.pop() ?? '').slice(0, LONGEST);
    for (const cell of cells) this.#see(cell);
    if (!/[\x80-\xff]/.test(this.#rest)) this.#rest = '';
  }

  /** Nothing follows. */
  end(): void {
    this.#see(this.#rest);
  }

  #see(cell: string): void {
    const first = cell.search(/[\x80-\xff]/);
    if (first < 0) return;
    this.#seen++;
    const part = around(cell, first);
    this.#cells.set(part, (this.#cells.get(part) ?? 0) + 1);
  }

  /** Some hundred of them, from all over what was collected. */
  chosen(): SampleCell[] {
    const all = [...this.#cells].map(([cell, count]) => ({ bytes: Buffer.from(cell, 'latin1'), count }));
    return [
      ...evenly(
        all.filter(({ bytes }) => !isUtf8(bytes)),
        JUDGED,
      ),
      ...evenly(
        all.filter(({ bytes }) => isUtf8(bytes)),
        JUDGED_UTF8,
      ),
    ];
  }
}

/**
 * The part of a long cell that begins with the word of its first byte beyond ASCII, and ends between words.
 */
function around(cell: string, first: number): string {
  if (cell.length <= LONGEST) return cell;
  const part = cell.slice(cell.lastIndexOf(' ', first) + 1).slice(0, LONGEST);
  return part.length < LONGEST ? part : part.slice(0, part.lastIndexOf(' ') + 1 || LONGEST);
}

/** Cells from all over, as many as so many bytes hold. */
function evenly(all: readonly SampleCell[], mostBytes: number): SampleCell[] {
  const bytes = all.reduce((sum, cell) => sum + cell.bytes.length, 0);
  const step = Math.max(1, bytes / mostBytes);
  const count = Math.ceil(all.length / step);
  return Array.from({ length: count }, (_, i) => all[Math.floor(i * step)]!);
}
