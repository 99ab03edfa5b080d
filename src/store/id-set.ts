/**
 * A growing set of ids. Ids are added far more often than they are new, mostly several times in a row, so they are
 * collected in an array that is sorted and cleared of repetitions only when it is full.
 */
export class IdSet {
  #ids = new Int32Array(4);
  #length = 0;
  #sorted = true;
  #last = -1;

  add(id: number): void {
    if (id === this.#last) return;
    this.#last = id;
    if (this.#length === this.#ids.length) this.#makeRoom();
    if (this.#sorted && this.#length > 0 && id <= (this.#ids[this.#length - 1] as number))
      this.#sorted = false;
    this.#ids[this.#length++] = id;
  }

  removeAll(ids: ReadonlySet<number>): void {
    if (ids.size === 0) return;
    const kept = this.sorted().filter(id => !ids.has(id));
    this.#ids.set(kept);
    this.#length = kept.length;
    this.#last = -1;
  }

  /** The ids, each once, ascending. */
  sorted(): Int32Array {
    if (!this.#sorted) {
      const ids = this.#ids.subarray(0, this.#length).sort();
      let kept = 0;
      for (let i = 0; i < ids.length; i++)
        if (i === 0 || ids[i] !== ids[kept - 1]) ids[kept++] = ids[i] as number;
      this.#length = kept;
      this.#sorted = true;
      this.#last = -1;
    }
    return this.#ids.subarray(0, this.#length);
  }

  #makeRoom(): void {
    if (this.sorted().length * 2 <= this.#ids.length) return;
    const larger = new Int32Array(this.#ids.length * 2);
    larger.set(this.#ids);
    this.#ids = larger;
  }
}

/**
 * Ids as text: the differences between one and the next in seven-bit groups (LEB128), base64. About one and a
 * half characters an id where many of a shop's customers are in the set.
 */
export function encodeIds(ids: Int32Array): string {
  const bytes = Buffer.allocUnsafe(ids.length * 5);
  let length = 0;
  let before = 0;
  for (const id of ids) {
    let rest = id - before;
    before = id;
    while (rest > 0x7f) {
      bytes[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  }
  return bytes.toString('base64', 0, length);
}

/** Calls `take` with each id of a text made by `encodeIds`. */
export function decodeIds(text: string, take: (id: number) => void): void {
  const bytes = Buffer.from(text, 'base64');
  let id = 0;
  let rest = 0;
  let shift = 0;
  for (const byte of bytes) {
    rest |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      id += rest;
      take(id);
      rest = 0;
      shift = 0;
    }
  }
}
