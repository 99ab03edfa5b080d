import type { LeftOut, OrderLine } from './order-line.js';

/** Rows of one kind, and what they come to: what was left out, taken off, or marked. Money in minor units. */
export interface LedgerEntry {
  readonly kind: 'leftOut' | 'cancelled' | 'state' | PartName;
  /** What such rows are, for those left out (`quotes`) and in a state that people should know of. */
  readonly what?: string;
  readonly rows: number;
  readonly amount: number;
}

type PartName = 'discount' | 'tax' | 'shipping' | 'tip' | 'cost';
const PARTS: readonly PartName[] = ['discount', 'tax', 'shipping', 'tip', 'cost'];

/** Adds up what reading a file's rows changed, for the report. */
export class Ledger {
  readonly #entries = new Map<string, { -readonly [K in keyof LedgerEntry]: LedgerEntry[K] }>();

  count(line: OrderLine): void {
    if (line.isCancelled) this.#add('cancelled', 'cancelled', line.amount);
    if (line.state) this.#add(`state ${line.state}`, 'state', line.amount, line.state);
    if (!line.parts) return;
    for (const part of PARTS) {
      const size = line.parts[part];
      if (size) this.#add(part, part, size);
    }
  }

  leaveOut({ what, amount }: LeftOut): void {
    this.#add(`leftOut ${what}`, 'leftOut', amount, what);
  }

  entries(): LedgerEntry[] {
    return [...this.#entries.values()];
  }

  #add(key: string, kind: LedgerEntry['kind'], amount: number, what?: string): void {
    const entry = this.#entries.get(key);
    if (entry) {
      entry.rows++;
      entry.amount += amount;
    } else this.#entries.set(key, { kind, rows: 1, amount, ...(what && { what }) });
  }
}
