/** How much of the columns a store keeps in memory: those of some four million lines. */
export const MOST_KEPT_BYTES = 64 * 2 ** 20;
/** What an entry takes beside its bytes, roughly. */
const ENTRY_BYTES = 200;

interface Entry {
  readonly version: number;
  /** Null if the chunk has no such column. */
  readonly data: Buffer | null;
}

/**
 * Columns of chunks as the database gave them, kept in memory while their chunks exist. Ids of chunks are
 * never used again and a column never changes, so an entry is right whatever the data version; what does
 * change has a version of its own. Entries must be of committed data. When it is full, it takes no more: a
 * pass over more than it holds would otherwise replace each entry just before it is needed again.
 */
export class KeptColumns {
  readonly #chunks = new Map<number, Map<string, Entry>>();
  #bytes = 0;

  /** @param most bytes at most */
  constructor(private readonly most: number) {}

  /** A column; null if the chunk has none, undefined if that is not known. */
  get(chunk: number, name: string, version: number): Buffer | null | undefined {
    const found = this.#chunks.get(chunk)?.get(name);
    return found?.version === version ? found.data : undefined;
  }

  add(chunk: number, name: string, entry: Entry): void {
    const columns = this.#chunks.get(chunk) ?? new Map<string, Entry>();
    const earlier = columns.get(name);
    const bytes = sizeOf(entry) - (earlier ? sizeOf(earlier) : 0);
    if (this.#bytes + bytes > this.most) return;
    this.#chunks.set(chunk, columns.set(name, entry));
    this.#bytes += bytes;
  }

  clear(): void {
    this.#chunks.clear();
    this.#bytes = 0;
  }

  /** Lets go of all other chunks. */
  keepOnly(chunks: ReadonlySet<number>): void {
    for (const [id, columns] of this.#chunks) {
      if (chunks.has(id)) continue;
      for (const entry of columns.values()) this.#bytes -= sizeOf(entry);
      this.#chunks.delete(id);
    }
  }
}

const sizeOf = ({ data }: Entry): number => ENTRY_BYTES + (data?.length ?? 0);
