import type { AmountDecimals } from '../../core/money/currencies.js';
import { toMinor } from '../../core/money/money.js';
import type { RefundsCountOn } from '../understand/ingest-settings.js';
import type { Money } from '../understand/money/money.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import type { LeftOut, OrderLine } from './order-line.js';

/** Rows of one kind, and what they come to: what was left out, taken off, or marked. Money in minor units. */
export interface LedgerEntry {
  readonly kind:
    | 'returns'
    | 'leftOut'
    | 'cancelled'
    | 'state'
    | 'refund'
    | 'returned'
    | 'rounding'
    | 'known'
    | 'sharedDays'
    | PartName;
  /** What such rows are, for those left out (`quotes`) and in a state that people should know of. */
  readonly what?: string;
  readonly rows: number;
  readonly amount: number;
  /** For what is beside the revenue: whether it was in the file's amounts, and was taken off. */
  readonly isTaken?: boolean;
  /** For rows on days of earlier files: of how many the earlier ones have an equal row. */
  readonly equal?: number;
  /** For returns in rows of their own: the day on which they count. */
  readonly countsOn?: RefundsCountOn;
}

type PartName = 'discount' | 'tax' | 'shipping' | 'tip' | 'cost';
const PARTS: readonly PartName[] = ['discount', 'tax', 'shipping', 'tip', 'cost'];

/** An entry that is still added to. */
type Entry = { -readonly [K in keyof LedgerEntry]: LedgerEntry[K] };

/** Adds up what reading a file's rows changed, for the report, in units of the store. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  readonly #taken: ReadonlySet<string>;

  constructor(
    { parts, orderNet }: Money,
    private readonly refundsCountOn: RefundsCountOn,
  ) {
    const taken = parts.filter(p => p.factor !== 0).map(p => p.what as string);
    this.#taken = new Set([...taken, ...(orderNet === undefined ? [] : ['discount'])]);
  }

  /** Amounts that were rounded, and by how much in all. */
  round({ rounded, lost }: LineAmounts): void {
    if (rounded > 0)
      this.#entries.set('rounding', { kind: 'rounding', rows: rounded, amount: Math.round(lost) });
  }

  /** A row that earlier files brought already. */
  know(line: OrderLine): void {
    this.#add('known', 'known', line.amount);
  }

  /** A row that counts, on a day of which earlier files have rows; they may have an equal one. */
  shareDay(line: OrderLine, isEqual: boolean): void {
    const entry = this.#add('sharedDays', 'sharedDays', line.amount);
    entry.equal = (entry.equal ?? 0) + (isEqual ? 1 : 0);
  }

  count(line: OrderLine): void {
    if (line.origin) this.#add(line.origin, line.origin, line.amount);
    else if (line.isReturn && !line.isExcluded && !line.isCancelled)
      this.#add('returns', 'returns', line.amount);
    if (line.isCancelled) this.#add('cancelled', 'cancelled', line.amount);
    if (line.state) this.#add(`state ${line.state}`, 'state', line.amount, line.state);
    // What goes back with a refund was never taken off or kept beside.
    if (!line.parts || line.origin) return;
    for (const part of PARTS) {
      const size = line.parts[part];
      if (size) this.#add(part, part, size);
    }
  }

  leaveOut({ what, amount }: LeftOut): void {
    this.#add(`leftOut ${what}`, 'leftOut', amount, what);
  }

  /** In the currency's minor units; less than half of one is no loss. */
  entries(decimals: AmountDecimals): LedgerEntry[] {
    const entries = [...this.#entries.values()].map(e => ({ ...e, amount: toMinor(e.amount, decimals) }));
    return entries.filter(e => e.kind !== 'rounding' || e.amount !== 0);
  }

  #add(key: string, kind: LedgerEntry['kind'], amount: number, what?: string): Entry {
    const entry = this.#entries.get(key);
    if (entry) {
      entry.rows++;
      entry.amount += amount;
      return entry;
    }
    const added: Entry = {
      kind,
      rows: 1,
      amount,
      ...(what && { what }),
      ...(kind === 'returns' && { countsOn: this.refundsCountOn }),
      ...(PARTS.includes(kind as PartName) && { isTaken: this.#taken.has(kind) }),
    };
    this.#entries.set(key, added);
    return added;
  }
}
